"""Calling use cases whose caller stands among the arguments, as scenes keep it: actor, instant and key once for many calls."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from ikz_award.domain.permissions.actors import Actor
from ikz_award.services.record.use_case import Call


def called(use_case: Callable[..., Any], *, actor: Actor, now: datetime, key: str | None = None, **arguments: Any) -> Any:
    """What the use case answers to this call."""
    return use_case(Call(actor=actor, now=now, key=key), **arguments)
