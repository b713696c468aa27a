"""What somebody gets to keep whose right ended while the page was open: their own words, and nothing of the entry."""

from flask import g, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.domain.errors import NotFound
from ikz_award.extensions import db
from ikz_award.queries.entry_rights import had_right
from ikz_award.web.resume import Typed


def lost_page(entry_id: str) -> ResponseReturnValue:
    """The texts just sent, to be copied from. Raises `NotFound` for everybody who was never let in."""
    _check_was_let_in(entry_id)
    return render_template("applicants/lost.html", message=_message(), texts=Typed.in_request().readable), 404


def lost_answer(entry_id: str) -> ResponseReturnValue:
    """The same for the script that saves while somebody types; the text stays in the form."""
    _check_was_let_in(entry_id)
    return {"message": _message()}, 404


def _check_was_let_in(entry_id: str) -> None:
    if not had_right(db.session(), actor=g.actor, public_id=entry_id):
        raise NotFound


def _message() -> str:
    return _("Sie haben keinen Zugang mehr zu diesem Beitrag. Fragen Sie die Person, die Sie eingeladen hat.")
