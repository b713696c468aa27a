"""What must always be true, looked at row by row: `flask award check`, and the end of every long test.

A check is a generator of sentences; each names the table or the thing that is wrong. `tables.py` says what looks
at which table.
"""

from collections.abc import Callable, Iterator, Mapping

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from ikz_award.queries.invariants import accounts, database, decisions, entries, frozen, numbers, receipts, sheets, steps
from ikz_award.queries.invariants.store import Store, files, jobs, strays
from ikz_award.queries.record.audit_check import UNREADABLE
from ikz_award.queries.seal.check import check_database

Check = Callable[[Session], Iterator[str]]

STRUCTURE: tuple[Check, ...] = (database.schema_age, database.tables, database.guards, database.integrity, database.references)
CONTENT: tuple[Check, ...] = (
    entries.times, entries.categories, entries.titles, entries.submissions, entries.handed_in, numbers.numbers,
    frozen.frozen_versions, receipts.receipts, sheets.strangers, sheets.recused, sheets.points, sheets.complete,
    sheets.kept_versions, sheets.logged, decisions.winners, decisions.shortlists, jobs, accounts.locks,
    steps.steps, steps.deeds,
)  # fmt: skip


def broken_invariants(
    session: Session, *, store: Store | None = None, keys: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """A sentence for everything that is broken, none if all is well.

    `store`: the files beside the database, not looked at where there is none; `keys`: as `check_database` takes them.
    """

    def sealed(session: Session) -> Iterator[str]:
        # What is only unproven, for want of a key, is not broken.
        found = check_database(session, keys=keys or {})
        yield from (one.text for one in found if not one.is_passed and not one.is_unproven)

    lines = [line for check in (*STRUCTURE, sealed, *CONTENT) for line in _lines(check, session)]
    if store is not None:
        lines += [
            *_lines(lambda session: files(session, store), session),
            *_lines(lambda session: strays(session, store), session),
        ]
    return tuple(dict.fromkeys(lines))


def _lines(check: Check, session: Session) -> Iterator[str]:
    """A check that cannot read what it looks at says so, and the others still run."""
    try:
        yield from check(session)
    except (*UNREADABLE, AttributeError) as error:
        yield f"{check_name(check)}: something cannot be read ({type(error).__name__}: {error})"
    except DBAPIError as error:
        session.rollback()
        yield f"{check_name(check)}: the database cannot be read ({error.orig})"


def check_name(check: Check) -> str:
    """As `tables.py` names it."""
    return f"{check.__module__.rpartition('.')[2]}.{getattr(check, '__name__', 'check')}"
