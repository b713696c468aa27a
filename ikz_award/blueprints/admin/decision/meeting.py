"""The jury's meeting: agenda and presence, category by category, and the page for the wall."""

from flask import current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm
from ikz_award.domain.decision.voting_rules import rule_sentences
from ikz_award.domain.permissions.table import Action, is_allowed, require
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db
from ikz_award.models.decision.meeting import AgendaItem, Motion
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.decision import decisions
from ikz_award.queries.decision.certainty import certainty_of
from ikz_award.queries.decision.comparison import comparison
from ikz_award.queries.decision.lots import lots_of, may_draw_lots
from ikz_award.queries.decision.meeting import (
    MotionView,
    Sitting,
    is_overdue,
    last_meeting,
    may_circulate,
    meetings_of,
    motion_view,
    sitting_of,
)
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.queries.phases import overview as admin
from ikz_award.reports.result.votes import resolution
from ikz_award.services.decision import meeting as service
from ikz_award.services.decision import written
from ikz_award.web.returned import refused_at, returned, typed_back
from ikz_award.web.sure import FIELD, require_sure


@bp.get("/runden/<slug>/sitzung")
def meeting(slug: str) -> ResponseReturnValue:
    """For the organiser, after scoring.

    Answers the last meeting with its agenda, presence and motions, and the earlier ones.
    """
    edition = g.edition
    require(g.actor, Action.VIEW_RANKING, edition_matter(edition))
    sitting = _sitting(edition)
    results = decisions.results(db.session(), actor=g.actor, edition=edition)
    sittings = [sitting_of(db.session(), meeting=one) for one in meetings_of(db.session(), edition_id=edition.id)]
    return render_template(
        "admin/decision/meeting.html", edition=edition, sitting=sitting, motions=_views(sitting) if sitting else [],
        earlier=[(one, _views(one)) for one in sittings if sitting and one.meeting.id != sitting.meeting.id],
        results={result.category.key: result for result in results}, may_run=_may_run(edition),
        may_circulate=may_circulate(db.session(), edition=edition),
        is_overdue=bool(sitting) and is_overdue(sitting.meeting, g.now), rules=rule_sentences(edition.voting),
        form=KeyedForm(formdata=None), **_meeting_again(),
    )  # fmt: skip


@bp.post("/runden/<slug>/sitzung")
@refused_at("admin.meeting", keeps=True)
def open_meeting(slug: str) -> ResponseReturnValue:
    """For the organiser; POST calls `open_meeting` and redirects to the meeting; 422 with what was typed.

    `art=umlauf` opens a circulation in writing, which ends at `frist`.
    """
    is_written, due = request.form.get("art") == "umlauf", request.form.get("frist", "")
    said = (
        _("Das Umlaufverfahren ist eröffnet; die Mitglieder haben eine Nachricht.")
        if is_written
        else _("Die Sitzung ist eröffnet.")
    )
    base_url = current_app.config["BASE_URL"]
    service.open_meeting(g.call, edition_slug=slug, is_written=is_written, due=due, base_url=base_url)
    return _done(slug, said)


@bp.post("/runden/<slug>/sitzung/frist")
@refused_at("admin.meeting", keeps=True)
def extend_circulation(slug: str) -> ResponseReturnValue:
    """For the organiser; POST calls `written.extend_circulation` and redirects to the meeting; 422 with what was typed."""
    require_sure()
    due, base_url = request.form.get("frist", ""), current_app.config["BASE_URL"]
    written.extend_circulation(g.call, edition_slug=slug, due=due, base_url=base_url)
    return _done(slug, _("Die Frist ist verlängert; die Mitglieder haben eine Nachricht."))


@bp.post("/runden/<slug>/sitzung/ende")
@refused_at("admin.meeting", names={"sicher": "sicher-ende", "ballots": "ohne-stimmen"})
def close_meeting(slug: str) -> ResponseReturnValue:
    """For the organiser; POST calls `close_meeting`, tells what came of motions, redirects; 422 asks, also where votes miss."""
    require_sure()
    is_written = (running := last_meeting(db.session(), edition_id=g.edition.id)) is not None and running.is_written
    base_url = current_app.config["BASE_URL"]
    counted = service.close_meeting(g.call, edition_slug=slug, without=left_out_votes(), base_url=base_url)
    answer = _done(slug, _("Das Umlaufverfahren ist beendet.") if is_written else _("Die Sitzung ist beendet."))
    for motion_id in counted:
        flash(resolution(db.session.get_one(Motion, motion_id)), "info")
    return answer


@bp.post("/runden/<slug>/sitzung/anwesenheit")
@refused_at("admin.meeting")
def note_presence(slug: str) -> ResponseReturnValue:
    """For the organiser; POST calls `note_presence` with the jurors that are ticked and redirects to the meeting."""
    present = {int(one) for one in request.form.getlist("anwesend") if one.isdecimal()}
    service.note_presence(g.call, edition_slug=slug, present=present)
    return _done(slug, _("Die Anwesenheit ist vermerkt."))


@bp.post("/runden/<slug>/sitzung/<category>/reihenfolge")
@refused_at("admin.meeting")
def move_agenda_item(slug: str, category: str) -> ResponseReturnValue:
    """For the organiser; POST calls `move_item`, one place up (`richtung=hoch`) or down, and redirects to the meeting."""
    up = request.form.get("richtung") == "hoch"
    service.move_item(g.call, edition_slug=slug, category=category, up=up)
    return _done(slug, _("Die Reihenfolge ist geändert."))


@bp.post("/runden/<slug>/sitzung/<category>/aufrufen")
@refused_at("admin.meeting_item")
def call_agenda_item(slug: str, category: str) -> ResponseReturnValue:
    """For the organiser; POST calls `start_item` and redirects to the category."""
    service.start_item(g.call, edition_slug=slug, category=category)
    return _done(slug, _("Die Kategorie ist aufgerufen."), url_for("admin.meeting_item", slug=slug, category=category))


@bp.get("/runden/<slug>/sitzung/<category>")
def meeting_item(slug: str, category: str) -> ResponseReturnValue:
    """For the organiser, after scoring.

    Answers a category in the meeting: result, certainty, lots, motions, flags of the jury.
    """
    return render_template("admin/decision/meeting_item.html", **_item(slug, category), **_item_again())


@bp.get("/runden/<slug>/sitzung/<category>/wand")
def projector(slug: str, category: str) -> ResponseReturnValue:
    """For the wall: no name of a juror, and of a vote only what it came to."""
    return render_template("admin/decision/projector.html", **_item(slug, category))


def _meeting_again() -> dict[str, object]:
    """What came back from a form of the meeting: a term that is none, or the question before it ends."""
    back, closing = returned("admin.open_meeting", "admin.extend_circulation"), returned("admin.close_meeting")
    asked = closing.errors if closing else {}
    return {
        "errors": back.errors if back else {}, "typed": typed_back("admin.open_meeting", "admin.extend_circulation"),
        "is_unsure": FIELD in asked, "confirms_close": "ballots" in asked,
    }  # fmt: skip


def left_out_votes() -> set[int]:
    """The jurors whose missing votes the person was shown and goes without."""
    return {int(one) for one in request.form.getlist("ohne") if one.isdecimal()}


def _item_again() -> dict[str, object]:
    """What came back from a form of the category: a motion, the jury's words for a lot, or the question before counting."""
    motion, lot = returned("admin.propose_motion"), returned("admin.announce_lot", "admin.draw_lot")
    counting = returned("admin.count_motion", "admin.record_votes")
    asked, counted = counting.errors if counting else {}, (request.view_args or {}).get("motion_id")
    return {
        "errors": motion.errors if motion else {}, "lot_errors": lot.errors if lot else {}, "typed": typed_back(),
        "unsure": counted if FIELD in asked else None, "confirms": counted if "ballots" in asked else None,
    }  # fmt: skip


def _item(slug: str, category: str) -> dict[str, object]:
    edition = g.edition
    require(g.actor, Action.VIEW_RANKING, edition_matter(edition))
    sitting = _sitting(edition)
    item = next((one for one in sitting.meeting.items if one.category.key == category), None) if sitting else None
    if sitting is None or item is None:
        raise NotFound
    found = admin.category_of(db.session(), edition_id=edition.id, key=category)
    result = decisions.results(db.session(), actor=g.actor, edition=edition, category_id=found.id)[0]
    sittings = [sitting_of(db.session(), meeting=one) for one in meetings_of(db.session(), edition_id=edition.id)]
    motions = [view for one in sittings for view in _views(one) if view.motion.category_id == found.id]
    compared = comparison(db.session(), actor=g.actor, edition=edition)
    return {
        "edition": edition,
        "sitting": sitting,
        "item": item,
        "minutes": minutes_of(item),
        "result": result,
        "certainty": certainty_of(result.ranking),
        "lots": lots_of(db.session(), edition_id=edition.id, category_id=found.id),
        "may_lot": may_draw_lots(edition, result.ranking),
        "flags": {one.public_id: one.flags for one in compared},
        "motions": motions[::-1],
        "may_run": _may_run(edition) and sitting.meeting.closed_at is None,
        "form": KeyedForm(formdata=None),
    }


def _views(sitting: Sitting) -> list[MotionView]:
    return [motion_view(db.session(), sitting=sitting, motion=motion) for motion in sitting.meeting.motions]


def minutes_of(item: AgendaItem) -> int | None:
    """How long a category has been under way, or was."""
    if item.started_at is None:
        return None
    return int(((item.ended_at or g.now) - item.started_at).total_seconds() // 60)


def _sitting(edition: Edition) -> Sitting | None:
    found = last_meeting(db.session(), edition_id=edition.id)
    return sitting_of(db.session(), meeting=found) if found else None


def _may_run(edition: Edition) -> bool:
    return is_allowed(g.actor, Action.RUN_MEETING, edition_matter(edition))


def _done(slug: str, said: str, there: str = "") -> ResponseReturnValue:
    """Say what was done, and go on."""
    flash(said, "success")
    return redirect(there or url_for("admin.meeting", slug=slug), 303)
