"""The extensions, bare; `create_app` binds them."""

from flask_babel import Babel, gettext, ngettext
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf.csrf import CSRFProtect

from ikz_award.domain.wording import Message
from ikz_award.models import Base

db = SQLAlchemy(model_class=Base)
migrate = Migrate(render_as_batch=True, compare_type=True)
csrf = CSRFProtect()
babel = Babel()


def translated(text: str) -> str:
    """A `Message` of a rule or a service in the language of the reader; any other text as it is."""
    if not isinstance(text, Message):
        return text
    values = {name: translated(value) if isinstance(value, str) else value for name, value in text.values.items()}
    if text.number is None:
        return gettext(text.patterns[0], **values)
    return ngettext(*text.patterns, text.number, **{name: value for name, value in values.items() if name != "num"})
