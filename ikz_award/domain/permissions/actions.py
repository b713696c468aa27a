"""What people do, by name, and what the permission table says of each."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.matter import Matter


class Action(StrEnum):
    CHOOSE_ORGANISATION = "organisation.choose"
    ADMIT_COLLEAGUE = "membership.decide"
    NAME_DEPUTY = "deputy.name"
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
    MANAGE_ACCOUNTS = "account.manage"
    SCREEN_ENTRY = "entry.screen"
    CHANGE_PHASE = "edition.change_phase"
    EXTEND_DEADLINE = "edition.extend_deadline"
    EDIT_RULES = "edition.edit_rules"
    EDIT_COUNTING = "edition.edit_counting"
    EDIT_TEXTS = "edition.edit_texts"
    EDIT_PANEL = "jury.edit_panel"
    ASSIGN = "jury.assign"
    STAND_IN = "panel.stand_in"
    END_JUROR = "panel.end"
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
    CHANGE_SHORTLISTED = "sheet.change_shortlisted"
    RUN_MEETING = "meeting.run"
    ORDER_AGENDA = "meeting.order"
    VOTE = "meeting.vote"
    LEAD_JURY = "jury.lead"
    TRY_WEIGHTS = "ranking.try_weights"
    RECORD_DECISION = "decision.record"
    DRAW_SHORTLIST = "shortlist.draw"
    UNDO_SHORTLIST = "shortlist.undo"
    MAKE_REPORT = "report.make"
    SEAL_AS_ORGANISER = "seal.as_organiser"
    SEAL_AS_CHAIR = "seal.as_chair"
    ACCEPT_CONFIDENTIALITY = "confidentiality.accept"
    LIST_JURY_ENTRIES = "jury.list"
    READ_AS_JUROR = "jury.read"
    DECLARE_BIAS = "jury.declare_bias"
    REOPEN_SHEET = "jury.reopen_sheet"
    SCORE = "jury.score"
    SCORE_SHORTLISTED = "jury.score_shortlisted"
    SCORE_ASSIGNED = "jury.score_assigned"
    GIVE_POINTS = "jury.give_points"
    KEEP_TIES = "jury.keep_ties"
    RULE_ON_BIAS = "bias.rule"
    OVERRULE_DENIAL = "bias.overrule"


@dataclass(frozen=True)
class Permission:
    """`may` decides, `reason` tells a person why not, `is_hidden` answers as if the thing did not exist.

    `needs`: the right that somebody invited to an entry must have; without it that is the reason, not the entry's state.
    `within`: the action that must be allowed, too: it is asked first, and where it says no its reason is told.
    """

    may: Callable[[Actor, Matter], bool]
    reason: str
    is_hidden: bool = False
    needs: EntryRight | None = None
    within: Action | None = None
