"""The menu above an edition's pages, in the order of the year, and words of the log for every page of the organiser."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import g, request, url_for
from flask.sansio.blueprints import BlueprintSetupState
from flask_babel import gettext as _

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.record import log_names, log_words
from ikz_award.blueprints.admin.year import YEAR, Page
from ikz_award.domain.permissions.table import is_allowed
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.queries.phases.backlog import Backlog, backlog
from ikz_award.web.navigation import Item
from ikz_award.web.returned import returned

OVERVIEW = "admin.edition"
# What is done on the overview itself.
STEPS = (OVERVIEW, "admin.confirm_step", "admin.take_step", "admin.cancel_the_publication")


@dataclass(frozen=True, kw_only=True)
class ShownStation:
    """A station on a page: `url` "" where none of its pages can be seen yet; `badge`: how much waits there."""

    label: str
    url: str
    is_current: bool
    is_now: bool
    badge: int


@dataclass(frozen=True, kw_only=True)
class Menu:
    """The stations, and the pages of the one that is looked at."""

    overview: Item
    stations: tuple[ShownStation, ...]
    pages: tuple[Item, ...]
    label: str


def edition_menu(edition: Edition) -> Menu:
    """The menu as the person at this page sees it; the permission table decides which pages there are."""
    here, counts = _here(_endpoint()), backlog(db.session(), edition=edition)
    stations, pages, label = [], (), ""
    for station in YEAR:
        shown = tuple(_item(page, edition, here, counts) for page in station.pages if _is_shown(page, edition))
        is_current = any(item.is_current for item in shown)
        if is_current:
            pages, label = shown, str(station.label)
        stations.append(
            ShownStation(
                label=str(station.label),
                url=shown[0].url if shown else "",
                is_current=is_current,
                is_now=edition.phase in station.phases,
                badge=sum(item.badge or 0 for item in shown),
            )
        )
    overview = Item(_("Überblick"), url_for(OVERVIEW, slug=edition.slug), here == OVERVIEW)
    return Menu(overview=overview, stations=tuple(stations), pages=pages, label=label)


def _endpoint() -> str:
    """A refused form is answered at its own address, by the page it stands on."""
    back = returned()
    return back.way.endpoint if back else request.endpoint or ""


def _here(endpoint: str) -> str:
    """The page of the menu that the endpoint belongs to; what is done with an entry belongs to the entries."""
    homes = {home: page.endpoint for station in YEAR for page in station.pages for home in (page.endpoint, *page.homes)}
    return homes.get(endpoint, OVERVIEW if endpoint in STEPS else "admin.entries")


def _is_shown(page: Page, edition: Edition) -> bool:
    is_allowed_here = page.action is None or is_allowed(g.actor, page.action, edition_matter(edition))
    return edition.phase in page.phases and is_allowed_here


def _item(page: Page, edition: Edition, here: str, counts: Mapping[Backlog, int]) -> Item:
    badge = counts.get(page.waits) if page.waits else None
    return Item(str(page.label), url_for(page.endpoint, slug=edition.slug), page.endpoint == here, badge)


@bp.context_processor
def page_words() -> dict[str, object]:
    """What every template of the organiser may call: the edition's menu, and words for the log's actions and subjects."""
    return {
        "edition_menu": edition_menu,
        "action_words": log_words.action_words,
        "subject_words": log_words.subject_words,
    }


@bp.record_once
def register_log_filters(state: BlueprintSetupState) -> None:
    """Filters, because macros of other files see no globals of ours."""
    state.app.jinja_env.filters.update(change_name=log_names.name_words, change_value=_change_value)


def _change_value(value: object, name: str, action: str) -> object:
    return log_words.value_words(action, name, value)
