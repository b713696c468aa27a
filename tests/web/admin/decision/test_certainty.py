"""Words first: whether the first place is clear, who would be first without whom, and between which weights."""

import re

import pytest

from ikz_award.domain.jury.point_table import Average
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.models.editions.editions import Edition
from ikz_award.services.record.intention import write_session
from tests import factories

RESULTS = "/verwaltung/runden/landespreis-2/rangfolge"
PAGE = f"{RESULTS}/pflichtaufgaben"
LEADS = (factories.BOCHOLT, factories.AHAUS, "05315000", "05554016", factories.GRONAU)
TITLES = ("Archiv", "Bauhof", "Chor", "Deich", "Erde")


@pytest.fixture
def judged(applicant):
    """Make entries with a sheet of each juror (None: none), then close scoring."""

    def make(*rows, average=Average.MEAN, lowest="0"):
        edition = factories.make_edition(phase=Phase.JUDGING)
        with write_session() as session:
            stored = session.get_one(Edition, edition.id)
            stored.average, stored.minimum_sheets, stored.scale_minimum = average, 2, lowest
        names = [f"{name}@jury.example" for name in ("ada", "ben", "cleo", "dora", "emil", "fe")[: len(rows[0])]]
        jurors = [factories.make_juror(edition, name) for name in names]
        for title, lead, sheets in zip(TITLES, LEADS, rows, strict=False):
            entry = factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED, title=title, lead_key=lead)
            for juror, points in zip(jurors, sheets, strict=True):
                if points is not None:
                    factories.make_sheet(entry, juror, (points, points, points) if isinstance(points, str) else points)
        factories.set_phase(edition, Phase.DELIBERATION)

    return make


def test_a_clear_winner_is_said_to_be_clear(client, judged):
    judged(("9", "8", "9", "8", "9"), ("4", "5", "4", "5", "4"))
    page = client.get(PAGE).text
    assert "Klar: „Archiv“ gewinnt in 5 von 5 Nachzählungen und ist mit einer Wahrscheinlichkeit über 75 %" in page
    assert "niemand, bei keinem Gewicht" in page
    assert "Nicht zu unterscheiden" not in page
    assert "Klar: „Archiv“" in client.get(RESULTS).text


def test_steady_recounts_without_a_likely_winner_are_not_clear_and_the_page_says_why(client, judged):
    judged(("6", "7", "6", "5", "7"), ("5", "7", "5", "6", "6"), ("5", "6", "6", "6", "6"), ("6", "4", "6", "6", "5"))
    page = client.get(PAGE).text
    assert "Klar:" not in page
    assert "Offen: „Archiv“ gewinnt in 5 von 5 Nachzählungen und ist mit einer Wahrscheinlichkeit über 25 %" in page
    assert "Für „Klar“ reicht das nicht" in page
    assert "Nach diesen Bögen nicht zu unterscheiden: „Archiv“" in page


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


def test_groups_nobody_compared_are_named_and_nothing_is_said_across_them(client, judged):
    apart = (None,) * 3
    judged(("9", "9", "8", *apart), ("6", "5", "6", *apart), (*apart, "5", "4", "5"), (*apart, "3", "4", "3"))
    page = client.get(PAGE).text
    assert "Nicht vergleichbar: Die Beiträge zerfallen in 2 Gruppen, die kein Jurymitglied verbindet." in page
    assert re.search("„Archiv“ und „Bauhof“, bewertet von .*ada.*, .*ben.*, .*cleo", page, re.IGNORECASE)
    assert "Klar:" not in page
    assert "Wie wahrscheinlich ist welcher Beitrag" not in page
    assert "Ohne gemeinsame Jurymitglieder" in page
    assert "Bei welchen Gewichten" not in page
    # Within a group jurors are compared.
    assert "+0,33" in page
    for other in (RESULTS, f"{PAGE}/gewichte"):
        assert "Nicht vergleichbar" in client.get(other).text


def test_medians_have_no_chance_and_are_never_clear(client, judged):
    judged(("9", "8", "9", "8", "9"), ("4", "5", "4", "5", "4"), average=Average.MEDIAN)
    page = client.get(PAGE).text
    assert "Rechnerisch fest: „Archiv“ gewinnt in 5 von 5 Nachzählungen." in page
    assert "diese Runde zählt Mediane" in page
    assert "Wie wahrscheinlich ist welcher Beitrag" not in page


def test_four_points_of_a_scale_below_zero_lie_in_four_places(client, judged):
    judged(("-5", "-3", "-1", "2"), ("-4", "-4", "-2", "1"), lowest="-5")
    dots = re.findall(r'ikz-chart__dot" cx="([\d.]+)%', client.get(PAGE).text)[:4]
    # From -5 to 10 over the width from 2 to 82 per cent.
    assert dots == ["2.000", "12.667", "23.333", "39.333"]


def test_the_tipping_point_is_exact(client, judged):
    # Ahead by 2 on the first criterion, behind by 1 on the others: level at a third, whatever the weights are now.
    judged((("8", "6", "6"),) * 3, (("6", "7", "7"),) * 3)
    page = client.get(PAGE).text
    assert "33,3 %" in page
    assert "100,0 %" in page


def test_it_says_how_likely_each_entry_is_the_best_and_that_this_ranks_nothing(client, judged):
    field = (("7", "6", "7", "5", "7"), ("6", "7", "5", "6", "5"), ("5", "5", "6", "5", "6"), ("4", "5", "6", "5", "6"))
    judged(*field, ("4", "4", "6", "5", "5"))
    page = client.get(PAGE).text
    assert "Wie wahrscheinlich ist welcher Beitrag wirklich der beste?" in page
    assert "sie ändert keinen Rang" in page
    assert "Echte Jurys sind weniger einig" in page
    table = page[page.index("Als Tabelle, alle Beiträge") :]
    shares = re.findall(r"<div>((?:über |unter )?\d+ %)</div>", table)[:5]
    # The first is more likely than a quarter: how much more, the sheets do not tell; of the others there is a number.
    assert shares[0].startswith("über ")
    numbers = [int(one.split()[0]) for one in shares[1:]]
    assert 25 >= numbers[0] >= numbers[1] >= numbers[2] >= numbers[3] >= 1


def test_in_a_small_field_who_is_behind_has_more_than_a_twentieth_and_no_number(client, judged):
    """Three entries tell too little of how far entries lie apart: 20 % would come true in 13 %, see docs/certainty.md."""
    judged(("7", "6", "7", "5", "7"), ("6", "7", "5", "6", "5"), ("5", "5", "6", "5", "6"))
    page = client.get(PAGE).text
    table = page[page.index("Als Tabelle, alle Beiträge") :]
    shares = re.findall(r"<div>((?:über |unter )?\d+ %)</div>", table)[:3]
    assert shares[1] == "über 5 %", shares
    assert "über 10 % bei weniger als fünf Beiträgen" in page
