"""A form that was refused comes back: on the page where the person was, with what they typed and a summary of what is wrong.

A view of a POST says where that page is, and has no `except` for it:

    @bp.post("/runden/<slug>/frist")
    @refused_at("admin.deadline", ExtensionForm)
    def save_deadline(slug: str) -> ResponseReturnValue: …

The page is the one that GET shows, answered at the address of the form with the status of the refusal; `returned`, and `shown`
of blueprints/shared/form_errors.py, put into it what was typed. It has a new idempotency key, for it is sent with another
content next, and where somebody else saved, the version of now. Where nothing was typed there is nothing to keep: the person is
sent back, with the sentence above the page.

Nothing is stored for it. Sent again by the browser's "reload", the same form with the same key is refused again and changes
nothing; with static/js/returned.js nobody is asked to send again, see docs/adr/0009-refused-forms.md.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar, cast

import structlog
from flask import Flask, Response, current_app, flash, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import Form

from ikz_award.domain.words.errors import Conflict, Invalid, Refused, StaleVersion
from ikz_award.extensions import db, translated
from ikz_award.web.door import LOOKING

log = structlog.get_logger()
View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, kw_only=True)
class WayBack:
    """Where a view's refusals are shown: the endpoint of the page, the place on it, and what draws it instead of that view.

    `kind` is the form that is sent there; `keeps`: without one, fields that are read one by one. `names`: a field as the
    service names it → as the page does (in its form, or the id of the input; arguments of the address in braces); `prefix`
    stands before all of them.
    """

    endpoint: str
    kind: type[Form] | None = None
    keeps: bool = False
    anchor: str | None = None
    page: Callable[..., ResponseReturnValue] | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    prefix: str = ""

    def named(self, name: str, arguments: Mapping[str, object]) -> str:
        """A field of the service as the page names it."""
        return self.prefix + (self.names[name].format_map(arguments) if name in self.names else name)

    def address(self, arguments: Mapping[str, object]) -> str:
        """The page's own address, to be asked for with GET."""
        return url_for(self.endpoint, _anchor=self.anchor, **self._own(arguments))

    def draw(self, arguments: Mapping[str, object]) -> Response:
        """The page as it is now, with what came back."""
        if self.page is not None:
            return current_app.make_response(self.page(**arguments))
        view = cast(Callable[..., ResponseReturnValue], current_app.view_functions[self.endpoint])
        return current_app.make_response(view(**self._own(arguments)))

    def _own(self, arguments: Mapping[str, object]) -> dict[str, Any]:
        known = {name for rule in current_app.url_map.iter_rules(self.endpoint) for name in rule.arguments}
        return {name: value for name, value in arguments.items() if name in known}


@dataclass(kw_only=True)
class Returned:
    """What came back in this request: the refusal, from which endpoint, and the address of the page that shows it."""

    refusal: Refused
    sent_to: str
    way: WayBack
    address: str
    # Whether the summary of a form of the page has said it; where none has, the frame of the page does.
    is_said: bool = False
    is_on_top: bool = False
    # The page without it: what it links to has to be there.
    present: str = ""

    @property
    def errors(self) -> dict[str, str]:
        """Field → German sentence; empty where no field is at fault."""
        return dict(self.refusal.errors) if isinstance(self.refusal, Invalid) else {}

    @property
    def stale(self) -> StaleVersion | None:
        """The refusal, if it is that somebody else saved meanwhile."""
        return self.refusal if isinstance(self.refusal, StaleVersion) else None

    @property
    def summary(self) -> list[tuple[str, str | None]]:
        """(sentence, id of the input it is about or None), for the frame of the page."""
        if not self.errors:
            return [(self.refusal.message, None)]
        ids = {name: self.way.named(name, request.view_args or {}) for name in self.errors}
        return [
            (sentence, ids[name] if f'id="{ids[name]}"' in self.present else None) for name, sentence in self.errors.items()
        ]


def refused_at(
    endpoint: str,
    kind: type[Form] | None = None,
    *,
    keeps: bool = False,
    anchor: str | None = None,
    page: Callable[..., ResponseReturnValue] | None = None,
    names: Mapping[str, str] | None = None,
    prefix: str = "",
) -> Callable[[View], View]:
    """Show what the view's service refuses on the page `endpoint`, see `WayBack`; what is looked at with GET is left alone."""
    way = WayBack(endpoint=endpoint, kind=kind, keeps=keeps, anchor=anchor, page=page, names=names or {}, prefix=prefix)

    def mark(view: View) -> View:
        @wraps(view)
        def called(**arguments: Any) -> ResponseReturnValue:
            try:
                return view(**arguments)
            except Refused as refusal:
                if request.method in LOOKING:
                    raise
                return _give_back(way, arguments, refusal)

        called.__dict__["refused_at"] = way
        return called  # ty: ignore[invalid-explicit-return] - called as the view is

    return mark


def _give_back(way: WayBack, arguments: dict[str, Any], refusal: Refused) -> ResponseReturnValue:
    log.info("refused", reason=refusal.reason, endpoint=request.endpoint, account=g.actor.account_id)
    db.session.rollback()
    g.pop("edition", None)  # read anew: what was in between may be the reason
    address = way.address(arguments)
    if way.kind is None and not way.keeps and not isinstance(refusal, Invalid):
        way.draw(arguments)  # who may not see that page is told so here
        flash(translated(refusal.message), "warning")
        return redirect(address, 303)
    g.returned = back = Returned(refusal=refusal, sent_to=request.endpoint or "", way=way, address=address)
    said = len(session.get("_flashes", ()))
    answer = way.draw(arguments)
    if 300 <= answer.status_code < 400:
        if way.page is None and not isinstance(refusal, Conflict):
            raise refusal  # closed, and leads elsewhere: what was typed stands on the page of the error
        # It was done already, or something else was in between; mostly the page says so where it leads to.
        if len(session.get("_flashes", ())) == said:
            flash(translated(refusal.message), "warning")
        return redirect(answer.location or "/", 303)
    if not back.is_said:
        back.is_on_top, back.present = True, answer.get_data(as_text=True)
        answer = way.draw(arguments)
    answer.status_code = refusal.status
    return answer


def refused_to_script(*, stale: object = None, goes_on: bool = False) -> Callable[[View], View]:
    """Tell a script of ours what was refused, as JSON with words for people and the refusal's status: {"message": …}.

    `stale`: the words where somebody else saved meanwhile. `goes_on`: what cannot be read yet, the next key mostly mends.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def called(**arguments: Any) -> ResponseReturnValue:
            try:
                return view(**arguments)
            except Refused as refusal:
                if isinstance(refusal, Invalid) and goes_on:
                    first = translated(next(iter(refusal.errors.values())))
                    return {"message": _("Noch nicht gespeichert: %(fault)s", fault=first), "goes_on": True}, refusal.status
                is_stale = isinstance(refusal, StaleVersion) and stale is not None
                return {"message": str(stale) if is_stale else translated(refusal.message)}, refusal.status

        called.__dict__["tells_script"] = True
        return called  # ty: ignore[invalid-explicit-return] - called as the view is

    return mark


def returned(*sent_to: str) -> Returned | None:
    """What came back in this request, if it was sent to one of these endpoints; without any, wherever it was sent."""
    back: Returned | None = g.get("returned")
    return back if back is not None and (not sent_to or back.sent_to in sent_to) else None


def typed_back(*sent_to: str) -> Mapping[str, str]:
    """The fields that came back, as they were typed; empty where none did."""
    return request.form if returned(*sent_to) else {}


def _say() -> str:
    """A template's note that the summary it draws says what came back."""
    if back := returned():
        back.is_said = True
    return ""


def way_back(path: str) -> str | None:
    """The page that belongs to an address that only takes forms, for who asks for it with GET; None where none is stated."""
    adapter = current_app.create_url_adapter(request)
    if adapter is None or not adapter.test(path, method="POST"):
        return None
    endpoint, arguments = adapter.match(path, method="POST")
    way: WayBack | None = getattr(current_app.view_functions[endpoint], "refused_at", None)
    return way.address(arguments) if way else None


def register_returned(app: Flask) -> None:
    """What templates ask: `came_back()`, and `summary_says()` from the summary of a form."""
    app.add_template_global(returned, "came_back")
    app.add_template_global(_say, "summary_says")
