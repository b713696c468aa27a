"""A colleague stands in: what that opens, for whom, how long, and what is on record of it."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry
from ikz_award.models.entries.sharing import EntryInvitation
from ikz_award.models.people.accounts import Account, Membership
from ikz_award.models.people.deputies import Deputyship
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.entries.entries import entry_for
from ikz_award.queries.entries.rights import collaborators_of, shared_entries
from ikz_award.services.editions.reminders import send_due_reminders
from ikz_award.services.entries.entries import load_for_change, withdraw_entry
from ikz_award.services.entries.partners import TypedPartner, add_partner
from ikz_award.services.entries.rights import take_away
from ikz_award.services.people.deputies import end_deputyship, name_deputy
from ikz_award.services.people.organisations import leave_organisation
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.factories import AHAUS, BOCHOLT, GRONAU, NOW

TODAY = NOW.date()
WEEK = timedelta(days=7)


class World:
    """Kim and Robin work for Ahaus; Kim was invited to an entry of Bocholt, where Lea wrote it. Eve is from Gronau."""

    def __init__(self) -> None:
        self.lea = factories.make_account("lea@bocholt.example", name="Lea Beispiel", lead_key=BOCHOLT)
        self.kim = factories.make_account("kim@ahaus.example", name="Kim Beispiel", lead_key=AHAUS)
        self.robin = factories.make_account("robin@ahaus.example", name="Robin Muster", lead_key=AHAUS)
        self.eve = factories.make_account("eve@gronau.example", name="Eva Neuland", lead_key=GRONAU)
        self.edition = factories.make_edition()
        self.entry = factories.make_entry(self.edition, created_by=self.lea)
        self.invitation = factories.make_right(self.entry, self.kim, EntryRight.EDIT)

    def name(self, *, who: Account | None = None, deputy: Account | None = None, key: str = "", **days: date) -> str:
        asked = {"starts_on": TODAY, "ends_on": TODAY + WEEK} | days
        number = (deputy or self.robin).id
        return name_deputy(
            Call(actor=factories.actor(who or self.kim), now=NOW, key=key), body_key=AHAUS, deputy_id=number, **asked
        )

    def may(self, account: Account, *, now: datetime = NOW) -> str:
        """How far the account comes with the entry: "" (it is not there), "read" or "edit"."""
        actor = factories.actor(account, now=now)
        try:
            entry_for(db.session(), actor=actor, public_id=self.entry.public_id, now=now)
            load_for_change(db.session(), actor=actor, now=now, entry_id=self.entry.public_id)
        except NotFound:
            return ""
        except Refused:
            return "read"
        return "edit"


@pytest.fixture
def world(app: object) -> World:
    return World()


def mails() -> list[tuple[str, str]]:
    db.session.rollback()
    return [(one.recipient, one.subject) for one in db.session.scalars(select(OutgoingMail).order_by(OutgoingMail.id))]


def last_entry(action: str) -> AuditEntry:
    db.session.rollback()
    return db.session.scalars(select(AuditEntry).where(AuditEntry.action == action).order_by(AuditEntry.id.desc())).first()  # ty: ignore[invalid-return-type]


def test_a_deputy_has_the_same_right_for_these_days_and_no_other(world: World) -> None:
    assert world.may(world.robin) == ""
    tomorrow = NOW + timedelta(days=1)
    assert world.name(starts_on=tomorrow.date(), ends_on=tomorrow.date() + timedelta(days=1)) == "Robin Muster"
    # Days are days of Berlin: 23:00 UTC is the next one.
    for now, reach in (
        (NOW, ""),
        (datetime.combine(TODAY, datetime.min.time(), NOW.tzinfo).replace(hour=22, minute=59), ""),
        (datetime.combine(TODAY, datetime.min.time(), NOW.tzinfo).replace(hour=23), "edit"),
        (tomorrow + timedelta(days=1), "edit"),
        (tomorrow + timedelta(days=2), ""),
    ):
        assert world.may(world.robin, now=now) == reach
    assert world.may(world.kim) == "edit"


def test_both_are_told_and_sent_twice_is_once(world: World) -> None:
    for _ in range(2):
        world.name(key="same")
    subject = "Vertretung vom 4. März 2026 bis zum 11. März 2026"
    assert mails() == [(world.kim.email, subject), (world.robin.email, subject)]
    assert len(db.session.scalars(select(Deputyship)).all()) == 1
    new = last_entry("deputy.name").new
    assert new is not None
    assert (new["deputy_for"], new["deputy"]) == (f"account:{world.kim.id}", f"account:{world.robin.id}")


@pytest.mark.parametrize("who", ["kim", "robin"])
def test_either_ends_it_at_once_and_both_are_told(world: World, who: str) -> None:
    world.name()
    number = db.session.scalars(select(Deputyship.id)).one()
    with pytest.raises(NotFound):
        end_deputyship(Call(actor=factories.actor(world.eve), now=NOW, key=""), deputyship_id=number)
    for _ in range(2):
        end_deputyship(Call(actor=factories.actor(getattr(world, who)), now=NOW, key="end"), deputyship_id=number)
    assert world.may(world.robin) == ""
    assert mails()[2:] == [(one.email, "Eine Vertretung ist beendet") for one in (world.kim, world.robin)]
    with pytest.raises(Refused):
        end_deputyship(Call(actor=factories.actor(world.kim), now=NOW, key=""), deputyship_id=number)


def test_only_a_colleague_is_named_and_only_for_an_own_organisation(world: World) -> None:
    for wrong in (world.eve, world.kim):
        with pytest.raises(Invalid) as refusal:
            world.name(deputy=wrong)
        assert list(refusal.value.errors) == ["colleague"]
    with pytest.raises(NotFound):
        world.name(who=world.eve)
    world.name()
    with pytest.raises(Invalid):
        world.name(starts_on=TODAY + WEEK, ends_on=TODAY + 2 * WEEK)
    assert len(mails()) == 2


def test_leaving_the_organisation_ends_what_it_gave(world: World) -> None:
    world.name()
    leave_organisation(Call(actor=factories.actor(world.robin), now=NOW, key=""), body_key=AHAUS)
    assert world.may(world.robin) == ""


def test_and_so_does_the_absent_person_leaving(world: World) -> None:
    world.name()
    leave_organisation(Call(actor=factories.actor(world.kim), now=NOW, key=""), body_key=AHAUS)
    assert world.may(world.robin) == ""
    assert world.may(world.kim) == "edit"


def test_what_the_lead_takes_away_the_deputy_loses_too(world: World) -> None:
    world.name()
    take_away(
        Call(actor=factories.actor(world.lea), now=NOW, key=""),
        entry_id=world.entry.public_id,
        invitation_id=world.invitation.id,
    )
    assert world.may(world.robin) == world.may(world.kim) == ""


def test_a_lent_right_is_not_lent_on_and_reaches_no_other_organisation(world: World) -> None:
    """Nor do the drafts of another organisation to which the absent person belongs."""
    sam = factories.make_account("sam@ahaus.example", lead_key=AHAUS)
    with write_session() as session:
        session.get_one(Account, world.kim.id).memberships.append(
            Membership(body_key=GRONAU, status="active", created_at=NOW)  # ty: ignore[invalid-argument-type]
        )
    foreign = factories.make_entry(world.edition, created_by=world.eve, lead_key=GRONAU, title="Aus Gronau")
    world.name()
    world.name(who=world.robin, deputy=sam)
    assert world.may(sam) == ""
    with pytest.raises(NotFound):
        entry_for(db.session(), actor=factories.actor(world.robin), public_id=foreign.public_id, now=NOW)


def test_whoever_judges_the_edition_stays_outside(world: World) -> None:
    """The deputy who sits on the panel, and the right of an absent person who does."""
    juror = factories.make_juror(world.edition, "ada@jury.example")
    with write_session() as session:
        session.get_one(Account, juror.id).memberships.append(
            Membership(body_key=AHAUS, status="active", created_at=NOW)  # ty: ignore[invalid-argument-type]
        )
    world.name(deputy=juror)
    assert world.may(juror) == ""
    factories.make_right(world.entry, juror, EntryRight.SUBMIT)
    factories.make_deputyship(juror, world.robin, body_key=AHAUS)
    assert world.may(world.robin) == ""


def test_the_log_says_for_whom_somebody_acted(world: World) -> None:
    world.name()

    def partner(who: Account, key: str) -> dict[str, object]:
        typed = TypedPartner(body_key=key)
        add_partner(Call(actor=factories.actor(who), now=NOW, key=""), entry_id=world.entry.public_id, partner=typed)
        entry = last_entry("entry.add_partner")
        assert entry.account_id == who.id
        return entry.new or {}

    assert partner(world.robin, GRONAU)["deputy_for"] == f"Kim Beispiel (account:{world.kim.id})"
    assert "deputy_for" not in partner(world.kim, AHAUS)
    # Once Robin has as much alone, it is Robin's own.
    factories.make_right(world.entry, world.robin, EntryRight.EDIT)
    assert "deputy_for" not in partner(world.robin, "05112000")


def test_a_stronger_lent_right_goes_before_a_weaker_own_one(world: World) -> None:
    factories.make_right(world.entry, world.robin, EntryRight.READ)
    assert world.may(world.robin) == "read"
    world.name()
    assert world.may(world.robin) == "edit"


def test_both_sides_see_it(world: World) -> None:
    world.name()
    actor = factories.actor(world.robin)
    assert [one.id for one in shared_entries(db.session(), actor=actor)] == [world.entry.id]
    assert actor.stands_in[world.entry.id].name == "Kim Beispiel"
    entry = db.session.get_one(Entry, world.entry.id)
    assert [one.deputies for one in collaborators_of(db.session(), entry, now=NOW)] == [[("Robin Muster", TODAY + WEEK)]]
    assert [one.deputies for one in collaborators_of(db.session(), entry, now=NOW + 2 * WEEK)] == [()]


def test_a_receipt_goes_to_the_absent_person_too(world: World) -> None:
    entry = factories.make_entry(
        world.edition, created_by=world.lea, status=EntryStatus.SUBMITTED, title="Zweiter", lead_key=BOCHOLT
    )
    factories.make_right(entry, world.kim, EntryRight.SUBMIT)
    world.name()
    withdraw_entry(Call(actor=factories.actor(world.robin), now=NOW, key=""), entry_id=entry.public_id, reason="Eingestellt")
    assert {one for one, subject in mails() if "zurückgezogen" in subject} == {
        world.robin.email,
        world.lea.email,
        world.kim.email,
        "kim.beispiel@bocholt.example",
    }


def test_reminders_about_a_draft_reach_the_deputy(world: World) -> None:
    factories.make_entry(world.edition, created_by=world.kim, lead_key=AHAUS, title="Aus Ahaus")
    world.name(ends_on=TODAY + 30 * timedelta(days=1))
    before = len(mails())
    send_due_reminders(now=NOW + timedelta(days=4))
    told = {one for one, subject in mails()[before:] if "Aus Ahaus" in subject}
    assert told == {world.kim.email, world.robin.email}


def test_an_invitation_not_yet_accepted_lends_nothing(world: World) -> None:
    with write_session() as session:
        row = session.get_one(EntryInvitation, world.invitation.id)
        row.account_id = row.accepted_at = None
    world.name()
    assert world.may(world.robin) == ""
