"""site: the words of imprint, privacy, accessibility and help are the organiser's, version by version.

Revision: 0049, after 0044.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard
from ikz_award.models.base import UtcDateTime

revision = "0049"
down_revision = "0044"
branch_labels = None
depends_on = None

TABLE = "site_text_version"
NAMES = ("impressum", "datenschutz", "barrierefreiheit", "hilfe")
_NAME = sa.Enum(*NAMES, name="site_text", native_enum=False, create_constraint=True, length=32)
GUARDS = [
    Guard(
        name=f"guard_{TABLE}_{operation.lower()}", table=TABLE, operation=operation, condition="1 = 1",
        message=f"{TABLE} is on record",
    )
    for operation in ("UPDATE", "DELETE")
]  # fmt: skip


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", _NAME, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("saved_at", UtcDateTime(), nullable=False),
        sa.Column("saved_by_name", sa.String(length=200), nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_site_text_version_version_positive")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site_text_version")),
        sa.UniqueConstraint("name", "version", name=op.f("uq_site_text_version_name_version")),
    )
    for guard in GUARDS:
        create_guard(op, guard)


def downgrade() -> None:
    for guard in GUARDS:
        drop_guard(op, guard)
    op.drop_table(TABLE)
