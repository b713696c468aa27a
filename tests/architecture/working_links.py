"""The world of the audience table, and for each address with a secret in it one that works."""

from dataclasses import replace

from flask import Flask, g
from flask_security.change_email import _generate_token
from flask_security.confirmable import generate_confirmation_token
from flask_security.recoverable import generate_reset_password_token
from sqlalchemy import select

from ikz_award.domain.jury.bias import TieKind
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry
from ikz_award.models.entries.partners import PartnerNotice
from ikz_award.models.entries.sharing import EntryInvitation
from ikz_award.models.jury.jury import Juror, JurorTie
from ikz_award.models.people.accounts import Account
from ikz_award.services.entries.circulation import Links, inform_partners, save_contact
from ikz_award.services.entries.rights import InvitationLinks, invite
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.architecture.test_audience import World, build_world
from tests.conftest import NOW


def world_with_links(app: Flask) -> World:
    """Build the world, and links as mails have them: to confirm, to a new address, to a password, a notice, an invitation."""
    built = build_world(app)
    session = db.session
    draft = session.scalars(select(Entry).where(Entry.public_id == built.arguments["applicants"]["entry_id"])).one()
    owner = factories.actor(session.scalars(select(Account).where(Account.email == built.emails["owner"])).one())
    secret, base_url = app.config["SECRET_KEY"], app.config["BASE_URL"]
    invitations, notices = InvitationLinks(base_url=base_url, secret=secret), Links(base_url=base_url, secret=secret)
    entry_id = draft.public_id
    newcomer = factories.make_account("neu@ahaus.example", is_confirmed=False)
    invite(Call(actor=owner, now=NOW, key="i" * 22), entry_id=entry_id, email=newcomer.email, right="edit", links=invitations)
    partner_id = int(str(built.arguments["applicants"]["partner_id"]))
    contact = {"name": "Toni Muster", "email": "toni@borken.example"}
    save_contact(Call(actor=owner, now=NOW, key="c" * 22), entry_id=entry_id, partner_id=partner_id, **contact)
    inform_partners(Call(actor=owner, now=NOW, key="p" * 22), entry_id=entry_id, links=notices)
    invited = session.scalars(select(EntryInvitation.nonce).where(EntryInvitation.email == newcomer.email)).one()
    noticed = session.scalars(select(PartnerNotice.nonce).where(PartnerNotice.partner_id == partner_id)).one()
    with app.test_request_context():
        g.now = NOW
        tokens = {
            "security.confirm_email": generate_confirmation_token(newcomer),
            "security.change_email_confirm": _generate_token(newcomer, "neu@borken.example"),
            "security.reset_password": generate_reset_password_token(newcomer),
            "public.partner_notice": notices.token(noticed),
            "applicants.invitation": invitations.token(invited),
        }
    tie = _add_tie(built.emails["juror"])
    more: dict[str, dict[str, object]] = {name: {"token": token} for name, token in tokens.items()}
    more["jury.confirm_end"] = {"tie_id": tie}
    more["jury.table_preview"] = {"table_id": "keine"}
    more["development.mail"] = {"name": "keine"}
    merged = {name: built.arguments.get(name, {}) | more.get(name, {}) for name in {*built.arguments, *more}}
    return replace(built, arguments=merged)


def _add_tie(email: str) -> int:
    with write_session() as session:
        juror = session.scalars(
            select(Juror).join(Account, Account.id == Juror.account_id).where(Account.email == email)
        ).first()
        assert juror is not None
        tie = JurorTie(juror_id=juror.id, body_key=factories.AHAUS, kind=TieKind.EMPLOYER)
        session.add(tie)
        session.flush()
        return tie.id
