"""The rules and limits of an edition: which count, how strictly, with which parameters, in which words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ikz_award.domain.entries.eligibility import read_parameters
from ikz_award.domain.entries.eligibility_rules import RULES
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound, StaleVersion
from ikz_award.domain.words.text import clean_text, length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition, ParticipationRule
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.record.intention import Work
from ikz_award.services.record.locked import locked_edition
from ikz_award.services.record.use_case import use_case

MAXIMUM_TEXT = 500
# Name → smallest and greatest value. One request carries at most 30 MB.
LIMITS = {"objection_days": (1, 120), "file_megabytes": (1, 25), "entry_megabytes": (1, 200)}


@dataclass(frozen=True, kw_only=True)
class TypedRule:
    """A rule as typed; `parameters` are values as an edition stores them, None where nothing was typed."""

    key: str
    is_active: bool
    is_hard: bool
    text: str
    parameters: Mapping[str, Any] = field(default_factory=dict)


@use_case(AuditAction.EDITION_EDIT_RULES)
def save_rules(work: Work, *, slug: str, version: int, rules: Sequence[TypedRule], limits: Mapping[str, int | None]) -> None:
    """Store the rules and limits of an edition while entries can be made.

    Raises `Invalid` with errors by field (rule key and "_text", or "_" and a parameter; a limit's name), `Refused`, and
    `StaleVersion` where somebody else saved in between.
    """
    edition = locked_edition(work.session, slug)
    require(work.actor, Action.EDIT_RULES, edition_matter(edition))
    if edition.version != version:
        raise StaleVersion({"version": edition.version}, {"version": version})
    _check(rules, limits)
    old, new = _store(work, edition, rules)
    for name, value in limits.items():
        if getattr(edition, name) != value:
            old[name], new[name] = getattr(edition, name), value
            setattr(edition, name, value)
    # Rules lie in another table; the edition's version moves on all the same.
    if new:
        edition.version = version + 1
        work.audit(subject=f"edition:{edition.id}", edition_id=edition.id, old=old, new=new)


def _check(rules: Sequence[TypedRule], limits: Mapping[str, int | None]) -> None:
    errors: dict[str, str] = {}
    for one in rules:
        if one.key not in RULES:
            raise NotFound
        if not clean_text(one.text):
            errors[f"{one.key}_text"] = _("Bitte geben Sie den Wortlaut der Regel an.")
        elif length(one.text) > MAXIMUM_TEXT:
            errors[f"{one.key}_text"] = _("Der Wortlaut darf höchstens %(limit)s Zeichen haben.", limit=MAXIMUM_TEXT)
        if one.is_active:
            errors |= _parameter_errors(one)
    for name, (least, most) in LIMITS.items():
        value = limits.get(name)
        if value is None or not least <= value <= most:
            errors[name] = _("Bitte eine ganze Zahl von %(least)s bis %(most)s angeben.", least=least, most=most)
    if not errors and (limits["file_megabytes"] or 0) > (limits["entry_megabytes"] or 0):
        errors["entry_megabytes"] = _("Alle Anlagen zusammen dürfen nicht kleiner sein als eine einzelne.")
    if errors:
        raise Invalid(errors)


def _parameter_errors(rule: TypedRule) -> dict[str, str]:
    try:
        read_parameters(rule.key, rule.parameters)
    except Invalid as error:
        return {f"{rule.key}_{name}": text for name, text in error.errors.items()}
    return {}


def _store(work: Work, edition: Edition, rules: Sequence[TypedRule]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Write what changed; old and new for the log, by rule."""
    stored = {row.key: row for row in edition.rules}
    old: dict[str, Any] = {}
    new: dict[str, Any] = {}
    for one in rules:
        parameters = _plain({name: value for name, value in one.parameters.items() if value is not None})
        wanted = {
            "is_active": one.is_active,
            "is_hard": one.is_hard,
            "text": clean_text(one.text),
            "parameters": parameters,
        }
        row = stored.get(one.key)
        if row is None:
            if not one.is_active:
                continue
            position = max((each.position for each in stored.values()), default=0) + 1
            row = ParticipationRule(edition_id=edition.id, key=one.key, position=position, **wanted)
            work.session.add(row)
            stored[one.key] = row
            new[one.key] = wanted
            continue
        before = {name: getattr(row, name) for name in wanted}
        if changed := {name for name in wanted if before[name] != wanted[name]}:
            old[one.key] = {name: before[name] for name in sorted(changed)}
            new[one.key] = {name: wanted[name] for name in sorted(changed)}
            for name in changed:
                setattr(row, name, wanted[name])
    return old, new


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
