"""Rows become matters column by column, and an entry's time is that of its pages."""

from datetime import timedelta

import pytest

from ikz_award.domain.permissions.kinds import EditionMatter, EntryMatter, NamesMatter, ReadingMatter
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.entries.entries import is_open_for_entries
from ikz_award.queries.permissions import matters
from tests import factories
from tests.factories import BOCHOLT, NOW


@pytest.fixture
def entry(app) -> Entry:
    kim = factories.make_account("kim@bocholt.example", lead_key=BOCHOLT)
    made = factories.make_entry(factories.make_edition(), created_by=kim)
    db.session.rollback()
    return db.session.get_one(Entry, made.id)


def test_an_entry_is_its_columns(entry):
    found = matters.entry_matter(entry, now=NOW)
    assert found == EntryMatter(
        edition_id=entry.edition_id,
        phase=Phase.OPEN,
        lead_key=BOCHOLT,
        entry_id=entry.id,
        entry_status=EntryStatus.DRAFT,
        is_open_for_entries=True,
        is_amended=False,
    )
    assert matters.edition_matter(entry.edition) == EditionMatter(edition_id=entry.edition_id, phase=Phase.OPEN)
    won = matters.winner_matter(entry, now=NOW, is_winner=True)
    assert won.is_winner
    assert vars(won).items() >= vars(found).items()


@pytest.mark.parametrize("days", [-400, -1, 0, 1, 30, 400])
def test_the_time_of_an_entry_is_that_of_its_pages(entry, days):
    deadline = entry.edition.deadline_at
    for extended_to in (None, deadline + timedelta(days=30)):
        entry.extended_to = extended_to
        now = deadline + timedelta(days=days)
        expected = is_open_for_entries(entry.edition, now=now, extended_to=extended_to)
        assert matters.entry_matter(entry, now=now).is_open_for_entries is expected
    new = matters.new_entry_matter(entry.edition, lead_key=BOCHOLT, now=now)
    assert new.is_open_for_entries is is_open_for_entries(entry.edition, now=now)
    db.session.rollback()


def test_what_holds_more_holds_what_it_was_made_from(entry):
    reading = matters.reading_matter(entry, is_recused=True)
    assert reading == ReadingMatter(
        edition_id=entry.edition_id, phase=Phase.OPEN, entry_status=EntryStatus.DRAFT, is_recused=True
    )
    points = matters.points_matter(matters.sheet_matter(reading, is_assigned=False, is_left_out=True), has_open_hint=True)
    assert vars(points) == vars(reading) | {"is_assigned": False, "is_left_out": True, "has_open_hint": True}
    compared = matters.compared_matter(entry, juror_id=3, is_open=True, is_recused=False)
    assert compared.allows_late_points is entry.edition.changes_after_comparison
    late = matters.late_sheet_matter(compared, is_left_out=True)
    assert vars(late) == vars(compared) | {"is_left_out": True}


def test_names_are_hidden_as_the_edition_says(entry):
    for hides_names in (True, False):
        entry.edition.hides_names = hides_names
        assert matters.names_matter(entry.edition, is_open=False) == NamesMatter(
            edition_id=entry.edition_id, phase=Phase.OPEN, is_comparison_open=False, hides_names=hides_names
        )
    db.session.rollback()
