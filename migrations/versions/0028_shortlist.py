"""shortlist: which entries go on to the second round; the others' sheets stay as they are.

Revision: 0028, after 0027.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard, frozen_guards

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

OF_LIST = "(SELECT edition_id FROM category WHERE id = {row}.category_id)"
OF_ENTRY = (
    "(SELECT category.edition_id FROM category JOIN shortlist ON shortlist.category_id = category.id"
    " WHERE shortlist.id = {row}.shortlist_id)"
)
PHASE = "(SELECT phase FROM edition WHERE id = {edition})"
NEVER = "1 = 1"
# The entry is beside a list that counts.
IS_LEFT_OUT = (
    "EXISTS (SELECT 1 FROM shortlist_entry JOIN shortlist ON shortlist.id = shortlist_entry.shortlist_id"
    " WHERE shortlist.undone_at IS NULL AND NOT shortlist_entry.is_kept AND shortlist_entry.entry_id = {entry})"
)
SHEET_ENTRY = "(SELECT entry_id FROM score_sheet WHERE id = {row}.sheet_id)"
CLOSED = {"score_sheet": "{row}.entry_id", "score": SHEET_ENTRY}


def _drawn(table: str, edition: str) -> Guard:
    return Guard(
        name=f"guard_{table}_insert", table=table, operation="INSERT", message="a shortlist is drawn in deliberation",
        condition=f"{PHASE.format(edition=edition.format(row='NEW'))} <> 'deliberation'",
    )  # fmt: skip


def _never(table: str, name: str, operation: str) -> Guard:
    return Guard(
        name=f"guard_{table}_{name}", table=table, operation=operation, condition=NEVER, message="a shortlist is never changed"
    )


def _guards() -> list[Guard]:
    what = "category_id, rule, places, least, reason, drawn_by, drawn_at"
    open_phase = PHASE.format(edition=OF_LIST.format(row="NEW"))
    guards = [
        *frozen_guards("shortlist", OF_LIST), *frozen_guards("shortlist_entry", OF_ENTRY),
        _drawn("shortlist", OF_LIST), _drawn("shortlist_entry", OF_ENTRY),
        _never("shortlist", "update", f"UPDATE OF {what}"), _never("shortlist", "delete", "DELETE"),
        _never("shortlist_entry", "update", "UPDATE"), _never("shortlist_entry", "delete", "DELETE"),
        Guard(
            name="guard_shortlist_undo", table="shortlist", operation="UPDATE OF undone_at", message="the jury has decided",
            condition=f"{open_phase} NOT IN ('judging', 'deliberation')",
        ),
    ]  # fmt: skip
    guards += [
        Guard(
            name=f"left_out_{table}_{operation.lower()}", table=table, operation=operation,
            condition=IS_LEFT_OUT.format(entry=entry.format(row=row)), message="the entry is not on the shortlist",
        )
        for table, operation, entry, row in (
            *(
                (table, operation, entry, row)
                for table, entry in CLOSED.items()
                for operation, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD"))
            ),
            # To end one changes no points: its sheet is a draft.
            ("recusal", "INSERT", "{row}.entry_id", "NEW"),
        )
    ]  # fmt: skip
    return guards


def upgrade() -> None:
    rule = sa.Enum(
        "top", "threshold", "hand", name="shortlist_rule", native_enum=False, create_constraint=True, length=32
    )  # fmt: skip
    op.create_table(
        "shortlist",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("rule", rule, nullable=False),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("least", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("drawn_by", sa.Integer(), nullable=False),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.Integer(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_reason", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_shortlist_has_reason")),
        sa.CheckConstraint("(rule = 'top') = (places IS NOT NULL)", name=op.f("ck_shortlist_places_of_top")),
        sa.CheckConstraint("(rule = 'threshold') = (least IS NOT NULL)", name=op.f("ck_shortlist_least_of_threshold")),
        sa.CheckConstraint("places >= 1", name=op.f("ck_shortlist_places_positive")),
        sa.CheckConstraint(
            "(undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_reason = '')",
            name=op.f("ck_shortlist_undone_whole"),
        ),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_shortlist_category_id_category")),
        sa.ForeignKeyConstraint(["drawn_by"], ["account.id"], name=op.f("fk_shortlist_drawn_by_account")),
        sa.ForeignKeyConstraint(["undone_by"], ["account.id"], name=op.f("fk_shortlist_undone_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shortlist")),
    )
    live = sa.text("undone_at IS NULL")
    op.create_index("uq_shortlist_live", "shortlist", ["category_id"], unique=True, sqlite_where=live, postgresql_where=live)
    op.create_table(
        "shortlist_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shortlist_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("mean", sa.Text(), nullable=True),
        sa.Column("is_proposed", sa.Boolean(), nullable=False),
        sa.Column("is_kept", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["shortlist_id"], ["shortlist.id"], name=op.f("fk_shortlist_entry_shortlist_id_shortlist")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_shortlist_entry_entry_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shortlist_entry")),
        sa.UniqueConstraint("shortlist_id", "entry_id", name=op.f("uq_shortlist_entry_shortlist_id_entry_id")),
    )
    op.create_index(op.f("ix_shortlist_entry_entry_id"), "shortlist_entry", ["entry_id"])
    for guard in _guards():
        create_guard(op, guard)


def downgrade() -> None:
    for guard in _guards():
        drop_guard(op, guard)
    op.drop_index(op.f("ix_shortlist_entry_entry_id"), table_name="shortlist_entry")
    op.drop_table("shortlist_entry")
    op.drop_index("uq_shortlist_live", table_name="shortlist")
    op.drop_table("shortlist")
