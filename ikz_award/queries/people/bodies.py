"""Bodies outside the register: what people proposed, and what stands behind those that were confirmed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from ikz_award.domain.people.bodies import ProposalState
from ikz_award.domain.people.email_domains import domain_of, is_freemail
from ikz_award.domain.people.register import fold
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.kinds import Matter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.people.bodies import ProposedBody
from ikz_award.models.people.register import BodyKind, BodyMember, RegisterBody
from ikz_award.queries.people.register import BodyHit, search_bodies

# Words that say what a body is, not which.
_GENERIC = frozenset(
    {"zweckverband", "anstalt", "verband", "kommunal", "kommunale", "kommunaler", "gmbh", "stadt", "kreis", "gemeinde"}
)
SHOWN = (ProposalState.WAITING, ProposalState.REJECTED)


@dataclass(frozen=True, kw_only=True)
class ProposalView:
    """A proposal as the organiser sees it: its members by name, what is there already under a like name."""

    row: ProposedBody
    members: Sequence[str]
    similar: Sequence[BodyHit]
    same_name: Sequence[str]

    @property
    def domain(self) -> str:
        """The proposer's e-mail domain; empty where it proves nothing."""
        domain = domain_of(self.row.account.email)
        return "" if is_freemail(domain) else domain


def own_proposals(session: Session, *, actor: Actor) -> Sequence[ProposedBody]:
    """What the actor proposed and still concerns them, newest first: what waits, and what was refused."""
    query = (
        select(ProposedBody)
        .where(ProposedBody.account_id == actor.account_id, ProposedBody.state.in_(SHOWN))
        .order_by(ProposedBody.id.desc())
        .limit(20)
    )
    return session.scalars(query).all()


def own_proposal(session: Session, *, actor: Actor, proposal_id: int) -> ProposedBody:
    """Raises `NotFound` for another's."""
    row = session.get(ProposedBody, proposal_id)
    if row is None or row.account_id != actor.account_id:
        raise NotFound
    return row


def waiting_proposals(session: Session, *, actor: Actor) -> Sequence[ProposedBody]:
    """What waits for the organiser, oldest first. Raises `NotFound` to others."""
    require(actor, Action.OVERSEE, Matter())
    query = (
        select(ProposedBody)
        .where(ProposedBody.state == ProposalState.WAITING)
        .options(joinedload(ProposedBody.account))
        .order_by(ProposedBody.created_at, ProposedBody.id)
        .limit(200)
    )
    return session.scalars(query).all()


def proposal_count(session: Session) -> int:
    """How many typed organisations wait for the organiser's word."""
    return session.scalar(select(func.count()).where(ProposedBody.state == ProposalState.WAITING)) or 0


def proposal_view(session: Session, *, actor: Actor, proposal_id: int) -> ProposalView:
    """Raises `NotFound` to others, and where nothing waits under this id."""
    require(actor, Action.OVERSEE, Matter())
    row = session.get(ProposedBody, proposal_id)
    if row is None or row.state is not ProposalState.WAITING:
        raise NotFound
    others = session.scalars(
        select(ProposedBody)
        .where(ProposedBody.state == ProposalState.WAITING, ProposedBody.id != row.id)
        .options(joinedload(ProposedBody.account))
    )
    names = names_of(session, row.member_keys)
    return ProposalView(
        row=row,
        members=[names.get(key, key) for key in row.member_keys],
        similar=_similar(session, row.name),
        same_name=[one.account.email for one in others if fold(one.name) == fold(row.name)],
    )


def names_of(session: Session, keys: Collection[str]) -> Mapping[str, str]:
    """Key → official name."""
    rows = session.execute(select(RegisterBody.key, RegisterBody.official_name).where(RegisterBody.key.in_(keys)))
    return {row.key: row.official_name for row in rows}


def member_lines(session: Session, keys: Sequence[str]) -> str:
    """The members as the form takes them again: a name with its key on each line."""
    names = names_of(session, keys)
    return "\n".join(f"{names[key]} ({key})" for key in keys if key in names)


def members_of(session: Session, keys: Collection[str]) -> Mapping[str, frozenset[str]]:
    """Key of a body outside the register → the keys of its members."""
    found: dict[str, set[str]] = {}
    for row in session.scalars(select(BodyMember).where(BodyMember.body_key.in_(keys))):
        found.setdefault(row.body_key, set()).add(row.member_key)
    return {key: frozenset(members) for key, members in found.items()}


def _similar(session: Session, name: str) -> Sequence[BodyHit]:
    """Confirmed bodies that share a word with the name."""
    words = [word for word in fold(name).split() if len(word) > 3 and word not in _GENERIC][:6]
    hits = {hit.key: hit for word in words for hit in search_bodies(session, word, limit=5, kinds=(BodyKind.OTHER,))}
    return list(hits.values())[:5]
