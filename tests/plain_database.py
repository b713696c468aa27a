"""A database without the application, for services that take a session: the real engine options, tables from the models."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from ikz_award.adapters.database import WRITE, engine_options, listen_to_engine
from ikz_award.models import Base


@contextmanager
def writing_session(folder: Path) -> Generator[Session]:
    """A session on a new, empty database in `folder`, inside a writing transaction."""
    uri = f"sqlite:///{folder / 'plain.db'}"
    engine = create_engine(uri, **engine_options(uri))
    listen_to_engine(engine)
    try:
        with Session(engine) as session:
            connection = session.connection(execution_options={WRITE: True})
            Base.metadata.create_all(connection)
            session.commit()
            session.connection(execution_options={WRITE: True})
            yield session
            session.rollback()
    finally:
        engine.dispose()
