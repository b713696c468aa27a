"""prize: how winners want the prize money paid out.

Revision: 0015, after 0014.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "prize_statement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("stated_by", sa.Integer(), nullable=False),
        sa.Column("stated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cleared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_prize_statement_entry_id_entry")),
        sa.ForeignKeyConstraint(["stated_by"], ["account.id"], name=op.f("fk_prize_statement_stated_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prize_statement")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_prize_statement_entry_id")),
    )
    op.create_table(
        "prize_share",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("participant", sa.String(length=40), nullable=False),
        sa.Column("recipient", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("holder", sa.String(length=140), nullable=False),
        sa.Column("iban", sa.String(length=34), nullable=False),
        sa.CheckConstraint("cents >= 0", name=op.f("ck_prize_share_not_negative")),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["prize_statement.id"], name=op.f("fk_prize_share_statement_id_prize_statement")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prize_share")),
        sa.UniqueConstraint("statement_id", "participant", name=op.f("uq_prize_share_statement_id_participant")),
    )


def downgrade() -> None:
    for table in ("prize_share", "prize_statement"):
        op.drop_table(table)
