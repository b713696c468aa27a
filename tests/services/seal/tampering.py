"""Changing a database behind the application's back: any cell, any row away, any row more, in every table a result rests on."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pysqlite3.dbapi2 as sqlite3
from sqlalchemy import Table, UniqueConstraint

from ikz_award.models import Base
from ikz_award.models.seal.sealed_tables import FROZEN, FROZEN_OF_EDITION, PROOF, SHOWN
from tests.services.seal.full import insert_row, keys_of

# Numbers of rows that mean nothing: no other row and no hash names them.
MEANS_NOTHING = {("audit_entry", "id"), ("sealed_row", "id"), ("seal_confirmation", "id"), ("result_reopening", "id")}
SHOWN_COLUMNS = {"account": ("name",), "register_body": ("official_name",)}
# What a line that names a change in the seal's own tables begins with or has in it.
NAMES_PROOF = {
    "audit_entry": ("audit log",), "audit_head": ("audit_head",), "result_seal": ("result_seal, version",),
    "sealed_row": ("sealed_row", "copies of these tables were changed"),
    "seal_confirmation": ("seal_confirmation", "confirmed_by"),
    "result_reopening": ("result_reopening",),
}  # fmt: skip


@dataclass(frozen=True)
class Change:
    table: str
    kind: str
    column: str = ""


@dataclass(frozen=True)
class Made:
    """A change that was made: how to name it, and how to take it back."""

    names: Callable[[str], bool]
    undo: Callable[[], None]
    words: str


def every_change() -> list[Change]:
    """Each column of each table, and a row away and a row more in each, from the schema."""
    found = []
    for table in ("edition", *FROZEN, *SHOWN, *PROOF):
        columns = {"edition": FROZEN_OF_EDITION, **SHOWN_COLUMNS}.get(table) or Base.metadata.tables[table].columns.keys()
        found += [Change(table, "update", column) for column in columns if (table, column) not in MEANS_NOTHING]
        found.append(Change(table, "delete"))
        if table not in ("edition", *SHOWN):  # a new edition, person or municipality is no part of this result
            found.append(Change(table, "insert"))
    return found


def chosen_changes(rng: random.Random, count: int) -> Iterator[Change]:
    """Each table, then each kind of change, then any; no end."""
    every = rng.sample(every_change(), len(every_change()))
    one_each = list({change.table: change for change in every}.values())
    rest = [change for change in every if change not in one_each]
    order = [*one_each, *rest]
    yield from order[:count]
    while True:
        yield rng.choice(every)


@dataclass(frozen=True)
class Tamperer:
    connection: sqlite3.Connection
    edition_id: int
    rng: random.Random

    def make(self, change: Change) -> Made | None:
        """Make it; None where the database's own unique keys allow none of the kind."""
        keys = self._keys(change.table)
        if not keys:
            return None
        key = self.rng.choice(keys)
        try:
            return getattr(self, f"_{change.kind}")(change, key)
        except sqlite3.IntegrityError:
            return None

    def _keys(self, table: str) -> Sequence[Any]:
        if table in FROZEN:
            return keys_of(self.connection, table, self.edition_id)
        if table in SHOWN:
            found = self.connection.execute(SHOWN[table].keys.replace(":edition", "?1"), (self.edition_id,))
            return [row[0] for row in found if row[0] is not None]
        where = f"WHERE id = {self.edition_id}" if table == "edition" else ""
        return [row[0] for row in self.connection.execute(f"SELECT id FROM {table} {where} ORDER BY id")]

    def _row(self, table: str, key: Any) -> dict[str, Any]:
        return dict(self.connection.execute(f'SELECT * FROM {table} WHERE "{_key(table)}" = ?', (key,)).fetchone())

    def _update(self, change: Change, key: Any) -> Made:
        table, column, name = change.table, change.column, _key(change.table)
        old = self._row(table, key)[column]
        new = changed(old, self.rng)
        self.connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE "{name}" = ?', (new, key))
        there = new if column == name else key

        def undo() -> None:
            self.connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE "{name}" = ?', (old, there))

        def is_named(line: str) -> bool:
            if table in PROOF:
                return _names_proof(line, table, key) or _names_proof(line, table, there)
            if column == name:
                return f"{table} {key}: the row is gone" in line
            return f"{table} {key}, {column}: sealed" in line

        return Made(is_named, undo, f"{table} {key}, {column}: {old!r} → {new!r}")

    def _delete(self, change: Change, key: Any) -> Made:
        table, row = change.table, self._row(change.table, key)
        self.connection.execute(f'DELETE FROM {table} WHERE "{_key(table)}" = ?', (key,))

        def is_named(line: str) -> bool:
            if table in PROOF:
                return _names_proof(line, table, key)
            return f"{table} {key}: the row is gone" in line

        return Made(is_named, lambda: _nothing(insert_row(self.connection, table, row)), f"{table} {key} deleted")

    def _insert(self, change: Change, key: Any) -> Made | None:
        table = Base.metadata.tables[change.table]
        for _attempt in range(40):
            row = self._row(table.name, key)
            row["id"] = self.connection.execute(f"SELECT max(id) + 1 FROM {table}").fetchone()[0]
            self._make_unique(table, row)
            try:
                insert_row(self.connection, table, row)
            except sqlite3.IntegrityError:
                continue
            if table.name in PROOF or row["id"] in self._keys(table.name):
                return self._inserted(table.name, row["id"])
            self.connection.execute(f"DELETE FROM {table} WHERE id = ?", (row["id"],))
        return None

    def _inserted(self, table: str, key: int) -> Made:
        def is_named(line: str) -> bool:
            if table in PROOF:
                return _names_proof(line, table, key)
            return f"{table} {key}: the row was not there" in line

        def undo() -> None:
            self.connection.execute(f"DELETE FROM {table} WHERE id = ?", (key,))

        return Made(is_named, undo, f"{table} {key} inserted")

    def _make_unique(self, table: Table, row: dict[str, Any]) -> None:
        """Another value in a column of each unique key, if possible one that exists."""
        keys = [tuple(one.columns.keys()) for one in table.constraints if isinstance(one, UniqueConstraint)]
        keys += [tuple(one.columns.keys()) for one in table.indexes if one.unique]
        for names in keys:
            column = table.columns[self.rng.choice(names)]
            candidates = [changed(row[column.name], self.rng)]
            for key in column.foreign_keys:
                candidates += [one[0] for one in self.connection.execute(f'SELECT "{key.column.name}" FROM {key.column.table}')]
            row[column.name] = self.rng.choice([candidates[0], self.rng.choice(candidates)])


@dataclass
class Tried:
    """Changes that were made, one after the other and each taken back; `unnoticed`: with what was told instead."""

    made: list[Change]
    refused: list[Change]
    unnoticed: list[tuple[str, list[str]]]


def try_changes(tamperer: Tamperer, changes: Iterable[Change], told_of: Callable[[], list[str]], *, count: int) -> Tried:
    """Make up to `count` of the changes; `told_of` gives the faults that are found."""
    tried = Tried([], [], [])
    for change in changes:
        if len(tried.made) == count:
            break
        found = tamperer.make(change)
        if found is None:
            tried.refused.append(change)
            continue
        told = told_of()
        if not any(found.names(line) for line in told):
            tried.unnoticed.append((found.words, told[:3]))
        found.undo()
        tried.made.append(change)
    return tried


def changed(value: object, rng: random.Random) -> object:
    match value:
        case None:
            return rng.choice([0, "x"])
        case int():
            return value + rng.choice([-1000, 1000, 70007])  # far enough not to meet a unique neighbour
    words = str(value)
    place = rng.randrange(len(words)) if words else 0
    return words[:place] + rng.choice([one for one in "0a9Z" if one != words[place : place + 1]]) + words[place + 1 :]


def _names_proof(line: str, table: str, key: object) -> bool:
    return any(words in line for words in NAMES_PROOF[table]) or (table == "result_seal" and line.startswith(f"seal {key}"))


def _key(table: str) -> str:
    return SHOWN[table].key if table in SHOWN else "id"


def _nothing(_value: object) -> None:
    """So that a lambda can do something."""
