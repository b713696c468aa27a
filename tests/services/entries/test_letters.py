"""Letters about an entry: to the contact person it names, and to who answers for it; nobody who no longer does."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, select

from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Answer, Entry
from ikz_award.models.entries.sharing import EntryInvitation
from ikz_award.models.people.accounts import Account, Membership
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.entries.letters import letter_addresses
from ikz_award.services.entries.amending import begin_amending, end_late_amendments
from ikz_award.services.entries.entries import withdraw_entry
from ikz_award.services.entries.submission import Reviewed, submit_entry
from ikz_award.services.phases.deadlines import Extension, extend_deadline
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from ikz_award.services.screening import screening
from tests import factories
from tests.calls import called
from tests.factories import BOCHOLT, NOW

CONTACT = "projekt@bocholt.example"
REASON = "Es fehlt der Nachweis über den Vertrag von 2019."


class World:
    def __init__(self) -> None:
        self.edition = factories.make_edition()
        self.kim = factories.make_account("kim@bocholt.example", lead_key=BOCHOLT)
        self.toni = factories.make_account("toni@land.example", is_admin=True)
        self.entry = factories.make_entry(self.edition, created_by=self.kim, contact_email=CONTACT, contact_phone="02871 953-0")

    def submit(self, account: Account | None = None, *, key: str = "s") -> None:
        reviewed = Reviewed(
            entry_id=self.entry.public_id,
            version=factories.value_of(Entry, self.entry, "version"),
            step_key="pruefen",
            answers=dict.fromkeys(("consent_rules", "consent_privacy", "consent_partners"), "yes"),
        )
        submit_entry(Call(actor=factories.actor(account or self.kim), now=NOW, key=key), reviewed=reviewed)

    def screen(self, service, **more) -> None:
        version = factories.value_of(Entry, self.entry, "version")
        called(
            service,
            actor=factories.actor(self.toni),
            now=NOW,
            key=service.__name__,
            entry=self.entry.public_id,
            version=version,
            **more,
        )

    def addresses(self) -> set[str]:
        db.session.rollback()
        return set(letter_addresses(db.session(), db.session.get_one(Entry, self.entry.id)))


@pytest.fixture
def world(app) -> World:
    return World()


def recipients(words: str) -> set[str]:
    """To whom the newest letter with these words in its subject went, whatever name it greets; nobody gets one twice."""
    db.session.rollback()
    letters: dict[tuple[str, str], list[str]] = {}
    for mail in db.session.scalars(select(OutgoingMail).order_by(OutgoingMail.id)):
        letters.setdefault((mail.subject, mail.body.partition("\n")[2]), []).append(mail.recipient)
    assert all(len(people) == len(set(people)) for people in letters.values())
    return set([people for (subject, _body), people in letters.items() if words in subject][-1])


def test_a_draft_is_nobodys_business_but_its_writers(world: World) -> None:
    assert world.addresses() == {world.kim.email}


def test_every_letter_about_an_entry_reaches_the_contact_person(world: World) -> None:
    everybody = {CONTACT, world.kim.email}
    world.submit()
    assert recipients("Eingangsbestätigung") == everybody
    world.screen(screening.return_entry, reason=REASON)
    assert recipients("Bitte ergänzen") == everybody
    world.submit(key="again")
    world.screen(screening.exclude_entry, reason=REASON, grounds=(screening.OTHER_GROUND,))
    assert recipients("nimmt nicht teil") == everybody
    world.screen(screening.reopen_screening)
    assert recipients("erneut geprüft") == everybody
    withdraw_entry(
        Call(actor=factories.actor(world.kim), now=NOW, key="w"), entry_id=world.entry.public_id, reason="Eingestellt"
    )
    assert recipients("zurückgezogen") == everybody


def test_more_time_and_the_end_of_amending_reach_the_contact_person(world: World) -> None:
    world.submit()
    begin_amending(Call(actor=factories.actor(world.kim), now=NOW, key="a"), entry_id=world.entry.public_id)
    more = Extension(slug=world.edition.slug, until="2026-03-20T23:59", reason="Der Server war nicht erreichbar.")
    extend_deadline(Call(actor=factories.actor(world.toni), now=NOW, key="e"), extension=more)
    assert recipients("Mehr Zeit") == {CONTACT, world.kim.email}
    end = factories.value_of(Edition, world.edition, "deadline_at") + timedelta(hours=1)
    assert end_late_amendments(Call(actor=SYSTEM, now=end)) == 1
    assert recipients("Es gilt Ihre eingereichte Fassung") == {CONTACT, world.kim.email}


def test_while_an_entry_is_worked_on_the_version_that_counts_names_the_contact(world: World) -> None:
    world.submit()
    begin_amending(Call(actor=factories.actor(world.kim), now=NOW, key="a"), entry_id=world.entry.public_id)
    with write_session() as session:
        row = session.scalars(select(Answer).where(Answer.entry_id == world.entry.id, Answer.value == CONTACT)).one()
        row.value = "halb@getippt.example"
    assert world.addresses() == {CONTACT, world.kim.email}


def test_who_has_left_hears_nothing_more(world: World) -> None:
    world.submit()
    lea = factories.make_account("lea@bocholt.example", lead_key=BOCHOLT)
    with write_session() as session:
        session.execute(delete(Membership).where(Membership.account_id == world.kim.id))
    assert world.addresses() == {CONTACT, lea.email}, "without them, the municipality's people"


def test_somebody_invited_who_handed_in_hears_as_long_as_the_right_lasts(world: World) -> None:
    guest = factories.make_account("gast@ahaus.example", lead_key=factories.AHAUS)
    right = factories.make_right(world.entry, guest, EntryRight.SUBMIT)
    world.submit(guest)
    assert world.addresses() == {CONTACT, world.kim.email, guest.email}
    with write_session() as session:
        session.get_one(EntryInvitation, right.id).revoked_at = NOW
    assert world.addresses() == {CONTACT, world.kim.email}


def test_one_address_gets_one_letter_however_it_is_written(world: World) -> None:
    with write_session() as session:
        row = session.scalars(select(Answer).where(Answer.entry_id == world.entry.id, Answer.value == CONTACT)).one()
        row.value = "Kim@Bocholt.example"
    world.submit()
    assert recipients("Eingangsbestätigung") == {world.kim.email}


def test_what_is_no_address_stands_in_nobodys_way(world: World) -> None:
    assert world.entry.status is EntryStatus.DRAFT
    world.submit()
    with write_session() as session:
        session.get_one(Entry, world.entry.id).status = EntryStatus.RETURNED
        session.flush()
        row = session.scalars(select(Answer).where(Answer.entry_id == world.entry.id, Answer.value == CONTACT)).one()
        row.value = "niemand"
        session.flush()
        session.get_one(Entry, world.entry.id).status = EntryStatus.SUBMITTED
    assert world.addresses() == {world.kim.email}
