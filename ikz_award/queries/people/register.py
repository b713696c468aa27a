"""Finding bodies in the register: what a type-ahead shows, and what a typed text means."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from ikz_award.domain.people.register import fold, short_name, spellings
from ikz_award.models.people.register import BodyKind, RegisterBody

_KIND_ORDER = (BodyKind.MUNICIPALITY, BodyKind.INDEPENDENT_CITY, BodyKind.DISTRICT, BodyKind.LANDSCHAFTSVERBAND, BodyKind.OTHER)
_NAME_AND_KEY = re.compile(r"(?P<name>.+?)\s*\((?P<key>[0-9]{5}|[0-9]{8}|LVR|LWL|KB[0-9]{4,9})\)", re.IGNORECASE)


@dataclass(frozen=True)
class BodyHit:
    """A found body; `hint` tells it from others of its name ("Kreis Borken · Regierungsbezirk Münster")."""

    key: str
    name: str
    official_name: str
    hint: str


def search_bodies(
    session: Session, text: str, limit: int = 10, kinds: Collection[BodyKind] | None = None
) -> tuple[BodyHit, ...]:
    """Current bodies in whose names or key each word of `text` begins a word; at most `limit`.

    The whole name first, then names that begin with the text, then those with a word that does, then all else (the words apart,
    or the key). Umlauts may be typed as themselves, as "ue" or as "u".
    """
    words = fold(text).split()
    if not words:
        return ()
    found = [
        body
        for body in _current_bodies(session, words, kinds=kinds)
        # The SQL filter looks anywhere; here, at the beginnings of words.
        if all(any(part.startswith(word) for part in body.search_name.split()) for word in words)
    ]
    found.sort(key=lambda body: (_distance(body, " ".join(words)), fold(body.name), _KIND_ORDER.index(body.kind), body.key))
    return _hits(session, found[:limit])


def resolve_body(session: Session, text: str) -> RegisterBody | None:
    """The one current body that `text` names: a key, a name, an official name, or "Name (key)" as the type-ahead writes it.

    None where nothing or more than one is named so; `ambiguous_bodies` tells which.
    """
    found = _named(session, text)
    return found[0] if len(found) == 1 else None


def ambiguous_bodies(session: Session, text: str) -> tuple[BodyHit, ...]:
    """All bodies that `text` names where it is more than one, for people to choose from; else empty."""
    found = _named(session, text)
    return _hits(session, found) if len(found) > 1 else ()


def _named(session: Session, text: str) -> list[RegisterBody]:
    text = text.strip()
    if match := _NAME_AND_KEY.fullmatch(text):
        body = session.get(RegisterBody, match["key"].upper())
        # A name beside a key of another body is a slip, and it is not for us to say which of the two was meant.
        return [body] if body is not None and body.is_current and fold(match["name"]) in _names(body) else []
    body = session.get(RegisterBody, text.upper())
    if body is not None:
        return [body] if body.is_current else []
    wanted = fold(text)
    if not wanted:
        return []
    found = [body for body in _current_bodies(session, wanted.split()) if wanted in _names(body)]
    return sorted(found, key=lambda body: (_KIND_ORDER.index(body.kind), body.key))


def _names(body: RegisterBody) -> set[str]:
    """Everything a body is called, folded."""
    return {
        spelling
        for name in (body.name, body.official_name, short_name(body.name), short_name(body.official_name))
        for spelling in spellings(name)
    }


def _current_bodies(session: Session, words: list[str], *, kinds: Collection[BodyKind] | None = None) -> list[RegisterBody]:
    """Current bodies whose search name contains every word somewhere; words are folded, so they hold no wildcards."""
    query = select(RegisterBody).where(RegisterBody.is_current)
    for word in words:
        query = query.where(RegisterBody.search_name.contains(word))
    if kinds is not None:
        query = query.where(RegisterBody.kind.in_(kinds))
    return list(session.scalars(query))


def _distance(body: RegisterBody, wanted: str) -> int:
    names = spellings(body.name)
    if wanted in names or wanted in spellings(short_name(body.name)):
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1
    return 2 if f" {wanted}" in f" {body.search_name.removesuffix(body.key.lower())}" else 3


def _hits(session: Session, bodies: list[RegisterBody]) -> tuple[BodyHit, ...]:
    keys = {body.parent_key for body in bodies if body.parent_key is not None}
    parents = session.scalars(select(RegisterBody).where(RegisterBody.key.in_(keys)))
    names = {parent.key: parent.official_name for parent in parents}
    return tuple(
        BodyHit(key=body.key, name=body.name, official_name=body.official_name, hint=_hint(body, names)) for body in bodies
    )


def _hint(body: RegisterBody, district_names: dict[str, str]) -> str:
    if body.kind is BodyKind.OTHER:
        # Names of forms are words for people and stand with the other labels; here the seat tells more.
        return body.seat
    if body.kind is BodyKind.MUNICIPALITY:
        first = district_names.get(body.parent_key or "", "")
    else:
        first = {
            BodyKind.INDEPENDENT_CITY: "kreisfreie Stadt",
            BodyKind.DISTRICT: "Städteregion" if body.name.startswith("Städteregion") else "Kreis",
            BodyKind.LANDSCHAFTSVERBAND: "Landschaftsverband",
        }[body.kind]
    region = f"Regierungsbezirk {body.government_region}" if body.government_region else ""
    return " · ".join(part for part in (first, region) if part)


@dataclass(frozen=True, kw_only=True)
class RegisterState:
    """How many bodies with an official key there are, the newest day they were told of, how many lack inhabitants or area."""

    bodies: int
    as_of: date | None
    without_figures: int


def register_state(session: Session) -> RegisterState:
    """The register in numbers, without what ended and without what has no official key."""
    of_interest = (RegisterBody.is_current, RegisterBody.kind.not_in((BodyKind.LANDSCHAFTSVERBAND, BodyKind.OTHER)))
    lacking = or_(RegisterBody.population.is_(None), RegisterBody.area_hectares.is_(None))
    bodies, as_of = session.execute(select(func.count(), func.max(RegisterBody.as_of)).where(*of_interest)).one()
    without = session.scalar(select(func.count()).where(*of_interest, lacking)) or 0
    return RegisterState(bodies=bodies, as_of=as_of, without_figures=without)
