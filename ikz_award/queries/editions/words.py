"""The texts of an edition as people read them: what is a setting stands in them in words, never typed a second time."""

from sqlalchemy.orm import Session

from ikz_award.domain.decision.voting_rules import PLACEHOLDER, VotingRules, rule_sentences
from ikz_award.extensions import translated
from ikz_award.queries.editions.editions import text_of

# The text that says how the jury votes.
PROCEDURE = "procedure"


def voting_words(rules: VotingRules) -> str:
    """How the jury votes, as one paragraph."""
    return " ".join(translated(sentence) for sentence in rule_sentences(rules))


def with_voting_rules(body: str, rules: VotingRules) -> str:
    """The text on the procedure with the rules in the placeholder's place; without one they follow as their own paragraph."""
    if PLACEHOLDER in body:
        return body.replace(PLACEHOLDER, voting_words(rules))
    return "\n\n".join(part for part in (body, voting_words(rules)) if part)


def names_voting_rules(session: Session, *, edition_id: int) -> bool:
    """Whether the text on the procedure has the placeholder."""
    stored = text_of(session, edition_id=edition_id, key=PROCEDURE)
    return stored is not None and PLACEHOLDER in stored.body
