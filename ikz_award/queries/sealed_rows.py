"""Every frozen row of an edition, as the database itself holds it: for the seal, and for the look whether a cell differs."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from ikz_award.models.seal import FROZEN, FROZEN_OF_EDITION, SealedRow


@dataclass(frozen=True, kw_only=True)
class FrozenRow:
    """A row of a frozen table; `content` is JSON of its columns, the same for equal rows."""

    table: str
    id: int
    content: str


def frozen_rows(session: Session, *, edition_id: int) -> Iterator[FrozenRow]:
    """The rows as they stand, by table and id. Read past the types of the models, so that no nonsense in a cell goes unseen."""
    columns = ", ".join(("id", *FROZEN_OF_EDITION))
    statements = {"edition": f"SELECT {columns} FROM edition WHERE id = :edition"}  # noqa: S608 - names of ours
    for table, edition in FROZEN.items():
        statements[table] = f"SELECT * FROM {table} WHERE {edition.format(row=table)} = :edition ORDER BY id"  # noqa: S608
    for table, statement in statements.items():
        for row in session.execute(text(statement), {"edition": edition_id}).mappings():
            yield FrozenRow(table=table, id=row["id"], content=_as_json(row))


def _as_json(row: Mapping[Any, Any]) -> str:
    return json.dumps(dict(row), sort_keys=True, ensure_ascii=False, default=str, separators=(",", ":"))


def digests(rows: Sequence[FrozenRow]) -> dict[str, dict[str, Any]]:
    """Table → how many rows, and the SHA-256 over a line for each: id, tab, content."""
    found = {table: hashlib.sha256() for table in ("edition", *FROZEN, *(row.table for row in rows))}
    counts = dict.fromkeys(found, 0)
    for row in rows:
        found[row.table].update(f"{row.id}\t{row.content}\n".encode())
        counts[row.table] += 1
    return {table: {"rows": counts[table], "sha256": digest.hexdigest()} for table, digest in found.items()}


def sealed_rows(session: Session, *, seal_id: int) -> list[FrozenRow]:
    """The rows as they were sealed, in the order of `frozen_rows`."""
    order = {table: place for place, table in enumerate(("edition", *FROZEN))}
    rows = session.scalars(select(SealedRow).where(SealedRow.seal_id == seal_id))
    found = [FrozenRow(table=row.table_name, id=row.row_id, content=row.content) for row in rows]
    return sorted(found, key=lambda row: (order.get(row.table, len(order)), row.table, row.id))


def changed_cells(
    sealed: Sequence[FrozenRow], current: Sequence[FrozenRow], tables: Collection[str]
) -> Iterator[str]:  # fmt: skip
    """A line for every cell that differs, and for every row that is gone or new, in the `tables` that were sealed.

    A column or table that a later version of the application has added was not sealed: it says nothing here.
    """
    then = {(row.table, row.id): row.content for row in sealed}
    now = {(row.table, row.id): row.content for row in current if row.table in tables}
    for table, id_ in sorted(then.keys() - now.keys()):
        yield f"{table} {id_}: the row is gone"
    for table, id_ in sorted(now.keys() - then.keys()):
        yield f"{table} {id_}: the row was not there"
    for place in sorted(then.keys() & now.keys()):
        if then[place] != now[place]:
            yield from _cells(*place, then[place], now[place])


def _cells(table: str, id_: int, then: str, now: str) -> Iterator[str]:
    try:
        old = json.loads(then)
    except ValueError:
        yield f"{table} {id_}: what was sealed cannot be read"
        return
    new = json.loads(now)
    for column in sorted(old):
        if old.get(column) != new.get(column):
            yield f"{table} {id_}, {column}: sealed {_short(old.get(column))}, is {_short(new.get(column))}"


def _short(value: object) -> str:
    words = json.dumps(value, ensure_ascii=False)
    return words if len(words) <= 80 else f"{words[:77]}…"
