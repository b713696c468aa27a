"""Triggers that refuse, the same in SQLite and PostgreSQL. Migrations use them: what they make must never change here."""

from dataclasses import dataclass

from alembic.operations import Operations


@dataclass(frozen=True, kw_only=True)
class Guard:
    """Refuse `operation` ("INSERT", "UPDATE OF a, b", …) on `table` where `condition` (of OLD and NEW) holds."""

    name: str
    table: str
    operation: str
    condition: str
    message: str


def create_guard(op: Operations, guard: Guard) -> None:
    """Create the trigger that refuses a row for which the guard's condition holds, on either kind of database.

    For migrations.
    """
    head = f"CREATE TRIGGER {guard.name} BEFORE {guard.operation} ON {guard.table} FOR EACH ROW"
    if op.get_bind().dialect.name != "postgresql":
        op.execute(f"{head} WHEN {guard.condition} BEGIN SELECT RAISE(ABORT, '{guard.message}'); END")
        return
    op.execute(
        f"CREATE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF {guard.condition} THEN RAISE EXCEPTION '{guard.message}'; END IF;"
        f" RETURN {'OLD' if guard.operation == 'DELETE' else 'NEW'}; END $$"
    )
    op.execute(f"{head} EXECUTE FUNCTION {guard.name}()")


def drop_guard(op: Operations, guard: Guard) -> None:
    """Drop the guard's trigger, and on PostgreSQL its function. For migrations that rebuild a table; create it again after."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP FUNCTION {guard.name}() CASCADE")
    else:
        op.execute(f"DROP TRIGGER {guard.name}")


def frozen_guards(table: str, edition: str) -> tuple[Guard, ...]:
    """Guards of a table that a seal freezes; `edition` is the id of the row's edition, where `{row}` is the row."""

    def is_sealed(row: str) -> str:
        return (  # names of ours, never anything typed
            f"EXISTS (SELECT 1 FROM result_seal WHERE result_seal.edition_id = {edition.format(row=row)}"  # noqa: S608
            " AND NOT EXISTS (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id))"
        )

    return tuple(
        Guard(
            name=f"sealed_{table}_{operation.lower()}",
            table=table,
            operation=operation,
            condition=" OR ".join(is_sealed(row) for row in rows),
            message="the result is sealed",
        )
        for operation, rows in (("INSERT", ("NEW",)), ("UPDATE", ("OLD", "NEW")), ("DELETE", ("OLD",)))
    )
