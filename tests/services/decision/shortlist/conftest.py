"""A jury that has scored once."""

from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.jury.jury import Juror
from tests import factories
from tests.services.decision.shortlist.scene import COLOGNE, POINTS


@pytest.fixture
def jury(app: Any) -> SimpleNamespace:
    """Four entries with 9, 7, 7 and 5 points from three members, one of them the chair, and one more entry elsewhere."""
    edition = factories.make_edition(phase=Phase.JUDGING)
    applicant = factories.make_account("antrag@example.org")
    leads = (factories.BOCHOLT, factories.AHAUS, factories.BORKEN, COLOGNE)
    entries = [
        factories.make_entry(
            edition, created_by=applicant, status=EntryStatus.ADMITTED, lead_key=lead, partners=(), title=f"Beitrag {place}"
        )
        for place, lead in enumerate(leads)
    ]
    other = factories.make_entry(
        edition, created_by=applicant, status=EntryStatus.ADMITTED, category="vernetzung", partners=(), title="Anderswo"
    )
    accounts = [factories.make_juror(edition, f"{name}@example.org") for name in ("anna", "berta")]
    accounts.append(factories.make_juror(edition, "carla@example.org", role=PanelRole.CHAIR))
    for entry, points in zip(entries, POINTS, strict=True):
        for account in accounts:
            factories.make_sheet(entry, account, (points,) * 3)
    for account in accounts[:2]:
        factories.make_sheet(other, account, ("6", "6", "6"))
    factories.set_phase(edition, Phase.DELIBERATION)
    organiser = factories.make_account("kompetenzzentrum@land.example", is_admin=True)
    seats = {one.account_id: one.id for one in db.session.scalars(select(Juror))}
    return SimpleNamespace(
        edition_id=edition.id,
        slug=edition.slug,
        ids=[one.public_id for one in entries],
        entries=entries,
        other=other,
        accounts=accounts,
        seats=[seats[one.id] for one in accounts],
        organiser=factories.actor(organiser),
        category_id=entries[0].category_id,
    )
