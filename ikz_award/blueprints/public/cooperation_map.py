"""The winners' cooperations over the municipalities of the register: dots and lines, drawn on the server."""

from collections.abc import Sequence
from dataclasses import dataclass

from ikz_award.blueprints.public.presentation import MAP_WIDTH, map_points
from ikz_award.queries.editions.public import PublicWinner
from ikz_award.queries.people.places import Dot, Place


@dataclass(frozen=True, kw_only=True)
class Cooperation:
    """A winner on the map: where the lead is, and the partners that have a place; coordinates as text."""

    title: str
    category: str
    lead: tuple[str, str]
    partners: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class CooperationMap:
    """What is drawn, in the map's own units, coordinates as text; `left_out`: participants without a place in the register."""

    width: int
    height: int
    dots: Sequence[tuple[str, str]]
    cooperations: Sequence[Cooperation]
    left_out: int


def cooperation_map(winners: Sequence[PublicWinner], places: Sequence[Place]) -> CooperationMap | None:
    """None where nothing can be drawn. `left_out`: how many who take part have no place in the register (from abroad)."""
    by_key = {place.key: place for place in places}
    awarded = [one for one in winners if one.title is not None and one.lead_key in by_key]
    if not awarded:
        return None
    used = sorted({key for one in awarded for key in (one.lead_key, *one.partner_keys) if key in by_key})
    municipalities = [place for place in places if not place.is_mean]
    height, points = map_points([_dot(one) for one in (*municipalities, *(by_key[key] for key in used))])
    at = {key: (x, y) for key, (x, y, _) in zip(used, points[len(municipalities) :], strict=True)}
    return CooperationMap(
        width=MAP_WIDTH,
        height=height,
        dots=[(x, y) for x, y, _ in points[: len(municipalities)]],
        cooperations=[
            Cooperation(
                title=one.title or "",
                category=one.category,
                lead=at[one.lead_key],
                partners=tuple(at[key] for key in one.partner_keys if key in at),
            )
            for one in awarded
        ],
        left_out=sum(key not in at for one in awarded for key in one.partner_keys),
    )


def _dot(place: Place) -> Dot:
    return Dot(place.latitude_e6, place.longitude_e6, "")
