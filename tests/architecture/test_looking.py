"""GET and HEAD change nothing: every address is opened as every kind of person, and the whole database is compared.

Whatever follows links by itself (scanners of mails, previews, a browser that loads ahead) does what is tried here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask, g, has_request_context, request
from flask_security.change_email import _generate_token
from flask_security.confirmable import generate_confirmation_token
from flask_security.recoverable import generate_reset_password_token
from sqlalchemy import event, select, text

from ikz_award.domain.bias import TieKind
from ikz_award.extensions import db
from ikz_award.models.accounts import Account, BrowserSession
from ikz_award.models.audit import AuditEntry
from ikz_award.models.entries import Entry
from ikz_award.models.jury import Juror, JurorTie
from ikz_award.models.partners import PartnerNotice
from ikz_award.models.sharing import EntryInvitation, StepPresence
from ikz_award.services.circulation import Links, inform_partners, save_contact
from ikz_award.services.entry_rights import InvitationLinks, invite
from ikz_award.services.intention import write_session
from tests import factories
from tests.architecture.test_audience import AUDIENCE, PERSONAS, World, address, build_world, client_of
from tests.conftest import NOW

# What looking may leave behind.
BOOKKEEPING = {
    BrowserSession.__tablename__: "a form needs a session for its token; one in use is prolonged",
    StepPresence.__tablename__: "others on the same step are told that somebody is there; nothing rests on it",
    AuditEntry.__tablename__: "who saw or took away what is confidential; the entries are named in SEEN",
}
SEEN = frozenset({"jury.view_entry", "attachment.open", "report.download", "table.download", "prize.export"})
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
Dump = dict[str, Counter[tuple[Any, ...]]]


def dump() -> Dump:
    """Every row of every table; log entries that looking may leave are left out, by their action alone."""
    db.session.rollback()
    found: Dump = {}
    for table in db.session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all():
        rows = db.session.execute(text(f'SELECT * FROM "{table}"')).mappings().all()
        if table == AuditEntry.__tablename__:
            rows = [row for row in rows if row["action"] not in SEEN]
        elif table in BOOKKEEPING:
            rows = []
        found[table] = Counter(tuple(row.values()) for row in rows)
    return found


@contextmanager
def noted_writes() -> Iterator[dict[str, set[str]]]:
    """Which addresses sent a writing statement, and which: only to name the culprit of what the dumps show."""
    writes: dict[str, set[str]] = defaultdict(set)

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        if has_request_context() and statement.lstrip().upper().startswith(WRITES):
            writes[f"{request.method} {request.endpoint}"].add(" ".join(statement.split())[:80])

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield writes
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


@pytest.fixture
def world(demo: Flask) -> World:
    """The world of the audience table, and for each address with a secret one that works."""
    built = build_world(demo)
    session = db.session
    draft = session.scalars(select(Entry).where(Entry.public_id == built.arguments["applicants"]["entry_id"])).one()
    owner = factories.actor(session.scalars(select(Account).where(Account.email == built.emails["owner"])).one())
    secret, base_url = demo.config["SECRET_KEY"], demo.config["BASE_URL"]
    invitations, notices = InvitationLinks(base_url=base_url, secret=secret), Links(base_url=base_url, secret=secret)
    entry_id = draft.public_id
    newcomer = factories.make_account("neu@ahaus.example", is_confirmed=False)
    invite(actor=owner, now=NOW, key="i" * 22, entry_id=entry_id, email=newcomer.email, right="edit", links=invitations)
    partner_id = int(str(built.arguments["applicants"]["partner_id"]))
    contact = {"name": "Toni Muster", "email": "toni@borken.example"}
    save_contact(actor=owner, now=NOW, key="c" * 22, entry_id=entry_id, partner_id=partner_id, **contact)
    inform_partners(actor=owner, now=NOW, key="p" * 22, entry_id=entry_id, links=notices)
    invited = session.scalars(select(EntryInvitation.nonce).where(EntryInvitation.email == newcomer.email)).one()
    noticed = session.scalars(select(PartnerNotice.nonce).where(PartnerNotice.partner_id == partner_id)).one()
    with demo.test_request_context():
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


def looked_at(app: Flask) -> Sequence[str]:
    names = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    return sorted(names - {"static", "security.static"})


def look(app: Flask, world: World, persona: str, endpoints: Sequence[str]) -> None:
    client, _token = client_of(app, world, persona)
    before = dump()
    statuses: Counter[int] = Counter()
    with noted_writes() as writes:
        for endpoint in endpoints:
            place = address(app, world, endpoint)
            for method in ("HEAD", "GET"):
                statuses[client.open(place, method=method).status_code] += 1
    after = dump()
    changed = {table: [*(after[table] - rows), *(rows - after[table])][:3] for table, rows in before.items()}
    changed = {table: rows for table, rows in changed.items() if rows}
    assert not changed, f"{changed}\n" + "\n".join(f"{who}: {what}" for who, what in sorted(writes.items()))
    assert statuses[500] == 0
    # The pages were really drawn, not all refused.
    assert statuses[200] >= len(endpoints) // 4, statuses


@pytest.mark.parametrize("persona", PERSONAS)
def test_looking_changes_nothing(demo: Flask, world: World, persona: str) -> None:
    meant = [name for name in looked_at(demo) if persona in AUDIENCE[name]]
    look(demo, world, persona, meant)


@pytest.mark.long
@pytest.mark.parametrize("persona", PERSONAS)
def test_looking_where_one_may_not_changes_nothing(demo: Flask, world: World, persona: str) -> None:
    for _round in range(2):
        look(demo, world, persona, looked_at(demo))
