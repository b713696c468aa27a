"""late change: points changed after the comparison, where the edition allows it, each with its reason.

Revision: 0020, after 0019.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

SHEET_ENTRY = "(SELECT entry_id FROM score_sheet WHERE id = {row}.sheet_id)"
# Scoring is open; or the jury deliberates, the edition lets points be changed, and the organiser has opened the comparison.
MAY_CHANGE = (
    "EXISTS (SELECT 1 FROM edition JOIN entry ON entry.edition_id = edition.id WHERE entry.id = {entry}"
    " AND (edition.phase = 'judging' OR (edition.phase = 'deliberation' AND edition.changes_after_comparison"
    " AND EXISTS (SELECT 1 FROM comparison_opening WHERE comparison_opening.edition_id = edition.id))))"
)


def _guard(table: str, operation: str, entry: str) -> Guard:
    return Guard(
        name=f"guard_{table}_{operation.lower()}", table=table, operation=operation, message="scoring is closed",
        condition="NOT " + MAY_CHANGE.format(entry=entry.format(row="NEW")),
    )  # fmt: skip


def _closed(table: str, entry: str) -> Guard:
    """As revision 0002 made it."""
    return Guard(
        name=f"guard_{table}_update", table=table, operation="UPDATE", message="scoring is closed",
        condition="(SELECT edition.phase FROM edition JOIN entry ON entry.edition_id = edition.id"  # noqa: S608 - ours
        f" WHERE entry.id = {entry.format(row='NEW')}) <> 'judging'",
    )  # fmt: skip


PLACES = (("score_sheet", "{row}.entry_id"), ("score", SHEET_ENTRY))
NEVER = tuple(
    Guard(
        name=f"guard_late_change_{operation.lower()}", table="late_change", operation=operation, condition="1 = 1",
        message="a change is on record",
    )
    for operation in ("UPDATE", "DELETE")
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "late_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("sheet_version", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_late_change_has_reason")),
        sa.ForeignKeyConstraint(["sheet_id"], ["score_sheet.id"], name=op.f("fk_late_change_sheet_id_score_sheet")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_late_change")),
    )
    op.create_index(op.f("ix_late_change_sheet_id"), "late_change", ["sheet_id"])
    for table, entry in PLACES:
        drop_guard(op, _guard(table, "UPDATE", entry))
        create_guard(op, _guard(table, "UPDATE", entry))
    create_guard(op, _guard("late_change", "INSERT", SHEET_ENTRY))
    for guard in NEVER:
        create_guard(op, guard)


def downgrade() -> None:
    for table, entry in PLACES:
        drop_guard(op, _closed(table, entry))
        create_guard(op, _closed(table, entry))
    for guard in (_guard("late_change", "INSERT", SHEET_ENTRY), *NEVER):
        drop_guard(op, guard)
    op.drop_index(op.f("ix_late_change_sheet_id"), table_name="late_change")
    op.drop_table("late_change")
