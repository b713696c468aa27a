"""What the report says beside the ranking: how certain the first place is, and what the jury's meeting resolved."""

from fractions import Fraction

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.words.formats import format_instant, format_number
from ikz_award.extensions import translated
from ikz_award.models.decision.meeting import Meeting, Motion
from ikz_award.queries.decision import certainty_words
from ikz_award.queries.decision.certainty import Certainty, certainty_of
from ikz_award.queries.decision.lots import LotView, lots_of
from ikz_award.queries.decision.meeting import sitting_of
from ikz_award.queries.decision.ranking_lines import CategoryRanking
from ikz_award.queries.jury.ends import juror_ends
from ikz_award.queries.jury.sheets import stand_ins
from ikz_award.reports.result.votes import resolution

# So many entries have their chance named.
NAMED = 3


def certainty_sentences(ranking: CategoryRanking) -> tuple[str, ...]:
    """The advice the jury had, in the words its pages used; empty where there was nothing to compare."""
    certainty = certainty_of(ranking)
    if certainty is None or not certainty.leaders:
        return ()
    said = (
        certainty_words.verdict_words(certainty),
        certainty_words.alike_words(certainty),
        certainty_words.silence_words(certainty.silence) if certainty.silence else None,
        certainty_words.despite_words(certainty),
        certainty_words.order_words(certainty),
    )
    return (*(translated(one) for one in said if one), *_groups(certainty), *_chances(certainty), *_weights(certainty))


def _groups(certainty: Certainty) -> tuple[str, ...]:
    if len(certainty.groups) < 2:
        return ()
    return tuple(
        _(
            "Gruppe %(number)s: %(titles)s, bewertet von %(jurors)s.",
            number=number,
            jurors=", ".join(group.jurors),
            titles=translated(certainty_words.names(group.lines)),
        )
        for number, group in enumerate(certainty.groups, start=1)
    )


def _chances(certainty: Certainty) -> tuple[str, ...]:
    """Chances and expected ranks of the first few, and what they assume."""
    said = []
    if certainty.chances:
        shares = [(one.line.title, translated(certainty_words.share_words(one))) for one in certainty.chances[:NAMED]]
        named = ", ".join(f"„{title}“ {share}" for title, share in shares)
        said.append(_("Geschätzte Wahrscheinlichkeit, der beste Beitrag zu sein: %(named)s.", named=named))
    if certainty.places:
        named = ", ".join(
            _(
                "„%(title)s“ %(rank)s (zu 90 %% zwischen %(low)s und %(high)s)",
                title=one.line.title,
                rank=format_number(one.rank),
                low=one.low,
                high=one.high,
            )
            for one in certainty.places[:NAMED]
        )
        said.append(_("Erwarteter Rang: %(named)s.", named=named))
        said.append(
            _(
                "Die Schätzung nimmt an, dass die Mitglieder unabhängig voneinander urteilen; echte Jurys sind weniger einig "
                "als gedachte. Sie ändert keinen Rang."
            )
        )
    return tuple(said)


def _weights(certainty: Certainty) -> tuple[str, ...]:
    moved = [band for band in certainty.bands if not band.is_whole]
    if not certainty.bands:
        return ()
    if not moved:
        return (_("Keine andere Gewichtung eines einzelnen Kriteriums änderte den ersten Platz."),)
    return tuple(
        _(
            "Bei „%(name)s“ bleibt der erste Platz von %(low)s bis %(high)s Gewicht derselbe (festgelegt: %(now)s).",
            name=band.name,
            low=_weight(band.lowest),
            high=_weight(band.highest),
            now=_weight(band.current),
        )
        for band in moved
    )


def _weight(percent: Fraction) -> str:
    return f"{format_number(percent, 1)}\N{NO-BREAK SPACE}%"


def stand_in_sentences(session: Session, *, edition_id: int) -> tuple[str, ...]:
    """Who stepped in for whom, when and why."""
    return tuple(
        _(
            "%(deputy)s vertritt %(juror)s seit dem %(when)s: %(reason)s",
            deputy=one.deputy.account.name,
            juror=one.juror.account.name,
            when=format_instant(one.began_at),
            reason=one.reason,
        )
        for one in stand_ins(session, edition_id=edition_id)
    )


def end_sentences(session: Session, *, edition_id: int) -> tuple[str, ...]:
    """Who was taken off the panel, why, and what became of the points; who came back."""
    said = []
    for one in juror_ends(session, edition_id=edition_id):
        name, when = one.juror.account.name or one.juror.account.email, format_instant(one.ended_at)
        points = (
            _("Die bis dahin abgegebenen Bögen zählen.")
            if one.keeps_points
            else _("Die bis dahin abgegebenen Bögen zählen nicht.")
        )
        said.append(
            _(
                "%(juror)s ist am %(when)s aus der Jury ausgeschieden: %(reason)s %(points)s",
                juror=name,
                when=when,
                reason=one.reason,
                points=points,
            )
        )
        if one.undone_at is not None:
            said.append(
                _(
                    "%(juror)s gehört der Jury seit dem %(when)s wieder an, mit allen Bögen: %(reason)s",
                    juror=name,
                    when=format_instant(one.undone_at),
                    reason=one.undone_reason,
                )
            )
    return tuple(said)


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
            name=name,
            due=due,
            **times,
        )
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


def lot_sentences(session: Session, *, edition_id: int, category_id: int) -> tuple[str, ...]:
    """Each lot in a category, with all that is needed to draw it again."""
    return tuple(_lot(one) for one in lots_of(session, edition_id=edition_id, category_id=category_id))


def _lot(lot: LotView) -> str:
    among = ", ".join(f"„{title}“ ({number})" for number, title in lot.candidates)
    words = {"among": among, "announced": format_instant(lot.announced_at), "commitment": lot.commitment}
    if lot.drawn_at is None:
        return _("Los unter %(among)s, angekündigt am %(announced)s mit der Prüfsumme %(commitment)s, nicht gezogen.", **words)
    first = lot.order[0]
    return _(
        "Los unter %(among)s: gezogen am %(drawn)s „%(title)s“ (%(number)s). Prüfsumme des Schlüssels, veröffentlicht am "
        "%(announced)s: %(commitment)s; Schlüssel: %(secret)s; Worte der Jury: „%(said)s“. Das Los eines Beitrags ist die "
        "SHA-256-Prüfsumme aus „Schlüssel|Worte|Nummer“, das kleinste gewinnt.",
        drawn=format_instant(lot.drawn_at),
        title=first.title,
        number=first.number,
        secret=lot.secret,
        said=lot.words,
        **words,
    )
