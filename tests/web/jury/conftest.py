"""A panel of two jurors, Anna and Berta, on an edition in judging, with Berta's points where Anna must never see them."""

from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select, update

from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.models.jury.jury import Juror, Recusal, Score, ScoreSheet
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.conftest import NOW

MARK = "GEHEIM-VON-BERTA"


@pytest.fixture
def panel(app: Any, log_in: Any) -> SimpleNamespace:
    edition = factories.make_edition(phase=Phase.JUDGING)
    applicant = factories.make_account("antrag@example.org")
    entries = [
        factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED, title=f"Beitrag {name}", lead_key=key)
        for name, key in (("Alpha", factories.BOCHOLT), ("Beta", factories.AHAUS), ("Gamma", factories.GRONAU))
    ]
    anna = factories.make_juror(edition, "anna@example.org")
    berta = factories.make_juror(edition, "berta@example.org", body="Landkreistag NRW")
    found = SimpleNamespace(edition=edition, slug=edition.slug, applicant=applicant, anna=anna, berta=berta, log_in=log_in)
    found.ids = [entry.public_id for entry in entries]
    found.entries = entries
    found.list = f"/jury/{edition.slug}/beitraege"
    found.pages = [f"{found.list}/{public_id}" for public_id in found.ids]
    return found


def leave_marks(panel: SimpleNamespace) -> None:
    """Berta scores every entry in a way that nothing else on any page looks like: 7.77 points, marked words."""
    for entry in panel.entries:
        factories.make_sheet(entry, panel.berta, ("7.77", "7.77", "7.77"))
    with write_session() as session:
        berta = select(Juror.id).where(Juror.account_id == panel.berta.id)
        sheets = select(ScoreSheet.id).where(ScoreSheet.juror_id.in_(berta))
        session.execute(update(Score).where(Score.sheet_id.in_(sheets)).values(reason=MARK))
        session.execute(update(ScoreSheet).where(ScoreSheet.juror_id.in_(berta)).values(remark=MARK, abstention_reason=MARK))


def recuse(panel: SimpleNamespace, juror: Any, entry: Any, reason: str = "Ich wohne dort.") -> None:
    with write_session() as session:
        seat = session.scalars(select(Juror).where(Juror.account_id == juror.id)).one()
        session.add(Recusal(juror_id=seat.id, entry_id=entry.id, reason=reason, declared_at=NOW))
