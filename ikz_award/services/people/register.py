"""Filling the municipality register: from what ships with the application, and from the official file."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib.resources import files

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.people.register import government_region, official_district_name, official_municipality_name, search_name
from ikz_award.models.people.register import BodyKind, RegisterBody
from ikz_award.queries.seal.seal import sealed_names
from ikz_award.services.people.gv100ad import GvRegister, read_gv100ad

_INDEPENDENT = "Kreisfreie Stadt"
# What an official file says of a body, besides its day.
COMPARED = ("name", "official_name", "kind", "parent_key", "government_region", "population", "area_hectares", "is_current")
NOT_IN_THE_FILE = (BodyKind.LANDSCHAFTSVERBAND, BodyKind.OTHER)


@dataclass(frozen=True, kw_only=True)
class RegisterImport:
    """What an import did: keys added, changed (anything but the day) and ended, each in order; `as_of` is the file's day.

    `kept`: bodies whose official name stays as a sealed result shows it, though the file has another one.
    """

    as_of: date
    added: tuple[str, ...]
    changed: tuple[str, ...]
    ended: tuple[str, ...]
    kept: tuple[str, ...] = ()


def load_shipped_register(session: Session) -> int:
    """Add the bodies that ship with the application and are not there yet, in the caller's transaction; returns how many."""
    known = set(session.scalars(select(RegisterBody.key)))
    added = 0
    for bodies in (_shipped_landschaftsverbaende(), _shipped_districts(), _shipped_municipalities()):
        missing = [body for body in bodies if body.key not in known]
        session.add_all(missing)
        # Districts must be there before their municipalities point to them.
        session.flush()
        added += len(missing)
    return added


@dataclass(frozen=True, kw_only=True)
class Compared:
    """Pairs of a body as it is (None: not there yet) and as the file has it, districts first; bodies that end."""

    as_of: date
    groups: Sequence[Sequence[tuple[RegisterBody | None, RegisterBody]]]
    ended: Sequence[RegisterBody]
    kept: Sequence[str]


def import_gv100ad(session: Session, data: bytes) -> RegisterImport:
    """Bring municipalities and districts to the state of an official GV100AD file, in the caller's transaction.

    Names, kinds, districts, population and area are replaced; a district's population and area are the sums of its
    municipalities. Bodies that the file no longer names are marked as ended: their rows stay, because entries point to them.
    Coordinates, the Landschaftsverbände and the bodies that the organiser confirmed, none of which the file knows, are left
    alone. So are official names that a sealed result shows: they are frozen with it.
    Raises `Invalid` (reason "register_file") for a wrong file, before anything is changed.
    """
    found, changed = compared(session, data), []
    for group in found.groups:
        for old, new in group:
            if old is None:
                session.add(new)
            elif _renew(old, new):
                changed.append(new.key)
        session.flush()
    for body in found.ended:
        body.is_current = False
    done = told(found, changed=changed)
    session.flush()
    return done


def compared(session: Session, data: bytes) -> Compared:
    """The register beside a file. Raises `Invalid` (reason "register_file") for a wrong one."""
    register = read_gv100ad(data)
    known = {body.key: body for body in session.scalars(select(RegisterBody).where(RegisterBody.kind.not_in(NOT_IN_THE_FILE)))}
    sealed, kept, groups = sealed_names(session), [], []
    for bodies in (_districts_of(register), _municipalities_of(register)):
        group = [(known.get(new.key), new) for new in bodies]
        groups.append(group)
        for old, new in group:
            if old is not None and old.key in sealed and old.official_name != new.official_name:
                kept.append(new.key)
                new.official_name = old.official_name
    named = register.districts.keys() | register.municipalities.keys()
    ended = [body for key, body in known.items() if body.is_current and key not in named]
    return Compared(as_of=register.as_of, groups=groups, ended=ended, kept=kept)


def told(found: Compared, *, changed: Sequence[str]) -> RegisterImport:
    """What an import of it does; `changed`: keys."""
    return RegisterImport(
        as_of=found.as_of,
        added=tuple(sorted(new.key for group in found.groups for old, new in group if old is None)),
        changed=tuple(sorted(changed)),
        ended=tuple(sorted(body.key for body in found.ended)),
        kept=tuple(sorted(found.kept)),
    )


def bodies_that_differ(old: RegisterBody, new: RegisterBody) -> list[str]:
    """The columns of `COMPARED` in which they differ."""
    return [name for name in COMPARED if getattr(old, name) != getattr(new, name)]


def _renew(old: RegisterBody, new: RegisterBody) -> bool:
    """Carry the file's values over; whether any but the day differed."""
    names = bodies_that_differ(old, new)
    for name in (*names, "search_name", "as_of"):
        setattr(old, name, getattr(new, name))
    return bool(names)


def _body(
    *, key: str, name: str, official_name: str, kind: BodyKind, parent_key: str | None = None, as_of: date | None = None
) -> RegisterBody:
    return RegisterBody(
        key=key,
        name=name,
        official_name=official_name,
        search_name=search_name(key=key, name=name, official_name=official_name),
        kind=kind,
        parent_key=parent_key,
        government_region=government_region(key),
        as_of=as_of,
        is_current=True,
    )


def _districts_of(register: GvRegister) -> Iterator[RegisterBody]:
    for key, name in register.districts.items():
        body = _body(
            key=key, name=name, official_name=official_district_name(name), kind=BodyKind.DISTRICT, as_of=register.as_of
        )
        rows = [row for row in register.municipalities.values() if row.district_key == key]
        body.population = _sum([row.population for row in rows])
        body.area_hectares = _sum([row.area_hectares for row in rows])
        yield body


def _municipalities_of(register: GvRegister) -> Iterator[RegisterBody]:
    for key, row in register.municipalities.items():
        is_city = row.is_city or row.is_independent
        body = _body(
            key=key,
            name=row.name,
            official_name=official_municipality_name(row.name, is_city=is_city, title=row.title),
            kind=BodyKind.INDEPENDENT_CITY if row.is_independent else BodyKind.MUNICIPALITY,
            parent_key=None if row.is_independent else row.district_key,
            as_of=register.as_of,
        )
        body.population, body.area_hectares = row.population, row.area_hectares
        yield body


def _sum(values: list[int | None]) -> int | None:
    """The sum, or None where one is unknown: a sum without it would be wrong, not approximate."""
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _shipped(name: str) -> list[dict[str, str]]:
    text = files("ikz_award").joinpath("data", "register", f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _shipped_landschaftsverbaende() -> Iterator[RegisterBody]:
    for row in _shipped("landschaftsverbaende"):
        yield _body(key=row["key"], name=row["name"], official_name=row["name"], kind=BodyKind.LANDSCHAFTSVERBAND)


def _shipped_districts() -> Iterator[RegisterBody]:
    for row in _shipped("districts"):
        yield _body(key=row["ags"], name=row["name"], official_name=official_district_name(row["name"]), kind=BodyKind.DISTRICT)


def _shipped_municipalities() -> Iterator[RegisterBody]:
    for row in _shipped("municipalities"):
        is_independent = row["kind"] == _INDEPENDENT
        body = _body(
            key=row["ags"],
            name=row["name"],
            official_name=official_municipality_name(row["name"], is_city=row["kind"] != "Gemeinde"),
            kind=BodyKind.INDEPENDENT_CITY if is_independent else BodyKind.MUNICIPALITY,
            parent_key=None if is_independent else row["district_ags"],
        )
        body.latitude_e6, body.longitude_e6 = _microdegrees(row["latitude"]), _microdegrees(row["longitude"])
        yield body


def _microdegrees(degrees: str) -> int:
    """Degrees as written, times a million; exact, because no float is on the way."""
    return int(Decimal(degrees).scaleb(6))
