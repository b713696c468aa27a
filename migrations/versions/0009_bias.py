"""bias: kinds and ends of a juror's ties, decisions about the register's hints.

Revision: 0009, after 0008.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard, frozen_guards

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TIE_KINDS = ("employer", "mandate", "former_office", "residence", "membership")
EDITION_OF_A_JUROR = "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)"
SCORING_IS_CLOSED = (
    "(SELECT edition.phase FROM edition JOIN entry ON entry.edition_id = edition.id WHERE entry.id = {row}.entry_id)"
    " <> 'judging'"
)
TIE_GUARDS = frozen_guards("juror_tie", EDITION_OF_A_JUROR)
GUARDS = (
    *frozen_guards("hint_decision", EDITION_OF_A_JUROR),
    *(
        Guard(
            name=f"guard_hint_decision_{operation.lower()}", table="hint_decision", operation=operation,
            condition=SCORING_IS_CLOSED.format(row="OLD" if operation == "DELETE" else "NEW"), message="scoring is closed",
        )
        for operation in ("INSERT", "UPDATE", "DELETE")
    ),
)  # fmt: skip


def _one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    # Changing the table in SQLite means making it anew, without its guards.
    for guard in TIE_GUARDS:
        drop_guard(op, guard)
    with op.batch_alter_table("juror_tie") as table:
        kind = sa.Column("kind", _one_of("tie_kind", *TIE_KINDS), nullable=False, server_default="residence")
        table.add_column(kind)
        table.add_column(sa.Column("ended_on", sa.Date(), nullable=True))
        table.drop_constraint(op.f("uq_juror_tie_juror_id_body_key"), type_="unique")
        table.create_unique_constraint(op.f("uq_juror_tie_juror_id_body_key_kind"), ["juror_id", "body_key", "kind"])
        table.create_check_constraint(
            op.f("ck_juror_tie_former_office_has_end"), "kind <> 'former_office' OR ended_on IS NOT NULL"
        )
    for guard in TIE_GUARDS:
        create_guard(op, guard)
    _create_decisions()
    for guard in GUARDS:
        create_guard(op, guard)


def _create_decisions() -> None:
    op.create_table(
        "hint_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("juror_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("hint_reason", _one_of("hint_reason", "own_lead", "own_partner", "same_district"), nullable=False),
        sa.Column("body_key", sa.String(length=12), nullable=False),
        sa.Column("tie_key", sa.String(length=12), nullable=False),
        sa.Column("tie_kind", _one_of("hint_tie_kind", *TIE_KINDS), nullable=False),
        sa.Column("outcome", _one_of("hint_outcome", "biased", "denied"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ruling", _one_of("hint_ruling", "confirmed", "overruled"), nullable=True),
        sa.Column("ruling_reason", sa.Text(), nullable=False),
        sa.Column("ruled_by", sa.Integer(), nullable=True),
        sa.Column("ruled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_hint_decision_has_reason")),
        sa.CheckConstraint(
            "(ruling IS NULL) = (ruled_at IS NULL) AND (ruling IS NULL) = (ruled_by IS NULL)",
            name=op.f("ck_hint_decision_ruling_whole"),
        ),
        sa.CheckConstraint("ruling IS NULL OR outcome = 'denied'", name=op.f("ck_hint_decision_ruling_on_denial")),
        sa.CheckConstraint(
            "ruling IS NULL OR ruling <> 'overruled' OR ruling_reason <> ''",
            name=op.f("ck_hint_decision_overruling_has_reason"),
        ),
        sa.ForeignKeyConstraint(["juror_id"], ["juror.id"], name=op.f("fk_hint_decision_juror_id_juror")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_hint_decision_entry_id_entry")),
        sa.ForeignKeyConstraint(["body_key"], ["register_body.key"], name=op.f("fk_hint_decision_body_key_register_body")),
        sa.ForeignKeyConstraint(["tie_key"], ["register_body.key"], name=op.f("fk_hint_decision_tie_key_register_body")),
        sa.ForeignKeyConstraint(["ruled_by"], ["account.id"], name=op.f("fk_hint_decision_ruled_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hint_decision")),
        sa.UniqueConstraint("public_id", name=op.f("uq_hint_decision_public_id")),
        sa.UniqueConstraint(
            "juror_id", "entry_id", "hint_reason", "body_key", "tie_key", "tie_kind",
            name=op.f("uq_hint_decision_juror_id_entry_id_hint_reason_body_key_tie_key_tie_kind"),
        ),
    )  # fmt: skip
    op.create_index(op.f("ix_hint_decision_entry_id"), "hint_decision", ["entry_id"])


def downgrade() -> None:
    for guard in GUARDS:
        drop_guard(op, guard)
    op.drop_table("hint_decision")
    for guard in TIE_GUARDS:
        drop_guard(op, guard)
    with op.batch_alter_table("juror_tie") as table:
        table.drop_constraint(op.f("ck_juror_tie_former_office_has_end"), type_="check")
        table.drop_constraint(op.f("ck_juror_tie_tie_kind"), type_="check")
        table.drop_constraint(op.f("uq_juror_tie_juror_id_body_key_kind"), type_="unique")
        table.create_unique_constraint(op.f("uq_juror_tie_juror_id_body_key"), ["juror_id", "body_key"])
        table.drop_column("ended_on")
        table.drop_column("kind")
    for guard in TIE_GUARDS:
        create_guard(op, guard)
