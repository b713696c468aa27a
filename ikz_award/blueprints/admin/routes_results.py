"""Ranking and decisions, once scoring is closed."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import NO_PRIZE, VersionedForm, chosen_winners, decision_form, typed_decision
from ikz_award.domain.decision import SHORTEST_REASON_OFF_RANK
from ikz_award.domain.errors import Invalid, StaleVersion
from ikz_award.domain.matter import Matter
from ikz_award.domain.permissions import Action, is_allowed
from ikz_award.extensions import db
from ikz_award.models.editions import Edition
from ikz_award.queries import admin, decisions
from ikz_award.queries.certainty import certainty_of
from ikz_award.queries.decisions import CategoryResult
from ikz_award.queries.editions import edition_by_slug
from ikz_award.queries.meeting import last_meeting
from ikz_award.services.decisions import record_decision
from ikz_award.web.form_errors import show_errors
from ikz_award.web.reason_blocks import reason_blocks
from ikz_award.web.what_if import trial


@bp.get("/runden/<slug>/rangfolge")
def results(slug: str) -> ResponseReturnValue:
    edition = edition_by_slug(db.session(), slug)
    matter = Matter(edition_id=edition.id, phase=edition.phase)
    if not is_allowed(g.actor, Action.VIEW_RANKING, matter):
        return render_template("admin/results_closed.html", edition=edition), 403
    found = decisions.results(db.session(), actor=g.actor, edition=edition)
    return render_template(
        "admin/results.html",
        edition=edition,
        results=found,
        certainties={one.category.key: certainty_of(one.ranking) for one in found},
        may_decide=is_allowed(g.actor, Action.RECORD_DECISION, matter),
    )


@bp.get("/runden/<slug>/rangfolge/<category>")
def ranking(slug: str, category: str) -> ResponseReturnValue:
    edition = edition_by_slug(db.session(), slug)
    matter = Matter(edition_id=edition.id, phase=edition.phase)
    found = _result(edition, category)
    return render_template(
        "admin/ranking.html",
        edition=edition,
        result=found,
        certainty=certainty_of(found.ranking),
        may_decide=is_allowed(g.actor, Action.RECORD_DECISION, matter),
    )


@bp.get("/runden/<slug>/rangfolge/<category>/gewichte")
def what_if(slug: str, category: str) -> ResponseReturnValue:
    edition = edition_by_slug(db.session(), slug)
    found = admin.category_of(db.session(), edition_id=edition.id, key=category)
    page = trial(edition, found)
    return render_template("admin/what_if.html", edition=edition, category=found, page=page), 200 if page.is_good else 422


@bp.get("/runden/<slug>/entscheidung/<category>")
def decision(slug: str, category: str) -> ResponseReturnValue:
    edition = edition_by_slug(db.session(), slug)
    result = _result(edition, category)
    if not is_allowed(g.actor, Action.RECORD_DECISION, Matter(edition_id=edition.id, phase=edition.phase)):
        return redirect(url_for("admin.ranking", slug=slug, category=category))
    return _decision_page(edition, result, decision_form(result))


@bp.post("/runden/<slug>/entscheidung/<category>")
def save_decision(slug: str, category: str) -> ResponseReturnValue:
    edition = edition_by_slug(db.session(), slug)
    result = _result(edition, category)
    form, category_id = decision_form(result), result.category.id
    if "bausteine" in request.form and chosen_winners(form):
        _add_blocks(form, edition, result)
        return _decision_page(edition, result, form)
    try:
        typed = typed_decision(form)
        if typed is None:
            raise Invalid({"winner": _("Bitte wählen Sie einen Beitrag oder „kein Preis“.")})
        record_decision(
            actor=g.actor, now=g.now, key=form.key, category_id=category_id, version=form.seen_version, decision=typed
        )
    except Invalid as refusal:
        show_errors(form, refusal)
        edition = edition_by_slug(db.session(), slug)
        return _decision_page(edition, _result(edition, category), form), 422
    except StaleVersion as refusal:
        edition = edition_by_slug(db.session(), slug)
        result = _result(edition, category)
        form.version.data = str(result.decision.version) if result.decision else ""
        return _decision_page(edition, result, form, stale=refusal), 409
    flash(_("Die Entscheidung ist festgehalten. Solange die Jury berät, können Sie sie ersetzen."), "success")
    return redirect(url_for("admin.results", slug=slug))


def _add_blocks(form: VersionedForm, edition: Edition, result: CategoryResult) -> None:
    """Write the facts about the choice below what is written already; a sentence that is there stays alone."""
    meeting = last_meeting(db.session(), edition_id=edition.id)
    motions = [one for one in meeting.motions if one.category_id == result.category.id] if meeting else []
    written = (form["reason"].data or "").rstrip()
    winners = [one for one in chosen_winners(form) if one != NO_PRIZE]
    new = [one.text for one in reason_blocks(result, winners, motions) if one.text.strip() not in written]
    form["reason"].data = "\n".join(part for part in (written, *new) if part)


def _result(edition: Edition, key: str) -> CategoryResult:
    category = admin.category_of(db.session(), edition_id=edition.id, key=key)
    return decisions.results(db.session(), actor=g.actor, edition=edition, category_id=category.id)[0]


def _decision_page(edition: Edition, result: CategoryResult, form: VersionedForm, *, stale: StaleVersion | None = None) -> str:
    chosen = set(chosen_winners(form))
    off_rank = [line for line in result.ranking.lines if line.public_id in chosen and line.rank != 1]
    return render_template(
        "admin/decision.html",
        edition=edition,
        result=result,
        form=form,
        stale=stale,
        is_off_rank=bool(off_rank),
        is_shared=len(chosen) > 1,
        shortest=SHORTEST_REASON_OFF_RANK,
        titles={line.public_id: f"{line.number} „{line.title}“" for line in result.ranking.lines},
    )
