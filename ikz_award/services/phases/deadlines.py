"""More time for entries: for everybody, after an outage say, or for one municipality. Only later, never without a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.timetable import berlin_to_utc
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.text import clean_line, clean_text
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import DeadlineExtension, Entry
from ikz_award.models.people.register import RegisterBody
from ikz_award.queries.entries.entries import deadline_of
from ikz_award.queries.entries.letters import letter_addresses
from ikz_award.queries.people.register import resolve_body
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.entries.mails import extension_mail
from ikz_award.services.phases.phases import open_again
from ikz_award.services.record.intention import Work
from ikz_award.services.record.locked import locked_edition
from ikz_award.services.record.use_case import use_case

SHORTEST_REASON = 10
LONGEST_REASON = 1_000
# Further away than this it is a slip of the keyboard.
LONGEST = timedelta(days=366)


@dataclass(frozen=True, kw_only=True)
class Extension:
    """What was typed: `until` a wall-clock time in Berlin ("2026-03-20T23:59"); `body` a municipality, or "" for all."""

    slug: str
    until: str
    reason: str
    body: str = ""


@use_case(AuditAction.EDITION_EXTEND_DEADLINE)
def extend_deadline(work: Work, *, extension: Extension) -> int:
    """Give more time and return how many entries it holds for: begun ones, of one municipality or of all.

    After the closing, while nothing has been screened, entries are taken again.
    Raises `Invalid` naming the field, `NotFound`, `Refused`.
    """
    edition = locked_edition(work.session, extension.slug)
    require(work.actor, Action.EXTEND_DEADLINE, edition_matter(edition))
    body = _body(work.session, extension.body)
    entries = _open_entries(work.session, edition, body)
    current = max((deadline_of(one) for one in entries), default=edition.deadline_at) if body else edition.deadline_at
    until, reason = _checked(edition, extension, current=current, now=work.now, lacks_entries=bool(body) and not entries)
    if edition.phase is Phase.SCREENING:
        open_again(work, edition, reason=reason)
    _record(work, edition, body, entries, until=until, reason=reason)
    for address, own in _people(work.session, entries).items():
        subject, text = extension_mail(edition, until=until, reason=reason, titles=[one.title for one in own])
        work.send_mail(recipient=address, subject=subject, body=text)
    return len(entries)


def _body(session: Session, typed: str) -> RegisterBody | None:
    if not clean_line(typed):
        return None
    body = resolve_body(session, typed)
    if body is None:
        raise Invalid({"body": _("Diese Kommune steht so nicht im Verzeichnis. Bitte wählen Sie sie aus der Liste.")})
    return body


def _open_entries(session: Session, edition: Edition, body: RegisterBody | None) -> Sequence[Entry]:
    """The entries that the time is for: drafts, and what was handed in and may still be changed."""
    query = select(Entry).where(Entry.edition_id == edition.id, Entry.status.in_((EntryStatus.DRAFT, EntryStatus.SUBMITTED)))
    return session.scalars(query if body is None else query.where(Entry.lead_key == body.key)).all()


def _checked(
    edition: Edition, extension: Extension, *, current: datetime, now: datetime, lacks_entries: bool
) -> tuple[datetime, str]:
    errors: dict[str, str] = {}
    if lacks_entries:
        errors["body"] = _("Diese Kommune hat in dieser Wettbewerbsrunde noch keinen Beitrag begonnen.")
    reason = clean_text(extension.reason)
    if len(reason) < SHORTEST_REASON:
        errors["reason"] = _("Bitte begründen Sie die Verlängerung in einem Satz.")
    elif len(reason) > LONGEST_REASON:
        errors["reason"] = _("Bitte kürzen Sie die Begründung auf %(limit)s Zeichen.", limit=LONGEST_REASON)
    try:
        until = _instant(edition, extension.until, current=current, now=now)
    except Invalid as error:
        raise Invalid(errors | dict(error.errors)) from None
    if errors:
        raise Invalid(errors)
    return until, reason


def _instant(edition: Edition, typed: str, *, current: datetime, now: datetime) -> datetime:
    try:
        until = berlin_to_utc(datetime.fromisoformat(typed.strip()), field="until")
    except ValueError:
        raise Invalid({"until": _("Bitte geben Sie Tag und Uhrzeit an, zum Beispiel 20.03.2026, 23:59.")}) from None
    if until <= max(current, now):
        raise Invalid({"until": _("Die neue Frist muss später sein als die jetzige und in der Zukunft liegen.")})
    if until > now + LONGEST:
        raise Invalid({"until": _("Die neue Frist liegt mehr als ein Jahr in der Zukunft. Bitte prüfen Sie das Jahr.")})
    # In preparation every date may have gone by; the end of scoring is set anew when it begins.
    is_planned = edition.phase is not Phase.PREPARATION and edition.scoring_closes_at is not None
    if is_planned and until >= edition.scoring_closes_at:
        raise Invalid({"until": _("Bis dahin soll die Bewertung beendet sein. Bitte wählen Sie einen früheren Zeitpunkt.")})
    return until


def _record(
    work: Work, edition: Edition, body: RegisterBody | None, entries: Sequence[Entry], *, until: datetime, reason: str
) -> None:
    assert work.actor.account_id is not None
    common = {
        "edition_id": edition.id,
        "new_deadline_at": until,
        "reason": reason,
        "decided_by": work.actor.account_id,
        "decided_at": work.now,
    }
    if body is None:
        work.session.add(DeadlineExtension(old_deadline_at=edition.deadline_at, **common))
        old, edition.deadline_at = edition.deadline_at, until
    else:
        old = max(deadline_of(one) for one in entries)
        work.session.add(DeadlineExtension(lead_key=body.key, old_deadline_at=old, **common))
        for one in entries:
            one.extended_to = until
    work.audit(
        subject=f"edition:{edition.id}",
        edition_id=edition.id,
        old={"deadline": old},
        new={"deadline": until, "reason": reason, "lead": body.official_name if body else None},
    )


def _people(session: Session, entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Address → the entries that are not handed in, of whoever gets letters about them."""
    found: dict[str, list[Entry]] = {}
    for one in entries:
        if one.status is EntryStatus.DRAFT or one.amending_since:
            for address in letter_addresses(session, one):
                found.setdefault(address, []).append(one)
    return found
