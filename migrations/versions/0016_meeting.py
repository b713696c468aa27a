"""meeting: agenda, presence, motions and votes of the jury.

Revision: 0016, after 0015.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

MEETING = "(SELECT edition_id FROM meeting WHERE id = {row}.meeting_id)"
EDITIONS = {
    "meeting": "{row}.edition_id",
    "meeting_presence": MEETING,
    "agenda_item": MEETING,
    "motion": MEETING,
    "ballot": "(SELECT meeting.edition_id FROM meeting JOIN motion ON motion.meeting_id = meeting.id"
    " WHERE motion.id = {row}.motion_id)",
}


def _guards() -> tuple[Guard, ...]:
    """Open only while the jury deliberates; a closed motion is never touched again; nothing is deleted."""
    guards = []
    for table, edition in EDITIONS.items():
        for operation in ("INSERT", "UPDATE"):
            is_closed = f"(SELECT phase FROM edition WHERE id = {edition.format(row='NEW')}) <> 'deliberation'"  # noqa: S608
            guards.append(
                Guard(
                    name=f"guard_{table}_{operation.lower()}", table=table, operation=operation, condition=is_closed,
                    message="the jury does not deliberate",
                )
            )  # fmt: skip
        guards.append(
            Guard(
                name=f"guard_{table}_delete", table=table, operation="DELETE", condition="1 = 1",
                message="a meeting is a record",
            )
        )  # fmt: skip
    guards.append(
        Guard(
            name="guard_motion_closed", table="motion", operation="UPDATE", condition="OLD.closed_at IS NOT NULL",
            message="the motion is decided",
        )
    )  # fmt: skip
    is_decided = "(SELECT closed_at FROM motion WHERE id = NEW.motion_id) IS NOT NULL"
    guards += [
        Guard(
            name=f"guard_ballot_closed_{operation.lower()}", table="ballot", operation=operation, condition=is_decided,
            message="the motion is decided",
        )
        for operation in ("INSERT", "UPDATE")
    ]  # fmt: skip
    return tuple(guards)


def _one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("is_written", sa.Boolean(), nullable=False),
        sa.Column("opened_by", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_meeting_edition_id_edition")),
        sa.ForeignKeyConstraint(["opened_by"], ["account.id"], name=op.f("fk_meeting_opened_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
    )
    op.create_index(op.f("ix_meeting_edition_id"), "meeting", ["edition_id"])
    op.create_table(
        "meeting_presence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("juror_id", sa.Integer(), nullable=False),
        sa.Column("is_present", sa.Boolean(), nullable=False),
        sa.Column("noted_by", sa.Integer(), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["juror_id"], ["juror.id"], name=op.f("fk_meeting_presence_juror_id_juror")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_presence_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["noted_by"], ["account.id"], name=op.f("fk_meeting_presence_noted_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_presence")),
    )
    op.create_index(op.f("ix_meeting_presence_meeting_id"), "meeting_presence", ["meeting_id"])
    op.create_table(
        "agenda_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_agenda_item_category_id_category")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_agenda_item_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
        sa.UniqueConstraint("meeting_id", "category_id", name=op.f("uq_agenda_item_meeting_id_category_id")),
    )
    op.create_table(
        "motion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("kind", _one_of("motion_kind", "winner", "no_prize", "commendation", "other"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("is_secret", sa.Boolean(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", _one_of("motion_outcome", "carried", "rejected", "no_quorum"), nullable=True),
        sa.Column("yes", sa.Integer(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("abstain", sa.Integer(), nullable=False),
        sa.Column("entitled", sa.Integer(), nullable=False),
        sa.Column("present", sa.Integer(), nullable=False),
        sa.CheckConstraint("(outcome IS NULL) = (closed_at IS NULL)", name=op.f("ck_motion_closed_has_outcome")),
        sa.CheckConstraint(
            "kind NOT IN ('winner', 'commendation') OR entry_id IS NOT NULL", name=op.f("ck_motion_award_has_entry")
        ),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_motion_category_id_category")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_motion_entry_id_entry")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_motion_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_motion")),
        sa.UniqueConstraint("public_id", name=op.f("uq_motion_public_id")),
    )
    op.create_index("ix_motion_meeting_id_category_id", "motion", ["meeting_id", "category_id"])
    op.create_table(
        "ballot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("motion_id", sa.Integer(), nullable=False),
        sa.Column("juror_id", sa.Integer(), nullable=False),
        sa.Column("choice", _one_of("ballot_choice", "yes", "no", "abstain"), nullable=True),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.Column("cast_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["juror_id"], ["juror.id"], name=op.f("fk_ballot_juror_id_juror")),
        sa.ForeignKeyConstraint(["motion_id"], ["motion.id"], name=op.f("fk_ballot_motion_id_motion")),
        sa.ForeignKeyConstraint(["recorded_by"], ["account.id"], name=op.f("fk_ballot_recorded_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot")),
        sa.UniqueConstraint("motion_id", "juror_id", name=op.f("uq_ballot_motion_id_juror_id")),
    )
    for guard in _guards():
        create_guard(op, guard)


def downgrade() -> None:
    for guard in _guards():
        drop_guard(op, guard)
    for table in ("ballot", "motion", "agenda_item", "meeting_presence", "meeting"):
        op.drop_table(table)
