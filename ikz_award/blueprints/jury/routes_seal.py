"""The chair's half of the seal."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.jury.bp import bp
from ikz_award.domain.errors import Invalid, NotFound, Refused
from ikz_award.extensions import db, translated
from ikz_award.models.seal import SealRole
from ikz_award.queries.editions import edition_by_slug
from ikz_award.services import seal as service
from ikz_award.web.form_errors import show_errors
from ikz_award.web.sealing import SealForm, seal_page, take_confirmation


@bp.get("/<slug>/siegel")
def seal(slug: str) -> ResponseReturnValue:
    return _page(slug, SealForm(formdata=None))


@bp.post("/<slug>/siegel")
def confirm_seal(slug: str) -> ResponseReturnValue:
    form, edition_id = SealForm(), edition_by_slug(db.session(), slug).id
    try:
        take_confirmation(edition_id, SealRole.CHAIR, form)
    except Invalid as refusal:
        show_errors(form, refusal)
        return _page(slug, form), 422
    except NotFound:
        raise
    except Refused as refusal:
        flash(translated(refusal.message), "warning")
    return redirect(url_for("jury.seal", slug=slug), 303)


@bp.post("/<slug>/siegel/zuruecknehmen")
def withdraw_seal(slug: str) -> ResponseReturnValue:
    edition = edition_by_slug(db.session(), slug)
    key = request.form.get("idempotency_key", "")[:64]
    service.withdraw(actor=g.actor, now=g.now, key=key, edition_id=edition.id, role=SealRole.CHAIR)
    flash(_("Ihre Bestätigung ist zurückgenommen."), "success")
    return redirect(url_for("jury.seal", slug=slug), 303)


def _page(slug: str, form: SealForm) -> str:
    return render_template("jury/seal.html", **seal_page(edition_by_slug(db.session(), slug), SealRole.CHAIR, form))
