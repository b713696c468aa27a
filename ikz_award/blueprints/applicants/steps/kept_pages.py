"""Pages that keep what was typed where a step could not be saved as it was sent."""

from flask import render_template
from flask_babel import gettext as _
from sqlalchemy import select

from ikz_award.blueprints.applicants import views
from ikz_award.blueprints.applicants.forms import (
    PREFIX,
    sent_answers,
    sent_version,
    step_form,
)
from ikz_award.blueprints.applicants.steps.clashes import clash_formdata, clashes_of
from ikz_award.domain.words.errors import Refused, StaleVersion
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Category
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.entries.form import form_of
from ikz_award.queries.entries.step_texts import texts_at


def category_choices(entry: Entry) -> list[Category]:
    """The categories of the entry's edition, in their order."""
    query = select(Category).where(Category.edition_id == entry.edition_id).order_by(Category.position)
    return list(db.session.scalars(query))


def stale_page(entry: Entry, step_key: str, stale: StaleVersion) -> str:
    """Both texts of every question that differs, and one to edit, put together where the two changes do not touch."""
    form = form_of(db.session(), entry)
    state = form.step(step_key)
    base = texts_at(db.session(), entry, step_key=step_key, version=sent_version())
    clashes = clashes_of(state, mine=stale.submitted, base=base, fields=stale.differing_fields)
    own_form = step_form(state, category_choices(entry), formdata=clash_formdata(state, clashes, mine=stale.submitted))
    for name in stale.differing_fields:
        own_form[PREFIX + name].label.text = _("Neue Fassung")
    return render_template(
        "applicants/steps/stale.html",
        entry=entry,
        state=state,
        own_form=own_form,
        prefix=PREFIX,
        clashes=clashes,
        step_url=views.step_url,
        message=stale.message,
    )


def kept_page(entry: Entry, step_key: str, refusal: Refused) -> str:
    """What was typed, to be copied from."""
    state = form_of(db.session(), entry).step(step_key)
    sent = sent_answers(state)
    texts = [(one.question, sent[one.question.key]) for one in state.questions if sent.get(one.question.key)]
    return render_template(
        "applicants/steps/kept.html",
        entry=entry,
        texts=[(q, text) for q, text in texts if not q.kind.is_chosen],
        message=refusal.message,
    )
