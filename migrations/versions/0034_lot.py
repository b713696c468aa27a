"""lot: a draw by lot in the meeting, announced by a hash and drawn once.

Revision: 0034, after 0033.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard, frozen_guards

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

OF_LOT = "(SELECT edition_id FROM meeting WHERE id = {row}.meeting_id)"
OF_ENTRY = "(SELECT meeting.edition_id FROM meeting JOIN lot ON lot.meeting_id = meeting.id WHERE lot.id = {row}.lot_id)"
EDITIONS = {"lot": OF_LOT, "lot_entry": OF_ENTRY}


def _guards() -> tuple[Guard, ...]:
    """Open only while the jury deliberates; what was announced stays, a draw is made once; nothing is deleted."""
    guards = []
    for table, edition in EDITIONS.items():
        phase = f"(SELECT phase FROM edition WHERE id = {edition.format(row='NEW')})"  # noqa: S608 - names of ours
        for operation in ("INSERT", "UPDATE"):
            guards.append(
                Guard(
                    name=f"guard_{table}_{operation.lower()}", table=table, operation=operation,
                    condition=f"{phase} <> 'deliberation'", message="the jury does not deliberate",
                )
            )  # fmt: skip
        guards.append(
            Guard(name=f"guard_{table}_delete", table=table, operation="DELETE", condition="1 = 1", message="a lot is a record")
        )
    announced = "public_id, meeting_id, category_id, commitment, secret, announced_by, announced_at"
    guards += [
        Guard(
            name="guard_lot_announced", table="lot", operation=f"UPDATE OF {announced}", condition="1 = 1",
            message="a lot is announced once",
        ),
        Guard(
            name="guard_lot_drawn", table="lot", operation="UPDATE", condition="OLD.drawn_at IS NOT NULL",
            message="a lot is drawn once",
        ),
        Guard(
            name="guard_lot_entry_changed", table="lot_entry", operation="UPDATE", condition="1 = 1",
            message="a lot is announced once",
        ),
    ]  # fmt: skip
    frozen = [guard for table, edition in EDITIONS.items() for guard in frozen_guards(table, edition)]
    return (*guards, *frozen)


def upgrade() -> None:
    op.create_table(
        "lot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("commitment", sa.String(length=64), nullable=False),
        sa.Column("secret", sa.String(length=64), nullable=False),
        sa.Column("announced_by", sa.Integer(), nullable=False),
        sa.Column("announced_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("drawn_by", sa.Integer(), nullable=True),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(drawn_at IS NULL) = (entry_id IS NULL) AND (drawn_at IS NULL) = (words = '')",
            name=op.f("ck_lot_drawn_is_whole"),
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_lot_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_lot_category_id_category")),
        sa.ForeignKeyConstraint(["announced_by"], ["account.id"], name=op.f("fk_lot_announced_by_account")),
        sa.ForeignKeyConstraint(["drawn_by"], ["account.id"], name=op.f("fk_lot_drawn_by_account")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_lot_entry_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lot")),
        sa.UniqueConstraint("public_id", name=op.f("uq_lot_public_id")),
    )
    op.create_index(op.f("ix_lot_meeting_id"), "lot", ["meeting_id"])
    op.create_index(op.f("ix_lot_category_id"), "lot", ["category_id"])
    op.create_table(
        "lot_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lot_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["lot_id"], ["lot.id"], name=op.f("fk_lot_entry_lot_id_lot")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_lot_entry_entry_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lot_entry")),
        sa.UniqueConstraint("lot_id", "entry_id", name=op.f("uq_lot_entry_lot_id_entry_id")),
    )
    for guard in _guards():
        create_guard(op, guard)


def downgrade() -> None:
    for guard in _guards():
        drop_guard(op, guard)
    op.drop_table("lot_entry")
    op.drop_index(op.f("ix_lot_category_id"), table_name="lot")
    op.drop_index(op.f("ix_lot_meeting_id"), table_name="lot")
    op.drop_table("lot")
