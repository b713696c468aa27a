"""Motions in the meeting: put, written down, counted."""

from flask import flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm
from ikz_award.blueprints.admin.routes_meeting import item_page
from ikz_award.domain.errors import Invalid, NotFound, Refused
from ikz_award.domain.meeting import Choice, MotionKind, Outcome
from ikz_award.extensions import translated
from ikz_award.services import motions


@bp.post("/runden/<slug>/sitzung/<category>/antrag")
def propose_motion(slug: str, category: str) -> ResponseReturnValue:
    form = KeyedForm()
    kind, entry_id, text = (request.form.get(name, "") for name in ("kind", "entry", "text"))
    if kind not in set(MotionKind):
        raise NotFound
    try:
        motions.propose(
            actor=g.actor, now=g.now, key=form.key, edition_slug=slug, category=category, kind=MotionKind(kind),
            entry_id=entry_id, text=text, is_secret=request.form.get("secret") == "y",
        )  # fmt: skip
    except Invalid as refusal:
        return item_page(slug, category, errors=refusal.errors, typed=request.form), 422
    except NotFound:
        raise
    except Refused as refusal:
        flash(translated(refusal.message), "warning")
    return redirect(url_for("admin.meeting_item", slug=slug, category=category, _anchor="abstimmung"), 303)


@bp.post("/runden/<slug>/sitzung/<category>/antrag/<motion_id>/stimmen")
def record_votes(slug: str, category: str, motion_id: str) -> ResponseReturnValue:
    typed = {name.removeprefix("stimme-"): value for name, value in request.form.items() if name.startswith("stimme-")}
    choices = {int(juror): Choice(value) for juror, value in typed.items() if juror.isdecimal() and value in set(Choice)}
    try:
        motions.record_votes(
            actor=g.actor, now=g.now, key=KeyedForm().key, edition_slug=slug, motion_id=motion_id, choices=choices
        )
        if request.form.get("absicht") == "zaehlen":
            _say(motions.close_motion(actor=g.actor, now=g.now, key="", edition_slug=slug, motion_id=motion_id))
    except NotFound:
        raise
    except Refused as refusal:
        flash(translated(refusal.message), "warning")
    return redirect(url_for("admin.meeting_item", slug=slug, category=category, _anchor="abstimmung"), 303)


@bp.post("/runden/<slug>/sitzung/<category>/antrag/<motion_id>/zaehlen")
def count_motion(slug: str, category: str, motion_id: str) -> ResponseReturnValue:
    try:
        _say(motions.close_motion(actor=g.actor, now=g.now, key=KeyedForm().key, edition_slug=slug, motion_id=motion_id))
    except NotFound:
        raise
    except Refused as refusal:
        flash(translated(refusal.message), "warning")
    return redirect(url_for("admin.meeting_item", slug=slug, category=category, _anchor="abstimmung"), 303)


def _say(outcome: Outcome) -> None:
    words = {
        Outcome.CARRIED: (_("Der Antrag ist angenommen."), "success"),
        Outcome.REJECTED: (_("Der Antrag ist abgelehnt."), "info"),
        Outcome.NO_QUORUM: (_("Die Jury ist zu diesem Beitrag nicht beschlussfähig; es ist nichts entschieden."), "warning"),
    }
    flash(*words[outcome])
