"""What a service refused, beside the fields it is about; and the forms of pages, as they are stored or as they came back."""

from typing import Any, TypeVar

from flask import request
from wtforms import Form

from ikz_award.domain.words.errors import Invalid
from ikz_award.extensions import translated
from ikz_award.web.filters import new_key
from ikz_award.web.returned import returned

F = TypeVar("F", bound=Form)


def shown(kind: type[F], **stored: Any) -> F:
    """The page's form: as it came back with its faults, or else with what is stored."""
    back = returned()
    if back is None or back.way.kind is not kind:
        return kind(formdata=None, **stored)
    return come_back(kind(formdata=request.form), version=stored.get("version"))


def come_back(form: F, *, version: str | None = None) -> F:
    """Put into a form that holds what was sent the sentences beside their fields, and make it one that can be sent again.

    `version`: that of now, taken where somebody else saved meanwhile: what is sent next is sent in the knowledge of both.
    """
    back = returned()
    if back is None:
        return form
    if isinstance(back.refusal, Invalid):
        names = {back.way.named(name, request.view_args or {}): words for name, words in back.refusal.errors.items()}
        show_errors(form, Invalid(names))
    else:
        form.form_errors.append(translated(back.refusal.message))
    if "idempotency_key" in form:
        form["idempotency_key"].data = new_key()
    if version is not None and back.stale:
        form["version"].data = version
    return form


def errors_back(sent_to: str) -> dict[str, str]:
    """Field → sentence of what came back from that endpoint; empty where nothing did, or no field is at fault."""
    back = returned(sent_to)
    return {path: translated(words) for path, words in back.errors.items()} if back else {}


def show_errors(form: Form, refusal: Invalid) -> None:
    """Put a service's sentences beside the fields they belong to; those of no field here stand above the form."""
    for name, message in refusal.errors.items():
        if name in form:
            form[name].errors = [*form[name].errors, message]
        else:
            form.form_errors.append(message)


def require_valid(form: Form) -> None:
    """Raise `Invalid` with what the form itself finds wrong, a sentence for each field."""
    if not form.validate():
        raise Invalid({name or "form": str(found[0]) for name, found in form.errors.items()}, reason="form_invalid")
