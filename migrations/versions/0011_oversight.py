"""oversight: more time for one juror, sheets opened again by the organiser, reminders.

Revision: 0011, after 0010.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard, frozen_guards

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

GUARDS = (
    *frozen_guards("scoring_extension", "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)"),
    *frozen_guards(
        "sheet_reopening",
        "(SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id"
        " WHERE score_sheet.id = {row}.sheet_id)",
    ),
    *(
        Guard(
            name=f"guard_{table}_{operation.lower()}", table=table, operation=operation, condition="1 = 1",
            message="what the organiser granted is never changed",
        )
        for table in ("scoring_extension", "sheet_reopening")
        for operation in ("UPDATE", "DELETE")
    ),
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "scoring_extension",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("juror_id", sa.Integer(), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("granted_by", sa.Integer(), nullable=False),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_scoring_extension_has_reason")),
        sa.ForeignKeyConstraint(["granted_by"], ["account.id"], name=op.f("fk_scoring_extension_granted_by_account")),
        sa.ForeignKeyConstraint(["juror_id"], ["juror.id"], name=op.f("fk_scoring_extension_juror_id_juror")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scoring_extension")),
    )
    op.create_index(op.f("ix_scoring_extension_juror_id"), "scoring_extension", ["juror_id"])
    op.create_table(
        "sheet_reopening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reopened_by", sa.Integer(), nullable=False),
        sa.Column("reopened_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_sheet_reopening_has_reason")),
        sa.ForeignKeyConstraint(["reopened_by"], ["account.id"], name=op.f("fk_sheet_reopening_reopened_by_account")),
        sa.ForeignKeyConstraint(["sheet_id"], ["score_sheet.id"], name=op.f("fk_sheet_reopening_sheet_id_score_sheet")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheet_reopening")),
    )
    op.create_index(op.f("ix_sheet_reopening_sheet_id"), "sheet_reopening", ["sheet_id"])
    op.create_table(
        "juror_reminder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("juror_id", sa.Integer(), nullable=False),
        sa.Column("sent_by", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["juror_id"], ["juror.id"], name=op.f("fk_juror_reminder_juror_id_juror")),
        sa.ForeignKeyConstraint(["sent_by"], ["account.id"], name=op.f("fk_juror_reminder_sent_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_juror_reminder")),
    )
    op.create_index(op.f("ix_juror_reminder_juror_id"), "juror_reminder", ["juror_id"])
    for guard in GUARDS:
        create_guard(op, guard)


def downgrade() -> None:
    for guard in GUARDS:
        drop_guard(op, guard)
    for table in ("juror_reminder", "sheet_reopening", "scoring_extension"):
        op.drop_table(table)
