"""What the audit log says of seals: every confirmation, sealed version and reopening, as they must stand in their tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ikz_award.domain.record.audit_actions import AuditAction

SEAL, REOPEN, WITHDRAW = AuditAction.SEAL_SEAL, AuditAction.SEAL_REOPEN, AuditAction.SEAL_WITHDRAW
ACTIONS = (SEAL, REOPEN, WITHDRAW)


@dataclass(frozen=True, kw_only=True)
class LoggedStep:
    """A record of the log with one of `ACTIONS`; `place`: which of all records it is, from 1."""

    place: int
    action: str
    at: datetime
    account_id: int | None
    new: Mapping[str, Any]
    hash: str


@dataclass(kw_only=True)
class LoggedConfirmation:
    """One person's half of sealing or reopening, read from the log; `ended_at`: taken back, or used up by the act.

    Times in UTC.
    """

    act: str
    role: str
    account_id: int
    content_sha256: str
    reason: str
    confirmed_at: datetime
    ended_at: datetime | None = None


@dataclass(kw_only=True)
class LoggedSeal:
    """A sealed version; `reopened_at` None: it counts. `place`: of its record in the log."""

    version: int
    sha256: str
    sealed_at: datetime
    place: int
    hash: str
    reopened_at: datetime | None = None
    reason: str = ""


@dataclass(kw_only=True)
class SealRecord:
    """All that the log says of an edition's seal, in the log's order: what `verify` holds against the stored seals."""

    confirmations: list[LoggedConfirmation] = field(default_factory=list)
    seals: list[LoggedSeal] = field(default_factory=list)

    @property
    def current(self) -> LoggedSeal | None:
        """The version that counts."""
        last = self.seals[-1] if self.seals else None
        return last if last is not None and last.reopened_at is None else None


def replay(steps: Iterable[LoggedStep]) -> SealRecord:
    """What the steps of one edition led to, in their order. Raises `KeyError`, `TypeError` where a record is none of ours."""
    record = SealRecord()
    for step in steps:
        if step.action == WITHDRAW:
            _end(record, step, role=step.new["role"])
        elif "version" in step.new:
            record.seals.append(
                LoggedSeal(
                    version=step.new["version"], sha256=step.new["sha256"], sealed_at=step.at, place=step.place, hash=step.hash
                )
            )
        else:
            _confirmed(record, step)
    return record


def _end(record: SealRecord, step: LoggedStep, *, role: str) -> None:
    act = SEAL if record.current is None else REOPEN
    for one in record.confirmations:
        if one.ended_at is None and one.role == role and one.act == act.deed:
            one.ended_at = step.at


def _confirmed(record: SealRecord, step: LoggedStep) -> None:
    """Ends earlier ones that no longer fit; with the other one's for the same, both are used."""
    act, role, content = AuditAction(step.action).deed, step.new["role"], step.new["content_sha256"]
    waiting = [one for one in record.confirmations if one.ended_at is None and one.act == act]
    for one in waiting:
        if one.role == role or one.content_sha256 != content:
            one.ended_at = step.at
    other = next((one for one in waiting if one.ended_at is None), None)
    own = LoggedConfirmation(
        act=act,
        role=role,
        account_id=step.account_id or 0,
        content_sha256=content,
        reason=step.new.get("reason", ""),
        confirmed_at=step.at,
    )
    record.confirmations.append(own)
    if other is None:
        return
    for one in (other, own):
        one.ended_at = step.at
    if step.action == REOPEN and record.current is not None:
        record.current.reason = own.reason
        record.current.reopened_at = step.at
