"""planned_publication: when a sealed result is to become public.

Revision: 0014, after 0013.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

GUARDS = (
    Guard(
        name="guard_planned_publication_delete", table="planned_publication", operation="DELETE", condition="1 = 1",
        message="a planned publication is ended, never deleted",
    ),
    Guard(
        name="guard_planned_publication_update", table="planned_publication", operation="UPDATE",
        condition="OLD.ended_at IS NOT NULL OR NEW.publish_at <> OLD.publish_at OR NEW.seal_id <> OLD.seal_id"
        " OR NEW.edition_id <> OLD.edition_id OR NEW.planned_by <> OLD.planned_by",
        message="a planned publication is only ever ended",
    ),
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "planned_publication",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("seal_id", sa.Integer(), nullable=False),
        sa.Column("publish_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("planned_by", sa.Integer(), nullable=False),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum("published", "cancelled", "lapsed", name="plan_end", native_enum=False, create_constraint=True, length=32),
            nullable=True,
        ),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(outcome IS NULL) = (ended_at IS NULL)", name=op.f("ck_planned_publication_outcome_has_time")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_planned_publication_edition_id_edition")),
        sa.ForeignKeyConstraint(["planned_by"], ["account.id"], name=op.f("fk_planned_publication_planned_by_account")),
        sa.ForeignKeyConstraint(["seal_id"], ["result_seal.id"], name=op.f("fk_planned_publication_seal_id_result_seal")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planned_publication")),
    )
    op.create_index(op.f("ix_planned_publication_edition_id"), "planned_publication", ["edition_id"])
    for guard in GUARDS:
        create_guard(op, guard)


def downgrade() -> None:
    for guard in GUARDS:
        drop_guard(op, guard)
    op.drop_table("planned_publication")
