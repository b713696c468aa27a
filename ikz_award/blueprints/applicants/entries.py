"""An organisation's entries: list, beginning, overview, receipt, end."""

from functools import partial

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.applicants import views
from ikz_award.blueprints.applicants.bp import bp
from ikz_award.blueprints.applicants.forms import NewEntryForm, PlainKeyedForm, WithdrawForm
from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.blueprints.shared.links import invitation_links
from ikz_award.domain.permissions.table import Action
from ikz_award.extensions import db
from ikz_award.queries.decision.prize import may_state
from ikz_award.queries.decision.remarks import remarks_for
from ikz_award.queries.entries.eligibility import findings_of, takes_one_entry
from ikz_award.queries.entries.entries import deadline_of, entries_of, open_editions, organisations_of
from ikz_award.queries.entries.form import form_of, purposes_of
from ikz_award.queries.entries.rights import collaborator_count, open_invitations, shared_entries
from ikz_award.services.entries.copies import copy_into
from ikz_award.services.entries.entries import create_entry, discard_draft, withdraw_entry
from ikz_award.web.returned import refused_at


@bp.get("/")
def home() -> ResponseReturnValue:
    """For applicants; answers the entries of their bodies, those shared with them, invitations, and which editions are open."""
    session = db.session()
    return render_template(
        "applicants/home.html",
        organisations=organisations_of(session, actor=g.actor),
        entries=entries_of(session, actor=g.actor),
        shared=shared_entries(session, actor=g.actor),
        invitations=open_invitations(session, actor=g.actor, now=g.now),
        links=invitation_links(),
        editions=open_editions(session, now=g.now),
        standing_of=views.standing_now,
    )


def _new_entry_page() -> str:
    session, form = db.session(), shown(NewEntryForm)
    editions = list(open_editions(session, now=g.now))
    own = organisations_of(session, actor=g.actor)
    organisations = [body for body in own if body.may_lead]
    entries = entries_of(session, actor=g.actor)
    form.offer(editions, organisations, entries)
    return render_template(
        "applicants/new_entry.html",
        form=form,
        editions=editions,
        organisations=organisations,
        own=own,
        entries=entries,
        standing_of=views.standing_now,
        one_entry=takes_one_entry(session, editions),
    )


@bp.route("/neu", methods=["GET", "POST"])
@refused_at("applicants.new_entry", NewEntryForm, page=_new_entry_page)
def new_entry() -> ResponseReturnValue:
    """For applicants; answers the choice of edition, body and an entry to copy from.

    POST calls `create_entry` (with `copy_into`, where one is copied) and redirects to the entry; 422 with what was chosen.
    """
    if request.method != "POST":
        return _new_entry_page()
    form = NewEntryForm(request.form)
    source = form.source.data or ""
    entry_id = create_entry(
        g.call, edition_slug=form.edition.data or "", lead_key=form.lead_key.data or "", source_id=source,
        fill=partial(copy_into, source_id=source) if source else None,
    )  # fmt: skip
    return redirect(url_for("applicants.entry", entry_id=entry_id), 303)


@bp.get("/<entry_id>/")
def entry(entry_id: str) -> ResponseReturnValue:
    """For who may see the entry; answers its tasks, findings, dates, partners and outcome, each from a query of its own."""
    session, found = db.session(), views.load_entry(entry_id)
    form = form_of(session, found)
    return render_template(
        "applicants/entry.html", entry=found, form=form, amend_form=PlainKeyedForm(), may=views.may, step_url=views.step_url,
        tasks=views.tasks_of(form), requests=views.requests_of(form), review_key=views.review_key(form),
        findings=findings_of(session, found, form), moments=views.way_of(found), deadline=deadline_of(found),
        letters=views.letters_of(found), outcome=views.outcome_of(found), remarks=remarks_for(session, entry=found),
        may_state_shares=may_state(session, actor=g.actor, entry=found, now=g.now),
        own_right=views.own_right(found), collaborator_count=collaborator_count(session, found),
        **views.ending_of(found), **views.circulation(found),
    )  # fmt: skip


@bp.get("/<entry_id>/ansicht")
def read_entry(entry_id: str) -> ResponseReturnValue:
    """For who may see the entry; answers all that was typed on one page, from `form_of`."""
    found = views.load_entry(entry_id)
    purposes = {one.key: one.label for one in purposes_of(db.session(), found.edition_id)}
    return render_template("applicants/read_entry.html", entry=found, form=form_of(db.session(), found), purposes=purposes)


def _discard_page(entry_id: str) -> str:
    found = views.load_entry(entry_id, Action.DISCARD_DRAFT)
    return render_template("applicants/discard.html", entry=found, form=PlainKeyedForm())


@bp.route("/<entry_id>/verwerfen", methods=["GET", "POST"])
@refused_at("applicants.discard", page=_discard_page)
def discard(entry_id: str) -> ResponseReturnValue:
    """For who may discard the draft; answers the question; POST calls `discard_draft` and redirects to the list."""
    if request.method != "POST":
        return _discard_page(entry_id)
    discard_draft(g.call, entry_id=entry_id)
    flash(_("Der Entwurf wurde gelöscht."), "success")
    return redirect(url_for("applicants.home"), 303)


def _withdrawal_page(entry_id: str) -> str:
    found = views.load_entry(entry_id, Action.WITHDRAW_ENTRY)
    return render_template("applicants/withdraw.html", entry=found, form=shown(WithdrawForm))


@bp.route("/<entry_id>/zurueckziehen", methods=["GET", "POST"])
@refused_at("applicants.withdraw", WithdrawForm, page=_withdrawal_page)
def withdraw(entry_id: str) -> ResponseReturnValue:
    """For who may withdraw the entry; answers the form; POST calls `withdraw_entry` and redirects to the entry.

    422 with the reason as typed.
    """
    if request.method != "POST":
        return _withdrawal_page(entry_id)
    withdraw_entry(g.call, entry_id=entry_id, reason=WithdrawForm(request.form).reason.data or "")
    flash(_("Der Beitrag ist zurückgezogen."), "success")
    return redirect(url_for("applicants.entry", entry_id=entry_id), 303)
