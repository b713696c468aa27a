"""bodies: municipal bodies outside the register, proposals for them, deputies among colleagues.

Revision: 0027, after 0026.
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

FORMS = (
    "zweckverband", "aoer", "joint_aoer", "association_of_municipalities", "other_public", "gmbh", "other_private", "abroad",
)  # fmt: skip
OFFICIAL_KINDS = ("municipality", "independent_city", "district", "landschaftsverband")
KIND_CHECK = "CONSTRAINT ck_register_body_body_kind CHECK (kind IN ({}))"
# What a table cannot be told later in SQLite stands with the column it came with.
CHECKS = {
    "body_form": "form IN ({})".format(", ".join(f"'{form}'" for form in FORMS)),
    "other_has_form": "(kind = 'other') = (form IS NOT NULL)",
    "other_has_own_key": "(kind = 'other') = (substr(key, 1, 2) = 'KB')",
}
COLUMNS = (
    "form VARCHAR(32)",
    "country VARCHAR(2) NOT NULL DEFAULT 'DE'",
    "seat VARCHAR(120) NOT NULL DEFAULT ''",
    "may_lead BOOLEAN NOT NULL DEFAULT {true}",
)


def upgrade() -> None:
    _allow_kinds(OFFICIAL_KINDS, (*OFFICIAL_KINDS, "other"))
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    checks = " ".join(f"CONSTRAINT ck_register_body_{name} CHECK ({check})" for name, check in CHECKS.items())
    for column in COLUMNS:
        told = f"{column} {checks}" if column.startswith("form ") else column.format(true="true" if is_postgresql else "1")
        op.execute(f"ALTER TABLE register_body ADD COLUMN {told}")
    op.create_table(
        "body_member",
        sa.Column("body_key", sa.String(length=12), nullable=False),
        sa.Column("member_key", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(["body_key"], ["register_body.key"], name=op.f("fk_body_member_body_key_register_body")),
        sa.ForeignKeyConstraint(["member_key"], ["register_body.key"], name=op.f("fk_body_member_member_key_register_body")),
        sa.PrimaryKeyConstraint("body_key", "member_key", name=op.f("pk_body_member")),
    )
    _create_proposals()
    _create_deputyships()


def _one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def _create_proposals() -> None:
    states = _one_of("proposal_state", "waiting", "confirmed", "merged", "rejected", "withdrawn")
    op.create_table(
        "proposed_body",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("form", _one_of("proposed_body_form", *FORMS), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("seat", sa.String(length=120), nullable=False),
        sa.Column("seat_key", sa.String(length=12), nullable=True),
        sa.Column("member_keys", sa.JSON(), nullable=False),
        sa.Column("is_controlled", sa.Boolean(), nullable=False),
        sa.Column("website", sa.String(length=200), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("state", states, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("body_key", sa.String(length=12), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_proposed_body_has_name")),
        sa.CheckConstraint(
            "(state = 'waiting' OR state = 'withdrawn') = (decided_at IS NULL)", name=op.f("ck_proposed_body_decided_has_time")
        ),
        sa.CheckConstraint(
            "(state = 'confirmed' OR state = 'merged') = (body_key IS NOT NULL)", name=op.f("ck_proposed_body_taken_has_body")
        ),
        sa.CheckConstraint("state <> 'rejected' OR reason <> ''", name=op.f("ck_proposed_body_rejected_has_reason")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_proposed_body_account_id_account"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["seat_key"], ["register_body.key"], name=op.f("fk_proposed_body_seat_key_register_body")),
        sa.ForeignKeyConstraint(["body_key"], ["register_body.key"], name=op.f("fk_proposed_body_body_key_register_body")),
        sa.ForeignKeyConstraint(["decided_by"], ["account.id"], name=op.f("fk_proposed_body_decided_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposed_body")),
    )
    op.create_index(op.f("ix_proposed_body_account_id"), "proposed_body", ["account_id"])
    op.create_index(op.f("ix_proposed_body_state"), "proposed_body", ["state"])


def _create_deputyships() -> None:
    op.create_table(
        "deputyship",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("deputy_id", sa.Integer(), nullable=False),
        sa.Column("body_key", sa.String(length=12), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("account_id <> deputy_id", name=op.f("ck_deputyship_two_people")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_deputyship_days_in_order")),
        sa.CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name=op.f("ck_deputyship_ended_by_somebody")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_deputyship_account_id_account"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["deputy_id"], ["account.id"], name=op.f("fk_deputyship_deputy_id_account"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["body_key"], ["register_body.key"], name=op.f("fk_deputyship_body_key_register_body")),
        sa.ForeignKeyConstraint(["ended_by"], ["account.id"], name=op.f("fk_deputyship_ended_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deputyship")),
    )
    op.create_index(op.f("ix_deputyship_account_id"), "deputyship", ["account_id"])
    op.create_index(op.f("ix_deputyship_deputy_id"), "deputyship", ["deputy_id"])


def _allow_kinds(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    """Other values in the CHECK of `kind`; everything else about the table stays as it is."""
    before, after = (KIND_CHECK.format(", ".join(f"'{kind}'" for kind in kinds)) for kinds in (old, new))
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE register_body DROP CONSTRAINT ck_register_body_body_kind")
        op.execute(f"ALTER TABLE register_body ADD {after}")
        return
    # SQLite changes no constraint: the table is made anew from its own text, with whatever columns, indexes and triggers it
    # has. The environment has turned foreign keys off meanwhile.
    rows = op.get_bind().exec_driver_sql("SELECT type, sql FROM sqlite_master WHERE tbl_name = 'register_body'").all()
    (table,) = [sql for kind, sql in rows if kind == "table"]
    if before not in table:
        raise RuntimeError("the CHECK of register_body.kind is not as this migration knows it")
    made = table.replace(before, after).replace("CREATE TABLE register_body", "CREATE TABLE register_body_new", 1)
    made = made.replace('CREATE TABLE "register_body"', "CREATE TABLE register_body_new", 1)
    op.execute(sa.text(made.replace(":", r"\:")))
    op.execute("INSERT INTO register_body_new SELECT * FROM register_body")
    op.execute("DROP TABLE register_body")
    op.execute("ALTER TABLE register_body_new RENAME TO register_body")
    for kind, sql in rows:
        if kind != "table" and sql:
            op.execute(sa.text(sql.replace(":", r"\:")))


def downgrade() -> None:
    """Refused by the database as long as a body of our own is there: entries may point to it."""
    op.drop_table("deputyship")
    op.drop_table("proposed_body")
    op.drop_table("body_member")
    if op.get_bind().dialect.name == "postgresql":
        for name in CHECKS:
            op.execute(f"ALTER TABLE register_body DROP CONSTRAINT ck_register_body_{name}")
    for column in reversed(COLUMNS):
        op.execute(f"ALTER TABLE register_body DROP COLUMN {column.partition(' ')[0]}")
    _allow_kinds((*OFFICIAL_KINDS, "other"), OFFICIAL_KINDS)
