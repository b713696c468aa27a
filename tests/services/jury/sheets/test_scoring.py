"""Score sheets through the services, on a real database."""

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from ikz_award.domain.jury.scoring import ReasonRule
from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus
from ikz_award.domain.words.errors import Invalid, NotFound, Refused, StaleVersion
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import Score, ScoreSheet
from ikz_award.models.record.audit import AuditEntry
from ikz_award.services.jury.jury import declare_recusal
from ikz_award.services.jury.sheets.desk import TypedSheet
from ikz_award.services.jury.sheets.scoring import abstain, reopen_sheet, save_sheet, submit_sheet
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.conftest import NOW

KEYS = ("benefit", "innovation", "sustainability")


@pytest.fixture
def panel(app: Any) -> SimpleNamespace:
    """An edition in judging with one admitted entry and one juror."""
    edition = factories.make_edition(phase=Phase.JUDGING)
    applicant = factories.make_account("antrag@example.org")
    entry = factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED)
    juror = factories.make_juror(edition, "anna@example.org")
    return SimpleNamespace(
        edition=edition, applicant=applicant, entry=entry, entry_id=entry.public_id, juror=juror, actor=factories.actor(juror)
    )


def typed(*points: str, version: int = 0, reason: str = "Gut belegt.", remark: str = "") -> TypedSheet:
    reasons = dict.fromkeys(KEYS[: len(points)], reason)
    return TypedSheet(points=dict(zip(KEYS, points, strict=False)), reasons=reasons, remark=remark, version=version)


def save(panel: SimpleNamespace, sheet: TypedSheet, key: str = "k1") -> Any:
    return save_sheet(Call(actor=panel.actor, now=NOW, key=key), entry_id=panel.entry_id, typed=sheet)


def submit(panel: SimpleNamespace, sheet: TypedSheet, key: str = "k2") -> Any:
    return submit_sheet(Call(actor=panel.actor, now=NOW, key=key), entry_id=panel.entry_id, typed=sheet)


def stored() -> ScoreSheet:
    db.session.rollback()
    return db.session.scalars(select(ScoreSheet)).one()


def points_of(sheet: ScoreSheet) -> dict[str, Decimal | None]:
    return {score.criterion.key: score.points for score in sheet.scores}


def set_rule(panel: SimpleNamespace, rule: ReasonRule) -> None:
    with write_session() as session:
        session.get_one(Edition, panel.edition.id).reason_rule = rule


def test_draft_may_be_partial_and_keeps_zero_apart_from_missing(panel):
    save(panel, typed("0", " 7 "))
    sheet = stored()
    assert sheet.status is SheetStatus.DRAFT
    assert points_of(sheet) == {"benefit": Decimal(0), "innovation": Decimal(7), "sustainability": None}


def test_save_names_every_wrong_number_at_once_and_stores_nothing(panel):
    with pytest.raises(Invalid) as error:
        save(panel, typed("elf", "11", "7,5"))
    assert error.value.errors["points_benefit"].startswith("Bitte eine Zahl eingeben")
    assert error.value.errors["points_innovation"] == "Bitte einen Wert von 0 bis 10 eingeben."
    assert "in Schritten von 1" in error.value.errors["points_sustainability"]
    assert db.session.scalar(select(ScoreSheet.id)) is None


def test_submit_needs_points_on_every_criterion_but_zero_is_enough(panel):
    with pytest.raises(Invalid) as error:
        submit(panel, typed("0", "0"))
    assert set(error.value.errors) == {"points_sustainability", "reason_sustainability"}
    submit(panel, typed("0", "0", "0"))
    assert stored().status is SheetStatus.SUBMITTED
    assert stored().submitted_at == NOW


@pytest.mark.parametrize(
    ("rule", "faulty"),
    [
        (ReasonRule.ALWAYS, {"reason_benefit", "reason_innovation", "reason_sustainability"}),
        (ReasonRule.EXTREMES, {"reason_benefit", "reason_sustainability"}),
        (ReasonRule.NEVER, set()),
    ],
)
def test_reasons_are_required_as_the_edition_says(panel, rule, faulty):
    set_rule(panel, rule)
    sheet = typed("0", "5", "10", reason="  \u200b ")
    if faulty:
        with pytest.raises(Invalid) as error:
            submit(panel, sheet)
        assert set(error.value.errors) == faulty
    else:
        submit(panel, sheet)
        assert stored().status is SheetStatus.SUBMITTED


def test_too_long_reason_says_by_how_much(panel):
    with pytest.raises(Invalid, match="5 Zeichen zu lang"):
        save(panel, typed("5", reason="x" * 3005))


def test_every_save_counts_the_version_even_when_only_a_reason_changed(panel):
    first = save(panel, typed("5", "5", "5", reason="alt"))
    second = save(panel, typed("5", "5", "5", reason="neu", version=first["version"]), key="k3")
    assert second["version"] > first["version"]


def test_stale_version_shows_both_and_overwrites_nothing(panel):
    first = save(panel, typed("5", "6"))
    save(panel, typed("8", "6", version=first["version"]), key="k3")
    with pytest.raises(StaleVersion) as error:
        save(panel, typed("2", "6", version=first["version"]), key="k4")
    assert (error.value.current["points_benefit"], error.value.submitted["points_benefit"]) == ("8", "2")
    assert "points_innovation" not in error.value.differing_fields
    assert points_of(stored())["benefit"] == 8


def test_first_save_from_two_tabs_is_stale_in_the_second(panel):
    save(panel, typed("5"))
    with pytest.raises(StaleVersion):
        save(panel, typed("6"), key="k3")


def test_same_key_twice_has_one_effect_and_the_same_answer(panel):
    first, second = save(panel, typed("5")), save(panel, typed("5"))
    assert first == second
    assert stored().version == first["version"]
    assert len(db.session.scalars(select(AuditEntry).where(AuditEntry.action == "sheet.save")).all()) == 1


def test_same_key_with_other_points_is_refused(panel):
    save(panel, typed("5"))
    with pytest.raises(Refused) as error:
        save(panel, typed("6"))
    assert error.value.reason == "key_reused"


def test_audit_keeps_old_and_new_points(panel):
    first = save(panel, typed("5", "6"))
    submit(panel, typed("8", "6", "9", version=first["version"]))
    row = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "sheet.submit")).one()
    assert row.old is not None
    assert row.new is not None
    assert (row.old["points"]["benefit"], row.new["points"]["benefit"]) == ("5.00", "8.00")
    assert (row.old["points"]["sustainability"], row.new["points"]["sustainability"]) == (None, "9.00")
    assert (row.old["status"], row.new["status"]) == ("draft", "submitted")


def test_submitted_sheet_changes_only_after_reopening(panel):
    version = submit(panel, typed("8", "8", "8"))["version"]
    with pytest.raises(Refused) as error:
        save(panel, typed("9", "8", "8", version=version))
    assert error.value.reason == "transition"
    reopen_sheet(Call(actor=panel.actor, now=NOW, key="k5"), entry_id=panel.entry_id, version=version)
    reopened = stored()
    assert (reopened.status, reopened.submitted_at) == (SheetStatus.DRAFT, None)
    assert points_of(reopened)["benefit"] == 8
    submit(panel, typed("9", "8", "8", version=reopened.version), key="k6")
    assert points_of(stored())["benefit"] == 9


def test_draft_and_missing_sheet_cannot_be_reopened(panel):
    with pytest.raises(Refused, match="schon getan"):
        reopen_sheet(Call(actor=panel.actor, now=NOW, key="k5"), entry_id=panel.entry_id, version=0)


def test_abstention_needs_a_reason_keeps_points_and_can_be_taken_back(panel):
    save(panel, typed("5"))
    with pytest.raises(Invalid):
        abstain(Call(actor=panel.actor, now=NOW, key="k3"), entry_id=panel.entry_id, reason=" ")
    abstain(Call(actor=panel.actor, now=NOW, key="k4"), entry_id=panel.entry_id, reason="Mir fehlt die Sachkunde.")
    sheet = stored()
    assert (sheet.status, points_of(sheet)["benefit"]) == (SheetStatus.ABSTAINED, 5)
    reopen_sheet(Call(actor=panel.actor, now=NOW, key="k5"), entry_id=panel.entry_id, version=sheet.version)
    assert (stored().status, stored().abstention_reason) == (SheetStatus.DRAFT, "")


def test_strangers_unsworn_and_other_editions_jurors_find_nothing(panel):
    other = factories.make_edition(name="landespreis-1", phase=Phase.JUDGING)
    for account in (
        panel.applicant,
        factories.make_account("chef@example.org", is_admin=True),
        factories.make_juror(panel.edition, "uwe@example.org", has_accepted=False),
        factories.make_juror(other, "otto@example.org"),
    ):
        with pytest.raises(NotFound):
            save_sheet(Call(actor=factories.actor(account), now=NOW, key="x"), entry_id=panel.entry_id, typed=typed("5"))


@pytest.mark.parametrize("status", [EntryStatus.DRAFT, EntryStatus.SUBMITTED, EntryStatus.EXCLUDED])
def test_entry_that_is_not_admitted_is_not_there(panel, status):
    entry = factories.make_entry(panel.edition, created_by=panel.applicant, status=status, lead_key=factories.AHAUS)
    with pytest.raises(NotFound):
        save_sheet(Call(actor=panel.actor, now=NOW, key="x"), entry_id=entry.public_id, typed=typed("5"))


def test_recused_juror_neither_saves_nor_reopens_nor_abstains(panel):
    version = submit(panel, typed("8", "8", "8"))["version"]
    declare_recusal(Call(actor=panel.actor, now=NOW, key="k3"), entry_id=panel.entry_id, reason="Ich wohne dort.")
    with pytest.raises(NotFound):
        save(panel, typed("9", version=version))
    with pytest.raises(NotFound):
        reopen_sheet(Call(actor=panel.actor, now=NOW, key="k4"), entry_id=panel.entry_id, version=version)
    with pytest.raises(NotFound):
        abstain(Call(actor=panel.actor, now=NOW, key="k5"), entry_id=panel.entry_id, reason="Grund")
    assert points_of(stored())["benefit"] == 8


def test_closed_scoring_refuses_in_the_service_and_in_the_database(panel):
    submit(panel, typed("8", "8", "8"))
    factories.set_phase(panel.edition, Phase.DELIBERATION)
    with pytest.raises(Refused, match="nicht geöffnet"):
        save(panel, typed("9"))
    with pytest.raises(DatabaseError, match="scoring is closed"), write_session() as session:
        session.scalars(select(Score)).first().points = Decimal(10)
    with pytest.raises(DatabaseError, match="scoring is closed"), write_session() as session:
        session.scalars(select(ScoreSheet)).one().remark = "später"
