"""Ranking and decisions, once scoring is closed."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.decision.reason_blocks import outdated, reason_blocks, with_blocks
from ikz_award.blueprints.admin.forms import NO_PRIZE, VersionedForm, chosen_winners, decision_form, typed_decision
from ikz_award.blueprints.shared.form_errors import come_back
from ikz_award.blueprints.shared.what_if import trial
from ikz_award.domain.decision.decision import SHORTEST_REASON_OFF_RANK, decision_objection
from ikz_award.domain.decision.vote_standing import Standing
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.words.errors import Invalid
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.decision import decisions
from ikz_award.queries.decision.certainty import certainty_of
from ikz_award.queries.decision.decisions import CategoryResult
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.queries.phases import overview as admin
from ikz_award.services.decision.decisions import DecisionText, record_decision
from ikz_award.web.returned import refused_at, returned


@bp.get("/runden/<slug>/rangfolge")
def results(slug: str) -> ResponseReturnValue:
    """For the organiser, after scoring; answers every category's ranking, certainty and decision.

    403 with a page before that.
    """
    edition = g.edition
    matter = edition_matter(edition)
    if not is_allowed(g.actor, Action.VIEW_RANKING, matter):
        return render_template("admin/decision/results_closed.html", edition=edition), 403
    found = decisions.results(db.session(), actor=g.actor, edition=edition)
    return render_template(
        "admin/decision/results.html",
        edition=edition,
        results=found,
        certainties={one.category.key: certainty_of(one.ranking) for one in found},
        may_decide=is_allowed(g.actor, Action.RECORD_DECISION, matter),
    )


@bp.get("/runden/<slug>/rangfolge/<category>")
def ranking(slug: str, category: str) -> ResponseReturnValue:
    """For the organiser, after scoring; answers one category's ranking in full, from `results`, with its certainty."""
    edition = g.edition
    matter = edition_matter(edition)
    found = _result(edition, category)
    return render_template(
        "admin/decision/ranking.html",
        edition=edition,
        result=found,
        certainty=certainty_of(found.ranking),
        may_decide=is_allowed(g.actor, Action.RECORD_DECISION, matter),
    )


@bp.get("/runden/<slug>/rangfolge/<category>/gewichte")
def what_if(slug: str, category: str) -> ResponseReturnValue:
    """For the organiser, after scoring; answers the ranking under other weights (`trial`), keeps nothing.

    422 where they are none.
    """
    edition = g.edition
    found = admin.category_of(db.session(), edition_id=edition.id, key=category)
    page = trial(edition, found)
    return render_template(
        "admin/decision/what_if.html", edition=edition, category=found, page=page
    ), 200 if page.is_good else 422


@bp.get("/runden/<slug>/entscheidung/<category>")
def decision(slug: str, category: str) -> ResponseReturnValue:
    """For the organiser; answers the form as recorded; where nothing can be decided now, redirects to the ranking."""
    edition = g.edition
    result = _result(edition, category)
    if not is_allowed(g.actor, Action.RECORD_DECISION, edition_matter(edition)):
        return redirect(url_for("admin.ranking", slug=slug, category=category))
    form = come_back(decision_form(result), version=str(result.decision.version) if result.decision else "")
    return _decision_page(edition, result, form)


@bp.post("/runden/<slug>/entscheidung/<category>")
@refused_at("admin.decision", keeps=True)
def save_decision(slug: str, category: str) -> ResponseReturnValue:
    """For who may decide; POST calls `record_decision` and redirects to the results.

    `bausteine` only puts text blocks into the reason. 422 with what was typed; 409 with both texts where somebody saved
    meanwhile.
    """
    edition = g.edition
    result = _result(edition, category)
    form, category_id = decision_form(result), result.category.id
    if "bausteine" in request.form and chosen_winners(form):
        form["reason"].data = with_blocks(form["reason"].data or "", reason_blocks(result, _chosen_entries(form)))
        return _decision_page(edition, result, form)
    typed = _judged(form, result)
    record_decision(g.call, category_id=category_id, version=form.seen_version, decision=typed)
    flash(_("Die Entscheidung ist festgehalten. Solange die Jury berät, können Sie sie ersetzen."), "success")
    return redirect(url_for("admin.results", slug=slug))


def _chosen_entries(form: VersionedForm) -> list[str]:
    return [one for one in chosen_winners(form) if one != NO_PRIZE]


def _judged(form: VersionedForm, result: CategoryResult) -> DecisionText:
    """What was typed. Raises `Invalid` ("winner") where nothing is chosen, and ("reason") where the reason still holds a text
    block of an earlier choice or an earlier state."""
    typed = typed_decision(form)
    if typed is None:
        raise Invalid({"winner": _("Bitte wählen Sie einen Beitrag oder „kein Preis“.")})
    left = outdated(form["reason"].data or "", reason_blocks(result, _chosen_entries(form)))
    if left:
        raise Invalid(
            {
                "reason": _(
                    "Die Begründung enthält noch einen Textbaustein, der zu dieser Wahl oder zum jetzigen Stand nicht passt: "
                    "„%(sentence)s“. „Textbausteine einfügen“ ersetzt solche Sätze; sonst streichen Sie ihn bitte.",
                    sentence=left[0],
                )
            },
            reason="outdated_block",
        )
    return typed


def _result(edition: Edition, key: str) -> CategoryResult:
    category = admin.category_of(db.session(), edition_id=edition.id, key=key)
    return decisions.results(db.session(), actor=g.actor, edition=edition, category_id=category.id)[0]


def _decision_page(edition: Edition, result: CategoryResult, form: VersionedForm) -> str:
    chosen, back = set(chosen_winners(form)), returned()
    off_rank = [line for line in result.ranking.lines if line.public_id in chosen and line.rank != 1]
    judgement = result.votes.judge(_chosen_entries(form)) if chosen else None
    return render_template(
        "admin/decision/decision.html",
        edition=edition,
        result=result,
        form=form,
        stale=back.stale if back else None,
        is_off_rank=bool(off_rank),
        is_shared=len(chosen) > 1,
        shortest=SHORTEST_REASON_OFF_RANK,
        objections=[decision_objection(one) for one in judgement.adverse(edition.voting)] if judgement else [],
        is_running=judgement is not None and judgement.standing is Standing.OPEN,
        titles={line.public_id: f"{line.number} „{line.title}“" for line in result.ranking.lines},
    )
