"""Fixtures: a real database per test, copied from one that was migrated once; clients that check every page they get."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade
from hypothesis import settings

from config import TestConfig
from ikz_award import create_app
from ikz_award.demo.seed import seed_demo
from ikz_award.extensions import db
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import PASSWORD, PageClient

# A busy machine is no defect of the code under test; and all property tests are to take a few seconds in all.
settings.register_profile("house", deadline=None, max_examples=50)
settings.load_profile("house")

# A quiet weekday in the middle of the second edition's time for entries; tests that need another time say so.
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def template_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database with the register and nothing else."""
    folder = tmp_path_factory.mktemp("template")
    app = create_app(TestConfig(folder))
    with app.app_context():
        upgrade()
        with write_session() as session:
            factories.load_register(session)
        settle()
    return folder / "award.db"


def settle() -> None:
    """Bring everything from the write-ahead log into the database file, so that the file alone can be copied."""
    db.session.remove()
    with db.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=OFF")
        connection.rollback()
        connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.engine.dispose()


@pytest.fixture(scope="session")
def application(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """One application for all tests of a process: making one and compiling its templates takes longer than a test."""
    app = create_app(TestConfig(tmp_path_factory.mktemp("instance")))
    app.test_client_class = PageClient
    return app


def _on(database: Path, app: Flask) -> Iterator[Flask]:
    """The application on a fresh copy of `database`, with an empty instance folder and its own settings."""
    settings, folder = dict(app.config), app.config["INSTANCE"]
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copyfile(database, folder / "award.db")
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
    app.config.clear()
    app.config.update(settings)


@pytest.fixture
def app(template_database: Path, application: Flask) -> Iterator[Flask]:
    """An application with a database of its own, inside an application context."""
    yield from _on(template_database, application)


@pytest.fixture(scope="session")
def demo_database(template_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole demonstration, made once; every account has the password of `tests.client`."""
    folder = tmp_path_factory.mktemp("demo")
    shutil.copyfile(template_database, folder / "award.db")
    app = create_app(TestConfig(folder))
    with app.app_context():
        seed_demo(now=NOW, password_hash=PASSWORD, on_progress=lambda count: None)
        settle()
    return folder / "award.db"


@pytest.fixture
def demo(demo_database: Path, application: Flask) -> Iterator[Flask]:
    """An application on a copy of the demonstration."""
    yield from _on(demo_database, application)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def log_in(app: Flask) -> Callable[[object], PageClient]:
    """A browser, logged in as an account."""

    def browser_of(account: object) -> PageClient:
        client = app.test_client()
        client.log_in(account)
        return client

    return browser_of


@pytest.fixture
def anonymous(app: Flask) -> PageClient:
    return app.test_client()
