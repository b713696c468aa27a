"""discussion: the opening of the comparison, jurors' flags and words on an entry.

Revision: 0012, after 0011.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

GUARDS = (
    *(
        Guard(
            name=f"guard_comparison_opening_{operation.lower()}", table="comparison_opening", operation=operation,
            condition="1 = 1", message="an opening of the comparison is never changed",
        )
        for operation in ("UPDATE", "DELETE")
    ),
    Guard(
        name="guard_discussion_post_update", table="discussion_post", operation="UPDATE",
        condition="NEW.text <> OLD.text OR NEW.entry_id <> OLD.entry_id OR NEW.juror_id <> OLD.juror_id"
        " OR NEW.posted_at <> OLD.posted_at OR OLD.taken_back_at IS NOT NULL",
        message="a word in the discussion can only be taken back",
    ),
    Guard(
        name="guard_discussion_post_delete", table="discussion_post", operation="DELETE", condition="1 = 1",
        message="a word in the discussion can only be taken back",
    ),
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "comparison_opening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("opened_by", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_comparison_opening_edition_id_edition")),
        sa.ForeignKeyConstraint(["opened_by"], ["account.id"], name=op.f("fk_comparison_opening_opened_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comparison_opening")),
    )
    op.create_index(op.f("ix_comparison_opening_edition_id"), "comparison_opening", ["edition_id"])
    op.create_table(
        "discussion_post",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("juror_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("text <> ''", name=op.f("ck_discussion_post_has_text")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_discussion_post_entry_id_entry")),
        sa.ForeignKeyConstraint(["juror_id"], ["juror.id"], name=op.f("fk_discussion_post_juror_id_juror")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_discussion_post")),
        sa.UniqueConstraint("public_id", name=op.f("uq_discussion_post_public_id")),
    )
    op.create_index("ix_discussion_post_entry_id_posted_at", "discussion_post", ["entry_id", "posted_at"])
    op.create_table(
        "discussion_flag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("juror_id", sa.Integer(), nullable=False),
        sa.Column("flagged_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_discussion_flag_entry_id_entry")),
        sa.ForeignKeyConstraint(["juror_id"], ["juror.id"], name=op.f("fk_discussion_flag_juror_id_juror")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_discussion_flag")),
        sa.UniqueConstraint("entry_id", "juror_id", name=op.f("uq_discussion_flag_entry_id_juror_id")),
    )
    for guard in GUARDS:
        create_guard(op, guard)


def downgrade() -> None:
    for guard in GUARDS:
        drop_guard(op, guard)
    for table in ("discussion_flag", "discussion_post", "comparison_opening"):
        op.drop_table(table)
