"""Taking somebody off the jury: what would change, why, by which rule for the points; and the way back."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from wtforms import RadioField, SelectField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm
from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.phases.workflow import Phase
from ikz_award.extensions import db
from ikz_award.queries.decision import leaving
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.jury import leaving as service
from ikz_award.web.returned import refused_at

COUNT, SET_ASIDE = "count", "set_aside"


class BackForm(KeyedForm):
    reason = TextAreaField(lazy("Begründung"), validators=[InputRequired(), Length(max=service.REASON_LIMIT)])


class LeavingForm(BackForm):
    points = RadioField(
        lazy("Was gilt für Bögen, die schon abgegeben sind?"),
        validators=[InputRequired()],
        validate_choice=False,
    )
    heir = SelectField(lazy("Wer übernimmt den Vorsitz?"), validators=[Optional()], validate_choice=False)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.points.choices = [
            SelectChoice(COUNT, _("Sie zählen weiter")),
            SelectChoice(SET_ASIDE, _("Sie zählen nicht")),
        ]

    @property
    def ending(self) -> service.Ending:
        typed = str(self.heir.data or "")
        return service.Ending(
            keeps_points={COUNT: True, SET_ASIDE: False}.get(str(self.points.data)),
            reason=self.reason.data or "",
            heir_id=int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else None,
        )


@bp.get("/runden/<slug>/jury/<int:juror_id>/ausscheiden")
def confirm_juror_end(slug: str, juror_id: int) -> ResponseReturnValue:
    """For the organiser; answers what would change, from `leaving_of`; for who has left, what did, and the way back."""
    return _page(juror_id)


@bp.post("/runden/<slug>/jury/<int:juror_id>/ausscheiden")
@refused_at("admin.confirm_juror_end", LeavingForm)
def end_juror(slug: str, juror_id: int) -> ResponseReturnValue:
    """For who may end a seat; POST calls `end_juror` and redirects to the panel; 422 with what was typed."""
    service.end_juror(g.call, edition_slug=slug, juror_id=juror_id, ending=LeavingForm().ending)
    flash(_("Das Mitglied gehört der Jury nicht mehr an und ist benachrichtigt."), "success")
    return redirect(url_for("admin.panel", slug=slug), 303)


@bp.post("/runden/<slug>/jury/<int:juror_id>/zurueckholen")
@refused_at("admin.confirm_juror_end", BackForm)
def take_back_end(slug: str, juror_id: int) -> ResponseReturnValue:
    """For who may end a seat; POST calls `take_back_end` and redirects to the panel; 422 with what was typed."""
    service.take_back_end(g.call, edition_slug=slug, juror_id=juror_id, reason=BackForm().reason.data or "")
    flash(_("Das Mitglied gehört der Jury wieder an und ist benachrichtigt."), "success")
    return redirect(url_for("admin.panel", slug=slug), 303)


def _page(juror_id: int) -> str:
    session = db.session()
    edition = g.edition
    juror = leaving.seat_on(session, edition=edition, juror_id=juror_id)
    may = is_allowed(g.actor, Action.END_JUROR, edition_matter(edition))
    end = leaving.end_of_seat(session, juror_id=juror.id)
    if end is not None:
        return render_template(
            "admin/jury/juror_left.html",
            edition=edition,
            juror=juror,
            end=end,
            may=may,
            form=shown(BackForm),
            rests=leaving.rests_on_end(session, edition=edition, end=end),
        )
    form = shown(LeavingForm)
    change = leaving.leaving_of(session, edition=edition, juror=juror)
    form.heir.choices = [SelectChoice("", _("Bitte wählen")), *(SelectChoice(str(one.id), one.name) for one in change.heirs)]
    return render_template(
        "admin/jury/juror_leaving.html",
        edition=edition,
        juror=juror,
        change=change,
        form=form,
        may=may,
        is_chair=juror.role is PanelRole.CHAIR,
        is_deputy=juror.role is PanelRole.DEPUTY,
        is_scored=edition.phase is Phase.DELIBERATION,
    )
