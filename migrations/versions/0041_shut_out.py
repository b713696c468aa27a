"""shut out: an account is locked and unlocked, a juror who has worked is ended and comes back; all of it stays on record.

Revision: 0041, after 0040.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard, frozen_guards

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None

OF_JUROR = "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)"
PHASE = "(SELECT phase FROM edition WHERE id = {edition})"
UNDECIDED = "('preparation', 'open', 'screening', 'judging', 'deliberation')"
NEVER = "1 = 1"
IS_ENDED = "EXISTS (SELECT 1 FROM juror_end WHERE juror_end.undone_at IS NULL AND juror_end.juror_id = {juror})"
SHEET_JUROR = "(SELECT juror_id FROM score_sheet WHERE id = {row}.sheet_id)"
# What a juror who has left can no longer have done.
DONE_BY_JUROR = {"score_sheet": "{row}.juror_id", "score": SHEET_JUROR, "ballot": "{row}.juror_id"}


def _record(table: str, columns: str) -> list[Guard]:
    """Append-only, but for the end of it."""
    said = f"{table} is on record"
    return [
        Guard(name=f"guard_{table}_delete", table=table, operation="DELETE", condition=NEVER, message=said),
        Guard(name=f"guard_{table}_update", table=table, operation=f"UPDATE OF {columns}", condition=NEVER, message=said),
        Guard(
            name=f"guard_{table}_undone", table=table, operation="UPDATE", condition="OLD.undone_at IS NOT NULL", message=said
        ),
    ]


def _guards() -> list[Guard]:
    guards = [
        *frozen_guards("juror_end", OF_JUROR),
        *_record("juror_end", "juror_id, role, keeps_points, reason, ended_by, ended_at"),
        *_record("account_lock", "account_id, reason, locked_by, locked_at"),
        Guard(
            name="guard_juror_end_insert", table="juror_end", operation="INSERT", message="the jury has decided",
            condition=f"{PHASE.format(edition=OF_JUROR.format(row='NEW'))} NOT IN {UNDECIDED}",
        ),
    ]  # fmt: skip
    guards += [
        Guard(
            name=f"ended_{table}_{operation.lower()}", table=table, operation=operation,
            condition=IS_ENDED.format(juror=juror.format(row=row)), message="the juror has left the jury",
        )
        for table, juror in DONE_BY_JUROR.items()
        for operation, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD"))
    ]  # fmt: skip
    return guards


def _undone(whole: str) -> list[sa.Column | sa.CheckConstraint | sa.ForeignKeyConstraint]:
    return [
        sa.Column("undone_by", sa.Integer(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_reason", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f(f"ck_{whole}_has_reason")),
        sa.CheckConstraint(
            "(undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_reason = '')",
            name=op.f(f"ck_{whole}_undone_whole"),
        ),
        sa.ForeignKeyConstraint(["undone_by"], ["account.id"], name=op.f(f"fk_{whole}_undone_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{whole}")),
    ]


def upgrade() -> None:
    live = sa.text("undone_at IS NULL")
    role = sa.Enum("member", "chair", "deputy", name="ended_role", native_enum=False, create_constraint=True, length=32)
    op.create_table(
        "juror_end",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("juror_id", sa.Integer(), nullable=False),
        sa.Column("role", role, nullable=False),
        sa.Column("keeps_points", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("ended_by", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["juror_id"], ["juror.id"], name=op.f("fk_juror_end_juror_id_juror")),
        sa.ForeignKeyConstraint(["ended_by"], ["account.id"], name=op.f("fk_juror_end_ended_by_account")),
        *_undone("juror_end"),
    )
    op.create_index("uq_juror_end_live", "juror_end", ["juror_id"], unique=True, sqlite_where=live, postgresql_where=live)
    op.create_table(
        "account_lock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("locked_by", sa.Integer(), nullable=False),
        sa.Column("locked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_account_lock_account_id_account")),
        sa.ForeignKeyConstraint(["locked_by"], ["account.id"], name=op.f("fk_account_lock_locked_by_account")),
        *_undone("account_lock"),
    )
    op.create_index(
        "uq_account_lock_live", "account_lock", ["account_id"], unique=True, sqlite_where=live, postgresql_where=live
    )
    for guard in _guards():
        create_guard(op, guard)


def downgrade() -> None:
    for guard in _guards():
        drop_guard(op, guard)
    op.drop_index("uq_account_lock_live", table_name="account_lock")
    op.drop_table("account_lock")
    op.drop_index("uq_juror_end_live", table_name="juror_end")
    op.drop_table("juror_end")
