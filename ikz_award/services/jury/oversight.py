"""While the jury scores, the organiser reminds, gives one juror more time, and opens a sheet again."""

from datetime import datetime

from sqlalchemy import select

from ikz_award.domain.jury.scoring_time import is_in_time, may_remind
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.guards import SHORTEST_REASON
from ikz_award.domain.phases.timetable import berlin_to_utc
from ikz_award.domain.phases.workflow import SheetStatus, require_transition
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.domain.words.text import clean_text, length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import ConfidentialityAcceptance, Juror, ScoreSheet
from ikz_award.models.jury.oversight import JurorReminder, ScoringExtension, SheetReopening
from ikz_award.queries.actor.accounts import actor_of
from ikz_award.queries.jury.jury import current_round
from ikz_award.queries.jury.oversight import JurorView, juror_of, juror_view
from ikz_award.queries.jury.shortlist import is_left_out
from ikz_award.queries.permissions.matters import edition_matter, shortlist_matter
from ikz_award.services.jury.oversight_mails import reopening_mail, scoring_extension_mail, scoring_reminder_mail
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case

REASON_LIMIT = 1000


@use_case(AuditAction.JURY_REMIND, without=("base_url",))
def remind(work: Work, *, edition_id: int, juror_id: int | None, base_url: str) -> int:
    """Write to one juror, or (`juror_id` None) to all, who have open work and time left; returns to how many.

    Raises `Refused` ("nobody_to_remind") where nobody is left: done, out of time, or reminded less than an hour ago.
    """
    edition = _edition(work, edition_id)
    if juror_id is not None:
        juror_of(work.session, edition_id=edition.id, juror_id=juror_id)
    found = select(Juror).where(Juror.edition_id == edition.id).order_by(Juror.position, Juror.id).with_for_update(of=Juror)
    reminded = [
        juror.id
        for juror in work.session.scalars(found if juror_id is None else found.where(Juror.id == juror_id))
        if _remind(work, edition, juror, base_url)
    ]
    if not reminded:
        raise Refused(
            "nobody_to_remind",
            _(
                "Niemand wurde erinnert: Es ist nichts mehr offen, die Zeit ist abgelaufen, oder die letzte Erinnerung "
                "ist keine Stunde her."
            ),
        )
    work.audit(subject=f"edition:{edition.id}", edition_id=edition.id, new={"jurors": reminded})
    return len(reminded)


def _remind(work: Work, edition: Edition, juror: Juror, base_url: str) -> bool:
    view = juror_view(work.session, edition=edition, juror=juror)
    is_due = may_remind(now=work.now, last_at=view.reminded_at) and is_in_time(now=work.now, closes_at=view.closes_at)
    if not view.open or not is_due or not juror.account.active:
        return False
    subject, body = scoring_reminder_mail(edition, view, shows_titles=_is_sworn(work, juror), address=f"{base_url}/jury/")
    work.send_mail(recipient=juror.account.email, subject=subject, body=body)
    work.session.add(JurorReminder(juror_id=juror.id, sent_by=work.actor.account_id or 0, sent_at=work.now))
    return True


def _is_sworn(work: Work, juror: Juror) -> bool:
    """Who has not declared confidentiality in its newest version sees no entry, and reads of none in a mail."""
    any_version = select(ConfidentialityAcceptance.id).where(ConfidentialityAcceptance.juror_id == juror.id).limit(1)
    if work.session.scalar(any_version) is None:
        return False
    seat = actor_of(work.session, juror.account).seat(juror.edition_id)
    return seat is not None and seat.has_accepted_confidentiality


@use_case(AuditAction.JURY_CLOSE_AT)
def set_closing(work: Work, *, edition_id: int, until: str) -> None:
    """Say until when the whole jury may score, as typed for Berlin; a closing time that is set only ever moves on."""
    edition = _edition(work, edition_id)
    old = edition.scoring_closes_at
    closes_at, errors = _typed_instant(until, after=max(work.now, old or work.now))
    if errors:
        raise Invalid(errors)
    edition.scoring_closes_at = closes_at
    work.audit(
        subject=f"edition:{edition.id}",
        edition_id=edition.id,
        old={"closes_at": _iso(old)},
        new={"closes_at": _iso(closes_at)},
    )


def _typed_instant(until: str, *, after: datetime) -> tuple[datetime, dict[str, str]]:
    try:
        instant = berlin_to_utc(datetime.fromisoformat(until.strip()), field="until")
    except ValueError:
        return after, {"until": _("Bitte geben Sie Tag und Uhrzeit an.")}
    except Invalid as error:
        return after, error.errors
    if instant <= after:
        return after, {"until": _("Bitte wählen Sie einen Zeitpunkt nach dem bisherigen Schluss und nach jetzt.")}
    return instant, {}


@use_case(AuditAction.JURY_EXTEND)
def extend_scoring(work: Work, *, edition_id: int, juror_id: int, until: str, reason: str) -> str:
    """Give one juror more time, to `until` as typed for Berlin; returns the juror's name. Raises `Invalid` by field."""
    edition = _edition(work, edition_id)
    juror = juror_of(work.session, edition_id=edition.id, juror_id=juror_id)
    view = juror_view(work.session, edition=edition, juror=juror)
    closes_at, words = _checked_extension(view, now=work.now, until=until, reason=reason)
    work.session.add(
        ScoringExtension(
            juror_id=juror.id, closes_at=closes_at, reason=words, granted_by=work.actor.account_id or 0, granted_at=work.now
        )
    )
    subject, body = scoring_extension_mail(edition, closes_at=closes_at, reason=words)
    work.send_mail(recipient=juror.account.email, subject=subject, body=body)
    work.audit(
        subject=f"juror:{juror.id}",
        edition_id=edition.id,
        old={"closes_at": _iso(view.closes_at)},
        new={"closes_at": _iso(closes_at), "reason": words},
    )
    return juror.account.name or juror.account.email


def _checked_extension(view: JurorView, *, now: datetime, until: str, reason: str) -> tuple[datetime, str]:
    if view.closes_at is None:
        raise Refused("no_closing", _("Die Bewertung hat keinen festen Schluss; mehr Zeit ist nicht nötig."))
    closes_at, errors = _typed_instant(until, after=max(now, view.closes_at))
    words, fault = _checked_reason(reason)
    if errors := errors | fault:
        raise Invalid(errors)
    return closes_at, words


def _checked_reason(reason: str) -> tuple[str, dict[str, str]]:
    words = clean_text(reason)
    if length(words) < SHORTEST_REASON:
        return words, {"reason": _("Bitte begründen Sie diesen Schritt in einem Satz.")}
    if length(words) > REASON_LIMIT:
        return words, {"reason": _("Bitte fassen Sie sich kürzer: höchstens %(limit)s Zeichen.", limit=REASON_LIMIT)}
    return words, {}


@use_case(AuditAction.JURY_REOPEN_SHEET)
def reopen_for_juror(work: Work, *, edition_id: int, juror_id: int, entry_id: str, reason: str) -> None:
    """Open a sheet that was handed in; it is a draft until the juror hands it in again. What it said stays in its history.

    Raises `Invalid` for `reason`, `Refused` ("transition", or "scoring_time_over": then give more time first).
    """
    edition = _edition(work, edition_id)
    juror = juror_of(work.session, edition_id=edition.id, juror_id=juror_id)
    sheet = _sheet(work, juror, entry_id)
    words, fault = _checked_reason(reason)
    if fault:
        raise Invalid(fault)
    left_out = is_left_out(work.session, entry_id=sheet.entry_id)
    require(work.actor, Action.REOPEN_SHEET, shortlist_matter(edition, is_left_out=left_out))
    view = juror_view(work.session, edition=edition, juror=juror)
    if not is_in_time(now=work.now, closes_at=view.closes_at):
        raise Refused(
            "scoring_time_over",
            _("Die Zeit dieses Jurymitglieds ist abgelaufen. Bitte verlängern Sie zuerst die Frist."),
        )
    old = sheet.status
    require_transition(old=old, new=SheetStatus.DRAFT)
    sheet.status, sheet.submitted_at, sheet.abstention_reason, sheet.updated_at = SheetStatus.DRAFT, None, "", work.now
    work.session.add(
        SheetReopening(sheet_id=sheet.id, reason=words, reopened_by=work.actor.account_id or 0, reopened_at=work.now)
    )
    subject, body = reopening_mail(edition, number=sheet.entry.number or "", reason=words)
    work.send_mail(recipient=juror.account.email, subject=subject, body=body)
    named = {"juror": juror.id, "entry": sheet.entry_id}
    work.audit(
        subject=f"sheet:{sheet.id}",
        edition_id=edition.id,
        old=named | {"status": old.value},
        new=named | {"status": sheet.status.value, "reason": words},
    )


def _sheet(work: Work, juror: Juror, entry_id: str) -> ScoreSheet:
    round_id = current_round(work.session, edition_id=juror.edition_id).id
    sheet = work.session.scalar(
        select(ScoreSheet)
        .join(Entry, Entry.id == ScoreSheet.entry_id)
        .where(ScoreSheet.juror_id == juror.id, ScoreSheet.round_id == round_id, Entry.public_id == entry_id)
    )
    if sheet is None:
        raise NotFound
    return sheet


def _edition(work: Work, edition_id: int) -> Edition:
    edition = work.session.get(Edition, edition_id)
    if edition is None:
        raise NotFound
    require(work.actor, Action.OVERSEE, edition_matter(edition))
    require(work.actor, Action.MANAGE_JURY, edition_matter(edition))
    return edition


def _iso(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()
