"""Every table is classed, and whatever is changed in one that a result rests on is found and named."""

import json
import random
from collections import Counter

import pytest
import rfc8785
from flask import Flask
from sqlalchemy import inspect

from ikz_award.extensions import db
from ikz_award.models import Base
from ikz_award.models.seal.sealed_tables import FROZEN, FROZEN_OF_EDITION, GOES_ON_OF_EDITION, NOT_SEALED, PROOF, SHOWN
from ikz_award.queries.seal.rows import frozen_rows
from tests.services.seal.conftest import Decided, told_of_database
from tests.services.seal.full import stranger
from tests.services.seal.tampering import Change, Tamperer, chosen_changes, every_change, try_changes

# Where a unique key leaves no room for one more row of the edition.
FULL_UP = {Change("assignment_plan", "insert")}


def test_every_table_and_column_of_the_schema_is_classed_once(app: Flask) -> None:
    """A new table fails here until `models.seal.sealed_tables` says what it is, and why."""
    classes = [("edition",), FROZEN, SHOWN, PROOF, NOT_SEALED]
    counted = Counter(table for one in classes for table in one)
    assert {table for table, times in counted.items() if times > 1} == set()
    tables = set(inspect(db.engine).get_table_names()) - {"alembic_version"}
    assert (tables - set(counted), set(counted) - tables) == (set(), set())
    columns = {one["name"] for one in inspect(db.engine).get_columns("edition")} - {"id"}
    assert (columns - set(FROZEN_OF_EDITION) - set(GOES_ON_OF_EDITION), set(FROZEN_OF_EDITION) & set(GOES_ON_OF_EDITION)) == (
        set(),
        set(),
    )
    assert all(len(reason) > 10 for reason in (*NOT_SEALED.values(), *GOES_ON_OF_EDITION.values(), *PROOF.values()))


def test_nothing_that_is_not_sealed_holds_up_what_is(app: Flask) -> None:
    """A sealed row points to no row of a table that is not sealed, but for names of people, bodies and files."""
    named = {"account", "register_body", "stored_file", "edition_text", "edition"}
    loose = {
        (table, key.column.table.name)
        for table in FROZEN
        for key in Base.metadata.tables[table].foreign_keys
        if key.column.table.name not in {*FROZEN, *named}
    }
    assert loose == set()


@pytest.mark.parametrize("count", [60, pytest.param(500, marks=pytest.mark.long)])
def test_any_change_in_any_table_is_found_and_named(app: Flask, full: Decided, count: int) -> None:
    assert told_of_database() == []
    rng = random.Random(14)
    with stranger(app) as connection:
        tamperer = Tamperer(connection, full.edition_id, rng)
        tried = try_changes(tamperer, chosen_changes(rng, len(every_change())), told_of_database, count=count)
    assert tried.unnoticed == [], "\n".join(map(str, tried.unnoticed))
    assert len(tried.made) == count
    assert {change.table for change in tried.made} == {"edition", *FROZEN, *SHOWN, *PROOF}
    assert {change for change in tried.refused if change.kind != "update"} <= FULL_UP
    assert told_of_database() == []


def test_the_copies_of_rows_are_spelled_after_the_standard_that_the_document_names(full: Decided) -> None:
    """Their spelling is older than the standard here: so every copy of a row in every table is compared with it."""
    rows = list(frozen_rows(db.session(), edition_id=full.edition_id))
    assert {row.table for row in rows} >= {"edition", *FROZEN}
    assert [row for row in rows if rfc8785.dumps(json.loads(row.content)).decode() != row.content] == []
