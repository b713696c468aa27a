"""The sealed result: its tables, and the guards that freeze what it rests on.

Revision: 0003, after 0002.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard, frozen_guards

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Copied from models.seal.seal: a migration stays as it is when the code goes on.
FROZEN = {
    "category": "{row}.edition_id",
    "criterion": "{row}.edition_id",
    "anchor": "(SELECT edition_id FROM criterion WHERE id = {row}.criterion_id)",
    "participation_rule": "{row}.edition_id",
    "form_step": "{row}.edition_id",
    "question": "{row}.edition_id",
    "attachment_purpose": "{row}.edition_id",
    "edition_text": "{row}.edition_id",
    "jury_round": "{row}.edition_id",
    "juror": "{row}.edition_id",
    "juror_tie": "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)",
    "recusal": "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)",
    "score_sheet": "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)",
    "score": (
        "(SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id"
        " WHERE score_sheet.id = {row}.sheet_id)"
    ),
    "decision": "(SELECT edition_id FROM category WHERE id = {row}.category_id)",
    "entry": "{row}.edition_id",
    "answer": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
    "partner": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
    "attachment": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
    "submission": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
    "screening_finding": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
}
# Of the edition itself: what the result rests on. Phase, dates of publishing and the like go on.
FROZEN_OF_EDITION = (
    "slug", "name", "organiser", "number_prefix", "opens_at", "deadline_at", "grace_seconds", "scoring_closes_at",
    "scale_minimum", "scale_maximum", "scale_step", "reason_rule", "minimum_sheets",
)  # fmt: skip

NEVER = "1 = 1"


def _guards() -> list[Guard]:
    sealed_edition = frozen_guards("edition", "{row}.id")[1]
    guards = [guard for table, edition in FROZEN.items() for guard in frozen_guards(table, edition)]
    guards.append(
        Guard(
            name="sealed_edition_update",
            table="edition",
            operation=f"UPDATE OF {', '.join(FROZEN_OF_EDITION)}",
            condition=sealed_edition.condition,
            message=sealed_edition.message,
        )
    )
    for table in ("result_seal", "result_reopening", "sealed_row"):
        guards += [
            Guard(
                name=f"guard_{table}_{operation.lower()}",
                table=table,
                operation=operation,
                condition=NEVER,
                message="a sealed version is never changed",
            )
            for operation in ("UPDATE", "DELETE")
        ]
    what = "edition_id, act, role, account_id, content_sha256, reason, confirmed_at"
    guards += [
        Guard(
            name=f"guard_seal_confirmation_{name}",
            table="seal_confirmation",
            operation=operation,
            condition=NEVER,
            message="a confirmation is never changed",
        )
        for name, operation in (("update", f"UPDATE OF {what}"), ("delete", "DELETE"))
    ]
    return guards


def upgrade() -> None:
    op.create_table(
        "result_seal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("signature", sa.String(length=128), nullable=False),
        sa.Column("public_key", sa.String(length=64), nullable=False),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_result_seal_edition_id_edition")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_result_seal")),
        sa.UniqueConstraint("edition_id", "version", name=op.f("uq_result_seal_edition_id_version")),
    )
    op.create_table(
        "seal_confirmation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column(
            "act",
            sa.Enum("seal", "reopen", name="seal_act", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column(
            "role",
            sa.Enum("organiser", "chair", name="seal_role", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("act = 'seal' OR reason <> ''", name=op.f("ck_seal_confirmation_reopening_has_reason")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_seal_confirmation_account_id_account")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_seal_confirmation_edition_id_edition")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seal_confirmation")),
    )
    with op.batch_alter_table("seal_confirmation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seal_confirmation_edition_id"), ["edition_id"], unique=False)

    op.create_table(
        "result_reopening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seal_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reopened_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["seal_id"], ["result_seal.id"], name=op.f("fk_result_reopening_seal_id_result_seal")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_result_reopening")),
        sa.UniqueConstraint("seal_id", name=op.f("uq_result_reopening_seal_id")),
    )
    op.create_table(
        "sealed_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seal_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=60), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["seal_id"], ["result_seal.id"], name=op.f("fk_sealed_row_seal_id_result_seal")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sealed_row")),
        sa.UniqueConstraint("seal_id", "table_name", "row_id", name=op.f("uq_sealed_row_seal_id_table_name_row_id")),
    )
    for guard in _guards():
        create_guard(op, guard)


def downgrade() -> None:
    for guard in reversed(_guards()):
        drop_guard(op, guard)
    op.drop_table("sealed_row")
    op.drop_table("result_reopening")
    with op.batch_alter_table("seal_confirmation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_seal_confirmation_edition_id"))

    op.drop_table("seal_confirmation")
    op.drop_table("result_seal")
