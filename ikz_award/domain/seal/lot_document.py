"""Draws by lot in a result document: drawn again from what it says, and the decision held to who was drawn."""

from collections.abc import Iterator, Mapping
from typing import Any

from ikz_award.domain.decision.lot import draw, keeps_promise, passes_over
from ikz_award.domain.seal.vote_document import carried_for

Part = Mapping[str, Any]
Fault = tuple[str, object, object]
"""Where, what is stated, what is computed."""


def lot_faults(document: Part) -> Iterator[Fault]:
    """All that the lots say and that does not follow. Documents from before lots were in them have none."""
    categories = {one["key"]: one for one in document["categories"]}
    decisive: dict[str, Part] = {}
    for number, meeting in enumerate(document["meetings"], start=1):
        for place, lot in enumerate(meeting.get("lots", ()), start=1):
            where = f"meetings/{number}/lots/{place}"
            if lot["category"] not in categories:
                yield f"{where}/category", lot["category"], "a category of the edition"
            elif lot["drawn_at"] is None:
                yield from _undrawn(lot, where)
            else:
                yield from _drawn(lot, where)
                if set(lot["candidates"]) == _first(categories[lot["category"]]):
                    decisive[lot["category"]] = lot
    for key, lot in decisive.items():
        yield from _decided(document, categories[key], lot)


def _undrawn(lot: Part, where: str) -> Iterator[Fault]:
    for name in ("secret", "drawn"):
        if lot[name] is not None:
            yield f"{where}/{name}", lot[name], "none before the draw"


def _drawn(lot: Part, where: str) -> Iterator[Fault]:
    if not keeps_promise(lot["secret"], lot["commitment"]):
        yield f"{where}/commitment", lot["commitment"], "the SHA-256 of the secret"
    first = draw(secret=lot["secret"], words=lot["words"], numbers=lot["candidates"])[0].number
    if lot["drawn"] != first:
        yield f"{where}/drawn", lot["drawn"], first
    if not lot["announced_at"] <= lot["drawn_at"]:
        yield f"{where}/announced_at", lot["announced_at"], f"before {lot['drawn_at']}"


def _first(category: Part) -> set[str]:
    return {one["number"] for one in category["entries"] if one["rank"] == 1}


def _decided(document: Part, category: Part, lot: Part) -> Iterator[Fault]:
    decision = category["decision"]
    winners = [one for one in (decision["winner"], *decision["shared_with"]) if one is not None] if decision else []
    if passes_over(winners, candidates=lot["candidates"], drawn=lot["drawn"]) and not carried_for(document, category, winners):
        yield f"categories/{category['key']}/decision/winner", winners, f"{lot['drawn']}, which the lot drew"
