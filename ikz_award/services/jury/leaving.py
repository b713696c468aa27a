"""A juror who has worked is taken off the panel: at once, with a reason, and by a rule for the points; and the way back."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.permissions.kinds import Matter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.domain.words.text import clean_text, length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import Juror, JurorEnd
from ikz_award.queries.decision.leaving import end_of_seat, leaving_of, rests_on_end, seat_on
from ikz_award.queries.jury.sheets import panel_of
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.jury.leaving_mails import tell_back, tell_left
from ikz_award.services.record.intention import Work
from ikz_award.services.record.locked import locked_edition
from ikz_award.services.record.use_case import use_case

REASON_LIMIT = 1000


@dataclass(frozen=True, kw_only=True)
class Ending:
    """What was chosen: whether the sheets handed in count (None: not chosen), why, and who takes the chair."""

    keeps_points: bool | None
    reason: str
    heir_id: int | None = None


@use_case(AuditAction.PANEL_END)
def end_juror(work: Work, *, edition_slug: str, juror_id: int, ending: Ending) -> None:
    """Shut a juror out of an edition; sheets not handed in are nobody's, the seat has no vote any more.

    Raises `Invalid` (`points`, `reason`, `heir`), `NotFound`, `Refused` ("has_left", and once the result is decided).
    """
    reason = clean_text(ending.reason).strip()
    edition, juror = _place(work, edition_slug, juror_id)
    if end_of_seat(work.session, juror_id=juror.id) is not None:
        raise Refused("has_left", _("Dieses Mitglied ist schon aus der Jury ausgeschieden."))
    heir = _heir(work.session, edition, juror, ending.heir_id)
    _check(reason, edition=edition, juror=juror, ending=ending, heir=heir)
    change = leaving_of(work.session, edition=edition, juror=juror)
    row = JurorEnd(
        juror_id=juror.id,
        role=juror.role,
        keeps_points=bool(ending.keeps_points),
        reason=reason,
        ended_by=work.actor.account_id or 0,
        ended_at=work.now,
    )
    work.session.add(row)
    juror.role = PanelRole.DEPUTY
    if heir is not None:
        heir.role = PanelRole.CHAIR
    work.session.flush()
    work.session.refresh(row)
    tell_left(work, edition, row, heir=heir)
    work.audit(
        subject=f"juror:{juror.id}",
        edition_id=edition.id,
        old={"role": row.role},
        new={
            "points": "counted" if row.keeps_points else "set_aside",
            "reason": reason,
            "sheets": change.handed_in,
            "open_sheets": change.lost,
            "chair": heir.id if heir else None,
        },
    )


@use_case(AuditAction.PANEL_TAKE_BACK)
def take_back_end(work: Work, *, edition_slug: str, juror_id: int, reason: str) -> None:
    """Bring somebody back who was taken off the panel, with all sheets; who has no chair to come back to is a member.

    Raises `Invalid` (`reason`), `NotFound`, `Refused` ("rests": the jury has gone on without the person).
    """
    cleaned = clean_text(reason).strip()
    edition, juror = _place(work, edition_slug, juror_id)
    row = end_of_seat(work.session, juror_id=juror.id)
    if row is None:
        raise NotFound
    if rests_on_end(work.session, edition=edition, end=row):
        raise Refused("rests", _("Die Jury hat inzwischen ohne dieses Mitglied entschieden. Es kann nicht zurückkehren."))
    if errors := _faults_of(cleaned):
        raise Invalid(errors)
    panel = panel_of(work.session, edition_id=edition.id)
    has_chair = any(one.role is PanelRole.CHAIR for one in panel)
    juror.role = PanelRole.MEMBER if row.role is PanelRole.CHAIR and has_chair else row.role
    row.undone_by, row.undone_at, row.undone_reason = work.actor.account_id, work.now, cleaned
    work.session.flush()
    tell_back(work, edition, row)
    work.audit(subject=f"juror:{juror.id}", edition_id=edition.id, new={"role": juror.role, "reason": cleaned})


def _place(work: Work, slug: str, juror_id: int) -> tuple[Edition, Juror]:
    edition = locked_edition(work.session, slug)
    require(work.actor, Action.OVERSEE, Matter())
    juror = seat_on(work.session, edition=edition, juror_id=juror_id)
    require(work.actor, Action.END_JUROR, edition_matter(edition))
    return edition, juror


def _heir(session: Session, edition: Edition, juror: Juror, heir_id: int | None) -> Juror | None:
    """The member who takes the chair, where it is the chair who leaves."""
    if heir_id is None or juror.role is not PanelRole.CHAIR:
        return None
    heir = session.get(Juror, heir_id)
    is_fit = heir is not None and heir.edition_id == edition.id and heir.id != juror.id and heir.role is not PanelRole.DEPUTY
    return heir if is_fit else None


def _check(reason: str, *, edition: Edition, juror: Juror, ending: Ending, heir: Juror | None) -> None:
    errors = _faults_of(reason)
    if ending.keeps_points is None:
        errors["points"] = _("Bitte wählen Sie, ob die abgegebenen Bögen zählen.")
    # From the deliberation on there is no other way to a chair, and without one no seal.
    needs_heir = juror.role is PanelRole.CHAIR and edition.phase is Phase.DELIBERATION
    if heir is None and (needs_heir or ending.heir_id is not None):
        errors["heir"] = _(
            "Bitte wählen Sie, wer den Vorsitz übernimmt. Ist niemand da, setzen Sie zuerst eine Vertretung ein."
        )
    if errors:
        raise Invalid(errors)


def _faults_of(reason: str) -> dict[str, str]:
    if not reason:
        return {"reason": _("Bitte nennen Sie den Grund.")}
    if length(reason) > REASON_LIMIT:
        return {"reason": _("Bitte kürzen Sie den Text auf %(limit)s Zeichen.", limit=REASON_LIMIT)}
    return {}
