"""Where municipalities are, for the maps of the public pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.models.people.register import RegisterBody


@dataclass(frozen=True)
class Dot:
    """A municipality on the map, in microdegrees."""

    latitude_e6: int
    longitude_e6: int
    kind: str


def map_dots(session: Session) -> Sequence[Dot]:
    """All municipalities with a place, for the map of dots."""
    rows = session.execute(
        select(RegisterBody.latitude_e6, RegisterBody.longitude_e6, RegisterBody.kind)
        .where(RegisterBody.is_current, RegisterBody.latitude_e6.is_not(None), RegisterBody.longitude_e6.is_not(None))
        .order_by(RegisterBody.key)
    )
    return [Dot(row.latitude_e6, row.longitude_e6, str(row.kind)) for row in rows]


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a body is, in microdegrees; a district is in the middle of its municipalities (`is_mean`)."""

    key: str
    latitude_e6: int
    longitude_e6: int
    is_mean: bool = False


def places(session: Session) -> Sequence[Place]:
    """All current municipalities with a place, and after them the districts: the first five digits of their keys."""
    rows = session.execute(
        select(RegisterBody.key, RegisterBody.latitude_e6, RegisterBody.longitude_e6)
        .where(RegisterBody.is_current, RegisterBody.latitude_e6.is_not(None), RegisterBody.longitude_e6.is_not(None))
        .order_by(RegisterBody.key)
    ).all()
    found = [Place(key=row.key, latitude_e6=row.latitude_e6, longitude_e6=row.longitude_e6) for row in rows]
    districts: dict[str, list[Place]] = {}
    for place in found:
        districts.setdefault(place.key[:5], []).append(place)
    means = [
        Place(
            key=key,
            is_mean=True,
            latitude_e6=sum(one.latitude_e6 for one in members) // len(members),
            longitude_e6=sum(one.longitude_e6 for one in members) // len(members),
        )
        for key, members in districts.items()
    ]
    return [*found, *means]
