"""Inviting, accepting, changing and taking away rights on an entry; every right beside every service."""

import hashlib
import threading
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from ikz_award.domain.entries.rights import MAILS_AN_HOUR, MAXIMUM_INVITATIONS, RESEND_AFTER, VALID_FOR, EntryRight
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.words.errors import Denied, Invalid, NotFound, Refused
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry
from ikz_award.models.entries.sharing import EntryInvitation
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.services.entries.amending import begin_amending, give_up_amending
from ikz_award.services.entries.circulation import Links, save_contact
from ikz_award.services.entries.entries import discard_draft, withdraw_entry
from ikz_award.services.entries.invitations import accept
from ikz_award.services.entries.partners import TypedPartner, add_partner
from ikz_award.services.entries.rights import InvitationLinks, change_right, invite, send_again, take_away
from ikz_award.services.entries.steps import TypedStep, save_step
from ikz_award.services.entries.submission import Reviewed, submit_entry
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.factories import AHAUS, BOCHOLT, BORKEN, GRONAU, NOW

LINKS = InvitationLinks(base_url="http://127.0.0.1:8000", secret="a secret for tests")
CONSENTS = {"consent_rules": "yes", "consent_privacy": "yes", "consent_partners": "yes"}
ADDRESS = "luca@borken.example"


class Case:
    """An open edition, Kim of Bocholt with a complete draft, Luca of Borken, Robin who belongs nowhere near."""

    def __init__(self):
        self.edition = factories.make_edition()
        self.kim = factories.make_account("kim@bocholt.example", name="Kim Beispiel", lead_key=BOCHOLT)
        self.luca = factories.make_account("Luca@Borken.example", name="Luca Muster", lead_key=BORKEN)
        self.robin = factories.make_account("robin@ahaus.example", name="Robin Neuland", lead_key=AHAUS)
        self.entry = factories.make_entry(self.edition, created_by=self.kim, contact_phone="02871 953-0")
        self.id = self.value("public_id")

    def value(self, column):
        return factories.value_of(Entry, self.entry, column)

    def invite(self, email=ADDRESS, right="edit", *, by=None, key=None, now=NOW):
        actor = factories.actor(by or self.kim)
        return invite(Call(actor=actor, now=now, key=key), entry_id=self.id, email=email, right=right, links=LINKS)

    def row(self, email=ADDRESS):
        db.session.rollback()
        return db.session.scalars(select(EntryInvitation).where(EntryInvitation.email == email)).one()

    def token(self, email=ADDRESS):
        return LINKS.token(self.row(email).nonce)

    def accept(self, account=None, *, token=None, now=NOW, key=None):
        token = token or self.token()
        return accept(Call(actor=factories.actor(account or self.luca), now=now, key=key), token=token)

    def take_away(self, *, by=None):
        actor, row = factories.actor(by or self.kim), self.row().id
        return take_away(Call(actor=actor, now=NOW, key=None), entry_id=self.id, invitation_id=row)


@pytest.fixture
def case(app):
    return Case()


def actions():
    db.session.rollback()
    query = select(AuditEntry.action).where(AuditEntry.action.startswith("rights.")).order_by(AuditEntry.id)
    return list(db.session.scalars(query))


def mails(address=ADDRESS):
    db.session.rollback()
    return list(db.session.scalars(select(OutgoingMail).where(OutgoingMail.recipient == address).order_by(OutgoingMail.id)))


# What each service does to an entry, and the least right that allows it; None: the lead municipality's people alone.


def _save(case, actor):
    typed = TypedStep(entry_id=case.id, step_key="projekt", version=0, answers={"goal": "Von außen geschrieben."})
    save_step(Call(actor=actor, now=NOW, key=None), typed=typed)


def _add_partner(case, actor):
    add_partner(
        Call(actor=actor, now=NOW, key=None), entry_id=case.id, partner=TypedPartner(body_key=GRONAU, body_name="Gronau")
    )


def _name_contact(case, actor):
    partner = db.session.get_one(Entry, case.entry.id).partners[0].id
    save_contact(
        Call(actor=actor, now=NOW, key=None),
        entry_id=case.id,
        partner_id=partner,
        name="Toni Test",
        email="toni@borken.example",
    )


def _submit(case, actor):
    reviewed = Reviewed(entry_id=case.id, version=case.value("version"), step_key="pruefen", answers=CONSENTS)
    submit_entry(Call(actor=actor, now=NOW, key=None), reviewed=reviewed)


def _amend(case, actor):
    _submit(case, factories.actor(case.kim))
    begin_amending(Call(actor=actor, now=NOW, key=None), entry_id=case.id)


def _give_up(case, actor):
    _amend(case, factories.actor(case.kim))
    give_up_amending(Call(actor=actor, now=NOW, key=None), entry_id=case.id)


def _withdraw(case, actor):
    _submit(case, factories.actor(case.kim))
    withdraw_entry(Call(actor=actor, now=NOW, key=None), entry_id=case.id, reason="Eingestellt.")


def _discard(case, actor):
    discard_draft(Call(actor=actor, now=NOW, key=None), entry_id=case.id)


def _invite(case, actor):
    invite(Call(actor=actor, now=NOW, key=None), entry_id=case.id, email="neu@gronau.example", right="read", links=LINKS)


def _change(case, actor):
    change_right(Call(actor=actor, now=NOW, key=None), entry_id=case.id, invitation_id=case.row().id, right="read")


def _take_away(case, actor):
    take_away(Call(actor=actor, now=NOW, key=None), entry_id=case.id, invitation_id=case.row().id)


def _send_again(case, actor):
    later = NOW + timedelta(hours=1)
    send_again(Call(actor=actor, now=later, key=None), entry_id=case.id, invitation_id=case.row().id, links=LINKS)


SERVICES = (
    (_save, EntryRight.EDIT), (_add_partner, EntryRight.EDIT), (_name_contact, EntryRight.EDIT),
    (_submit, EntryRight.SUBMIT), (_amend, EntryRight.SUBMIT), (_give_up, EntryRight.SUBMIT), (_withdraw, EntryRight.SUBMIT),
    (_discard, None), (_invite, None), (_change, None), (_take_away, None), (_send_again, None),
)  # fmt: skip
ORDER = list(EntryRight)


@pytest.mark.parametrize("right", [*ORDER, "revoked", "not accepted"])
@pytest.mark.parametrize(("service", "needed"), SERVICES, ids=lambda value: getattr(value, "__name__", ""))
def test_every_right_beside_every_service(case, right, service, needed):
    held = right if isinstance(right, EntryRight) else EntryRight.SUBMIT
    case.invite(right=held)
    if right != "not accepted":
        case.accept()
    if right == "revoked":
        case.take_away()
    luca, before = factories.actor(case.luca), case.value("version")
    if needed is not None and isinstance(right, EntryRight) and ORDER.index(right) >= ORDER.index(needed):
        service(case, luca)
        assert case.value("version") >= before
        return
    with pytest.raises(Denied) as refused:
        service(case, luca)
    assert isinstance(refused.value, NotFound) is not isinstance(right, EntryRight)
    assert case.row().right is held


def test_an_accepted_right_is_the_actors(case):
    assert case.invite() == ADDRESS
    assert factories.actor(case.luca).rights == {}
    assert case.accept() == case.id
    assert factories.actor(case.luca).rights == {case.entry.id: EntryRight.EDIT}
    change_right(
        Call(actor=factories.actor(case.kim), now=NOW, key=None), entry_id=case.id, invitation_id=case.row().id, right="submit"
    )
    assert factories.actor(case.luca).rights == {case.entry.id: EntryRight.SUBMIT}
    case.take_away()
    assert factories.actor(case.luca).rights == {}
    assert actions() == ["rights.invite", "rights.accept", "rights.change", "rights.take_away"]


@pytest.mark.parametrize("typed", ["LUCA@borken.example", "  luca@Borken.Example ", "Luca@BORKEN.EXAMPLE"])
def test_an_address_is_one_however_it_is_written(case, typed):
    assert case.invite(typed) == ADDRESS
    with pytest.raises(Invalid, match="schon eingeladen"):
        case.invite(ADDRESS.upper())
    assert case.accept() == case.id
    assert len(mails()) == 1


def test_sent_twice_it_is_one_invitation_and_one_mail(case):
    for _ in range(3):
        assert case.invite(key="k1") == ADDRESS
    assert len(mails()) == 1
    token = case.token()
    for _ in range(3):
        assert case.accept(token=token, key="k2") == case.id
    assert case.accept(token=token, key="k3") == case.id, "the same person may follow the link again"
    assert actions() == ["rights.invite", "rights.accept"]


def test_a_link_works_once_for_the_invited_person_alone(case):
    case.invite()
    token = case.token()
    with pytest.raises(Refused) as refused:
        case.accept(case.robin, token=token)
    assert refused.value.reason == "other_address"
    case.accept(token=token)
    case.take_away()
    with pytest.raises(Refused) as refused:
        case.accept(token=token)
    assert refused.value.reason == "revoked"
    assert factories.actor(case.luca).rights == {}


def test_invited_again_after_the_right_was_taken_away(case):
    case.invite(right="submit")
    old = case.token()
    case.accept()
    case.take_away()
    case.invite(right="read")
    assert factories.actor(case.luca).rights == {}, "a new invitation has to be accepted again"
    with pytest.raises(NotFound):
        case.accept(token=old)
    case.accept()
    assert factories.actor(case.luca).rights == {case.entry.id: EntryRight.READ}
    assert db.session.scalar(select(func.count()).select_from(EntryInvitation)) == 1


def test_a_new_link_ends_the_one_before(case):
    case.invite()
    old, kim = case.token(), factories.actor(case.kim)
    arguments = {"entry_id": case.id, "invitation_id": case.row().id, "links": LINKS}
    with pytest.raises(Refused) as refused:
        send_again(Call(actor=kim, now=NOW + RESEND_AFTER - timedelta(seconds=1)), **arguments)
    assert refused.value.reason == "just_sent"
    later = NOW + VALID_FOR + timedelta(days=1)
    with pytest.raises(Refused) as refused:
        case.accept(now=later)
    assert refused.value.reason == "expired"
    send_again(Call(actor=kim, now=later), **arguments)
    with pytest.raises(NotFound):
        case.accept(token=old, now=later)
    case.accept(now=later)
    with pytest.raises(Refused) as refused:
        send_again(Call(actor=kim, now=later + RESEND_AFTER), **arguments)
    assert refused.value.reason == "not_waiting"


def test_tokens_are_not_in_the_database_and_not_of_another_kind(case):
    case.invite()
    row, token = case.row(), case.token()
    assert row.token_hash == hashlib.sha256(token.encode()).hexdigest()
    assert token in mails()[0].body
    other = Links(base_url=LINKS.base_url, secret=LINKS.secret).token(row.nonce)
    assert other != token
    for wrong in (other, "", row.nonce, row.token_hash):
        with pytest.raises(NotFound):
            accept(Call(actor=factories.actor(case.luca), now=NOW, key=None), token=wrong)


def test_an_invitation_of_another_entry_is_not_there(case):
    case.invite()
    second = factories.make_entry(case.edition, created_by=case.robin, lead_key=AHAUS, title="Anderer Beitrag")
    other_id, robin = factories.value_of(Entry, second, "public_id"), factories.actor(case.robin)
    row = case.row().id
    with pytest.raises(NotFound):
        take_away(Call(actor=robin, now=NOW, key=None), entry_id=other_id, invitation_id=row)
    with pytest.raises(NotFound):
        change_right(Call(actor=robin, now=NOW, key=None), entry_id=other_id, invitation_id=row, right="read")
    with pytest.raises(NotFound):
        take_away(Call(actor=robin, now=NOW, key=None), entry_id=case.id, invitation_id=row)
    case.accept()
    with pytest.raises(NotFound):
        save_step(
            Call(actor=factories.actor(case.luca), now=NOW, key=None),
            typed=TypedStep(entry_id=other_id, step_key="projekt", version=0, answers={"goal": "Gekapert"}),
        )


@pytest.mark.parametrize(
    ("email", "right", "field"),
    [
        ("", "edit", "email"),
        ("keine Adresse", "edit", "email"),
        (f"{'x' * 250}@y.example", "edit", "email"),
        ("kim@BOCHOLT.example", "edit", "email"),
        (ADDRESS, "", "right"),
        (ADDRESS, "admin", "right"),
    ],
)
def test_what_is_no_invitation_is_said_beside_the_field(case, email, right, field):
    with pytest.raises(Invalid) as invalid:
        case.invite(email, right)
    assert list(invalid.value.errors) == [field]
    assert db.session.scalar(select(func.count()).select_from(EntryInvitation)) == 0


def test_there_is_an_end_to_inviting(case):
    for number in range(MAXIMUM_INVITATIONS):
        case.invite(f"person{number}@ahaus.example")
    with pytest.raises(Invalid, match="30 Adressen"):
        case.invite()


def test_a_mailbox_is_not_flooded(case):
    for _ in range(MAILS_AN_HOUR):
        case.invite()
        case.take_away()
    with pytest.raises(Invalid, match="eine Stunde"):
        case.invite()
    case.invite(now=NOW + timedelta(hours=1))
    assert len(mails()) == MAILS_AN_HOUR + 1


def test_who_judges_or_runs_the_prize_cannot_accept(case):
    juror = factories.make_juror(case.edition, "ada@jury.example")
    admin = factories.make_account("admin@land.example", is_admin=True)
    for account in (juror, admin):
        case.invite(account.email)
        with pytest.raises(Refused) as refused:
            case.accept(account, token=case.token(account.email))
        assert refused.value.reason == "impartial"


def test_accepted_by_two_browsers_at_once_is_accepted_once(app, case):
    case.invite()
    token, luca, faults = case.token(), factories.actor(case.luca), []
    barrier = threading.Barrier(2)

    def click():
        with app.app_context():
            barrier.wait(10)
            try:
                accept(Call(actor=luca, now=NOW, key=None), token=token)
            except BaseException as fault:  # told below
                faults.append(fault)

    threads = [threading.Thread(target=click) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not faults
    assert actions() == ["rights.invite", "rights.accept"]


def test_a_discarded_draft_takes_its_invitations_along(case):
    case.invite()
    case.accept()
    discard_draft(Call(actor=factories.actor(case.kim), now=NOW, key=None), entry_id=case.id)
    assert db.session.scalar(select(func.count()).select_from(EntryInvitation)) == 0
    assert factories.actor(case.luca).rights == {}


def test_the_lead_hears_of_what_others_handed_in_or_took_back(case):
    case.invite(right="submit")
    case.accept()
    luca = factories.actor(case.luca)
    _submit(case, luca)
    assert case.value("status") is EntryStatus.SUBMITTED
    withdraw_entry(Call(actor=luca, now=NOW, key=None), entry_id=case.id, reason="Eingestellt.")
    subjects = [mail.subject.partition(":")[0] for mail in mails("kim@bocholt.example")]
    number = case.value("number")
    assert subjects == [f"Eingangsbestätigung {number}", f"Beitrag {number} zurückgezogen"]
