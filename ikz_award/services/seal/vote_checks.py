"""Before a result is sealed: its decisions are what the jury's votes say, or say themselves that they are not."""

from sqlalchemy.orm import Session

from ikz_award.domain.words.errors import Refused
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.decision.votes import categories_against_votes


def require_decisions_fit_votes(session: Session, edition: Edition) -> None:
    """Raise `Refused` ("against_vote") naming the categories where they are not."""
    if names := categories_against_votes(session, edition=edition):
        raise Refused(
            "against_vote",
            _(
                "Nicht besiegelt: Die Entscheidung passt nicht zur letzten Abstimmung der Jury oder zum Los in: %(names)s. Das "
                "Kompetenzzentrum geht zur Beratung zurück; dort wird neu abgestimmt oder neu entschieden.",
                names=" · ".join(names),
            ),
        )
