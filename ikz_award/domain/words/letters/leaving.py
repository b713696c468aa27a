"""What is written when somebody is taken off a panel, or comes back: to the person, and to who leads the jury."""

from ikz_award.domain.words.letters.frame import Letter, Round, framed
from ikz_award.domain.words.wording import message as _


def left(about: Round, *, keeps_points: bool, reason: str) -> Letter:
    """To who has left."""
    points = (
        _("Bewertungsbögen, die Sie abgegeben haben, zählen weiter.")
        if keeps_points
        else _("Bewertungsbögen, die Sie abgegeben haben, zählen nicht.")
    )
    text = _(
        "Sie gehören der Jury „%(edition)s“ nicht mehr an und haben zu deren Seiten keinen Zugang mehr.\n\n"
        "Begründung: %(reason)s\n\n%(points)s Offene Bögen müssen Sie nicht mehr bearbeiten. Ihre Erklärung zur "
        "Verschwiegenheit gilt fort. Wenn Sie Fragen haben, wenden Sie sich bitte an das Kompetenzzentrum.",
        edition=about.name,
        reason=reason,
        points=points,
    )
    subject = _("Sie gehören der Jury nicht mehr an (%(edition)s)", edition=about.name)
    return Letter(subject, framed(text, sender=about.organiser))


def has_left(about: Round, *, name: str, keeps_points: bool, reason: str, leads_now: bool) -> Letter:
    """To the chair, also to a new one (`leads_now`)."""
    leads = _("\n\nSie übernehmen den Vorsitz der Jury.") if leads_now else ""
    counted = _("zählen weiter") if keeps_points else _("zählen nicht")
    text = _(
        "%(name)s gehört der Jury „%(edition)s“ nicht mehr an. Die bis dahin abgegebenen Bewertungsbögen "
        "%(counted)s.\n\nBegründung: %(reason)s%(leads)s",
        name=name,
        edition=about.name,
        counted=counted,
        reason=reason,
        leads=leads,
    )
    subject = _("%(name)s ist aus der Jury ausgeschieden (%(edition)s)", name=name, edition=about.name)
    return Letter(subject, framed(text, sender=about.organiser))


def back(about: Round, *, reason: str) -> Letter:
    """To who is back."""
    text = _(
        "Sie gehören der Jury „%(edition)s“ wieder an, mit allen Bewertungsbögen, die Sie begonnen oder "
        "abgegeben haben.\n\nBegründung: %(reason)s",
        edition=about.name,
        reason=reason,
    )
    return Letter(_("Sie gehören der Jury wieder an (%(edition)s)", edition=about.name), framed(text, sender=about.organiser))


def is_back(about: Round, *, name: str, reason: str) -> Letter:
    """To the chair."""
    text = _(
        "%(name)s gehört der Jury „%(edition)s“ wieder an.\n\nBegründung: %(reason)s",
        name=name,
        edition=about.name,
        reason=reason,
    )
    subject = _("%(name)s gehört der Jury wieder an (%(edition)s)", name=name, edition=about.name)
    return Letter(subject, framed(text, sender=about.organiser))
