"""fact sheet label: what an answer is called in the fact sheet, where the form asks in other words.

Revision: 0036, after 0034.
"""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0034"
branch_labels = None
depends_on = None

# The form promised this name in the question's help; from now on it adds the sentence itself, from the label.
PROMISE = " Im Steckbrief steht er als „Zusammenarbeit seit“."


# What is sealed is frozen, its questions included, and nobody fills in that form any more.
UNSEALED = "edition_id NOT IN (SELECT edition_id FROM result_seal)"


def upgrade() -> None:
    op.add_column("question", sa.Column("fact_sheet_label", sa.String(200), nullable=False, server_default=""))
    questions = sa.table("question", sa.column("help"), sa.column("fact_sheet_label"))
    promised = questions.c.help.contains(PROMISE, autoescape=True) & sa.text(UNSEALED)
    words = sa.func.replace(questions.c.help, PROMISE, "")
    op.execute(questions.update().where(promised).values(fact_sheet_label="Zusammenarbeit seit", help=words))


def downgrade() -> None:
    questions = sa.table("question", sa.column("help"), sa.column("fact_sheet_label"))
    renamed = (questions.c.fact_sheet_label == "Zusammenarbeit seit") & sa.text(UNSEALED)
    op.execute(questions.update().where(renamed).values(help=questions.c.help + PROMISE))
    op.drop_column("question", "fact_sheet_label")
