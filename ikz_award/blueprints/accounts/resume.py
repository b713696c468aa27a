"""The log-in on the page that keeps what was typed (see web.resume)."""

from typing import cast

from flask import g
from flask.typing import ResponseReturnValue
from flask_security.utils import login_user

from ikz_award.adapters.database import writes_by_default
from ikz_award.blueprints.accounts.bp import bp
from ikz_award.blueprints.accounts.forms import LoginForm
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account
from ikz_award.queries.actor.accounts import actor_of
from ikz_award.web.door import Audience, audience
from ikz_award.web.local_paths import takes_posts
from ikz_award.web.resume import Typed, render_resume


@bp.post("/fortsetzen")
@audience(Audience.PUBLIC)
def resume() -> ResponseReturnValue:
    """Log in and show what was typed, with a button that sends it to where it was meant to go."""
    typed = Typed.in_request()
    if not takes_posts(typed.target):
        raise NotFound
    if not g.actor.is_authenticated:
        form = LoginForm()
        if not form.validate():
            return render_resume(typed, login=form)
        _log_in(cast(Account, form.user))
    return render_resume(typed, login=None)


def _log_in(account: Account) -> None:
    db.session.rollback()
    with writes_by_default():
        login_user(account, authn_via=["password"])
        db.session.commit()
    g.actor = actor_of(db.session(), account, now=g.now)
