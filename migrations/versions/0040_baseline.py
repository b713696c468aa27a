"""baseline: every table and every guard, in one piece, feature by feature.

What migrations 0001 to 0040 had made, step by step, before anybody used it. Their last revision is this one's, so that a
database that they made goes on from here; tests/cli/test_upgrades.py does it with two that were stored then, and compares.

Revision: 0040, the first.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard, frozen_guards

revision = "0040"
down_revision = None
branch_labels = None
depends_on = None

# Copied from models.base, as the names and lists below are copied: a migration stays as it is when the code goes on.
TABLES = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
WHEN = sa.DateTime(timezone=True)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _column(name: str, *what: Any, nullable: bool = False, **more: Any) -> sa.Column[Any]:
    """A column that always has a value, unless it says otherwise."""
    return sa.Column(name, *what, nullable=nullable, **more)


def _one_of(name: str, *values: str) -> sa.Enum:
    """Text, and a constraint `ck_<table>_<name>` that knows its values."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


# people: accounts, memberships, the register

sa.Table(
    "account_role",
    TABLES,
    _column("account_id", sa.Integer, sa.ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
    _column("role_id", sa.Integer, sa.ForeignKey("role.id"), primary_key=True),
)

sa.Table(
    "role",
    TABLES,
    _id(),
    _column("name", sa.String(80), unique=True),
    _column("description", sa.String(255), nullable=True),
    _column("permissions", sa.UnicodeText(), nullable=True),
)

sa.Table(
    "account",
    TABLES,
    _id(),
    _column("email", sa.String(254), unique=True),
    _column("name", sa.String(120)),
    _column("password", sa.String(255), nullable=True),
    _column("active", sa.Boolean),
    _column("fs_uniquifier", sa.String(64), unique=True),
    _column("confirmed_at", WHEN, nullable=True),
    _column("create_datetime", WHEN),
    _column("update_datetime", WHEN),
    _column("muted_reminders", sa.JSON, nullable=True),
    _column("fs_webauthn_user_handle", sa.String(64), nullable=True, unique=True, index=True),
)

sa.Table(
    "passkey",
    TABLES,
    _id(),
    _column("account_id", sa.Integer, sa.ForeignKey("account.id", ondelete="CASCADE")),
    _column("name", sa.String(64)),
    _column("credential_id", sa.LargeBinary, unique=True),
    _column("public_key", sa.LargeBinary),
    _column("sign_count", sa.Integer),
    _column("transports", sa.JSON, nullable=True),
    _column("backup_state", sa.Boolean),
    _column("device_type", sa.String(64)),
    _column("extensions", sa.Text, nullable=True),
    _column("usage", sa.String(64)),
    _column("create_datetime", WHEN),
    _column("lastuse_datetime", WHEN),
    sa.UniqueConstraint("account_id", "name"),
)

sa.Table(
    "membership",
    TABLES,
    _id(),
    _column("account_id", sa.Integer, sa.ForeignKey("account.id", ondelete="CASCADE")),
    _column("body_key", sa.String(12), sa.ForeignKey("register_body.key"), index=True),
    _column("status", _one_of("membership_status", "pending", "active")),
    _column("created_at", WHEN),
    sa.UniqueConstraint("account_id", "body_key"),
)

sa.Table(
    "browser_session",
    TABLES,
    _column("token_hash", sa.String(64), primary_key=True),
    _column("account_id", sa.String(64), nullable=True, index=True),
    _column("data", sa.Text),
    _column("created_at", WHEN),
    _column("expires_at", WHEN, index=True),
)

sa.Table(
    "intention_key",
    TABLES,
    _column("key", sa.String(64), primary_key=True),
    _column("action", sa.String(64)),
    _column("account_id", sa.Integer, nullable=True),
    _column("request_hash", sa.String(64)),
    _column("result", sa.JSON),
    _column("created_at", WHEN, index=True),
)

sa.Table(
    "login_attempt",
    TABLES,
    _id(),
    _column("identity_hash", sa.String(64), index=True),
    _column("at", WHEN, index=True),
)

sa.Table(
    "deputyship",
    TABLES,
    _id(),
    _column("account_id", sa.Integer, sa.ForeignKey("account.id", ondelete="CASCADE"), index=True),
    _column("deputy_id", sa.Integer, sa.ForeignKey("account.id", ondelete="CASCADE"), index=True),
    _column("body_key", sa.String(12), sa.ForeignKey("register_body.key")),
    _column("starts_on", sa.Date),
    _column("ends_on", sa.Date),
    _column("created_at", WHEN),
    _column("ended_at", WHEN, nullable=True),
    _column("ended_by", sa.Integer, sa.ForeignKey("account.id"), nullable=True),
    sa.CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="ended_by_somebody"),
    sa.CheckConstraint("account_id <> deputy_id", name="two_people"),
    sa.CheckConstraint("ends_on >= starts_on", name="days_in_order"),
)

sa.Table(
    "register_body",
    TABLES,
    _column("key", sa.String(12), primary_key=True),
    _column("name", sa.String(120)),
    _column("official_name", sa.String(160)),
    _column("search_name", sa.String(400), index=True),
    _column("kind", _one_of("body_kind", "municipality", "independent_city", "district", "landschaftsverband", "other")),
    _column("parent_key", sa.String(12), sa.ForeignKey("register_body.key"), nullable=True),
    _column("government_region", sa.String(40)),
    _column("latitude_e6", sa.Integer, nullable=True),
    _column("longitude_e6", sa.Integer, nullable=True),
    _column("population", sa.Integer, nullable=True),
    _column("area_hectares", sa.Integer, nullable=True),
    _column("as_of", sa.Date, nullable=True),
    _column("is_current", sa.Boolean),
    _column(
        "form",
        _one_of(
            "body_form",
            "zweckverband",
            "aoer",
            "joint_aoer",
            "association_of_municipalities",
            "other_public",
            "gmbh",
            "other_private",
            "abroad",
        ),
        nullable=True,
    ),
    _column("country", sa.String(2), server_default="DE"),
    _column("seat", sa.String(120), server_default=""),
    _column("may_lead", sa.Boolean, server_default=sa.true()),
    sa.CheckConstraint("(kind = 'other') = (form IS NOT NULL)", name="other_has_form"),
    sa.CheckConstraint("(kind = 'other') = (substr(key, 1, 2) = 'KB')", name="other_has_own_key"),
)

sa.Table(
    "body_member",
    TABLES,
    _column("body_key", sa.String(12), sa.ForeignKey("register_body.key"), primary_key=True),
    _column("member_key", sa.String(12), sa.ForeignKey("register_body.key"), primary_key=True),
)

sa.Table(
    "organisation_domain",
    TABLES,
    _column("domain", sa.String(253), primary_key=True),
    _column("body_key", sa.String(12), sa.ForeignKey("register_body.key"), primary_key=True),
)

sa.Table(
    "proposed_body",
    TABLES,
    _id(),
    _column("account_id", sa.Integer, sa.ForeignKey("account.id", ondelete="CASCADE"), index=True),
    _column("name", sa.String(120)),
    _column(
        "form",
        _one_of(
            "proposed_body_form",
            "zweckverband",
            "aoer",
            "joint_aoer",
            "association_of_municipalities",
            "other_public",
            "gmbh",
            "other_private",
            "abroad",
        ),
    ),
    _column("country", sa.String(2)),
    _column("seat", sa.String(120)),
    _column("seat_key", sa.String(12), sa.ForeignKey("register_body.key"), nullable=True),
    _column("member_keys", sa.JSON),
    _column("is_controlled", sa.Boolean),
    _column("website", sa.String(200)),
    _column("remark", sa.Text),
    _column("state", _one_of("proposal_state", "waiting", "confirmed", "merged", "rejected", "withdrawn"), index=True),
    _column("reason", sa.Text),
    _column("body_key", sa.String(12), sa.ForeignKey("register_body.key"), nullable=True),
    _column("created_at", WHEN),
    _column("decided_at", WHEN, nullable=True),
    _column("decided_by", sa.Integer, sa.ForeignKey("account.id"), nullable=True),
    _column("version", sa.Integer),
    sa.CheckConstraint("(state = 'confirmed' OR state = 'merged') = (body_key IS NOT NULL)", name="taken_has_body"),
    sa.CheckConstraint("(state = 'waiting' OR state = 'withdrawn') = (decided_at IS NULL)", name="decided_has_time"),
    sa.CheckConstraint("name <> ''", name="has_name"),
    sa.CheckConstraint("state <> 'rejected' OR reason <> ''", name="rejected_has_reason"),
)


# editions: what an edition is made of

sa.Table(
    "edition",
    TABLES,
    _id(),
    _column("slug", sa.String(40), unique=True),
    _column("name", sa.String(120)),
    _column("organiser", sa.String(200)),
    _column("number_prefix", sa.String(12)),
    _column("next_number", sa.Integer),
    _column(
        "phase",
        _one_of("phase", "preparation", "open", "screening", "judging", "deliberation", "decided", "published", "archived"),
    ),
    _column("opens_at", WHEN),
    _column("deadline_at", WHEN),
    _column("grace_seconds", sa.Integer),
    _column("scoring_closes_at", WHEN, nullable=True),
    _column("published_at", WHEN, nullable=True),
    _column("scale_minimum", sa.Integer()),
    _column("scale_maximum", sa.Integer()),
    _column("scale_step", sa.Integer()),
    _column("reason_rule", _one_of("reason_rule", "always", "extremes", "never")),
    _column("minimum_sheets", sa.Integer),
    _column("version", sa.Integer),
    _column("objection_days", sa.Integer, server_default="14"),
    _column("file_megabytes", sa.Integer, server_default="10"),
    _column("entry_megabytes", sa.Integer, server_default="25"),
    _column("hides_names", sa.Boolean, server_default=sa.false()),
    _column("average", _one_of("average", "mean", "median"), server_default="mean"),
    _column("tie_break", sa.JSON, server_default="[]"),
    _column("changes_after_comparison", sa.Boolean, server_default=sa.false()),
    _column("allows_shared_prize", sa.Boolean, server_default=sa.false()),
    _column("confidentiality_days", sa.Integer, nullable=True),
    _column("quorum", _one_of("quorum", "half", "more_than_half", "two_thirds", "all"), server_default="more_than_half"),
    _column("quorum_least", sa.Integer, server_default=sa.text("3")),
    _column("chair_breaks_ties", sa.Boolean, server_default=sa.true()),
    _column("allows_circulation", sa.Boolean, server_default=sa.true()),
    _column("needs_vote", sa.Boolean, server_default=sa.false()),
    _column("allows_against_vote", sa.Boolean, server_default=sa.false()),
    sa.CheckConstraint("confidentiality_days >= 1", name="confidentiality_days_positive"),
    sa.CheckConstraint("grace_seconds >= 0", name="grace_not_negative"),
    sa.CheckConstraint("minimum_sheets >= 1", name="minimum_sheets_positive"),
    sa.CheckConstraint("opens_at < deadline_at", name="opens_before_deadline"),
    sa.CheckConstraint("quorum_least >= 1", name="quorum_least_positive"),
    sa.CheckConstraint("scale_minimum < scale_maximum AND scale_step > 0", name="scale_makes_sense"),
)

sa.Table(
    "category",
    TABLES,
    _id(),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id")),
    _column("key", sa.String(40)),
    _column("name", sa.String(160)),
    _column("description", sa.Text),
    _column("position", sa.Integer),
    _column("prize_euro", sa.Integer),
    _column("is_special", sa.Boolean),
    sa.CheckConstraint("prize_euro >= 0", name="prize_not_negative"),
    sa.UniqueConstraint("edition_id", "key"),
)

sa.Table(
    "criterion",
    TABLES,
    _id(),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id")),
    _column("category_id", sa.Integer, sa.ForeignKey("category.id"), nullable=True),
    _column("key", sa.String(40)),
    _column("name", sa.String(160)),
    _column("description", sa.Text),
    _column("weight", sa.Integer),
    _column("position", sa.Integer),
    sa.CheckConstraint("weight > 0", name="weight_positive"),
    sa.UniqueConstraint("edition_id", "category_id", "key"),
)

sa.Table(
    "anchor",
    TABLES,
    _id(),
    _column("criterion_id", sa.Integer, sa.ForeignKey("criterion.id")),
    _column("points_from", sa.Integer()),
    _column("points_to", sa.Integer()),
    _column("label", sa.String(80)),
    _column("text", sa.Text),
    sa.CheckConstraint("points_from <= points_to", name="points_in_order"),
)

sa.Table(
    "form_step",
    TABLES,
    _id(),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id")),
    _column("key", sa.String(40)),
    _column("title", sa.String(120)),
    _column("introduction", sa.Text),
    _column("kind", _one_of("step_kind", "questions", "partners", "attachments", "review")),
    _column("position", sa.Integer),
    sa.UniqueConstraint("edition_id", "key"),
)

sa.Table(
    "question",
    TABLES,
    _id(),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id")),
    _column("step_id", sa.Integer, sa.ForeignKey("form_step.id")),
    _column("key", sa.String(40)),
    _column("label", sa.String(200)),
    _column("help", sa.Text),
    _column(
        "kind",
        _one_of(
            "question_kind", "short_text", "long_text", "email", "phone", "date", "choice", "yes_no", "category", "consent"
        ),
    ),
    _column(
        "purpose",
        _one_of(
            "question_purpose",
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
        ),
        nullable=True,
    ),
    _column("is_required", sa.Boolean),
    _column("maximum_length", sa.Integer, nullable=True),
    _column("choices", sa.JSON),
    _column("condition", sa.JSON, nullable=True),
    _column("criterion_key", sa.String(40), nullable=True),
    _column("fact_sheet_position", sa.Integer, nullable=True),
    _column("position", sa.Integer),
    _column("fact_sheet_label", sa.String(200), server_default=""),
    sa.CheckConstraint("maximum_length IS NULL OR maximum_length > 0", name="maximum_length_positive"),
    sa.UniqueConstraint("edition_id", "key"),
    sa.UniqueConstraint("edition_id", "purpose"),
)

sa.Table(
    "attachment_purpose",
    TABLES,
    _id(),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id")),
    _column("key", sa.String(40)),
    _column("label", sa.String(160)),
    _column("help", sa.Text),
    _column("position", sa.Integer),
    sa.UniqueConstraint("edition_id", "key"),
)

sa.Table(
    "participation_rule",
    TABLES,
    _id(),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id")),
    _column("key", sa.String(40)),
    _column("text", sa.Text),
    _column("is_hard", sa.Boolean),
    _column("is_active", sa.Boolean),
    _column("parameters", sa.JSON),
    _column("position", sa.Integer),
    sa.UniqueConstraint("edition_id", "key"),
)

sa.Table(
    "edition_text",
    TABLES,
    _id(),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id")),
    _column("key", sa.String(40)),
    _column("version", sa.Integer),
    _column("body", sa.Text),
    sa.UniqueConstraint("edition_id", "key", "version"),
)

sa.Table(
    "milestone",
    TABLES,
    _id(),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id")),
    _column("label", sa.String(160)),
    _column("starts_at", WHEN),
    _column("ends_at", WHEN, nullable=True),
    _column("is_public", sa.Boolean),
)

sa.Table(
    "jury_round",
    TABLES,
    _id(),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id")),
    _column("name", sa.String(80)),
    _column("position", sa.Integer),
    sa.UniqueConstraint("edition_id", "position"),
)


# entries: an entry from its first word to the screening

sa.Table(
    "entry",
    TABLES,
    _id(),
    _column("public_id", sa.String(32), unique=True),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id")),
    _column("category_id", sa.Integer, sa.ForeignKey("category.id"), nullable=True),
    _column("lead_key", sa.String(12), sa.ForeignKey("register_body.key"), index=True),
    _column("status", _one_of("entry_status", "draft", "submitted", "returned", "admitted", "excluded", "withdrawn")),
    _column("number", sa.String(24), nullable=True),
    _column("title", sa.String(200)),
    _column("created_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("created_at", WHEN),
    _column("updated_at", WHEN),
    _column("submitted_at", WHEN, nullable=True),
    _column("status_reason", sa.Text),
    _column("version", sa.Integer),
    _column("amending_since", WHEN, nullable=True),
    _column("extended_to", WHEN, nullable=True),
    sa.CheckConstraint("status = 'draft' OR number IS NOT NULL OR status = 'withdrawn'", name="submitted_has_number"),
    sa.CheckConstraint("status IN ('draft', 'withdrawn') OR category_id IS NOT NULL", name="submitted_has_category"),
    sa.Index("ix_entry_edition_id_status_category_id", "edition_id", "status", "category_id"),
    sa.UniqueConstraint("edition_id", "number"),
)

sa.Table(
    "answer",
    TABLES,
    _id(),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id")),
    _column("question_id", sa.Integer, sa.ForeignKey("question.id"), index=True),
    _column("value", sa.Text),
    sa.UniqueConstraint("entry_id", "question_id"),
)

sa.Table(
    "step_version",
    TABLES,
    _id(),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id")),
    _column("step_key", sa.String(40)),
    _column("version", sa.Integer),
    _column("saved_at", WHEN),
    _column("saved_by", sa.Integer, sa.ForeignKey("account.id")),
    sa.UniqueConstraint("entry_id", "step_key"),
)

sa.Table(
    "step_text",
    TABLES,
    _id(),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id")),
    _column("step_key", sa.String(40)),
    _column("version", sa.Integer),
    _column("answers", sa.JSON),
    _column("saved_at", WHEN),
    _column("saved_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("is_automatic", sa.Boolean, server_default=sa.false()),
    sa.UniqueConstraint("entry_id", "step_key", "version"),
)

sa.Table(
    "partner",
    TABLES,
    _id(),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id"), index=True),
    _column("body_key", sa.String(12), sa.ForeignKey("register_body.key"), nullable=True, index=True),
    _column("name", sa.String(200)),
    _column("country", sa.String(2)),
    _column("kind", _one_of("partner_kind", "municipality", "public_body", "private_controllable", "private", "savings_bank")),
    _column("position", sa.Integer),
    sa.CheckConstraint("body_key IS NOT NULL OR name <> ''", name="has_key_or_name"),
    sa.UniqueConstraint("entry_id", "body_key"),
)

sa.Table(
    "stored_file",
    TABLES,
    _column("sha256", sa.String(64), primary_key=True),
    _column("size", sa.Integer),
    _column("media_type", sa.String(100)),
    _column("created_at", WHEN),
    _column("preview_sha256", sa.String(64), nullable=True),
    _column("unused_since", WHEN, nullable=True),
)

sa.Table(
    "attachment",
    TABLES,
    _id(),
    _column("public_id", sa.String(32), unique=True),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id"), index=True),
    _column("purpose", sa.String(40)),
    _column("filename", sa.String(200)),
    _column("sha256", sa.String(64), sa.ForeignKey("stored_file.sha256")),
    _column("notice", sa.String(300)),
    _column("position", sa.Integer),
    _column("created_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("created_at", WHEN),
    _column("sent_sha256", sa.String(64), server_default=""),
    _column("alterations", sa.JSON, nullable=True),
    sa.Index("uq_attachment_entry_id_purpose_sha256", "entry_id", "purpose", "sha256", unique=True),
)

sa.Table(
    "submission",
    TABLES,
    _id(),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id")),
    _column("version", sa.Integer),
    _column("snapshot", sa.Text),
    _column("sha256", sa.String(64)),
    _column("received_at", WHEN),
    _column("submitted_by", sa.Integer, sa.ForeignKey("account.id")),
    sa.UniqueConstraint("entry_id", "version"),
)

sa.Table(
    "requested_change",
    TABLES,
    _id(),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id"), index=True),
    _column("target", sa.String(60)),
    _column("remark", sa.Text),
    _column("requested_at", WHEN),
    _column("done_at", WHEN, nullable=True),
)

sa.Table(
    "entry_reminder",
    TABLES,
    _id(),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id", ondelete="CASCADE")),
    _column("kind", sa.String(20)),
    _column("due_at", WHEN),
    _column("sent_at", WHEN),
    sa.UniqueConstraint("entry_id", "kind", "due_at"),
)

sa.Table(
    "deadline_extension",
    TABLES,
    _id(),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id"), index=True),
    _column("lead_key", sa.String(12), sa.ForeignKey("register_body.key"), nullable=True),
    _column("old_deadline_at", WHEN),
    _column("new_deadline_at", WHEN),
    _column("reason", sa.Text),
    _column("decided_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("decided_at", WHEN),
    sa.CheckConstraint("new_deadline_at > old_deadline_at", name="gives_time"),
    sa.CheckConstraint("reason <> ''", name="has_reason"),
)

sa.Table(
    "screening_finding",
    TABLES,
    _id(),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id")),
    _column("rule_key", sa.String(40)),
    _column("verdict", _one_of("verdict", "fulfilled", "violated")),
    _column("remark", sa.Text),
    _column("decided_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("decided_at", WHEN),
    sa.UniqueConstraint("entry_id", "rule_key"),
)

sa.Table(
    "partner_notice",
    TABLES,
    _id(),
    _column("partner_id", sa.Integer, sa.ForeignKey("partner.id", ondelete="CASCADE"), unique=True),
    _column("contact_name", sa.String(120)),
    _column("contact_email", sa.String(254)),
    _column("nonce", sa.String(32)),
    _column("token_hash", sa.String(64), nullable=True, unique=True),
    _column("message_id", sa.String(120)),
    _column("sent_at", WHEN, nullable=True),
    _column("reminded_at", WHEN, nullable=True),
    _column("reminders", sa.Integer),
    _column("seen_at", WHEN, nullable=True),
    _column("answer", _one_of("partner_answer", "acknowledged", "objected"), nullable=True),
    _column("reason", sa.Text),
    _column("answered_at", WHEN, nullable=True),
    sa.CheckConstraint("(token_hash IS NULL) = (sent_at IS NULL)", name="sent_has_token"),
    sa.CheckConstraint("answer IS NULL OR answer <> 'objected' OR reason <> ''", name="objection_has_reason"),
    sa.CheckConstraint("answer IS NULL OR answered_at IS NOT NULL", name="answer_has_time"),
)

sa.Table(
    "entry_invitation",
    TABLES,
    _id(),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id", ondelete="CASCADE")),
    _column("email", sa.String(254), index=True),
    _column("right", _one_of("entry_right", "read", "edit", "submit")),
    _column("nonce", sa.String(32)),
    _column("token_hash", sa.String(64), unique=True),
    _column("message_id", sa.String(120)),
    _column("invited_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("sent_at", WHEN),
    _column("expires_at", WHEN),
    _column("account_id", sa.Integer, sa.ForeignKey("account.id"), nullable=True, index=True),
    _column("accepted_at", WHEN, nullable=True),
    _column("revoked_at", WHEN, nullable=True),
    sa.CheckConstraint("(accepted_at IS NULL) = (account_id IS NULL)", name="accepted_has_account"),
    sa.CheckConstraint("email <> '' AND email = lower(email)", name="email_is_folded"),
    sa.UniqueConstraint("entry_id", "account_id"),
    sa.UniqueConstraint("entry_id", "email"),
)

sa.Table(
    "step_presence",
    TABLES,
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    _column("step_key", sa.String(40), primary_key=True),
    _column("account_id", sa.Integer, sa.ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
    _column("seen_at", WHEN, index=True),
)

sa.Table(
    "held_upload",
    TABLES,
    _id(),
    _column("public_id", sa.String(32), unique=True),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id", ondelete="CASCADE"), index=True),
    _column("purpose", sa.String(40)),
    _column("filename", sa.String(200)),
    _column("sha256", sa.String(64), sa.ForeignKey("stored_file.sha256")),
    _column("sent_sha256", sa.String(64)),
    _column("alterations", sa.JSON),
    _column("notice", sa.String(300)),
    _column("created_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("created_at", WHEN),
    sa.UniqueConstraint("entry_id", "purpose", "sha256"),
)


# jury: who scores what, bias, reading, score sheets

sa.Table(
    "juror",
    TABLES,
    _id(),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id")),
    _column("account_id", sa.Integer, sa.ForeignKey("account.id")),
    _column("body_name", sa.String(200)),
    _column("role", _one_of("panel_role", "member", "chair", "deputy")),
    _column("position", sa.Integer),
    sa.UniqueConstraint("edition_id", "account_id"),
)

sa.Table(
    "stand_in",
    TABLES,
    _id(),
    _column("juror_id", sa.Integer, sa.ForeignKey("juror.id")),
    _column("deputy_id", sa.Integer, sa.ForeignKey("juror.id"), index=True),
    _column("role", _one_of("stand_in_role", "member", "chair", "deputy")),
    _column("reason", sa.Text),
    _column("began_at", WHEN),
    _column("decided_by", sa.Integer, sa.ForeignKey("account.id")),
    sa.CheckConstraint("juror_id <> deputy_id", name="two_people"),
    sa.CheckConstraint("reason <> ''", name="has_reason"),
)

sa.Table(
    "stand_in_entry",
    TABLES,
    _id(),
    _column("stand_in_id", sa.Integer, sa.ForeignKey("stand_in.id")),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id")),
    sa.UniqueConstraint("stand_in_id", "entry_id"),
)

sa.Table(
    "juror_tie",
    TABLES,
    _id(),
    _column("juror_id", sa.Integer, sa.ForeignKey("juror.id")),
    _column("body_key", sa.String(12), sa.ForeignKey("register_body.key")),
    _column("note", sa.String(200)),
    _column(
        "kind",
        _one_of("tie_kind", "employer", "mandate", "former_office", "residence", "membership"),
        server_default="residence",
    ),
    _column("ended_on", sa.Date, nullable=True),
    sa.CheckConstraint("kind <> 'former_office' OR ended_on IS NOT NULL", name="former_office_has_end"),
    sa.UniqueConstraint("juror_id", "body_key", "kind"),
)

sa.Table(
    "confidentiality_acceptance",
    TABLES,
    _id(),
    _column("juror_id", sa.Integer, sa.ForeignKey("juror.id")),
    _column("text_id", sa.Integer, sa.ForeignKey("edition_text.id")),
    _column("accepted_at", WHEN),
    sa.UniqueConstraint("juror_id", "text_id"),
)

sa.Table(
    "recusal",
    TABLES,
    _id(),
    _column("juror_id", sa.Integer, sa.ForeignKey("juror.id")),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id"), index=True),
    _column("reason", sa.Text),
    _column("declared_at", WHEN),
    sa.CheckConstraint("reason <> ''", name="has_reason"),
    sa.UniqueConstraint("juror_id", "entry_id"),
)

sa.Table(
    "score_sheet",
    TABLES,
    _id(),
    _column("juror_id", sa.Integer, sa.ForeignKey("juror.id")),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id")),
    _column("round_id", sa.Integer, sa.ForeignKey("jury_round.id")),
    _column("status", _one_of("sheet_status", "draft", "submitted", "abstained")),
    _column("remark", sa.Text),
    _column("abstention_reason", sa.Text),
    _column("updated_at", WHEN),
    _column("submitted_at", WHEN, nullable=True),
    _column("version", sa.Integer),
    _column("published_remark", sa.Text, server_default=""),
    sa.CheckConstraint("status <> 'submitted' OR submitted_at IS NOT NULL", name="submitted_has_time"),
    sa.Index("ix_score_sheet_entry_id_status", "entry_id", "status"),
    sa.UniqueConstraint("juror_id", "entry_id", "round_id"),
)

sa.Table(
    "score",
    TABLES,
    _id(),
    _column("sheet_id", sa.Integer, sa.ForeignKey("score_sheet.id")),
    _column("criterion_id", sa.Integer, sa.ForeignKey("criterion.id"), index=True),
    _column("points", sa.Integer(), nullable=True),
    _column("reason", sa.Text),
    sa.UniqueConstraint("sheet_id", "criterion_id"),
)

sa.Table(
    "hint_decision",
    TABLES,
    _id(),
    _column("public_id", sa.String(32), unique=True),
    _column("juror_id", sa.Integer, sa.ForeignKey("juror.id")),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id"), index=True),
    _column("hint_reason", _one_of("hint_reason", "own_lead", "own_partner", "same_district")),
    _column("body_key", sa.String(12), sa.ForeignKey("register_body.key")),
    _column("tie_key", sa.String(12), sa.ForeignKey("register_body.key")),
    _column("tie_kind", _one_of("hint_tie_kind", "employer", "mandate", "former_office", "residence", "membership")),
    _column("outcome", _one_of("hint_outcome", "biased", "denied")),
    _column("reason", sa.Text),
    _column("decided_at", WHEN),
    _column("ruling", _one_of("hint_ruling", "confirmed", "overruled"), nullable=True),
    _column("ruling_reason", sa.Text),
    _column("ruled_by", sa.Integer, sa.ForeignKey("account.id"), nullable=True),
    _column("ruled_at", WHEN, nullable=True),
    sa.CheckConstraint("(ruling IS NULL) = (ruled_at IS NULL) AND (ruling IS NULL) = (ruled_by IS NULL)", name="ruling_whole"),
    sa.CheckConstraint("reason <> ''", name="has_reason"),
    sa.CheckConstraint("ruling IS NULL OR outcome = 'denied'", name="ruling_on_denial"),
    sa.CheckConstraint("ruling IS NULL OR ruling <> 'overruled' OR ruling_reason <> ''", name="overruling_has_reason"),
    sa.UniqueConstraint("juror_id", "entry_id", "hint_reason", "body_key", "tie_key", "tie_kind"),
)

sa.Table(
    "assignment_plan",
    TABLES,
    _id(),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id")),
    _column("mode", _one_of("assignment_mode", "all", "categories", "fixed")),
    _column("sheets", sa.Integer, nullable=True),
    _column("decided_at", WHEN),
    _column("settled_stand_in", sa.Integer, server_default="0"),
    sa.CheckConstraint("sheets >= 1", name="sheets_positive"),
    sa.UniqueConstraint("edition_id"),
)

sa.Table(
    "juror_category",
    TABLES,
    _id(),
    _column("juror_id", sa.Integer, sa.ForeignKey("juror.id", ondelete="CASCADE")),
    _column("category_id", sa.Integer, sa.ForeignKey("category.id")),
    sa.UniqueConstraint("juror_id", "category_id"),
)

sa.Table(
    "assignment",
    TABLES,
    _id(),
    _column("juror_id", sa.Integer, sa.ForeignKey("juror.id", ondelete="CASCADE")),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id", ondelete="CASCADE"), index=True),
    sa.UniqueConstraint("juror_id", "entry_id"),
)

sa.Table(
    "sheet_version",
    TABLES,
    _id(),
    _column("sheet_id", sa.Integer, sa.ForeignKey("score_sheet.id")),
    _column("version", sa.Integer),
    _column("status", _one_of("sheet_version_status", "draft", "submitted", "abstained")),
    _column("content", sa.Text),
    _column("recorded_at", WHEN),
    sa.UniqueConstraint("sheet_id", "version"),
)

sa.Table(
    "reading_note",
    TABLES,
    _id(),
    _column("juror_id", sa.Integer, sa.ForeignKey("juror.id")),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id"), index=True),
    _column("text", sa.Text),
    _column("is_for_later", sa.Boolean),
    _column("updated_at", WHEN),
    _column("version", sa.Integer),
    sa.UniqueConstraint("juror_id", "entry_id"),
)

sa.Table(
    "filled_table",
    TABLES,
    _id(),
    _column("public_id", sa.String(32), unique=True),
    _column("juror_id", sa.Integer, sa.ForeignKey("juror.id"), index=True),
    _column("filename", sa.String(120)),
    _column("sha256", sa.String(64), sa.ForeignKey("stored_file.sha256")),
    _column("received_at", WHEN),
    _column("applied_at", WHEN, nullable=True),
)

sa.Table(
    "scoring_extension",
    TABLES,
    _id(),
    _column("juror_id", sa.Integer, sa.ForeignKey("juror.id"), index=True),
    _column("closes_at", WHEN),
    _column("reason", sa.Text),
    _column("granted_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("granted_at", WHEN),
    sa.CheckConstraint("reason <> ''", name="has_reason"),
)

sa.Table(
    "sheet_reopening",
    TABLES,
    _id(),
    _column("sheet_id", sa.Integer, sa.ForeignKey("score_sheet.id"), index=True),
    _column("reason", sa.Text),
    _column("reopened_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("reopened_at", WHEN),
    sa.CheckConstraint("reason <> ''", name="has_reason"),
)

sa.Table(
    "juror_reminder",
    TABLES,
    _id(),
    _column("juror_id", sa.Integer, sa.ForeignKey("juror.id"), index=True),
    _column("sent_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("sent_at", WHEN),
)


# decision: discussion, shortlist, meeting, lots, decisions, prize money

sa.Table(
    "comparison_opening",
    TABLES,
    _id(),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id"), index=True),
    _column("opened_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("opened_at", WHEN),
)

sa.Table(
    "discussion_post",
    TABLES,
    _id(),
    _column("public_id", sa.String(32), unique=True),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id")),
    _column("juror_id", sa.Integer, sa.ForeignKey("juror.id")),
    _column("text", sa.Text),
    _column("posted_at", WHEN),
    _column("taken_back_at", WHEN, nullable=True),
    sa.CheckConstraint("text <> ''", name="has_text"),
    sa.Index("ix_discussion_post_entry_id_posted_at", "entry_id", "posted_at"),
)

sa.Table(
    "discussion_flag",
    TABLES,
    _id(),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id")),
    _column("juror_id", sa.Integer, sa.ForeignKey("juror.id")),
    _column("flagged_at", WHEN),
    sa.UniqueConstraint("entry_id", "juror_id"),
)

sa.Table(
    "late_change",
    TABLES,
    _id(),
    _column("sheet_id", sa.Integer, sa.ForeignKey("score_sheet.id"), index=True),
    _column("sheet_version", sa.Integer),
    _column("reason", sa.Text),
    _column("changed_at", WHEN),
    sa.CheckConstraint("reason <> ''", name="has_reason"),
)

sa.Table(
    "shortlist",
    TABLES,
    _id(),
    _column("category_id", sa.Integer, sa.ForeignKey("category.id")),
    _column("rule", _one_of("shortlist_rule", "top", "threshold", "hand")),
    _column("places", sa.Integer, nullable=True),
    _column("least", sa.Integer(), nullable=True),
    _column("reason", sa.Text),
    _column("drawn_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("drawn_at", WHEN),
    _column("opened_at", WHEN, nullable=True),
    _column("undone_by", sa.Integer, sa.ForeignKey("account.id"), nullable=True),
    _column("undone_at", WHEN, nullable=True),
    _column("undone_reason", sa.Text, server_default=""),
    sa.CheckConstraint("(rule = 'threshold') = (least IS NOT NULL)", name="least_of_threshold"),
    sa.CheckConstraint("(rule = 'top') = (places IS NOT NULL)", name="places_of_top"),
    sa.CheckConstraint(
        "(undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_reason = '')", name="undone_whole"
    ),
    sa.CheckConstraint("places >= 1", name="places_positive"),
    sa.CheckConstraint("reason <> ''", name="has_reason"),
    sa.Index(
        "uq_shortlist_live",
        "category_id",
        unique=True,
        sqlite_where=sa.text("undone_at IS NULL"),
        postgresql_where=sa.text("undone_at IS NULL"),
    ),
)

sa.Table(
    "shortlist_entry",
    TABLES,
    _id(),
    _column("shortlist_id", sa.Integer, sa.ForeignKey("shortlist.id")),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id"), index=True),
    _column("rank", sa.Integer, nullable=True),
    _column("mean", sa.Text, nullable=True),
    _column("is_proposed", sa.Boolean),
    _column("is_kept", sa.Boolean),
    _column("reason", sa.Text),
    sa.UniqueConstraint("shortlist_id", "entry_id"),
)

sa.Table(
    "meeting",
    TABLES,
    _id(),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id"), index=True),
    _column("is_written", sa.Boolean),
    _column("opened_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("opened_at", WHEN),
    _column("closed_at", WHEN, nullable=True),
    _column("due_at", WHEN, nullable=True),
)

sa.Table(
    "meeting_presence",
    TABLES,
    _id(),
    _column("meeting_id", sa.Integer, sa.ForeignKey("meeting.id"), index=True),
    _column("juror_id", sa.Integer, sa.ForeignKey("juror.id")),
    _column("is_present", sa.Boolean),
    _column("noted_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("noted_at", WHEN),
)

sa.Table(
    "meeting_objection",
    TABLES,
    _id(),
    _column("meeting_id", sa.Integer, sa.ForeignKey("meeting.id"), unique=True),
    _column("juror_id", sa.Integer, sa.ForeignKey("juror.id")),
    _column("reason", sa.Text),
    _column("objected_at", WHEN),
)

sa.Table(
    "agenda_item",
    TABLES,
    _id(),
    _column("meeting_id", sa.Integer, sa.ForeignKey("meeting.id")),
    _column("category_id", sa.Integer, sa.ForeignKey("category.id")),
    _column("position", sa.Integer),
    _column("started_at", WHEN, nullable=True),
    _column("ended_at", WHEN, nullable=True),
    sa.UniqueConstraint("meeting_id", "category_id"),
)

sa.Table(
    "motion",
    TABLES,
    _id(),
    _column("public_id", sa.String(32), unique=True),
    _column("meeting_id", sa.Integer, sa.ForeignKey("meeting.id")),
    _column("category_id", sa.Integer, sa.ForeignKey("category.id")),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id"), nullable=True),
    _column("kind", _one_of("motion_kind", "winner", "no_prize", "commendation", "other")),
    _column("text", sa.Text),
    _column("is_secret", sa.Boolean),
    _column("opened_at", WHEN),
    _column("closed_at", WHEN, nullable=True),
    _column("outcome", _one_of("motion_outcome", "carried", "rejected", "no_quorum"), nullable=True),
    _column("yes", sa.Integer),
    _column("no", sa.Integer),
    _column("abstain", sa.Integer),
    _column("entitled", sa.Integer),
    _column("present", sa.Integer),
    _column("needed", sa.Integer, nullable=True),
    _column("chair_id", sa.Integer, sa.ForeignKey("juror.id"), nullable=True),
    sa.CheckConstraint("(outcome IS NULL) = (closed_at IS NULL)", name="closed_has_outcome"),
    sa.CheckConstraint("kind NOT IN ('winner', 'commendation') OR entry_id IS NOT NULL", name="award_has_entry"),
    sa.Index("ix_motion_meeting_id_category_id", "meeting_id", "category_id"),
)

sa.Table(
    "ballot",
    TABLES,
    _id(),
    _column("motion_id", sa.Integer, sa.ForeignKey("motion.id")),
    _column("juror_id", sa.Integer, sa.ForeignKey("juror.id")),
    _column("choice", _one_of("ballot_choice", "yes", "no", "abstain"), nullable=True),
    _column("recorded_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("cast_at", WHEN),
    sa.UniqueConstraint("motion_id", "juror_id"),
)

sa.Table(
    "lot",
    TABLES,
    _id(),
    _column("public_id", sa.String(32), unique=True),
    _column("meeting_id", sa.Integer, sa.ForeignKey("meeting.id"), index=True),
    _column("category_id", sa.Integer, sa.ForeignKey("category.id"), index=True),
    _column("commitment", sa.String(64)),
    _column("secret", sa.String(64)),
    _column("announced_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("announced_at", WHEN),
    _column("words", sa.String(200)),
    _column("drawn_by", sa.Integer, sa.ForeignKey("account.id"), nullable=True),
    _column("drawn_at", WHEN, nullable=True),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id"), nullable=True),
    sa.CheckConstraint("(drawn_at IS NULL) = (entry_id IS NULL) AND (drawn_at IS NULL) = (words = '')", name="drawn_is_whole"),
)

sa.Table(
    "lot_entry",
    TABLES,
    _id(),
    _column("lot_id", sa.Integer, sa.ForeignKey("lot.id")),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id")),
    _column("number", sa.String(40)),
    sa.UniqueConstraint("lot_id", "entry_id"),
)

sa.Table(
    "decision",
    TABLES,
    _id(),
    _column("category_id", sa.Integer, sa.ForeignKey("category.id"), unique=True),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id"), nullable=True),
    _column("reason", sa.Text),
    _column("public_text", sa.Text),
    _column("decided_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("decided_at", WHEN),
    _column("version", sa.Integer),
    _column(
        "vote_standing",
        _one_of("standing", "carried", "none", "otherwise", "no_quorum", "tied", "rejected", "open"),
        nullable=True,
    ),
    _column("motion_id", sa.Integer, sa.ForeignKey("motion.id"), nullable=True),
    sa.CheckConstraint("reason <> ''", name="has_reason"),
)

sa.Table(
    "co_winner",
    TABLES,
    _id(),
    _column("decision_id", sa.Integer, sa.ForeignKey("decision.id"), index=True),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id"), unique=True),
)

sa.Table(
    "remark_release",
    TABLES,
    _id(),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id"), unique=True),
    _column("released_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("released_at", WHEN),
)

sa.Table(
    "planned_publication",
    TABLES,
    _id(),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id"), index=True),
    _column("seal_id", sa.Integer, sa.ForeignKey("result_seal.id")),
    _column("publish_at", WHEN),
    _column("planned_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("planned_at", WHEN),
    _column("outcome", _one_of("plan_end", "published", "cancelled", "lapsed"), nullable=True),
    _column("ended_at", WHEN, nullable=True),
    sa.CheckConstraint("(outcome IS NULL) = (ended_at IS NULL)", name="outcome_has_time"),
)

sa.Table(
    "prize_statement",
    TABLES,
    _id(),
    _column("entry_id", sa.Integer, sa.ForeignKey("entry.id"), unique=True),
    _column("stated_by", sa.Integer, sa.ForeignKey("account.id")),
    _column("stated_at", WHEN),
    _column("cleared_at", WHEN, nullable=True),
    _column("version", sa.Integer),
)

sa.Table(
    "prize_share",
    TABLES,
    _id(),
    _column("statement_id", sa.Integer, sa.ForeignKey("prize_statement.id")),
    _column("participant", sa.String(40)),
    _column("recipient", sa.String(200)),
    _column("position", sa.Integer),
    _column("cents", sa.Integer),
    _column("holder", sa.String(140)),
    _column("iban", sa.String(34)),
    sa.CheckConstraint("cents >= 0", name="not_negative"),
    sa.UniqueConstraint("statement_id", "participant"),
)


# seal: the sealed result

sa.Table(
    "seal_confirmation",
    TABLES,
    _id(),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id"), index=True),
    _column("act", _one_of("seal_act", "seal", "reopen")),
    _column("role", _one_of("seal_role", "organiser", "chair")),
    _column("account_id", sa.Integer, sa.ForeignKey("account.id")),
    _column("content_sha256", sa.String(64)),
    _column("reason", sa.Text),
    _column("confirmed_at", WHEN),
    _column("ended_at", WHEN, nullable=True),
    sa.CheckConstraint("act = 'seal' OR reason <> ''", name="reopening_has_reason"),
)

sa.Table(
    "result_seal",
    TABLES,
    _id(),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id")),
    _column("version", sa.Integer),
    _column("document", sa.Text),
    _column("sha256", sa.String(64)),
    _column("signature", sa.String(128)),
    _column("public_key", sa.String(64)),
    _column("sealed_at", WHEN),
    sa.UniqueConstraint("edition_id", "version"),
)

sa.Table(
    "sealed_row",
    TABLES,
    _id(),
    _column("seal_id", sa.Integer, sa.ForeignKey("result_seal.id")),
    _column("table_name", sa.String(60)),
    _column("row_id", sa.Integer),
    _column("content", sa.Text),
    _column("row_key", sa.String(40), nullable=True),
    sa.UniqueConstraint("seal_id", "table_name", "row_id"),
)

sa.Table(
    "result_reopening",
    TABLES,
    _id(),
    _column("seal_id", sa.Integer, sa.ForeignKey("result_seal.id"), unique=True),
    _column("reason", sa.Text),
    _column("reopened_at", WHEN),
)


# record: audit log, outbox, jobs

sa.Table(
    "audit_entry",
    TABLES,
    _id(),
    _column("at", WHEN),
    _column("account_id", sa.Integer, nullable=True, index=True),
    _column("actor_name", sa.String(200)),
    _column("action", sa.String(64)),
    _column("subject", sa.String(80), index=True),
    _column("edition_id", sa.Integer, nullable=True, index=True),
    _column("old", sa.JSON, nullable=True),
    _column("new", sa.JSON, nullable=True),
    _column("previous_hash", sa.String(64)),
    _column("hash", sa.String(64), unique=True),
)

sa.Table(
    "audit_head",
    TABLES,
    _id(),
    _column("length", sa.Integer),
    _column("hash", sa.String(64)),
    sa.CheckConstraint("id = 1", name="one_row"),
)

sa.Table(
    "outgoing_mail",
    TABLES,
    _id(),
    _column("message_id", sa.String(120), unique=True),
    _column("recipient", sa.String(254)),
    _column("subject", sa.String(200)),
    _column("body", sa.Text),
    _column("created_at", WHEN),
    _column("sent_at", WHEN, nullable=True, index=True),
    _column("attempts", sa.Integer),
    _column("next_attempt_at", WHEN),
    _column("last_error", sa.String(300)),
)

sa.Table(
    "part_beat",
    TABLES,
    _column("part", sa.String(40), primary_key=True),
    _column("host", sa.String(120), primary_key=True),
    _column("started_at", WHEN),
    _column("beat_at", WHEN),
)

sa.Table(
    "backup_record",
    TABLES,
    _id(),
    _column("name", sa.String(40), index=True),
    _column("started_at", WHEN),
    _column("finished_at", WHEN),
    _column("files", sa.Integer),
    _column("database_bytes", sa.BigInteger),
    _column("verified_at", WHEN, nullable=True),
)

sa.Table(
    "job",
    TABLES,
    _id(),
    _column("public_id", sa.String(32), unique=True),
    _column("kind", sa.String(40)),
    _column("edition_id", sa.Integer, sa.ForeignKey("edition.id"), nullable=True),
    _column("parameters", sa.JSON),
    _column("status", _one_of("job_status", "queued", "running", "done", "failed"), index=True),
    _column("done_steps", sa.Integer),
    _column("total_steps", sa.Integer),
    _column("label", sa.String(200)),
    _column("attempts", sa.Integer),
    _column("heartbeat_at", WHEN, nullable=True),
    _column("created_by", sa.Integer, sa.ForeignKey("account.id"), nullable=True),
    _column("created_at", WHEN),
    _column("finished_at", WHEN, nullable=True),
    _column("result_sha256", sa.String(64), sa.ForeignKey("stored_file.sha256"), nullable=True),
    _column("result_name", sa.String(120)),
    _column("error", sa.Text),
    _column("not_before", WHEN, nullable=True),
    sa.CheckConstraint("done_steps >= 0 AND done_steps <= total_steps", name="progress_in_range"),
)


# Guards: what is append-only, frozen or closed stays so, whoever asks.

CHANGED, GONE, MADE = "UPDATE", "DELETE", "INSERT"
ALL = (MADE, CHANGED, GONE)
NEVER = "1 = 1"

# The edition of a row, on its way through other tables.
OF_CATEGORY = "(SELECT edition_id FROM category WHERE id = {row}.category_id)"
OF_CRITERION = "(SELECT edition_id FROM criterion WHERE id = {row}.criterion_id)"
OF_DECISION = (
    "(SELECT category.edition_id FROM category JOIN decision ON decision.category_id = category.id"
    " WHERE decision.id = {row}.decision_id)"
)
OF_EDITION = "{row}.edition_id"
OF_ENTRY = "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)"
OF_JUROR = "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)"
OF_LOT = "(SELECT meeting.edition_id FROM meeting JOIN lot ON lot.meeting_id = meeting.id WHERE lot.id = {row}.lot_id)"
OF_MEETING = "(SELECT edition_id FROM meeting WHERE id = {row}.meeting_id)"
OF_MOTION = (
    "(SELECT meeting.edition_id FROM meeting JOIN motion ON motion.meeting_id = meeting.id WHERE motion.id = {row}.motion_id)"
)
OF_SHEET = (
    "(SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id"
    " WHERE score_sheet.id = {row}.sheet_id)"
)
OF_SHORTLIST = (
    "(SELECT category.edition_id FROM category JOIN shortlist ON shortlist.category_id = category.id"
    " WHERE shortlist.id = {row}.shortlist_id)"
)

# What a sealed result rests on.
FROZEN = {
    OF_EDITION: (
        "category", "criterion", "participation_rule", "form_step", "question", "attachment_purpose", "edition_text",
        "deadline_extension", "entry", "jury_round", "juror", "assignment_plan", "comparison_opening", "meeting",
    ),
    OF_CRITERION: ("anchor",),
    OF_ENTRY: (
        "answer", "partner", "attachment", "submission", "screening_finding", "requested_change", "stand_in_entry",
        "discussion_flag", "discussion_post",
    ),
    OF_JUROR: (
        "juror_category", "juror_tie", "recusal", "hint_decision", "assignment", "score_sheet", "scoring_extension", "stand_in",
    ),
    OF_SHEET: ("score", "sheet_version", "sheet_reopening", "late_change"),
    OF_MEETING: ("agenda_item", "meeting_presence", "meeting_objection", "motion", "lot"),
    OF_MOTION: ("ballot",),
    OF_LOT: ("lot_entry",),
    OF_CATEGORY: ("shortlist", "decision"),
    OF_SHORTLIST: ("shortlist_entry",),
    OF_DECISION: ("co_winner",),
}  # fmt: skip
# Of the edition itself: phase, dates of publishing and the like go on.
FROZEN_OF_EDITION = {
    "update": (
        "slug, name, organiser, number_prefix, opens_at, deadline_at, grace_seconds, scoring_closes_at, scale_minimum,"
        " scale_maximum, scale_step, reason_rule, minimum_sheets"
    ),
    "counting": "average, tie_break, changes_after_comparison",
    "names": "hides_names",
    "shared_prize": "allows_shared_prize",
    "voting": "quorum, quorum_least, chair_breaks_ties, allows_circulation, needs_vote, allows_against_vote",
}
# Settled with the first points.
COUNTED_OF_EDITION = {
    "counting": ("average, tie_break, minimum_sheets, reason_rule, scale_minimum, scale_maximum, scale_step, hides_names"),
    "shared_prize": FROZEN_OF_EDITION["shared_prize"],
    "voting": FROZEN_OF_EDITION["voting"],
}

# On record from the moment it is written: neither changed nor deleted.
ON_RECORD = {
    "submission": "a submitted version is frozen",
    "edition_text": "a text is followed by a new version, never changed",
    "deadline_extension": "an extension is followed by another, never changed",
    "sheet_version": "a version of a sheet is never changed",
    "scoring_extension": "what the organiser granted is never changed",
    "sheet_reopening": "what the organiser granted is never changed",
    "stand_in": "who stood in for whom is on record",
    "stand_in_entry": "who stood in for whom is on record",
    "comparison_opening": "an opening of the comparison is never changed",
    "late_change": "a change is on record",
    "shortlist_entry": "a shortlist is never changed",
    "meeting_objection": "an objection is on record",
    "remark_release": "what was released has been read",
    "result_seal": "a sealed version is never changed",
    "result_reopening": "a sealed version is never changed",
    "sealed_row": "a sealed version is never changed",
    "audit_entry": "the audit log is append-only",
}
# Some of it changes, below; none of it goes.
KEPT = {
    "discussion_post": "a word in the discussion can only be taken back",
    "shortlist": "a shortlist is never changed",
    "meeting": "a meeting is a record",
    "agenda_item": "a meeting is a record",
    "meeting_presence": "a meeting is a record",
    "motion": "a meeting is a record",
    "ballot": "a meeting is a record",
    "lot": "a lot is a record",
    "lot_entry": "a lot is a record",
    "planned_publication": "a planned publication is ended, never deleted",
    "seal_confirmation": "a confirmation is never changed",
    "audit_head": "the audit log is append-only",
}

ENTRY_IS_CLOSED = (
    "(SELECT status FROM entry WHERE id = {row}.entry_id) NOT IN ('draft', 'returned')"
    " AND (SELECT amending_since FROM entry WHERE id = {row}.entry_id) IS NULL"
)
SCORING_IS_CLOSED = (
    "(SELECT edition.phase FROM edition JOIN entry ON entry.edition_id = edition.id WHERE entry.id = {row}.entry_id)"
    " <> 'judging'"
)
SCORES_ARE_CLOSED = (
    "(SELECT edition.phase FROM edition JOIN entry ON entry.edition_id = edition.id"
    " JOIN score_sheet ON score_sheet.entry_id = entry.id WHERE score_sheet.id = {row}.sheet_id) <> 'judging'"
)
# Points may change as long as the jury scores, and after an opening of the comparison where the edition lets them.
CHANGES_ARE_CLOSED = (
    "NOT EXISTS (SELECT 1 FROM edition JOIN entry ON entry.edition_id = edition.id WHERE entry.id = {entry}"
    " AND (edition.phase = 'judging' OR (edition.phase = 'deliberation' AND edition.changes_after_comparison"
    " AND EXISTS (SELECT 1 FROM comparison_opening WHERE comparison_opening.edition_id = edition.id))))"
)
IS_LEFT_OUT = (
    "EXISTS (SELECT 1 FROM shortlist_entry JOIN shortlist ON shortlist.id = shortlist_entry.shortlist_id"
    " WHERE shortlist.undone_at IS NULL AND NOT shortlist_entry.is_kept AND shortlist_entry.entry_id = {entry})"
)
ENTRY, ENTRY_OF_SHEET = "{row}.entry_id", "(SELECT entry_id FROM score_sheet WHERE id = {row}.sheet_id)"
DECISION_IS_CLOSED = (
    "(SELECT edition.phase FROM edition JOIN category ON category.edition_id = edition.id"
    " WHERE category.id = {row}.category_id) <> 'deliberation'"
)
MEETING_IS_OVER = (
    "(SELECT edition.phase FROM edition JOIN meeting ON meeting.edition_id = edition.id WHERE meeting.id = {row}.meeting_id)"
    " <> 'deliberation'"
)
HAS_POINTS = (
    "EXISTS (SELECT 1 FROM score JOIN score_sheet ON score_sheet.id = score.sheet_id"
    " JOIN juror ON juror.id = score_sheet.juror_id WHERE juror.edition_id = NEW.id)"
)
# A sealed result shows names that are written elsewhere: of jurors and who ruled on their hints, of bodies that took part.
IS_SHOWN = (
    " AND EXISTS (SELECT 1 FROM result_seal WHERE NOT EXISTS"
    " (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)"
    " AND result_seal.edition_id IN ({editions}))"
)
OF_PERSON = (
    "SELECT juror.edition_id FROM juror WHERE juror.account_id = OLD.id UNION SELECT juror.edition_id FROM hint_decision"
    " JOIN juror ON juror.id = hint_decision.juror_id WHERE hint_decision.ruled_by = OLD.id"
)
OF_BODY = (
    "SELECT entry.edition_id FROM entry WHERE entry.number IS NOT NULL AND entry.lead_key = OLD.key"
    " UNION SELECT entry.edition_id FROM entry JOIN partner ON partner.entry_id = entry.id"
    " WHERE entry.number IS NOT NULL AND partner.body_key = OLD.key"
)


def _phase(edition: str, *, outside: str) -> str:
    return f"(SELECT phase FROM edition WHERE id = {edition}) {outside}"  # noqa: S608 - names of ours


def _guard(name: str, table: str, operation: str, condition: str, message: str) -> Guard:
    return Guard(name=name, table=table, operation=operation, condition=condition, message=message)


def _each(
    table: str, operations: tuple[str, ...], condition: str, message: str, *, name: str = "guard_{table}_{operation}"
) -> list[Guard]:
    """A guard an operation; `{row}` is the row as it is to be, or as it was where it goes."""
    return [
        _guard(
            name.format(table=table, operation=operation.lower()), table, operation,
            condition.format(row="OLD" if operation == GONE else "NEW"), message,
        )
        for operation in operations
    ]  # fmt: skip


def _of_seals() -> list[Guard]:
    guards = [guard for edition, tables in FROZEN.items() for table in tables for guard in frozen_guards(table, edition)]
    sealed = frozen_guards("edition", "{row}.id")[1]
    guards += [
        _guard(f"sealed_edition_{name}", "edition", f"UPDATE OF {columns}", sealed.condition, sealed.message)
        for name, columns in FROZEN_OF_EDITION.items()
    ]
    shown = "a sealed result shows the name"
    person = "(NEW.name <> OLD.name OR (OLD.name = '' AND NEW.email <> OLD.email))" + IS_SHOWN.format(editions=OF_PERSON)
    body = "NEW.official_name <> OLD.official_name" + IS_SHOWN.format(editions=OF_BODY)
    confirmed = "UPDATE OF edition_id, act, role, account_id, content_sha256, reason, confirmed_at"
    return [
        *guards,
        _guard("sealed_account_name", "account", "UPDATE OF name, email", person, shown),
        _guard("sealed_register_body_name", "register_body", "UPDATE OF official_name", body, shown),
        _guard("guard_seal_confirmation_update", "seal_confirmation", confirmed, NEVER, KEPT["seal_confirmation"]),
    ]


def _of_records() -> list[Guard]:
    guards = [guard for table, why in ON_RECORD.items() for guard in _each(table, (CHANGED, GONE), NEVER, why)]
    guards += [guard for table, why in KEPT.items() for guard in _each(table, (GONE,), NEVER, why)]
    grows = "NEW.id <> OLD.id OR NEW.length <> OLD.length + 1"
    return [*guards, _guard("guard_audit_head_update", "audit_head", CHANGED, grows, KEPT["audit_head"])]


def _of_editions() -> list[Guard]:
    return [
        _guard(f"guard_edition_{name}", "edition", f"UPDATE OF {columns}", HAS_POINTS, "points have been given")
        for name, columns in COUNTED_OF_EDITION.items()
    ]


def _of_entries() -> list[Guard]:
    text, is_no_draft = "a saved text stays as it is", "(SELECT status FROM entry WHERE id = {row}.entry_id) <> 'draft'"
    closed = "the entry is not open for changes"
    return [
        *(guard for table in ("answer", "partner", "attachment") for guard in _each(table, ALL, ENTRY_IS_CLOSED, closed)),
        *_each("step_text", (MADE,), ENTRY_IS_CLOSED, text),
        *_each("step_text", (CHANGED,), NEVER, text),
        *_each("step_text", (GONE,), is_no_draft, text),
    ]


def _of_scoring() -> list[Guard]:
    closed, left_out = "scoring is closed", "the entry is not on the shortlist"
    over = "NOT IN ('preparation', 'open', 'screening', 'judging')"
    later = {"of_entry": CHANGES_ARE_CLOSED.format(entry=ENTRY), "of_sheet": CHANGES_ARE_CLOSED.format(entry=ENTRY_OF_SHEET)}
    guards = [
        *_each("recusal", ALL, SCORING_IS_CLOSED, closed),
        *_each("hint_decision", ALL, SCORING_IS_CLOSED, closed),
        *_each("score_sheet", (MADE, GONE), SCORING_IS_CLOSED, closed),
        *_each("score_sheet", (CHANGED,), later["of_entry"], closed),
        *_each("score", (MADE, GONE), SCORES_ARE_CLOSED, closed),
        *_each("score", (CHANGED,), later["of_sheet"], closed),
        *_each("late_change", (MADE,), later["of_sheet"], closed),
    ]
    for table, edition in (("assignment_plan", OF_EDITION), ("assignment", OF_JUROR), ("juror_category", OF_JUROR)):
        guards += _each(table, ALL, _phase(edition, outside=over), closed)
    for table, operations, entry in (("recusal", (MADE,), ENTRY), ("score_sheet", ALL, ENTRY), ("score", ALL, ENTRY_OF_SHEET)):
        condition = IS_LEFT_OUT.format(entry=entry)
        guards += _each(table, operations, condition, left_out, name="left_out_{table}_{operation}")
    return guards


def _of_deliberation() -> list[Guard]:
    outside, idle = "<> 'deliberation'", "the jury does not deliberate"
    guards = _each("meeting_objection", (MADE,), MEETING_IS_OVER, idle)
    of_meeting = ("agenda_item", "meeting_presence", "motion", "lot")
    for table, edition in (
        ("meeting", OF_EDITION), *((table, OF_MEETING) for table in of_meeting), ("ballot", OF_MOTION), ("lot_entry", OF_LOT),
    ):  # fmt: skip
        guards += _each(table, (MADE, CHANGED), _phase(edition, outside=outside), idle)
    for table, edition in (("shortlist", OF_CATEGORY), ("shortlist_entry", OF_SHORTLIST)):
        guards += _each(table, (MADE,), _phase(edition, outside=outside), "a shortlist is drawn in deliberation")
    allowed = f"NOT (SELECT allows_shared_prize FROM edition WHERE id = {OF_DECISION.format(row='NEW')})"  # noqa: S608 - names of ours
    return [
        *guards,
        *_each("decision", ALL, DECISION_IS_CLOSED, "decisions are closed"),
        *_each("co_winner", ALL, _phase(OF_DECISION, outside=outside), "decisions are closed"),
        _guard("guard_co_winner_allowed", "co_winner", MADE, allowed, "the edition shares no prizes"),
    ]


def _of_votes_and_lots() -> list[Guard]:
    decided = "(SELECT closed_at FROM motion WHERE id = {row}.motion_id) IS NOT NULL"
    told = "{row}.choice IS NOT NULL AND (SELECT is_secret FROM motion WHERE id = {row}.motion_id)"
    announced = "UPDATE OF public_id, meeting_id, category_id, commitment, secret, announced_by, announced_at"
    return [
        _guard("guard_motion_closed", "motion", CHANGED, "OLD.closed_at IS NOT NULL", "the motion is decided"),
        *_each("ballot", (MADE, CHANGED), decided, "the motion is decided", name="guard_{table}_closed_{operation}"),
        *_each("ballot", (MADE, CHANGED), told, "the vote is secret", name="guard_{table}_secret_{operation}"),
        _guard("guard_lot_announced", "lot", announced, NEVER, "a lot is announced once"),
        _guard("guard_lot_drawn", "lot", CHANGED, "OLD.drawn_at IS NOT NULL", "a lot is drawn once"),
        _guard("guard_lot_entry_changed", "lot_entry", CHANGED, NEVER, "a lot is announced once"),
    ]


def _of_what_is_only_ended() -> list[Guard]:
    taken_back = (
        "NEW.text <> OLD.text OR NEW.entry_id <> OLD.entry_id OR NEW.juror_id <> OLD.juror_id"
        " OR NEW.posted_at <> OLD.posted_at OR OLD.taken_back_at IS NOT NULL"
    )
    ended = (
        "OLD.ended_at IS NOT NULL OR NEW.publish_at <> OLD.publish_at OR NEW.seal_id <> OLD.seal_id"
        " OR NEW.edition_id <> OLD.edition_id OR NEW.planned_by <> OLD.planned_by"
    )
    drawn = "UPDATE OF category_id, rule, places, least, reason, drawn_by, drawn_at"
    undone = _phase(OF_CATEGORY.format(row="NEW"), outside="NOT IN ('judging', 'deliberation')")
    return [
        _guard("guard_discussion_post_update", "discussion_post", CHANGED, taken_back, KEPT["discussion_post"]),
        _guard(
            "guard_planned_publication_update", "planned_publication", CHANGED, ended,
            "a planned publication is only ever ended",
        ),
        _guard("guard_shortlist_update", "shortlist", drawn, NEVER, KEPT["shortlist"]),
        _guard("guard_shortlist_undo", "shortlist", "UPDATE OF undone_at", undone, "the jury has decided"),
    ]  # fmt: skip


def _guards() -> list[Guard]:
    return [
        *_of_editions(), *_of_entries(), *_of_scoring(), *_of_deliberation(), *_of_votes_and_lots(),
        *_of_what_is_only_ended(), *_of_records(), *_of_seals(),
    ]  # fmt: skip


def upgrade() -> None:
    TABLES.create_all(op.get_bind(), checkfirst=False)
    op.execute(f"INSERT INTO audit_head (id, length, hash) VALUES (1, 0, '{'0' * 64}')")  # noqa: S608 - nobody's text
    for guard in _guards():
        create_guard(op, guard)


def downgrade() -> None:
    for guard in _guards():
        drop_guard(op, guard)
    TABLES.drop_all(op.get_bind(), checkfirst=False)
