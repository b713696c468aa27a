"""What the report says beside the ranking: how certain the first place is, and what the jury's meeting resolved."""

from fractions import Fraction

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.models.meeting import Meeting, Motion
from ikz_award.queries.certainty import Certainty, certainty_of
from ikz_award.queries.meeting import sitting_of
from ikz_award.queries.ranking import CategoryRanking
from ikz_award.queries.sheets import stand_ins
from ikz_award.reports.formats import format_instant, format_number
from ikz_award.reports.votes import resolution

# So many entries have their chance named.
NAMED = 3


def certainty_sentences(ranking: CategoryRanking) -> tuple[str, ...]:
    """The advice the jury had, in words; empty where there was nothing to compare."""
    certainty = certainty_of(ranking)
    if certainty is None or not certainty.leaders:
        return ()
    return (_recounts(certainty), *_chances(certainty), *_weights(certainty))


def _recounts(certainty: Certainty) -> str:
    titles = " / ".join(f"„{line.title}“" for line in certainty.leaders)
    if len(certainty.leaders) > 1:
        return _("Offen: %(titles)s liegen gleichauf.", titles=titles)
    words = {"title": titles, "stays": certainty.stays, "all": len(certainty.counts)}
    if certainty.is_clear:
        return _("Klar: %(title)s gewinnt in %(stays)s von %(all)s Nachzählungen ohne je ein Jurymitglied.", **words)
    return _("Offen: %(title)s gewinnt in %(stays)s von %(all)s Nachzählungen ohne je ein Jurymitglied.", **words)


def _chances(certainty: Certainty) -> tuple[str, ...]:
    if not certainty.chances:
        return ()
    best = sorted(certainty.chances, key=lambda one: -one.share)[:NAMED]
    named = ", ".join(f"„{one.line.title}“ {_percent(one.share)}" for one in best)
    return (_("Geschätzte Wahrscheinlichkeit, der beste Beitrag zu sein: %(named)s.", named=named),)


def _percent(share: float) -> str:
    if share < 0.01:
        return _("unter 1 %")
    return _("über 99 %") if share > 0.99 else _("%(share)s %%", share=round(100 * share))


def _weights(certainty: Certainty) -> tuple[str, ...]:
    moved = [band for band in certainty.bands if not band.is_whole]
    if not certainty.bands:
        return ()
    if not moved:
        return (_("Keine andere Gewichtung eines einzelnen Kriteriums änderte den ersten Platz."),)
    return tuple(
        _("Bei „%(name)s“ bleibt der erste Platz von %(low)s bis %(high)s Gewicht derselbe (festgelegt: %(now)s).",
          name=band.name, low=_weight(band.lowest), high=_weight(band.highest), now=_weight(band.current))
        for band in moved
    )  # fmt: skip


def _weight(percent: Fraction) -> str:
    return f"{format_number(percent, 1)}\N{NO-BREAK SPACE}%"


def stand_in_sentences(session: Session, *, edition_id: int) -> tuple[str, ...]:
    """Who stepped in for whom, when and why."""
    return tuple(
        _("%(deputy)s vertritt %(juror)s seit dem %(when)s: %(reason)s", deputy=one.deputy.account.name,
          juror=one.juror.account.name, when=format_instant(one.began_at), reason=one.reason)
        for one in stand_ins(session, edition_id=edition_id)
    )  # fmt: skip


def meeting_sentences(session: Session, *, edition_id: int) -> tuple[str, ...]:
    """Each meeting of the jury: when, in which way, who was ever there."""
    meetings = session.scalars(select(Meeting).where(Meeting.edition_id == edition_id).order_by(Meeting.id)).all()
    return tuple(_meeting(session, meeting) for meeting in meetings)


def _meeting(session: Session, meeting: Meeting) -> str:
    times = {"begin": format_instant(meeting.opened_at), "end": format_instant(meeting.closed_at or meeting.opened_at)}
    if meeting.is_written:
        return _circulation(meeting, times)
    sitting = sitting_of(session, meeting=meeting)
    names = ", ".join(member.name for member in sitting.panel if member.id in sitting.ever) or _("niemand")
    if meeting.closed_at is None:
        return _("Sitzung seit dem %(begin)s; anwesend bisher: %(names)s.", names=names, **times)
    return _("Sitzung vom %(begin)s bis %(end)s; anwesend: %(names)s.", names=names, **times)


def _circulation(meeting: Meeting, times: dict[str, str]) -> str:
    due = _("; Stimmen bis zum %(due)s", due=format_instant(meeting.due_at)) if meeting.due_at is not None else ""
    if meeting.objection is not None:
        name = meeting.objection.juror.account.name
        return _(
            "Umlaufverfahren vom %(begin)s bis %(end)s%(due)s, beendet durch Widerspruch von %(name)s.",
            name=name, due=due, **times,
        )  # fmt: skip
    if meeting.closed_at is None:
        return _("Umlaufverfahren seit dem %(begin)s%(due)s.", due=due, **times)
    return _("Umlaufverfahren vom %(begin)s bis %(end)s%(due)s.", due=due, **times)


def resolutions(session: Session, *, edition_id: int, category_id: int) -> tuple[str, ...]:
    """What was put to the vote in a category and what it came to, in the order it happened."""
    motions = session.scalars(
        select(Motion)
        .join(Meeting, Meeting.id == Motion.meeting_id)
        .where(Meeting.edition_id == edition_id, Motion.category_id == category_id, Motion.closed_at.is_not(None))
        .order_by(Motion.id)
    ).all()
    return tuple(resolution(motion) for motion in motions)
