"""The rules and limits of an edition: read always, changed until the time for entries ends."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.admin.bp import bp
from ikz_award.domain.entries.eligibility_facts import Parameter, ParameterKind
from ikz_award.domain.entries.eligibility_rules import RULES
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.words.formats import format_typed_day, read_day
from ikz_award.extensions import translated
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.editions.rules import LIMITS, TypedRule, save_rules
from ikz_award.web.returned import refused_at, returned


@dataclass(frozen=True, kw_only=True)
class RuleField:
    """A parameter with its typed or stored value, as text."""

    name: str
    label: str
    kind: ParameterKind
    value: str


@dataclass(frozen=True, kw_only=True)
class RuleCard:
    """A rule of participation on the page, with its words and parameters; `is_hard` excludes, else it warns."""

    key: str
    is_active: bool
    is_hard: bool
    text: str
    parameters: tuple[RuleField, ...]

    @property
    def name(self) -> str:
        return translated(RULES[self.key].name)


@bp.get("/runden/<slug>/regeln")
def rules(slug: str) -> ResponseReturnValue:
    """For the organiser; answers each rule and limit of the edition: a form as long as they may change."""
    edition = g.edition
    back = returned()
    return render_template(
        "admin/editions/rules.html",
        edition=edition,
        cards=[_typed_card(key) for key in RULES] if back else _stored_cards(edition),
        limits={name: request.form.get(name, "") if back else str(getattr(edition, name)) for name in LIMITS},
        errors=back.errors if back else {},
        may_edit=is_allowed(g.actor, Action.EDIT_RULES, edition_matter(edition)),
    )


@bp.post("/runden/<slug>/regeln")
@refused_at("admin.rules", keeps=True)
def save_edition_rules(slug: str) -> ResponseReturnValue:
    """For the organiser; POST calls `save_rules` and redirects to the rules; 422 as typed, 409 where stale or too late."""
    version = request.form.get("version", "")
    save_rules(
        g.call,
        slug=slug,
        version=int(version) if version.isascii() and version.isdigit() and len(version) < 9 else -1,
        rules=[_typed(key) for key in RULES],
        limits={name: _number(request.form.get(name, "")) for name in LIMITS},
    )
    flash(_("Die Regeln sind gespeichert."), "success")
    return redirect(url_for("admin.rules", slug=slug), 303)


def _stored_cards(edition: Edition) -> list[RuleCard]:
    """The edition's rules in its order, then those it does not know yet, switched off."""
    stored = {row.key: row for row in edition.rules}
    cards = [
        RuleCard(key=key, is_active=row.is_active, is_hard=row.is_hard, text=row.text, parameters=_fields(key, row.parameters))
        for key, row in stored.items()
        if key in RULES
    ]
    missing = [key for key in RULES if key not in stored]
    return cards + [
        RuleCard(key=key, is_active=False, is_hard=True, text=RULES[key].german, parameters=_fields(key, {})) for key in missing
    ]


def _fields(key: str, values: Mapping[str, object]) -> tuple[RuleField, ...]:
    return tuple(
        RuleField(name=one.name, label=one.german, kind=one.kind, value=_shown(values.get(one.name, one.default)))
        for one in RULES[key].parameters
    )


def _shown(value: object) -> str:
    if value is None or isinstance(value, bool):
        return "1" if value else ""
    day = read_day(str(value)) if not isinstance(value, int) else None
    return format_typed_day(day) if day else str(value)


def _typed(key: str) -> TypedRule:
    return TypedRule(
        key=key,
        is_active=f"{key}_on" in request.form,
        is_hard=request.form.get(f"{key}_strict") == "hard",
        text=request.form.get(f"{key}_text", ""),
        parameters={one.name: _parameter(one, request.form.get(f"{key}_{one.name}", "")) for one in RULES[key].parameters},
    )


def _typed_card(key: str) -> RuleCard:
    typed = _typed(key)
    fields = tuple(
        RuleField(name=one.name, label=one.german, kind=one.kind, value=request.form.get(f"{key}_{one.name}", ""))
        for one in RULES[key].parameters
    )
    return RuleCard(key=key, is_active=typed.is_active, is_hard=typed.is_hard, text=typed.text, parameters=fields)


def _parameter(parameter: Parameter, text: str) -> object:
    """The value as an edition stores it; what is none stays text, for the rule to refuse."""
    match parameter.kind:
        case ParameterKind.FLAG:
            return bool(text)
        case ParameterKind.COUNT:
            number = _number(text)
            return text if number is None else number
    day = read_day(text.strip())
    return day.isoformat() if day else text


def _number(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None
