"""The winner's people state shares and accounts; the organiser alone reads them, takes the list, and deletes them."""

import io
from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace

import openpyxl
import pytest
from sqlalchemy import select, update

from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.decision.decisions import Decision
from ikz_award.models.decision.prize import PrizeShare
from ikz_award.models.entries.entries import Entry, Partner
from ikz_award.models.people.register import RegisterBody
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.seal.seal import ResultSeal
from ikz_award.services.decision.prize import clear_old_details
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.conftest import NOW
from tests.web.applicants.conftest import first

IBAN, OTHER, WRONG = "DE89 3704 0044 0532 0130 00", "NL91ABNA0417164300", "DE89 3704 0044 0532 0130 01"
ADMIN = "/verwaltung/runden/landespreis-2/preisgeld"


@pytest.fixture
def won(app, log_in):
    """Kim's entry (lead Bocholt, partner Borken) has won 10,000 euro; the result is public."""
    organiser = factories.make_account("mitte@example.org", is_admin=True)
    kim = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    robin = factories.make_account("robin@ahaus.example", lead_key=factories.AHAUS)
    edition = factories.make_edition(phase=Phase.DELIBERATION)
    entry = factories.make_entry(edition, created_by=kim, status=EntryStatus.ADMITTED)
    with write_session() as session:
        category = session.get_one(Entry, entry.id).category_id
        session.add(Decision(category_id=category, entry_id=entry.id, reason="Gut.", decided_by=organiser.id, decided_at=NOW))
    factories.set_phase(edition, Phase.PUBLISHED)
    home = f"/bewerbung/{factories.value_of(Entry, entry, 'public_id')}/"
    partner = f"partner-{first(select(Partner.id).where(Partner.entry_id == entry.id))}"
    return SimpleNamespace(
        kim=log_in(kim),
        robin=log_in(robin),
        admin=log_in(organiser),
        home=home,
        page=f"{home}preisgeld",
        partner=partner,
        edition=edition,
    )


def state(won, lead=("7.500", "=Stadtkasse", IBAN), partner=("2.500,00", "Kreiskasse Borken", OTHER), **more):
    values = dict(zip(("amount-lead", "holder-lead", "iban-lead"), lead, strict=True))
    values |= {f"{part}-{won.partner}": value for part, value in zip(("amount", "holder", "iban"), partner, strict=True)}
    return won.kim.submit_form(won.page, values | more, form="preisgeld")


def test_shares_are_stated_and_the_iban_is_never_shown_to_the_municipality_again(won):
    assert "Auszahlung des Preisgelds" in won.kim.get(won.home).text
    assert state(won).status_code == 303
    page = won.kim.get(won.page).text
    assert 'value="7.500"' in page
    assert "DE•• •••• 3000" in page
    assert "0532" not in page
    again = state(won, lead=("6.000", "Stadtkasse", ""), partner=("4.000", "Kreiskasse Borken", ""))
    assert again.status_code == 303
    assert first(select(PrizeShare.iban).where(PrizeShare.participant == "lead")) == IBAN.replace(" ", "")
    listed = won.admin.get(ADMIN).text
    assert IBAN in listed
    assert "6.000\u00a0€" in listed
    assert "Commerzbank" in listed


@pytest.mark.parametrize(
    ("lead", "partner", "sentence"),
    [
        (("7.000", "A", IBAN), ("2.500", "B", OTHER), "Es fehlen noch 500\u00a0€"),
        (("7.500,01", "A", IBAN), ("2.500", "B", OTHER), "Das sind 0,01\u00a0€ mehr"),
        (("7.500", "A", WRONG), ("2.500", "B", OTHER), "Diese IBAN stimmt nicht."),
        (("7.500", "", IBAN), ("2.500", "B", OTHER), "auf wen das Konto lautet"),
        (("7.500", "A", ""), ("2.500", "B", OTHER), "Bitte geben Sie die IBAN an."),
        (("viel", "A", IBAN), ("2.500", "B", OTHER), "Bitte einen Betrag wie 7.500"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(won, lead, partner, sentence):
    answer = state(won, lead, partner)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'value="{partner[1]}"' in answer.text
    assert first(select(PrizeShare.id)) is None


def test_who_gets_nothing_needs_no_account(won):
    assert state(won, lead=("10.000", "Stadtkasse", IBAN), partner=("", "", "")).status_code == 303


def test_somebody_elses_saving_in_between_is_told(won):
    state(won)
    answer = state(won, lead=("5.000", "Neu", IBAN), partner=("5.000", "Neu", OTHER), version="0")
    assert answer.status_code == 409
    assert "wurde hier etwas anderes gespeichert" in answer.text
    assert 'value="5.000"' in answer.text
    assert first(select(PrizeShare.cents).where(PrizeShare.participant == "lead")) == 750_000


def test_nobody_else_comes_near_and_nothing_before_publication(won):
    state(won)
    assert won.robin.get(won.page).status_code == 404
    assert won.kim.get(ADMIN).status_code == 404
    assert won.admin.get(won.page).status_code == 403
    factories.set_phase(won.edition, Phase.DECIDED)
    assert won.kim.get(won.page).status_code == 403
    assert "Auszahlung" not in won.kim.get(won.home).text
    assert won.admin.get(ADMIN).status_code == 403
    for row in db.session.scalars(select(AuditEntry).where(AuditEntry.action.startswith("prize."))):
        assert "0532" not in str(row.new)


def test_the_list_for_the_cashier_adds_up_and_holds_no_formula(won):
    state(won)
    answer = won.admin.get(f"{ADMIN}.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.data)).active
    rows = list(sheet.iter_rows(min_row=2))
    assert [Decimal(str(row[7].value)) for row in rows] == [Decimal("7500"), Decimal("2500"), Decimal("10000")]
    assert rows[0][4].value == "=Stadtkasse"
    assert rows[0][4].data_type == "s"
    assert rows[0][5].value == IBAN
    assert first(select(AuditEntry.id).where(AuditEntry.action == "prize.export"))


def test_details_are_deleted_by_hand_and_stay_away(won):
    state(won)
    asked = won.admin.get(f"{ADMIN}/loeschen").text
    assert "Bankdaten eines Preisträgers endgültig löschen?" in asked
    assert "Kontoinhaber und IBAN von 2 Empfängern" in asked
    assert "Das lässt sich nicht zurücknehmen" in asked
    assert won.admin.submit_form(f"{ADMIN}/loeschen", {}, form="loeschen").status_code == 303
    assert "DE89" not in won.admin.get(ADMIN).text
    page = won.kim.get(won.page).text
    assert "Die Bankdaten sind seit dem" in page
    assert "abgeschlossen" not in page
    assert "7.500" in page
    assert first(select(PrizeShare.iban).where(PrizeShare.iban != "")) is None


def test_nothing_is_deleted_that_was_not_seen_and_who_is_missing_is_named(won):
    asked = won.admin.get(f"{ADMIN}/loeschen").text
    assert "Ein Preisträger hat noch keine Angaben gemacht." in asked
    assert "Gemeinsame Vergabestelle" in asked
    assert 'id="loeschen"' not in asked
    state(won)
    answer = won.admin.submit_form(f"{ADMIN}/loeschen", {"seen": ""}, form="loeschen")
    assert answer.status_code == 303
    assert "gelöscht ist nichts" in won.admin.get(answer.headers["Location"]).text
    assert first(select(PrizeShare.iban).where(PrizeShare.iban != "")) is not None


def test_archiving_names_who_has_stated_nothing_and_asks(won):
    """It was done without a word, and then nobody could state anything any more; the way back is open."""
    step = "/verwaltung/runden/landespreis-2/schritt/archiviert"
    with write_session() as session:
        session.add(
            ResultSeal(
                edition_id=won.edition.id,
                version=1,
                document="{}",
                sha256="0" * 64,
                signature="0",
                public_key="0",
                sealed_at=NOW,
            )
        )
    assert (
        "Ein Preisträger hat noch keine Angaben zur Auszahlung gemacht."
        in won.admin.get("/verwaltung/runden/landespreis-2/").text
    )
    page = won.admin.get(step).text
    assert "Ein Preisträger hat noch nicht angegeben, wohin das Preisgeld gehen soll." in page
    assert "Mir ist bekannt, dass die Angaben eines Preisträgers fehlen." in page
    refused = won.admin.submit_form(step, {})
    assert refused.status_code == 422
    assert won.admin.submit_form(step, {"has_seen_missing": "y"}).status_code == 302
    assert won.kim.get(won.page).status_code == 403
    back = "/verwaltung/runden/landespreis-2/schritt/veroeffentlicht"
    assert won.admin.submit_form(back, {"reason": "Bocholt hat seine Angaben vergessen."}).status_code == 302
    assert state(won).status_code == 303


def test_cents_are_the_same_everywhere_and_after_deletion(won):
    state(won, lead=("6.000,50", "Stadtkasse", IBAN), partner=("3.999,50", "Kreiskasse Borken", OTHER))
    assert 'value="6.000,50"' in won.kim.get(won.page).text
    assert "6.000,50\u00a0€" in won.admin.get(ADMIN).text
    sheet = openpyxl.load_workbook(io.BytesIO(won.admin.get(f"{ADMIN}.xlsx").data)).active
    shown = [(Decimal(str(row[7].value)), row[7].number_format) for row in sheet.iter_rows(min_row=2)]
    assert shown == [(Decimal("6000.5"), "#,##0.00"), (Decimal("3999.5"), "#,##0.00"), (Decimal(10000), "#,##0")]
    won.admin.submit_form(f"{ADMIN}/loeschen", {}, form="loeschen")
    page = won.kim.get(won.page).text
    assert "6.000,50\u00a0€" in page
    assert "3.999,50\u00a0€" in page


def test_two_recipients_of_one_name_are_both_on_record(won):
    with write_session() as session:
        session.execute(update(RegisterBody).values(official_name="Stadt Neustadt"))
    state(won)
    recorded = first(select(AuditEntry.new).where(AuditEntry.action == "prize.state"))
    assert recorded["shares"] == [["Stadt Neustadt", "7.500\u00a0€"], ["Stadt Neustadt", "2.500\u00a0€"]]


def test_details_are_deleted_by_themselves_in_time(won):
    state(won)
    with write_session() as session:
        session.merge(won.edition).published_at = NOW
    db.session.rollback()
    assert clear_old_details(Call(actor=SYSTEM, now=NOW + timedelta(days=364)), days=365) == 0
    assert clear_old_details(Call(actor=SYSTEM, now=NOW + timedelta(days=365)), days=365) == 1
    assert clear_old_details(Call(actor=SYSTEM, now=NOW + timedelta(days=366)), days=365) == 0
    assert first(select(PrizeShare.holder).where(PrizeShare.holder != "")) is None
