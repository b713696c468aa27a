"""reminders: what was sent for which entry, and what a person does not want.

Revision: 0008, after 0007.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("account", sa.Column("muted_reminders", sa.JSON(), nullable=True))
    op.create_table(
        "entry_reminder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_entry_reminder_entry_id_entry"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_reminder")),
        sa.UniqueConstraint("entry_id", "kind", "due_at", name=op.f("uq_entry_reminder_entry_id_kind_due_at")),
    )


def downgrade() -> None:
    op.drop_table("entry_reminder")
    op.drop_column("account", "muted_reminders")
