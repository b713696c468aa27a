"""Prize money: what the winners stated, the list for the cashier, and the end of the bank details."""

from flask import Response, current_app, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from wtforms import HiddenField

from ikz_award.adapters.bank import bank_name, grouped
from ikz_award.adapters.uploads.uploads import MEDIA_TYPES
from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm
from ikz_award.extensions import db
from ikz_award.queries.decision.prize import prizes, state_of_details
from ikz_award.services.decision.prize import clear_details, payment_list
from ikz_award.services.entries.attachments.attachments import Download
from ikz_award.web.downloads import attachment_response
from ikz_award.web.returned import refused_at

FILE = "auszahlung"


class ClearForm(KeyedForm):
    """Deleting bank details: `seen` is a mark of what was shown."""

    seen = HiddenField(default="")


@bp.get("/runden/<slug>/preisgeld")
def prize_money(slug: str) -> ResponseReturnValue:
    """For the organiser, after publication.

    Answers what each winner stated, from `prizes`, and for how many days it is kept.
    """
    edition = g.edition
    return render_template(
        "admin/decision/prize_money.html",
        edition=edition,
        prizes=prizes(db.session(), actor=g.actor, edition=edition),
        grouped=grouped,
        bank_name=bank_name,
        days=current_app.config["BANK_DETAILS_DAYS"],
    )


@bp.get("/runden/<slug>/preisgeld.xlsx")
def download_payments(slug: str) -> Response:
    """For the organiser, after publication; answers `payment_list` as a table (xlsx) for the cashier.

    That it was taken is put on record, though this is a GET.
    """
    data = payment_list(g.call, edition_slug=slug)
    return attachment_response(Download(filename=f"{FILE}-{slug}.xlsx", media_type=MEDIA_TYPES["xlsx"], data=data))


@bp.get("/runden/<slug>/preisgeld/loeschen")
def confirm_clearing(slug: str) -> ResponseReturnValue:
    """For the organiser, after publication; answers whose bank details would go, and asks.

    The form holds a mark of what was shown.
    """
    edition = g.edition
    found = prizes(db.session(), actor=g.actor, edition=edition)
    stored = [one for one in found if one.statement and one.statement.cleared_at is None]
    return render_template(
        "admin/decision/clear_payments.html",
        edition=edition,
        stored=stored,
        unstated=[one for one in found if one.statement is None],
        accounts=sum(1 for one in stored if one.statement for share in one.statement.shares if share.iban),
        form=ClearForm(formdata=None, seen=state_of_details(found)),
    )


@bp.post("/runden/<slug>/preisgeld/loeschen")
@refused_at("admin.confirm_clearing")
def clear_payments(slug: str) -> ResponseReturnValue:
    """For the organiser; POST calls `clear_details`, redirects to the prize money; to the question, where details changed."""
    form = ClearForm()
    count = clear_details(g.call, edition_slug=slug, seen=form.seen.data or "")
    if count:
        said = ngettext(
            "Die Bankdaten eines Preisträgers sind gelöscht.", "Die Bankdaten von %(num)s Preisträgern sind gelöscht.", count
        )
        flash(said, "success")
    else:
        flash(_("Es gibt keine Bankdaten."), "info")
    return redirect(url_for("admin.prize_money", slug=slug), 303)
