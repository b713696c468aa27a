"""After scoring: all points side by side, and what the jurors say to each other about an entry."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.jury.bp import bp
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.decision.comparison import Discussion, comparison, discussion
from ikz_award.queries.jury.comparison_opening import matter_of_comparison
from ikz_award.services.decision import discussion as talk
from ikz_award.services.jury.sheets.desk import TypedSheet, points_field, reason_field
from ikz_award.services.jury.sheets.late_changes import change_points
from ikz_award.web.returned import refused_at, returned, typed_back


@bp.get("/<slug>/vergleich")
def compare(slug: str) -> ResponseReturnValue:
    """For jurors once it is open; answers all points side by side, from `comparison`; 403 with a page before that."""
    edition = g.edition
    if not is_allowed(g.actor, Action.COMPARE, matter_of_comparison(db.session(), edition=edition)):
        return render_template("jury/decision/comparison_closed.html", edition=edition), 403
    entries = comparison(db.session(), actor=g.actor, edition=edition)
    return render_template(
        "jury/decision/comparison.html", edition=edition, entries=entries, chosen=request.args.get("kategorie", "")
    )


@bp.get("/<slug>/vergleich/<public_id>")
def discuss(slug: str, public_id: str) -> ResponseReturnValue:
    """For a juror who may compare the entry; answers its points and the jury's words, from `discussion`."""
    edition, word, points = g.edition, returned("jury.post_word"), returned("jury.change_own_points")
    page = discussion(db.session(), actor=g.actor, edition=edition, public_id=public_id)
    seat = g.actor.seat(edition.id)
    return render_template(
        "jury/decision/discussion.html",
        edition=edition,
        page=page,
        juror_id=seat.juror_id if seat else None,
        typed=typed_back("jury.post_word").get("text", ""),
        error=word.errors.get("text", "") if word else "",
        change=typed_back("jury.change_own_points"),
        change_errors=points.errors if points else {},
        is_changing=points is not None,
    )


@bp.post("/<slug>/vergleich/<public_id>/wortmeldung")
@refused_at("jury.discuss", keeps=True, anchor="gespraech")
def post_word(slug: str, public_id: str) -> ResponseReturnValue:
    """For a juror who may discuss the entry; POST calls `discussion.post` and redirects to it; 422 with what was typed."""
    _visible(g.edition, public_id)
    talk.post(g.call, entry_id=public_id, text=request.form.get("text", ""))
    flash(_("Ihre Wortmeldung steht beim Beitrag."), "success")
    return redirect(url_for("jury.discuss", slug=slug, public_id=public_id, _anchor="gespraech"), 303)


@bp.post("/<slug>/vergleich/<public_id>/wortmeldung/<post_id>/zuruecknehmen")
@refused_at("jury.discuss", anchor="gespraech")
def take_word_back(slug: str, public_id: str, post_id: str) -> ResponseReturnValue:
    """For who said it; POST calls `discussion.take_back` and redirects to the entry's discussion."""
    _visible(g.edition, public_id)
    talk.take_back(g.call, entry_id=public_id, post_id=post_id)
    flash(_("Ihre Wortmeldung ist zurückgenommen."), "success")
    return redirect(url_for("jury.discuss", slug=slug, public_id=public_id, _anchor="gespraech"), 303)


@bp.post("/<slug>/vergleich/<public_id>/punkte")
@refused_at("jury.discuss", keeps=True, anchor="punkte")
def change_own_points(slug: str, public_id: str) -> ResponseReturnValue:
    """For a juror, where the edition allows it; POST calls `change_points` with a reason and redirects.

    422 with what was typed.
    """
    edition = g.edition
    page = discussion(db.session(), actor=g.actor, edition=edition, public_id=public_id)
    change_points(g.call, entry_id=public_id, typed=_typed_points(page), reason=request.form.get("why", ""))
    flash(_("Ihre Punkte sind geändert. Die Änderung und ihr Grund stehen im Ergebnisbericht."), "success")
    return redirect(url_for("jury.discuss", slug=slug, public_id=public_id), 303)


def _typed_points(page: Discussion) -> TypedSheet:
    """What was typed; the remarks stay as they are."""
    keys = [one.key for one in page.compared.criteria]
    version = request.form.get("version", "")
    return TypedSheet(
        points={key: request.form.get(points_field(key), "") for key in keys},
        reasons={key: request.form.get(reason_field(key), "") for key in keys},
        remark=page.own.line.remark if page.own else "",
        published_remark=page.own.published_remark if page.own else "",
        version=int(version) if version.isascii() and version.isdecimal() and len(version) < 9 else -1,
    )


@bp.post("/<slug>/vergleich/<public_id>/besprechen")
@refused_at("jury.discuss")
def flag_for_discussion(slug: str, public_id: str) -> ResponseReturnValue:
    """For a juror who may discuss the entry; POST calls `set_flag`, set or taken back, and redirects to the discussion."""
    _visible(g.edition, public_id)
    is_flagged = request.form.get("besprechen") == "ja"
    talk.set_flag(g.call, entry_id=public_id, is_flagged=is_flagged)
    flash(
        _("Der Beitrag steht auf der Liste zum Besprechen.") if is_flagged else _("Ihr Wunsch ist zurückgenommen."), "success"
    )
    return redirect(url_for("jury.discuss", slug=slug, public_id=public_id), 303)


def _visible(edition: Edition, public_id: str) -> None:
    """404 or a refusal, before anything is done, for an entry that is not the juror's to see in this edition."""
    discussion(db.session(), actor=g.actor, edition=edition, public_id=public_id)
