"""assignment: who is to score which entry, by category or pair by pair; closed with the scoring.

Revision: 0022, after 0021.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

OF_JUROR = "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)"
EDITIONS = {"assignment_plan": "{row}.edition_id", "juror_category": OF_JUROR, "assignment": OF_JUROR}


def _guards() -> tuple[Guard, ...]:
    """Who scores what is fixed when scoring closes: what was asked of whom belongs to the result."""
    return tuple(
        Guard(
            name=f"guard_{table}_{operation.lower()}", table=table, operation=operation, message="scoring is closed",
            condition=f"(SELECT phase FROM edition WHERE id = {edition.format(row=row)})"  # noqa: S608
            " NOT IN ('preparation', 'open', 'screening', 'judging')",
        )
        for table, edition in EDITIONS.items()
        for operation, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD"))
    )  # fmt: skip


def upgrade() -> None:
    mode = sa.Enum(
        "all", "categories", "fixed", name="assignment_mode", native_enum=False, create_constraint=True, length=32
    )  # fmt: skip
    op.create_table(
        "assignment_plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("mode", mode, nullable=False),
        sa.Column("sheets", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("sheets >= 1", name=op.f("ck_assignment_plan_sheets_positive")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_assignment_plan_edition_id_edition")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment_plan")),
        sa.UniqueConstraint("edition_id", name=op.f("uq_assignment_plan_edition_id")),
    )
    op.create_table(
        "juror_category",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("juror_id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["juror_id"], ["juror.id"], name=op.f("fk_juror_category_juror_id_juror"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_juror_category_category_id_category")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_juror_category")),
        sa.UniqueConstraint("juror_id", "category_id", name=op.f("uq_juror_category_juror_id_category_id")),
    )
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("juror_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["juror_id"], ["juror.id"], name=op.f("fk_assignment_juror_id_juror"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_assignment_entry_id_entry"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
        sa.UniqueConstraint("juror_id", "entry_id", name=op.f("uq_assignment_juror_id_entry_id")),
    )
    op.create_index(op.f("ix_assignment_entry_id"), "assignment", ["entry_id"])
    for guard in _guards():
        create_guard(op, guard)


def downgrade() -> None:
    for guard in _guards():
        drop_guard(op, guard)
    for table in ("assignment", "juror_category", "assignment_plan"):
        op.drop_table(table)
