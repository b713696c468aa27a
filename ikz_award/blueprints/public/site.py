"""Pages of the installation whose words are the organiser's."""

from flask import g, render_template
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.public.bp import bp
from ikz_award.blueprints.shared.site_titles import TITLES
from ikz_award.domain.words.site_texts import SiteText, is_complete, with_facts
from ikz_award.extensions import db
from ikz_award.queries.editions.site import facts_of, site_text
from ikz_award.web.markdown import to_html


@bp.get("/impressum")
def imprint() -> ResponseReturnValue:
    """For everybody; answers who runs this, from `site_text`."""
    return _page(SiteText.IMPRINT)


@bp.get("/datenschutz")
def privacy() -> ResponseReturnValue:
    """For everybody; answers what is done with their data, from `site_text`."""
    return _page(SiteText.PRIVACY)


@bp.get("/barrierefreiheit")
def accessibility() -> ResponseReturnValue:
    """For everybody; answers the accessibility statement, from `site_text`."""
    return _page(SiteText.ACCESSIBILITY)


@bp.get("/hilfe")
def help_page() -> ResponseReturnValue:
    """For everybody; answers questions people have and whom they can ask, from `site_text`."""
    return _page(SiteText.HELP)


def _page(name: SiteText) -> str:
    session = db.session()
    body = with_facts(site_text(session, name=name).body, facts_of(session, now=g.now))
    html = to_html(body)
    return render_template("public/site.html", title=TITLES[name], html=html, is_complete=is_complete(body))
