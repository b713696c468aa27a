"""votes: how the jury votes as settings of the edition, when votes in writing are due, what a decision owes to the vote.

Until now the code held a rule of its own (more than half of the members, at least three) beside the published one (at least
half). An edition whose published procedure holds the sentence that shipped gets the values that make it true, and the sentence
gives way to the placeholder that those values fill from now on: what was announced counts. What was voted on before stays valid
under it, for the old rule asked for more. All other editions keep the rule by which they were counted.

Nobody said of them that a decision needs a vote here, so none does; but none goes against a vote either, for which there is
always a way: to put the motion again.

Revision: 0029, after 0028.
"""

import sqlalchemy as sa
from alembic import op

from ikz_award.adapters.guards import Guard, create_guard, drop_guard, frozen_guards

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

QUORUMS = ("half", "more_than_half", "two_thirds", "all")
STANDINGS = ("carried", "none", "otherwise", "no_quorum", "tied", "rejected", "open")
SETTINGS = ("quorum", "quorum_least", "chair_breaks_ties", "allows_circulation", "needs_vote", "allows_against_vote")
OLD_WORDS = (
    "Sie ist beschlussfähig, wenn mindestens die Hälfte ihrer Mitglieder mitwirkt; bei Stimmengleichheit gibt der Vorsitz den "
    "Ausschlag. Ein Beschluss im schriftlichen Umlauf ist möglich."
)
PLACEHOLDER = "[Abstimmungsregeln]"
GUARDS = (
    Guard(
        name="sealed_edition_voting", table="edition", operation=f"UPDATE OF {', '.join(SETTINGS)}",
        condition=frozen_guards("edition", "{row}.id")[1].condition, message="the result is sealed",
    ),
    Guard(
        name="guard_edition_voting", table="edition", operation=f"UPDATE OF {', '.join(SETTINGS)}",
        condition="EXISTS (SELECT 1 FROM score JOIN score_sheet ON score_sheet.id = score.sheet_id"
        " JOIN juror ON juror.id = score_sheet.juror_id WHERE juror.edition_id = NEW.id)",
        message="points have been given",
    ),
)  # fmt: skip


def _words(names: tuple[str, ...]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def upgrade() -> None:
    # Not as a batch, which would rebuild the tables in SQLite and drop their triggers; only so do the checks come along.
    op.execute(
        "ALTER TABLE edition ADD COLUMN quorum VARCHAR(32) DEFAULT 'more_than_half' NOT NULL"
        f" CONSTRAINT ck_edition_quorum CHECK (quorum IN ({_words(QUORUMS)}))"
    )
    op.execute(
        "ALTER TABLE edition ADD COLUMN quorum_least INTEGER DEFAULT 3 NOT NULL"
        " CONSTRAINT ck_edition_quorum_least_positive CHECK (quorum_least >= 1)"
    )
    for name, default in (
        ("chair_breaks_ties", sa.true()), ("allows_circulation", sa.true()), ("needs_vote", sa.false()),
        ("allows_against_vote", sa.false()),
    ):  # fmt: skip
        op.add_column("edition", sa.Column(name, sa.Boolean(), nullable=False, server_default=default))
    op.add_column("meeting", sa.Column("due_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("motion", sa.Column("needed", sa.Integer(), nullable=True))
    op.execute(
        "ALTER TABLE decision ADD COLUMN vote_standing VARCHAR(32)"
        f" CONSTRAINT ck_decision_standing CHECK (vote_standing IN ({_words(STANDINGS)}))"
    )
    op.execute(
        "ALTER TABLE decision ADD COLUMN motion_id INTEGER CONSTRAINT fk_decision_motion_id_motion REFERENCES motion (id)"
    )
    _keep_what_was_published()
    for guard in GUARDS:
        create_guard(op, guard)


def _keep_what_was_published() -> None:
    """The settings by the published sentence; and where the texts may still be written, the placeholder in its place."""
    for edition_id in _replace(OLD_WORDS, PLACEHOLDER):
        op.get_bind().execute(
            sa.text("UPDATE edition SET quorum = 'half', quorum_least = 1 WHERE id = :edition"), {"edition": edition_id}
        )


def _replace(old: str, new: str) -> list[int]:
    """The editions whose newest text on the procedure holds `old`; a version with `new` follows it.

    Not under a seal, where neither the text nor the settings change any more: there the sentence stays, and stays true.
    """
    bind = op.get_bind()
    newest = bind.execute(
        sa.text(
            "SELECT edition_id, version, body FROM edition_text AS one WHERE key = 'procedure' AND version ="
            " (SELECT max(version) FROM edition_text WHERE edition_id = one.edition_id AND key = 'procedure')"
        )
    ).all()
    found = [row for row in newest if old in row.body]
    for edition_id, version, body in found:
        is_sealed = bind.execute(
            sa.text(
                "SELECT 1 FROM result_seal WHERE edition_id = :edition AND NOT EXISTS"
                " (SELECT 1 FROM result_reopening WHERE result_reopening.seal_id = result_seal.id)"
            ),
            {"edition": edition_id},
        ).first()
        if is_sealed is None:
            bind.execute(
                sa.text(
                    "INSERT INTO edition_text (edition_id, key, version, body) VALUES (:edition, 'procedure', :version, :body)"
                ),
                {"edition": edition_id, "version": version + 1, "body": body.replace(old, new)},
            )
    return [row.edition_id for row in found]


def downgrade() -> None:
    for guard in GUARDS:
        drop_guard(op, guard)
    # Nobody reads the placeholder any more who would put words in its place.
    _replace(PLACEHOLDER, OLD_WORDS)
    for name in ("motion_id", "vote_standing"):
        op.drop_column("decision", name)
    op.drop_column("motion", "needed")
    op.drop_column("meeting", "due_at")
    for name in reversed(SETTINGS):
        op.drop_column("edition", name)
