"""stand in: a deputy takes a member's place and what is still open of the member's entries.

Revision: 0023, after 0022.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

NEVER = tuple(
    Guard(
        name=f"guard_{table}_{operation.lower()}", table=table, operation=operation, condition="1 = 1",
        message="who stood in for whom is on record",
    )
    for table in ("stand_in", "stand_in_entry")
    for operation in ("UPDATE", "DELETE")
)  # fmt: skip


def upgrade() -> None:
    role = sa.Enum("member", "chair", "deputy", name="stand_in_role", native_enum=False, create_constraint=True, length=32)
    op.create_table(
        "stand_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("juror_id", sa.Integer(), nullable=False),
        sa.Column("deputy_id", sa.Integer(), nullable=False),
        sa.Column("role", role, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_stand_in_has_reason")),
        sa.CheckConstraint("juror_id <> deputy_id", name=op.f("ck_stand_in_two_people")),
        sa.ForeignKeyConstraint(["decided_by"], ["account.id"], name=op.f("fk_stand_in_decided_by_account")),
        sa.ForeignKeyConstraint(["deputy_id"], ["juror.id"], name=op.f("fk_stand_in_deputy_id_juror")),
        sa.ForeignKeyConstraint(["juror_id"], ["juror.id"], name=op.f("fk_stand_in_juror_id_juror")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stand_in")),
    )
    op.create_index(op.f("ix_stand_in_deputy_id"), "stand_in", ["deputy_id"])
    op.create_table(
        "stand_in_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stand_in_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_stand_in_entry_entry_id_entry")),
        sa.ForeignKeyConstraint(["stand_in_id"], ["stand_in.id"], name=op.f("fk_stand_in_entry_stand_in_id_stand_in")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stand_in_entry")),
        sa.UniqueConstraint("stand_in_id", "entry_id", name=op.f("uq_stand_in_entry_stand_in_id_entry_id")),
    )
    for guard in NEVER:
        create_guard(op, guard)


def downgrade() -> None:
    for guard in NEVER:
        drop_guard(op, guard)
    op.drop_table("stand_in_entry")
    op.drop_index(op.f("ix_stand_in_deputy_id"), table_name="stand_in")
    op.drop_table("stand_in")
