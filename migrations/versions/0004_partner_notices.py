"""partner notices: the circulation procedure, and an edition's limits for attachments.

Revision: 0004, after 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

COLUMNS = (("objection_days", "14"), ("file_megabytes", "10"), ("entry_megabytes", "25"))


def upgrade() -> None:
    for name, default in COLUMNS:
        op.add_column("edition", sa.Column(name, sa.Integer(), nullable=False, server_default=default))
    op.create_table(
        "partner_notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("contact_name", sa.String(length=120), nullable=False),
        sa.Column("contact_email", sa.String(length=254), nullable=False),
        sa.Column("nonce", sa.String(length=32), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=True),
        sa.Column("message_id", sa.String(length=120), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "answer",
            sa.Enum("acknowledged", "objected", name="partner_answer", native_enum=False, create_constraint=True, length=32),
            nullable=True,
        ),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("answer IS NULL OR answered_at IS NOT NULL", name=op.f("ck_partner_notice_answer_has_time")),
        sa.CheckConstraint(
            "answer IS NULL OR answer <> 'objected' OR reason <> ''", name=op.f("ck_partner_notice_objection_has_reason")
        ),
        sa.CheckConstraint("(token_hash IS NULL) = (sent_at IS NULL)", name=op.f("ck_partner_notice_sent_has_token")),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name=op.f("fk_partner_notice_partner_id_partner"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner_notice")),
        sa.UniqueConstraint("partner_id", name=op.f("uq_partner_notice_partner_id")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_partner_notice_token_hash")),
    )


def downgrade() -> None:
    op.drop_table("partner_notice")
    for name, _ in COLUMNS:
        op.drop_column("edition", name)
