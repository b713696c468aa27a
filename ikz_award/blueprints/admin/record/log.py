"""The audit log, to read."""

from flask import g, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import page_number
from ikz_award.extensions import db
from ikz_award.queries.record import audit


@bp.get("/pruefprotokoll")
def log() -> ResponseReturnValue:
    """For the organiser; answers a page of `audit_page`, by action (`vorgang`) and subject (`gegenstand`)."""
    session = db.session()
    action, subject = request.args.get("vorgang", "")[:64], request.args.get("gegenstand", "").strip()[:80]
    found = audit.audit_page(session, actor=g.actor, action=action, subject=subject, page=page_number())
    return render_template(
        "admin/record/log.html",
        found=found,
        action=action,
        subject=subject,
        actions=audit.audit_actions(session),
        url_for_page=lambda page: url_for("admin.log", vorgang=action or None, gegenstand=subject or None, seite=page),
    )
