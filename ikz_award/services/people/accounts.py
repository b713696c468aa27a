"""Accounts that are made from outside the browser."""

from datetime import datetime

from sqlalchemy import select

from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Refused
from ikz_award.domain.words.wording import message as _
from ikz_award.models.people.accounts import Account, Role
from ikz_award.services.record.intention import intention


def create_admin_account(*, email: str, name: str, password_hash: str, uniquifier: str, now: datetime) -> int:
    """Make an account of the organiser's staff and return its id. Raises `Refused` if the address is taken."""
    address = email.strip().lower()
    with intention(actor=SYSTEM, now=now, action=AuditAction.ACCOUNT_CREATE_ADMIN) as work:
        if work.session.scalar(select(Account.id).where(Account.email == address)):
            raise Refused("taken", _("Ein Konto für %(address)s gibt es schon.", address=address))
        role = work.session.scalar(select(Role).where(Role.name == "admin")) or Role(name="admin")
        account = Account(
            email=address, name=name.strip(), password=password_hash, active=True, fs_uniquifier=uniquifier,
            confirmed_at=now, roles=[role],
        )  # fmt: skip
        work.session.add(account)
        work.session.flush()
        work.audit(subject=f"account:{account.id}", new={"email": address, "role": "admin"})
        return account.id
