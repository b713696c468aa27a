"""A juror in the meeting: what is put to the vote, and the own vote."""

from flask import current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.jury.bp import bp
from ikz_award.domain.decision.meeting import Choice
from ikz_award.domain.decision.voting_rules import rule_sentences
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db
from ikz_award.queries.decision.lots import lots_for
from ikz_award.queries.decision.meeting import is_overdue, last_meeting, motions_for, sitting_of
from ikz_award.queries.jury.jury import seat_of
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.decision import meeting as service
from ikz_award.services.decision import motions, written
from ikz_award.web.returned import refused_at, returned, typed_back
from ikz_award.web.sure import is_sure, require_sure


@bp.get("/<slug>/sitzung")
def meeting(slug: str) -> ResponseReturnValue:
    """For jurors; answers the last meeting, the motions as far as they are theirs (`motions_for`), and the lots."""
    edition, seat = g.edition, seat_of(g.actor, g.edition.id)
    found = last_meeting(db.session(), edition_id=edition.id)
    sitting = sitting_of(db.session(), meeting=found) if found else None
    return render_template(
        "jury/decision/meeting.html",
        edition=edition,
        sitting=sitting,
        juror_id=seat.juror_id,
        has_vote=seat.role is not PanelRole.DEPUTY,
        is_chair=seat.role is PanelRole.CHAIR,
        choices=list(Choice),
        lots=lots_for(db.session(), edition_id=edition.id, juror_id=seat.juror_id) if sitting else [],
        motions=motions_for(db.session(), sitting=sitting, actor=g.actor) if sitting else [],
        rules=rule_sentences(edition.voting),
        is_overdue=sitting is not None and is_overdue(sitting.meeting, g.now),
        is_unsure=returned("jury.object_to_writing") is not None,
        reason=typed_back("jury.object_to_writing").get("grund", ""),
    )


@bp.post("/<slug>/sitzung/tagesordnung/<category>")
@refused_at("jury.meeting")
def order_agenda(slug: str, category: str) -> ResponseReturnValue:
    """For the chair; POST calls `move_item`, one place up (`richtung=hoch`) or down, and redirects to the meeting."""
    edition = g.edition
    require(g.actor, Action.LEAD_JURY, edition_matter(edition))
    up = request.form.get("richtung") == "hoch"
    service.move_item(g.call, edition_slug=slug, category=category, up=up)
    return _done(slug, _("Die Reihenfolge ist geändert."))


@bp.post("/<slug>/sitzung/widerspruch")
@refused_at("jury.meeting")
def object_to_writing(slug: str) -> ResponseReturnValue:
    """For jurors with a vote; POST calls `written.object_to_writing`, which ends the circulation, and redirects.

    422 asks who has not ticked the box.
    """
    require_sure()
    reason, base_url = request.form.get("grund", ""), current_app.config["BASE_URL"]
    written.object_to_writing(g.call, edition_slug=slug, reason=reason, base_url=base_url)
    return _done(slug, _("Das Umlaufverfahren ist beendet. Das Kompetenzzentrum lädt zu einer Sitzung ein."))


@bp.post("/<slug>/sitzung/<motion_id>")
@refused_at("jury.meeting")
def vote(slug: str, motion_id: str) -> ResponseReturnValue:
    """For jurors with a vote; POST calls `motions.vote` and redirects to the meeting; unconfirmed, it answers the question."""
    choice = request.form.get("stimme", "")
    if choice not in set(Choice):
        flash(_("Bitte wählen Sie Ja, Nein oder Enthaltung."), "warning")
        return redirect(url_for("jury.meeting", slug=slug), 303)
    if not is_sure():
        return _ask(slug, motion_id, Choice(choice))
    motions.vote(g.call, edition_slug=slug, motion_id=motion_id, choice=Choice(choice))
    return _done(slug, _("Ihre Stimme ist gezählt."))


def _ask(slug: str, motion_id: str, choice: Choice) -> ResponseReturnValue:
    """Once, before it counts. Asked in answer to a form: in an address, a secret choice would stay in logs and histories."""
    edition = g.edition
    found = last_meeting(db.session(), edition_id=edition.id)
    sitting = sitting_of(db.session(), meeting=found) if found else None
    views = motions_for(db.session(), sitting=sitting, actor=g.actor) if sitting else []
    view = next((one for one in views if one.motion.public_id == motion_id), None)
    if view is None or seat_of(g.actor, edition.id).role is PanelRole.DEPUTY:
        raise NotFound
    if view.motion.closed_at is not None:
        flash(_("Die Abstimmung ist schon ausgezählt. Ihre Auswahl zählt nicht mehr."), "warning")
        return redirect(url_for("jury.meeting", slug=slug), 303)
    return render_template("jury/decision/vote.html", edition=edition, motion=view.motion, choice=choice)


def _done(slug: str, said: str) -> ResponseReturnValue:
    flash(said, "success")
    return redirect(url_for("jury.meeting", slug=slug), 303)
