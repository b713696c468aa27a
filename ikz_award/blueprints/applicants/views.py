"""What several pages of an entry show: its steps as a task list, its way so far, what kept forms are called."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import g, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select

from ikz_award.domain.entries.circulation import NoticeState
from ikz_award.domain.entries.next_steps import Timing
from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.entries.standing import EntryStanding
from ikz_award.domain.permissions.actions import ActionOn
from ikz_award.domain.permissions.kinds import EntryMatter
from ikz_award.domain.permissions.matter import belongs
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.errors import NotFound
from ikz_award.domain.words.formats import format_instant
from ikz_award.extensions import db, translated
from ikz_award.models.decision.decisions import Decision
from ikz_award.models.editions.editions import StepKind
from ikz_award.models.entries.entries import ATTACHMENTS, PARTNERS, Entry
from ikz_award.queries.entries.circulation import circulation_of
from ikz_award.queries.entries.closing import closed_at, early_closing, end_of_circulation
from ikz_award.queries.entries.entries import entry_for
from ikz_award.queries.entries.form import INCOMPLETE, UNTOUCHED, EntryForm, StepState, form_of
from ikz_award.queries.entries.letters import letter_addresses
from ikz_award.queries.entries.standing import excluded_at, standing_of, standing_steps
from ikz_award.queries.permissions.matters import entry_matter
from ikz_award.reports.result.labels import label

# More names would not help; the step itself shows all.
NAMED_GAPS = 3


@dataclass(frozen=True, kw_only=True)
class Task:
    """A step to do, with the way there; `state` as in the form, `hint`: what is missing, or what the organiser asks for."""

    title: str
    url: str
    state: str
    hint: str


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A line of the entry's way; `state`: past, current or future; `date` as words, empty where none is told."""

    date: str
    title: str
    state: str
    text: str = ""
    badge: str = ""


def load_entry(entry_id: str, action: ActionOn[EntryMatter] = Action.VIEW_ENTRY) -> Entry:
    """The entry of this request's address for this request's person. Raises `NotFound` or `Refused`."""
    return entry_for(db.session(), actor=g.actor, public_id=entry_id, now=g.now, action=action)


def may(action: ActionOn[EntryMatter], entry: Entry) -> bool:
    """Whether this request's person may do this with the entry now."""
    return is_allowed(g.actor, action, entry_matter(entry, now=g.now))


def own_right(entry: Entry) -> EntryRight | None:
    """What this request's person was invited to do; None for the lead municipality's own people and the organiser."""
    return None if belongs(g.actor, entry_matter(entry, now=g.now)) else g.actor.rights.get(entry.id)


def standing_now(entry: Entry) -> EntryStanding:
    """Where the entry stands at this request: what its pages say, they say by this."""
    return standing_of(db.session(), entry, now=g.now)


def ending_of(entry: Entry) -> dict[str, Any]:
    """The entry's standing, and when its time ends or ended; `early`: before the deadline, with the organiser's reason."""
    session = db.session()
    return {
        "standing": standing_now(entry),
        "closed_at": closed_at(session, entry),
        "early": early_closing(session, entry.edition, entry=entry),
    }


def letters_of(entry: Entry) -> Sequence[str]:
    """Where letters about the entry go, for those who may write in it."""
    return letter_addresses(db.session(), entry) if may(Action.VIEW_HISTORY, entry) else ()


def step_url(entry: Entry, key: str, *, fehlt: str | None = None, gespeichert: str | None = None) -> str:
    """`fehlt`: mark what is missing there; `gespeichert`: the step that was just saved. Left out where None."""
    return url_for("applicants.step", entry_id=entry.public_id, step_key=key, fehlt=fehlt, gespeichert=gespeichert)


def review_key(form: EntryForm) -> str:
    """The key of the step where one hands in."""
    return next((state.step.key for state in form.steps if state.step.kind is StepKind.REVIEW), "")


def step_of_kind(entry: Entry, kind: StepKind) -> str:
    """The key of the form's step of this kind. Raises `NotFound` where the edition has none."""
    for state in form_of(db.session(), entry).steps:
        if state.step.kind is kind:
            return state.step.key
    raise NotFound


def locked_parts(form: EntryForm) -> dict[str, bool]:
    """Whether partners and attachments stay as they were handed in."""
    return {"partners": form.is_locked(PARTNERS), "attachments": form.is_locked(ATTACHMENTS)}


def requests_of(form: EntryForm) -> list[Task]:
    """What the organiser asks for, with its remark and the way there."""
    found = []
    for state in form.steps:
        parts = {StepKind.PARTNERS: PARTNERS, StepKind.ATTACHMENTS: ATTACHMENTS}
        if (part := parts.get(state.step.kind)) in form.requested:
            found.append(_request(form, state, state.step.title, form.requested[str(part)], anchor="liste"))
        found += [
            _request(form, state, one.question.label, one.remark, anchor=f"q_{one.question.key}")
            for one in state.questions
            if one.question.key in form.requested
        ]
    return found


def _request(form: EntryForm, state: StepState, title: str, remark: str, *, anchor: str) -> Task:
    return Task(title=title, url=f"{step_url(form.entry, state.step.key)}#{anchor}", state="", hint=remark)


def draft_key(entry: Entry, step_key: str) -> str:
    """The name under which a browser keeps what was typed but not saved; another person's browser has another."""
    return f"{g.actor.account_id}:{entry.public_id}:{step_key}"


def circulation(entry: Entry) -> dict[str, Any]:
    """What the table of partners who are informed shows."""
    states = circulation_of(db.session(), entry, now=g.now)
    return {
        "circulation": states,
        "circulation_end": end_of_circulation(db.session(), entry),
        "can_inform": may(Action.INFORM_PARTNERS, entry) and g.now <= end_of_circulation(db.session(), entry),
        "waiting": sum(one.state is NoticeState.NOT_SENT for one in states),
    }


def tasks_of(form: EntryForm) -> list[Task]:
    """A task for every step, with what is still missing."""
    return [
        Task(title=state.step.title, url=_task_url(form.entry, state), state=state.state, hint=_hint(state))
        for state in form.steps
    ]


def _task_url(entry: Entry, state: StepState) -> str:
    has_gaps = state.state == INCOMPLETE and state.missing and state.step.kind is StepKind.QUESTIONS
    return step_url(entry, state.step.key, fehlt="1") if has_gaps else step_url(entry, state.step.key)


def _hint(state: StepState) -> str:
    if state.problems:
        names = ", ".join(one.question.label for one in state.problems[:NAMED_GAPS])
        return _("Zu ändern: %(names)s", names=names)
    if state.step.kind is StepKind.ATTACHMENTS and state.state == UNTOUCHED:
        return _("Freiwillig, soweit nicht eine Bestätigung nötig ist")
    if state.state != INCOMPLETE or not state.missing or state.step.kind is StepKind.REVIEW:
        return ""
    names = ", ".join(f"„{name}“" for name in state.missing[:NAMED_GAPS])
    rest = len(state.missing) - NAMED_GAPS
    if rest <= 0:
        return ngettext("Es fehlt: %(names)s", "Es fehlen: %(names)s", len(state.missing), names=names)
    more = ngettext("und eine weitere Angabe", "und %(num)s weitere Angaben", rest)
    return _("Es fehlen: %(names)s %(more)s", names=names, more=more)


def step_bar(form: EntryForm, current: str) -> list[dict[str, str]]:
    """The steps above a form."""
    return [
        {
            "label": state.step.title,
            "url": step_url(form.entry, state.step.key),
            "state": "current" if state.step.key == current else state.state,
        }
        for state in form.steps
    ]


def way_of(entry: Entry) -> list[Moment]:
    """What happened with an entry and what comes next; nothing that a jury does."""
    moments = [_past(entry.created_at, _("Entwurf angelegt"))]
    for submission in entry.submissions:
        title = _("Eingereicht") if submission.version == 1 else _("Erneut eingereicht (Fassung %(n)s)", n=submission.version)
        moments.append(_past(submission.received_at, title))
    return [*moments, *_outcome(entry), *coming_of(entry)]


def coming_of(entry: Entry) -> list[Moment]:
    """What happens next, as the page and the receipt show it; the mail says the same (`services.entries.mails`)."""
    return [
        Moment(
            date=translated(step.when),
            title=translated(step.title),
            text=translated(step.text),
            state="future" if step.timing is Timing.COMING else "current",
            badge=label(step.timing),
        )
        for step in standing_steps(db.session(), entry, now=g.now)
    ]


def _past(at: datetime | None, title: str) -> Moment:
    return Moment(date=format_instant(at) if at else "", title=title, state="past")


def _outcome(entry: Entry) -> list[Moment]:
    """What was decided about the entry so far, as far as it is told."""
    session, standing = db.session(), standing_now(entry)
    match standing:
        case EntryStanding.MISSED:
            return [_past(closed_at(session, entry), label(standing))]
        case EntryStanding.EXCLUDED:
            return [_past(excluded_at(session, entry), label(standing))]
        case EntryStanding.WITHDRAWN:
            return [_past(entry.updated_at, label(standing))]
        case EntryStanding.ADMITTED | EntryStanding.WITH_JURY:
            return [_past(None, label(EntryStanding.ADMITTED))]
        case EntryStanding.WINNER | EntryStanding.WITHOUT_PRIZE:
            admitted = _past(None, label(EntryStanding.ADMITTED))
            return [admitted, _past(entry.edition.published_at, _("Ergebnis veröffentlicht"))]
    return []


def outcome_of(entry: Entry) -> Decision | None:
    """The decision for the entry's category, once it is published."""
    if entry.edition.phase not in (Phase.PUBLISHED, Phase.ARCHIVED) or entry.status is not EntryStatus.ADMITTED:
        return None
    return db.session.scalar(select(Decision).where(Decision.category_id == entry.category_id))
