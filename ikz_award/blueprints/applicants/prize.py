"""The winner's people state who gets which part of the prize money."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from wtforms import HiddenField, StringField

from ikz_award.adapters.bank import masked
from ikz_award.blueprints.applicants.bp import bp
from ikz_award.blueprints.applicants.forms import PlainKeyedForm
from ikz_award.blueprints.shared.form_errors import come_back
from ikz_award.domain.words.formats import format_amount
from ikz_award.extensions import db
from ikz_award.queries.decision.prize import Prize, prize_to_state
from ikz_award.services.decision.prize import TypedShare, state_shares
from ikz_award.web.returned import refused_at, returned


@bp.get("/<entry_id>/preisgeld")
def prize(entry_id: str) -> ResponseReturnValue:
    """For who may state the winner's shares; answers what is stated, from `prize_to_state`; a stored IBAN only masked."""
    found = prize_to_state(db.session(), actor=g.actor, public_id=entry_id, now=g.now)
    form = come_back(_form(found, is_sent=returned() is not None), version=_version(found))
    return render_template("applicants/prize.html", prize=found, entry=found.entry, form=form)


@bp.post("/<entry_id>/preisgeld")
@refused_at("applicants.prize", keeps=True)
def state_prize_shares(entry_id: str) -> ResponseReturnValue:
    """For who may state the winner's shares; POST calls `state_shares` and redirects to the form; 422 with what was typed.

    409 with what was typed where somebody saved meanwhile.
    """
    found = prize_to_state(db.session(), actor=g.actor, public_id=entry_id, now=g.now)
    typed = {
        one.key: TypedShare(**{part: request.form.get(f"{part}-{one.key}", "") for part in ("amount", "holder", "iban")})
        for one in found.participants
    }
    version = request.form.get("version", "")
    state_shares(g.call, entry_id=entry_id, version=int(version) if version.isdecimal() else -1, shares=typed)
    flash(_("Die Angaben zur Auszahlung sind gespeichert. Bis zur Auszahlung können Sie sie ändern."), "success")
    return redirect(url_for("applicants.prize", entry_id=entry_id), 303)


def _form(found: Prize, *, is_sent: bool = False) -> PlainKeyedForm:
    """Three fields for each participant. A stored IBAN is never sent to the browser again."""
    fields: dict[str, object] = {"version": HiddenField(default=_version(found))}
    for one in found.participants:
        share = found.share_of(one)
        stored = masked(share.iban) if share else ""
        kept = _("Gespeichert: %(iban)s. Leer lassen, um sie zu behalten.", iban=stored) if stored else ""
        fields |= {
            f"amount-{one.key}": StringField(
                lazy("Betrag in Euro"), default=format_amount(share.cents) if share and share.cents else ""
            ),
            f"holder-{one.key}": StringField(lazy("Kontoinhaber"), default=share.holder if share else ""),
            f"iban-{one.key}": StringField(lazy("IBAN"), description=kept),
        }
    return type("SharesForm", (PlainKeyedForm,), fields)(request.form if is_sent else None)


def _version(found: Prize) -> str:
    return str(found.statement.version) if found.statement else "0"
