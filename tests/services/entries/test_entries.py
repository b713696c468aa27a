from datetime import timedelta

import pytest
from sqlalchemy import func, select

from ikz_award.adapters.files import FileStore
from ikz_award.domain.entries.entry import PartnerKind
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.words.errors import Invalid, NotFound, Refused, StaleVersion
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Question
from ikz_award.models.entries.entries import Answer, Attachment, Entry, Partner
from ikz_award.models.record.audit import AuditEntry
from ikz_award.services.entries.attachments.attachments import attach_file
from ikz_award.services.entries.attachments.upload_intake import Upload
from ikz_award.services.entries.entries import create_entry, discard_draft, withdraw_entry
from ikz_award.services.entries.partners import TypedPartner, add_partner, remove_partner
from ikz_award.services.entries.steps import TypedStep, save_step
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.adapters.uploads import samples
from tests.factories import AHAUS, BOCHOLT, BORKEN, GRONAU, NOW

HOSTILE = '<script>alert(1)</script> =HYPERLINK("x") {{ 7*7 }} %s \u202eumgekehrt\u0000 \'; DROP TABLE entry;--'


@pytest.fixture
def kim(app):
    return factories.make_account("kim@bocholt.example", lead_key=BOCHOLT)


@pytest.fixture
def edition(app):
    return factories.make_edition()


@pytest.fixture
def entry_id(kim, edition):
    return create_entry(Call(actor=factories.actor(kim), now=NOW, key="neu"), edition_slug="landespreis-2", lead_key=BOCHOLT)


def save(account, entry_id, answers, *, step="projekt", version=0, now=NOW, key=None):
    typed = TypedStep(entry_id=entry_id, step_key=step, version=version, answers=answers)
    return save_step(Call(actor=factories.actor(account), now=now, key=key), typed=typed)


def answer(key):
    db.session.rollback()
    return db.session.scalar(select(Answer.value).join(Question, Question.id == Answer.question_id).where(Question.key == key))


def count(model):
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model))


def entry_of(entry_id):
    db.session.rollback()
    return db.session.scalars(select(Entry).where(Entry.public_id == entry_id)).one()


def test_an_entry_is_created_once_and_only_for_ones_own_municipality(kim, edition, entry_id):
    again = create_entry(Call(actor=factories.actor(kim), now=NOW, key="neu"), edition_slug="landespreis-2", lead_key=BOCHOLT)

    assert again == entry_id
    assert count(Entry) == 1
    with pytest.raises(Invalid):
        create_entry(Call(actor=factories.actor(kim), now=NOW, key="x"), edition_slug="landespreis-2", lead_key=BORKEN)


def test_no_entry_begins_after_the_deadline(kim, edition):
    late = NOW + timedelta(days=10, minutes=2)

    with pytest.raises(Refused):
        create_entry(Call(actor=factories.actor(kim), now=late, key="x"), edition_slug="landespreis-2", lead_key=BOCHOLT)


def test_a_draft_keeps_over_long_wrong_and_hostile_text(kim, entry_id):
    save(kim, entry_id, {"title": HOSTILE, "summary": "ü" * 5000, "contract_date": "31.2.2018", "category": "krise"})

    assert answer("summary") == "ü" * 5000
    assert answer("contract_date") == "31.2.2018"
    assert answer("title") == HOSTILE.replace("\u202e", "").replace("\u0000", "")
    assert entry_of(entry_id).title == answer("title")
    assert entry_of(entry_id).category.key == "krise"


def test_a_title_longer_than_lists_hold_is_whole_in_the_answer(kim, entry_id):
    save(kim, entry_id, {"title": "x" * 900})

    assert (len(answer("title")), len(entry_of(entry_id).title)) == (900, 200)


def test_a_stale_save_overwrites_nothing_and_carries_both_texts(kim, entry_id):
    save(kim, entry_id, {"title": "Erste", "keywords": "a"})

    with pytest.raises(StaleVersion) as stale:
        save(kim, entry_id, {"title": "Zweite", "keywords": "a"}, version=0)

    assert answer("title") == "Erste"
    assert (stale.value.current["title"], stale.value.submitted["title"]) == ("Erste", "Zweite")
    assert stale.value.differing_fields == ("title",)
    assert save(kim, entry_id, {"title": "Beide"}, version=1) == 2


def test_the_same_save_sent_twice_is_one_save(kim, entry_id):
    versions = {save(kim, entry_id, {"title": "Erste"}, key="k") for _ in range(3)}

    assert versions == {1}
    db.session.rollback()
    saves = select(func.count()).select_from(AuditEntry).where(AuditEntry.action == "entry.edit")
    assert db.session.scalar(saves) == 1


def test_going_back_in_the_browser_and_saving_other_text_asks_instead_of_losing_it(kim, entry_id):
    save(kim, entry_id, {"title": "Erste"}, key="k")

    with pytest.raises(StaleVersion):
        save(kim, entry_id, {"title": "Andere"}, key="k")


def test_a_choice_that_is_not_offered_is_refused(kim, entry_id):
    with pytest.raises(Invalid):
        save(kim, entry_id, {"legal_form": "kartell"})
    with pytest.raises(NotFound):
        save(kim, entry_id, {"title": "x"}, step="gibt-es-nicht")


def test_a_late_draft_is_still_kept(kim, entry_id):
    save(kim, entry_id, {"title": "Zu spät"}, now=NOW + timedelta(days=20))

    assert answer("title") == "Zu spät"


def test_a_submitted_entry_is_not_changed(kim, edition):
    entry = factories.make_entry(edition, created_by=kim, status=EntryStatus.SUBMITTED)

    with pytest.raises(Refused, match="eingereicht"):
        save(kim, factories.value_of(Entry, entry, "public_id"), {"title": "Neu"})


def test_a_partner_comes_from_the_register_by_key_or_name_and_only_once(kim, entry_id):
    def add(**typed):
        return add_partner(
            Call(actor=factories.actor(kim), now=NOW, key=None), entry_id=entry_id, partner=TypedPartner(**typed)
        )

    assert add(body_key=AHAUS) == "Stadt Ahaus"
    assert add(body_name="Gronau (Westf.)")
    assert add(body_name="LWL")
    with pytest.raises(Invalid, match="steht schon in der Liste"):
        add(body_name=AHAUS)
    with pytest.raises(Invalid, match="federführende"):
        add(body_name="Bocholt")
    with pytest.raises(Invalid, match="mehrfach"):
        add(body_name="Borken")  # the town and the district
    with pytest.raises(Invalid, match="steht nicht im Verzeichnis"):
        add(body_name="Aalten")
    assert count(Partner) == 3


def test_a_partner_without_a_key_has_name_country_and_kind(kim, entry_id):
    actor = factories.actor(kim)
    aalten = TypedPartner(name="  Gemeente\u200b Aalten ", country="NL", kind="municipality")

    assert add_partner(Call(actor=actor, now=NOW, key="a"), entry_id=entry_id, partner=aalten) == "Gemeente Aalten"
    assert add_partner(Call(actor=actor, now=NOW, key="a"), entry_id=entry_id, partner=aalten) == "Gemeente Aalten"
    assert count(Partner) == 1
    with pytest.raises(Invalid) as invalid:
        add_partner(
            Call(actor=actor, now=NOW, key=None), entry_id=entry_id, partner=TypedPartner(name="", country="?", kind="x")
        )
    assert set(invalid.value.errors) == {"name", "country", "kind"}

    row = entry_of(entry_id).partners[0]
    assert (row.body_key, row.country, row.kind) == (None, "NL", PartnerKind.MUNICIPALITY)
    assert remove_partner(Call(actor=actor, now=NOW, key=None), entry_id=entry_id, partner_id=row.id) == "Gemeente Aalten"
    assert remove_partner(Call(actor=actor, now=NOW, key=None), entry_id=entry_id, partner_id=row.id) == ""
    assert count(Partner) == 0


def test_a_discarded_draft_leaves_no_text_behind(kim, entry_id, tmp_path):
    save(kim, entry_id, {"title": "Streng geheimes Vorhaben", "summary": "Niemand soll es lesen"})
    upload = Upload(purpose="other", filename="Vertrag.pdf", data=samples.pdf())
    store = FileStore(tmp_path / "uploads")
    attach_file(Call(actor=factories.actor(kim), now=NOW, key=None), entry_id=entry_id, upload=upload, store=store)

    discard_draft(Call(actor=factories.actor(kim), now=NOW, key="d"), entry_id=entry_id)

    assert (count(Entry), count(Answer), count(Attachment)) == (0, 0, 0)
    assert "Niemand soll" not in str([row.new for row in db.session.scalars(select(AuditEntry))])


def test_withdrawing_needs_a_reason_and_a_submitted_entry(kim, edition, entry_id):
    entry = factories.make_entry(edition, created_by=kim, status=EntryStatus.SUBMITTED, lead_key=BOCHOLT, partners=(GRONAU,))
    public_id = factories.value_of(Entry, entry, "public_id")
    actor = factories.actor(kim)

    with pytest.raises(Invalid):
        withdraw_entry(Call(actor=actor, now=NOW, key=None), entry_id=public_id, reason=" \u200b ")
    with pytest.raises(Refused):
        withdraw_entry(Call(actor=actor, now=NOW, key=None), entry_id=entry_id, reason="Nur ein Entwurf")
    withdraw_entry(Call(actor=actor, now=NOW, key="w"), entry_id=public_id, reason="Projekt eingestellt")
    withdraw_entry(Call(actor=actor, now=NOW, key="w"), entry_id=public_id, reason="Projekt eingestellt")

    assert factories.value_of(Entry, entry, "status") is EntryStatus.WITHDRAWN
    assert factories.value_of(Entry, entry, "status_reason") == "Projekt eingestellt"
