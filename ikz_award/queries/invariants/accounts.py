"""Accounts: who is locked cannot log in, and who cannot was locked by somebody."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.models.people.accounts import Account, AccountLock


def locks(session: Session) -> Iterator[str]:
    """Accounts that are active though locked, or locked without a record of it."""
    is_locked = select(AccountLock.id).where(AccountLock.account_id == Account.id, AccountLock.undone_at.is_(None)).exists()
    for account_id in session.scalars(select(Account.id).where(Account.active == is_locked).order_by(Account.id)):
        yield f"account {account_id}: whether it is active and its locks on record do not agree"
