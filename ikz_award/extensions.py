"""The extensions, bare; `create_app` binds them."""

from flask_babel import Babel, get_domain
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
    catalogue = get_domain().get_translations()
    return text.said(catalogue.ugettext, catalogue.ungettext)
