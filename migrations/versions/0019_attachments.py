"""attachment order: a file is attached once for a purpose; small pictures of pictures; files nobody uses.

Revision: 0019, after 0018.
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

INDEX = "uq_attachment_entry_id_purpose_sha256"


def upgrade() -> None:
    # Rows are not touched: those of a closed entry are guarded, and the order among them is right as it is.
    op.create_index(INDEX, "attachment", ["entry_id", "purpose", "sha256"], unique=True)
    op.add_column("stored_file", sa.Column("preview_sha256", sa.String(length=64), nullable=True))
    op.add_column("stored_file", sa.Column("unused_since", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("stored_file", "unused_since")
    op.drop_column("stored_file", "preview_sha256")
    op.drop_index(INDEX, table_name="attachment")
