"""The predicates behind the permission table: may this actor do that to this matter?"""

from ikz_award.domain.entries.rights import EntryRight, includes
from ikz_award.domain.permissions.actors import Actor, PanelRole
from ikz_award.domain.permissions.kinds import (
    BiasMatter,
    BodyMatter,
    ComparedMatter,
    ComparisonMatter,
    EditionMatter,
    EntryMatter,
    NamesMatter,
    ReadingMatter,
)
from ikz_award.domain.phases.workflow import EntryStatus, Phase

BEFORE_DELIBERATION = (Phase.PREPARATION, Phase.OPEN, Phase.SCREENING, Phase.JUDGING)
AFTER_SCREENING = (Phase.JUDGING, Phase.DELIBERATION, Phase.DECIDED, Phase.PUBLISHED, Phase.ARCHIVED)
AFTER_SCORING = AFTER_SCREENING[1:]
AFTER_DECIDING = AFTER_SCORING[1:]


def belongs(actor: Actor, matter: BodyMatter) -> bool:
    """Whether the actor is a confirmed member of the organisation the matter belongs to."""
    return matter.lead_key in actor.organisations


def is_invited(actor: Actor, matter: EntryMatter) -> bool:
    """Whether somebody from elsewhere works on the entry. Who judges it or runs the prize does not, whoever invited them."""
    return matter.entry_id in actor.rights and not actor.is_admin and not actor.has_judged(matter.edition_id)


def has_right(actor: Actor, matter: EntryMatter, needed: EntryRight) -> bool:
    """The people of the lead municipality have every right, those invited the one they were given."""
    if belongs(actor, matter):
        return True
    return is_invited(actor, matter) and includes(actor.rights[matter.entry_id], needed)


def may_edit(actor: Actor, matter: EntryMatter) -> bool:
    """A draft stays open after the deadline: what is typed too late is kept, it only cannot be handed in."""
    return has_right(actor, matter, EntryRight.EDIT) and _is_open_to_edit(matter)


def _is_open_to_edit(matter: EntryMatter) -> bool:
    if matter.entry_status is EntryStatus.RETURNED:
        return matter.phase in (Phase.OPEN, Phase.SCREENING)
    if matter.is_amended:
        return matter.is_open_for_entries
    return matter.entry_status is EntryStatus.DRAFT


def may_submit(actor: Actor, matter: EntryMatter) -> bool:
    """Hand in, for the first time or once more; after the deadline only who was asked to complete the entry."""
    # Who was asked to complete an entry may do so after the deadline.
    is_in_time = matter.is_open_for_entries or matter.entry_status is EntryStatus.RETURNED
    return has_right(actor, matter, EntryRight.SUBMIT) and _is_open_to_edit(matter) and is_in_time


def may_amend(actor: Actor, matter: EntryMatter) -> bool:
    """Open a submitted entry to be changed, while it is in time and nobody has screened it."""
    return (
        has_right(actor, matter, EntryRight.SUBMIT)
        and matter.entry_status is EntryStatus.SUBMITTED
        and matter.is_open_for_entries
        and not matter.is_amended
    )


def may_withdraw(actor: Actor, matter: EntryMatter) -> bool:
    """Not what is being changed: withdrawn with half of the changes, it would be neither version."""
    return (
        has_right(actor, matter, EntryRight.SUBMIT)
        and not matter.is_amended
        and matter.phase in (Phase.OPEN, Phase.SCREENING, Phase.JUDGING)
        and matter.entry_status in (EntryStatus.SUBMITTED, EntryStatus.RETURNED, EntryStatus.ADMITTED)
    )


def may_inform_partners(actor: Actor, matter: EntryMatter) -> bool:
    """While the entry is written and until the jury is done with it: the objection period ends after the deadline."""
    return has_right(actor, matter, EntryRight.EDIT) and (
        matter.entry_status is EntryStatus.DRAFT
        or (
            matter.phase in (Phase.OPEN, Phase.SCREENING, Phase.JUDGING)
            and matter.entry_status in (EntryStatus.SUBMITTED, EntryStatus.RETURNED, EntryStatus.ADMITTED)
        )
    )


def may_screen(actor: Actor, matter: EntryMatter) -> bool:
    """Admit, return or exclude what was handed in and is not being changed, until the jury begins."""
    return (
        actor.is_admin
        and matter.phase in (Phase.OPEN, Phase.SCREENING)
        and matter.entry_status not in (EntryStatus.DRAFT, EntryStatus.WITHDRAWN)
        and not matter.is_amended
    )


def is_sworn_juror(actor: Actor, matter: EditionMatter) -> bool:
    """Whether the actor sits on the edition's panel and has accepted confidentiality, so that it still counts."""
    seat = actor.seat(matter.edition_id)
    return seat is not None and seat.has_accepted_confidentiality


def is_chair(actor: Actor, matter: EditionMatter) -> bool:
    """Whether the actor leads the edition's jury; a chair who has not accepted confidentiality, or no longer, is none."""
    seat = actor.seat(matter.edition_id)
    return is_sworn_juror(actor, matter) and seat is not None and seat.role is PanelRole.CHAIR


def may_keep_ties(actor: Actor, matter: EditionMatter) -> bool:
    """State own ties to municipalities and bodies; once scoring is closed nothing rests on them anymore."""
    is_early = matter.phase in (Phase.PREPARATION, Phase.OPEN, Phase.SCREENING, Phase.JUDGING)
    return is_sworn_juror(actor, matter) and is_early


def may_rule_on_bias(actor: Actor, matter: BiasMatter) -> bool:
    """Organiser or chair; nobody on their own denial, nobody on an entry they are recused from."""
    seat = actor.seat(matter.edition_id)
    is_own = seat is not None and seat.juror_id == matter.juror_id
    return (actor.is_admin or is_chair(actor, matter)) and not is_own and not matter.is_recused


def may_list(actor: Actor, matter: EditionMatter) -> bool:
    """See which entries the jury judges: sworn, and only once screening is over."""
    return is_sworn_juror(actor, matter) and matter.phase in AFTER_SCREENING


def may_read_as_juror(actor: Actor, matter: ReadingMatter) -> bool:
    """Read an admitted entry whole; a recused juror sees nothing of it but its title in the list."""
    return may_list(actor, matter) and matter.entry_status is EntryStatus.ADMITTED and not matter.is_recused


def may_compare(actor: Actor, matter: ComparisonMatter) -> bool:
    """As a juror see what the others gave: scoring is closed and the organiser has opened the comparison."""
    return may_list(actor, matter) and matter.phase in AFTER_SCORING and matter.is_comparison_open


def may_see_names(actor: Actor, matter: NamesMatter) -> bool:
    """Whose entry it is, in an edition that hides it: from the comparison on, and at the latest once the jury has decided."""
    if not (actor.is_admin or actor.is_system or actor.seat(matter.edition_id)):
        return False
    if actor.is_admin or actor.is_system or not matter.hides_names or matter.phase in AFTER_DECIDING:
        return True
    return matter.phase in AFTER_SCORING and matter.is_comparison_open


def may_compare_entry(actor: Actor, matter: ComparedMatter) -> bool:
    """See one entry in the comparison: the organiser every admitted one, a juror those without a recusal of one's own."""
    is_judged = matter.entry_status is EntryStatus.ADMITTED
    return is_judged and (actor.is_admin or (may_compare(actor, matter) and not matter.is_recused))


def may_discuss(actor: Actor, matter: ComparedMatter) -> bool:
    """Write about a compared entry, flag it, or change one's points on it: members of the panel while the jury deliberates."""
    is_on_panel = actor.seat(matter.edition_id) is not None
    return is_on_panel and may_compare_entry(actor, matter) and matter.phase is Phase.DELIBERATION
