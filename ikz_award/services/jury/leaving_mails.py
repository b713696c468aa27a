"""Who is written when somebody is taken off a panel, or comes back: the person, and who leads the jury."""

from sqlalchemy import select

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.words.letters import leaving as letters
from ikz_award.domain.words.letters.frame import Letter
from ikz_award.domain.words.text import clean_line
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import Juror, JurorEnd
from ikz_award.services.entries.mails import round_of
from ikz_award.services.record.intention import Work


def tell_left(work: Work, edition: Edition, row: JurorEnd, *, heir: Juror | None) -> None:
    """To who has left, and to the chair, also to a new one."""
    about, name = round_of(edition), clean_line(row.juror.account.name or row.juror.account.email)
    _send(work, row.juror, letters.left(about, keeps_points=row.keeps_points, reason=row.reason))
    chair = heir or _chair(work, edition)
    if chair is None:
        return
    told = letters.has_left(about, name=name, keeps_points=row.keeps_points, reason=row.reason, leads_now=heir is not None)
    _send(work, chair, told)


def tell_back(work: Work, edition: Edition, row: JurorEnd) -> None:
    """To who is back, and to the chair."""
    about, name = round_of(edition), clean_line(row.juror.account.name or row.juror.account.email)
    _send(work, row.juror, letters.back(about, reason=row.undone_reason))
    chair = _chair(work, edition)
    if chair is None or chair.id == row.juror_id:
        return
    _send(work, chair, letters.is_back(about, name=name, reason=row.undone_reason))


def _send(work: Work, juror: Juror, letter: Letter) -> None:
    work.send_mail(recipient=juror.account.email, subject=letter.subject, body=letter.body)


def _chair(work: Work, edition: Edition) -> Juror | None:
    return work.session.scalar(
        select(Juror).where(Juror.edition_id == edition.id, Juror.role == PanelRole.CHAIR).order_by(Juror.id)
    )
