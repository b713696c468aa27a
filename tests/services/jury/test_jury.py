"""What jurors declare: confidentiality, bias; and the note that they have read."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.extensions import db
from ikz_award.models.editions.editions import EditionText
from ikz_award.models.jury.jury import ConfidentialityAcceptance, Recusal, ScoreSheet
from ikz_award.models.record.audit import AuditEntry
from ikz_award.services.jury.jury import VIEW, accept_confidentiality, declare_recusal, note_view, withdraw_recusal
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.conftest import NOW


@pytest.fixture
def panel(app: Any) -> SimpleNamespace:
    edition = factories.make_edition(phase=Phase.JUDGING)
    applicant = factories.make_account("antrag@example.org")
    entry = factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED)
    juror = factories.make_juror(edition, "anna@example.org", has_accepted=False)
    return SimpleNamespace(
        edition=edition, slug=edition.slug, applicant=applicant, entry=entry, entry_id=entry.public_id, juror=juror
    )


@pytest.fixture
def sworn(panel: SimpleNamespace) -> Any:
    accept(panel)
    return factories.actor(panel.juror)


def accept(panel: SimpleNamespace, *, version: int = 1, key: str = "k1") -> None:
    accept_confidentiality(
        Call(actor=factories.actor(panel.juror), now=NOW, key=key), edition_slug=panel.slug, text_version=version
    )


def has_sworn(panel: SimpleNamespace) -> bool:
    db.session.rollback()
    seat = factories.actor(panel.juror).seat(panel.edition.id)
    return seat is not None and seat.has_accepted_confidentiality


def audited(action: str) -> list[AuditEntry]:
    db.session.rollback()
    return list(db.session.scalars(select(AuditEntry).where(AuditEntry.action == action)))


def test_acceptance_is_stored_once_and_opens_the_list(panel):
    assert not has_sworn(panel)
    accept(panel)
    accept(panel)
    accept(panel, key="k2")
    assert has_sworn(panel)
    assert len(db.session.scalars(select(ConfidentialityAcceptance)).all()) == 1
    assert [row.new["version"] for row in audited("confidentiality.accept")] == [1]


def test_changed_text_asks_again_and_the_old_one_cannot_be_accepted(panel):
    accept(panel)
    with write_session() as session:
        session.add(EditionText(edition_id=panel.edition.id, key="confidentiality", version=2, body="Neue Fassung."))
    assert not has_sworn(panel)
    with pytest.raises(Refused) as error:
        accept(panel, version=1, key="k2")
    assert error.value.reason == "text_changed"
    accept(panel, version=2, key="k3")
    assert has_sworn(panel)


def test_only_jurors_of_the_edition_accept(panel):
    other = factories.make_edition(name="landespreis-1", phase=Phase.JUDGING)
    for account in (panel.applicant, factories.make_juror(other, "otto@example.org", has_accepted=False)):
        with pytest.raises(NotFound):
            accept_confidentiality(
                Call(actor=factories.actor(account), now=NOW, key="x"), edition_slug=panel.slug, text_version=1
            )


def test_recusal_needs_a_reason_and_removes_nothing(panel, sworn):
    factories.make_sheet(panel.entry, panel.juror, ("7", "7", "7"))
    with pytest.raises(Invalid, match="Grund"):
        declare_recusal(Call(actor=sworn, now=NOW, key="k2"), entry_id=panel.entry_id, reason=" \n")
    declare_recusal(Call(actor=sworn, now=NOW, key="k3"), entry_id=panel.entry_id, reason="Mein Bruder leitet das Projekt.")
    db.session.rollback()
    assert db.session.scalars(select(Recusal)).one().reason == "Mein Bruder leitet das Projekt."
    sheet = db.session.scalars(select(ScoreSheet)).one()
    assert [score.points for score in sheet.scores] == [7, 7, 7]
    assert (sheet.status, sheet.submitted_at) == (SheetStatus.DRAFT, None)
    row = audited("recusal.declare")[0]
    assert (row.old["is_sheet_submitted"], row.new["is_sheet_submitted"], row.new["recused"]) == (True, False, True)


def test_recusal_twice_is_refused_but_a_replay_is_not(panel, sworn):
    for _ in range(2):
        declare_recusal(Call(actor=sworn, now=NOW, key="k2"), entry_id=panel.entry_id, reason="Ich wohne dort.")
    with pytest.raises(Refused) as error:
        declare_recusal(Call(actor=sworn, now=NOW, key="k3"), entry_id=panel.entry_id, reason="Ich wohne dort.")
    assert error.value.reason == "already_recused"
    assert len(audited("recusal.declare")) == 1


def test_withdrawal_is_audited_with_the_reason_that_was_given(panel, sworn):
    with pytest.raises(Refused):
        withdraw_recusal(Call(actor=sworn, now=NOW, key="k2"), entry_id=panel.entry_id)
    declare_recusal(Call(actor=sworn, now=NOW, key="k3"), entry_id=panel.entry_id, reason="Irrtum")
    withdraw_recusal(Call(actor=sworn, now=NOW, key="k4"), entry_id=panel.entry_id)
    assert db.session.scalar(select(Recusal.id)) is None
    assert audited("recusal.withdraw")[0].old["reason"] == "Irrtum"


def test_bias_is_declared_only_while_scoring_is_open(panel, sworn):
    declare_recusal(Call(actor=sworn, now=NOW, key="k2"), entry_id=panel.entry_id, reason="Ich wohne dort.")
    factories.set_phase(panel.edition, Phase.DELIBERATION)
    with pytest.raises(Refused):
        withdraw_recusal(Call(actor=sworn, now=NOW, key="k3"), entry_id=panel.entry_id)
    with pytest.raises(DatabaseError, match="scoring is closed"), write_session() as session:
        session.delete(session.scalars(select(Recusal)).one())


def test_unsworn_juror_cannot_tell_an_entry_from_none(panel):
    actor = factories.actor(panel.juror)
    for entry_id in (panel.entry_id, "gibt-es-nicht"):
        with pytest.raises(NotFound):
            declare_recusal(Call(actor=actor, now=NOW, key="x"), entry_id=entry_id, reason="Grund")
        with pytest.raises(NotFound):
            note_view(actor=actor, now=NOW, entry_id=entry_id)


def test_a_view_is_noted_once_a_day_in_berlin(panel, sworn):
    late = datetime(2026, 3, 4, 22, 59, 59, tzinfo=UTC)
    for now in (NOW, NOW + timedelta(hours=5), late, late + timedelta(seconds=1)):
        note_view(actor=sworn, now=now, entry_id=panel.entry_id)
    assert [row.at for row in audited(VIEW)] == [NOW, late + timedelta(seconds=1)]


def test_a_recused_juror_views_nothing(panel, sworn):
    declare_recusal(Call(actor=sworn, now=NOW, key="k2"), entry_id=panel.entry_id, reason="Ich wohne dort.")
    with pytest.raises(NotFound):
        note_view(actor=sworn, now=NOW, entry_id=panel.entry_id)
    assert audited(VIEW) == []
