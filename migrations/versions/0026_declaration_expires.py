"""declaration expires: for how many days a declaration of confidentiality counts.

Revision: 0026, after 0025.
"""

from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "ALTER TABLE edition ADD COLUMN confidentiality_days INTEGER"
        " CONSTRAINT ck_edition_confidentiality_days_positive CHECK (confidentiality_days >= 1)"
    )


def downgrade() -> None:
    op.drop_column("edition", "confidentiality_days")
