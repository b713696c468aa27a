"""Who is on a step of an entry now. A convenience: nothing rests on it, and it never holds a page up."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from ikz_award.adapters.database import brief_write
from ikz_award.domain.entries.rights import FRESH_FOR, KEPT_FOR, is_present
from ikz_award.domain.permissions.actors import Actor
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry
from ikz_award.models.entries.sharing import StepPresence
from ikz_award.models.people.accounts import Account
from ikz_award.services.record.intention import write_session


def others_on_step(*, actor: Actor, now: datetime, entry: Entry, step_key: str) -> Sequence[str]:
    """Note that the actor is on the step, and return the names of the others who are, in the order of the alphabet."""
    rows = db.session.execute(
        select(StepPresence.account_id, StepPresence.seen_at, Account.name, Account.email)
        .join(Account, Account.id == StepPresence.account_id)
        .where(StepPresence.entry_id == entry.id, StepPresence.step_key == step_key)
    ).all()
    own = next((row.seen_at for row in rows if row.account_id == actor.account_id), None)
    if own is None or now - own > FRESH_FOR:
        _note(actor, now=now, entry_id=entry.id, step_key=step_key)
    return sorted(
        row.name or row.email for row in rows if row.account_id != actor.account_id and is_present(now=now, seen_at=row.seen_at)
    )


def _note(actor: Actor, *, now: datetime, entry_id: int, step_key: str) -> None:
    """On a connection of its own, beside the page's reading transaction. What cannot be written at once is left out."""
    here = {"entry_id": entry_id, "step_key": step_key, "account_id": actor.account_id}
    try:
        with brief_write(db.engine) as connection:
            done = connection.execute(
                update(StepPresence)
                .where(*(getattr(StepPresence, name) == value for name, value in here.items()))
                .values(seen_at=now)
            )
            if done.rowcount == 0:
                connection.execute(insert(StepPresence).values(**here, seen_at=now))
    except (IntegrityError, OperationalError):
        # Two tabs at the same moment, the entry just discarded, or the database busy: the next sign of life comes soon.
        return


def forget_old_presence(*, now: datetime) -> None:
    """Delete what nobody needs any more; without the write lock where there is nothing."""
    old = StepPresence.seen_at < now - KEPT_FOR
    session = db.session()
    session.rollback()
    is_due = session.scalar(select(StepPresence.entry_id).where(old).limit(1)) is not None
    session.rollback()
    if is_due:
        with write_session() as session:
            session.execute(delete(StepPresence).where(old))


def leave_steps(session: Session, *, entry_id: int, account_id: int | None) -> None:
    """Whose right ends is on no step any more."""
    session.execute(delete(StepPresence).where(StepPresence.entry_id == entry_id, StepPresence.account_id == account_id))
