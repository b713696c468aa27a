"""interruptions: a job that was interrupted waits longer each time; the worker says that it lives; backups on record.

Revision: 0040, after 0036.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.models.base import UtcDateTime

revision = "0040"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("job", sa.Column("not_before", UtcDateTime()))
    op.create_table(
        "part_beat",
        sa.Column("part", sa.String(40), primary_key=True),
        sa.Column("host", sa.String(120), primary_key=True),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("beat_at", UtcDateTime(), nullable=False),
    )
    op.create_table(
        "backup_record",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("finished_at", UtcDateTime(), nullable=False),
        sa.Column("files", sa.Integer(), nullable=False),
        sa.Column("database_bytes", sa.BigInteger(), nullable=False),
        sa.Column("verified_at", UtcDateTime()),
    )
    op.create_index("ix_backup_record_name", "backup_record", ["name"])


def downgrade() -> None:
    op.drop_table("backup_record")
    op.drop_table("part_beat")
    op.drop_column("job", "not_before")
