"""Words first: whether the first place is clear, who would be first without whom, and between which weights."""

import re

import pytest

from ikz_award.domain.workflow import EntryStatus, Phase
from tests import factories

PAGE = "/verwaltung/runden/landespreis-2/rangfolge/pflichtaufgaben"


@pytest.fixture
def judged(applicant):
    """Make two entries with the sheets of three jurors, then close scoring."""

    def make(first, second):
        edition = factories.make_edition(phase=Phase.JUDGING)
        jurors = [factories.make_juror(edition, f"{name}@jury.example") for name in ("ada", "ben", "cleo")]
        for title, lead, sheets in (("Archiv", factories.BOCHOLT, first), ("Bauhof", factories.AHAUS, second)):
            entry = factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED, title=title, lead_key=lead)
            for juror, points in zip(jurors, sheets, strict=True):
                factories.make_sheet(entry, juror, (points, points, points) if isinstance(points, str) else points)
        factories.set_phase(edition, Phase.DELIBERATION)

    return make


def test_a_clear_winner_is_said_to_be_clear(client, judged):
    judged(("9", "8", "9"), ("4", "5", "4"))
    page = client.get(PAGE).text
    assert "Klar: „Archiv“ gewinnt in 3 von 3 Nachzählungen." in page
    assert "niemand, bei keinem Gewicht" in page
    assert "Klar: „Archiv“" in client.get("/verwaltung/runden/landespreis-2/rangfolge").text


def test_a_winner_that_hangs_on_one_juror_is_said_to_be_open(client, judged):
    judged(("10", "5", "5"), ("6", "6", "6"))
    page = client.get(PAGE).text
    assert "Offen: „Archiv“ gewinnt nur in 2 von 3 Nachzählungen." in page
    assert "läge sonst vorn oder gleichauf: „Bauhof“" in page


def test_level_entries_are_to_be_discussed(client, judged):
    judged(("6", "6", "6"), ("7", "6", "5"))
    page = client.get(PAGE).text
    assert "Offen: „Archiv“ und „Bauhof“ liegen gleichauf, bitte besprechen." in page
    assert "Bei welchen Gewichten" not in page


def test_the_tipping_point_is_exact(client, judged):
    # Ahead by 2 on the first criterion, behind by 1 on the others: level at a third, whatever the weights are now.
    judged((("8", "6", "6"),) * 3, (("6", "7", "7"),) * 3)
    page = client.get(PAGE).text
    assert "33,3 %" in page
    assert "100,0 %" in page


def test_it_says_how_likely_each_entry_is_the_best_and_that_this_ranks_nothing(client, judged):
    judged(("9", "8", "9"), ("4", "5", "4"))
    page = client.get(PAGE).text
    assert "Wie wahrscheinlich ist welcher Beitrag wirklich der beste?" in page
    assert "sie ändert keinen Rang" in page
    shares = [int(found) for found in re.findall(r"(\d+) %</div>", page[page.index("Als Tabelle, alle Beiträge") :])[:2]]
    assert sum(shares) == 100
    assert shares[0] > 80
