"""A new edition: from a definition that ships, as a copy of an earlier edition, or from a file. It is in preparation."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from ikz_award.domain.permissions.kinds import Matter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.by_itself import STILL_OPENS
from ikz_award.domain.phases.succession import next_free, shifted_dates
from ikz_award.domain.phases.timetable import utc_to_berlin
from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound
from ikz_award.domain.words.text import clean_line
from ikz_award.domain.words.wording import message as _
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.editions.definition import definition_of
from ikz_award.queries.editions.editions import edition_by_slug
from ikz_award.services.editions.definition import OWN_DATES, check_definition
from ikz_award.services.editions.definition_files import read_definition
from ikz_award.services.editions.editions import create_edition, date_faults, load_definition, relative_dates, shipped_names
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import Call, use_case

# Besides dates, what is asked for when an edition is made; everything else is as in the basis.
ASKED = ("slug", "name", "number_prefix")


class BasisKind(StrEnum):
    """What a new edition is made from."""

    SHIPPED = "shipped"
    EDITION = "edition"
    FILE = "file"


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What a new edition is made from: a shipped definition or an edition by its `name`, or the bytes of a file."""

    kind: BasisKind
    name: str = ""
    data: bytes = b""


@dataclass(frozen=True, kw_only=True)
class TypedEdition:
    """What differs from the basis, as typed; `dates`: name → wall-clock time in Berlin ("2026-03-20T23:59"), "" for none."""

    slug: str
    name: str
    number_prefix: str
    dates: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A basis, looked at: what the new edition would be called and when it would take place, and what is wrong with the rest.

    `dates`: name → wall-clock time in Berlin, or "" where the basis has none. `faults`: path → sentence, of what is not asked
    for; where there is one, no edition can be made from this basis. `labels`: milestone → what it is called.
    """

    typed: TypedEdition
    labels: Mapping[str, str]
    faults: Mapping[str, str]


def shipped_titles() -> dict[str, str]:
    """Name → title of every definition that ships."""
    return {name: load_definition(name)["name"] for name in shipped_names()}


def definition_on(session: Session, basis: Basis) -> Mapping[str, Any]:
    """The definition that a basis is, not yet judged.

    Raises `NotFound` for a name that is none, `Invalid` for a file that cannot be read.
    """
    match basis.kind:
        case BasisKind.SHIPPED:
            return load_definition(basis.name)
        case BasisKind.EDITION:
            return definition_of(session, edition_by_slug(session, basis.name))
    return read_definition(basis.data)


def with_typed(definition: Mapping[str, Any], typed: TypedEdition | None) -> Mapping[str, Any]:
    """The definition with what was typed in its place; what is no time stays text, for `relative_dates` to refuse."""
    if typed is None:
        return definition
    own = {"slug": typed.slug.strip(), "name": clean_line(typed.name), "number_prefix": clean_line(typed.number_prefix)}
    dates = {name: _wall(value) for name, value in typed.dates.items() if value.strip()}
    return {**definition, **own, "dates": dates}


def _wall(typed: str) -> datetime | str:
    try:
        return datetime.fromisoformat(typed.strip()).replace(tzinfo=None)
    except ValueError:
        return typed


def faults_of(session: Session, definition: Mapping[str, Any], *, today: date) -> dict[str, str]:
    """Everything that keeps a definition from becoming an edition here: path → German sentence. Empty: nothing does."""
    try:
        checked = check_definition(definition)
    except Invalid as refusal:
        return refusal.errors | _unread_dates(definition, today)
    try:
        instants = relative_dates(checked, today)
    except Invalid as refusal:
        return refusal.errors
    faults = date_faults(checked, instants)
    if session.scalar(select(Edition.id).where(Edition.slug == checked["slug"])) is not None:
        faults["slug"] = _("Eine Ausschreibung „%(checked)s“ gibt es schon.", checked=checked["slug"])
    if session.scalar(select(Edition.id).where(Edition.number_prefix == checked["number_prefix"])) is not None:
        faults["number_prefix"] = _("So beginnen schon die Nummern einer anderen Wettbewerbsrunde.")
    return faults


def _unread_dates(definition: Mapping[str, Any], today: date) -> dict[str, str]:
    """Where the definition is faulty otherwise, its dates are judged one by one only."""
    if not isinstance(definition.get("dates"), dict):
        return {}
    try:
        relative_dates(definition, today)
    except Invalid as refusal:
        return refusal.errors
    return {}


def _found(call: Call, *, basis: Basis, typed: TypedEdition | None) -> Mapping[str, Any]:
    """Read before anything is locked: a file is looked at in a process of its own."""
    require(call.actor, Action.CREATE_EDITION, Matter())
    return with_typed(definition_on(db.session(), basis), typed)


@use_case(AuditAction.EDITION_CREATE, first=_found)
def make_edition(work: Work, *, basis: Basis, typed: TypedEdition | None) -> str:
    """Make an edition and return its slug; it is in preparation, whatever its dates. `typed` None: as the basis says.

    Raises `Invalid` (reason "definition") with every fault by its path, `NotFound` for a basis that is none, `Refused`. Then
    nothing is made.
    """
    require(work.actor, Action.CREATE_EDITION, Matter())
    definition, today = work.first, utc_to_berlin(work.now).date()
    faults = faults_of(work.session, definition, today=today)
    faults = faults or _past(relative_dates(definition, today), now=work.now, is_typed=typed is not None)
    if faults:
        raise Invalid(faults, reason="definition")
    edition = create_edition(
        work.session, definition=definition, dates=relative_dates(definition, today), now=work.now, phase=Phase.PREPARATION
    )
    work.audit(
        subject=f"edition:{edition.id}",
        edition_id=edition.id,
        new={"name": edition.name, "slug": edition.slug, "basis": basis.name or basis.kind},
    )
    return edition.slug


def _past(dates: Mapping[str, datetime], *, now: datetime, is_typed: bool) -> dict[str, str]:
    """What cannot be the plan of a new edition; a file of another one may tell of days long ago."""
    faults = {}
    if is_typed and dates["deadline_at"] <= now:
        faults["dates.deadline_at"] = _("Der Einsendeschluss liegt schon zurück.")
    # On a day that has just gone by it would open by itself at once.
    if dates["opens_at"] <= now and (is_typed or now <= dates["opens_at"] + STILL_OPENS):
        faults["dates.opens_at"] = _(
            "Der Beginn liegt schon zurück. Öffnen können Sie die Runde auch von Hand, sobald alles stimmt."
        )
    return faults


def propose_edition(session: Session, basis: Basis, *, now: datetime) -> Proposal:
    """What a basis would become, with the next name and dates that lie ahead.

    Raises `NotFound` for a basis that is none, `Invalid` for a file that cannot be read.
    """
    definition, today = definition_on(session, basis), utc_to_berlin(now).date()
    typed = TypedEdition(
        slug=_next(session, Edition.slug, definition.get("slug")),
        name=_next(session, Edition.name, definition.get("name")),
        number_prefix=_next(session, Edition.number_prefix, definition.get("number_prefix")),
        dates=_next_dates(definition, today),
    )
    every = faults_of(session, with_typed(definition, typed), today=today)
    faults = {path: sentence for path, sentence in every.items() if path not in ASKED and not path.startswith("dates.")}
    labels = {} if faults else {one["key"]: one["label"] for one in definition.get("milestones", [])}
    names = (*OWN_DATES, *(f"{key}{end}" for key in labels for end in ("", "_ends")))
    dates = {name: typed.dates.get(name, "") for name in names}
    return Proposal(typed=replace(typed, dates=dates), labels=labels, faults=faults)


def _next(session: Session, column: InstrumentedAttribute[str], text: object) -> str:
    return next_free(text, taken=set(session.scalars(select(column)))) if isinstance(text, str) and text else ""


def _next_dates(definition: Mapping[str, Any], today: date) -> dict[str, str]:
    """Those that can be read."""
    dates, found = definition.get("dates"), {}
    for name, value in dates.items() if isinstance(dates, dict) else ():
        with suppress(Invalid):
            instants = relative_dates({"dates": {name: value}}, today)
            found[name] = utc_to_berlin(instants[name]).replace(tzinfo=None)
    return {name: _shown(at) for name, at in shifted_dates(found, today=today).items()}


def _shown(at: datetime) -> str:
    return at.isoformat(timespec="seconds" if at.second else "minutes")


def basis_of(kind: str, name: str, data: bytes = b"") -> Basis:
    """What a form says. Raises `NotFound` for a kind there is none of."""
    if kind not in set(BasisKind):
        raise NotFound
    return Basis(kind=BasisKind(kind), name=name, data=data)
