"""The steps of an entry's form, whatever its edition asks."""

from collections.abc import Mapping
from typing import Any

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy

from ikz_award.blueprints.applicants import views
from ikz_award.blueprints.applicants.bp import bp
from ikz_award.blueprints.applicants.forms import (
    COUNTED_UP_TO,
    NEIGHBOURS,
    PREFIX,
    AttachmentForm,
    NamedPartnerForm,
    PlainKeyedForm,
    RegisterPartnerForm,
    sent_answers,
    sent_version,
    step_form,
)
from ikz_award.blueprints.applicants.steps.kept_pages import category_choices, kept_page, stale_page
from ikz_award.blueprints.applicants.steps.lost import lost_answer, lost_page
from ikz_award.blueprints.applicants.steps.presence import presence_on
from ikz_award.blueprints.shared.form_errors import come_back, shown
from ikz_award.domain.entries.standing import EntryStanding
from ikz_award.domain.permissions.table import Action
from ikz_award.domain.words.errors import NotFound
from ikz_award.domain.words.formats import format_clock
from ikz_award.extensions import db
from ikz_award.models.editions.editions import StepKind
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.entries.eligibility import findings_of, missing_basics
from ikz_award.queries.entries.entries import deadline_of
from ikz_award.queries.entries.form import EntryForm, StepState, form_of, purposes_of
from ikz_award.queries.entries.held_uploads import held_of, held_until
from ikz_award.queries.jury.reading import preview_for_applicant
from ikz_award.services.entries.steps import TypedStep, save_step
from ikz_award.web.filters import new_key
from ikz_award.web.returned import refused_at, refused_to_script, returned

SAVED_ELSEWHERE = lazy("Jemand anderes hat inzwischen gespeichert. Wenn Sie speichern, sehen Sie beide Texte nebeneinander.")
TEMPLATES = {
    StepKind.QUESTIONS: "applicants/steps/step.html",
    StepKind.PARTNERS: "applicants/steps/partners.html",
    StepKind.ATTACHMENTS: "applicants/attachments/attachments.html",
    StepKind.REVIEW: "applicants/steps/review.html",
}


@bp.get("/<entry_id>/schritt/<step_key>")
def step(entry_id: str, step_key: str) -> ResponseReturnValue:
    """For who may edit the entry; answers the step's form, filled with what is stored (`step_page`)."""
    entry = views.load_entry(entry_id, Action.EDIT_ENTRY)
    return step_page(entry, step_key)


def _step_again(entry_id: str, step_key: str) -> str:
    """The step with what was typed; where somebody saved meanwhile, both texts; where it cannot be saved, words to copy."""
    entry, back = views.load_entry(entry_id), returned()
    if back and back.stale:
        return stale_page(entry, step_key, back.stale)
    if back and not back.errors:
        # Handed in from another tab, say: it cannot be saved, but nothing that was typed may vanish.
        return kept_page(entry, step_key, back.refusal)
    return step_page(views.load_entry(entry_id, Action.EDIT_ENTRY), step_key)


@bp.post("/<entry_id>/schritt/<step_key>")
@refused_at("applicants.step", keeps=True, page=_step_again, prefix=PREFIX)
def save(entry_id: str, step_key: str) -> ResponseReturnValue:
    """For who may edit the entry; POST calls `save_step`, redirects to a step; typed text comes back with 422, 409 or 403."""
    try:
        entry = views.load_entry(entry_id)
    except NotFound:
        return lost_page(entry_id)
    state = form_of(db.session(), entry).step(step_key)
    typed = TypedStep(entry_id=entry_id, step_key=step_key, version=sent_version(), answers=sent_answers(state))
    save_step(g.call, typed=typed)
    return redirect(_after_saving(views.load_entry(entry_id), step_key), 303)


@bp.post("/<entry_id>/schritt/<step_key>/zwischenspeichern")
@refused_to_script(stale=SAVED_ELSEWHERE)
def autosave(entry_id: str, step_key: str) -> ResponseReturnValue:
    """What static/js/saving.js sends while somebody types; answered for the script, with words for people."""
    try:
        entry = views.load_entry(entry_id)
    except NotFound:
        return lost_answer(entry_id)
    state = form_of(db.session(), entry).step(step_key)
    typed = TypedStep(
        entry_id=entry_id, step_key=step_key, version=sent_version(), answers=sent_answers(state), is_automatic=True
    )
    version = save_step(g.call, typed=typed)
    presence_on(views.load_entry(entry_id), step_key)
    return {"version": version, "time": format_clock(g.now), "key": new_key()}


@bp.get("/<entry_id>/bedingungen")
def findings(entry_id: str) -> ResponseReturnValue:
    """What the rules say now, for the panel beside a form; to whoever opens it as a page, the overview says the same."""
    entry = views.load_entry(entry_id, Action.EDIT_ENTRY)
    if "HX-Request" not in request.headers:
        return redirect(url_for("applicants.entry", entry_id=entry_id))
    return render_template(
        "applicants/steps/findings.html",
        entry=entry,
        findings=findings_of(db.session(), entry),
        is_folded="gefaltet" in request.args,
    )


def _after_saving(entry: Entry, step_key: str) -> str:
    """On to the next step; back to this one where it was only saved or holds what cannot stay so."""
    form = form_of(db.session(), entry)
    state, (_before, after) = form.step(step_key), form.neighbours(step_key)
    if views.standing_now(entry) is EntryStanding.MISSED:
        flash(_("Gespeichert. Die Bewerbungsphase ist aber vorbei: Der Beitrag bleibt ein Entwurf."), "warning")
    elif not state.problems:
        flash(_("„%(step)s“ ist gespeichert.", step=state.step.title), "success")
    is_onward = request.form.get("then") == "next" and not state.problems and after is not None
    if is_onward and after is not None:
        return views.step_url(entry, after.step.key, gespeichert=step_key)
    return views.step_url(entry, step_key, gespeichert=step_key)


def step_page(entry: Entry, step_key: str, *, missing: Mapping[str, str] | None = None) -> str:
    """The page of a step; where it was sent, or the entry handed in on it, and that was refused, with what was sent.

    `missing`: sentences at questions that lack an answer, beside those of the refusal.
    """
    session, back = db.session(), returned("applicants.save", "applicants.submit")
    form = form_of(session, entry)
    state = form.step(step_key)
    before, after = form.neighbours(step_key)
    own_form = step_form(state, category_choices(entry), formdata=request.form if back else None)
    own_form.add_errors(missing or {}, prefix=PREFIX)
    if back:
        come_back(own_form)
    else:
        _mark(own_form, state)
    context: dict[str, Any] = {
        "entry": entry, "form": form, "state": state, "own_form": own_form, "before": before, "after": after,
        "bar": views.step_bar(form, step_key), "step_url": views.step_url, "draft_key": views.draft_key,
        "saved": request.args.get("gespeichert", ""), "counted_up_to": COUNTED_UP_TO, "prefix": PREFIX,
        "conditions": _conditions(form, state), "is_sent": back is not None, "refusal": back.refusal if back else None,
        "locked": views.locked_parts(form), "deadline": deadline_of(entry), "findings": findings_of(session, entry, form),
        **presence_on(entry, step_key), **views.ending_of(entry),
    }  # fmt: skip
    return render_template(TEMPLATES[state.step.kind], **context, **_extras(entry, form, state))


def _extras(entry: Entry, form: EntryForm, state: StepState) -> dict[str, Any]:
    """What only one kind of step shows."""
    purposes = list(purposes_of(db.session(), entry.edition_id))
    labels = {one.key: one.label for one in purposes}
    match state.step.kind:
        case StepKind.PARTNERS:
            return {
                "named": shown(NamedPartnerForm),
                "registered": shown(RegisterPartnerForm),
                "countries": NEIGHBOURS,
                **views.circulation(entry),
            }
        case StepKind.ATTACHMENTS:
            attachment = shown(AttachmentForm)
            attachment.offer(purposes)
            held = held_of(db.session(), entry)
            return {"attachment": attachment, "purposes": purposes, "labels": labels, "held": held, "held_until": held_until}
        case StepKind.REVIEW:
            return _review_extras(entry, form, labels) | {"held": held_of(db.session(), entry)}
    return {}


def _review_extras(entry: Entry, form: EntryForm, labels: Mapping[str, str]) -> dict[str, Any]:
    """What is looked through before handing in: all that was typed, and what of it a jury reads."""
    partner_step = next((one.step.key for one in form.steps if one.step.kind is StepKind.PARTNERS), None)
    return {
        "purposes": labels, "may": views.may, "own_right": views.own_right(entry),
        "basics": missing_basics(entry, form), "preview": preview_for_applicant(db.session(), entry=entry),
        "file_url": lambda one: url_for("applicants.download", entry_id=entry.public_id, attachment_id=one.public_id),
        "partner_step": views.step_url(entry, partner_step) if partner_step else "",
        **views.circulation(entry),
    }  # fmt: skip


def _mark(own_form: PlainKeyedForm, state: StepState) -> None:
    """Put beside the fields what is wrong with stored answers, and on request what is missing."""
    own_form.add_errors(
        {one.question.key: one.problem for one in state.problems if one.problem and not one.is_locked}, prefix=PREFIX
    )
    if request.args.get("fehlt"):
        missing = {
            one.question.key: _("Diese Angabe fehlt noch.") for one in state.questions if one.is_missing and not one.is_locked
        }
        own_form.add_errors(missing, prefix=PREFIX)


def _conditions(form: EntryForm, state: StepState) -> dict[str, dict[str, Any]]:
    """For every question with a condition: the field it looks at, the values, and the sentence for people."""
    every = {one.question.key: one.question for one in form.questions}
    found = {}
    for question in (one.question for one in state.questions):
        if question.condition is None:
            continue
        other, values = every[question.condition["question"]], question.condition["answers"]
        words = " / ".join([choice["label"] for choice in other.choices if choice["value"] in values] or values)
        sentence = _("Nur beantworten, wenn bei „%(question)s“ gewählt ist: %(words)s.", question=other.label, words=words)
        found[PREFIX + question.key] = {
            "field": PREFIX + other.key,
            "values": " ".join(values),
            "sentence": sentence,
        }
    return found
