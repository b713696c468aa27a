"""What pages say about applying is what a POST then does: every phase with every edge of the dates.

The words of the start page, of the edition's page, of the banner and of the page for a new entry, beside the attempt itself.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import select

from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.words.errors import Invalid, Refused
from ikz_award.domain.words.formats import format_day, format_instant
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.services.entries.entries import create_entry
from ikz_award.services.phases.phases import change_phase
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.calls import called
from tests.conftest import NOW

INSTANT = timedelta(microseconds=1)
GRACE = timedelta(seconds=60)
# Where NOW lies: (opens_at, deadline_at) beside it.
MOMENTS = {
    "before the opening": (INSTANT, timedelta(days=9)),
    "at the opening": (timedelta(), timedelta(days=9)),
    "in the middle": (timedelta(days=-9), timedelta(days=9)),
    "at the deadline": (timedelta(days=-9), timedelta()),
    "just after the deadline": (timedelta(days=-9), -INSTANT),
    "at the end of the grace": (timedelta(days=-9), -GRACE),
    "after the grace": (timedelta(days=-9), -GRACE - INSTANT),
}
REASON = "Alle Unterlagen liegen früher vor als geplant."


@pytest.fixture(autouse=True)
def still_clock() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def put(edition: Edition, *, opens: timedelta, deadline: timedelta, phase: Phase) -> None:
    with write_session() as session:
        row = session.get_one(Edition, edition.id)
        row.opens_at, row.deadline_at = NOW + opens, NOW + deadline
        row.grace_seconds, row.phase = int(GRACE.total_seconds()), phase


@pytest.mark.parametrize("moment", MOMENTS)
def test_words_of_pages_and_the_attempt_agree(app: Any, log_in: Any, anonymous: Any, moment: str) -> None:
    edition = factories.make_edition()
    account = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    kim, slug = log_in(account), edition.slug
    opens, deadline = MOMENTS[moment]
    for phase in Phase:
        put(edition, opens=opens, deadline=deadline, phase=phase)
        says = {
            "start": "Beitrag einreichen</span>" in anonymous.get("/").text,
            "new entry": 'name="lead_key"' in kim.get("/bewerbung/neu").text,
            "banner": "Einsendeschluss 2. Landespreis" in kim.get("/konto/").text,
        }
        page = anonymous.get(f"/wettbewerb/{slug}")
        if phase is not Phase.PREPARATION:
            said = page.text
            says["edition"] = any(words in said for words in ("Offen für Beiträge", "wird noch angenommen"))
        does = tries(account, slug, key=f"{moment} {phase}")
        assert set(says.values()) == {does}, (phase, says, does)


def tries(account: Any, slug: str, *, key: str) -> bool:
    """Whether an entry can be begun; whatever was begun is gone again."""
    try:
        public_id = create_entry(
            Call(actor=factories.actor(account), now=NOW, key=key), edition_slug=slug, lead_key=factories.BOCHOLT
        )
    except (Refused, Invalid):
        return False
    with write_session() as session:
        session.delete(session.scalars(select(Entry).where(Entry.public_id == public_id)).one())
    return True


def test_opened_by_hand_before_its_day_one_can_apply_at_once(app: Any, anonymous: Any) -> None:
    """It said „offen“ while nobody could apply, and there was no way back."""
    edition = factories.make_edition(phase=Phase.PREPARATION)
    put(edition, opens=timedelta(days=3), deadline=timedelta(days=9), phase=Phase.PREPARATION)
    admin = factories.actor(factories.make_account("mitte@land.example", is_admin=True))
    common = {"actor": admin, "now": NOW, "edition_id": edition.id}
    with pytest.raises(Invalid):
        called(change_phase, **common, key="a", step=(Phase.PREPARATION, Phase.OPEN))
    called(change_phase, **common, key="b", step=(Phase.PREPARATION, Phase.OPEN), reason=REASON)
    assert factories.value_of(Edition, edition, "opens_at") == NOW
    kim = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    assert tries(kim, edition.slug, key="c")
    # Nobody has begun anything: taken back, the announced day holds again.
    called(change_phase, **common, key="d", step=(Phase.OPEN, Phase.PREPARATION), reason=REASON)
    assert factories.value_of(Edition, edition, "opens_at") == NOW + timedelta(days=3)
    assert anonymous.get(f"/wettbewerb/{edition.slug}").status_code == 404
    called(change_phase, **common, key="e", step=(Phase.PREPARATION, Phase.OPEN), reason=REASON)
    factories.make_entry(db.session.get_one(Edition, edition.id), created_by=kim)
    with pytest.raises(Refused) as refusal:
        called(change_phase, **common, key="f", step=(Phase.OPEN, Phase.PREPARATION), reason=REASON)
    assert refusal.value.reason == "entries_begun"


def test_closed_early_the_deadline_is_now_and_taken_back_it_is_the_old_one(app: Any, anonymous: Any) -> None:
    edition = factories.make_edition()
    admin = factories.actor(factories.make_account("mitte@land.example", is_admin=True))
    kim = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    draft = factories.make_entry(edition, created_by=kim)
    late = NOW + timedelta(days=30)
    with write_session() as session:
        session.get_one(Entry, draft.id).extended_to = late
    common = {"actor": admin, "now": NOW, "edition_id": edition.id, "reason": REASON}
    called(change_phase, **common, key="a", step=(Phase.OPEN, Phase.SCREENING))
    assert factories.value_of(Edition, edition, "deadline_at") == NOW
    assert factories.value_of(Entry, draft, "extended_to") == NOW
    page = anonymous.get(f"/wettbewerb/{edition.slug}").text
    said = f"Die Bewerbungsphase wurde am {format_instant(NOW)} geschlossen, vor dem angekündigten Einsendeschluss."
    assert page.count(said) == 1
    assert f"Begründung: {REASON}" in page
    assert format_day(NOW + timedelta(days=10)) not in page, "nobody is told of a deadline that no longer holds"
    called(change_phase, **common, key="b", step=(Phase.SCREENING, Phase.OPEN))
    assert factories.value_of(Edition, edition, "deadline_at") == NOW + timedelta(days=10)
    assert factories.value_of(Entry, draft, "extended_to") == late
    page = anonymous.get(f"/wettbewerb/{edition.slug}").text
    assert "vor dem angekündigten Einsendeschluss" not in page
    assert "vorzeitig" not in page
    assert format_instant(NOW + timedelta(days=10)) in page


@pytest.mark.parametrize(("before", "is_early"), [(INSTANT, True), (timedelta(), False)])
def test_closed_early_is_said_of_what_came_before_the_deadline(
    app: Any, anonymous: Any, before: timedelta, is_early: bool
) -> None:
    edition = factories.make_edition()
    put(edition, opens=timedelta(days=-9), deadline=before, phase=Phase.OPEN)
    admin = factories.actor(factories.make_account("mitte@land.example", is_admin=True))
    step = (Phase.OPEN, Phase.SCREENING)
    change_phase(Call(actor=admin, now=NOW, key="a"), edition_id=edition.id, step=step, reason=REASON)
    page = anonymous.get(f"/wettbewerb/{edition.slug}").text
    assert ("vor dem angekündigten Einsendeschluss" in page) is is_early
    assert (REASON in page) is is_early


@pytest.mark.parametrize("extended", [timedelta(days=3), timedelta()])
def test_whose_own_time_was_cut_off_is_told_so_and_nobody_else(app: Any, log_in: Any, extended: timedelta) -> None:
    edition = factories.make_edition()
    kim = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    longer, usual = (factories.make_entry(edition, created_by=kim, title=title) for title in ("Bauhof", "Archiv"))
    put(edition, opens=timedelta(days=-9), deadline=timedelta(days=-1), phase=Phase.OPEN)
    with write_session() as session:
        session.get_one(Entry, longer.id).extended_to = NOW + extended
    admin = factories.actor(factories.make_account("mitte@land.example", is_admin=True))
    step = (Phase.OPEN, Phase.SCREENING)
    change_phase(Call(actor=admin, now=NOW, key="a"), edition_id=edition.id, step=step, reason=REASON)
    says = {one.id: log_in(kim).get(f"/bewerbung/{one.public_id}/").text for one in (longer, usual)}
    assert ("vor dem angekündigten Einsendeschluss" in says[longer.id]) is bool(extended)
    assert f"Einsendeschluss war am {format_instant(NOW - timedelta(days=1))}" in says[usual.id]
