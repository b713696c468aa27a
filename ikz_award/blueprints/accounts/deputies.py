"""A colleague stands in: named for some days, ended by either of the two."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired

from ikz_award.blueprints.accounts.bp import bp
from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.domain.words.formats import read_day
from ikz_award.extensions import db
from ikz_award.queries.people.deputies import colleagues_to_name
from ikz_award.services.people import deputies
from ikz_award.web.filters import new_key
from ikz_award.web.returned import refused_at


class DeputyForm(FlaskForm):
    idempotency_key = HiddenField(default=new_key)
    colleague = RadioField(lazy("Wer vertritt Sie?"), validate_choice=False, validators=[InputRequired()])
    starts_on = StringField(lazy("Erster Tag"), description=lazy("Zum Beispiel 01.08.2026."), validators=[InputRequired()])
    ends_on = StringField(lazy("Letzter Tag"), description=lazy("Dieser Tag zählt mit."), validators=[InputRequired()])

    @property
    def body_key(self) -> str:
        return (self.colleague.data or "").partition(":")[0][:12]

    @property
    def deputy_id(self) -> int | None:
        number = (self.colleague.data or "").partition(":")[2]
        return int(number) if number.isascii() and number.isdecimal() and len(number) < 10 else None


@bp.get("/vertretung")
def new_deputy() -> ResponseReturnValue:
    """For everybody logged in; answers the form with those of `colleagues_to_name` and the days, empty."""
    found, form = colleagues_to_name(db.session(), actor=g.actor), shown(DeputyForm)
    form.colleague.choices = [
        SelectChoice(f"{one.body_key}:{one.account_id}", f"{one.name} ({one.email}, {one.body_name})") for one in found
    ]
    return render_template("accounts/name_deputy.html", form=form, has_colleagues=bool(found))


@bp.post("/vertretung")
@refused_at("accounts.new_deputy", DeputyForm)
def name_deputy() -> ResponseReturnValue:
    """For who belongs to a body; POST calls `name_deputy` and redirects to the profile; 422 with what was typed."""
    form = DeputyForm()
    # Nobody chosen is said beside the field; an organisation that is not the person's own is not there.
    body_key = form.body_key or next(iter(sorted(g.actor.organisations)), "")
    name = deputies.name_deputy(
        g.call,
        body_key=body_key,
        deputy_id=form.deputy_id,
        starts_on=read_day(form.starts_on.data or ""),
        ends_on=read_day(form.ends_on.data or ""),
    )
    flash(_("%(name)s vertritt Sie in dieser Zeit. Sie haben beide eine E-Mail bekommen.", name=name), "success")
    return redirect(url_for("accounts.profile") + "#vertretung", 303)


@bp.post("/vertretung/<int:deputyship_id>/beenden")
@refused_at("accounts.profile", anchor="vertretung")
def end_deputyship(deputyship_id: int) -> ResponseReturnValue:
    """For either of the two; POST calls `end_deputyship` and redirects to the profile."""
    name = deputies.end_deputyship(g.call, deputyship_id=deputyship_id)
    flash(_("Die Vertretung mit %(name)s ist beendet.", name=name), "success")
    return redirect(url_for("accounts.profile") + "#vertretung", 303)
