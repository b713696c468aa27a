"""What cannot be taken back asks once: a box beside what follows, ticked by hand, before anything happens.

The box is `templates/macros/sure.html`; `tests/architecture/irreversible/` lists the forms that have one.
"""

from flask import request

from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.wording import message as _

FIELD, TICKED = "sicher", "ja"
ASKED = _("Noch ist nichts geschehen. Bitte bestätigen Sie mit dem Häkchen, dass Sie das wollen.")


def is_sure() -> bool:
    """Whether the box was ticked in the form that was sent."""
    return request.form.get(FIELD) == TICKED


def require_sure(told: str = ASKED) -> None:
    """Raise `Invalid` ("sicher") unless the box was ticked; `told`: what is said where something has been done all the same."""
    if not is_sure():
        raise Invalid({FIELD: told})
