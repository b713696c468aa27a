"""The shortlist of a category: proposed by a rule, looked at, drawn, undone; and the way into the second round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from flask_babel import ngettext
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm
from ikz_award.blueprints.shared.form_errors import come_back, show_errors, shown
from ikz_award.domain.decision.shortlist import DrawingRule, level_at_border, proposed, shortlist_digest
from ikz_award.domain.permissions.actions import ActionOn
from ikz_award.domain.permissions.kinds import EditionMatter
from ikz_award.domain.permissions.table import Action, is_allowed, require
from ikz_award.domain.words.errors import Invalid
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.queries.decision.decisions import CategoryResult, results
from ikz_award.queries.jury.shortlist import admitted_by_category, drawn_lists, list_of
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.queries.phases import overview as admin
from ikz_award.reports.result.shortlist import rule_words, shortlist_sentences
from ikz_award.services.decision import shortlist as service
from ikz_award.services.decision.shortlist import REASON_LIMIT, TypedDrawing, TypedList, placed_of, rule_of
from ikz_award.web.filters import new_key
from ikz_award.web.returned import refused_at, returned


class ListForm(KeyedForm):
    """The rule, and what is drawn by it; the boxes (`bleibt`) and their reasons (`grund_…`) are read apart."""

    rule = HiddenField()
    places = StringField(lazy("Wie viele Beiträge bleiben"), validators=[InputRequired()])
    least = StringField(lazy("Punkte mindestens"), validators=[InputRequired()])
    digest = HiddenField()
    reason = TextAreaField(lazy("Begründung der engeren Wahl"), validators=[InputRequired(), Length(max=REASON_LIMIT)])

    @property
    def typed_rule(self) -> TypedDrawing:
        return TypedDrawing(kind=self.rule.data or "", places=self.places.data or "", least=self.least.data or "")


class UndoForm(KeyedForm):
    undo_reason = TextAreaField(lazy("Grund für das Aufheben"), validators=[InputRequired(), Length(max=REASON_LIMIT)])


@dataclass(frozen=True, kw_only=True)
class TickedChoice:
    """What stands in the boxes and beside them, and what is wrong with it, by public id."""

    kept: frozenset[str]
    reasons: Mapping[str, str]
    errors: Mapping[str, str]


@bp.get("/runden/<slug>/engere-wahl")
def shortlists(slug: str) -> ResponseReturnValue:
    """For the organiser; answers each category's shortlist, from `drawn_lists`, and how many entries it is drawn from."""
    edition = g.edition
    return render_template(
        "admin/decision/shortlist/shortlists.html",
        edition=edition,
        lists=drawn_lists(db.session(), edition_id=edition.id),
        rule_words=rule_words,
        counts=admitted_by_category(db.session(), edition_id=edition.id),
        may_draw=_may(Action.DRAW_SHORTLIST, edition),
        is_over=edition.scoring_closes_at is not None and edition.scoring_closes_at < g.now,
    )


@bp.get("/runden/<slug>/engere-wahl/<category>")
def shortlist(slug: str, category: str) -> ResponseReturnValue:
    """For the organiser; answers the list that is drawn, else the choice of a rule, else what the rule proposes.

    The rule comes in the address and is tried without storing anything; 422 where it is none.
    """
    edition, found = _place(slug, category)
    if list_of(db.session(), category_id=found.id) is not None:
        return _drawn_page(edition, found)
    if not _may(Action.DRAW_SHORTLIST, edition):
        return redirect(url_for("admin.shortlists", slug=slug))
    form = come_back(ListForm(request.form)) if returned() else ListForm(request.args)
    if not form.rule.data:
        return _rules_page(edition, found, ListForm(formdata=None))
    try:
        rule = rule_of(form.typed_rule)
    except Invalid as refusal:  # tried with GET: the page before it, not the one a form came from
        show_errors(form, refusal)
        return _rules_page(edition, found, form), 422
    form.idempotency_key.data = new_key()
    return _preview(edition, found, form, rule)


@bp.post("/runden/<slug>/engere-wahl/<category>")
@refused_at("admin.shortlist", ListForm)
def draw_shortlist(slug: str, category: str) -> ResponseReturnValue:
    """For who may draw it; POST calls `draw` and redirects to the list; 422 with what was typed.

    409 with the preview made anew where the ranking has changed since.
    """
    edition = g.edition
    require(g.actor, Action.DRAW_SHORTLIST, edition_matter(edition))
    form = ListForm()
    kept, reasons = _typed()
    typed = TypedList(rule=form.typed_rule, kept=kept, reason=form.reason.data or "", reasons=reasons)
    count = service.draw_shortlist_rows(
        g.call, edition_slug=slug, category_key=category, digest=form.digest.data or "", typed=typed
    )
    said = ngettext(
        "Die engere Wahl ist festgelegt: Ein Beitrag bleibt.",
        "Die engere Wahl ist festgelegt: %(num)s Beiträge bleiben.",
        count,
    )
    flash(said, "success")
    return redirect(url_for("admin.shortlist", slug=slug, category=category), 303)


@bp.post("/runden/<slug>/engere-wahl/<category>/aufheben")
@refused_at("admin.shortlist", UndoForm)
def undo_shortlist(slug: str, category: str) -> ResponseReturnValue:
    """For who may undo it; POST calls `undo` and redirects to the category; 422 with the reason as typed."""
    form = UndoForm()
    service.undo(g.call, edition_slug=slug, category_key=category, reason=form.undo_reason.data or "")
    flash(_("Die engere Wahl ist aufgehoben; alle Beiträge der Kategorie nehmen wieder teil."), "success")
    return redirect(url_for("admin.shortlist", slug=slug, category=category), 303)


def _typed() -> tuple[frozenset[str], dict[str, str]]:
    reasons = {name.removeprefix("grund_"): text for name, text in request.form.items() if name.startswith("grund_")}
    return frozenset(request.form.getlist("bleibt")), reasons


def _may(action: ActionOn[EditionMatter], edition: Edition) -> bool:
    return is_allowed(g.actor, action, edition_matter(edition))


def _place(slug: str, category: str) -> tuple[Edition, Category]:
    edition = g.edition
    return edition, admin.category_of(db.session(), edition_id=edition.id, key=category)


def _result(edition: Edition, category: Category) -> CategoryResult:
    return results(db.session(), actor=g.actor, edition=edition, category_id=category.id)[0]


def _rules_page(edition: Edition, category: Category, form: ListForm) -> str:
    return render_template(
        "admin/decision/shortlist/rules.html", edition=edition, category=category, result=_result(edition, category), form=form
    )


def _choice(stays: frozenset[str]) -> TickedChoice:
    """The boxes as the rule has them; where they came back, as they were ticked, with what was typed beside them."""
    back = returned("admin.draw_shortlist")
    if back is None:
        return TickedChoice(kept=stays, reasons={}, errors={})
    kept, reasons = _typed()
    errors = {name.removeprefix("reason_"): str(words) for name, words in back.errors.items()}
    return TickedChoice(kept=kept, reasons=reasons, errors=errors)


def _preview(edition: Edition, category: Category, form: ListForm, rule: DrawingRule) -> str:
    result = _result(edition, category)
    placed = placed_of(result.ranking)
    stays = proposed(placed, rule)
    form.digest.data = shortlist_digest(placed, rule)
    return render_template(
        "admin/decision/shortlist/preview.html",
        edition=edition,
        category=category,
        result=result,
        form=form,
        rule=rule,
        stays=stays,
        rule_words=rule_words,
        extra=level_at_border(placed, rule),
        ranked=sum(one.rank is not None for one in placed),
        choice=_choice(stays),
    )


def _drawn_page(edition: Edition, category: Category) -> str:
    row = list_of(db.session(), category_id=category.id)
    drawn = drawn_lists(db.session(), edition_id=edition.id).get(category.id)
    if row is None or drawn is None:
        return _rules_page(edition, category, ListForm(formdata=None))
    # While the jury scores, nobody but its members learns of points, not even of those of the first round.
    shows_points = _may(Action.VIEW_RANKING, edition)
    return render_template(
        "admin/decision/shortlist/shortlist.html",
        edition=edition,
        category=category,
        drawn=drawn,
        sentences=shortlist_sentences(drawn),
        form=shown(UndoForm),
        shows_points=shows_points,
        may_undo=_may(Action.UNDO_SHORTLIST, edition),
        is_begun=service.is_begun(db.session(), row),
        is_decided=shows_points and _result(edition, category).stands,
        groups=_groups(drawn.kept, drawn.left_out),
    )


def _groups(kept: Sequence[Any], left_out: Sequence[Any]) -> list[tuple[str, Sequence[Any]]]:
    return [(_("In der engeren Wahl"), kept), (_("Nicht in der engeren Wahl"), left_out)]
