"""Definitions of editions, made up by hypothesis: every kind of question, rule, scale and date that the schema knows."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from ikz_award.domain.decision.voting_rules import Quorum
from ikz_award.domain.jury.point_table import Average
from ikz_award.models.editions.editions import QuestionKind, QuestionPurpose, ReasonRule, StepKind

LETTERS = "abcXYZ019 äöüß„“–'\"\\#=[]{}.,\N{GRINNING FACE}"
RULES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "two_partners": st.fixed_dictionaries({"minimum": st.integers(1, 9)}),
    "contract_after_cutoff": st.fixed_dictionaries({"cutoff": st.dates(date(2000, 1, 1), date(2099, 1, 1))}),
    "one_entry_per_lead": st.just({}),
    "required_answers": st.just({}),
}
_TEXT_KINDS = (QuestionKind.SHORT_TEXT, QuestionKind.LONG_TEXT, QuestionKind.EMAIL, QuestionKind.PHONE)
_OTHER_KINDS = (QuestionKind.YES_NO, QuestionKind.DATE, QuestionKind.CONSENT)


def lines(most: int) -> st.SearchStrategy[str]:
    return st.text(LETTERS, max_size=min(most, 20)).map(lambda text: f"x{' '.join(text.split())}"[:most].strip())


def paragraphs() -> st.SearchStrategy[str]:
    return st.lists(lines(40), min_size=1, max_size=3).map("\n\n".join)


def keys(prefix: str, count: int) -> list[str]:
    return [f"{prefix}-{number}" for number in range(1, count + 1)]


@st.composite
def questions(draw: st.DrawFn, key: str, earlier: list[dict[str, Any]], criteria: list[str]) -> dict[str, Any]:
    kind = draw(st.sampled_from((*_TEXT_KINDS, *_OTHER_KINDS, QuestionKind.CHOICE)))
    made: dict[str, Any] = {"key": key, "label": draw(lines(200)), "kind": kind.value, "is_required": draw(st.booleans())}
    if draw(st.booleans()):
        made["help"] = draw(paragraphs())
    if kind in _TEXT_KINDS and draw(st.booleans()):
        made["maximum_length"] = draw(st.integers(1, 100_000))
    if kind is QuestionKind.CHOICE:
        made["choices"] = [{"value": value, "label": draw(lines(200))} for value in keys("w", draw(st.integers(1, 3)))]
    asked = [one for one in earlier if one["kind"] in (QuestionKind.CHOICE, QuestionKind.YES_NO)]
    if asked and draw(st.booleans()):
        on = draw(st.sampled_from(asked))
        possible = [one["value"] for one in on["choices"]] if "choices" in on else ["yes", "no"]
        answers = draw(st.lists(st.sampled_from(possible), min_size=1, unique=True))
        made["condition"] = {"question": on["key"], "answers": answers}
    if draw(st.booleans()):
        made["criterion_key"] = draw(st.sampled_from(criteria))
    return made


@st.composite
def forms(draw: st.DrawFn, criteria: list[str]) -> list[dict[str, Any]]:
    asked: list[dict[str, Any]] = [
        {"key": "title", "label": "Titel", "kind": "short_text", "purpose": QuestionPurpose.TITLE.value},
        {"key": "category", "label": "Kategorie", "kind": "category", "purpose": QuestionPurpose.CATEGORY.value},
    ]
    for key in keys("frage", draw(st.integers(0, 5))):
        asked.append(draw(questions(key, asked, criteria)))
    cut = draw(st.integers(0, len(asked)))
    steps = [
        {"key": "s-1", "title": draw(lines(120)), "kind": "questions", "questions": asked[:cut]},
        {"key": "s-2", "title": draw(lines(120)), "kind": "questions", "introduction": draw(paragraphs()),
         "questions": asked[cut:]},
    ]  # fmt: skip
    for kind in (StepKind.PARTNERS, StepKind.ATTACHMENTS):
        if draw(st.booleans()):
            steps.append({"key": kind.value, "title": draw(lines(120)), "kind": kind.value})
    return [*steps, {"key": "ende", "title": "Ende", "kind": "review"}]


@st.composite
def criteria_of(draw: st.DrawFn, categories: list[str], scale: tuple[Decimal, Decimal, Decimal]) -> list[dict[str, Any]]:
    low, high, step = scale
    made = []
    for key in keys("k", draw(st.integers(1, 4))):
        one: dict[str, Any] = {"key": key, "name": draw(lines(160)), "weight": draw(st.integers(1, 1_000_000))}
        if made and draw(st.booleans()):
            one["category"] = draw(st.sampled_from(categories))
        if draw(st.booleans()):
            middle = low + step * draw(st.integers(0, int((high - low) / step) - 1))
            one["anchors"] = [
                {"points_from": low, "points_to": middle, "label": draw(lines(80)), "text": draw(paragraphs())},
                {"points_from": middle + step, "points_to": high, "label": draw(lines(80))},
            ]
        made.append(one)
    return made


@st.composite
def dates_of(draw: st.DrawFn, milestones: list[str]) -> dict[str, Any]:
    # Around the night in which an hour comes twice; minutes, too.
    opens = draw(st.datetimes(datetime(2026, 10, 25), datetime(2026, 10, 25, 4)))  # noqa: DTZ001 - a wall clock
    dates = {"opens_at": opens, "deadline_at": opens + timedelta(days=draw(st.integers(1, 99)))}
    if draw(st.booleans()):
        dates["scoring_closes_at"] = dates["deadline_at"] + timedelta(hours=draw(st.integers(5, 999)))
    for key in milestones:
        dates[key] = dates["deadline_at"] + timedelta(hours=draw(st.integers(24, 48)))
        if draw(st.booleans()):
            dates[f"{key}_ends"] = dates[key] + timedelta(hours=draw(st.integers(2, 48)))
    return dates


@st.composite
def definitions(draw: st.DrawFn) -> dict[str, Any]:
    """A definition that nothing is wrong with."""
    step = draw(st.sampled_from((Decimal("0.25"), Decimal("0.5"), Decimal(1), Decimal(5))))
    low = draw(st.sampled_from((Decimal(0), Decimal(1), Decimal(-5), Decimal("0.5"))))
    scale = (low, low + step * draw(st.integers(1, 40)), step)
    categories = keys("kat", draw(st.integers(1, 4)))
    criteria = draw(criteria_of(categories, scale))
    milestones = keys("m", draw(st.integers(0, 3)))
    rules = draw(st.lists(st.sampled_from(sorted(RULES)), unique=True))
    size = draw(st.integers(1, 25))
    return {
        "slug": draw(st.sampled_from(("schulbau-1", "preis_2", "x"))), "name": draw(lines(120)), "organiser": draw(lines(200)),
        "number_prefix": draw(lines(12)), "reason_rule": draw(st.sampled_from(ReasonRule)).value,
        "average": draw(st.sampled_from(Average)).value, "quorum": draw(st.sampled_from(Quorum)).value,
        "hides_names": draw(st.booleans()), "needs_vote": draw(st.booleans()), "chair_breaks_ties": draw(st.booleans()),
        "tie_break": draw(st.sampled_from(([], ["vote"], [f"criterion:{criteria[0]['key']}", "median"]))),
        "objection_days": draw(st.integers(1, 120)), "file_megabytes": size, "entry_megabytes": draw(st.integers(size, 200)),
        "confidentiality_days": draw(st.none() | st.integers(1, 3650)),
        "scale_minimum": scale[0], "scale_maximum": scale[1], "scale_step": scale[2],
        "dates": draw(dates_of(milestones)),
        "milestones": [{"key": key, "label": draw(lines(160)), "is_public": draw(st.booleans())} for key in milestones],
        "rounds": [{"name": draw(lines(80))}],
        "categories": [
            {"key": key, "name": draw(lines(160)), "prize_euro": draw(st.integers(0, 10_000_000)),
             "is_special": draw(st.booleans()), "description": draw(paragraphs())}
            for key in categories
        ],
        "criteria": criteria, "steps": draw(forms([one["key"] for one in criteria])),
        "attachment_purposes": [{"key": key, "label": draw(lines(160))} for key in keys("a", draw(st.integers(0, 3)))],
        "rules": [
            {"key": key, "text": draw(paragraphs()), "is_hard": draw(st.booleans()), "is_active": draw(st.booleans()),
             "parameters": draw(RULES[key])}
            for key in rules
        ],
        "texts": {"confidentiality": draw(paragraphs())} | ({"procedure": draw(paragraphs())} if draw(st.booleans()) else {}),
    }  # fmt: skip
