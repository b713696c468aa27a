"""reading: versions of sheets, private notes, filled tables, a published remark, hidden names.

Revision: 0005, after 0004.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard, frozen_guards

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

EDITION_OF_A_VERSION = (
    "(SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id"
    " WHERE score_sheet.id = {row}.sheet_id)"
)
GUARDS = (
    *frozen_guards("sheet_version", EDITION_OF_A_VERSION),
    *(
        Guard(
            name=f"guard_sheet_version_{operation.lower()}",
            table="sheet_version",
            operation=operation,
            condition="1 = 1",
            message="a version of a sheet is never changed",
        )
        for operation in ("UPDATE", "DELETE")
    ),
)


def upgrade() -> None:
    op.add_column("edition", sa.Column("hides_names", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("score_sheet", sa.Column("published_remark", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "sheet_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "draft", "submitted", "abstained", name="sheet_version_status", native_enum=False, create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["sheet_id"], ["score_sheet.id"], name=op.f("fk_sheet_version_sheet_id_score_sheet")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheet_version")),
        sa.UniqueConstraint("sheet_id", "version", name=op.f("uq_sheet_version_sheet_id_version")),
    )  # fmt: skip
    op.create_table(
        "reading_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("juror_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("is_for_later", sa.Boolean(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_reading_note_entry_id_entry")),
        sa.ForeignKeyConstraint(["juror_id"], ["juror.id"], name=op.f("fk_reading_note_juror_id_juror")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading_note")),
        sa.UniqueConstraint("juror_id", "entry_id", name=op.f("uq_reading_note_juror_id_entry_id")),
    )
    op.create_index(op.f("ix_reading_note_entry_id"), "reading_note", ["entry_id"])
    op.create_table(
        "filled_table",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("juror_id", sa.Integer(), nullable=False),
        sa.Column("filename", sa.String(length=120), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["juror_id"], ["juror.id"], name=op.f("fk_filled_table_juror_id_juror")),
        sa.ForeignKeyConstraint(["sha256"], ["stored_file.sha256"], name=op.f("fk_filled_table_sha256_stored_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filled_table")),
        sa.UniqueConstraint("public_id", name=op.f("uq_filled_table_public_id")),
    )
    op.create_index(op.f("ix_filled_table_juror_id"), "filled_table", ["juror_id"])
    for guard in GUARDS:
        create_guard(op, guard)


def downgrade() -> None:
    for guard in GUARDS:
        drop_guard(op, guard)
    for table in ("filled_table", "reading_note", "sheet_version"):
        op.drop_table(table)
    op.drop_column("score_sheet", "published_remark")
    op.drop_column("edition", "hides_names")
