"""amending, extensions, requested changes: a submitted entry open for changes, more time, single fields asked for.

Revision: 0007, after 0006.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ALL = ("INSERT", "UPDATE", "DELETE")
CLOSED = "(SELECT status FROM entry WHERE id = {row}.entry_id) NOT IN ('draft', 'returned')"
CLOSED_UNLESS_AMENDED = f"{CLOSED} AND (SELECT amending_since FROM entry WHERE id = {{row}}.entry_id) IS NULL"  # noqa: S608 - names of ours


def _guards(closed: str) -> tuple[Guard, ...]:
    """The guards of what belongs to an entry, under the names they have had since 0002 and 0006."""
    content = tuple(
        Guard(
            name=f"guard_{table}_{operation.lower()}", table=table, operation=operation,
            condition=closed.format(row="OLD" if operation == "DELETE" else "NEW"),
            message="the entry is not open for changes",
        )
        for table in ("answer", "partner", "attachment")
        for operation in ALL
    )  # fmt: skip
    text = Guard(
        name="guard_step_text_insert", table="step_text", operation="INSERT", condition=closed.format(row="NEW"),
        message="a saved text stays as it is",
    )  # fmt: skip
    return (*content, text)


NEW_GUARDS = tuple(
    Guard(name=f"guard_deadline_extension_{operation.lower()}", table="deadline_extension", operation=operation,
          condition="1 = 1", message="an extension is followed by another, never changed")
    for operation in ("UPDATE", "DELETE")
)  # fmt: skip


def upgrade() -> None:
    op.add_column("entry", sa.Column("amending_since", sa.DateTime(timezone=True), nullable=True))
    op.add_column("entry", sa.Column("extended_to", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "deadline_extension",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("lead_key", sa.String(length=12), nullable=True),
        sa.Column("old_deadline_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("new_deadline_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("new_deadline_at > old_deadline_at", name=op.f("ck_deadline_extension_gives_time")),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_deadline_extension_has_reason")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_deadline_extension_edition_id_edition")),
        sa.ForeignKeyConstraint(["lead_key"], ["register_body.key"], name=op.f("fk_deadline_extension_lead_key_register_body")),
        sa.ForeignKeyConstraint(["decided_by"], ["account.id"], name=op.f("fk_deadline_extension_decided_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline_extension")),
    )
    op.create_index(op.f("ix_deadline_extension_edition_id"), "deadline_extension", ["edition_id"])
    op.create_table(
        "requested_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("target", sa.String(length=60), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_requested_change_entry_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requested_change")),
    )
    op.create_index(op.f("ix_requested_change_entry_id"), "requested_change", ["entry_id"])
    for guard in _guards(CLOSED_UNLESS_AMENDED):
        drop_guard(op, guard)
        create_guard(op, guard)
    for guard in NEW_GUARDS:
        create_guard(op, guard)


def downgrade() -> None:
    for guard in NEW_GUARDS:
        drop_guard(op, guard)
    for guard in _guards(CLOSED):
        drop_guard(op, guard)
        create_guard(op, guard)
    op.drop_table("requested_change")
    op.drop_table("deadline_extension")
    op.drop_column("entry", "extended_to")
    op.drop_column("entry", "amending_since")
