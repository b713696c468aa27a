"""Who scores what: looked at before it is applied, and changed for one entry by hand."""

from collections.abc import Sequence
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, HiddenField, IntegerField
from wtforms.validators import InputRequired

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm
from ikz_award.blueprints.shared.form_errors import show_errors
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.words.errors import Invalid, NotFound
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.jury.assignment import categories_of_jurors
from ikz_award.queries.jury.plan.by_hand import HandSeat, hand_seats
from ikz_award.queries.jury.plan.plan import PlanWish, Way, present_plan, proposed_plan
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.jury.assignment import apply_plan, assign_by_hand, check_wish
from ikz_award.web.filters import new_key
from ikz_award.web.returned import refused_at, returned


class AssignmentPlanForm(KeyedForm):
    """What the organiser wishes; `kategorien` (juror-category) is a grid of its own and read apart."""

    way = HiddenField(default=Way.ALL.value)
    sheets = IntegerField(lazy("Bögen je Beitrag"), validators=[InputRequired()])
    stays_within = BooleanField(lazy("Nur in den Kategorien, die ein Mitglied nach dem Raster bewertet"))
    digest = HiddenField()

    def __init__(self, typed: MultiDict[str, str] | None = None) -> None:
        super().__init__(formdata=typed)
        self.ticked = frozenset(typed.getlist("kategorien")) if typed is not None else frozenset()

    @property
    def wish(self) -> PlanWish:
        """Raises `NotFound` for what no form of ours sends."""
        if self.way.data not in set(Way) or not all(_pair(one) for one in self.ticked):
            raise NotFound
        return PlanWish(
            way=Way(self.way.data),
            sheets=self.sheets.data,
            stays_within=self.stays_within.data,
            categories=frozenset(pair for one in self.ticked if (pair := _pair(one))),
        )


def _pair(text: str) -> tuple[int, int] | None:
    juror, _dash, category = text.partition("-")
    numbers = [int(part) for part in (juror, category) if part.isascii() and part.isdecimal() and len(part) < 10]
    return (numbers[0], numbers[1]) if len(numbers) == 2 else None


@bp.get("/runden/<slug>/zuteilung")
def assignment(slug: str) -> ResponseReturnValue:
    """For the organiser; answers who scores what now, from `present_plan`, and the form to wish for another plan."""
    return _page(g.edition, AssignmentPlanForm())


@bp.get("/runden/<slug>/zuteilung/vorschau")
def assignment_preview(slug: str) -> ResponseReturnValue:
    """For the organiser; answers what `proposed_plan` makes of the wish in the address; 422 where it cannot be met."""
    edition, form = g.edition, AssignmentPlanForm(request.form if returned() else request.args)
    wish = form.wish
    try:
        check_wish(db.session(), edition=edition, wish=wish)
    except Invalid as refusal:
        # Tried with GET: the page before it, not the one a form came from.
        show_errors(form, refusal)
        return _page(edition, form), 422
    plan = proposed_plan(db.session(), edition=edition, wish=wish)
    form.digest.data, form.idempotency_key.data = plan.digest, new_key()
    return render_template(
        "admin/jury/assignment_preview.html", edition=edition, form=form, plan=plan, wish=wish, may_edit=_may_edit(edition)
    )


@bp.post("/runden/<slug>/zuteilung")
@refused_at("admin.assignment_preview", keeps=True)
def apply_assignment(slug: str) -> ResponseReturnValue:
    """For who may assign; POST calls `apply_plan` and redirects to the plan.

    409 with a new preview where something has changed since the old one.
    """
    form = AssignmentPlanForm(request.form)
    wish = form.wish
    apply_plan(g.call, edition_slug=slug, wish=wish, digest=form.digest.data or "")
    flash(_("Die Zuteilung ist übernommen."), "success")
    return redirect(url_for("admin.assignment", slug=slug), 303)


@bp.get("/runden/<slug>/zuteilung/<entry_id>")
def entry_assignment(slug: str, entry_id: str) -> ResponseReturnValue:
    """For the organiser; answers one entry's jurors from `hand_seats`; right after a change, the step back too."""
    return _hand_page(slug, entry_id)


@bp.post("/runden/<slug>/zuteilung/<entry_id>")
@refused_at("admin.entry_assignment", keeps=True)
def assign_entry(slug: str, entry_id: str) -> ResponseReturnValue:
    """For who may assign; POST calls `assign_by_hand` with what changed and redirects to the entry; 409 where refused."""
    seen, chosen = _numbers("seen"), _numbers("jurors")
    added, removed = chosen - seen, seen - chosen
    assign_by_hand(g.call, edition_slug=slug, entry_id=entry_id, added=added, removed=removed)
    flash(_("Die Zuteilung dieses Beitrags ist gespeichert."), "success")
    undo: dict[str, Any] = {"dazu": sorted(removed), "weg": sorted(added)}
    return redirect(url_for("admin.entry_assignment", slug=slug, entry_id=entry_id, **undo), 303)


def _numbers(name: str) -> frozenset[int]:
    typed = request.values.getlist(name)
    return frozenset(int(one) for one in typed if one.isascii() and one.isdecimal() and len(one) < 10)


def _may_edit(edition: Edition) -> bool:
    return is_allowed(g.actor, Action.ASSIGN, edition_matter(edition))


def _page(edition: Edition, form: AssignmentPlanForm) -> str:
    plan = present_plan(db.session(), edition=edition)
    stored = categories_of_jurors(db.session(), edition_id=edition.id)
    ticked = form.ticked or {f"{juror}-{one}" for juror, several in stored.items() for one in several}
    if form.sheets.data is None and not form.errors:
        form.sheets.data = plan.wanted
    return render_template(
        "admin/jury/assignment.html",
        edition=edition,
        form=form,
        plan=plan,
        ticked=ticked,
        has_stored_categories=bool(stored),
        may_edit=_may_edit(edition),
        error=form.errors.get("categories"),
        Way=Way,
    )


def _hand_page(slug: str, entry_id: str) -> str:
    edition = g.edition
    entry, seats = hand_seats(db.session(), edition=edition, public_id=entry_id)
    ticked = _numbers("jurors") if returned() else frozenset(one.juror.id for one in seats if one.is_assigned)
    return render_template(
        "admin/jury/assignment_entry.html",
        edition=edition,
        entry=entry,
        seats=seats,
        may_edit=_may_edit(edition),
        form=KeyedForm(formdata=None),
        undo=_undone(seats),
        ticked=ticked,
    )


def _undone(seats: Sequence[HandSeat]) -> frozenset[int] | None:
    """Whose boxes the step back would tick; None where there is none."""
    again, away = _numbers("dazu"), _numbers("weg")
    if request.method != "GET" or not again | away:
        return None
    return frozenset(one.juror.id for one in seats if one.is_assigned) - away | again
