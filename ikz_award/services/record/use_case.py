"""One use case: one call of a person, one transaction, one effect, one audit entry, the same answer when it is sent twice.

    @use_case(AuditAction.RIGHTS_TAKE_AWAY)
    def take_away(work: Work, *, entry_id: str, invitation_id: int) -> str: …

    take_away(call, entry_id=…, invitation_id=…)

What was asked are the call's own keyword arguments: nobody lists them again for the comparison of a second sending with the
first. What the function returns is the answer that is stored, and given again.
"""

import hashlib
from collections.abc import Callable, Collection, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import wraps
from types import UnionType
from typing import Any, Concatenate, ParamSpec, TypeVar, get_args, get_origin, get_type_hints

from sqlalchemy import Result, event
from sqlalchemy.orm import ORMExecuteState, Session

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.seal.audit_chain import canonical_json
from ikz_award.domain.words.errors import Conflict, Invalid, NotFound
from ikz_award.domain.words.wording import message as _
from ikz_award.extensions import db
from ikz_award.models.people.accounts import IntentionKey
from ikz_award.queries.jury.ends import is_still_let_in
from ikz_award.services.record.intention import Work, write_session

P = ParamSpec("P")
R = TypeVar("R")
# As long as the column is.
LONGEST_KEY = 64
# A field of a dataclass with this mark is no part of what was asked: a secret that a stored hash could be tried against.
UNASKED: Mapping[str, bool] = {"is_asked": False}


@dataclass(frozen=True, kw_only=True)
class Call:
    """Who calls, when the call arrived, and its idempotency key, with which it has one effect however often it is sent.

    Raises `Invalid` for a key that is none of ours: longer than 64 characters, or with one that cannot be printed.
    """

    actor: Actor
    now: datetime
    key: str | None = None

    def __post_init__(self) -> None:
        if self.key and (len(self.key) > LONGEST_KEY or not self.key.isprintable()):
            words = _("Dieses Formular ist beschädigt angekommen. Bitte laden Sie die Seite neu.")
            raise Invalid({"idempotency_key": words}, reason="key_invalid")

    def for_content(self, content: object) -> "Call":
        """The same call, for forms that are saved again and again.

        The same form with the same content is the same intention; with another content (the browser's back button, typed on,
        saved again) it is a new one, and a version decides whether it may overwrite.
        """
        return replace(self, key=hashlib.sha256(canonical_json([self.key, plainly(content)])).hexdigest()) if self.key else self


@dataclass(frozen=True, kw_only=True)
class _Rules:
    """What a use case was declared with, see `use_case`."""

    action: AuditAction
    silent: bool
    without: Collection[str]
    first: Callable[..., object] | None
    is_per_content: bool
    patience: int | None


def use_case(
    action: AuditAction,
    *,
    silent: bool = False,
    without: Collection[str] = (),
    first: Callable[..., object] | None = None,
    is_per_content: bool = False,
    patience: int | None = None,
) -> Callable[[Callable[Concatenate[Work, P], R]], Callable[Concatenate[Call, P], R]]:
    """Make a function of `Work` and keyword arguments one of `Call` and the same arguments.

    `without`: arguments that do not belong to what was asked (links, stores, keys to sign with, secrets that must not be tried
    against a stored hash). `first`: called with the call and the same arguments before anything is locked, on a session that
    reads; what it returns is `work.first`, and must hold no rows. `silent`: what is changed is never for the log; where that is
    so only now and then, the function says `work.silent()`. `is_per_content`: see `Call.for_content`. `patience`: see
    `write_session`.

    The call raises what the function raises; `Refused` ("key_reused") when a key comes back with another content or from
    another account; `NotFound` to who was shut out meanwhile; `RuntimeError` where rows were changed and the log has no line
    of it.
    """

    rules = _Rules(action=action, silent=silent, without=without, first=first, is_per_content=is_per_content, patience=patience)

    def make(function: Callable[Concatenate[Work, P], R]) -> Callable[Concatenate[Call, P], R]:
        @wraps(function)
        def called(call: Call, /, *args: P.args, **arguments: P.kwargs) -> R:
            return _carry_out(rules, function, call, args, arguments)

        return called

    return make


def _carry_out(
    rules: _Rules, function: Callable[..., R], call: Call, args: tuple[object, ...], arguments: Mapping[str, object]
) -> R:
    """One call: answered before, or found out, done in one transaction, accounted for, and its answer kept."""
    content = {name: value for name, value in arguments.items() if name not in rules.without}
    own = call.for_content(content) if rules.is_per_content else call
    asked = hashlib.sha256(canonical_json({"action": rules.action, "request": plainly(content)})).hexdigest()
    found: object = None
    if rules.first is not None:
        answered = _answered_before(own, asked)
        if answered is not None:
            return revived(get_type_hints(function)["return"], answered.result)
        found = rules.first(call, **arguments)
        db.session.rollback()
    with write_session(patience=rules.patience) as session:
        _require_let_in(session, call)
        if (used := _used(session, own, asked)) is not None:
            return revived(get_type_hints(function)["return"], used.result)
        work = Work(session=session, actor=call.actor, now=call.now, action=rules.action, first=found)
        with _watched(session) as written:
            answer = function(work, *args, **arguments)
            session.flush()
        if written and not (rules.silent or work.is_accounted_for):
            raise RuntimeError(f"{rules.action}: {written[0]} was changed, and the audit log does not say so")
        _keep(work, own, asked, answer)
        return answer


@contextmanager
def _watched(session: Session) -> Generator[list[str]]:
    """The tables that are written to meanwhile; a statement that touched no row has written nothing."""
    written: list[str] = []

    def flushed(_session: Session, _context: object) -> None:
        changed = (*session.new, *session.deleted, *(one for one in session.dirty if session.is_modified(one)))
        written.extend(type(one).__name__ for one in changed)

    def executed(state: ORMExecuteState) -> Result[Any] | None:
        if state.is_insert:
            written.append("a table")
        if not (state.is_update or state.is_delete):
            return None
        result = state.invoke_statement()
        if getattr(result, "rowcount", 1) != 0:
            written.append("a table")
        return result

    event.listen(session, "after_flush", flushed)
    event.listen(session, "do_orm_execute", executed)
    try:
        yield written
    finally:
        event.remove(session, "after_flush", flushed)
        event.remove(session, "do_orm_execute", executed)


def _answered_before(call: Call, asked: str) -> IntentionKey | None:
    """A look without the write lock, on a session that reads, which ends there."""
    session = db.session()
    session.rollback()
    _require_let_in(session, call)
    return _used(session, call, asked)


def _require_let_in(session: Session, call: Call) -> None:
    """Shut out while the request was on its way: what is done now would be done by nobody."""
    if not is_still_let_in(session, actor=call.actor):
        raise NotFound


def _used(session: Session, call: Call, asked: str) -> IntentionKey | None:
    used = session.get(IntentionKey, call.key) if call.key else None
    if used is not None and (used.account_id != call.actor.account_id or used.request_hash != asked):
        raise Conflict(
            "key_reused",
            _(
                "Dieses Formular wurde schon einmal mit anderem Inhalt gesendet. Bitte laden Sie die Seite neu; "
                "gespeichert ist der frühere Inhalt."
            ),
        )
    return used


def _keep(work: Work, call: Call, asked: str, answer: object) -> None:
    if not call.key:
        return
    kept = {"key": call.key, "action": work.action, "request_hash": asked, "result": plainly(answer), "created_at": call.now}
    work.session.add(IntentionKey(account_id=call.actor.account_id, **kept))


def plainly(value: Any) -> Any:
    """A value as JSON holds it, the same for equal values: what was asked, and what was answered.

    Enums by value, dataclasses by their fields but those marked `UNASKED`, bytes by their SHA-256, keys as text; sets, and what
    else has no order of its own, sorted.
    Raises `TypeError` for what has no one spelling.
    """
    match value:
        case Enum():
            return value.value
        case None | bool() | int() | str() | Decimal() | Fraction() | date():
            return value
        case bytes():
            return hashlib.sha256(value).hexdigest()
        case Mapping():
            return {str(plainly(key)): plainly(item) for key, item in value.items()}
        case list() | tuple():
            return [plainly(item) for item in value]
        case Collection():
            return sorted((plainly(item) for item in value), key=canonical_json)
        case _ if is_dataclass(value) and not isinstance(value, type):
            asked = (one.name for one in fields(value) if one.metadata.get("is_asked", True))
            return {name: plainly(getattr(value, name)) for name in asked}
    raise TypeError(f"a {type(value).__name__} has no one spelling; name it in `without`")


def revived(kind: Any, stored: Any) -> Any:
    """An answer as the function returned it, from what `plainly` made of it and the function's return type."""
    if stored is None or kind is None:
        return stored
    if get_origin(kind) is UnionType:
        [kind] = [one for one in get_args(kind) if one is not type(None)]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(stored)
    if isinstance(kind, type) and is_dataclass(kind):
        kinds = get_type_hints(kind)
        return kind(**{name: revived(kinds[name], item) for name, item in stored.items()})
    if get_origin(kind) is tuple:
        return tuple(stored)
    return stored
