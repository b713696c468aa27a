"""seal covers meeting: what the jury's meeting did, and every name a result shows, is frozen with the result.

Revision: 0030, after 0029.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard, frozen_guards

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

OF_ENTRY = "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)"
OF_JUROR = "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)"
OF_MEETING = "(SELECT edition_id FROM meeting WHERE id = {row}.meeting_id)"
# Copied from models.seal.sealed_tables: a migration stays as it is when the code goes on.
FROZEN = {
    "requested_change": OF_ENTRY,
    "deadline_extension": "{row}.edition_id",
    "assignment_plan": "{row}.edition_id",
    "juror_category": OF_JUROR,
    "assignment": OF_JUROR,
    "stand_in": OF_JUROR,
    "stand_in_entry": OF_ENTRY,
    "comparison_opening": "{row}.edition_id",
    "discussion_flag": OF_ENTRY,
    "discussion_post": OF_ENTRY,
    "late_change": (
        "(SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id"
        " WHERE score_sheet.id = {row}.sheet_id)"
    ),
    "meeting": "{row}.edition_id",
    "meeting_presence": OF_MEETING,
    "meeting_objection": OF_MEETING,
    "agenda_item": OF_MEETING,
    "motion": OF_MEETING,
    "ballot": (
        "(SELECT meeting.edition_id FROM meeting JOIN motion ON motion.meeting_id = meeting.id"
        " WHERE motion.id = {row}.motion_id)"
    ),
}
IS_SEALED = (
    "EXISTS (SELECT 1 FROM result_seal WHERE NOT EXISTS"
    " (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id) AND result_seal.edition_id IN ({of}))"
)
JURIES = (
    "SELECT juror.edition_id FROM juror WHERE juror.account_id = OLD.id UNION SELECT juror.edition_id FROM hint_decision"
    " JOIN juror ON juror.id = hint_decision.juror_id WHERE hint_decision.ruled_by = OLD.id"
)
ENTRIES = (
    "SELECT entry.edition_id FROM entry WHERE entry.number IS NOT NULL AND entry.lead_key = OLD.key UNION"
    " SELECT entry.edition_id FROM entry JOIN partner ON partner.entry_id = entry.id"
    " WHERE entry.number IS NOT NULL AND partner.body_key = OLD.key"
)
NAMES = (
    Guard(
        name="sealed_account_name", table="account", operation="UPDATE OF name, email",
        message="a sealed result shows the name",
        condition=f"(NEW.name <> OLD.name OR (OLD.name = '' AND NEW.email <> OLD.email)) AND {IS_SEALED.format(of=JURIES)}",
    ),
    Guard(
        name="sealed_register_body_name", table="register_body", operation="UPDATE OF official_name",
        condition=f"NEW.official_name <> OLD.official_name AND {IS_SEALED.format(of=ENTRIES)}",
        message="a sealed result shows the name",
    ),
)  # fmt: skip
EDITION = Guard(
    name="sealed_edition_names", table="edition", operation="UPDATE OF hides_names",
    condition=frozen_guards("edition", "{row}.id")[1].condition, message="the result is sealed",
)  # fmt: skip
# How somebody voted in secret is nowhere, not even for a moment.
SECRET = tuple(
    Guard(
        name=f"guard_ballot_secret_{operation.lower()}", table="ballot", operation=operation, message="the vote is secret",
        condition="NEW.choice IS NOT NULL AND (SELECT is_secret FROM motion WHERE id = NEW.motion_id)",
    )
    for operation in ("INSERT", "UPDATE")
)  # fmt: skip
HEAD = (
    Guard(
        name="guard_audit_head_update", table="audit_head", operation="UPDATE", message="the audit log is append-only",
        condition="NEW.id <> OLD.id OR NEW.length <> OLD.length + 1",
    ),
    Guard(
        name="guard_audit_head_delete", table="audit_head", operation="DELETE", message="the audit log is append-only",
        condition="1 = 1",
    ),
)  # fmt: skip


def _guards() -> list[Guard]:
    of_tables = [guard for table, edition in FROZEN.items() for guard in frozen_guards(table, edition)]
    return [*of_tables, *NAMES, EDITION, *SECRET, *HEAD]


def upgrade() -> None:
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_audit_head_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    op.execute(
        "INSERT INTO audit_head (id, length, hash) SELECT 1, (SELECT count(*) FROM audit_entry),"
        " COALESCE((SELECT hash FROM audit_entry ORDER BY id DESC LIMIT 1),"
        " '0000000000000000000000000000000000000000000000000000000000000000')"
    )
    op.add_column("sealed_row", sa.Column("row_key", sa.String(length=40), nullable=True))
    # Not as a batch, which would rebuild the table in SQLite and drop its triggers.
    op.execute("ALTER TABLE motion ADD COLUMN chair_id INTEGER CONSTRAINT fk_motion_chair_id_juror REFERENCES juror (id)")
    for guard in _guards():
        create_guard(op, guard)


def downgrade() -> None:
    for guard in _guards():
        drop_guard(op, guard)
    op.drop_column("motion", "chair_id")
    op.drop_column("sealed_row", "row_key")
    op.drop_table("audit_head")
