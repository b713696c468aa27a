"""Reminding jurors, giving one more time, opening a sheet again."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import Juror, Recusal, ScoreSheet
from ikz_award.models.jury.oversight import ScoringExtension
from ikz_award.models.jury.reading import SheetVersion
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.editions.editions import criteria_for
from ikz_award.services.jury.oversight import extend_scoring, remind, reopen_for_juror
from ikz_award.services.jury.sheets.desk import TypedSheet
from ikz_award.services.jury.sheets.scoring import reopen_sheet, submit_sheet
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.factories import NOW

REASON = "Krank bis zum Wochenende."


@pytest.fixture
def jury(admin: Actor, applicant: Account) -> SimpleNamespace:
    edition = factories.make_edition(phase=Phase.JUDGING)
    entries = [
        factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED, title=f"Beitrag {name}", lead_key=key)
        for name, key in (("Alpha", factories.BOCHOLT), ("Beta", factories.AHAUS))
    ]
    ada = factories.make_juror(edition, "ada@jury.example")
    ben = factories.make_juror(edition, "ben@jury.example", has_accepted=False)
    with write_session() as session:
        session.get_one(Edition, edition.id).scoring_closes_at = NOW + timedelta(days=1)
        seats = {row.account_id: row.id for row in session.scalars(select(Juror))}
    return SimpleNamespace(
        edition_id=edition.id,
        entries=entries,
        ada=ada,
        ben=ben,
        seat=seats,
        admin=admin,
        keys=iter(range(99)),
        rule=[one.key for one in criteria_for(db.session(), edition_id=edition.id, category_id=entries[0].category_id)],
    )


def ask(jury: SimpleNamespace, juror: Account | None = None, *, now: datetime = NOW) -> int:
    seat = jury.seat[juror.id] if juror else None
    return remind(
        Call(actor=jury.admin, now=now, key=f"k{next(jury.keys)}"),
        edition_id=jury.edition_id,
        juror_id=seat,
        base_url="http://x",
    )


def extend(jury: SimpleNamespace, juror: Account, until: str, *, reason: str = REASON) -> str:
    return extend_scoring(
        Call(actor=jury.admin, now=NOW, key=f"k{next(jury.keys)}"),
        edition_id=jury.edition_id,
        juror_id=jury.seat[juror.id],
        until=until,
        reason=reason,
    )


def submit(jury: SimpleNamespace, juror: Account, *, now: datetime, version: int = 0) -> int:
    typed = TypedSheet(
        points=dict.fromkeys(jury.rule, "7"), reasons=dict.fromkeys(jury.rule, "Ein guter Grund."), version=version
    )
    answer = submit_sheet(
        Call(actor=factories.actor(juror), now=now, key=f"k{next(jury.keys)}"), entry_id=jury.entries[0].public_id, typed=typed
    )
    return answer["version"]


def mails() -> list[OutgoingMail]:
    db.session.rollback()
    return list(db.session.scalars(select(OutgoingMail).order_by(OutgoingMail.id)))


def test_a_reminder_names_what_is_open_and_nothing_the_juror_may_not_see(jury: SimpleNamespace) -> None:
    factories.make_sheet(jury.entries[0], jury.ada, ("7.31", "6.47", "8.69"))
    assert ask(jury) == 2
    ada, ben = mails()
    assert "Beitrag Beta" in ada.body
    assert "Beitrag Alpha" not in ada.body
    assert "5. März 2026" in ada.body
    assert "Ein Bewertungsbogen ist noch offen." in ada.body
    assert "2 Bewertungsbögen sind noch offen." in ben.body
    # Ben has not declared confidentiality: he reads of no entry.
    assert "Beitrag" not in ben.body.replace("Beiträge", "")
    assert not any(points in one.body for one in (ada, ben) for points in ("7,31", "7.31", "6.47"))


def test_nobody_is_reminded_twice_within_an_hour(jury: SimpleNamespace) -> None:
    ask(jury, jury.ada)
    with pytest.raises(Refused) as refusal:
        ask(jury, jury.ada, now=NOW + timedelta(minutes=59))
    assert refusal.value.reason == "nobody_to_remind"
    assert ask(jury, now=NOW + timedelta(minutes=59)) == 1  # Ben alone
    assert ask(jury, jury.ada, now=NOW + timedelta(minutes=60)) == 1
    assert [one.recipient for one in mails()] == ["ada@jury.example", "ben@jury.example", "ada@jury.example"]


def test_recused_entries_are_no_open_work(jury: SimpleNamespace) -> None:
    with write_session() as session:
        for entry in jury.entries:
            session.add(Recusal(juror_id=jury.seat[jury.ada.id], entry_id=entry.id, reason="Wohnort", declared_at=NOW))
    with pytest.raises(Refused):
        ask(jury, jury.ada)


def test_the_server_judges_by_the_jurors_own_closing_time(jury: SimpleNamespace) -> None:
    late = NOW + timedelta(days=1, seconds=1)
    for _ in range(2):
        with pytest.raises(Refused) as refusal:
            submit(jury, jury.ada, now=late)
        assert refusal.value.reason == "scoring_time_over"
    extend(jury, jury.ada, "2026-03-08T12:00")
    assert submit(jury, jury.ada, now=datetime.fromisoformat("2026-03-08T11:00:00+00:00")) > 0
    with pytest.raises(Refused):
        reopen_sheet(
            Call(actor=factories.actor(jury.ada), now=datetime.fromisoformat("2026-03-08T11:00:01+00:00"), key="late"),
            entry_id=jury.entries[0].public_id,
            version=1,
        )


@pytest.mark.parametrize("until", ["", "morgen", "2026-03-05T10:30", "2026-03-01T10:00", "2026-03-29T02:30"])
def test_an_extension_only_gives_time(jury: SimpleNamespace, until: str) -> None:
    with pytest.raises(Invalid) as refusal:
        extend(jury, jury.ada, until, reason="kurz")
    assert set(refusal.value.errors) == {"until", "reason"}
    assert db.session.query(ScoringExtension).count() == 0


def test_an_extension_is_on_record_and_never_changed(jury: SimpleNamespace) -> None:
    extend(jury, jury.ada, "2026-03-08T12:00")
    db.session.rollback()
    entry = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "jury.extend")).one()
    assert entry.new == {"closes_at": "2026-03-08T11:00:00+00:00", "reason": REASON}
    assert "8. März 2026" in mails()[0].body
    for statement in ("UPDATE scoring_extension SET reason = 'x'", "DELETE FROM scoring_extension"):
        with pytest.raises(DBAPIError, match="never changed"), write_session() as session:
            session.execute(text(statement))


def reopen(jury: SimpleNamespace, juror: Account, *, reason: str = REASON, now: datetime = NOW) -> None:
    reopen_for_juror(
        Call(actor=jury.admin, now=now, key=f"k{next(jury.keys)}"),
        edition_id=jury.edition_id,
        juror_id=jury.seat[juror.id],
        entry_id=jury.entries[0].public_id,
        reason=reason,
    )


def test_a_sheet_opened_again_keeps_its_history(jury: SimpleNamespace) -> None:
    submit(jury, jury.ada, now=NOW)
    with pytest.raises(Invalid):
        reopen(jury, jury.ada, reason="ok")
    reopen(jury, jury.ada)
    sheet = db.session.scalars(select(ScoreSheet)).one()
    assert (sheet.status, sheet.submitted_at) == (SheetStatus.DRAFT, None)
    assert db.session.query(SheetVersion).count() == 1
    entry = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "jury.reopen_sheet")).one()
    assert "points" not in (entry.new or {})
    submit(jury, jury.ada, now=NOW, version=sheet.version)
    assert db.session.query(SheetVersion).count() == 2
    assert REASON in mails()[0].body


def test_what_cannot_be_opened_again(jury: SimpleNamespace) -> None:
    with pytest.raises(NotFound):
        reopen(jury, jury.ada)
    submit(jury, jury.ada, now=NOW)
    with pytest.raises(Refused) as refusal:
        reopen(jury, jury.ada, now=NOW + timedelta(days=2))
    assert refusal.value.reason == "scoring_time_over"


def test_only_the_organiser_and_only_while_the_jury_scores(jury: SimpleNamespace) -> None:
    organiser = jury.admin
    jury.admin = factories.actor(jury.ada)
    with pytest.raises(NotFound):
        ask(jury)
    jury.admin = organiser
    with write_session() as session:
        session.get_one(Edition, jury.edition_id).phase = Phase.DELIBERATION
    for act in (lambda: ask(jury), lambda: extend(jury, jury.ada, "2026-03-08T12:00"), lambda: reopen(jury, jury.ada)):
        with pytest.raises(Refused) as refusal:
            act()
        assert refusal.value.reason == "jury.manage"
