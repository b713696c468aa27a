"""What the participation rules of an edition find for an entry."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.entries.answers import YES, QuestionKind
from ikz_award.domain.entries.eligibility import check_entry
from ikz_award.domain.entries.eligibility_facts import (
    ActiveRule,
    ConsentFact,
    EntryFacts,
    Finding,
    LegalForm,
    OverLong,
    PartnerFact,
)
from ikz_award.domain.entries.form import QuestionPurpose
from ikz_award.domain.people.bodies import KEY
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.words.formats import read_day
from ikz_award.domain.words.text import length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition, ParticipationRule
from ikz_award.models.entries.entries import Entry, Partner
from ikz_award.queries.entries.form import AnsweredQuestion, EntryForm, form_of
from ikz_award.queries.people.bodies import members_of

# Entries that count as handed in: a draft is no entry yet, a withdrawn or excluded one no longer.
COUNTING = (EntryStatus.SUBMITTED, EntryStatus.RETURNED, EntryStatus.ADMITTED)


def findings_of(session: Session, entry: Entry, form: EntryForm | None = None) -> tuple[Finding, ...]:
    """A finding for every active rule of the entry's edition, in the edition's order.

    `form` spares reading the answers again where the caller has it.
    """
    rules = session.scalars(
        select(ParticipationRule)
        .where(ParticipationRule.edition_id == entry.edition_id, ParticipationRule.is_active)
        .order_by(ParticipationRule.position)
    )
    active = [ActiveRule(key=rule.key, is_hard=rule.is_hard, parameters=rule.parameters, text=rule.text) for rule in rules]
    return check_entry(entry_facts(session, entry, form or form_of(session, entry)), active)


def takes_one_entry(session: Session, editions: Sequence[Edition]) -> bool:
    """Whether every one of the editions lets a municipality lead one entry only."""
    query = select(ParticipationRule.edition_id).where(
        ParticipationRule.key == "one_entry_per_lead", ParticipationRule.is_active, ParticipationRule.is_hard
    )
    limited = set(session.scalars(query))
    return bool(editions) and all(edition.id in limited for edition in editions)


def missing_basics(entry: Entry, form: EntryForm) -> dict[str, str]:
    """What no number and no list can do without, whatever an edition's rules say: question key → sentence."""
    errors = {}
    if not form.answer(QuestionPurpose.TITLE):
        errors["title"] = _("Der Beitrag braucht einen Titel.")
    if entry.category_id is None:
        errors["category"] = _("Bitte wählen Sie eine Kategorie.")
    return errors


def entry_facts(session: Session, entry: Entry, form: EntryForm) -> EntryFacts:
    """What the rules look at."""
    asked = [one for one in form.questions if one.is_asked]
    consents = [one for one in asked if one.question.kind is QuestionKind.CONSENT]
    others = [one for one in asked if one.question.kind is not QuestionKind.CONSENT]
    return EntryFacts(
        lead_key=entry.lead_key,
        partners=tuple(_partner_fact(partner) for partner in entry.partners),
        members_behind=_members_behind(session, entry),
        contract_date=read_day(form.answer(QuestionPurpose.CONTRACT_DATE)),
        legal_form=_legal_form(form.answer(QuestionPurpose.LEGAL_FORM)),
        is_municipally_controllable=_yes_or_no(form.answer(QuestionPurpose.MUNICIPALLY_CONTROLLABLE)),
        attachment_purposes=frozenset(attachment.purpose for attachment in entry.attachments),
        consents=tuple(
            ConsentFact(label=one.question.label, is_required=one.question.is_required, is_given=one.value == YES)
            for one in consents
        ),
        other_entries_of_lead=_other_entries(session, entry),
        unanswered=tuple(one.question.label for one in others if one.is_missing or _is_unreadable(one)),
        over_long=tuple(_over_long(one) for one in others if _is_over_long(one)),
    )


def _members_behind(session: Session, entry: Entry) -> frozenset[str]:
    keys = {entry.lead_key, *(one.body_key for one in entry.partners if one.body_key and one.kind.is_municipal)}
    outside = [key for key in keys if KEY.fullmatch(key)]
    return frozenset().union(*members_of(session, outside).values()) if outside else frozenset()


def _partner_fact(partner: Partner) -> PartnerFact:
    name = partner.body.official_name if partner.body else partner.name
    return PartnerFact(name=name, key=partner.body_key, kind=partner.kind, is_municipal=partner.kind.is_municipal)


def _legal_form(value: str) -> LegalForm | None:
    """An edition may offer forms of its own; to the rules they are "other"."""
    if not value:
        return None
    return next((form for form in LegalForm if form.value == value), LegalForm.OTHER)


def _yes_or_no(value: str) -> bool | None:
    return value == YES if value else None


def _is_over_long(one: AnsweredQuestion) -> bool:
    return one.question.maximum_length is not None and length(one.value) > one.question.maximum_length


def _is_unreadable(one: AnsweredQuestion) -> bool:
    return one.problem is not None and not _is_over_long(one)


def _over_long(one: AnsweredQuestion) -> OverLong:
    return OverLong(label=one.question.label, length=length(one.value), limit=one.question.maximum_length or 0)


def _other_entries(session: Session, entry: Entry) -> int:
    query = select(func.count(Entry.id)).where(
        Entry.edition_id == entry.edition_id,
        Entry.lead_key == entry.lead_key,
        Entry.id != entry.id,
        Entry.status.in_(COUNTING),
    )
    return session.scalar(query) or 0
