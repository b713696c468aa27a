"""The accounts: found, locked and unlocked, and their sessions ended."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from wtforms import TextAreaField
from wtforms.validators import InputRequired, Length

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm
from ikz_award.blueprints.admin.screening.entries import page_number
from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.extensions import db
from ikz_award.queries.actor import account_list
from ikz_award.services.people import account_locks
from ikz_award.web.returned import refused_at


class LockForm(KeyedForm):
    reason = TextAreaField(lazy("Begründung"), validators=[InputRequired(), Length(max=account_locks.REASON_LIMIT)])


@bp.get("/konten")
def accounts() -> ResponseReturnValue:
    """For the organiser; answers a page of `accounts_page`, searched (`suche`) and perhaps only those locked."""
    search, only_locked = request.args.get("suche", "").strip()[:120], request.args.get("nur") == "gesperrt"
    found = account_list.accounts_page(db.session(), actor=g.actor, search=search, only_locked=only_locked, page=page_number())
    return render_template(
        "admin/people/accounts.html",
        found=found,
        search=search,
        only_locked=only_locked,
        is_admin=account_list.is_admin,
        url_for_page=lambda page: url_for(
            "admin.accounts", suche=search or None, nur="gesperrt" if only_locked else None, seite=page
        ),
    )


@bp.get("/konten/<int:account_id>")
def account(account_id: int) -> ResponseReturnValue:
    """For the organiser; answers what is known of an account, from `account_view`, and the ways to lock and unlock it."""
    view = account_list.account_view(db.session(), actor=g.actor, account_id=account_id, now=g.now)
    return render_template("admin/people/account.html", view=view, form=shown(LockForm), keyed=KeyedForm(formdata=None))


@bp.post("/konten/<int:account_id>/sperren")
@refused_at("admin.account", LockForm)
def lock_account(account_id: int) -> ResponseReturnValue:
    """For the organiser; POST calls `lock_account` and redirects to the account; 422 with the reason as typed."""
    name = account_locks.lock_account(g.call, account_id=account_id, reason=LockForm().reason.data or "")
    flash(_("Das Konto von %(name)s ist gesperrt; die Person ist benachrichtigt.", name=name), "success")
    return redirect(url_for("admin.account", account_id=account_id), 303)


@bp.post("/konten/<int:account_id>/entsperren")
@refused_at("admin.account", LockForm)
def unlock_account(account_id: int) -> ResponseReturnValue:
    """For the organiser; POST calls `unlock_account` and redirects to the account; 422 with the reason as typed."""
    name = account_locks.unlock_account(g.call, account_id=account_id, reason=LockForm().reason.data or "")
    flash(_("Das Konto von %(name)s ist wieder offen; die Person ist benachrichtigt.", name=name), "success")
    return redirect(url_for("admin.account", account_id=account_id), 303)


@bp.post("/konten/<int:account_id>/sitzungen-beenden")
@refused_at("admin.account")
def end_sessions_of(account_id: int) -> ResponseReturnValue:
    """For the organiser; POST calls `end_sessions_of` and redirects to the account."""
    account_locks.end_sessions_of(g.call, account_id=account_id)
    flash(_("Die Person ist auf allen Geräten abgemeldet und benachrichtigt."), "success")
    return redirect(url_for("admin.account", account_id=account_id), 303)
