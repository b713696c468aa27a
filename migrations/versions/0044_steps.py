"""steps: what the program computes with, an edition's steps and what was done in screening, are rows of their own.

Both were read from the audit log until now, and are filled from it.

Revision: 0044, after 0043.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard
from ikz_award.models.base import UtcDateTime

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None

PHASES = ("preparation", "open", "screening", "judging", "deliberation", "decided", "published", "archived")
DEEDS = ("admit", "exclude", "return", "reopen_screening", "record_findings")
TABLES = ("phase_step", "screening_act")
GUARDS = [
    Guard(
        name=f"guard_{table}_{operation.lower()}", table=table, operation=operation, condition="1 = 1",
        message=f"{table} is on record",
    )
    for table in TABLES
    for operation in ("UPDATE", "DELETE")
]  # fmt: skip


def upgrade() -> None:
    steps = op.create_table(
        "phase_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("old", _enum("step_old", PHASES), nullable=False),
        sa.Column("new", _enum("step_new", PHASES), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("actor_name", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("is_second_round", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("opens_before", UtcDateTime(), nullable=True),
        sa.Column("deadline_before", UtcDateTime(), nullable=True),
        sa.Column("extended_before", sa.JSON(), server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_phase_step_edition_id_edition")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phase_step")),
    )
    op.create_index(op.f("ix_phase_step_edition_id"), "phase_step", ["edition_id"])
    acts = op.create_table(
        "screening_act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("deed", _enum("screening_deed", DEEDS), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_screening_act_entry_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_screening_act")),
    )
    op.create_index(op.f("ix_screening_act_entry_id"), "screening_act", ["entry_id"])
    _fill(steps, acts)
    for guard in GUARDS:
        create_guard(op, guard)


def downgrade() -> None:
    for guard in GUARDS:
        drop_guard(op, guard)
    for table in reversed(TABLES):
        op.drop_index(op.f(f"ix_{table}_{'edition' if table == 'phase_step' else 'entry'}_id"), table_name=table)
        op.drop_table(table)


def _enum(name: str, values: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def _fill(steps: sa.Table, acts: sa.Table) -> None:
    """From the log, in its order; a line that names no edition or entry that is there is none of ours."""
    log = sa.table(
        "audit_entry", sa.column("id"), sa.column("at", UtcDateTime()), sa.column("actor_name"), sa.column("action"),
        sa.column("subject"), sa.column("old", sa.JSON()), sa.column("new", sa.JSON()),
    )  # fmt: skip
    connection = op.get_bind()
    actions = ("edition.change_phase", *(f"entry.{deed}" for deed in DEEDS))
    lines = connection.execute(sa.select(log).where(log.c.action.in_(actions)).order_by(log.c.id)).all()
    there = {
        kind: set(connection.scalars(sa.select(sa.table(kind, sa.column("id")).c.id))) for kind in ("edition", "entry")
    }  # fmt: skip
    for line in lines:
        kind, _colon, number = line.subject.partition(":")
        if kind not in there or not number.isdecimal() or int(number) not in there[kind]:
            continue
        if kind == "entry":
            deed = line.action.partition(".")[2]
            connection.execute(acts.insert().values(entry_id=int(number), deed=deed, at=line.at))
        elif (line.old or {}).get("phase") in PHASES and (line.new or {}).get("phase") in PHASES:
            connection.execute(steps.insert().values(edition_id=int(number), **_step(line)))


def _step(line: Any) -> Mapping[str, Any]:
    return {
        "old": line.old["phase"], "new": line.new["phase"], "at": line.at, "actor_name": line.actor_name,
        "reason": line.new.get("reason", ""), "is_second_round": bool(line.new.get("second_round")),
        "opens_before": _instant(line.old.get("opens_at")), "deadline_before": _instant(line.old.get("deadline")),
        "extended_before": line.old.get("extended", {}),
    }  # fmt: skip


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
