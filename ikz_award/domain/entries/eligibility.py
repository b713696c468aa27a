"""Checking an entry against the rules its edition has turned on. The rules themselves stand in `eligibility_rules`."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from ikz_award.domain.entries.eligibility_facts import (
    ActiveRule,
    EntryFacts,
    Finding,
    Parameter,
    ParameterKind,
    Settings,
    Verdict,
)
from ikz_award.domain.entries.eligibility_rules import RULES
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.wording import message as _

_LEFT_TO_THE_ORGANISER = _("Sie können einreichen; das Kompetenzzentrum prüft diesen Punkt danach.")

_WRONG_KIND = {
    ParameterKind.COUNT: _("Bitte eine ganze Zahl ab 1 angeben."),
    ParameterKind.DATE: _("Bitte ein Datum angeben."),
    ParameterKind.FLAG: _("Bitte ja oder nein angeben."),
}


def read_parameters(rule_key: str, stored: Mapping[str, object]) -> Settings:
    """The settings of a rule from what an edition stores, defaults filled in; dates may be ISO text, as in JSON.

    Raises `Invalid` with an error per parameter that is missing, of the wrong kind, or unknown to the rule; `KeyError` for an
    unknown rule.
    """
    declared = {one.name: one for one in RULES[rule_key].parameters}
    errors = {name: _("Diese Angabe kennt die Regel nicht.") for name in stored if name not in declared}
    values: dict[str, int | bool | date] = {}
    for name, parameter in declared.items():
        value = _read(parameter, stored.get(name))
        if value is None:
            errors[name] = _WRONG_KIND[parameter.kind]
        else:
            values[name] = value
    if errors:
        raise Invalid(errors, reason="rule_parameters")
    return Settings(values)


def _read(parameter: Parameter, stored: object) -> int | bool | date | None:
    """The value, or None where there is none of this kind."""
    if stored is None:
        return parameter.default
    match parameter.kind, stored:
        case ParameterKind.FLAG, bool():
            return stored
        case ParameterKind.COUNT, int() if not isinstance(stored, bool) and stored >= 1:
            return stored
        case ParameterKind.DATE, str():
            try:
                return date.fromisoformat(stored)
            except ValueError:
                return None
        case ParameterKind.DATE, date() if not isinstance(stored, datetime):
            return stored
    return None


def check_entry(facts: EntryFacts, rules: Sequence[ActiveRule]) -> tuple[Finding, ...]:
    """One finding a rule, in the order of `rules`. Raises as `read_parameters` where an edition's rules are not in order."""
    return tuple(_finding(facts, active) for active in rules)


def _finding(facts: EntryFacts, active: ActiveRule) -> Finding:
    rule = RULES[active.key]
    verdict, text = rule.check(facts, read_parameters(active.key, active.parameters))
    remedies = {Verdict.FULFILLED: "", Verdict.TO_CHECK: _LEFT_TO_THE_ORGANISER}
    return Finding(
        key=active.key,
        verdict=verdict,
        text=text,
        remedy=remedies.get(verdict, rule.remedy),
        is_hard=active.is_hard,
        rule=active.text,
    )


def blocks_submission(findings: Iterable[Finding]) -> bool:
    """Whether a hard rule is violated or open. What a person has to check never stands in the way."""
    return any(finding.is_blocking for finding in findings)
