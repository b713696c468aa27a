"""Somebody is shut out of the service: an account locked and unlocked, another's sessions ended; at once and everywhere.

A new name for sessions and links (`fs_uniquifier`) makes every session and every link in a mail worthless that was made for
the account before, in whichever process and on whichever device.
"""

import secrets
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.matter import Matter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.domain.words.letters import people as letters
from ikz_award.domain.words.letters.frame import Letter
from ikz_award.domain.words.text import clean_text, length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.people.accounts import Account, AccountLock, Role
from ikz_award.queries.actor.account_list import lock_of, why_not_to_lock
from ikz_award.queries.people.deputies import people_of_deputyships
from ikz_award.services.people.logins import drop_sessions
from ikz_award.services.record.intention import Work, intention

REASON_LIMIT = 1000


def lock_account(*, actor: Actor, now: datetime, key: str, account_id: int, reason: str) -> str:
    """Lock an account: no way to log in, no session, no link, no deputy in its name. Returns the person's name.

    Raises `Invalid` (`reason`), `NotFound`, `Refused` ("own", "last_admin", "locked").
    """
    cleaned = clean_text(reason).strip()
    asked = {"account": account_id, "reason": cleaned}
    with intention(actor=actor, now=now, action="account.lock", key=key, request=asked) as work:
        if work.is_replay:
            return work.answer
        account = _account(work, account_id)
        if refusal := why_not_to_lock(work.session, actor=actor, account=account):
            raise Refused(*refusal)
        _require_reason(cleaned)
        account.active = False
        ended = _end_everything(work.session, account)
        work.session.add(AccountLock(account_id=account.id, reason=cleaned, locked_by=actor.account_id or 0, locked_at=now))
        work.audit(subject=f"account:{account.id}", new={"reason": cleaned, "ended": ended})
        name = account.name or account.email
        _tell(work, account, letters.locked(reason=cleaned), others=letters.deputyship_rests(name=name), now=now)
        work.answer = account.name or account.email
        return work.answer


def unlock_account(*, actor: Actor, now: datetime, key: str, account_id: int, reason: str) -> str:
    """Let somebody log in again, with the password as it was. Raises `Invalid` (`reason`), `NotFound`, `Refused`."""
    cleaned = clean_text(reason).strip()
    asked = {"account": account_id, "reason": cleaned}
    with intention(actor=actor, now=now, action="account.unlock", key=key, request=asked) as work:
        if work.is_replay:
            return work.answer
        account = _account(work, account_id)
        row = lock_of(work.session, account_id=account.id)
        if row is None:
            raise Refused("not_locked", _("Dieses Konto ist nicht gesperrt."))
        _require_reason(cleaned)
        account.active = True
        row.undone_by, row.undone_at, row.undone_reason = actor.account_id, now, cleaned
        work.audit(subject=f"account:{account.id}", new={"reason": cleaned})
        name = account.name or account.email
        _tell(work, account, letters.unlocked(reason=cleaned), others=letters.deputyship_goes_on(name=name), now=now)
        work.answer = account.name or account.email
        return work.answer


def end_sessions_of(*, actor: Actor, now: datetime, key: str, account_id: int) -> int:
    """Log somebody out everywhere, and make links in mails to them worthless; returns how many sessions ended.

    Raises `NotFound`, `Refused` ("own": one's own are ended on one's own page).
    """
    with intention(actor=actor, now=now, action="account.end_others", key=key, request={"account": account_id}) as work:
        if work.is_replay:
            return work.answer
        account = _account(work, account_id)
        if account.id == actor.account_id:
            raise Refused("own", _("Ihre eigenen Sitzungen beenden Sie unter „Mein Konto“."))
        work.answer = _end_everything(work.session, account)
        work.audit(subject=f"account:{account.id}", new={"ended": work.answer})
        _tell(work, account, letters.sessions_ended(), now=now)
        return work.answer


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
