"""The permission table: action → (predicate, reason). Views, services, templates and the navigation ask the same table.

A predicate sees the actor and the `Matter`: the few facts of the thing acted on. Where the answer is no because the actor may
not even know that the thing exists, the refusal is `NotFound`, so that "not yours" and "not there" look alike.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ikz_award.domain.actors import Actor
from ikz_award.domain.errors import NotFound, Refused
from ikz_award.domain.matter import (
    AFTER_DECIDING,
    AFTER_SCORING,
    BEFORE_DELIBERATION,
    Matter,
    belongs,
    has_right,
    is_chair,
    is_invited,
    is_sworn_juror,
    may_amend,
    may_compare,
    may_compare_entry,
    may_discuss,
    may_edit,
    may_inform_partners,
    may_keep_ties,
    may_list,
    may_read_as_juror,
    may_rule_on_bias,
    may_screen,
    may_see_names,
    may_submit,
    may_withdraw,
)
from ikz_award.domain.rights import EntryRight
from ikz_award.domain.wording import message as _
from ikz_award.domain.workflow import EntryStatus, Phase


class Action(StrEnum):
    CHOOSE_ORGANISATION = "organisation.choose"
    ADMIT_COLLEAGUE = "membership.decide"
    CREATE_ENTRY = "entry.create"
    VIEW_ENTRY = "entry.view"
    VIEW_HISTORY = "entry.view_history"
    EDIT_ENTRY = "entry.edit"
    SUBMIT_ENTRY = "entry.submit"
    WITHDRAW_ENTRY = "entry.withdraw"
    AMEND_ENTRY = "entry.amend"
    END_AMENDING = "entry.end_amending"
    DISCARD_DRAFT = "entry.discard"
    INFORM_PARTNERS = "partner.inform"
    SHARE_ENTRY = "entry.share"
    OVERSEE = "edition.oversee"
    SCREEN_ENTRY = "entry.screen"
    CHANGE_PHASE = "edition.change_phase"
    EXTEND_DEADLINE = "edition.extend_deadline"
    EDIT_RULES = "edition.edit_rules"
    EDIT_COUNTING = "edition.edit_counting"
    EDIT_PANEL = "jury.edit_panel"
    ASSIGN = "jury.assign"
    STAND_IN = "panel.stand_in"
    MANAGE_JURY = "jury.manage"
    VIEW_RANKING = "ranking.view"
    STATE_SHARES = "prize.state"
    VIEW_PAYMENTS = "prize.view"
    RELEASE_REMARKS = "remarks.release"
    OPEN_COMPARISON = "comparison.open"
    COMPARE = "jury.compare"
    COMPARE_ENTRY = "jury.compare_entry"
    SEE_NAMES = "jury.see_names"
    DISCUSS = "jury.discuss"
    CHANGE_AFTER_COMPARISON = "sheet.change_late"
    RUN_MEETING = "meeting.run"
    ORDER_AGENDA = "meeting.order"
    VOTE = "meeting.vote"
    LEAD_JURY = "jury.lead"
    TRY_WEIGHTS = "ranking.try_weights"
    RECORD_DECISION = "decision.record"
    MAKE_REPORT = "report.make"
    SEAL_AS_ORGANISER = "seal.as_organiser"
    SEAL_AS_CHAIR = "seal.as_chair"
    ACCEPT_CONFIDENTIALITY = "confidentiality.accept"
    LIST_JURY_ENTRIES = "jury.list"
    READ_AS_JUROR = "jury.read"
    DECLARE_BIAS = "jury.declare_bias"
    SCORE = "jury.score"
    SCORE_ASSIGNED = "jury.score_assigned"
    GIVE_POINTS = "jury.give_points"
    KEEP_TIES = "jury.keep_ties"
    RULE_ON_BIAS = "bias.rule"


@dataclass(frozen=True)
class Permission:
    """`may` decides, `reason` tells a person why not, `is_hidden` answers as if the thing did not exist.

    `needs`: the right that somebody invited to an entry must have; without it that is the reason, not the entry's state.
    """

    may: Callable[[Actor, Matter], bool]
    reason: str
    is_hidden: bool = False
    needs: EntryRight | None = None


PERMISSIONS: Mapping[Action, Permission] = {
    Action.CHOOSE_ORGANISATION: Permission(
        lambda actor, matter: actor.is_authenticated,
        _("Um eine Kommune zu wählen, melden Sie sich bitte an."),
    ),
    Action.ADMIT_COLLEAGUE: Permission(
        lambda actor, matter: actor.is_admin or belongs(actor, matter),
        _("Wer zu einer Kommune gehört, bestätigen das Kompetenzzentrum und die Personen, die schon dazugehören."),
        is_hidden=True,
    ),
    Action.CREATE_ENTRY: Permission(
        lambda actor, matter: belongs(actor, matter) and matter.is_open_for_entries,
        _("Einen Beitrag anlegen kann, wer zu einer Kommune gehört, solange die Wettbewerbsrunde für Bewerbungen offen ist."),
    ),
    Action.VIEW_ENTRY: Permission(
        lambda actor, matter: (
            has_right(actor, matter, EntryRight.READ)
            or (actor.is_admin and matter.entry_status not in (None, EntryStatus.DRAFT))
        ),
        _(
            "Diesen Beitrag sehen nur die federführende Kommune, wen sie eingeladen hat, und, nach dem Einreichen, das "
            "Kompetenzzentrum."
        ),
        is_hidden=True,
    ),
    Action.VIEW_HISTORY: Permission(
        lambda actor, matter: has_right(actor, matter, EntryRight.READ),
        _("Frühere Fassungen sehen nur die federführende Kommune und wen sie eingeladen hat."),
        is_hidden=True,
    ),
    Action.EDIT_ENTRY: Permission(
        may_edit,
        _("Der Beitrag ist eingereicht und kann nicht mehr geändert werden."),
        needs=EntryRight.EDIT,
    ),
    Action.SUBMIT_ENTRY: Permission(
        may_submit,
        _("Der Beitrag ist bereits eingereicht oder die Frist ist abgelaufen."),
        needs=EntryRight.SUBMIT,
    ),
    Action.WITHDRAW_ENTRY: Permission(
        may_withdraw,
        _("Zurückziehen lässt sich ein eingereichter Beitrag bis zum Ende der Bewertung."),
        needs=EntryRight.SUBMIT,
    ),
    Action.AMEND_ENTRY: Permission(
        may_amend,
        _("Ändern lässt sich ein eingereichter Beitrag bis zum Einsendeschluss, solange noch nicht über ihn entschieden ist."),
        needs=EntryRight.SUBMIT,
    ),
    Action.END_AMENDING: Permission(
        lambda actor, matter: has_right(actor, matter, EntryRight.SUBMIT) and matter.is_amended,
        _("Dieser Beitrag wird gerade nicht geändert."),
        needs=EntryRight.SUBMIT,
    ),
    Action.DISCARD_DRAFT: Permission(
        lambda actor, matter: belongs(actor, matter) and matter.entry_status is EntryStatus.DRAFT,
        _(
            "Verwerfen kann nur die federführende Kommune, und nur einen Entwurf. Einen eingereichten Beitrag können Sie "
            "zurückziehen."
        ),
    ),
    Action.INFORM_PARTNERS: Permission(
        may_inform_partners,
        _("Partner werden informiert, solange der Beitrag am Wettbewerb teilnimmt."),
        needs=EntryRight.EDIT,
    ),
    Action.SHARE_ENTRY: Permission(
        belongs,
        _("Wer an einem Beitrag mitwirkt, bestimmen die Personen der federführenden Kommune."),
    ),
    Action.OVERSEE: Permission(
        lambda actor, matter: actor.is_admin,
        _("Dieser Bereich ist dem Kompetenzzentrum vorbehalten."),
        is_hidden=True,
    ),
    Action.SCREEN_ENTRY: Permission(
        may_screen,
        _(
            "Die Vorprüfung ist nur für eingereichte Beiträge möglich, die gerade nicht geändert werden, und nur bis zum "
            "Beginn der Bewertung."
        ),
    ),
    Action.CHANGE_PHASE: Permission(
        lambda actor, matter: actor.is_admin,
        _("Den Stand der Wettbewerbsrunde ändert nur das Kompetenzzentrum."),
    ),
    Action.EXTEND_DEADLINE: Permission(
        lambda actor, matter: actor.is_admin and matter.phase is Phase.OPEN,
        _("Die Frist verlängert das Kompetenzzentrum, solange die Bewerbungsphase offen ist."),
    ),
    Action.EDIT_RULES: Permission(
        lambda actor, matter: actor.is_admin and matter.phase in (Phase.PREPARATION, Phase.OPEN),
        _("Regeln und Grenzen ändert das Kompetenzzentrum nur, bis die Bewerbungsphase endet."),
    ),
    Action.EDIT_COUNTING: Permission(
        lambda actor, matter: actor.is_admin and not matter.has_points and matter.phase in BEFORE_DELIBERATION,
        _("Wie gezählt wird, steht fest, sobald das erste Jurymitglied Punkte vergeben hat."),
    ),
    Action.EDIT_PANEL: Permission(
        lambda actor, matter: actor.is_admin and matter.phase in BEFORE_DELIBERATION,
        _("Die Jury besetzt das Kompetenzzentrum, bis die Bewertung geschlossen ist."),
    ),
    Action.ASSIGN: Permission(
        lambda actor, matter: actor.is_admin and matter.phase in BEFORE_DELIBERATION,
        _("Wer welchen Beitrag bewertet, legt das Kompetenzzentrum fest, bis die Bewertung geschlossen ist."),
    ),
    Action.STAND_IN: Permission(
        lambda actor, matter: actor.is_admin and matter.phase in (*BEFORE_DELIBERATION, Phase.DELIBERATION),
        _("Eine Vertretung setzt das Kompetenzzentrum ein, bis das Ergebnis festgestellt ist."),
    ),
    Action.MANAGE_JURY: Permission(
        lambda actor, matter: actor.is_admin and matter.phase is Phase.JUDGING,
        _("Erinnern, Fristen verlängern und Bögen wieder öffnen kann das Kompetenzzentrum, solange die Bewertung läuft."),
    ),
    Action.VIEW_RANKING: Permission(
        lambda actor, matter: (actor.is_admin or actor.is_system) and matter.phase in AFTER_SCORING,
        _("Die Rangfolge ist erst sichtbar, wenn die Bewertung geschlossen ist."),
    ),
    Action.STATE_SHARES: Permission(
        lambda actor, matter: belongs(actor, matter) and matter.is_winner and matter.phase is Phase.PUBLISHED,
        _("Angaben zur Auszahlung macht die federführende Kommune des Preisträgers, sobald das Ergebnis veröffentlicht ist."),
    ),
    Action.VIEW_PAYMENTS: Permission(
        lambda actor, matter: actor.is_admin and matter.phase in (Phase.PUBLISHED, Phase.ARCHIVED),
        _("Die Auszahlung beginnt, wenn das Ergebnis veröffentlicht ist."),
    ),
    Action.RELEASE_REMARKS: Permission(
        lambda actor, matter: actor.is_admin and matter.phase in (Phase.PUBLISHED, Phase.ARCHIVED),
        _("Rückmeldungen der Jury gibt das Kompetenzzentrum frei, nachdem das Ergebnis veröffentlicht ist."),
    ),
    Action.OPEN_COMPARISON: Permission(
        lambda actor, matter: actor.is_admin and matter.phase is Phase.DELIBERATION and not matter.is_comparison_open,
        _("Den Vergleich öffnet das Kompetenzzentrum einmal, nachdem die Bewertung geschlossen ist."),
    ),
    Action.COMPARE: Permission(
        lambda actor, matter: (actor.is_admin and matter.phase in AFTER_SCORING) or may_compare(actor, matter),
        _(
            "Die Punkte der anderen sehen Sie, sobald die Bewertung geschlossen ist und das Kompetenzzentrum den Vergleich "
            "geöffnet hat."
        ),
    ),
    Action.COMPARE_ENTRY: Permission(may_compare_entry, _("Diesen Beitrag gibt es hier nicht."), is_hidden=True),
    Action.SEE_NAMES: Permission(may_see_names, _("Die Namen der Kommunen sehen Sie, sobald der Vergleich geöffnet ist.")),
    Action.DISCUSS: Permission(may_discuss, _("Besprochen wird ein Beitrag, solange die Jury berät. Gespeichert ist nichts.")),
    Action.CHANGE_AFTER_COMPARISON: Permission(
        lambda actor, matter: may_discuss(actor, matter) and matter.allows_late_points,
        _("Nach dem Vergleich lassen sich Punkte in dieser Wettbewerbsrunde nicht mehr ändern. Gespeichert ist nichts."),
    ),
    Action.RUN_MEETING: Permission(
        lambda actor, matter: actor.is_admin and matter.phase is Phase.DELIBERATION,
        _("Die Sitzung der Jury führt das Kompetenzzentrum, solange die Jury berät."),
    ),
    Action.ORDER_AGENDA: Permission(
        lambda actor, matter: (actor.is_admin or is_chair(actor, matter)) and matter.phase is Phase.DELIBERATION,
        _("Die Reihenfolge legen der Vorsitz und das Kompetenzzentrum fest, solange die Jury berät."),
    ),
    Action.VOTE: Permission(
        lambda actor, matter: is_sworn_juror(actor, matter) and matter.phase is Phase.DELIBERATION and not matter.is_recused,
        _("Abgestimmt wird, solange die Jury berät, von denen, die für den Beitrag nicht befangen sind."),
    ),
    Action.LEAD_JURY: Permission(
        lambda actor, matter: actor.is_admin or is_chair(actor, matter),
        _("Das sehen nur das Kompetenzzentrum und der Vorsitz der Jury."),
        is_hidden=True,
    ),
    Action.TRY_WEIGHTS: Permission(
        lambda actor, matter: (actor.is_admin or is_chair(actor, matter)) and matter.phase in AFTER_SCORING,
        _("Gewichte durchspielen können das Kompetenzzentrum und der Vorsitz der Jury, sobald die Bewertung geschlossen ist."),
    ),
    Action.RECORD_DECISION: Permission(
        lambda actor, matter: actor.is_admin and matter.phase is Phase.DELIBERATION,
        _("Entscheidungen werden festgehalten, nachdem die Bewertung geschlossen und bevor das Ergebnis festgestellt ist."),
    ),
    Action.MAKE_REPORT: Permission(
        lambda actor, matter: actor.is_admin and matter.phase in AFTER_SCORING,
        _("Der Ergebnisbericht kann erstellt werden, sobald die Bewertung geschlossen ist."),
    ),
    Action.SEAL_AS_ORGANISER: Permission(
        lambda actor, matter: actor.is_admin and matter.phase in AFTER_DECIDING,
        _("Besiegelt wird das Ergebnis, sobald es festgestellt ist."),
    ),
    Action.SEAL_AS_CHAIR: Permission(
        lambda actor, matter: is_chair(actor, matter) and matter.phase in AFTER_DECIDING,
        _("Das Ergebnis bestätigt der Vorsitz der Jury, sobald es festgestellt ist."),
    ),
    Action.ACCEPT_CONFIDENTIALITY: Permission(
        lambda actor, matter: actor.seat(matter.edition_id) is not None,
        _("Diese Erklärung geben nur Jurymitglieder ab."),
        is_hidden=True,
    ),
    Action.LIST_JURY_ENTRIES: Permission(
        may_list,
        _(
            "Die Beiträge sind sichtbar, sobald die Bewertung begonnen hat und Sie die "
            "Verschwiegenheitserklärung abgegeben haben."
        ),
    ),
    Action.READ_AS_JUROR: Permission(may_read_as_juror, _("Diesen Beitrag gibt es hier nicht."), is_hidden=True),
    Action.DECLARE_BIAS: Permission(
        lambda actor, matter: (
            may_list(actor, matter) and matter.phase is Phase.JUDGING and matter.entry_status is EntryStatus.ADMITTED
        ),
        _("Befangenheit wird erklärt, solange die Bewertung läuft."),
    ),
    Action.SCORE: Permission(
        lambda actor, matter: may_read_as_juror(actor, matter) and matter.phase is Phase.JUDGING,
        _("Die Bewertung ist nicht geöffnet. Ihre Eingaben stehen noch im Formular, wurden aber nicht gespeichert."),
    ),
    Action.SCORE_ASSIGNED: Permission(
        lambda actor, matter: matter.is_assigned,
        _("Dieser Beitrag ist Ihnen nicht zugewiesen. Sie können ihn lesen, aber nicht bewerten. Gespeichert ist nichts."),
    ),
    Action.GIVE_POINTS: Permission(
        lambda actor, matter: not matter.has_open_hint,
        _(
            "Zu diesem Beitrag gibt es einen Hinweis auf einen möglichen Bezug. Bitte erklären Sie erst, ob Sie befangen sind; "
            "danach können Sie bewerten. Gespeichert ist noch nichts."
        ),
    ),
    Action.KEEP_TIES: Permission(
        may_keep_ties,
        _("Bindungen werden geändert, solange die Bewertung nicht geschlossen ist."),
    ),
    Action.RULE_ON_BIAS: Permission(may_rule_on_bias, _("Diesen Vorgang gibt es hier nicht."), is_hidden=True),
}


def is_allowed(actor: Actor, action: Action, matter: Matter) -> bool:
    return PERMISSIONS[action].may(actor, matter)


# What is told to somebody whose right does not reach so far.
LACKING: Mapping[EntryRight, str] = {
    EntryRight.EDIT: _(
        "Sie können diesen Beitrag lesen, aber nicht bearbeiten. Wenn Sie mitschreiben sollen, bitten Sie die federführende "
        "Kommune darum."
    ),
    EntryRight.SUBMIT: _(
        "Sie können an diesem Beitrag mitschreiben. Einreichen, ändern und zurückziehen können ihn die Personen der "
        "federführenden Kommune und wen sie auch dazu eingeladen haben."
    ),
}


def require(actor: Actor, action: Action, matter: Matter) -> None:
    """Raise `NotFound` or `Refused` unless the table allows the action."""
    permission = PERMISSIONS[action]
    if permission.may(actor, matter):
        return
    refusal = NotFound if permission.is_hidden else Refused
    raise refusal(reason=action.value, message=_reason(actor, permission, matter))


def _reason(actor: Actor, permission: Permission, matter: Matter) -> str:
    needed = permission.needs
    if needed is None or belongs(actor, matter) or not is_invited(actor, matter) or has_right(actor, matter, needed):
        return permission.reason
    # Told by what is held: who may only read is not told of handing in.
    return LACKING[needed if has_right(actor, matter, EntryRight.EDIT) else EntryRight.EDIT]
