"""What a step was after each save, and the way back to it."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import render_template, request
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.applicants import views
from ikz_award.blueprints.applicants.bp import bp
from ikz_award.blueprints.applicants.forms import PREFIX
from ikz_award.domain.entries.answers import QuestionKind
from ikz_award.domain.entries.merging import TextPiece, text_difference
from ikz_award.domain.permissions.table import Action
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Question
from ikz_award.queries.entries.form import StepState, form_of
from ikz_award.queries.entries.step_texts import SavedStep, condensed, history_of


@dataclass(frozen=True, kw_only=True)
class Save:
    """A save and what it changed; `is_current`: the step still reads so."""

    saved: SavedStep
    changes: list[tuple[Question, tuple[TextPiece, ...], tuple[TextPiece, ...]]]
    is_current: bool


@bp.get("/<entry_id>/schritt/<step_key>/verlauf")
def step_history(entry_id: str, step_key: str) -> ResponseReturnValue:
    """For who may see the history; answers each save of a step with what it changed, from `history_of`.

    Automatic saves that another one followed at once are left out (`condensed`) unless `alle` is asked for.
    """
    entry = views.load_entry(entry_id, Action.VIEW_HISTORY)
    state = form_of(db.session(), entry).step(step_key)
    every = history_of(db.session(), entry, step_key=step_key)
    history = list(every if request.args.get("alle") else condensed(every))
    return render_template(
        "applicants/steps/history.html",
        entry=entry,
        state=state,
        saves=_saves(state, history),
        prefix=PREFIX,
        may_edit=views.may(Action.EDIT_ENTRY, entry),
        step_url=views.step_url,
        hidden_count=len(every) - len(history),
        fields=[one.question for one in state.questions if one.question.kind is not QuestionKind.CONSENT],
    )


def _saves(state: StepState, history: list[SavedStep]) -> list[Save]:
    """The newest first, each beside what stood there before it; before the first one, nothing."""
    questions = [one.question for one in state.questions]
    current = {one.question.key: one.value for one in state.questions}
    before: list[Mapping[str, str]] = [*(one.answers for one in history[1:]), {}]
    return [
        Save(
            saved=saved,
            changes=_changes(questions, old, saved.answers),
            is_current=all(saved.answers.get(key, "") == value for key, value in current.items()),
        )
        for saved, old in zip(history, before, strict=False)
    ]


def _changes(
    questions: list[Question], old: Mapping[str, str], new: Mapping[str, str]
) -> list[tuple[Question, tuple[TextPiece, ...], tuple[TextPiece, ...]]]:
    found = []
    for question in questions:
        before, after = old.get(question.key, ""), new.get(question.key, "")
        if before != after:
            words = text_difference(before, after)
            found.append((question, words.before, words.after))
    return found
