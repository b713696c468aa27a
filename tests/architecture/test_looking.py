"""GET and HEAD change nothing: every address is opened as every kind of person, and the whole database is compared.

Whatever follows links by itself (scanners of mails, previews, a browser that loads ahead) does what is tried here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask, has_request_context, request
from sqlalchemy import event, text

from ikz_award.extensions import db
from ikz_award.models.entries.sharing import StepPresence
from ikz_award.models.people.accounts import BrowserSession
from ikz_award.models.record.audit import AuditEntry, AuditHead
from tests.architecture.test_audience import AUDIENCE, PERSONAS, World, address, client_of
from tests.architecture.working_links import world_with_links

# What looking may leave behind.
BOOKKEEPING = {
    BrowserSession.__tablename__: "a form needs a session for its token; one in use is prolonged",
    StepPresence.__tablename__: "others on the same step are told that somebody is there; nothing rests on it",
    AuditHead.__tablename__: "counts the entries of the log, which are named one by one",
    AuditEntry.__tablename__: "who saw or took away what is confidential; the entries are named in SEEN",
}
SEEN = frozenset({"jury.view_entry", "attachment.open", "report.download", "table.download", "prize.export"})
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
Dump = dict[str, Counter[tuple[Any, ...]]]


def dump() -> Dump:
    """Every row of every table; log entries that looking may leave are left out, by their action alone."""
    db.session.rollback()
    found: Dump = {}
    for table in db.session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all():
        rows = db.session.execute(text(f'SELECT * FROM "{table}"')).mappings().all()
        if table == AuditEntry.__tablename__:
            rows = [row for row in rows if row["action"] not in SEEN]
        elif table in BOOKKEEPING:
            rows = []
        found[table] = Counter(tuple(row.values()) for row in rows)
    return found


@contextmanager
def noted_writes() -> Iterator[dict[str, set[str]]]:
    """Which addresses sent a writing statement, and which: only to name the culprit of what the dumps show."""
    writes: dict[str, set[str]] = defaultdict(set)

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        if has_request_context() and statement.lstrip().upper().startswith(WRITES):
            writes[f"{request.method} {request.endpoint}"].add(" ".join(statement.split())[:80])

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield writes
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


@pytest.fixture
def world(demo: Flask) -> World:
    return world_with_links(demo)


def looked_at(app: Flask) -> Sequence[str]:
    names = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    return sorted(names - {"static", "security.static"})


def look(app: Flask, world: World, persona: str, endpoints: Sequence[str]) -> None:
    client, _token = client_of(app, world, persona)
    before = dump()
    statuses: Counter[int] = Counter()
    with noted_writes() as writes:
        for endpoint in endpoints:
            place = address(app, world, endpoint)
            for method in ("HEAD", "GET"):
                statuses[client.open(place, method=method).status_code] += 1
    after = dump()
    changed = {table: [*(after[table] - rows), *(rows - after[table])][:3] for table, rows in before.items()}
    changed = {table: rows for table, rows in changed.items() if rows}
    assert not changed, f"{changed}\n" + "\n".join(f"{who}: {what}" for who, what in sorted(writes.items()))
    assert statuses[500] == 0
    # The pages were really drawn, not all refused.
    assert statuses[200] >= len(endpoints) // 4, statuses


@pytest.mark.parametrize("persona", PERSONAS)
def test_looking_changes_nothing(demo: Flask, world: World, persona: str) -> None:
    meant = [name for name in looked_at(demo) if persona in AUDIENCE[name]]
    look(demo, world, persona, meant)


def test_a_guest_who_looks_writes_no_row_at_all(demo: Flask, world: World) -> None:
    """Not even a session: nobody fills the disk by asking for pages."""
    client, _token = client_of(demo, world, "anonymous")
    with noted_writes() as writes:
        for endpoint in looked_at(demo):
            client.get(address(demo, world, endpoint))
    assert not writes, dict(writes)


@pytest.mark.long
@pytest.mark.parametrize("persona", PERSONAS)
def test_looking_where_one_may_not_changes_nothing(demo: Flask, world: World, persona: str) -> None:
    for _round in range(2):
        look(demo, world, persona, looked_at(demo))
