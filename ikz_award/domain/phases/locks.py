"""What of an edition is fixed, since when, why, and what can still be done: as long as nothing rests on a part, it is open.

A name is fixed once the result carries it, the short name and the set of categories once they are public or closed, a category
once somebody has chosen it, the way of scoring once there are points.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.words.wording import message as _

_AFTER_DECIDING = (Phase.DECIDED, Phase.PUBLISHED, Phase.ARCHIVED)
_BEFORE_DELIBERATION = (Phase.PREPARATION, Phase.OPEN, Phase.SCREENING, Phase.JUDGING)


@dataclass(frozen=True, kw_only=True)
class Resting:
    """What has happened in an edition so far; instants in UTC, None where it has not.

    `left`: phase → when the edition last went on from it. `numbered_at`: the first entry got a number. `points_at`: the first
    points were given. `chosen`: key of a category → when somebody began the first entry in it.
    """

    phase: Phase
    left: Mapping[Phase, datetime]
    numbered_at: datetime | None
    points_at: datetime | None
    chosen: Mapping[str, datetime]


@dataclass(frozen=True, kw_only=True)
class Lock:
    """Why a part is fixed, in German; `since` None where nobody noted it. `still`: what can be done all the same."""

    since: datetime | None
    why: str
    still: str


def lock_on_names(resting: Resting) -> Lock | None:
    """Of the edition's name and organiser."""
    if resting.phase not in _AFTER_DECIDING:
        return None
    return Lock(
        since=resting.left.get(Phase.DELIBERATION),
        why=_("Das Ergebnis ist festgestellt und trägt diesen Namen."),
        still=_("Für die nächste Runde legen Sie eine Kopie an und geben ihr einen anderen Namen."),
    )


def lock_on_slug(resting: Resting) -> Lock | None:
    """Of the short name in the address."""
    if resting.phase is Phase.PREPARATION:
        return None
    return Lock(
        since=resting.left.get(Phase.PREPARATION),
        why=_("Die Ausschreibung ist öffentlich; wer sich die Adresse gemerkt hat, fände sie sonst nicht mehr."),
        still=_("Der Name, den die Seiten zeigen, lässt sich weiter ändern, bis das Ergebnis festgestellt ist."),
    )


def lock_on_prefix(resting: Resting) -> Lock | None:
    """Of the beginning of entry numbers."""
    if resting.numbered_at is None:
        return None
    return Lock(
        since=resting.numbered_at,
        why=_("Der erste Beitrag hat seine Nummer; alle sollen gleich beginnen."),
        still=_("Eine Kopie der Runde kann einen anderen Anfang haben."),
    )


def lock_on_categories(resting: Resting) -> Lock | None:
    """Of which categories there are, whether or not anybody chose them."""
    if resting.phase in (Phase.PREPARATION, Phase.OPEN):
        return None
    return Lock(
        since=resting.left.get(Phase.OPEN),
        why=_("Die Bewerbungsphase ist geschlossen: In eine neue oder geänderte Kategorie käme kein Beitrag mehr."),
        still=_("Steht die Bewerbungsphase wieder offen, lassen sich Kategorien ohne Beitrag ändern."),
    )


def lock_on_category(resting: Resting, key: str) -> Lock | None:
    """Of a category's name, prize, and that there is it."""
    if (whole := lock_on_categories(resting)) is not None or key not in resting.chosen:
        return whole
    return Lock(
        since=resting.chosen[key],
        why=_("In dieser Kategorie ist ein Beitrag begonnen; er verlässt sich auf Namen und Preisgeld."),
        still=_("Beschreibung und Reihenfolge lassen sich weiter ändern, und weitere Kategorien anlegen."),
    )


def lock_on_scoring(resting: Resting) -> Lock | None:
    """Of criteria, weights, scale and anchors."""
    if resting.points_at is not None:
        return Lock(
            since=resting.points_at,
            why=_("Ein Jurymitglied hat Punkte vergeben; sie gelten für diese Kriterien, Gewichte und Stufen."),
            still=_("Andere Gewichte lassen sich nach der Bewertung bei der Rangfolge ausprobieren, ohne etwas zu ändern."),
        )
    if resting.phase in _BEFORE_DELIBERATION:
        return None
    return Lock(
        since=resting.left.get(Phase.JUDGING),
        why=_("Die Bewertung ist geschlossen."),
        still=_("Für die nächste Runde legen Sie eine Kopie an."),
    )
