"""No page asks the database once a row: what a list shows of its rows' relationships is loaded with the list.

Every page is drawn for those it is meant for, on the whole demonstration. A relationship loaded on demand for one row is a
query; for a second row of the same page it is the beginning of many.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from sqlalchemy import event, select
from sqlalchemy.orm import ORMExecuteState, Session

from ikz_award.domain.phases.workflow import Phase
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from tests import factories
from tests.architecture.test_audience import AUDIENCE, address, client_of
from tests.architecture.test_looking import looked_at
from tests.architecture.working_links import world_with_links

MOST = 1


@contextmanager
def lazy_loads() -> Iterator[Counter[str]]:
    """How often each relationship was loaded on demand: "Entry.lead" → number."""
    found: Counter[str] = Counter()

    def note(state: ORMExecuteState) -> None:
        if state.lazy_loaded_from is not None and state.loader_strategy_path is not None:
            found[str(state.loader_strategy_path.prop)] += 1  # type: ignore[union-attr]

    event.listen(Session, "do_orm_execute", note)
    try:
        yield found
    finally:
        event.remove(Session, "do_orm_execute", note)


@pytest.mark.parametrize(
    ("persona", "phase"),
    [
        ("owner", Phase.JUDGING),
        ("juror", Phase.JUDGING),
        ("admin", Phase.DELIBERATION),
        pytest.param("chair", Phase.DELIBERATION, marks=pytest.mark.long),
        pytest.param("admin", Phase.PUBLISHED, marks=pytest.mark.long),
        pytest.param("juror", Phase.DELIBERATION, marks=pytest.mark.long),
    ],
)
def test_no_page_loads_row_by_row(demo: Flask, persona: str, phase: Phase) -> None:
    world = world_with_links(demo)
    first = db.session.scalars(select(Edition).where(Edition.slug == "landespreis-1")).one()
    factories.set_phase(first, phase)
    client, _token = client_of(demo, world, persona)
    wrong, drawn = [], 0
    for endpoint in looked_at(demo):
        if persona not in AUDIENCE[endpoint]:
            continue
        db.session.remove()
        with lazy_loads() as found:
            drawn += client.get(address(demo, world, endpoint)).status_code == 200
        wrong += [f"{endpoint}: {name} {times} times" for name, times in sorted(found.items()) if times > MOST]
    assert drawn > 10
    assert wrong == [], "\n".join(wrong)


def test_the_search_finds_a_list_loaded_row_by_row(demo: Flask) -> None:
    with lazy_loads() as found:
        for entry in db.session.scalars(select(Entry)).all():
            assert entry.lead.official_name
    assert found["Entry.lead"] > MOST
