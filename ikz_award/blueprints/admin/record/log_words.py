"""German words for the audit log: actions, subjects, names and values of what changed."""

from collections.abc import Mapping
from enum import StrEnum

from ikz_award.domain.decision.shortlist import ShortlistRule
from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.jury.assignment import AssignmentMode
from ikz_award.domain.people.bodies import BodyForm
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.labels.log import ACTIONS, ENDINGS, KINDS, MEMBERSHIPS
from ikz_award.extensions import translated
from ikz_award.models.entries.entries import OrganiserVerdict
from ikz_award.reports.result.labels import label


def action_words(action: str) -> str:
    """The German words for an action of the log; one without words is shown as it is stored."""
    return translated(ACTIONS.get(action, action))


def subject_words(subject: str) -> str:
    """The kind of a subject: "entry:17" is a „Beitrag“."""
    kind = subject.partition(":")[0]
    return translated(KINDS.get(kind, kind))


def value_words(action: str, name: str, value: object) -> object:
    """A stored value in German where it is one of a few; anything else as it is."""
    kinds: Mapping[str, type[StrEnum]] = {
        "phase": Phase,
        "status": SheetStatus if action.startswith(("sheet.", "jury.")) else EntryStatus,
        "verdict": OrganiserVerdict,
        "mode": AssignmentMode,
        "right": EntryRight,
        "form": BodyForm,
        "role": PanelRole,
        "rule": ShortlistRule,
    }
    if not isinstance(value, str):
        return value
    if action == AuditAction.PANEL_END and name == "points":
        return translated(ENDINGS.get(value, value))
    kind = kinds.get(name)
    if kind is not None and value in set(kind):
        return label(kind(value))
    return translated(MEMBERSHIPS.get(value, value)) if name == "membership" else value
