"""Somebody is shut out of the service: an account locked and unlocked, another's sessions ended; at once and everywhere.

A new name for sessions and links (`fs_uniquifier`) makes every session and every link in a mail worthless that was made for
the account before, in whichever process and on whichever device.
"""

import secrets
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.permissions.kinds import Matter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.domain.words.letters import people as letters
from ikz_award.domain.words.letters.frame import Letter
from ikz_award.domain.words.text import clean_text, length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.people.accounts import Account, AccountLock, Role
from ikz_award.queries.actor.account_list import lock_of, why_not_to_lock
from ikz_award.queries.people.deputies import people_of_deputyships
from ikz_award.services.people.logins import drop_sessions
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case

REASON_LIMIT = 1000


@use_case(AuditAction.ACCOUNT_LOCK)
def lock_account(work: Work, *, account_id: int, reason: str) -> str:
    """Lock an account: no way to log in, no session, no link, no deputy in its name. Returns the person's name.

    Raises `Invalid` (`reason`), `NotFound`, `Refused` ("own", "last_admin", "locked").
    """
    cleaned = clean_text(reason).strip()
    account = _account(work, account_id)
    if refusal := why_not_to_lock(work.session, actor=work.actor, account=account):
        raise Refused(*refusal)
    _require_reason(cleaned)
    account.active = False
    ended = _end_everything(work.session, account)
    work.session.add(
        AccountLock(account_id=account.id, reason=cleaned, locked_by=work.actor.account_id or 0, locked_at=work.now)
    )
    work.audit(subject=f"account:{account.id}", new={"reason": cleaned, "ended": ended})
    name = account.name or account.email
    _tell(work, account, letters.locked(reason=cleaned), others=letters.deputyship_rests(name=name), now=work.now)
    return account.name or account.email


@use_case(AuditAction.ACCOUNT_UNLOCK)
def unlock_account(work: Work, *, account_id: int, reason: str) -> str:
    """Let somebody log in again, with the password as it was. Raises `Invalid` (`reason`), `NotFound`, `Refused`."""
    cleaned = clean_text(reason).strip()
    account = _account(work, account_id)
    row = lock_of(work.session, account_id=account.id)
    if row is None:
        raise Refused("not_locked", _("Dieses Konto ist nicht gesperrt."))
    _require_reason(cleaned)
    account.active = True
    row.undone_by, row.undone_at, row.undone_reason = work.actor.account_id, work.now, cleaned
    work.audit(subject=f"account:{account.id}", new={"reason": cleaned})
    name = account.name or account.email
    _tell(work, account, letters.unlocked(reason=cleaned), others=letters.deputyship_goes_on(name=name), now=work.now)
    return account.name or account.email


@use_case(AuditAction.ACCOUNT_END_OTHERS)
def end_sessions_of(work: Work, *, account_id: int) -> int:
    """Log somebody out everywhere, and make links in mails to them worthless; returns how many sessions ended.

    Raises `NotFound`, `Refused` ("own": one's own are ended on one's own page).
    """
    account = _account(work, account_id)
    if account.id == work.actor.account_id:
        raise Refused("own", _("Ihre eigenen Sitzungen beenden Sie unter „Mein Konto“."))
    answer = _end_everything(work.session, account)
    work.audit(subject=f"account:{account.id}", new={"ended": answer})
    _tell(work, account, letters.sessions_ended(), now=work.now)
    return answer


def _account(work: Work, account_id: int) -> Account:
    require(work.actor, Action.MANAGE_ACCOUNTS, Matter())
    # Two administrators who lock each other take turns: the row of every administrator is locked, in one order.
    work.session.scalars(
        select(Account.id).where(Account.roles.any(Role.name == "admin")).order_by(Account.id).with_for_update()
    ).all()
    account = work.session.get(Account, account_id, with_for_update=True, populate_existing=True)
    if account is None:
        raise NotFound
    return account


def _end_everything(session: Session, account: Account) -> int:
    ended = drop_sessions(session, uniquifier=account.fs_uniquifier)
    account.fs_uniquifier = secrets.token_hex(32)
    session.flush()
    return ended


def _require_reason(reason: str) -> None:
    if not reason:
        raise Invalid({"reason": _("Bitte nennen Sie den Grund.")})
    if length(reason) > REASON_LIMIT:
        raise Invalid({"reason": _("Bitte kürzen Sie den Text auf %(limit)s Zeichen.", limit=REASON_LIMIT)})


def _tell(work: Work, account: Account, letter: Letter, *, others: Letter | None = None, now: datetime) -> None:
    """To the person, and to who stands in for them or whom they stand in for."""
    work.send_mail(recipient=account.email, subject=letter.subject, body=letter.body)
    if others is None:
        return
    for other in people_of_deputyships(work.session, account_id=account.id, now=now):
        work.send_mail(recipient=other.email, subject=others.subject, body=others.body)
