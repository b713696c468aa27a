"""What an answer to a form's question is: how it is stored, what is wrong with it, how it reads.

A draft keeps whatever was typed, an impossible date and a text over its limit included; `problem` says so, and submitting asks.
"""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from ikz_award.domain.phases.timetable import YEARS
from ikz_award.domain.words.formats import format_plain_day, format_typed_day, read_day
from ikz_award.domain.words.text import clean_line, clean_text, length
from ikz_award.domain.words.wording import message as _

YES, NO = "yes", "no"
_EMAIL = re.compile(r"[^\s@,;<>()\[\]\"\\]+@[^\s@,;<>()\[\]\"\\.]+(\.[^\s@,;<>()\[\]\"\\.]+)+")
_PHONE = re.compile(r"\+?[0-9][0-9 ()/.-]{4,}")


class QuestionKind(StrEnum):
    """How a question is answered, which decides the field it gets and what is checked of the answer."""

    SHORT_TEXT = "short_text"
    LONG_TEXT = "long_text"
    EMAIL = "email"
    PHONE = "phone"
    DATE = "date"
    CHOICE = "choice"
    YES_NO = "yes_no"
    CATEGORY = "category"
    CONSENT = "consent"

    @property
    def is_chosen(self) -> bool:
        """Answered by choosing, not by typing."""
        return self in (QuestionKind.CHOICE, QuestionKind.YES_NO, QuestionKind.CATEGORY, QuestionKind.CONSENT)


def stored(kind: QuestionKind, typed: str) -> str:
    """The answer as it is kept: cleaned, a readable date in ISO form, nothing cut."""
    if kind is QuestionKind.LONG_TEXT:
        return clean_text(typed)
    line = clean_line(typed)
    if kind is QuestionKind.DATE and (day := read_day(line)):
        return day.isoformat()
    return line


def problem(kind: QuestionKind, value: str, *, limit: int | None) -> str | None:
    """What is wrong with a stored answer, in German; None for a good or an empty one."""
    if not value:
        return None
    if limit is not None and (count := length(value)) > limit:
        over = count - limit
        return _(
            "Der Text ist um %(over)s Zeichen zu lang (%(count)s statt höchstens %(limit)s).",
            over=over,
            count=count,
            limit=limit,
        )
    match kind:
        case QuestionKind.EMAIL if not _EMAIL.fullmatch(value):
            return _("Bitte geben Sie eine gültige E-Mail-Adresse an, zum Beispiel name@stadt.example.")
        case QuestionKind.PHONE if not _PHONE.fullmatch(value):
            return _("Bitte geben Sie eine Telefonnummer mit Vorwahl an, nur mit Ziffern, zum Beispiel 02871 953-0.")
        case QuestionKind.DATE:
            return _date_problem(value)
    return None


def _date_problem(value: str) -> str | None:
    day = read_day(value)
    if day is None:
        return _("Dieses Datum gibt es nicht. Bitte schreiben Sie Tag, Monat und Jahr, zum Beispiel 1.3.2018.")
    return None if day.year in range(1900, YEARS[-1]) else _("Bitte prüfen Sie das Jahr.")


def shown(kind: QuestionKind, value: str, *, choices: Mapping[str, str]) -> str:
    """The answer for people; `choices`: stored value → label. Empty stays empty."""
    match kind:
        case QuestionKind.DATE:
            day = read_day(value)
            return format_plain_day(day) if day else value
        case QuestionKind.YES_NO | QuestionKind.CONSENT:
            return {YES: "Ja", NO: "Nein"}.get(value, "")
        case QuestionKind.CHOICE | QuestionKind.CATEGORY:
            return choices.get(value, "")
    return value


def typed(kind: QuestionKind, value: str) -> str:
    """The answer for its input: a date in the German way, everything else as stored."""
    if kind is QuestionKind.DATE and (day := read_day(value)):
        return format_typed_day(day)
    return value


def is_asked(condition: Mapping[str, object] | None, answers: Mapping[str, str]) -> bool:
    """Whether a question's condition, {"question": key, "answers": [value, …]}, holds for the answers by question key."""
    if condition is None:
        return True
    wanted = condition["answers"]
    assert isinstance(wanted, Sequence)
    return answers.get(str(condition["question"]), "") in wanted
