"""Parts of an edition, edited while nothing rests on them: its names, its categories, its criteria with scale and anchors.

What is typed takes its place in the edition's definition, and that is judged as a whole: what is accepted here can be exported,
and made again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.people.register import fold
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.locks import (
    Resting,
    lock_on_categories,
    lock_on_category,
    lock_on_names,
    lock_on_prefix,
    lock_on_slug,
)
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, StaleVersion
from ikz_award.domain.words.text import clean_line, clean_text
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.queries.editions.definition import definition_of
from ikz_award.queries.editions.locks import assigned_categories, resting_on
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.editions.definition import check_definition
from ikz_award.services.record.intention import Work
from ikz_award.services.record.locked import locked_edition
from ikz_award.services.record.use_case import use_case

NAMES = ("name", "slug", "organiser", "number_prefix")
_LOCKS = {"name": lock_on_names, "organiser": lock_on_names, "slug": lock_on_slug, "number_prefix": lock_on_prefix}
# Of a category somebody chose; the rest explains and orders.
FIXED = ("name", "prize_euro", "is_special")


@dataclass(frozen=True, kw_only=True)
class TypedCategory:
    """A category as typed, in its `place` on the page (from 1); `key` "" for a new one, `prize_euro` None: no whole number."""

    place: int
    key: str
    name: str
    description: str
    prize_euro: int | None
    is_special: bool


@use_case(AuditAction.EDITION_EDIT_NAMES)
def save_names(work: Work, *, edition_slug: str, version: int | None, typed: Mapping[str, str]) -> str:
    """Store what the edition is called, by `NAMES`, and return its short name, which may be another one now.

    Raises `Invalid` by field, for what is fixed, too; `StaleVersion`; `Refused` once the result is established.
    """
    edition = edition_to_edit(work, edition_slug, version, Action.EDIT_NAMES)
    wanted = {name: clean_line(typed[name]) for name in NAMES}
    old = {name: getattr(edition, name) for name in NAMES if getattr(edition, name) != wanted[name]}
    resting = resting_on(work.session, edition)
    errors = {name: lock.why for name in old if (lock := _LOCKS[name](resting)) is not None}
    faults = faults_with(work.session, edition, wanted)
    errors |= {name: faults[name] for name in NAMES if name in faults}
    errors |= {name: words for name, words in taken(work.session, wanted, but=edition.id).items() if name not in errors}
    if errors:
        raise Invalid(errors)
    for name in old:
        setattr(edition, name, wanted[name])
    if old:
        work.audit(subject=f"edition:{edition.id}", edition_id=edition.id, old=old, new={name: wanted[name] for name in old})
    return edition.slug


@use_case(AuditAction.EDITION_EDIT_CATEGORIES)
def save_categories(work: Work, *, edition_slug: str, version: int | None, typed: Sequence[TypedCategory]) -> None:
    """Make the edition's categories those typed, in this order; one that is not among them is taken away.

    Raises `Invalid` by place and field (`categories.2.prize_euro`), for what is fixed, too; `StaleVersion`; `Refused` where
    none can change any more.
    """
    edition = edition_to_edit(work, edition_slug, version, Action.EDIT_CATEGORIES)
    rows = _keyed(typed, {one.key for one in edition.categories})
    stored = {one.key: one for one in edition.categories}
    errors = _fixed(resting_on(work.session, edition), stored, rows)
    gone = stored.keys() - {row["key"] for _place, row in rows}
    if assigned := sorted(gone & assigned_categories(work.session, edition_id=edition.id)):
        errors["categories"] = _(
            "„%(name)s“ ist Jurymitgliedern zugeteilt. Bitte ändern Sie erst die Zuteilung.", name=stored[assigned[0]].name
        )
    errors |= placed(faults_with(work.session, edition, {"categories": [row for _place, row in rows]}), "categories", rows)
    if any(path.startswith("criteria") for path in errors):
        errors = {path: words for path, words in errors.items() if not path.startswith("criteria")}
        errors["categories"] = _(
            "Für eine Kategorie, die entfallen soll, gibt es eigene Kriterien. Bitte nehmen Sie zuerst diese heraus."
        )
    if errors:
        raise Invalid(errors)
    old, new = _store_categories(work.session, edition, stored, [row for _place, row in rows])
    if old or new:
        edition.version += 1
        work.audit(subject=f"edition:{edition.id}", edition_id=edition.id, old=old, new=new)


def edition_to_edit(work: Work, slug: str, version: int | None, action: Any) -> Edition:
    """The edition to be written to, if who acts may and saw its newest version. Raises `Refused`, `StaleVersion`."""
    edition = locked_edition(work.session, slug)
    require(work.actor, action, edition_matter(edition))
    if edition.version != version:
        raise StaleVersion({"version": edition.version}, {"version": version})
    return edition


def faults_with(session: Session, edition: Edition, changes: Mapping[str, Any]) -> dict[str, str]:
    """What is wrong with the edition's definition as it would be: path → sentence."""
    try:
        check_definition({**definition_of(session, edition), **changes})
    except Invalid as refusal:
        return refusal.errors
    return {}


def placed(faults: Mapping[str, str], table: str, rows: Sequence[tuple[int, Any]]) -> dict[str, str]:
    """Faults with rows of a table called by their place on the page, not by their place in the table."""
    found = {}
    for path, words in faults.items():
        head, _dot, rest = path.removeprefix(f"{table}.").partition(".")
        is_row = path.startswith(f"{table}.") and head.isdecimal()
        found[f"{table}.{rows[int(head) - 1][0]}.{rest}" if is_row else path] = words
    return found


def taken(session: Session, wanted: Mapping[str, str], *, but: int) -> dict[str, str]:
    """What another edition is called already, of short name and beginning of numbers."""
    others = select(Edition.id).where(Edition.id != but)
    errors: dict[str, str] = {}
    if session.scalar(others.where(Edition.slug == wanted["slug"])) is not None:
        errors["slug"] = _("Eine Ausschreibung „%(checked)s“ gibt es schon.", checked=wanted["slug"])
    if session.scalar(others.where(Edition.number_prefix == wanted["number_prefix"])) is not None:
        errors["number_prefix"] = _("So beginnen schon die Nummern einer anderen Wettbewerbsrunde.")
    return errors


def key_from_name(name: str, *, used: Iterable[str]) -> str:
    """A key for what is called so, made of its words, that nothing else has."""
    words = "-".join("".join(sign if sign.isascii() and sign.isalnum() else " " for sign in fold(name)).split())
    base = words[:32].strip("-") or "neu"
    number, key, known = 1, base, set(used)
    while key in known:
        number += 1
        key = f"{base}-{number}"
    return key


def _keyed(typed: Sequence[TypedCategory], stored: set[str]) -> list[tuple[int, dict[str, Any]]]:
    """(place, row of a definition) of each; a key that the edition does not have is none."""
    used, rows = set(stored), []
    for one in typed:
        key = one.key if one.key in stored else key_from_name(one.name, used=used)
        used.add(key)
        row = {
            "key": key,
            "name": clean_line(one.name),
            "description": clean_text(one.description),
            "prize_euro": one.prize_euro,
            "is_special": one.is_special,
        }
        rows.append((one.place, row))
    return rows


def _fixed(resting: Resting, stored: Mapping[str, Category], rows: Sequence[tuple[int, Mapping[str, Any]]]) -> dict[str, str]:
    """What was changed though it is fixed."""
    errors: dict[str, str] = {}
    for place, row in rows:
        own = stored.get(row["key"])
        lock = lock_on_categories(resting) if own is None else lock_on_category(resting, own.key)
        if lock is not None:
            changed = FIXED if own is None else [name for name in FIXED if getattr(own, name) != row[name]]
            errors |= {f"categories.{place}.{name}": lock.why for name in changed}
    for key in stored.keys() - {row["key"] for _place, row in rows}:
        if (lock := lock_on_category(resting, key)) is not None:
            errors["categories"] = _("„%(name)s“ kann nicht entfallen. %(why)s", name=stored[key].name, why=lock.why)
    return errors


def _store_categories(
    session: Session, edition: Edition, stored: Mapping[str, Category], rows: Sequence[Mapping[str, Any]]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Write what differs; old and new for the log, by key."""
    old: dict[str, Any] = {}
    new: dict[str, Any] = {}
    for key in stored.keys() - {row["key"] for row in rows}:
        old[key] = {"name": stored[key].name}
        session.delete(stored[key])
    for position, row in enumerate(rows, start=1):
        wanted = {**row, "position": position}
        own = stored.get(row["key"])
        if own is None:
            session.add(Category(edition_id=edition.id, **wanted))
            new[row["key"]] = dict(row)
            continue
        differing = [name for name, value in wanted.items() if getattr(own, name) != value]
        if differing:
            old[own.key] = {name: getattr(own, name) for name in differing}
            new[own.key] = {name: wanted[name] for name in differing}
        for name in differing:
            setattr(own, name, wanted[name])
    return old, new
