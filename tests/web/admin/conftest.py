"""A still clock and the people of the organiser's pages."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
import time_machine
from flask import Flask

from ikz_award.models.people.accounts import Account
from tests import factories
from tests.client import PageClient
from tests.factories import NOW
from tests.web.admin.decision.hall import make_hall


@pytest.fixture(autouse=True)
def still_clock() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def organiser(app: Flask) -> Account:
    return factories.make_account("kompetenzzentrum@land.example", name="Toni Tester", is_admin=True)


@pytest.fixture
def applicant(app: Flask) -> Account:
    return factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)


@pytest.fixture
def client(organiser: Account, log_in: Callable[[object], PageClient]) -> PageClient:
    """The organiser's browser."""
    return log_in(organiser)


@pytest.fixture
def hall(client: PageClient, applicant: Account, log_in: Callable[[object], PageClient]) -> SimpleNamespace:
    """A jury in its meeting, see `tests.web.admin.decision.hall`."""
    return make_hall(client, applicant, log_in)
