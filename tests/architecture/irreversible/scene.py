"""A form whose effect cannot be taken back, drawn where it stands: what it says, how it asks, and what holds afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import SimpleNamespace
from typing import Any

from flask import Flask
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from ikz_award.extensions import db
from ikz_award.models.record.audit import AuditEntry
from tests import factories
from tests.client import PageClient, form_fields
from tests.web.admin.decision.hall import SURE, make_hall

Check = Callable[[], None]


class How(Enum):
    """TICK: a box beside the button, without which nothing happens. PAGE: a page for this alone, reached by choosing it.

    ANSWER: what is sent is answered with the question, and counts with the second answer.
    """

    TICK = "tick"
    PAGE = "page"
    ANSWER = "answer"


@dataclass(kw_only=True)
class Scene:
    """`browser` on `page` with its form `form`; `typed`: what the person fills in, but for `tick`.

    `action`: the entry the effect leaves in the log. `words`: sentences of the page on what follows. `holds`: asserts, once it
    is done, that they are true.
    """

    browser: PageClient
    page: str
    form: str | None = None
    action: str
    words: tuple[str, ...]
    holds: Check
    how: How = How.TICK
    typed: Mapping[str, Any] = field(default_factory=dict)
    tick: Mapping[str, Any] = field(default_factory=lambda: SURE)
    button: str | None = None

    def send(self, *, is_ticked: bool) -> TestResponse:
        typed = {**self.typed, **(self.tick if is_ticked and self.how is How.TICK else dict.fromkeys(self._ticks))}
        return self.browser.submit_form(self.page, typed, form=self.form, button=self.button)

    @property
    def _ticks(self) -> Mapping[str, Any]:
        return self.tick if self.how is How.TICK else {}

    def answer(self, asked: TestResponse) -> TestResponse:
        """Yes to the page that asks."""
        action, fields = form_fields(asked.text, "abstimmen")
        return self.browser.post(action, data=fields.to_dict() | SURE)

    def count(self) -> int:
        """How often the effect is in the log."""
        return count_of(self.action)


def count_of(action: str) -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(AuditEntry).where(AuditEntry.action == action)) or 0


def fresh(row: Any) -> Any:
    """The row as it is now."""
    kind, identity = type(row), row.id
    db.session.rollback()
    return db.session.get_one(kind, identity)


class Stage:
    """People and editions for scenes, made when they are needed."""

    def __init__(self, app: Flask) -> None:
        self.app = app

    def log_in(self, account: Any) -> PageClient:
        browser = self.app.test_client()
        assert isinstance(browser, PageClient)
        browser.log_in(account)
        return browser

    def organiser(self) -> PageClient:
        return self.log_in(factories.make_account("mitte@land.example", name="Toni Tester", is_admin=True))

    def kim(self) -> Any:
        return factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)

    def hall(self, **settings: Any) -> SimpleNamespace:
        """A jury of five that deliberates, see `tests.web.admin.decision.hall`."""
        return make_hall(self.organiser(), self.kim(), self.log_in, categories=1, **settings)


Maker = Callable[[Stage], Scene]
