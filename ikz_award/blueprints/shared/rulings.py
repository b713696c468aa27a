"""The page on which a denied hint is confirmed or overruled, the same for the organiser and the chair."""

import secrets
from typing import Any

from flask import flash, g, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length

from ikz_award.blueprints.shared.form_errors import require_valid, shown
from ikz_award.extensions import db
from ikz_award.models.jury.bias import Ruling
from ikz_award.queries.jury.bias.record import denial_of
from ikz_award.services.jury.bias import rule_on_denial
from ikz_award.services.jury.jury import REASON_LIMIT

# By the blueprint that asks.
PAGES = {"admin": "admin/jury/denial.html", "jury": "jury/bias/denial.html"}


class RulingForm(FlaskForm):
    idempotency_key = HiddenField(default=lambda: secrets.token_urlsafe(16))
    ruling = RadioField(
        lazy("Entscheidung"),
        validators=[InputRequired(lazy("Bitte wählen Sie eine Entscheidung."))],
    )
    reason = TextAreaField(
        lazy("Begründung"),
        description=lazy("Nötig, wenn Sie Befangenheit feststellen. Sie steht in der Niederschrift; das Mitglied liest sie."),
        validators=[Length(max=REASON_LIMIT)],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ruling.choices = [
            SelectChoice(Ruling.CONFIRMED.value, _("Nicht befangen: Das Mitglied bewertet den Beitrag.")),
            SelectChoice(Ruling.OVERRULED.value, _("Befangen: Das Mitglied ist für diesen Beitrag ausgeschlossen.")),
        ]


def show_denial(slug: str, decision_id: str) -> str:
    """The page of the blueprint that asks; with the form that came back."""
    edition = g.edition
    row = denial_of(db.session(), actor=g.actor, edition=edition, public_id=decision_id)
    form = shown(RulingForm, ruling=row.ruling.value if row.ruling else None, reason=row.ruling_reason)
    return render_template(PAGES[request.blueprint or ""], edition=edition, row=row, form=form)


def post_denial(slug: str, decision_id: str, *, back: str) -> ResponseReturnValue:
    """Take a ruling that was sent, then on to `back`. Raises what stops it."""
    form = RulingForm()
    require_valid(form)
    rule_on_denial(
        g.call, edition_slug=slug, decision_id=decision_id, ruling=Ruling(form.ruling.data), reason=form.reason.data or ""
    )
    flash(_("Die Entscheidung ist festgehalten."), "success")
    return redirect(back, 303)
