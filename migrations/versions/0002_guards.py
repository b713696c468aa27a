"""Guards in the database: what is append-only, frozen or closed stays so, whoever asks.

Revision: 0002, after 0001.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NEVER = "1 = 1"
ENTRY_IS_CLOSED = "(SELECT status FROM entry WHERE id = {row}.entry_id) NOT IN ('draft', 'returned')"
SCORING_IS_CLOSED = (
    "(SELECT edition.phase FROM edition JOIN entry ON entry.edition_id = edition.id WHERE entry.id = {row}.entry_id)"
    " <> 'judging'"
)
SCORES_ARE_CLOSED = (
    "(SELECT edition.phase FROM edition JOIN entry ON entry.edition_id = edition.id"
    " JOIN score_sheet ON score_sheet.entry_id = entry.id WHERE score_sheet.id = {row}.sheet_id) <> 'judging'"
)
DECISION_IS_CLOSED = (
    "(SELECT edition.phase FROM edition JOIN category ON category.edition_id = edition.id"
    " WHERE category.id = {row}.category_id) <> 'deliberation'"
)
ALL = ("INSERT", "UPDATE", "DELETE")

# (table, operations, condition for refusing, message)
GUARDS = (
    ("audit_entry", ("UPDATE", "DELETE"), NEVER, "the audit log is append-only"),
    ("submission", ("UPDATE", "DELETE"), NEVER, "a submitted version is frozen"),
    ("edition_text", ("UPDATE", "DELETE"), NEVER, "a text is followed by a new version, never changed"),
    ("answer", ALL, ENTRY_IS_CLOSED, "the entry is not open for changes"),
    ("partner", ALL, ENTRY_IS_CLOSED, "the entry is not open for changes"),
    ("attachment", ALL, ENTRY_IS_CLOSED, "the entry is not open for changes"),
    ("score_sheet", ALL, SCORING_IS_CLOSED, "scoring is closed"),
    ("recusal", ALL, SCORING_IS_CLOSED, "scoring is closed"),
    ("score", ALL, SCORES_ARE_CLOSED, "scoring is closed"),
    ("decision", ALL, DECISION_IS_CLOSED, "decisions are closed"),
)


def _each() -> list[tuple[str, str, str, str, str]]:
    """(name, table, operation, condition, message) of every trigger."""
    return [
        (
            f"guard_{table}_{operation.lower()}",
            table,
            operation,
            condition.format(row="OLD" if operation == "DELETE" else "NEW"),
            message,
        )
        for table, operations, condition, message in GUARDS
        for operation in operations
    ]


def upgrade() -> None:
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    for name, table, operation, condition, message in _each():
        if is_postgresql:
            op.execute(
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                f" IF {condition} THEN RAISE EXCEPTION '{message}'; END IF;"
                f" RETURN {'OLD' if operation == 'DELETE' else 'NEW'}; END $$"
            )
            op.execute(f"CREATE TRIGGER {name} BEFORE {operation} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")
        else:
            op.execute(
                f"CREATE TRIGGER {name} BEFORE {operation} ON {table} FOR EACH ROW WHEN {condition}"
                f" BEGIN SELECT RAISE(ABORT, '{message}'); END"
            )


def downgrade() -> None:
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    for name, *_ in _each():
        if is_postgresql:
            op.execute(f"DROP FUNCTION {name}() CASCADE")
        else:
            op.execute(f"DROP TRIGGER {name}")
