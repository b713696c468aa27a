"""The extensions, bare; `create_app` binds them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from flask_babel import Babel, get_domain
from flask_sqlalchemy import SQLAlchemy
from flask_wtf.csrf import CSRFProtect

from ikz_award.domain.words.wording import Message
from ikz_award.models import Base

if TYPE_CHECKING:
    from flask_migrate import Migrate


class Migrations:
    """Flask-Migrate's record of an application, `app.extensions["migrate"]`; Alembic is imported when a command asks for it."""

    def __init__(self, *, database: SQLAlchemy, directory: str) -> None:
        self.db, self.directory = database, directory

    @cached_property
    def migrate(self) -> Migrate:
        from flask_migrate import Migrate

        return Migrate(db=self.db, directory=self.directory)

    @property
    def configure_args(self) -> dict[str, object]:
        return self.migrate.alembic_ctx_kwargs


db = SQLAlchemy(model_class=Base)
csrf = CSRFProtect()
babel = Babel()


def translated(text: str) -> str:
    """A `Message` of a rule or a service in the language of the reader; any other text as it is."""
    if not isinstance(text, Message):
        return text
    catalogue = get_domain().get_translations()
    return text.said(catalogue.ugettext, catalogue.ungettext)
