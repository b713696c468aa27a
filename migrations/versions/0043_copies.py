"""copies: how far the continuous copy goes.

Revision: 0043, after 0040.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.models.base import UtcDateTime

revision = "0043"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "copy_beat",
        sa.Column("host", sa.String(120), primary_key=True),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("beat_at", UtcDateTime(), nullable=False),
        sa.Column("safe_at", UtcDateTime()),
    )


def downgrade() -> None:
    op.drop_table("copy_beat")
