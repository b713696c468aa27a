"""all tables.

Revision: 0001, after .
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("password", sa.String(length=255), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("fs_uniquifier", sa.String(length=64), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("create_datetime", sa.DateTime(timezone=True), nullable=False),
        sa.Column("update_datetime", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("email", name=op.f("uq_account_email")),
        sa.UniqueConstraint("fs_uniquifier", name=op.f("uq_account_fs_uniquifier")),
    )
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("actor_name", sa.String(length=200), nullable=False),
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=True),
        sa.Column("old", sa.JSON(), nullable=True),
        sa.Column("new", sa.JSON(), nullable=True),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
        sa.UniqueConstraint("hash", name=op.f("uq_audit_entry_hash")),
    )
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_entry_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_entry_edition_id"), ["edition_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_entry_subject"), ["subject"], unique=False)

    op.create_table(
        "browser_session",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("account_id", sa.String(length=64), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_browser_session")),
    )
    with op.batch_alter_table("browser_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_browser_session_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_browser_session_expires_at"), ["expires_at"], unique=False)

    op.create_table(
        "edition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("organiser", sa.String(length=200), nullable=False),
        sa.Column("number_prefix", sa.String(length=12), nullable=False),
        sa.Column("next_number", sa.Integer(), nullable=False),
        sa.Column(
            "phase",
            sa.Enum(
                "preparation",
                "open",
                "screening",
                "judging",
                "deliberation",
                "decided",
                "published",
                "archived",
                name="phase",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deadline_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("grace_seconds", sa.Integer(), nullable=False),
        sa.Column("scoring_closes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("scale_minimum", sa.Integer(), nullable=False),
        sa.Column("scale_maximum", sa.Integer(), nullable=False),
        sa.Column("scale_step", sa.Integer(), nullable=False),
        sa.Column(
            "reason_rule",
            sa.Enum("always", "extremes", "never", name="reason_rule", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("minimum_sheets", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("grace_seconds >= 0", name=op.f("ck_edition_grace_not_negative")),
        sa.CheckConstraint("minimum_sheets >= 1", name=op.f("ck_edition_minimum_sheets_positive")),
        sa.CheckConstraint("opens_at < deadline_at", name=op.f("ck_edition_opens_before_deadline")),
        sa.CheckConstraint("scale_minimum < scale_maximum AND scale_step > 0", name=op.f("ck_edition_scale_makes_sense")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition")),
        sa.UniqueConstraint("slug", name=op.f("uq_edition_slug")),
    )
    op.create_table(
        "intention_key",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("request_hash", sa.String(length=64), nullable=False),
        sa.Column("result", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_intention_key")),
    )
    with op.batch_alter_table("intention_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_intention_key_created_at"), ["created_at"], unique=False)

    op.create_table(
        "login_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("identity_hash", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_login_attempt")),
    )
    with op.batch_alter_table("login_attempt", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_login_attempt_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_login_attempt_identity_hash"), ["identity_hash"], unique=False)

    op.create_table(
        "outgoing_mail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.String(length=120), nullable=False),
        sa.Column("recipient", sa.String(length=254), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_error", sa.String(length=300), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing_mail")),
        sa.UniqueConstraint("message_id", name=op.f("uq_outgoing_mail_message_id")),
    )
    with op.batch_alter_table("outgoing_mail", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outgoing_mail_sent_at"), ["sent_at"], unique=False)

    op.create_table(
        "register_body",
        sa.Column("key", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("official_name", sa.String(length=160), nullable=False),
        sa.Column("search_name", sa.String(length=400), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "municipality",
                "independent_city",
                "district",
                "landschaftsverband",
                name="body_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("parent_key", sa.String(length=12), nullable=True),
        sa.Column("government_region", sa.String(length=40), nullable=False),
        sa.Column("latitude_e6", sa.Integer(), nullable=True),
        sa.Column("longitude_e6", sa.Integer(), nullable=True),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("area_hectares", sa.Integer(), nullable=True),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["parent_key"], ["register_body.key"], name=op.f("fk_register_body_parent_key_register_body")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_register_body")),
    )
    with op.batch_alter_table("register_body", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_register_body_search_name"), ["search_name"], unique=False)

    op.create_table(
        "role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("description", sa.String(length=255), nullable=True),
        sa.Column("permissions", sa.UnicodeText(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role")),
        sa.UniqueConstraint("name", name=op.f("uq_role_name")),
    )
    op.create_table(
        "stored_file",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_stored_file")),
    )
    op.create_table(
        "account_role",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("role_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_account_role_account_id_account"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["role_id"], ["role.id"], name=op.f("fk_account_role_role_id_role")),
        sa.PrimaryKeyConstraint("account_id", "role_id", name=op.f("pk_account_role")),
    )
    op.create_table(
        "attachment_purpose",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("label", sa.String(length=160), nullable=False),
        sa.Column("help", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_attachment_purpose_edition_id_edition")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment_purpose")),
        sa.UniqueConstraint("edition_id", "key", name=op.f("uq_attachment_purpose_edition_id_key")),
    )
    op.create_table(
        "category",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("prize_euro", sa.Integer(), nullable=False),
        sa.Column("is_special", sa.Boolean(), nullable=False),
        sa.CheckConstraint("prize_euro >= 0", name=op.f("ck_category_prize_not_negative")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_category_edition_id_edition")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_category")),
        sa.UniqueConstraint("edition_id", "key", name=op.f("uq_category_edition_id_key")),
    )
    op.create_table(
        "edition_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_edition_text_edition_id_edition")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition_text")),
        sa.UniqueConstraint("edition_id", "key", "version", name=op.f("uq_edition_text_edition_id_key_version")),
    )
    op.create_table(
        "form_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("introduction", sa.Text(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "questions",
                "partners",
                "attachments",
                "review",
                name="step_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_form_step_edition_id_edition")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_step")),
        sa.UniqueConstraint("edition_id", "key", name=op.f("uq_form_step_edition_id_key")),
    )
    op.create_table(
        "job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=True),
        sa.Column("parameters", sa.JSON(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "queued", "running", "done", "failed", name="job_status", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("done_steps", sa.Integer(), nullable=False),
        sa.Column("total_steps", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=200), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("heartbeat_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("result_sha256", sa.String(length=64), nullable=True),
        sa.Column("result_name", sa.String(length=120), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.CheckConstraint("done_steps >= 0 AND done_steps <= total_steps", name=op.f("ck_job_progress_in_range")),
        sa.ForeignKeyConstraint(["created_by"], ["account.id"], name=op.f("fk_job_created_by_account")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_job_edition_id_edition")),
        sa.ForeignKeyConstraint(["result_sha256"], ["stored_file.sha256"], name=op.f("fk_job_result_sha256_stored_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        sa.UniqueConstraint("public_id", name=op.f("uq_job_public_id")),
    )
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_job_status"), ["status"], unique=False)

    op.create_table(
        "juror",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("body_name", sa.String(length=200), nullable=False),
        sa.Column(
            "role",
            sa.Enum("member", "chair", "deputy", name="panel_role", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_juror_account_id_account")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_juror_edition_id_edition")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_juror")),
        sa.UniqueConstraint("edition_id", "account_id", name=op.f("uq_juror_edition_id_account_id")),
    )
    op.create_table(
        "jury_round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_jury_round_edition_id_edition")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jury_round")),
        sa.UniqueConstraint("edition_id", "position", name=op.f("uq_jury_round_edition_id_position")),
    )
    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("body_key", sa.String(length=12), nullable=False),
        sa.Column(
            "status",
            sa.Enum("pending", "active", name="membership_status", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_membership_account_id_account"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["body_key"], ["register_body.key"], name=op.f("fk_membership_body_key_register_body")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
        sa.UniqueConstraint("account_id", "body_key", name=op.f("uq_membership_account_id_body_key")),
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_membership_body_key"), ["body_key"], unique=False)

    op.create_table(
        "milestone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=160), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_milestone_edition_id_edition")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestone")),
    )
    op.create_table(
        "organisation_domain",
        sa.Column("domain", sa.String(length=253), nullable=False),
        sa.Column("body_key", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_key"], ["register_body.key"], name=op.f("fk_organisation_domain_body_key_register_body")
        ),
        sa.PrimaryKeyConstraint("domain", "body_key", name=op.f("pk_organisation_domain")),
    )
    op.create_table(
        "participation_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("is_hard", sa.Boolean(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("parameters", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_participation_rule_edition_id_edition")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participation_rule")),
        sa.UniqueConstraint("edition_id", "key", name=op.f("uq_participation_rule_edition_id_key")),
    )
    op.create_table(
        "confidentiality_acceptance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("juror_id", sa.Integer(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["juror_id"], ["juror.id"], name=op.f("fk_confidentiality_acceptance_juror_id_juror")),
        sa.ForeignKeyConstraint(
            ["text_id"], ["edition_text.id"], name=op.f("fk_confidentiality_acceptance_text_id_edition_text")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confidentiality_acceptance")),
        sa.UniqueConstraint("juror_id", "text_id", name=op.f("uq_confidentiality_acceptance_juror_id_text_id")),
    )
    op.create_table(
        "criterion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=True),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("weight > 0", name=op.f("ck_criterion_weight_positive")),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_criterion_category_id_category")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_criterion_edition_id_edition")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criterion")),
        sa.UniqueConstraint("edition_id", "category_id", "key", name=op.f("uq_criterion_edition_id_category_id_key")),
    )
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=True),
        sa.Column("lead_key", sa.String(length=12), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "submitted",
                "returned",
                "admitted",
                "excluded",
                "withdrawn",
                name="entry_status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("number", sa.String(length=24), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("status_reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status = 'draft' OR number IS NOT NULL OR status = 'withdrawn'", name=op.f("ck_entry_submitted_has_number")
        ),
        sa.CheckConstraint(
            "status IN ('draft', 'withdrawn') OR category_id IS NOT NULL", name=op.f("ck_entry_submitted_has_category")
        ),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_entry_category_id_category")),
        sa.ForeignKeyConstraint(["created_by"], ["account.id"], name=op.f("fk_entry_created_by_account")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_entry_edition_id_edition")),
        sa.ForeignKeyConstraint(["lead_key"], ["register_body.key"], name=op.f("fk_entry_lead_key_register_body")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
        sa.UniqueConstraint("edition_id", "number", name=op.f("uq_entry_edition_id_number")),
        sa.UniqueConstraint("public_id", name=op.f("uq_entry_public_id")),
    )
    with op.batch_alter_table("entry", schema=None) as batch_op:
        batch_op.create_index("ix_entry_edition_id_status_category_id", ["edition_id", "status", "category_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_entry_lead_key"), ["lead_key"], unique=False)

    op.create_table(
        "juror_tie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("juror_id", sa.Integer(), nullable=False),
        sa.Column("body_key", sa.String(length=12), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["body_key"], ["register_body.key"], name=op.f("fk_juror_tie_body_key_register_body")),
        sa.ForeignKeyConstraint(["juror_id"], ["juror.id"], name=op.f("fk_juror_tie_juror_id_juror")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_juror_tie")),
        sa.UniqueConstraint("juror_id", "body_key", name=op.f("uq_juror_tie_juror_id_body_key")),
    )
    op.create_table(
        "question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("label", sa.String(length=200), nullable=False),
        sa.Column("help", sa.Text(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "short_text",
                "long_text",
                "email",
                "phone",
                "date",
                "choice",
                "yes_no",
                "category",
                "consent",
                name="question_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "purpose",
            sa.Enum(
                "title",
                "category",
                "summary",
                "department",
                "contact_name",
                "contact_email",
                "contact_phone",
                "contract_date",
                "legal_form",
                "municipally_controllable",
                name="question_purpose",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("is_required", sa.Boolean(), nullable=False),
        sa.Column("maximum_length", sa.Integer(), nullable=True),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("condition", sa.JSON(), nullable=True),
        sa.Column("criterion_key", sa.String(length=40), nullable=True),
        sa.Column("fact_sheet_position", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("maximum_length IS NULL OR maximum_length > 0", name=op.f("ck_question_maximum_length_positive")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_question_edition_id_edition")),
        sa.ForeignKeyConstraint(["step_id"], ["form_step.id"], name=op.f("fk_question_step_id_form_step")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sa.UniqueConstraint("edition_id", "key", name=op.f("uq_question_edition_id_key")),
        sa.UniqueConstraint("edition_id", "purpose", name=op.f("uq_question_edition_id_purpose")),
    )
    op.create_table(
        "anchor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("criterion_id", sa.Integer(), nullable=False),
        sa.Column("points_from", sa.Integer(), nullable=False),
        sa.Column("points_to", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=80), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint("points_from <= points_to", name=op.f("ck_anchor_points_in_order")),
        sa.ForeignKeyConstraint(["criterion_id"], ["criterion.id"], name=op.f("fk_anchor_criterion_id_criterion")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anchor")),
    )
    op.create_table(
        "answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_answer_entry_id_entry")),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name=op.f("fk_answer_question_id_question")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
        sa.UniqueConstraint("entry_id", "question_id", name=op.f("uq_answer_entry_id_question_id")),
    )
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_answer_question_id"), ["question_id"], unique=False)

    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("filename", sa.String(length=200), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("notice", sa.String(length=300), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["account.id"], name=op.f("fk_attachment_created_by_account")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_attachment_entry_id_entry")),
        sa.ForeignKeyConstraint(["sha256"], ["stored_file.sha256"], name=op.f("fk_attachment_sha256_stored_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        sa.UniqueConstraint("public_id", name=op.f("uq_attachment_public_id")),
    )
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attachment_entry_id"), ["entry_id"], unique=False)

    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("public_text", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_decision_has_reason")),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_decision_category_id_category")),
        sa.ForeignKeyConstraint(["decided_by"], ["account.id"], name=op.f("fk_decision_decided_by_account")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_decision_entry_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("category_id", name=op.f("uq_decision_category_id")),
    )
    op.create_table(
        "partner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("body_key", sa.String(length=12), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "municipality",
                "public_body",
                "private_controllable",
                "private",
                "savings_bank",
                name="partner_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("body_key IS NOT NULL OR name <> ''", name=op.f("ck_partner_has_key_or_name")),
        sa.ForeignKeyConstraint(["body_key"], ["register_body.key"], name=op.f("fk_partner_body_key_register_body")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_partner_entry_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner")),
        sa.UniqueConstraint("entry_id", "body_key", name=op.f("uq_partner_entry_id_body_key")),
    )
    with op.batch_alter_table("partner", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_partner_body_key"), ["body_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_partner_entry_id"), ["entry_id"], unique=False)

    op.create_table(
        "recusal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("juror_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("declared_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_recusal_has_reason")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_recusal_entry_id_entry")),
        sa.ForeignKeyConstraint(["juror_id"], ["juror.id"], name=op.f("fk_recusal_juror_id_juror")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recusal")),
        sa.UniqueConstraint("juror_id", "entry_id", name=op.f("uq_recusal_juror_id_entry_id")),
    )
    with op.batch_alter_table("recusal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recusal_entry_id"), ["entry_id"], unique=False)

    op.create_table(
        "score_sheet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("juror_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "draft", "submitted", "abstained", name="sheet_status", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("abstention_reason", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("status <> 'submitted' OR submitted_at IS NOT NULL", name=op.f("ck_score_sheet_submitted_has_time")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_score_sheet_entry_id_entry")),
        sa.ForeignKeyConstraint(["juror_id"], ["juror.id"], name=op.f("fk_score_sheet_juror_id_juror")),
        sa.ForeignKeyConstraint(["round_id"], ["jury_round.id"], name=op.f("fk_score_sheet_round_id_jury_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_sheet")),
        sa.UniqueConstraint("juror_id", "entry_id", "round_id", name=op.f("uq_score_sheet_juror_id_entry_id_round_id")),
    )
    with op.batch_alter_table("score_sheet", schema=None) as batch_op:
        batch_op.create_index("ix_score_sheet_entry_id_status", ["entry_id", "status"], unique=False)

    op.create_table(
        "screening_finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("rule_key", sa.String(length=40), nullable=False),
        sa.Column(
            "verdict",
            sa.Enum("fulfilled", "violated", name="verdict", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["decided_by"], ["account.id"], name=op.f("fk_screening_finding_decided_by_account")),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_screening_finding_entry_id_entry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_screening_finding")),
        sa.UniqueConstraint("entry_id", "rule_key", name=op.f("uq_screening_finding_entry_id_rule_key")),
    )
    op.create_table(
        "step_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("step_key", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_step_version_entry_id_entry")),
        sa.ForeignKeyConstraint(["saved_by"], ["account.id"], name=op.f("fk_step_version_saved_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step_version")),
        sa.UniqueConstraint("entry_id", "step_key", name=op.f("uq_step_version_entry_id_step_key")),
    )
    op.create_table(
        "submission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("snapshot", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_submission_entry_id_entry")),
        sa.ForeignKeyConstraint(["submitted_by"], ["account.id"], name=op.f("fk_submission_submitted_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
        sa.UniqueConstraint("entry_id", "version", name=op.f("uq_submission_entry_id_version")),
    )
    op.create_table(
        "score",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("criterion_id", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["criterion_id"], ["criterion.id"], name=op.f("fk_score_criterion_id_criterion")),
        sa.ForeignKeyConstraint(["sheet_id"], ["score_sheet.id"], name=op.f("fk_score_sheet_id_score_sheet")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score")),
        sa.UniqueConstraint("sheet_id", "criterion_id", name=op.f("uq_score_sheet_id_criterion_id")),
    )
    with op.batch_alter_table("score", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_score_criterion_id"), ["criterion_id"], unique=False)


def downgrade() -> None:

    with op.batch_alter_table("score", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_score_criterion_id"))

    op.drop_table("score")
    op.drop_table("submission")
    op.drop_table("step_version")
    op.drop_table("screening_finding")
    with op.batch_alter_table("score_sheet", schema=None) as batch_op:
        batch_op.drop_index("ix_score_sheet_entry_id_status")

    op.drop_table("score_sheet")
    with op.batch_alter_table("recusal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recusal_entry_id"))

    op.drop_table("recusal")
    with op.batch_alter_table("partner", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_partner_entry_id"))
        batch_op.drop_index(batch_op.f("ix_partner_body_key"))

    op.drop_table("partner")
    op.drop_table("decision")
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attachment_entry_id"))

    op.drop_table("attachment")
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_answer_question_id"))

    op.drop_table("answer")
    op.drop_table("anchor")
    op.drop_table("question")
    op.drop_table("juror_tie")
    with op.batch_alter_table("entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_entry_lead_key"))
        batch_op.drop_index("ix_entry_edition_id_status_category_id")

    op.drop_table("entry")
    op.drop_table("criterion")
    op.drop_table("confidentiality_acceptance")
    op.drop_table("participation_rule")
    op.drop_table("organisation_domain")
    op.drop_table("milestone")
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_membership_body_key"))

    op.drop_table("membership")
    op.drop_table("jury_round")
    op.drop_table("juror")
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_job_status"))

    op.drop_table("job")
    op.drop_table("form_step")
    op.drop_table("edition_text")
    op.drop_table("category")
    op.drop_table("attachment_purpose")
    op.drop_table("account_role")
    op.drop_table("stored_file")
    op.drop_table("role")
    with op.batch_alter_table("register_body", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_register_body_search_name"))

    op.drop_table("register_body")
    with op.batch_alter_table("outgoing_mail", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outgoing_mail_sent_at"))

    op.drop_table("outgoing_mail")
    with op.batch_alter_table("login_attempt", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_login_attempt_identity_hash"))
        batch_op.drop_index(batch_op.f("ix_login_attempt_at"))

    op.drop_table("login_attempt")
    with op.batch_alter_table("intention_key", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_intention_key_created_at"))

    op.drop_table("intention_key")
    op.drop_table("edition")
    with op.batch_alter_table("browser_session", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_browser_session_expires_at"))
        batch_op.drop_index(batch_op.f("ix_browser_session_account_id"))

    op.drop_table("browser_session")
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_entry_subject"))
        batch_op.drop_index(batch_op.f("ix_audit_entry_edition_id"))
        batch_op.drop_index(batch_op.f("ix_audit_entry_account_id"))

    op.drop_table("audit_entry")
    op.drop_table("account")
