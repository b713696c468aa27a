"""The ninth race: the organiser and the chair confirm a result at the same instant; then both open it again."""

from sqlalchemy import func, select

from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.seal.seal import SealConfirmation
from ikz_award.queries.seal.seal import current_seal
from tests.client import form_fields
from tests.torture.browser import Browser, Post
from tests.torture.scene import DECIDED, PASSWORD
from tests.torture.tortures.races import Track

TYPED = {"is_checked": "y", "password": PASSWORD, "reason": "Ein Bogen wurde nach der Sitzung als unvollständig erkannt."}
PATHS = (f"/verwaltung/runden/{DECIDED}/siegel", f"/jury/{DECIDED}/siegel")


def seal_and_seal(track: Track) -> str:
    """Sealed once by both at once, each with a double click; opened once in the same way."""
    scene = track.machine.scene
    browsers = (track.browser(scene.organiser), track.browser(scene.chair))
    was_sealed = _is_sealed()
    confirmed = _confirmed()
    sendings = [(one, post) for one, path in zip(browsers, PATHS, strict=True) if (post := _form(one, path))]
    answers = track.run([*sendings, *sendings])
    statuses = [one.status for one in answers]
    if any(one != 303 for one in statuses):
        return f"answers {statuses}"
    for browser, path in zip(browsers, PATHS, strict=True):
        if _is_sealed() == was_sealed and (post := _form(browser, path)):
            browser.send(post)  # the page was old when the other one had confirmed; whoever reads it anew may go on
    made = _confirmed() - confirmed
    return "" if _is_sealed() != was_sealed and made == 2 else f"sealed {was_sealed} → {_is_sealed()}, {made} confirmations"


def _form(browser: Browser, path: str) -> Post | None:
    """None: one's own confirmation waits for the other."""
    action, fields = form_fields(browser.get(path).text)
    if "zuruecknehmen" in action:
        return None
    browser.csrf = fields["csrf_token"]
    kept = {name: value for name, value in fields.items() if name != "csrf_token"}
    return browser.form(action or path, kept | TYPED)


def _edition() -> int:
    db.session.rollback()
    return db.session.scalars(select(Edition.id).where(Edition.slug == DECIDED)).one()


def _is_sealed() -> bool:
    return current_seal(db.session(), edition_id=_edition()) is not None


def _confirmed() -> int:
    edition = _edition()
    query = select(func.count()).select_from(SealConfirmation).where(SealConfirmation.edition_id == edition)
    return db.session.scalar(query) or 0
