from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
import time_machine
from sqlalchemy import event, func, select

from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry
from tests import factories
from tests.client import PageClient
from tests.factories import AHAUS, BOCHOLT, NOW


@pytest.fixture(autouse=True)
def clock(app) -> Iterator[time_machine.Traveller]:
    """The server's clock stands at NOW; `clock.move_to(…)` sets it."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@dataclass
class Case:
    """An open edition, Kim of Bocholt with an entry that could be handed in, and Robin of Ahaus."""

    edition: object
    kim: PageClient
    robin: PageClient
    entry: Entry
    url: str

    def value(self, column: str) -> object:
        return factories.value_of(Entry, self.entry, column)


@pytest.fixture
def case(app, log_in: Callable[[object], PageClient]) -> Case:
    edition = factories.make_edition()
    kim = factories.make_account("kim@bocholt.example", name="Kim Beispiel", lead_key=BOCHOLT)
    robin = factories.make_account("robin@ahaus.example", name="Robin Muster", lead_key=AHAUS)
    entry = factories.make_entry(edition, created_by=kim, contact_phone="02871 953-0", contact_email="kim@bocholt.example")
    return Case(edition, log_in(kim), log_in(robin), entry, f"/bewerbung/{factories.value_of(Entry, entry, 'public_id')}")


@pytest.fixture
def count_queries(app) -> Callable[[Callable[[], object]], int]:
    """How many statements something sends to the database."""

    def count_of(act: Callable[[], object]) -> int:
        seen: list[str] = []

        def note(connection, cursor, statement, parameters, context, executemany) -> None:
            seen.append(statement)

        event.listen(db.engine, "before_cursor_execute", note)
        try:
            act()
        finally:
            event.remove(db.engine, "before_cursor_execute", note)
        return len(seen)

    return count_of


def first(query):
    """The first row of a query as the database is now, after what the browsers did."""
    db.session.rollback()
    return db.session.scalar(query)


def count(model) -> int:
    return first(select(func.count()).select_from(model))
