"""The jury's words for the applicants: read by the organiser, released once, then read by the entry's municipality alone."""

from types import SimpleNamespace

import pytest
from sqlalchemy import select, update

from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus
from ikz_award.models.jury.jury import Juror, Recusal, ScoreSheet
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.conftest import NOW

PAGE = "/verwaltung/runden/landespreis-2/rueckmeldungen"


@pytest.fixture
def told(log_in):
    """Two entries; Ada and Ben wrote to the first, Cleo a draft, Dora is recused."""
    edition = factories.make_edition(phase=Phase.JUDGING)
    kim = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    robin = factories.make_account("robin@ahaus.example", lead_key=factories.AHAUS)
    first = factories.make_entry(edition, created_by=kim, status=EntryStatus.ADMITTED, title="Archiv")
    second = factories.make_entry(
        edition, created_by=robin, status=EntryStatus.ADMITTED, title="Bauhof", lead_key=factories.AHAUS
    )
    jurors = [factories.make_juror(edition, f"{name}@jury.example") for name in ("ada", "ben", "cleo", "dora")]
    for juror, word in zip(jurors, ("<i>Klug</i> gedacht.", "Gut erzählt.", "Unfertig.", "Befangen."), strict=True):
        status = SheetStatus.DRAFT if word == "Unfertig." else SheetStatus.SUBMITTED
        sheet = factories.make_sheet(first, juror, ("5", "5", "5"), status=status)
        with write_session() as session:
            session.execute(update(ScoreSheet).where(ScoreSheet.id == sheet.id).values(published_remark=word))
    with write_session() as session:
        seat = session.scalars(select(Juror).where(Juror.account_id == jurors[3].id)).one()
        session.add(Recusal(juror_id=seat.id, entry_id=first.id, reason="Wohnort", declared_at=NOW))
    ids = [factories.value_of(type(first), one, "public_id") for one in (first, second)]
    return SimpleNamespace(edition=edition, kim=log_in(kim), robin=log_in(robin), urls=[f"/bewerbung/{one}/" for one in ids])


def test_nothing_is_read_before_publication_nor_before_the_release(client, told):
    for phase in (Phase.JUDGING, Phase.DELIBERATION, Phase.DECIDED):
        factories.set_phase(told.edition, phase)
        assert client.get(PAGE).status_code == 403
        assert "Gut erzählt" not in told.kim.get(told.urls[0]).text
    factories.set_phase(told.edition, Phase.PUBLISHED)
    assert "Gut erzählt" in client.get(PAGE).text
    assert "Gut erzählt" not in told.kim.get(told.urls[0]).text


def test_after_the_release_each_reads_its_own_without_names(client, told):
    factories.set_phase(told.edition, Phase.PUBLISHED)
    assert client.submit_form(PAGE, {"sicher": "ja"}, form="rueckmeldungen").status_code == 303
    page = told.kim.get(told.urls[0]).text
    assert "&lt;i&gt;Klug&lt;/i&gt; gedacht." in page
    assert "Gut erzählt." in page
    for hidden in ("Unfertig", "Befangen.", "ada@", "Kim Beispiel</td>"):
        assert hidden not in page
    other = told.robin.get(told.urls[1]).text
    assert "Gut erzählt" not in other
    assert "Rückmeldung der Jury" not in other
    with write_session() as session:
        mails = session.scalars(select(OutgoingMail).where(OutgoingMail.subject.contains("Rückmeldung"))).all()
        assert [mail.recipient for mail in mails] == ["kim@bocholt.example", "kim.beispiel@bocholt.example"]
        assert "Gut erzählt" not in mails[0].body
    assert "Freigegeben am" in client.get(PAGE).text
    assert "Alle freigeben" not in client.get(PAGE).text


def test_without_a_word_there_is_nothing_to_release(client, told):
    with write_session() as session:
        session.execute(update(ScoreSheet).values(published_remark=""))
    factories.set_phase(told.edition, Phase.PUBLISHED)
    assert "Keine Rückmeldungen" in client.get(PAGE).text
