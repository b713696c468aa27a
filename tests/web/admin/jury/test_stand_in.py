"""A deputy steps in: role and open entries change hands, what was handed in stays, and all of it is on record."""

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus
from ikz_award.extensions import db
from ikz_award.models.jury.jury import Juror
from ikz_award.queries.jury.sheets import juror_counts
from ikz_award.services.record.intention import write_session
from tests import factories

PAGE = "/verwaltung/runden/landespreis-2/jury"


@pytest.fixture
def panel(client, applicant):
    """Ada is the chair and has scored one of three entries, with a draft on another; Dana is deputy."""
    edition = factories.make_edition(phase=Phase.JUDGING)
    entries = [
        factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED, title=title, lead_key=lead)
        for title, lead in (("Alpha", factories.BOCHOLT), ("Beta", factories.AHAUS), ("Gamma", factories.GRONAU))
    ]
    accounts = {"ada": factories.make_juror(edition, "ada@jury.example", role=PanelRole.CHAIR)}
    accounts["dana"] = factories.make_juror(edition, "dana@jury.example", role=PanelRole.DEPUTY)
    factories.make_sheet(entries[0], accounts["ada"], ("7",) * 3)
    factories.make_sheet(entries[1], accounts["ada"], ("5",) * 3, status=SheetStatus.DRAFT)
    seats = {
        name: db.session.scalars(select(Juror.id).where(Juror.account_id == one.id)).one() for name, one in accounts.items()
    }
    return edition, entries, accounts, seats


def step_in(client, seats, juror="ada", deputy="dana", reason="Elternzeit bis Jahresende."):
    values = {"deputy": str(seats[deputy]), "reason": reason}
    return client.submit_form(PAGE, values, form=f"vertretung-{seats[juror]}")


def owed(edition, name):
    db.session.rollback()
    [found] = [one.sheets for one in juror_counts(db.session(), edition_id=edition.id) if one.juror.name == name]
    return found.done, found.expected


def test_role_and_open_entries_change_hands_and_it_is_told(client, panel, log_in):
    edition, entries, accounts, seats = panel
    assert step_in(client, seats).status_code == 303
    page = client.get(PAGE).text
    assert "Dana vertritt Ada seit" in page
    assert "Elternzeit bis Jahresende." in page
    db.session.rollback()
    roles = {row[0]: row[1] for row in db.session.execute(select(Juror.id, Juror.role))}
    assert roles == {seats["ada"]: PanelRole.DEPUTY, seats["dana"]: PanelRole.CHAIR}
    assert owed(edition, "Dana") == (0, 2)
    # Ada's draft is handed over: what she has handed in is all that is hers.
    assert owed(edition, "Ada") == (1, 1)
    dana = log_in(accounts["dana"])
    assert 'name="points_' not in dana.get(f"/jury/{edition.slug}/beitraege/{entries[0].public_id}").text
    for entry in entries[1:]:
        assert 'name="points_' in dana.get(f"/jury/{edition.slug}/beitraege/{entry.public_id}").text


def test_the_way_back_is_the_same_and_takes_only_what_is_open(client, panel):
    edition, entries, accounts, seats = panel
    step_in(client, seats)
    factories.make_sheet(entries[1], accounts["dana"], ("8",) * 3)
    assert step_in(client, seats, juror="dana", deputy="ada", reason="Wieder da.").status_code == 303
    # Gamma is open again for Ada; Beta is Dana's.
    assert owed(edition, "Ada") == (1, 2)
    assert owed(edition, "Dana") == (1, 1)


def test_without_a_reason_nothing_changes(client, panel):
    edition, _entries, _accounts, seats = panel
    answer = step_in(client, seats, reason=" ")
    assert answer.status_code == 422
    assert "Bitte nennen Sie den Grund der Vertretung." in answer.text
    assert owed(edition, "Ada") == (1, 3)


def test_it_is_on_record_for_good_and_over_with_the_decision(client, panel):
    edition, _entries, _accounts, seats = panel
    step_in(client, seats)
    for statement in ("DELETE FROM stand_in_entry", "UPDATE stand_in SET reason = 'x'"):
        with pytest.raises(DatabaseError, match="on record"), write_session() as session:
            session.execute(text(statement))
    factories.set_phase(edition, Phase.DECIDED)
    assert "Vertretung einsetzen" not in client.get(PAGE).text
