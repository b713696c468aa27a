from datetime import date

from ikz_award.domain.entries.eligibility_facts import Verdict
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.entries.eligibility import findings_of
from tests import factories
from tests.factories import AHAUS


def findings(entry):
    db.session.rollback()
    return {one.key: one for one in findings_of(db.session(), db.session.get_one(Entry, entry.id))}


def test_a_complete_entry_lacks_nothing(app):
    kim = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    entry = factories.make_entry(factories.make_edition(), created_by=kim, contact_phone="02871 953-0")

    assert {one.key for one in findings(entry).values() if one.verdict is not Verdict.FULFILLED} == set()


def test_what_is_missing_wrong_or_too_long_is_found(app):
    kim = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    entry = factories.make_entry(
        factories.make_edition(),
        created_by=kim,
        partners=(),
        contact_phone="Zentrale",
        consent_rules="no",
        contract_date=date(2016, 9, 1).isoformat(),
        summary="x" * 1001,
        legal_form="private",
    )

    found = findings(entry)

    assert found["two_partners"].verdict is Verdict.OPEN
    assert found["contract_after_cutoff"].verdict is Verdict.VIOLATED
    assert "1001 statt höchstens 1000" in found["text_limits"].text
    assert "Telefonnummer" in found["required_answers"].text
    assert "steuern" in found["required_answers"].text  # asked because the legal form is private
    assert "Teilnahmebedingungen" in found["consents"].text


def test_only_handed_in_entries_of_the_same_lead_and_edition_count(app):
    kim = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    edition, other_edition = factories.make_edition(), factories.make_edition(name="landespreis-1")
    entry = factories.make_entry(edition, created_by=kim)
    factories.make_entry(edition, created_by=kim)
    factories.make_entry(edition, created_by=kim, lead_key=AHAUS, status=EntryStatus.SUBMITTED)
    factories.make_entry(other_edition, created_by=kim, status=EntryStatus.SUBMITTED)
    assert findings(entry)["one_entry_per_lead"].verdict is Verdict.FULFILLED

    factories.make_entry(edition, created_by=kim, status=EntryStatus.SUBMITTED)
    assert findings(entry)["one_entry_per_lead"].verdict is Verdict.VIOLATED
