"""Weights can be moved and nothing of it stays: for the organiser, and for a chair without bias in the category."""

import pytest
from sqlalchemy import func, select, update

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Criterion
from ikz_award.models.jury.jury import Juror, Recusal
from ikz_award.models.record.audit import AuditEntry
from tests import factories
from tests.conftest import NOW

ADMIN = "/verwaltung/runden/landespreis-2/rangfolge/pflichtaufgaben/gewichte"
CHAIR = "/jury/landespreis-2/gewichte/pflichtaufgaben"


@pytest.fixture
def judged(applicant):
    """Archiv leads by 2 on the first criterion and is behind by 1 on the others; Ada is the chair."""
    edition = factories.make_edition(phase=Phase.JUDGING)
    jurors = [factories.make_juror(edition, f"{name}@jury.example") for name in ("ada", "ben", "cleo")]
    entries = []
    for title, lead, points in (("Archiv", factories.BOCHOLT, ("8", "6", "6")), ("Bauhof", factories.AHAUS, ("6", "7", "7"))):
        entry = factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED, title=title, lead_key=lead)
        for juror in jurors:
            factories.make_sheet(entry, juror, points)
        entries.append(entry)
    with factories.write_session() as session:
        session.scalars(select(Juror).where(Juror.account_id == jurors[0].id)).one().role = PanelRole.CHAIR
    factories.set_phase(edition, Phase.DELIBERATION)
    return edition, jurors, entries


def weights(*numbers: object) -> str:
    keys = db.session.scalars(select(Criterion.key).order_by(Criterion.position)).unique().all()
    return "?" + "&".join(f"gewicht-{key}={number}" for key, number in zip(dict.fromkeys(keys), numbers, strict=True))


def test_moved_weights_move_the_ranks_and_nothing_else(client, judged):
    before = db.session.scalar(select(func.count()).select_from(AuditEntry))
    standing = client.get(ADMIN).text
    assert "Nichts davon wird gespeichert" in standing
    assert "Rangfolge mit den geltenden Gewichten" in standing
    assert standing.index("Archiv") < standing.index("Bauhof")
    page = client.get(ADMIN + weights(0, 50, 50)).text
    assert "Rangfolge mit anderen Gewichten" in page
    assert page.index("Bauhof") < page.index("Archiv")
    assert "einen Rang besser" in page
    assert "einen Rang schlechter" in page
    assert client.get(ADMIN).text.index("Archiv") < standing.index("Bauhof")
    assert db.session.scalar(select(func.count()).select_from(AuditEntry)) == before


def test_two_criteria_of_one_name_are_both_told(client, judged):
    with factories.write_session() as session:
        session.execute(update(Criterion).values(name="Wirkung"))
    page = client.get(ADMIN + weights(20, 50, 30)).text
    assert "Wirkung 20,0 %, Wirkung 50,0 %, Wirkung 30,0 %" in page


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((0, 0, 0), "Mindestens ein Kriterium braucht ein Gewicht über 0."),
        (("-1", 50, 50), "Bitte eine ganze Zahl von 0 bis 100 eingeben."),
        (("viel", 50, 50), "Bitte eine ganze Zahl von 0 bis 100 eingeben."),
        (("", 50, 50), "Bitte eine ganze Zahl von 0 bis 100 eingeben."),
    ],
)
def test_weights_that_are_none_are_said_to_be_so_and_stay_in_the_form(client, judged, numbers, words):
    answer = client.get(ADMIN + weights(*numbers))
    assert answer.status_code == 422
    assert words in answer.text
    assert f'value="{numbers[0]}"' in answer.text
    assert "Rangfolge mit den geltenden Gewichten" in answer.text


def test_the_chair_may_and_another_juror_may_not(judged, log_in):
    client = log_in(judged[1][0])
    assert "Gewichte durchspielen" in client.get("/jury/").text
    page = client.get(CHAIR + weights(0, 50, 50)).text
    assert page.index("Bauhof") < page.index("Archiv")
    client = log_in(judged[1][1])
    assert "Gewichte durchspielen" not in client.get("/jury/").text
    assert client.get(CHAIR).status_code == 404


def test_a_chair_with_bias_sees_no_points_of_the_category(judged, log_in):
    _, jurors, entries = judged
    factories.set_phase(judged[0], Phase.JUDGING)
    with factories.write_session() as session:
        seat = session.scalars(select(Juror).where(Juror.account_id == jurors[0].id)).one()
        session.add(Recusal(juror_id=seat.id, entry_id=entries[1].id, reason="Wohnort", declared_at=NOW))
    factories.set_phase(judged[0], Phase.DELIBERATION)
    client = log_in(jurors[0])
    answer = client.get(CHAIR)
    assert answer.status_code == 403
    assert "befangen" in answer.text
    assert "Archiv" not in answer.text


def test_it_opens_with_the_end_of_scoring(client, judged, log_in):
    factories.set_phase(judged[0], Phase.JUDGING)
    assert client.get(ADMIN).status_code == 403
    client = log_in(judged[1][0])
    assert client.get(CHAIR).status_code == 403
