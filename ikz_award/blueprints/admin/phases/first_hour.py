"""The first hour in words: what is missing until the first edition can open, and where it is got."""

from dataclasses import dataclass

from flask import current_app, g, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from ikz_award.blueprints.admin.phases.wording import SLUG_OF
from ikz_award.domain.phases.workflow import Phase
from ikz_award.extensions import db
from ikz_award.queries.phases.first_hour import WISHED, Need, Step, first_hour


@dataclass(frozen=True, kw_only=True)
class FirstTask:
    """A line of a task list, see templates/macros/page.html; `url` "" where nothing is done on a page."""

    title: str
    url: str
    state: str
    hint: str


def first_tasks() -> list[FirstTask]:
    """A task for each step, none once an edition has opened; what cannot be done yet is locked, what may wait is untouched."""
    sends_mails = bool(current_app.config["SMTP_SERVER"])
    return [_task(step) for step in first_hour(db.session(), now=g.now, sends_mails=sends_mails)]


def _task(step: Step) -> FirstTask:
    title, url, hint = _words(step)
    if step.need is Need.OPENING:
        state = "incomplete" if step.slug else "locked"
    else:
        state = "complete" if step.is_done else "untouched" if step.need in WISHED else "incomplete"
    return FirstTask(title=title, url=url, state=state, hint=hint)


def _words(step: Step) -> tuple[str, str, str]:
    """Title, address, hint."""
    operator = _("Das richtet die technische Betreuung ein; „flask award doctor“ sagt ihr, wie.")
    match step.need:
        case Need.REGISTER:
            here = ngettext(
                "Eine Kommune oder Organisation steht im Verzeichnis.", "%(num)s stehen im Verzeichnis.", step.count
            )
            return _("Verzeichnis der Kommunen"), url_for("admin.register"), here if step.is_done else operator
        case Need.FIGURES:
            lacking = ngettext(
                "Bei einer Kommune oder einem Kreis fehlen sie noch; der Steckbrief braucht sie.",
                "Bei %(num)s Kommunen und Kreisen fehlen sie noch; der Steckbrief braucht sie.",
                step.count,
            )
            return _("Einwohnerzahl und Fläche"), url_for("admin.register"), "" if step.is_done else lacking
        case Need.EDITION:
            url = url_for("admin.edition", slug=step.slug) if step.slug else url_for("admin.new_edition")
            return _("Wettbewerbsrunde anlegen"), url, "" if step.is_done else _("Aus einer Vorlage oder aus einer Datei.")
        case Need.DATES:
            url = url_for("admin.deadline", slug=step.slug) if step.slug else ""
            return _("Einsendeschluss in der Zukunft"), url, ""
        case Need.MAIL:
            return _("E-Mails werden versandt"), "", "" if step.is_done else operator
        case Need.BACKUP:
            return _("Erste Sicherung"), "", "" if step.is_done else operator
    url = url_for("admin.confirm_step", slug=step.slug, target=SLUG_OF[Phase.OPEN]) if step.slug else ""
    return _("Bewerbungsphase öffnen"), url, _("Was dann geschieht, lesen Sie vorher.")
