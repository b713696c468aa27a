"""counting: mean or median, the chain for ties, shared prizes; all fixed once there are points.

Revision: 0017, after 0016.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard, frozen_guards

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

NEW = ("average", "tie_break", "changes_after_comparison")
FIXED = ("average", "tie_break", "minimum_sheets", "reason_rule", "scale_minimum", "scale_maximum", "scale_step", "hides_names")
GUARDS = (
    Guard(
        name="sealed_edition_counting", table="edition", operation=f"UPDATE OF {', '.join(NEW)}",
        condition=frozen_guards("edition", "{row}.id")[1].condition, message="the result is sealed",
    ),
    Guard(
        name="guard_edition_counting", table="edition", operation=f"UPDATE OF {', '.join(FIXED)}",
        condition="EXISTS (SELECT 1 FROM score JOIN score_sheet ON score_sheet.id = score.sheet_id"
        " JOIN juror ON juror.id = score_sheet.juror_id WHERE juror.edition_id = NEW.id)",
        message="points have been given",
    ),
)  # fmt: skip


def upgrade() -> None:
    # Not as a batch, which would rebuild the table in SQLite and drop its triggers; only so does the check come along.
    op.execute(
        "ALTER TABLE edition ADD COLUMN average VARCHAR(32) DEFAULT 'mean' NOT NULL"
        " CONSTRAINT ck_edition_average CHECK (average IN ('mean', 'median'))"
    )
    op.add_column("edition", sa.Column("tie_break", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("edition", sa.Column("changes_after_comparison", sa.Boolean(), nullable=False, server_default=sa.false()))
    for guard in GUARDS:
        create_guard(op, guard)


def downgrade() -> None:
    for guard in GUARDS:
        drop_guard(op, guard)
    for name in NEW:
        op.drop_column("edition", name)
