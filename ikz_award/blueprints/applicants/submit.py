"""Handing in."""

from flask import flash, g, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.applicants import views
from ikz_award.blueprints.applicants.bp import bp
from ikz_award.blueprints.applicants.forms import PREFIX, sent_answers, sent_version
from ikz_award.blueprints.applicants.steps.steps import step_page
from ikz_award.domain.permissions.table import Action
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db, translated
from ikz_award.models.editions.editions import QuestionKind, StepKind
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.entries.form import StepState, form_of
from ikz_award.services.entries.submission import ALREADY, Reviewed, submit_entry
from ikz_award.web.returned import refused_at, returned


def _review_again(entry_id: str) -> ResponseReturnValue:
    """The review page with the reason above, the declarations still ticked. Who may no longer edit sees the entry instead."""
    entry, back = views.load_entry(entry_id), returned()
    if back and not views.may(Action.EDIT_ENTRY, entry):
        flash(translated(back.refusal.message), "info" if back.refusal.reason == ALREADY else "danger")
        return redirect(url_for("applicants.entry", entry_id=entry_id), 303)
    state = _review_step(entry)
    return step_page(entry, state.step.key, missing={} if back and back.errors else _missing_consents(state))


@bp.post("/<entry_id>/einreichen")
@refused_at("applicants.entry", keeps=True, page=_review_again, prefix=PREFIX)
def submit(entry_id: str) -> ResponseReturnValue:
    """For who may submit; POST calls `submit_entry` and redirects to the receipt; else the review page says why.

    422 where something is missing, 409 where it was changed since the review, 403 where it is too late or not theirs to do.

    Who may no longer edit is sent to the entry, with the reason.
    """
    state = _review_step(views.load_entry(entry_id))
    reviewed = Reviewed(
        entry_id=entry_id, version=sent_version("entry_version"), step_key=state.step.key, answers=sent_answers(state)
    )
    number = submit_entry(g.call, reviewed=reviewed)
    flash(_("Ihr Beitrag ist unter der Nummer %(number)s eingegangen.", number=number), "success")
    return redirect(url_for("applicants.receipt", entry_id=entry_id), 303)


def _review_step(entry: Entry) -> StepState:
    for state in form_of(db.session(), entry).steps:
        if state.step.kind is StepKind.REVIEW:
            return state
    raise NotFound


def _missing_consents(state: StepState) -> dict[str, str]:
    """A sentence at each declaration that is needed and was not ticked."""
    sent = sent_answers(state)
    return {
        one.question.key: _("Bitte geben Sie diese Erklärung ab.")
        for one in state.asked
        if one.question.kind is QuestionKind.CONSENT and one.question.is_required and not sent.get(one.question.key)
    }
