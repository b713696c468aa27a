"""step texts: what each save of a step left, kept for good while the entry exists.

Revision: 0006, after 0005.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

IS_CLOSED = "(SELECT status FROM entry WHERE id = {row}.entry_id) NOT IN ('draft', 'returned')"
GUARDS = tuple(
    Guard(
        name=f"guard_step_text_{operation.lower()}", table="step_text", operation=operation, condition=condition,
        message="a saved text stays as it is",
    )
    for operation, condition in (
        ("INSERT", IS_CLOSED.format(row="NEW")),
        ("UPDATE", "1 = 1"),
        ("DELETE", "(SELECT status FROM entry WHERE id = OLD.entry_id) <> 'draft'"),
    )
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "step_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("step_key", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_step_text_entry_id_entry")),
        sa.ForeignKeyConstraint(["saved_by"], ["account.id"], name=op.f("fk_step_text_saved_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step_text")),
        sa.UniqueConstraint("entry_id", "step_key", "version", name=op.f("uq_step_text_entry_id_step_key_version")),
    )
    for guard in GUARDS:
        create_guard(op, guard)


def downgrade() -> None:
    for guard in GUARDS:
        drop_guard(op, guard)
    op.drop_table("step_text")
