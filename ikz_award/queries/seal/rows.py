"""Every frozen row of an edition, as the database itself holds it: for the seal, and for the look whether a cell differs."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session

from ikz_award.models.seal.seal import SealedRow
from ikz_award.models.seal.sealed_tables import FROZEN, FROZEN_OF_EDITION, HASHED, SHOWN

ORDER = {table: place for place, table in enumerate(("edition", *FROZEN, *SHOWN))}


@dataclass(frozen=True, kw_only=True)
class FrozenRow:
    """A row of a frozen table; `content` is JSON of its columns, the same for equal rows."""

    table: str
    id: int | str
    content: str


def frozen_rows(session: Session, *, edition_id: int) -> Iterator[FrozenRow]:
    """The rows as they stand, by table and key. Read past the types of the models: so no nonsense in a cell goes unseen."""
    for table in ORDER:
        yield from _rows(session, table, _condition(table), {"edition": edition_id})


def rows_by_key(session: Session, table: str, keys: Collection[int | str]) -> Iterator[FrozenRow]:
    """The same for rows by their keys, whatever edition they belong to now."""
    yield from _rows(session, table, f"{_key(table)} IN :keys", {"keys": sorted(keys)})


def _rows(session: Session, table: str, condition: str, values: Mapping[str, Any]) -> Iterator[FrozenRow]:
    key, columns = _key(table), _columns(table)
    statement = text(f"SELECT {columns} FROM {table} WHERE {condition} ORDER BY {key}")  # noqa: S608 - names of ours
    if "keys" in values:
        statement = statement.bindparams(bindparam("keys", expanding=True))
    for row in session.execute(statement, values).mappings():
        yield FrozenRow(table=table, id=row[key], content=_as_json(table, row))


def _key(table: str) -> str:
    return SHOWN[table].key if table in SHOWN else "id"


def _columns(table: str) -> str:
    if table in SHOWN:
        return f"{SHOWN[table].key}, {SHOWN[table].columns}"
    return ", ".join(("id", *FROZEN_OF_EDITION)) if table == "edition" else "*"


def _condition(table: str) -> str:
    if table in SHOWN:
        return f"{SHOWN[table].key} IN ({SHOWN[table].keys})"
    return "id = :edition" if table == "edition" else f"{FROZEN[table].format(row=table)} = :edition"


def _as_json(table: str, row: Mapping[Any, Any]) -> str:
    plain = dict(row)
    for column in HASHED.get(table, ()):
        plain[column] = f"sha256 {hashlib.sha256(json.dumps(plain[column], default=str).encode()).hexdigest()}"
    return json.dumps(plain, sort_keys=True, ensure_ascii=False, default=str, separators=(",", ":"))


def digests(rows: Sequence[FrozenRow]) -> dict[str, dict[str, Any]]:
    """Table → how many rows, and the SHA-256 over a line for each: key, tab, content."""
    found = {table: hashlib.sha256() for table in (*ORDER, *(row.table for row in rows))}
    counts = dict.fromkeys(found, 0)
    for row in rows:
        found[row.table].update(f"{row.id}\t{row.content}\n".encode())
        counts[row.table] += 1
    return {table: {"rows": counts[table], "sha256": digest.hexdigest()} for table, digest in found.items()}


def copies_of(rows: Sequence[FrozenRow], *, seal_id: int) -> list[dict[str, Any]]:
    """The rows as values for `sealed_row`; a row whose key is text gets its place as a number."""
    return [
        {
            "seal_id": seal_id,
            "table_name": row.table,
            "row_id": row.id if isinstance(row.id, int) else place,
            "row_key": row.id if isinstance(row.id, str) else None,
            "content": row.content,
        }
        for place, row in enumerate(rows)
    ]


def sealed_rows(session: Session, *, seal_id: int) -> list[FrozenRow]:
    """The rows as they were sealed, in the order of `frozen_rows`."""
    rows = session.scalars(select(SealedRow).where(SealedRow.seal_id == seal_id))
    order = sorted(rows, key=lambda row: (ORDER.get(row.table_name, len(ORDER)), row.table_name, row.row_id))
    return [FrozenRow(table=row.table_name, id=_id_of(row, place), content=row.content) for place, row in enumerate(order)]


def _id_of(row: SealedRow, place: int) -> int | str:
    """The row's key. The number beside a key of text says nothing but its place, and must say that."""
    if row.row_key is None:
        return row.row_id
    return row.row_key if row.row_id == place else f"{row.row_key} in place {row.row_id}"


def changed_cells(session: Session, *, edition_id: int, sealed: Sequence[FrozenRow], tables: Collection[str]) -> Iterator[str]:
    """A line for every cell that differs, and for every row that is gone or new, in the `tables` that were sealed.

    A column or table that a later version of the application has added was not sealed: it says nothing here.
    """
    current = [row for row in frozen_rows(session, edition_id=edition_id) if row.table in tables]
    then = {(row.table, row.id): row.content for row in sealed}
    now = {(row.table, row.id): row.content for row in current}
    for table, key in sorted(now.keys() - then.keys(), key=str):
        yield f"{table} {key}: the row was not there"
    elsewhere = _elsewhere(session, then.keys() - now.keys())
    for place in sorted(then, key=str):
        content = now.get(place, elsewhere.get(place))
        if content is None:
            yield f"{place[0]} {place[1]}: the row is gone"
        elif content != then[place]:
            yield from _cells(*place, then[place], content)
        elif place in elsewhere:
            yield f"{place[0]} {place[1]}: the row no longer belongs to the edition"


def _elsewhere(session: Session, places: Collection[tuple[str, int | str]]) -> dict[tuple[str, int | str], str]:
    """Rows that are no longer found by way of their edition, and are there all the same."""
    found = {}
    for table in ORDER.keys() & {table for table, _key in places}:
        keys = [key for name, key in places if name == table and isinstance(key, str) is (_key(table) == "key")]
        for some in (keys[start : start + 1000] for start in range(0, len(keys), 1000)):
            found |= {(row.table, row.id): row.content for row in rows_by_key(session, table, some)}
    return found


def _cells(table: str, key: int | str, then: str, now: str) -> Iterator[str]:
    try:
        old = json.loads(then)
    except ValueError:
        yield f"{table} {key}: what was sealed cannot be read"
        return
    new = json.loads(now)
    for column in sorted(old):
        if old.get(column) != new.get(column):
            yield f"{table} {key}, {column}: sealed {_short(old.get(column))}, is {_short(new.get(column))}"


def _short(value: object) -> str:
    words = json.dumps(value, ensure_ascii=False)
    return words if len(words) <= 80 else f"{words[:77]}…"
