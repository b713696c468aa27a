"""What the participation rules look at and what they find: values only, shared by the rules and by those who show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ikz_award.domain.entries.entry import PartnerKind
from ikz_award.domain.words.wording import message as _


class Verdict(StrEnum):
    """What the program can say of one condition of entry; the decision to admit is a person's."""

    FULFILLED = "fulfilled"
    OPEN = "open"  # something is still missing
    VIOLATED = "violated"  # what is there breaks the rule
    TO_CHECK = "to_check"  # a person has to judge

    @property
    def german(self) -> str:
        return _GERMAN_VERDICTS[self]


_GERMAN_VERDICTS = {
    Verdict.FULFILLED: _("erfüllt"),
    Verdict.OPEN: _("offen"),
    Verdict.VIOLATED: _("verletzt"),
    Verdict.TO_CHECK: _("zu prüfen"),
}


class LegalForm(StrEnum):
    """The form in which municipalities cooperate, as the entry form asks for it."""

    AGREEMENT = "agreement"
    ZWECKVERBAND = "zweckverband"
    AOER = "aoer"
    WORKING_GROUP = "working_group"
    PRIVATE = "private"
    OTHER = "other"


class RuledPurpose(StrEnum):
    """The purposes a rule asks for; an edition may know more."""

    CHIEF_EXECUTIVE_CONFIRMATION = "chief_executive_confirmation"
    COUNCIL_DECISION = "council_decision"


class ParameterKind(StrEnum):
    """What the parameter of a condition is, and so how an edition's definition writes it."""

    COUNT = "count"  # a whole number from 1
    DATE = "date"
    FLAG = "flag"


@dataclass(frozen=True)
class Parameter:
    """A setting of a rule. Without a `default` an edition has to state it."""

    name: str
    german: str
    kind: ParameterKind
    default: int | bool | None = None


@dataclass(frozen=True)
class Settings:
    """The parameters of a rule, read and checked: exactly the declared ones, each of its kind."""

    values: Mapping[str, int | bool | date]

    def count(self, name: str) -> int:
        value = self.values[name]
        assert isinstance(value, int)
        return value

    def day(self, name: str) -> date:
        value = self.values[name]
        assert isinstance(value, date)
        return value

    def is_on(self, name: str) -> bool:
        return self.values[name] is True


@dataclass(frozen=True, kw_only=True)
class PartnerFact:
    """A partner other than the lead; `key` is None for one that is not in the register (abroad, companies)."""

    name: str
    key: str | None
    kind: PartnerKind
    is_municipal: bool


@dataclass(frozen=True, kw_only=True)
class ConsentFact:
    """One consent of the form: what it is about, whether the entry needs it, whether it was given."""

    label: str
    is_required: bool
    is_given: bool


@dataclass(frozen=True, kw_only=True)
class OverLong:
    """An answer over its limit, both in characters as `text.length` counts them."""

    label: str
    length: int
    limit: int


@dataclass(frozen=True, kw_only=True)
class EntryFacts:
    """All the rules look at. None means: not answered yet (`lead_key`: no lead is named)."""

    lead_key: str | None
    partners: tuple[PartnerFact, ...] = ()
    # Keys of the municipalities that stand behind the lead or a partner: members of a Zweckverband, owners of a GmbH.
    members_behind: frozenset[str] = frozenset()
    contract_date: date | None = None
    legal_form: LegalForm | None = None
    is_municipally_controllable: bool | None = None
    attachment_purposes: frozenset[str] = frozenset()
    consents: tuple[ConsentFact, ...] = ()
    # Entries of the same lead in the same edition, without this one and without withdrawn ones.
    other_entries_of_lead: int = 0
    unanswered: tuple[str, ...] = ()
    over_long: tuple[OverLong, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ActiveRule:
    """A rule an edition has turned on. `parameters` as stored: whole numbers, truth values, dates (or ISO text)."""

    key: str
    is_hard: bool
    parameters: Mapping[str, object]
    # As the edition announced it.
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What one rule (`rule`, in the edition's words) says about one entry: `text` the state of things, `remedy` what to do
    (empty where nothing is)."""

    key: str
    verdict: Verdict
    text: str
    remedy: str
    is_hard: bool
    rule: str = ""

    @property
    def is_blocking(self) -> bool:
        return self.is_hard and self.verdict in (Verdict.VIOLATED, Verdict.OPEN)
