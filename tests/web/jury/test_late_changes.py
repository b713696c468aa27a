"""Changing points after the comparison: where the edition allows it, with a reason, and never in silence."""

import json

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from ikz_award.domain.phases.workflow import Phase
from ikz_award.extensions import db
from ikz_award.models.decision.discussion import LateChange
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.jury.reading import SheetVersion
from ikz_award.models.record.audit import AuditEntry
from ikz_award.reports.result.build import build_result_report
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import form_fields
from tests.conftest import NOW
from tests.web.jury.conftest import leave_marks

ADMIN = "/verwaltung/runden/landespreis-2/vergleich"


@pytest.fixture(params=[True], ids=["allowed"])
def compared(request, panel, log_in):
    """Anna and Berta have scored Alpha and Beta, the comparison is open, and the edition lets points be changed."""
    with write_session() as session:
        session.get_one(Edition, panel.edition.id).changes_after_comparison = request.param
    leave_marks(panel)
    for entry in panel.entries[:2]:
        factories.make_sheet(entry, panel.anna, ("5",) * 3)
    factories.set_phase(panel.edition, Phase.DELIBERATION)
    panel.organiser = factories.make_account("mitte@example.org", is_admin=True)
    log_in(panel.organiser).submit_form(ADMIN, {"sicher": "ja"})
    panel.page = f"/jury/{panel.slug}/vergleich/{panel.ids[0]}"
    panel.browser = log_in(panel.anna)
    panel.keys = [one.key for one in db.session.get_one(Edition, panel.edition.id).criteria]
    return panel


def change(compared, *, why="Die Beratung hat mich überzeugt.", **points):
    typed = {f"points_{key}": value for key, value in points.items()}
    return compared.browser.submit_form(compared.page, {**typed, "why": why}, form="/punkte")


def test_points_change_with_a_reason_that_all_can_read(compared, log_in):
    key = compared.keys[0]
    assert change(compared, **{key: "9"}).status_code == 303
    page = log_in(compared.berta).get(compared.page).text
    assert "geändert am" in page
    assert "Die Beratung hat mich überzeugt." in page
    db.session.rollback()
    kept = db.session.scalars(select(SheetVersion).order_by(SheetVersion.id.desc())).first()
    assert json.loads(kept.content)["points"][key] == "9.00"
    logged = db.session.scalars(select(AuditEntry).where(AuditEntry.subject.startswith("late_change:"))).one()
    assert logged.new["reason"] == "Die Beratung hat mich überzeugt."
    edition = db.session.get_one(Edition, compared.edition.id)
    report = build_result_report(db.session(), actor=factories.actor(compared.organiser), edition=edition, now=NOW)
    told = [sheet.changed_because for entry in report.entries for sheet in entry.sheets if sheet.changed_at]
    assert told == ["Die Beratung hat mich überzeugt."]


def test_without_a_reason_or_with_wrong_points_nothing_changes_and_all_is_kept(compared):
    key = compared.keys[0]
    answer = change(compared, why=" ", **{key: "9"})
    assert answer.status_code == 422
    assert "warum Sie Ihre Punkte ändern" in answer.text
    assert 'value="9"' in answer.text
    answer = change(compared, **{key: "99"})
    assert answer.status_code == 422
    assert "Die Beratung hat mich überzeugt." in answer.text
    assert db.session.scalars(select(LateChange)).all() == []


@pytest.mark.parametrize("compared", [False], indirect=True, ids=["forbidden"])
def test_where_the_edition_forbids_it_there_is_no_form_and_the_database_refuses(compared):
    page = compared.browser.get(compared.page).text
    assert "Eigene Punkte ändern" not in page
    fields = form_fields(page, "abmelden")[1].to_dict()
    sent = (
        fields | {f"points_{key}": "9" for key in compared.keys} | {"version": "1", "why": "So.", "idempotency_key": "k" * 22}
    )
    answer = compared.browser.post(f"{compared.page}/punkte", data=sent)
    assert answer.status_code == 403
    assert "nicht mehr ändern" in answer.text
    with pytest.raises(DatabaseError, match="scoring is closed"), write_session() as session:
        session.execute(text("UPDATE score SET points = 100"))


def test_once_the_category_is_decided_the_points_stay(compared, log_in):
    key = compared.keys[0]
    entry = compared.entries[0]
    category = db.session.get_one(Category, entry.category_id).key
    decided = f"/verwaltung/runden/landespreis-2/entscheidung/{category}"
    log_in(compared.organiser).submit_form(decided, {"winner": "none", "reason": "Kein Beitrag überzeugt die Jury genug."})
    answer = change(compared, **{key: "9"})
    assert answer.status_code == 403
    assert "schon entschieden" in answer.text


def test_a_change_is_never_unmade(compared):
    change(compared, **{compared.keys[0]: "9"})
    for statement in ("UPDATE late_change SET reason = 'x'", "DELETE FROM late_change"):
        with pytest.raises(DatabaseError, match="on record"), write_session() as session:
            session.execute(text(statement))


def test_what_one_has_not_scored_cannot_be_changed(compared):
    third = f"/jury/{compared.slug}/vergleich/{compared.ids[2]}"
    assert "Eigene Punkte ändern" not in compared.browser.get(third).text
