from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.entries.eligibility import blocks_submission, check_entry, read_parameters
from ikz_award.domain.entries.eligibility_facts import (
    ActiveRule,
    ConsentFact,
    EntryFacts,
    Finding,
    LegalForm,
    OverLong,
    PartnerFact,
    PartnerKind,
    RuledPurpose,
    Verdict,
)
from ikz_award.domain.entries.eligibility_rules import RULES
from ikz_award.domain.words.errors import Invalid

CUTOFF = date(2016, 9, 1)
GRONAU = PartnerFact(name="Gronau", key="05554020", kind=PartnerKind.MUNICIPALITY, is_municipal=True)
AALTEN = PartnerFact(name="Aalten", key=None, kind=PartnerKind.MUNICIPALITY, is_municipal=True)
COMPANY = PartnerFact(name="Wirtschaftsförderung GmbH", key=None, kind=PartnerKind.PRIVATE_CONTROLLABLE, is_municipal=True)
CHAMBER = PartnerFact(name="Handwerkskammer", key=None, kind=PartnerKind.PUBLIC_BODY, is_municipal=False)
BANK = PartnerFact(name="Sparkasse Westmünsterland", key=None, kind=PartnerKind.SAVINGS_BANK, is_municipal=True)
LEAD = "05554008"
GOOD = EntryFacts(
    lead_key=LEAD,
    partners=(GRONAU,),
    contract_date=date(2018, 3, 1),
    legal_form=LegalForm.AGREEMENT,
    consents=(ConsentFact(label="Teilnahmebedingungen", is_required=True, is_given=True),),
)
PARAMETERS: dict[str, dict[str, object]] = {"contract_after_cutoff": {"cutoff": CUTOFF}}
ALL_RULES = [ActiveRule(key=key, is_hard=True, parameters=PARAMETERS.get(key, {})) for key in RULES]


def check(key: str, facts: EntryFacts, **parameters: object) -> Finding:
    (finding,) = check_entry(facts, [ActiveRule(key=key, is_hard=True, parameters=PARAMETERS.get(key, {}) | parameters)])
    return finding


def test_a_good_entry_fulfils_every_rule_and_may_be_submitted():
    findings = check_entry(GOOD, ALL_RULES)

    assert [(one.key, one.verdict.german, one.remedy) for one in findings] == [(key, "erfüllt", "") for key in RULES]
    assert not blocks_submission(findings)


def test_an_empty_draft_breaks_nothing_but_lacks_much():
    findings = check_entry(EntryFacts(lead_key=LEAD), ALL_RULES)

    assert {one.key for one in findings if one.verdict is Verdict.OPEN} == {
        "two_partners",
        "contract_after_cutoff",
        "municipal_control",
    }
    assert Verdict.VIOLATED not in {one.verdict for one in findings}
    assert blocks_submission(findings)


@pytest.mark.parametrize(
    ("lead", "partners", "verdict"),
    [
        (LEAD, (GRONAU,), Verdict.FULFILLED),
        (LEAD, (), Verdict.OPEN),
        (LEAD, (AALTEN,), Verdict.TO_CHECK),  # cross-border partners are admitted and have no key
        (LEAD, (GRONAU, AALTEN), Verdict.FULFILLED),
        (LEAD, (COMPANY,), Verdict.TO_CHECK),
        (LEAD, (CHAMBER,), Verdict.VIOLATED),
        (LEAD, (BANK,), Verdict.VIOLATED),
        (LEAD, (replace(GRONAU, key=LEAD),), Verdict.VIOLATED),  # the lead named as its own partner
        (None, (GRONAU,), Verdict.VIOLATED),
        (None, (GRONAU, GRONAU), Verdict.VIOLATED),
        (None, (AALTEN, replace(AALTEN, name=" AALTEN ")), Verdict.VIOLATED),
        (None, (GRONAU, replace(GRONAU, key="05554004")), Verdict.FULFILLED),
        (None, (), Verdict.OPEN),
    ],
)
def test_two_partners_counts_municipal_bodies_once(lead, partners, verdict):
    assert check("two_partners", replace(GOOD, lead_key=lead, partners=partners)).verdict is verdict


def test_two_partners_takes_its_minimum_from_the_edition():
    assert check("two_partners", GOOD, minimum=3).verdict is Verdict.VIOLATED
    assert check("two_partners", GOOD, minimum=3).text == (
        "Angegeben: 2 kommunale Partner von mindestens 3 (federführende Kommune mitgezählt)."
    )
    assert check("two_partners", replace(GOOD, partners=()), minimum=1).text == (
        "Angegeben: 1 kommunaler Partner von mindestens 1."
    )


@given(st.lists(st.sampled_from([GRONAU, AALTEN, COMPANY, CHAMBER, BANK]), max_size=6), st.integers(1, 6))
def test_repeating_partners_changes_no_count_and_more_of_them_never_harm(partners, minimum):
    facts = replace(GOOD, partners=tuple(partners))
    twice = replace(GOOD, partners=tuple(partners * 2))
    more = replace(GOOD, partners=(*partners, replace(GRONAU, key="05554068")))

    finding = check("two_partners", facts, minimum=minimum)
    assert check("two_partners", twice, minimum=minimum) == finding
    assert not check("two_partners", more, minimum=minimum).is_blocking or finding.is_blocking


@given(st.integers(-2000, 2000))
def test_contract_must_be_younger_than_the_cutoff(days):
    verdict = check("contract_after_cutoff", replace(GOOD, contract_date=CUTOFF + timedelta(days=days))).verdict

    assert verdict is (Verdict.FULFILLED if days > 0 else Verdict.VIOLATED)


def test_contract_on_the_cutoff_day_is_too_old_and_says_so():
    finding = check("contract_after_cutoff", replace(GOOD, contract_date=CUTOFF))

    assert finding.text == "Vertrag vom 1. September 2016, nicht nach dem 1. September 2016."
    assert "Schritt „Projekt“" in finding.remedy


@pytest.mark.parametrize(
    ("lead", "others", "verdict"),
    [(LEAD, 0, Verdict.FULFILLED), (LEAD, 1, Verdict.VIOLATED), (LEAD, 3, Verdict.VIOLATED), (None, 0, Verdict.TO_CHECK)],
)
def test_a_lead_has_one_entry(lead, others, verdict):
    assert check("one_entry_per_lead", replace(GOOD, lead_key=lead, other_entries_of_lead=others)).verdict is verdict


@pytest.mark.parametrize(
    ("partner", "verdict"),
    [
        (GRONAU, Verdict.FULFILLED),
        (BANK, Verdict.VIOLATED),
        (replace(BANK, name="S-Institut"), Verdict.VIOLATED),
        (replace(CHAMBER, name="Kreissparkasse Köln"), Verdict.TO_CHECK),
        (replace(CHAMBER, name="Stiftung der STADTSPARKASSE"), Verdict.TO_CHECK),
    ],
)
def test_savings_banks_are_found_by_kind_and_suspected_by_name(partner, verdict):
    finding = check("no_savings_banks", replace(GOOD, partners=(GRONAU, partner)))

    assert finding.verdict is verdict
    assert verdict is Verdict.FULFILLED or partner.name in finding.text


@pytest.mark.parametrize("form", [None, *LegalForm])
@pytest.mark.parametrize("controllable", [None, True, False])
def test_private_forms_need_municipal_control(form, controllable):
    verdict = check("municipal_control", replace(GOOD, legal_form=form, is_municipally_controllable=controllable)).verdict

    if form is None:
        assert verdict is Verdict.OPEN
    elif form is LegalForm.PRIVATE:
        assert verdict is {None: Verdict.OPEN, True: Verdict.FULFILLED, False: Verdict.VIOLATED}[controllable]
    elif form is LegalForm.OTHER:
        assert verdict is (Verdict.FULFILLED if controllable else Verdict.TO_CHECK)
    else:
        assert verdict is Verdict.FULFILLED


@pytest.mark.parametrize(
    ("lead", "purposes", "only_without_lead", "verdict"),
    [
        (LEAD, set(), True, Verdict.FULFILLED),
        (LEAD, set(), False, Verdict.OPEN),
        (LEAD, {RuledPurpose.CHIEF_EXECUTIVE_CONFIRMATION}, False, Verdict.FULFILLED),
        (None, set(), True, Verdict.OPEN),
        (None, {"photo"}, True, Verdict.OPEN),
        (None, {"chief_executive_confirmation"}, True, Verdict.FULFILLED),
        (None, {RuledPurpose.COUNCIL_DECISION}, True, Verdict.TO_CHECK),
        (None, set(RuledPurpose), True, Verdict.FULFILLED),
    ],
)
def test_chief_executive_confirms_where_no_lead_is_named(lead, purposes, only_without_lead, verdict):
    facts = replace(GOOD, lead_key=lead, attachment_purposes=frozenset(purposes))

    assert check("chief_executive_confirmation", facts, only_without_lead=only_without_lead).verdict is verdict


def test_only_required_consents_are_missed():
    consents = (
        ConsentFact(label="Datenschutz", is_required=True, is_given=False),
        ConsentFact(label="Veröffentlichung", is_required=False, is_given=False),
        ConsentFact(label="Richtigkeit", is_required=True, is_given=True),
    )

    finding = check("consents", replace(GOOD, consents=consents))
    assert (finding.verdict, finding.text) == (Verdict.OPEN, "Es fehlt noch: „Datenschutz“.")


def test_form_rules_name_the_questions():
    facts = replace(GOOD, unanswered=("Ziel", "Anlass"), over_long=(OverLong(label="Umsetzung", length=1601, limit=1500),))

    assert check("required_answers", facts).text == "Noch nicht beantwortet: „Ziel“, „Anlass“."
    assert check("text_limits", facts).text == "Zu lang: „Umsetzung“ (1601 statt höchstens 1500 Zeichen)."
    assert check("text_limits", facts).verdict is Verdict.VIOLATED


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("is_hard", [True, False])
def test_only_hard_rules_violated_or_open_block(verdict, is_hard):
    finding = Finding(key="consents", verdict=verdict, text="", remedy="", is_hard=is_hard)
    harmless = replace(finding, verdict=Verdict.FULFILLED)

    expected = is_hard and verdict.german in ("verletzt", "offen")
    assert blocks_submission([harmless, finding]) is expected
    assert not blocks_submission([])


def test_what_must_be_put_right_says_how_and_what_is_left_to_a_person_says_so():
    violated = check("no_savings_banks", replace(GOOD, partners=(GRONAU, BANK)))
    suspected = check("no_savings_banks", replace(GOOD, partners=(GRONAU, replace(CHAMBER, name="Sparkassenverein"))))

    assert violated.remedy == RULES["no_savings_banks"].remedy
    assert suspected.remedy == "Sie können einreichen; das Kompetenzzentrum prüft diesen Punkt danach."


@pytest.mark.parametrize(
    ("key", "stored", "wrong"),
    [
        ("two_partners", {"minimum": 0}, {"minimum"}),
        ("two_partners", {"minimum": True}, {"minimum"}),
        ("two_partners", {"minimum": "2"}, {"minimum"}),
        ("two_partners", {"minimum": 2, "maximum": 3}, {"maximum"}),
        ("contract_after_cutoff", {}, {"cutoff"}),
        ("contract_after_cutoff", {"cutoff": "01.09.2016"}, {"cutoff"}),
        ("contract_after_cutoff", {"cutoff": datetime(2016, 9, 1, tzinfo=UTC)}, {"cutoff"}),
        ("chief_executive_confirmation", {"only_without_lead": 1}, {"only_without_lead"}),
        ("consents", {"cutoff": "2016-09-01"}, {"cutoff"}),
    ],
)
def test_parameters_of_the_wrong_kind_are_refused_by_name(key, stored, wrong):
    with pytest.raises(Invalid) as caught:
        read_parameters(key, stored)

    assert caught.value.errors.keys() == wrong


def test_parameters_come_from_json_and_from_defaults():
    assert read_parameters("contract_after_cutoff", {"cutoff": "2016-09-01"}).day("cutoff") == CUTOFF
    assert read_parameters("two_partners", {}).count("minimum") == 2
    assert read_parameters("two_partners", {"minimum": None}).count("minimum") == 2
    assert read_parameters("chief_executive_confirmation", {}).is_on("only_without_lead")


def test_an_unknown_rule_is_a_programming_mistake():
    with pytest.raises(KeyError):
        check_entry(GOOD, [ActiveRule(key="no_such_rule", is_hard=False, parameters={})])


def test_every_rule_is_announced_and_explained_in_german():
    for rule in RULES.values():
        assert rule.german.endswith(".")
        assert rule.remedy.endswith(".")
        assert all(parameter.german for parameter in rule.parameters)
