"""Motions in the meeting: put, written down, counted."""

from flask import current_app, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.decision.meeting import left_out_votes
from ikz_award.domain.decision.meeting import Choice, MotionKind, Outcome
from ikz_award.domain.words.errors import NotFound
from ikz_award.domain.words.wording import message
from ikz_award.services.decision import motions
from ikz_award.services.record.use_case import Call
from ikz_award.web.returned import refused_at
from ikz_award.web.sure import require_sure

MISSING = {"ballots": "ohne-stimmen"}
COUNT_ASKED = message(
    "Die Stimmen sind vermerkt, aber noch nicht gezählt. Bitte bestätigen Sie mit dem Häkchen, dass gezählt werden soll."
)


@bp.post("/runden/<slug>/sitzung/<category>/antrag")
@refused_at("admin.meeting_item", keeps=True, anchor="abstimmung")
def propose_motion(slug: str, category: str) -> ResponseReturnValue:
    """For the organiser; POST calls `motions.propose` and redirects to the category; 422 with what was typed."""
    kind, entry_id, text = (request.form.get(name, "") for name in ("kind", "entry", "text"))
    if kind not in set(MotionKind):
        raise NotFound
    require_sure()
    typed = motions.TypedMotion(
        kind=MotionKind(kind), entry_id=entry_id, text=text, is_secret=request.form.get("secret") == "y"
    )
    base_url = current_app.config["BASE_URL"]
    motions.propose(g.call, edition_slug=slug, category=category, typed=typed, base_url=base_url)
    return _back(slug, category)


@bp.post("/runden/<slug>/sitzung/<category>/antrag/<motion_id>/stimmen")
@refused_at("admin.meeting_item", anchor="abstimmung", names=MISSING)
def record_votes(slug: str, category: str, motion_id: str) -> ResponseReturnValue:
    """For the organiser; POST calls `motions.record_votes` and redirects to the category.

    `absicht=zaehlen` goes on to count the motion, as a call of its own.
    """
    typed = {name.removeprefix("stimme-"): value for name, value in request.form.items() if name.startswith("stimme-")}
    choices = {int(juror): Choice(value) for juror, value in typed.items() if juror.isdecimal() and value in set(Choice)}
    motions.record_votes(g.call, edition_slug=slug, motion_id=motion_id, choices=choices)
    if request.form.get("absicht") == "zaehlen":
        require_sure(COUNT_ASKED)
        _count(slug, motion_id, g.call.for_content("count"))
    return _back(slug, category)


@bp.post("/runden/<slug>/sitzung/<category>/antrag/<motion_id>/zaehlen")
@refused_at("admin.meeting_item", anchor="abstimmung", names=MISSING)
def count_motion(slug: str, category: str, motion_id: str) -> ResponseReturnValue:
    """For the organiser; POST calls `motions.close_motion`, tells what it came to, and redirects to the category.

    422 asks first where the box is not ticked, or votes are missing.
    """
    _count(slug, motion_id, g.call)
    return _back(slug, category)


def _count(slug: str, motion_id: str, call: Call) -> None:
    """Count; where the box is not ticked, or votes are missing, the page asks first (`Invalid`)."""
    require_sure()
    _say(motions.close_motion(call, edition_slug=slug, motion_id=motion_id, without=left_out_votes()))


def _back(slug: str, category: str) -> ResponseReturnValue:
    return redirect(url_for("admin.meeting_item", slug=slug, category=category, _anchor="abstimmung"), 303)


def _say(outcome: Outcome) -> None:
    words = {
        Outcome.CARRIED: (_("Der Antrag ist angenommen."), "success"),
        Outcome.REJECTED: (_("Der Antrag ist abgelehnt."), "info"),
        Outcome.NO_QUORUM: (_("Die Jury war nicht beschlussfähig; es ist nichts entschieden."), "warning"),
    }
    flash(*words[outcome])
