"""altered uploads: the hash as sent, what a file lost, and files that wait for somebody's choice.

Revision: 0031, after 0030.
"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("attachment", sa.Column("sent_sha256", sa.String(length=64), server_default="", nullable=False))
    op.add_column("attachment", sa.Column("alterations", sa.JSON(), nullable=True))
    op.create_table(
        "held_upload",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("filename", sa.String(length=200), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("sent_sha256", sa.String(length=64), nullable=False),
        sa.Column("alterations", sa.JSON(), nullable=False),
        sa.Column("notice", sa.String(length=300), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["account.id"], name=op.f("fk_held_upload_created_by_account")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_held_upload_entry_id_entry"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["sha256"], ["stored_file.sha256"], name=op.f("fk_held_upload_sha256_stored_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_upload")),
        sa.UniqueConstraint("public_id", name=op.f("uq_held_upload_public_id")),
        sa.UniqueConstraint("entry_id", "purpose", "sha256", name=op.f("uq_held_upload_entry_id_purpose_sha256")),
    )
    op.create_index(op.f("ix_held_upload_entry_id"), "held_upload", ["entry_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_held_upload_entry_id"), table_name="held_upload")
    op.drop_table("held_upload")
    op.drop_column("attachment", "alterations")
    op.drop_column("attachment", "sent_sha256")
