"""The organiser's page of rules and limits."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from ikz_award.blueprints.admin.record.log_names import name_words
from ikz_award.domain.entries.eligibility_rules import RULES
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db, translated
from ikz_award.models.editions.editions import Edition, ParticipationRule
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.audit import AuditEntry
from tests import factories
from tests.client import PageClient

PAGE = "/verwaltung/runden/landespreis-2/regeln"


def stored(key: str) -> ParticipationRule:
    db.session.rollback()
    return db.session.scalars(select(ParticipationRule).where(ParticipationRule.key == key)).one()


def test_a_rule_is_changed_in_words_strictness_and_parameters(client: PageClient) -> None:
    edition = factories.make_edition()
    values = {
        "two_partners_minimum": "3", "two_partners_text": "Mindestens drei Kommunen.", "no_savings_banks_on": None,
        "contract_after_cutoff_cutoff": "1.9.2019", "consents_strict": "soft", "file_megabytes": "8",
    }  # fmt: skip
    assert client.submit_form(PAGE, values, form="regeln").status_code == 303
    assert stored("two_partners").parameters == {"minimum": 3}
    assert stored("two_partners").text == "Mindestens drei Kommunen."
    assert not stored("no_savings_banks").is_active
    assert stored("contract_after_cutoff").parameters == {"cutoff": "2019-09-01"}
    assert not stored("consents").is_hard
    assert factories.value_of(Edition, edition, "file_megabytes") == 8
    logged = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "edition.edit_rules")).one()
    assert logged.new["two_partners"]["parameters"] == {"minimum": 3}
    assert logged.old["file_megabytes"] == 10


def test_the_applicant_reads_the_new_words_and_is_judged_by_them(
    client: PageClient, applicant: Account, log_in: Callable[[object], PageClient]
) -> None:
    entry = factories.make_entry(factories.make_edition(), created_by=applicant)
    values = {"two_partners_minimum": "3", "two_partners_text": "Mindestens drei Kommunen."}
    client.submit_form(PAGE, values, form="regeln")
    page = log_in(applicant).get(f"/bewerbung/{entry.public_id}/").text
    assert "Mindestens drei Kommunen." in page
    assert "2 kommunale Partner von mindestens 3" in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"two_partners_minimum": "viele"}, "Bitte eine ganze Zahl ab 1 angeben."),
        ({"contract_after_cutoff_cutoff": "gestern"}, "Bitte ein Datum angeben."),
        ({"consents_text": "  "}, "Bitte geben Sie den Wortlaut der Regel an."),
        ({"file_megabytes": "900"}, "Bitte eine ganze Zahl von 1 bis 25 angeben."),
        ({"file_megabytes": "20", "entry_megabytes": "10"}, "nicht kleiner sein als eine einzelne"),
    ],
)
def test_nonsense_is_named_and_stays_in_the_form(client: PageClient, typed: dict[str, str], sentence: str) -> None:
    factories.make_edition()
    answer = client.submit_form(PAGE, typed, form="regeln")
    assert answer.status_code == 422
    assert sentence in answer.text
    for value in typed.values():
        assert value.strip() in answer.text
    assert stored("two_partners").parameters == {"minimum": 2}


def test_an_old_page_changes_nothing(client: PageClient) -> None:
    factories.make_edition()
    client.submit_form(PAGE, {"two_partners_minimum": "4"}, form="regeln")
    answer = client.submit_form(PAGE, {"two_partners_minimum": "5", "version": "1"}, form="regeln")
    assert answer.status_code == 409
    assert stored("two_partners").parameters == {"minimum": 4}


def test_after_the_time_for_entries_the_rules_stand(client: PageClient, applicant: Account) -> None:
    edition = factories.make_edition()
    factories.make_entry(edition, created_by=applicant, status=EntryStatus.SUBMITTED)
    factories.set_phase(edition, Phase.SCREENING)
    assert "Die Regeln stehen fest." in client.get(PAGE).text
    assert "Regeln speichern" not in client.get(PAGE).text


def test_every_rule_has_its_name_where_it_is_set_and_in_the_log(client: PageClient) -> None:
    """One name in one place; a key is no name."""
    factories.make_edition()
    page = client.get(PAGE).text
    names = {key: translated(rule.name) for key, rule in RULES.items()}
    assert [name for name in names.values() if f">{name}</legend>" not in page] == []
    assert {key: name_words(key) for key in RULES} == names
    assert not set(names) & set(names.values())
