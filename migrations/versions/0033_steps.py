"""steps: a plan of who scores what says which stand-ins it already contains.

Revision: 0033, after 0031.
"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # 0: none yet, which is what held until now; a plan made or changed from here on contains every earlier stand-in.
    op.add_column("assignment_plan", sa.Column("settled_stand_in", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("assignment_plan", "settled_stand_in")
