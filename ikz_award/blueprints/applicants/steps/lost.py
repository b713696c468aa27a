"""What somebody gets to keep whose right ended while the page was open: their own words, and nothing of the entry."""

from collections.abc import Sequence

from flask import g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.applicants.forms import PREFIX
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Question
from ikz_award.queries.entries.rights import former_questions


def lost_page(entry_id: str) -> ResponseReturnValue:
    """The texts just sent, to be copied from. Raises `NotFound` for everybody who was never let in."""
    texts = []
    for question in _questions(entry_id):
        # On the page with two versions there are two texts of one's own.
        sent = {request.form.get(name, "").strip() for name in (PREFIX + question.key, f"mine_{question.key}")}
        if not question.kind.is_chosen:
            texts += [(question.label, text) for text in sorted(sent) if text]
    return render_template("applicants/steps/lost.html", message=_message(), texts=texts), 404


def lost_answer(entry_id: str) -> ResponseReturnValue:
    """The same for the script that saves while somebody types; the text stays in the form."""
    _questions(entry_id)
    return {"message": _message()}, 404


def _questions(entry_id: str) -> Sequence[Question]:
    found = former_questions(db.session(), actor=g.actor, public_id=entry_id)
    if found is None:
        raise NotFound
    return found


def _message() -> str:
    return _("Sie haben keinen Zugang mehr zu diesem Beitrag. Fragen Sie die Person, die Sie eingeladen hat.")
