"""The page on which one of the two confirms a result, the same for the organiser and the chair."""

import secrets
from typing import Any

from flask import current_app, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, PasswordField, TextAreaField
from wtforms.validators import InputRequired, Length

from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.blueprints.shared.reauthentication import has_shown_key, require_person
from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.phases.guards import may_reopen, may_seal
from ikz_award.domain.seal.signatures import SigningKey
from ikz_award.domain.words.errors import Invalid
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.seal.seal import SealAct, SealRole
from ikz_award.queries.decision.decisions import results
from ikz_award.queries.seal.facts import sealed_facts
from ikz_award.queries.seal.hints import seal_hints
from ikz_award.queries.seal.seal import seal_content, seal_view
from ikz_award.services.seal import seal

BLUEPRINTS = {SealRole.ORGANISER: "admin", SealRole.CHAIR: "jury"}
PAGES = {SealRole.ORGANISER: "admin/seal/seal.html", SealRole.CHAIR: "jury/seal.html"}


class SealForm(FlaskForm):
    """What one of the two types; `seen` is the hash of what the page showed."""

    idempotency_key = HiddenField(default=lambda: secrets.token_urlsafe(16))
    act = HiddenField()
    seen = HiddenField()
    reason = TextAreaField(lazy("Begründung"), validators=[InputRequired(), Length(max=seal.LONGEST_REASON)])
    is_checked = BooleanField(validators=[InputRequired()])
    password = PasswordField(
        lazy("Ihr Passwort"),
        description=lazy("Zur Sicherheit: Bestätigen können nur Sie selbst."),
        render_kw={"autocomplete": "current-password"},
        validators=[InputRequired()],
    )


def signing_key() -> SigningKey:
    """The organiser's key of this installation."""
    return SigningKey(bytes.fromhex(current_app.config["RESULT_KEY"]))


def show_seal(slug: str, role: SealRole) -> str:
    """The page of the one of the two who asks; with the form that came back where one was sent."""
    return render_template(PAGES[role], **_page(g.edition, role, shown(SealForm)))


def post_seal(slug: str, role: SealRole) -> ResponseReturnValue:
    """Take a confirmation that was sent. Raises what stops it."""
    _take_confirmation(g.edition.id, role, SealForm())
    return redirect(url_for(f"{BLUEPRINTS[role]}.seal", slug=slug), 303)


def post_withdrawal(slug: str, role: SealRole) -> ResponseReturnValue:
    """Take back a confirmation that still waits for the other one."""
    edition = g.edition
    seal.withdraw_confirmation(g.call, edition_id=edition.id, role=role)
    flash(_("Ihre Bestätigung ist zurückgenommen."), "success")
    return redirect(url_for(f"{BLUEPRINTS[role]}.seal", slug=slug), 303)


def _page(edition: Edition, role: SealRole, form: SealForm) -> dict[str, Any]:
    """What the templates need. Raises `NotFound` or `Refused` for those who are not asked."""
    seal.require_role(g.actor, role, edition)
    view = seal_view(db.session(), edition=edition)
    current = view.current
    form.act.data = view.act.value
    form.seen.data = current.sha256 if current else seal_content(db.session(), actor=SYSTEM, edition=edition).sha256
    form.is_checked.label.text = (
        _("Ich habe die Entscheidungen geprüft und bestätige sie.")
        if current is None
        else _("Ich stimme zu, das besiegelte Ergebnis wieder zu öffnen.")
    )
    found = results(db.session(), actor=SYSTEM, edition=edition)
    fitting = {one.role: one for one in view.confirmations.values() if one.content_sha256 == form.seen.data}
    return {
        "edition": edition,
        "form": form,
        "view": view,
        "role": role,
        "mine": fitting.get(role),
        "other": next((one for one in fitting.values() if one.role is not role), None),
        "may_confirm": (may_seal if current is None else may_reopen)(edition.phase),
        "results": found,
        "hints": seal_hints(db.session(), actor=g.actor, edition=edition, results=found),
        "facts": sealed_facts(db.session(), current) if current else None,
        "has_shown_key": has_shown_key(),
    }


def _take_confirmation(edition_id: int, role: SealRole, form: SealForm) -> None:
    """Confirm what was typed, and say what it led to. Raises as `services.seal.seal.confirm`, and `Invalid` for a wrong
    password."""
    if not form.is_checked.data:
        raise Invalid({"is_checked": _("Bitte bestätigen Sie, dass Sie geprüft haben.")})
    require_person(form.password.data or "")
    asked = seal.Confirmation(
        edition_id=edition_id,
        role=role,
        act=SealAct.REOPEN if form.act.data == SealAct.REOPEN else SealAct.SEAL,
        seen=(form.seen.data or "")[:64],
        reason=form.reason.data or "",
        base_url=current_app.config["BASE_URL"],
    )
    is_complete = seal.confirm(g.call, asked=asked, signing_key=signing_key())
    if not is_complete:
        flash(_("Ihre Bestätigung ist gespeichert. Es fehlt noch die andere Person."), "success")
    elif asked.act is SealAct.SEAL:
        flash(_("Das Ergebnis ist besiegelt."), "success")
    else:
        flash(_("Das Ergebnis ist wieder geöffnet. Die besiegelte Fassung bleibt erhalten."), "success")
