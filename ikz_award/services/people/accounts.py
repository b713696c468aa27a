"""Accounts that are made from outside the browser."""

from sqlalchemy import select

from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Refused
from ikz_award.domain.words.wording import message as _
from ikz_award.models.people.accounts import Account, Role
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case


@use_case(AuditAction.ACCOUNT_CREATE_ADMIN)
def create_admin_account(work: Work, *, email: str, name: str, password_hash: str, uniquifier: str) -> int:
    """Make an account of the organiser's staff and return its id. Raises `Refused` if the address is taken."""
    address = email.strip().lower()
    if work.session.scalar(select(Account.id).where(Account.email == address)):
        raise Refused("taken", _("Ein Konto für %(address)s gibt es schon.", address=address))
    role = work.session.scalar(select(Role).where(Role.name == "admin")) or Role(name="admin")
    account = Account(
        email=address,
        name=name.strip(),
        password=password_hash,
        active=True,
        fs_uniquifier=uniquifier,
        confirmed_at=work.now,
        roles=[role],
    )
    work.session.add(account)
    work.session.flush()
    work.audit(subject=f"account:{account.id}", new={"email": address, "role": "admin"})
    return account.id
