"""The texts of an edition, and for how long the declaration of confidentiality counts."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from wtforms import IntegerField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import VersionedForm
from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.domain.permissions.table import Action, is_allowed, require
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition, EditionText
from ikz_award.queries.editions.editions import text_of
from ikz_award.queries.jury.confidentiality import CONFIDENTIALITY, sworn_jurors
from ikz_award.queries.jury.sheets import panel_of
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.editions.texts import LONGEST_BODY, TEXTS, save_text, save_validity
from ikz_award.web.returned import refused_at, returned

TITLES = {
    "introduction": lazy("Einleitung der Ausschreibung"),
    "participation": lazy("Teilnahmebedingungen"),
    "procedure": lazy("Verfahren"),
    CONFIDENTIALITY: lazy("Erklärung zur Verschwiegenheit"),
}


class TextForm(VersionedForm):
    body = TextAreaField(lazy("Text"), validators=[InputRequired(), Length(max=LONGEST_BODY)])


class ValidityForm(VersionedForm):
    days = IntegerField(lazy("Die Erklärung gilt so viele Tage"), validators=[Optional()])


@bp.get("/runden/<slug>/texte")
def texts(slug: str) -> ResponseReturnValue:
    """For the organiser; answers the edition's texts, and how many jurors have sworn the one on confidentiality."""
    edition = g.edition
    return render_template(
        "admin/editions/texts.html",
        edition=edition,
        form=shown(ValidityForm, days=edition.confidentiality_days, version=str(edition.version)),
        titles=TITLES,
        texts={name: _stored(edition, name) for name in TEXTS},
        may_edit=is_allowed(g.actor, Action.EDIT_TEXTS, edition_matter(edition)),
        sworn=len(sworn_jurors(db.session(), edition_id=edition.id, now=g.now)),
        jurors=len(panel_of(db.session(), edition_id=edition.id)),
    )


@bp.get("/runden/<slug>/texte/<name>")
def text(slug: str, name: str) -> ResponseReturnValue:
    """For who may edit texts; answers one text as it is stored; 404 for a name that is none of `TEXTS`."""
    edition = g.edition
    stored = _stored(edition, name)
    require(g.actor, Action.EDIT_TEXTS, edition_matter(edition))
    form = shown(TextForm, body=stored.body if stored else "", version=str(stored.version) if stored else "")
    back = returned()
    sworn = len(sworn_jurors(db.session(), edition_id=edition.id, now=g.now)) if name == CONFIDENTIALITY else 0
    return render_template(
        "admin/editions/text.html",
        edition=edition,
        name=name,
        title=TITLES[name],
        form=form,
        sworn=sworn,
        stale=str(back.stale.current["body"]) if back and back.stale else None,
    )


@bp.post("/runden/<slug>/texte/<name>")
@refused_at("admin.text", TextForm)
def save_edition_text(slug: str, name: str) -> ResponseReturnValue:
    """For who may edit texts; POST calls `save_text` and redirects to the texts; 422 with what was typed.

    409 with both texts where somebody saved meanwhile.
    """
    form = TextForm()
    save_text(g.call, edition_slug=slug, name=name, version=form.seen_version, body=form.body.data or "")
    flash(_("Der Text ist gespeichert. Die früheren Fassungen bleiben erhalten."), "success")
    return redirect(url_for("admin.texts", slug=slug), 303)


@bp.post("/runden/<slug>/texte")
@refused_at("admin.texts", ValidityForm)
def save_declaration_validity(slug: str) -> ResponseReturnValue:
    """For the organiser; POST calls `save_validity` (days), redirects to the texts; 422 as typed, 409 where stale."""
    form = ValidityForm()
    # What is no number is not "no limit".
    days = form.days.data if form.validate() else 0
    save_validity(g.call, edition_slug=slug, version=form.seen_version, days=days)
    flash(_("Gespeichert."), "success")
    return redirect(url_for("admin.texts", slug=slug), 303)


def _stored(edition: Edition, name: str) -> EditionText | None:
    if name not in TEXTS:
        raise NotFound
    return text_of(db.session(), edition_id=edition.id, key=name)
