"""An import into the register, looked at before it is done: what would be new, change, end."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from ikz_award.domain.permissions.kinds import Matter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.seal.audit_chain import canonical_json
from ikz_award.domain.words.errors import Conflict
from ikz_award.domain.words.wording import message as _
from ikz_award.models.people.register import RegisterBody
from ikz_award.services.people.register import RegisterImport, bodies_that_differ, compared, import_gv100ad, told
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import plainly, use_case

CHANGED = "register_changed"


@dataclass(frozen=True, kw_only=True)
class BodyChange:
    """What an import changes of a body; `old` and `new` by column, only what differs, `name` as it is so far."""

    key: str
    name: str
    old: Mapping[str, Any]
    new: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class RegisterPlan:
    """An import before it is done: what `done` will say, with names. `added`, `ended`: (key, official name)."""

    done: RegisterImport
    added: tuple[tuple[str, str], ...]
    changed: tuple[BodyChange, ...]
    ended: tuple[tuple[str, str], ...]

    @property
    def digest(self) -> str:
        """The same for the same changes: what somebody saw is what is done, or nothing is."""
        told = [self.done.as_of, self.added, self.ended, [(one.key, one.old, one.new) for one in self.changed], self.done.kept]
        return hashlib.sha256(canonical_json(plainly(told))).hexdigest()


def plan_register(session: Session, data: bytes) -> RegisterPlan:
    """What `import_gv100ad` would do, without doing it. Raises `Invalid` (reason "register_file") for a wrong file."""
    found = compared(session, data)
    pairs = [pair for group in found.groups for pair in group]
    added = sorted((new.key, new.official_name) for old, new in pairs if old is None)
    changed = [_change(old, new) for old, new in pairs if old is not None and bodies_that_differ(old, new)]
    ended = sorted((body.key, body.official_name) for body in found.ended)
    return RegisterPlan(
        done=told(found, changed=[one.key for one in changed]),
        added=tuple(added),
        ended=tuple(ended),
        changed=tuple(sorted(changed, key=lambda one: one.key)),
    )


@use_case(AuditAction.REGISTER_IMPORT)
def renew_register(work: Work, *, data: bytes, seen: str | None) -> None:
    """Import an official file. `seen`: digest of the plan somebody agreed to, None for who asks for no look before.

    Raises `Invalid` for a wrong file, `Conflict` (`CHANGED`) where it would do something else by now, `Refused`.
    """
    require(work.actor, Action.IMPORT_REGISTER, Matter())
    plan = plan_register(work.session, data)
    if seen is not None and plan.digest != seen:
        raise Conflict(
            CHANGED,
            _("Das Verzeichnis hat sich inzwischen geändert. Bitte sehen Sie noch einmal, was sich nun ändern würde."),
        )
    done = import_gv100ad(work.session, data)
    work.audit(
        subject="register",
        new={
            "as_of": done.as_of,
            "added": list(done.added),
            "ended": list(done.ended),
            "kept": list(done.kept),
            "changed": len(done.changed),
        },
    )


def _change(old: RegisterBody, new: RegisterBody) -> BodyChange:
    names = bodies_that_differ(old, new)
    return BodyChange(
        key=old.key,
        name=old.official_name,
        old={name: getattr(old, name) for name in names},
        new={name: getattr(new, name) for name in names},
    )
