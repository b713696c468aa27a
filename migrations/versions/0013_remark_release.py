"""remark_release: the jury's words for the applicants, let go by the organiser.

Revision: 0013, after 0012.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

GUARDS = tuple(
    Guard(
        name=f"guard_remark_release_{operation.lower()}", table="remark_release", operation=operation,
        condition="1 = 1", message="what was released has been read",
    )
    for operation in ("UPDATE", "DELETE")
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "remark_release",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("released_by", sa.Integer(), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_remark_release_edition_id_edition")),
        sa.ForeignKeyConstraint(["released_by"], ["account.id"], name=op.f("fk_remark_release_released_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark_release")),
        sa.UniqueConstraint("edition_id", name=op.f("uq_remark_release_edition_id")),
    )
    for guard in GUARDS:
        create_guard(op, guard)


def downgrade() -> None:
    for guard in GUARDS:
        drop_guard(op, guard)
    op.drop_table("remark_release")
