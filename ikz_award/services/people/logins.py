"""Log-ins: throttled without locking anybody out, and on record.

Failures are counted in the database, per address and e-mail together and per address alone, so that a stranger's failures never
keep the owner out elsewhere, and so that the count survives any process. Only keyed hashes are stored.
"""

import hashlib
import hmac
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from ikz_award.adapters.database import reads_by_default
from ikz_award.domain.permissions.actors import ANONYMOUS, Actor
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account, BrowserSession, IntentionKey, LoginAttempt
from ikz_award.services.record.intention import AuditLine, Work, append_audit, write_session
from ikz_award.services.record.use_case import use_case

WINDOW = timedelta(minutes=15)
FAILURES_PER_IDENTITY = 5
# Many people of one town hall share an address; so this many, and only against someone who tries a list of accounts.
FAILURES_PER_ADDRESS = 60
MAILS_PER_IDENTITY = 5


@dataclass(frozen=True)
class Origin:
    """Who tries from where: keyed hashes of address and e-mail together, and of the address alone."""

    identity: str
    address: str


def origin_of(*, secret: str, address: str, who: str, purpose: str = "login") -> Origin:
    """The origin of an attempt by `who` (`identity`). An IPv6 network of /64 counts as one address: it is one connection's."""
    place = _network(address)
    return Origin(identity=_digest(secret, purpose, place, who), address=_digest(secret, purpose, place))


def identity(session: Session, typed: str, *, normalize: Callable[[str], str]) -> str:
    """Whom an address that was typed stands for: the account it finds, in whatever spelling, or itself in one spelling.

    `normalize`: as the log-in does it before it looks the account up; raises `ValueError` for what is no address.
    """
    plain = "".join(unicodedata.normalize("NFKC", typed).split())
    try:
        normal = normalize(plain)
    except ValueError:
        normal = plain
    found = session.scalar(select(Account.id).where(func.lower(Account.email) == func.lower(normal)))
    return normal.casefold() if found is None else identity_of(found)


def identity_of(account_id: int | None) -> str:
    """Under which attempts of an account are counted, whatever address was typed."""
    return f"account {account_id}"


def _network(address: str) -> str:
    try:
        parsed = ip_address(address)
    except ValueError:
        return "unknown"
    return str(parsed) if parsed.version == 4 else str(ip_network((parsed, 64), strict=False))


def _digest(secret: str, *parts: str) -> str:
    return hmac.new(secret.encode(), "\0".join(parts).encode(), hashlib.sha256).hexdigest()


def begin_attempt(*, now: datetime, origin: Origin, limit: int = FAILURES_PER_IDENTITY) -> bool:
    """Count an attempt before it is checked, so that many at once are no way around; False: too many, do not check it.

    What is turned away costs a look without the write lock, less than what is checked.
    """
    db.session.rollback()
    with reads_by_default():
        is_turned_away = _is_one_too_many(db.session(), now=now, origin=origin, limit=limit)
        db.session.rollback()
    if is_turned_away:
        return False
    with write_session() as session:
        session.execute(delete(LoginAttempt).where(LoginAttempt.at < now - WINDOW))
        if _is_one_too_many(session, now=now, origin=origin, limit=limit):
            return False
        session.add_all(LoginAttempt(identity_hash=name, at=now) for name in (origin.identity, origin.address))
    return True


def _is_one_too_many(session: Session, *, now: datetime, origin: Origin, limit: int) -> bool:
    rows = session.execute(
        select(LoginAttempt.identity_hash, func.count())
        .where(LoginAttempt.identity_hash.in_((origin.identity, origin.address)), LoginAttempt.at >= now - WINDOW)
        .group_by(LoginAttempt.identity_hash)
    )
    counts: dict[str, int] = {row[0]: row[1] for row in rows}
    return counts.get(origin.identity, 0) >= limit or counts.get(origin.address, 0) >= FAILURES_PER_ADDRESS


def note_failure(*, now: datetime, origin: Origin, account_id: int | None) -> None:
    """Put a failed log-in on record: for a known account its id, never what was typed: people type passwords anywhere."""
    subject = f"account:{account_id}" if account_id is not None else "account:unknown"
    with write_session() as session:
        line = AuditLine(action=AuditAction.ACCOUNT_LOGIN_FAILED, subject=subject, new={"origin": origin.identity[:16]})
        append_audit(session, line, actor=ANONYMOUS, now=now)


def forgive(session: Session, *, origin: Origin) -> None:
    """Forget an origin's failures after a right password, within the caller's transaction."""
    session.execute(delete(LoginAttempt).where(LoginAttempt.identity_hash == origin.identity))
    last = select(func.max(LoginAttempt.id)).where(LoginAttempt.identity_hash == origin.address).scalar_subquery()
    session.execute(delete(LoginAttempt).where(LoginAttempt.id == last))


def record(session: Session, *, actor: Actor, now: datetime, action: AuditAction) -> None:
    """Put what a person did with their own account on record, within the caller's transaction."""
    line = AuditLine(action=action, subject=f"account:{actor.account_id}")
    append_audit(session, line, actor=actor, now=now)


def was_sent(session: Session, *, key: str) -> bool:
    """Whether the form with this idempotency key was taken before."""
    return bool(key) and session.get(IntentionKey, key) is not None


def note_sent(session: Session, *, key: str, action: str, now: datetime) -> None:
    """Remember that the form with this key was taken, within the caller's transaction: of two at once only one commits."""
    if key and len(key) <= 64:
        session.add(IntentionKey(key=key, action=action, account_id=None, request_hash="", result=None, created_at=now))
        session.flush()


def drop_sessions(session: Session, *, uniquifier: str, except_hash: str | None = None) -> int:
    """End an account's sessions but for one, within the caller's transaction; returns how many."""
    statement = delete(BrowserSession).where(BrowserSession.account_id == uniquifier)
    if except_hash is not None:
        statement = statement.where(BrowserSession.token_hash != except_hash)
    return session.connection().execute(statement).rowcount


@use_case(AuditAction.ACCOUNT_END_SESSIONS)
def end_all_sessions(work: Work) -> int:
    """Log a person out everywhere, here included; returns how many sessions ended."""
    account = work.session.get_one(Account, work.actor.account_id)
    answer = drop_sessions(work.session, uniquifier=account.fs_uniquifier)
    work.audit(subject=f"account:{account.id}", new={"ended": answer})
    return answer
