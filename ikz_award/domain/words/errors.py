"""How a rule says no: refusals that carry a stable key for programs and a German sentence for people."""

from collections.abc import Mapping
from typing import ClassVar

from ikz_award.domain.words.wording import message as _


class Denied(Exception):  # noqa: N818 - an answer, not a defect
    """What was asked for is not done; nothing was changed.

    `reason` is a stable key (tests, logs, the audit log), `message` a German sentence, `field` the input it belongs to;
    `status` is that of the answer on the web (RFC 9110), the same wherever it is shown.
    """

    status: ClassVar[int] = 403

    def __init__(self, reason: str, message: str, field: str | None = None) -> None:
        super().__init__(reason, message, field)
        self.reason = reason
        self.message = message
        self.field = field

    def __str__(self) -> str:
        return self.message


class Refused(Denied):
    """This person knows of it, and may not do this with it now."""


class Conflict(Refused):
    """It was done already, or something else was in between."""

    status = 409


class NotFound(Denied):
    """There is no such thing, or this person may not know that there is: both answer alike."""

    status = 404

    def __init__(self, reason: str = "not_found", message: str = _("Das Gesuchte gibt es hier nicht.")) -> None:
        super().__init__(reason, message)
        self.args = (reason, message)


class StaleVersion(Conflict):
    """Someone else saved in between. Both texts travel along, so that a page can show them and nothing typed is lost."""

    def __init__(self, current: Mapping[str, object], submitted: Mapping[str, object]) -> None:
        super().__init__(
            "stale_version",
            _(
                "In der Zwischenzeit wurde hier etwas anderes gespeichert. Ihre Eingaben sind noch da: Bitte "
                "vergleichen Sie beide Fassungen und speichern Sie dann erneut."
            ),
        )
        self.args = (dict(current), dict(submitted))
        self.current = dict(current)
        self.submitted = dict(submitted)

    @property
    def differing_fields(self) -> tuple[str, ...]:
        """The submitted fields that differ from what is stored now, in the order submitted."""
        return tuple(name for name, value in self.submitted.items() if name not in self.current or self.current[name] != value)


class Invalid(Refused):
    """Input that breaks a rule: `errors` names every field with its German sentence."""

    status = 422

    def __init__(self, errors: Mapping[str, str], reason: str = "invalid") -> None:
        if not errors:
            raise ValueError("Invalid needs at least one error")
        alone = len(errors) == 1
        super().__init__(
            reason,
            next(iter(errors.values())) if alone else _("Bitte prüfen Sie die markierten Eingaben."),
            next(iter(errors)) if alone else None,
        )
        self.args = (dict(errors), reason)
        self.errors = dict(errors)
