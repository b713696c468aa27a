"""What is offered to whom: the header's links, the account menu, the deadline above every page."""

from dataclasses import dataclass
from datetime import timedelta

from flask import g, request, url_for
from flask_babel import gettext as _

from ikz_award.domain.words.formats import format_instant, format_time_left
from ikz_award.extensions import db
from ikz_award.queries.editions.editions import open_edition


@dataclass(frozen=True)
class Item:
    """A tab or menu entry; `badge`: how much waits behind it, None for nothing to count."""

    label: str
    url: str
    is_current: bool = False
    badge: int | None = None


@dataclass(frozen=True)
class Link:
    """A link, or with `method` "post" a button: what changes something is no link."""

    label: str
    url: str
    method: str = "get"


@dataclass(frozen=True)
class Banner:
    """A notice above every page; `tone`: info, warning or danger, `url` None where there is nowhere to go."""

    text: str
    detail: str
    url: str | None
    url_label: str
    tone: str


def _item(label: str, endpoint: str) -> Item:
    blueprint = endpoint.partition(".")[0]
    is_current = request.endpoint == endpoint if blueprint == "public" else request.blueprint == blueprint
    return Item(label, url_for(endpoint), is_current)


def items() -> list[Item]:
    """The header's links for the actor of this request."""
    actor = g.actor
    links = [_item(_("Wettbewerb"), "public.home")]
    if actor.is_authenticated and not actor.is_admin and (actor.rights or not actor.seats):
        links.append(_item(_("Meine Bewerbungen"), "applicants.home"))
    if actor.seats:
        links.append(_item(_("Jury"), "jury.home"))
    if actor.is_admin:
        links.append(_item(_("Verwaltung"), "admin.home"))
    return links


def account_links() -> list[Link]:
    """The links at the top right: to log in and register, or to the own account and out."""
    if not g.actor.is_authenticated:
        return [Link(_("Anmelden"), url_for("security.login")), Link(_("Registrieren"), url_for("security.register"))]
    return [
        Link(_("Mein Konto"), url_for("accounts.profile")),
        Link(_("Abmelden"), url_for("security.logout"), "post"),
    ]


def footer_links() -> list[Link]:
    """The links at every page's foot; the jury's handbook only for who sits on a panel."""
    handbooks = [Link(_("Handbuch für Kommunen"), url_for("public.handbook", name="kommunen"))]
    if g.actor.seats:
        handbooks.append(Link(_("Handbuch für Jurymitglieder"), url_for("public.handbook", name="jury")))
    return [
        *handbooks,
        Link(_("Hilfe und Kontakt"), url_for("public.help_page")),
        Link(_("Impressum"), url_for("public.imprint")),
        Link(_("Datenschutz"), url_for("public.privacy")),
        Link(_("Barrierefreiheit"), url_for("public.accessibility")),
    ]


def edition_banner() -> Banner | None:
    """The deadline of the edition that is open now, with the time left; jurors and the organiser have their own pages."""
    if request.endpoint in ("public.home", "public.edition"):
        return None  # they say it themselves, in larger letters
    edition = open_edition(db.session(), now=g.now)
    if edition is None or g.actor.seats or g.actor.is_admin:
        return None
    left = edition.deadline_at - g.now
    return Banner(
        text=_("Einsendeschluss %(edition)s: %(when)s", edition=edition.name, when=format_instant(edition.deadline_at)),
        detail=format_time_left(left) if left > timedelta(0) else _("vorbei; wird noch kurz angenommen"),
        url=None,
        url_label="",
        tone="warning" if left.days < 2 else "info",
    )
