"""What people do, by name, to which kind of matter, and what the permission table says of each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.kinds import (
    BiasMatter,
    BodyMatter,
    ComparedMatter,
    ComparisonMatter,
    CountingMatter,
    EditionMatter,
    EntryMatter,
    LateSheetMatter,
    Matter,
    NamesMatter,
    NewEntryMatter,
    OverrulingMatter,
    PointsMatter,
    ReadingMatter,
    SheetMatter,
    ShortlistMatter,
    VoteMatter,
    WinnerMatter,
)

K = TypeVar("K", bound=Matter)
# Who may be asked about less may be asked about more: an action on an edition is one on an entry's matter, too.
ActedOn = TypeVar("ActedOn", bound=Matter, contravariant=True)


class ActionOn(str, Generic[ActedOn]):
    """The name of what somebody does, and the kind of matter it is done to."""

    kind: type[ActedOn]

    def __new__(cls, name: str, kind: type[ActedOn]) -> "ActionOn[ActedOn]":
        made = super().__new__(cls, name)
        made.kind = kind
        return made


class Action:
    """Every action there is; each belongs to one kind of matter."""

    CHOOSE_ORGANISATION: Final = ActionOn("organisation.choose", Matter)
    ADMIT_COLLEAGUE: Final = ActionOn("membership.decide", BodyMatter)
    NAME_DEPUTY: Final = ActionOn("deputy.name", BodyMatter)
    CREATE_ENTRY: Final = ActionOn("entry.create", NewEntryMatter)
    VIEW_ENTRY: Final = ActionOn("entry.view", EntryMatter)
    VIEW_HISTORY: Final = ActionOn("entry.view_history", EntryMatter)
    EDIT_ENTRY: Final = ActionOn("entry.edit", EntryMatter)
    SUBMIT_ENTRY: Final = ActionOn("entry.submit", EntryMatter)
    WITHDRAW_ENTRY: Final = ActionOn("entry.withdraw", EntryMatter)
    AMEND_ENTRY: Final = ActionOn("entry.amend", EntryMatter)
    END_AMENDING: Final = ActionOn("entry.end_amending", EntryMatter)
    DISCARD_DRAFT: Final = ActionOn("entry.discard", EntryMatter)
    INFORM_PARTNERS: Final = ActionOn("partner.inform", EntryMatter)
    SHARE_ENTRY: Final = ActionOn("entry.share", EntryMatter)
    OVERSEE: Final = ActionOn("edition.oversee", Matter)
    MANAGE_ACCOUNTS: Final = ActionOn("account.manage", Matter)
    EDIT_SITE: Final = ActionOn("site.edit", Matter)
    IMPORT_REGISTER: Final = ActionOn("register.import", Matter)
    CREATE_EDITION: Final = ActionOn("edition.create", Matter)
    SCREEN_ENTRY: Final = ActionOn("entry.screen", EntryMatter)
    CHANGE_PHASE: Final = ActionOn("edition.change_phase", EditionMatter)
    EXTEND_DEADLINE: Final = ActionOn("edition.extend_deadline", EditionMatter)
    EDIT_RULES: Final = ActionOn("edition.edit_rules", EditionMatter)
    EDIT_NAMES: Final = ActionOn("edition.edit_names", EditionMatter)
    EDIT_CATEGORIES: Final = ActionOn("edition.edit_categories", EditionMatter)
    EDIT_COUNTING: Final = ActionOn("edition.edit_counting", CountingMatter)
    EDIT_TEXTS: Final = ActionOn("edition.edit_texts", EditionMatter)
    EDIT_PANEL: Final = ActionOn("jury.edit_panel", EditionMatter)
    ASSIGN: Final = ActionOn("jury.assign", EditionMatter)
    STAND_IN: Final = ActionOn("panel.stand_in", EditionMatter)
    END_JUROR: Final = ActionOn("panel.end", EditionMatter)
    MANAGE_JURY: Final = ActionOn("jury.manage", EditionMatter)
    VIEW_RANKING: Final = ActionOn("ranking.view", EditionMatter)
    STATE_SHARES: Final = ActionOn("prize.state", WinnerMatter)
    VIEW_PAYMENTS: Final = ActionOn("prize.view", EditionMatter)
    RELEASE_REMARKS: Final = ActionOn("remarks.release", EditionMatter)
    OPEN_COMPARISON: Final = ActionOn("comparison.open", ComparisonMatter)
    COMPARE: Final = ActionOn("jury.compare", ComparisonMatter)
    COMPARE_ENTRY: Final = ActionOn("jury.compare_entry", ComparedMatter)
    SEE_NAMES: Final = ActionOn("jury.see_names", NamesMatter)
    DISCUSS: Final = ActionOn("jury.discuss", ComparedMatter)
    CHANGE_AFTER_COMPARISON: Final = ActionOn("sheet.change_late", ComparedMatter)
    CHANGE_SHORTLISTED: Final = ActionOn("sheet.change_shortlisted", LateSheetMatter)
    RUN_MEETING: Final = ActionOn("meeting.run", EditionMatter)
    ORDER_AGENDA: Final = ActionOn("meeting.order", EditionMatter)
    VOTE: Final = ActionOn("meeting.vote", VoteMatter)
    LEAD_JURY: Final = ActionOn("jury.lead", EditionMatter)
    TRY_WEIGHTS: Final = ActionOn("ranking.try_weights", EditionMatter)
    RECORD_DECISION: Final = ActionOn("decision.record", EditionMatter)
    DRAW_SHORTLIST: Final = ActionOn("shortlist.draw", EditionMatter)
    UNDO_SHORTLIST: Final = ActionOn("shortlist.undo", EditionMatter)
    MAKE_REPORT: Final = ActionOn("report.make", EditionMatter)
    SEAL_AS_ORGANISER: Final = ActionOn("seal.as_organiser", EditionMatter)
    SEAL_AS_CHAIR: Final = ActionOn("seal.as_chair", EditionMatter)
    ACCEPT_CONFIDENTIALITY: Final = ActionOn("confidentiality.accept", EditionMatter)
    LIST_JURY_ENTRIES: Final = ActionOn("jury.list", EditionMatter)
    READ_AS_JUROR: Final = ActionOn("jury.read", ReadingMatter)
    DECLARE_BIAS: Final = ActionOn("jury.declare_bias", SheetMatter)
    REOPEN_SHEET: Final = ActionOn("jury.reopen_sheet", ShortlistMatter)
    SCORE: Final = ActionOn("jury.score", ReadingMatter)
    SCORE_SHORTLISTED: Final = ActionOn("jury.score_shortlisted", SheetMatter)
    SCORE_ASSIGNED: Final = ActionOn("jury.score_assigned", SheetMatter)
    GIVE_POINTS: Final = ActionOn("jury.give_points", PointsMatter)
    KEEP_TIES: Final = ActionOn("jury.keep_ties", EditionMatter)
    RULE_ON_BIAS: Final = ActionOn("bias.rule", BiasMatter)
    OVERRULE_DENIAL: Final = ActionOn("bias.overrule", OverrulingMatter)


ACTIONS: tuple[ActionOn[Any], ...] = tuple(one for one in vars(Action).values() if isinstance(one, ActionOn))


@dataclass(frozen=True)
class Permission(Generic[K]):
    """`may` decides, `reason` tells a person why not, `is_hidden` answers as if the thing did not exist.

    `needs`: the right that somebody invited to an entry must have; without it that is the reason, not the entry's state.
    `within`: the action that must be allowed, too: it is asked first, and where it says no its reason is told.
    """

    action: ActionOn[K]
    may: Callable[[Actor, K], bool]
    reason: str
    is_hidden: bool = False
    needs: EntryRight | None = None
    within: ActionOn[K] | None = None
