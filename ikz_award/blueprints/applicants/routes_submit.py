"""Handing in."""

from flask import flash, g, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.applicants import views
from ikz_award.blueprints.applicants.bp import bp
from ikz_award.blueprints.applicants.forms import sent_answers, sent_key, sent_version
from ikz_award.blueprints.applicants.routes_steps import step_page
from ikz_award.domain.errors import Invalid, NotFound, Refused
from ikz_award.domain.permissions import Action
from ikz_award.extensions import db, translated
from ikz_award.models.editions import StepKind
from ikz_award.models.entries import Entry
from ikz_award.queries.entry_form import StepState, form_of
from ikz_award.services.submission import Reviewed, submit_entry


@bp.post("/<entry_id>/einreichen")
def submit(entry_id: str) -> ResponseReturnValue:
    state = _review_step(views.load_entry(entry_id))
    reviewed = Reviewed(
        entry_id=entry_id, version=sent_version("entry_version"), step_key=state.step.key, answers=sent_answers(state)
    )
    try:
        number = submit_entry(actor=g.actor, now=g.now, key=sent_key(), reviewed=reviewed)
    except NotFound:
        raise
    except Refused as refusal:
        return _review_again(entry_id, refusal)
    flash(_("Ihr Beitrag ist unter der Nummer %(number)s eingegangen.", number=number), "success")
    return redirect(url_for("applicants.receipt", entry_id=entry_id), 303)


def _review_step(entry: Entry) -> StepState:
    for state in form_of(db.session(), entry).steps:
        if state.step.kind is StepKind.REVIEW:
            return state
    raise NotFound


def _review_again(entry_id: str, refusal: Refused) -> ResponseReturnValue:
    """The review page with the reason above, the declarations still ticked. Who may no longer edit sees the entry instead."""
    entry = views.load_entry(entry_id)
    flash(translated(refusal.message), "danger")
    if not views.may(Action.EDIT_ENTRY, entry):
        return redirect(url_for("applicants.entry", entry_id=entry_id), 303)
    key = _review_step(entry).step.key
    errors = refusal.errors if isinstance(refusal, Invalid) else {}
    return step_page(entry, key, is_sent=True, errors=errors), 409 if refusal.reason == "changed_since_review" else 422
