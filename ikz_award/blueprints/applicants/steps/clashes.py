"""What the page with two versions of a step shows for each question that differs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from ikz_award.blueprints.applicants.forms import PREFIX
from ikz_award.domain.entries.answers import YES, QuestionKind
from ikz_award.domain.entries.merging import TextDifference, merged, text_difference
from ikz_award.queries.entries.form import StepState


@dataclass(frozen=True, kw_only=True)
class Clash:
    """`proposed` is the text to begin with; `is_merged`: it holds both changes."""

    mine: str
    proposed: str
    is_merged: bool
    # None for a choice: it has no words to compare.
    words: TextDifference | None


def clashes_of(
    state: StepState, *, mine: Mapping[str, object], base: Mapping[str, str], fields: Iterable[str]
) -> dict[str, Clash]:
    """Question key → clash, for the questions named in `fields`. `base`: the texts both began with, as far as known."""
    stored = {one.question.key: one for one in state.questions}
    return {name: _clash(stored[name].question.kind, stored[name].value, str(mine[name]), base.get(name)) for name in fields}


def _clash(kind: QuestionKind, theirs: str, mine: str, base: str | None) -> Clash:
    if kind.is_chosen:
        return Clash(mine=mine, proposed=mine, is_merged=False, words=None)
    together = merged(base, mine, theirs) if base is not None else None
    return Clash(
        mine=mine,
        proposed=mine if together is None else together,
        is_merged=together not in (None, mine, theirs),
        words=text_difference(theirs, mine),
    )


def clash_formdata(state: StepState, clashes: Mapping[str, Clash], *, mine: Mapping[str, object]) -> MultiDict[str, str]:
    """The fields of the page: the proposals, and everything else as it was sent or, not sent, as it is stored."""
    data: MultiDict[str, str] = MultiDict({"version": str(state.version)})
    for question, value in ((one.question, one.value) for one in state.questions):
        clash = clashes.get(question.key)
        text = clash.proposed if clash else str(mine.get(question.key, value))
        if question.kind is not QuestionKind.CONSENT or text == YES:
            data[PREFIX + question.key] = text
    return data
