"""shared prize: where an edition allows it, several entries win a category and share its prize.

Revision: 0024, after 0023.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard, frozen_guards

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

OF_EDITION = (
    Guard(
        name="sealed_edition_shared_prize", table="edition", operation="UPDATE OF allows_shared_prize",
        condition=frozen_guards("edition", "{row}.id")[1].condition, message="the result is sealed",
    ),
    Guard(
        name="guard_edition_shared_prize", table="edition", operation="UPDATE OF allows_shared_prize",
        condition="EXISTS (SELECT 1 FROM score JOIN score_sheet ON score_sheet.id = score.sheet_id"
        " JOIN juror ON juror.id = score_sheet.juror_id WHERE juror.edition_id = NEW.id)",
        message="points have been given",
    ),
)  # fmt: skip
EDITION = (
    "(SELECT category.edition_id FROM category JOIN decision ON decision.category_id = category.id"
    " WHERE decision.id = {row}.decision_id)"
)
CLOSED = f"(SELECT phase FROM edition WHERE id = {EDITION}) <> 'deliberation'"  # noqa: S608 - names of ours
OF_WINNERS = (
    *(
        Guard(
            name=f"guard_co_winner_{operation.lower()}", table="co_winner", operation=operation,
            condition=CLOSED.format(row=row), message="decisions are closed",
        )
        for operation, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD"))
    ),
    Guard(
        name="guard_co_winner_allowed", table="co_winner", operation="INSERT",
        condition=f"NOT (SELECT allows_shared_prize FROM edition WHERE id = {EDITION.format(row='NEW')})",  # noqa: S608
        message="the edition shares no prizes",
    ),
    *frozen_guards("co_winner", EDITION),
)  # fmt: skip


def upgrade() -> None:
    op.add_column("edition", sa.Column("allows_shared_prize", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "co_winner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_co_winner_decision_id_decision")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_co_winner_entry_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_co_winner")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_co_winner_entry_id")),
    )
    op.create_index(op.f("ix_co_winner_decision_id"), "co_winner", ["decision_id"])
    for guard in (*OF_EDITION, *OF_WINNERS):
        create_guard(op, guard)


def downgrade() -> None:
    for guard in (*OF_EDITION, *OF_WINNERS):
        drop_guard(op, guard)
    op.drop_index(op.f("ix_co_winner_decision_id"), table_name="co_winner")
    op.drop_table("co_winner")
    op.drop_column("edition", "allows_shared_prize")
