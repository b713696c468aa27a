"""The register of municipalities: how it stands, and a newer official file, looked at before it is taken over."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.shared.form_errors import errors_back
from ikz_award.domain.permissions.kinds import Matter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.words.formats import format_number
from ikz_award.extensions import db
from ikz_award.models.people.register import BodyKind
from ikz_award.queries.people.register import register_state
from ikz_award.reports.result.labels import label
from ikz_award.services.people.gv100ad import own_lines
from ikz_award.services.people.register_plan import CHANGED, RegisterPlan, plan_register, renew_register
from ikz_award.web.returned import refused_at, returned

COLUMNS = {
    "name": lazy("Name"), "official_name": lazy("amtlicher Name"), "kind": lazy("Art"), "parent_key": lazy("Kreis"),
    "government_region": lazy("Regierungsbezirk"), "population": lazy("Einwohnerzahl"),
    "area_hectares": lazy("Fläche in Hektar"),
    "is_current": lazy("besteht"),
}  # fmt: skip
# What changes every year and nobody reads line by line.
FIGURES = frozenset({"population", "area_hectares"})


@bp.get("/verzeichnis")
def register() -> ResponseReturnValue:
    """For the organiser; answers how many bodies there are, of which day, what they lack, and the form for a newer file."""
    require(g.actor, Action.IMPORT_REGISTER, Matter())
    return _page(next(iter(errors_back("admin.check_register_file").values()), ""))


@bp.post("/verzeichnis/pruefen")
@refused_at("admin.register", keeps=True)
def check_register_file() -> ResponseReturnValue:
    """For the organiser; answers what a file would change, with the form to agree; 422 for a wrong file. Keeps nothing."""
    require(g.actor, Action.IMPORT_REGISTER, Matter())
    upload = request.files.get("file")
    data = upload.read() if upload else b""
    return _preview(plan_register(db.session(), data), own_lines(data))


def _look_again() -> ResponseReturnValue:
    """What the file would change by now; where the file itself is at fault, the page to choose another one."""
    back, text = returned("admin.take_over_register"), request.form.get("register", "")
    if back and back.refusal.reason == CHANGED:
        return _preview(plan_register(db.session(), text.encode()), text)
    return _page(next(iter(errors_back("admin.take_over_register").values()), ""))


@bp.post("/verzeichnis")
@refused_at("admin.register", keeps=True, page=_look_again)
def take_over_register() -> ResponseReturnValue:
    """For the organiser; POST calls `renew_register` with what was seen and redirects; 409 where it would differ by now."""
    renew_register(g.call, data=request.form.get("register", "").encode(), seen=request.form.get("seen", ""))
    flash(_("Das Verzeichnis ist erneuert."), "success")
    return redirect(url_for("admin.register"), 303)


def _page(error: str = "") -> str:
    return render_template("admin/people/register.html", state=register_state(db.session()), error=error)


def _preview(plan: RegisterPlan, text: str) -> str:
    return render_template(
        "admin/people/register_preview.html",
        plan=plan,
        text=text,
        columns=COLUMNS,
        changed=[one for one in plan.changed if one.new.keys() - FIGURES],
        said=_said,
        figures=sum(not one.new.keys() - FIGURES for one in plan.changed),
    )


def _said(value: object) -> str:
    """A column's value in words."""
    if value is None:
        return _("ohne")
    if isinstance(value, bool):
        return _("ja") if value else _("nein")
    if isinstance(value, BodyKind):
        return str(label(value))
    return format_number(value, 0) if isinstance(value, int) else str(value)
