"""The fact sheet (Steckbrief) of an entry, in the order of the organiser's project database."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from ikz_award.domain.words.formats import format_number, format_short_day
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Question
from ikz_award.models.entries.entries import Entry
from ikz_award.models.people.register import RegisterBody
from ikz_award.queries.entries.form import EntryForm

# The places of the database's own fields among those of the edition's questions (their `fact_sheet_position`).
RESPONSIBLE, OTHERS, PROFILE = 3, 4, 5
HECTARES_PER_SQUARE_KILOMETRE = 100


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One field: `key` for machines, `label` and `value` for people."""

    key: str
    label: str
    value: str


def fact_sheet(session: Session, entry: Entry, form: EntryForm) -> Sequence[Fact]:
    """The fields in order; what is not known is empty, not left out."""
    found = {
        one.question.fact_sheet_position: Fact(key=one.question.key, label=fact_sheet_name(one.question), value=one.shown)
        for one in form.questions
        if one.question.fact_sheet_position is not None
    }
    partners = ", ".join(one.body.official_name if one.body else one.name for one in entry.partners)
    found |= {
        RESPONSIBLE: Fact(key="responsible", label=_("Hauptverantwortlich"), value=entry.lead.official_name),
        OTHERS: Fact(key="participants", label=_("Weitere Beteiligte"), value=partners),
        PROFILE: Fact(key="profile", label=_("Kurzprofil"), value=_profile(entry.lead)),
    }
    return [found[place] for place in sorted(found)]


def fact_sheet_name(question: Question) -> str:
    """What a question's answer is called in the fact sheet; the form promises the same name."""
    return question.fact_sheet_label or question.label


def _profile(body: RegisterBody) -> str:
    """Government region, inhabitants with their date, area in km²."""
    parts = [_("Regierungsbezirk %(name)s", name=body.government_region)] if body.government_region else []
    if body.population is not None:
        people = format_number(body.population, 0)
        as_of = f" (31.12.{body.as_of.year})" if body.as_of and (body.as_of.month, body.as_of.day) == (12, 31) else ""
        as_of = as_of or (f" ({format_short_day(body.as_of)})" if body.as_of else "")
        parts.append(_("%(people)s Einwohnerinnen und Einwohner%(as_of)s", people=people, as_of=as_of))
    if body.area_hectares is not None:
        tenths = body.area_hectares * 10 // HECTARES_PER_SQUARE_KILOMETRE
        parts.append(_("%(area)s km²", area=f"{format_number(tenths // 10, 0)},{tenths % 10}"))
    return ", ".join(parts)
