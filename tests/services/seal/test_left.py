"""Who was taken off the panel stands in the sealed document, which is recounted without the sheets that were set aside."""

import json
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from ikz_award.domain.decision.meeting import Choice, MotionKind
from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.seal.audit_chain import canonical_json
from ikz_award.domain.seal.result_document import DocumentBroken, recount
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.queries.seal.seal import seal_content
from ikz_award.reports.result.build import build_result_report
from ikz_award.services.decision.decisions import DecisionText, record_decision
from ikz_award.services.decision.meeting import close_meeting, open_meeting
from ikz_award.services.decision.motions import record_votes
from ikz_award.services.jury.leaving import Ending, end_juror
from tests import factories
from tests.calls import called
from tests.factories import NOW
from tests.services.seal.full import NAMES, Jury, make_jury

WHY = "Interessenkonflikt."


def decide(jury: Jury) -> None:
    category = db.session.scalars(select(Category.id).where(Category.key == "pflichtaufgaben")).one()
    called(
        record_decision,
        actor=jury.organiser,
        **jury.act(),
        category_id=category,
        version=None,
        decision=DecisionText(
            winner=jury.entries[0], reason="Die Jury war sich einig.", public_text="Vorbild.", is_confirmed=True
        ),
    )
    db.session.rollback()
    factories.set_phase(db.session.get_one(Edition, jury.edition_id), Phase.DECIDED)


def document_of(jury: Jury) -> dict[str, Any]:
    db.session.rollback()
    edition = db.session.get_one(Edition, jury.edition_id)
    content = dict(seal_content(db.session(), actor=SYSTEM, edition=edition).content)
    return json.loads(canonical_json(content | {"audit": {"head": "0" * 64, "length": 1}}))


@pytest.mark.parametrize("keeps", [True, False])
def test_the_document_says_so_and_is_recounted(app: Flask, keeps: bool) -> None:
    jury = make_jury()
    called(open_meeting, **jury.run(), is_written=False)
    jury.be_there(*NAMES)
    motion = jury.put(MotionKind.WINNER, jury.entries[0]).public_id
    called(record_votes, **jury.run(), motion_id=motion, choices={jury.seats[name]: Choice.YES for name in NAMES})
    called(end_juror, **jury.run(), juror_id=jury.seats["emil"], ending=Ending(keeps_points=keeps, reason=WHY))
    counted = jury.count(motion)
    # The vote of who left while it was open is nobody's.
    assert (counted.yes, counted.entitled, counted.outcome) == (4, 4, "carried")
    called(close_meeting, **jury.run())
    decide(jury)
    document = document_of(jury)
    assert recount(document) == ()
    [end] = document["ends"]
    assert (end["juror"], end["reason"], end["points"]) == ("J5", WHY, "counted" if keeps else "set_aside")
    sheets = [sheet for entry in document["categories"][0]["entries"] for sheet in entry["sheets"] if sheet["juror"] == "J5"]
    expected = {("submitted", True)} if keeps else {("set_aside", False)}
    assert {(sheet["state"], bool(sheet["points"])) for sheet in sheets} == expected
    report = build_result_report(db.session(), actor=SYSTEM, edition=db.session.get_one(Edition, jury.edition_id), now=NOW)
    [said] = [one for one in report.procedure.meetings if WHY in one]
    assert said.startswith("Emil ist am")
    assert said.endswith(
        "Die bis dahin abgegebenen Bögen zählen." if keeps else "Die bis dahin abgegebenen Bögen zählen nicht."
    )
    assert [one.role for one in report.jurors if one.name == "Emil"] == ["Ausgeschieden"]
    if not keeps:
        for entry in document["categories"][0]["entries"]:
            next(sheet for sheet in entry["sheets"] if sheet["juror"] == "J5")["state"] = "submitted"
        with pytest.raises(DocumentBroken, match="no points"):
            recount(document)
