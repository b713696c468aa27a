"""What is written when somebody is taken off a panel, or comes back: to the person, and to who leads the jury."""

from sqlalchemy import select

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.words.text import clean_line
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import Juror, JurorEnd
from ikz_award.services.record.intention import Work


def tell_left(work: Work, edition: Edition, row: JurorEnd, *, heir: Juror | None) -> None:
    """To who has left, and to the chair, also to a new one."""
    name = clean_line(row.juror.account.name or row.juror.account.email)
    points = (
        _("Bewertungsbögen, die Sie abgegeben haben, zählen weiter.") if row.keeps_points
        else _("Bewertungsbögen, die Sie abgegeben haben, zählen nicht.")
    )  # fmt: skip
    work.send_mail(
        recipient=row.juror.account.email,
        subject=_("Sie gehören der Jury nicht mehr an (%(edition)s)", edition=edition.name),
        body=_(
            "Guten Tag,\n\nSie gehören der Jury „%(edition)s“ nicht mehr an und haben zu deren Seiten keinen Zugang mehr.\n\n"
            "Begründung: %(reason)s\n\n%(points)s Offene Bögen müssen Sie nicht mehr bearbeiten. Ihre Erklärung zur "
            "Verschwiegenheit gilt fort. Wenn Sie Fragen haben, wenden Sie sich bitte an das Kompetenzzentrum.\n\n%(end)s",
            edition=edition.name, reason=row.reason, points=points, end=_end(edition),
        ),
    )  # fmt: skip
    chair = heir or _chair(work, edition)
    if chair is None:
        return
    leads = _("\n\nSie übernehmen den Vorsitz der Jury.") if heir is not None else ""
    counted = _("zählen weiter") if row.keeps_points else _("zählen nicht")
    work.send_mail(
        recipient=chair.account.email,
        subject=_("%(name)s ist aus der Jury ausgeschieden (%(edition)s)", name=name, edition=edition.name),
        body=_(
            "Guten Tag,\n\n%(name)s gehört der Jury „%(edition)s“ nicht mehr an. Die bis dahin abgegebenen Bewertungsbögen "
            "%(counted)s.\n\nBegründung: %(reason)s%(leads)s\n\n%(end)s",
            name=name, edition=edition.name, counted=counted, reason=row.reason, leads=leads, end=_end(edition),
        ),
    )  # fmt: skip


def tell_back(work: Work, edition: Edition, row: JurorEnd) -> None:
    name = clean_line(row.juror.account.name or row.juror.account.email)
    work.send_mail(
        recipient=row.juror.account.email,
        subject=_("Sie gehören der Jury wieder an (%(edition)s)", edition=edition.name),
        body=_(
            "Guten Tag,\n\nSie gehören der Jury „%(edition)s“ wieder an, mit allen Bewertungsbögen, die Sie begonnen oder "
            "abgegeben haben.\n\nBegründung: %(reason)s\n\n%(end)s",
            edition=edition.name, reason=row.undone_reason, end=_end(edition),
        ),
    )  # fmt: skip
    chair = _chair(work, edition)
    if chair is None or chair.id == row.juror_id:
        return
    work.send_mail(
        recipient=chair.account.email,
        subject=_("%(name)s gehört der Jury wieder an (%(edition)s)", name=name, edition=edition.name),
        body=_(
            "Guten Tag,\n\n%(name)s gehört der Jury „%(edition)s“ wieder an.\n\nBegründung: %(reason)s\n\n%(end)s",
            name=name, edition=edition.name, reason=row.undone_reason, end=_end(edition),
        ),
    )  # fmt: skip


def _chair(work: Work, edition: Edition) -> Juror | None:
    return work.session.scalar(
        select(Juror).where(Juror.edition_id == edition.id, Juror.role == PanelRole.CHAIR).order_by(Juror.id)
    )


def _end(edition: Edition) -> Message:
    return _(
        "Mit freundlichen Grüßen\n%(organiser)s\n\nDiese Nachricht wurde automatisch erstellt.", organiser=edition.organiser
    )
