"""Who wins twice, under whichever key, and whether all winners come from one region."""

from ikz_award.domain.decision.double_winners import Winner, double_winners, only_region

BOCHOLT, AHAUS, COLOGNE, COLOGNE_AS_DISTRICT = "05554008", "05554004", "05315000", "05315"


def winner(title, lead, *partners, region="Münster"):
    return Winner(title=title, lead_key=lead, partner_keys=frozenset(partners), region=region)


def test_a_body_that_leads_or_helps_twice_is_found_and_leads_come_first():
    won = [winner("A", BOCHOLT, AHAUS), winner("B", BOCHOLT), winner("C", COLOGNE, AHAUS, region="Köln")]
    found = [(one.key, one.titles, one.leads) for one in double_winners(won)]
    assert found == [(BOCHOLT, ("A", "B"), 2), (AHAUS, ("A", "C"), 0)]


def test_a_city_is_one_body_under_both_of_its_keys():
    [found] = double_winners([winner("A", COLOGNE), winner("B", BOCHOLT, COLOGNE_AS_DISTRICT)])
    assert (found.key, found.leads) == (COLOGNE_AS_DISTRICT, 1)


def test_one_region_only_is_told_of_two_winners_and_more():
    assert only_region([winner("A", BOCHOLT), winner("B", AHAUS)]) == "Münster"
    assert only_region([winner("A", BOCHOLT), winner("B", COLOGNE, region="Köln")]) is None
    assert only_region([winner("A", BOCHOLT)]) is None
    assert only_region([winner("A", BOCHOLT, region=""), winner("B", AHAUS, region="")]) is None
