"""The accounts, for the organiser: who there is, who is locked, and since when somebody is logged in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.kinds import Matter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.words.errors import NotFound
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import Juror
from ikz_award.models.people.accounts import Account, AccountLock, Membership, MembershipStatus, Role
from ikz_award.models.people.register import RegisterBody
from ikz_award.queries.actor.accounts import OwnSession, sessions_of
from ikz_award.queries.jury.ends import has_left_jury

PER_PAGE = 50


@dataclass(frozen=True, kw_only=True)
class AccountPage:
    """A page of accounts, by name; `count`: how many there are in all."""

    accounts: Sequence[Account]
    count: int
    page: int
    pages: int


@dataclass(frozen=True, kw_only=True)
class PanelSeat:
    """A seat somebody has or had on the panel of an edition, for the list of accounts."""

    slug: str
    edition: str
    juror_id: int
    has_left: bool


@dataclass(frozen=True, kw_only=True)
class AccountView:
    """Everything on an account's page. `why_not`: why it cannot be locked by who looks, if so."""

    account: Account
    is_admin: bool
    is_own: bool
    bodies: Sequence[str]
    seats: Sequence[PanelSeat]
    sessions: Sequence[OwnSession]
    locks: Sequence[AccountLock]
    why_not: Message | None


def accounts_page(session: Session, *, actor: Actor, search: str, only_locked: bool, page: int) -> AccountPage:
    """Accounts whose name or address has the words in it. Raises `NotFound` to others than the organiser."""
    require(actor, Action.MANAGE_ACCOUNTS, Matter())
    query = _found(search)
    if only_locked:
        query = query.where(~Account.active)
    count = session.scalar(select(func.count()).select_from(query.subquery())) or 0
    pages = max(1, -(-count // PER_PAGE))
    page = min(max(1, page), pages)
    rows = session.scalars(
        query.order_by(func.lower(Account.name), Account.id).limit(PER_PAGE).offset((page - 1) * PER_PAGE)
    ).all()
    return AccountPage(accounts=rows, count=count, page=page, pages=pages)


def account_view(session: Session, *, actor: Actor, account_id: int, now: datetime) -> AccountView:
    """One account. Raises `NotFound` where there is none, and to others than the organiser."""
    require(actor, Action.MANAGE_ACCOUNTS, Matter())
    account = session.get(Account, account_id)
    if account is None:
        raise NotFound
    refusal = why_not_to_lock(session, actor=actor, account=account)
    return AccountView(
        account=account,
        is_admin=is_admin(account),
        is_own=account.id == actor.account_id,
        bodies=_bodies(session, account_id),
        seats=_seats(session, account_id),
        locks=_locks(session, account_id),
        sessions=sessions_of(session, account_id=account_id, current_hash=None, now=now),
        why_not=refusal[1] if refusal else None,
    )


def is_admin(account: Account) -> bool:
    """Whether the account works for the organiser; asked of the role, whether or not the account is locked."""
    return any(role.name == "admin" for role in account.roles)


def lock_of(session: Session, *, account_id: int) -> AccountLock | None:
    """The lock that holds."""
    return session.scalar(select(AccountLock).where(AccountLock.account_id == account_id, AccountLock.undone_at.is_(None)))


def why_not_to_lock(session: Session, *, actor: Actor, account: Account) -> tuple[str, Message] | None:
    """A word and a sentence, where the account must not be locked by the actor: nobody shuts the organiser out."""
    if account.id == actor.account_id:
        return "own", _("Sich selbst können Sie nicht sperren; das kann eine andere Person des Kompetenzzentrums.")
    if not account.active:
        return "locked", _("Dieses Konto ist schon gesperrt.")
    others = (
        select(func.count())
        .select_from(Account)
        .where(Account.roles.any(Role.name == "admin"), Account.active, Account.id != account.id)
    )
    if is_admin(account) and not session.scalar(others):
        return "last_admin", _("Das ist das letzte offene Konto des Kompetenzzentrums. Es kann nicht gesperrt werden.")
    return None


def _found(search: str) -> Select[Account]:
    query = select(Account)
    for word in search.lower().split()[:5]:
        pattern = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        query = query.where(
            or_(
                func.lower(Account.name).like(pattern, escape="\\"),
                func.lower(Account.email).like(pattern, escape="\\"),
            )
        )
    return query


def _bodies(session: Session, account_id: int) -> Sequence[str]:
    return session.scalars(
        select(RegisterBody.official_name)
        .join(Membership, Membership.body_key == RegisterBody.key)
        .where(Membership.account_id == account_id, Membership.status == MembershipStatus.ACTIVE)
        .order_by(RegisterBody.official_name)
    ).all()


def _seats(session: Session, account_id: int) -> Sequence[PanelSeat]:
    rows = session.execute(
        select(Edition.slug, Edition.name, Juror.id, has_left_jury(Juror.id))
        .join(Edition, Edition.id == Juror.edition_id)
        .where(Juror.account_id == account_id)
        .order_by(Edition.opens_at.desc())
    )
    return [PanelSeat(slug=slug, edition=name, juror_id=juror_id, has_left=left) for slug, name, juror_id, left in rows]


def _locks(session: Session, account_id: int) -> Sequence[AccountLock]:
    return session.scalars(
        select(AccountLock).where(AccountLock.account_id == account_id).order_by(AccountLock.id.desc())
    ).all()
