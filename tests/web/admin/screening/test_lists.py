"""Lists of the organiser: filters, pages, the same number of queries for one row and for many."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event, select

from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus
from ikz_award.models.people.register import RegisterBody
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.services.record.intention import AuditLine, append_audit
from tests import factories
from tests.client import PageClient
from tests.factories import NOW

RUN = "/verwaltung/runden/landespreis-2"


@pytest.fixture
def edition(app: object) -> Edition:
    return factories.make_edition(phase=Phase.JUDGING)


def add_entries(edition: Edition, account: Account, count: int, *, status: EntryStatus = EntryStatus.ADMITTED) -> None:
    """Bulk insertion: entries without answers, each led by another municipality."""
    keys = db.session.scalars(select(RegisterBody.key).order_by(RegisterBody.key).limit(count)).all()
    with factories.write_session() as session:
        row = session.get_one(Edition, edition.id)
        for key in keys:
            session.add(
                Entry(
                    edition_id=row.id,
                    category_id=row.categories[0].id,
                    lead_key=key,
                    status=status,
                    number=f"L2-{row.next_number:03d}",
                    title=f"Beitrag {row.next_number:03d}",
                    created_by=account.id,
                    created_at=NOW,
                    updated_at=NOW,
                    submitted_at=NOW,
                )
            )
            row.next_number += 1


@contextmanager
def counted() -> Iterator[list[str]]:
    statements: list[str] = []

    def listen(connection: object, cursor: object, statement: str, *rest: object) -> None:
        statements.append(statement)

    event.listen(db.engine, "before_cursor_execute", listen)
    yield statements
    event.remove(db.engine, "before_cursor_execute", listen)


@pytest.mark.parametrize("address", ["/verwaltung/", f"{RUN}/", f"{RUN}/beitraege", f"{RUN}/bewertungsstand"])
def test_pages_ask_as_often_for_thirty_rows_as_for_one(
    client: PageClient, edition: Edition, applicant: Account, address: str
) -> None:
    factories.make_juror(edition, "ada@jury.example")
    add_entries(edition, applicant, 1)
    client.get(address)
    with counted() as few:
        client.get(address)
    add_entries(edition, applicant, 30)
    for name in ("ben", "cem", "dea"):
        factories.make_juror(edition, f"{name}@jury.example")
    with counted() as many:
        client.get(address)
    assert len(many) == len(few)


def test_the_log_asks_as_often_for_thirty_rows_as_for_one(client: PageClient, edition: Edition) -> None:
    def add(count: int) -> None:
        with factories.write_session() as session:
            for number in range(count):
                line = AuditLine(
                    action="entry.admit",
                    subject=f"entry:{number}",
                    edition_id=edition.id,
                    old={"status": "submitted"},
                    new={"status": "admitted"},
                )
                append_audit(session, line, actor=SYSTEM, now=NOW)

    add(1)
    client.get("/verwaltung/pruefprotokoll")
    with counted() as few:
        client.get("/verwaltung/pruefprotokoll")
    add(30)
    with counted() as many:
        client.get("/verwaltung/pruefprotokoll")
    assert len(many) == len(few)


def test_fifty_entries_a_page_and_a_page_past_the_end_is_the_last(
    client: PageClient, edition: Edition, applicant: Account
) -> None:
    add_entries(edition, applicant, 60)
    first = client.get(f"{RUN}/beitraege").text
    assert "Beitrag 050" in first
    assert "Beitrag 051" not in first
    last = client.get(f"{RUN}/beitraege?seite=99").text
    assert "Beitrag 060" in last
    assert "Beitrag 050" not in last
    falling = client.get(f"{RUN}/beitraege?sortierung=nummer&richtung=ab").text
    assert "Beitrag 060" in falling
    assert "Beitrag 001" not in falling


def test_search_and_filters_find_and_hide(client: PageClient, edition: Edition, applicant: Account) -> None:
    make = lambda **more: factories.make_entry(edition, created_by=applicant, **more)  # noqa: E731
    make(title="Zentrale Vergabe", status=EntryStatus.ADMITTED)
    make(title="100 % digital_es Archiv", status=EntryStatus.EXCLUDED, lead_key="05554020", category="vernetzung")
    make(title="Zurück auf Los", status=EntryStatus.SUBMITTED, lead_key="05515000")

    def found(query: str) -> set[str]:
        page = client.get(f"{RUN}/beitraege?{query}").text
        return {title for title in ("Zentrale Vergabe", "100 % digital_es Archiv", "Zurück auf Los") if title in page}

    assert found("") == {"Zentrale Vergabe", "100 % digital_es Archiv", "Zurück auf Los"}
    assert found("suche=vergabe") == {"Zentrale Vergabe"}
    assert found("suche=gronau") == {"100 % digital_es Archiv"}
    assert found("suche=Muenster") == {"Zurück auf Los"}
    assert found("suche=l2-001") == {"Zentrale Vergabe"}
    # What means something to LIKE is just text.
    assert found("suche=%25") == {"100 % digital_es Archiv"}
    assert found("suche=l_") == {"100 % digital_es Archiv"}
    assert found("stand=excluded") == {"100 % digital_es Archiv"}
    assert found("stand=draft") == found("")
    assert found("kategorie=vernetzung") == {"100 % digital_es Archiv"}
    assert found("suche=gibtesnicht") == set()
    assert found("seite=x&sortierung=?&stand=?") == found("")


def test_the_matrix_shows_states(client: PageClient, edition: Edition, applicant: Account) -> None:
    juror = factories.make_juror(edition, "ada@jury.example")
    factories.make_juror(edition, "ben@jury.example")
    entry = factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED)
    factories.make_sheet(entry, juror, ("8", "6", "7"))
    page = client.get(f"{RUN}/bewertungsstand").text
    assert "Abgegeben" in page
    assert "Offen" in page
    assert "1 von 1" in page
    assert "0 von 1" in page
    assert client.get(f"{RUN}/bewertungsstand?kategorie=gibt-es-nicht").status_code == 404


def test_the_log_hides_what_municipalities_have_not_sent(client: PageClient, edition: Edition, applicant: Account) -> None:
    draft = factories.make_entry(edition, created_by=applicant)
    sent = factories.make_entry(edition, created_by=applicant, status=EntryStatus.SUBMITTED, lead_key=factories.AHAUS)
    with factories.write_session() as session:
        for entry_id, words in ((draft.id, "Geheimer Partner"), (sent.id, "Offener Partner"), (9999, "Geloeschter Partner")):
            line = AuditLine(
                action="entry.add_partner", subject=f"entry:{entry_id}", edition_id=edition.id, new={"partner": words}
            )
            append_audit(session, line, actor=SYSTEM, now=NOW)
    page = client.get("/verwaltung/pruefprotokoll").text
    assert "Offener Partner" in page
    assert "Geheimer Partner" not in page
    assert "Geloeschter Partner" not in page


def test_memberships_are_confirmed_and_rejected(client: PageClient, app: object) -> None:
    people = [factories.make_account(f"{name}@ahaus.example", name=name.title()) for name in ("robin", "sascha")]
    with factories.write_session() as session:
        for person in people:
            session.add(
                Membership(account_id=person.id, body_key=factories.AHAUS, status=MembershipStatus.PENDING, created_at=NOW)
            )
    assert "2 Personen warten" in client.get("/verwaltung/").text
    client.submit_form("/verwaltung/zugehoerigkeiten", {}, form="bestaetigen")
    db.session.rollback()
    rejected = db.session.scalars(select(Membership).where(Membership.status == MembershipStatus.PENDING)).one()
    client.submit_form(f"/verwaltung/zugehoerigkeiten/{rejected.id}/ablehnen", {"reason": "Sie arbeiten dort nicht."})
    db.session.rollback()
    assert [row.status for row in db.session.scalars(select(Membership))] == [MembershipStatus.ACTIVE]
    first, second = db.session.scalars(select(OutgoingMail).order_by(OutgoingMail.id))
    assert first.recipient == "robin@ahaus.example"
    assert "Sie arbeiten dort nicht." in second.body
    assert "Niemand wartet" in client.get("/verwaltung/zugehoerigkeiten").text
