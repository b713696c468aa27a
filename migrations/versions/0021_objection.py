"""objection: a member wants the jury to meet instead of deciding in writing.

Revision: 0021, after 0020.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

GUARDS = (
    Guard(
        name="guard_meeting_objection_insert", table="meeting_objection", operation="INSERT",
        condition="(SELECT edition.phase FROM edition JOIN meeting ON meeting.edition_id = edition.id"
        " WHERE meeting.id = NEW.meeting_id) <> 'deliberation'", message="the jury does not deliberate",
    ),
    *(
        Guard(
            name=f"guard_meeting_objection_{operation.lower()}", table="meeting_objection", operation=operation,
            condition="1 = 1", message="an objection is on record",
        )
        for operation in ("UPDATE", "DELETE")
    ),
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "meeting_objection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("juror_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("objected_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_objection_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["juror_id"], ["juror.id"], name=op.f("fk_meeting_objection_juror_id_juror")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_objection")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_meeting_objection_meeting_id")),
    )
    for guard in GUARDS:
        create_guard(op, guard)


def downgrade() -> None:
    for guard in GUARDS:
        drop_guard(op, guard)
    op.drop_table("meeting_objection")
