"""entry rights: people invited to an entry by mail, and who is on which step.

Revision: 0018, after 0017.
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    right = sa.Enum("read", "edit", "submit", name="entry_right", native_enum=False, create_constraint=True, length=32)
    op.create_table(
        "entry_invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("right", right, nullable=False),
        sa.Column("nonce", sa.String(length=32), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("message_id", sa.String(length=120), nullable=False),
        sa.Column("invited_by", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(accepted_at IS NULL) = (account_id IS NULL)", name=op.f("ck_entry_invitation_accepted_has_account")
        ),
        sa.CheckConstraint("email <> '' AND email = lower(email)", name=op.f("ck_entry_invitation_email_is_folded")),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f("fk_entry_invitation_entry_id_entry"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["invited_by"], ["account.id"], name=op.f("fk_entry_invitation_invited_by_account")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_entry_invitation_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_invitation")),
        sa.UniqueConstraint("entry_id", "email", name=op.f("uq_entry_invitation_entry_id_email")),
        sa.UniqueConstraint("entry_id", "account_id", name=op.f("uq_entry_invitation_entry_id_account_id")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_entry_invitation_token_hash")),
    )
    op.create_index(op.f("ix_entry_invitation_email"), "entry_invitation", ["email"])
    op.create_index(op.f("ix_entry_invitation_account_id"), "entry_invitation", ["account_id"])
    op.create_table(
        "step_presence",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("step_key", sa.String(length=40), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_step_presence_entry_id_entry"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_step_presence_account_id_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("entry_id", "step_key", "account_id", name=op.f("pk_step_presence")),
    )
    op.create_index(op.f("ix_step_presence_seen_at"), "step_presence", ["seen_at"])


def downgrade() -> None:
    op.drop_table("step_presence")
    op.drop_table("entry_invitation")
