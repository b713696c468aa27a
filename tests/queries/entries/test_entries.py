"""Lists of entries load what their lines show, at once, and nothing else line by line."""

import pytest
from sqlalchemy.exc import InvalidRequestError

from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.permissions.actors import Actor
from ikz_award.extensions import db
from ikz_award.queries.entries.entries import entries_of
from ikz_award.queries.entries.rights import shared_entries
from tests import factories
from tests.factories import BOCHOLT


def test_a_line_of_a_list_asks_for_nothing_of_its_own(app):
    kim = factories.make_account("kim@bocholt.example", lead_key=BOCHOLT)
    entry_id = factories.make_entry(factories.make_edition(), created_by=kim).id
    guest = Actor(account_id=kim.id, rights={entry_id: EntryRight.READ})
    for query, actor in ((entries_of, Actor(organisations=frozenset({BOCHOLT}))), (shared_entries, guest)):
        db.session.rollback()
        db.session.expunge_all()
        [entry] = query(db.session(), actor=actor)
        assert (entry.edition.name, entry.lead.key) != ("", "")
        with pytest.raises(InvalidRequestError, match="lazy='raise'"):
            assert entry.partners
