"""The migration to voting rules as settings: what was published counts, and nothing published or sealed changes."""

from flask_migrate import downgrade, upgrade
from sqlalchemy import select

from ikz_award.domain.decision.voting_rules import Quorum
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition, EditionText
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.services.seal.conftest import Decided

PUBLISHED = (
    "Über den Preis beschließt die Jury mit einfacher Mehrheit. Sie ist beschlussfähig, wenn mindestens die Hälfte ihrer "
    "Mitglieder mitwirkt; bei Stimmengleichheit gibt der Vorsitz den Ausschlag. Ein Beschluss im schriftlichen Umlauf ist "
    "möglich. Ort und Tag werden niedergeschrieben."
)
OWN = "Die Jury entscheidet, wenn mehr als die Hälfte der Mitglieder da ist."


def publish(edition_id: int, body: str) -> None:
    with write_session() as session:
        session.add(EditionText(edition_id=edition_id, key="procedure", version=2, body=body))


def texts(edition_id: int) -> list[str]:
    query = select(EditionText.body).where(EditionText.edition_id == edition_id, EditionText.key == "procedure")
    return list(db.session.scalars(query.order_by(EditionText.version)))


def up_again() -> None:
    db.session.remove()
    downgrade(revision="0028")
    upgrade()
    db.session.rollback()


def test_the_published_quorum_becomes_the_setting_and_the_text_follows_it(decided: Decided) -> None:
    """With points given, and with a decision: the guards stand in nobody's way."""
    own = factories.make_edition(name="landespreis-1")
    publish(decided.edition_id, PUBLISHED)
    publish(own.id, OWN)
    own_id = own.id
    up_again()
    edition = decided.edition
    assert (edition.quorum, edition.quorum_least, edition.chair_breaks_ties) == (Quorum.HALF, 1, True)
    assert (edition.needs_vote, edition.allows_against_vote) == (False, False)
    assert texts(edition.id)[-2:] == [
        PUBLISHED,
        "Über den Preis beschließt die Jury mit einfacher Mehrheit. [Abstimmungsregeln] Ort und Tag werden niedergeschrieben.",
    ]
    # Whoever wrote other words keeps them, and the rule by which it was counted.
    other = db.session.get_one(Edition, own_id)
    assert (other.quorum, other.quorum_least) == (Quorum.MORE_THAN_HALF, 3)
    assert texts(own_id)[-1] == OWN
    # Back and forth, and nothing is lost.
    up_again()
    assert decided.edition.quorum is Quorum.HALF
    assert texts(decided.edition_id)[-2] == PUBLISHED


def test_under_a_seal_the_text_stays_and_is_true(decided: Decided) -> None:
    publish(decided.edition_id, PUBLISHED)
    decided.seal()
    before = texts(decided.edition_id)
    up_again()
    assert texts(decided.edition_id) == before
    assert decided.edition.voting.needed(4) == 2
