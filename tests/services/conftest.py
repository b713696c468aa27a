"""Who acts in the tests of services."""

import pytest
from flask import Flask

from ikz_award.domain.permissions.actors import Actor
from ikz_award.models.people.accounts import Account
from tests import factories


@pytest.fixture
def organiser(app: Flask) -> Account:
    return factories.make_account("kompetenzzentrum@land.example", name="Toni Tester", is_admin=True)


@pytest.fixture
def applicant(app: Flask) -> Account:
    return factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)


@pytest.fixture
def admin(organiser: Account) -> Actor:
    return factories.actor(organiser)
