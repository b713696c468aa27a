"""Every page of the demonstration as each role, drawn at several widths; and the check itself, which finds faults of old."""

import re
from collections.abc import Iterator, Sequence

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.architecture.test_audience import AUDIENCE, World, address, client_of
from tests.architecture.working_links import world_with_links
from tests.conftest import application  # noqa: F401 - here a page is made in this process, not asked of a server
from tests.e2e.driver.layout import WIDE, WIDTHS, Drawing

pytestmark = pytest.mark.browser
ROLES = ("anonymous", "owner", "invited", "juror", "biased juror", "chair", "admin")
# One is being scored, the other open for entries.
SLUGS = ("landespreis-1", "landespreis-2")
TABLET, DESK = 820, 1280
PAGE = (
    '<!DOCTYPE html><html lang="de"><head><title>x</title>{styles}</head>'
    '<body><main class="ikz-main">{body}</main></body></html>'
)
KERN = '<link rel="stylesheet" href="/static/vendor/kern/kern.min.css">'
OURS = "".join(f'<link rel="stylesheet" href="/static/css/{name}.css">' for name in ("tokens", "layout", "frame", "forms"))
VOTE = '<div class="ikz-buttons">{}</div>'.format(
    "".join(
        f'<button class="kern-btn kern-btn--secondary"><span class="kern-label">{word}<span class="kern-sr-only">: Preis für '
        "„Vergabe“</span></span></button> "
        for word in ("Ja", "Nein", "Enthaltung")
    )
)


def pages_of(app: Flask, world: World, roles: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each page that a role may look at, with who sees it; what several see alike comes once."""
    known = set()
    for role in roles:
        client, _token = client_of(app, world, role)
        for rule in app.url_map.iter_rules():
            name = rule.endpoint
            if "GET" not in (rule.methods or ()) or role not in AUDIENCE[name] or name.endswith("static"):
                continue
            place = address(app, world, name)
            for other in sorted({place, place.replace(SLUGS[0], SLUGS[1])}):
                answer = client.get(other)
                if answer.mimetype != "text/html" or answer.location or "<h1" not in answer.text:
                    continue
                main = answer.text.partition("<main")[2].partition("</main>")[0]
                kind = (name, re.sub(r'value="[^"]*"', "", main))
                if kind not in known:
                    known.add(kind)
                    yield f"{name} of {other} as {role}", answer.text


def faults(drawing: Drawing, pages: Iterator[tuple[str, str]], widths: Sequence[int]) -> list[str]:
    return [f"{name} {fault}" for name, html in pages for fault in drawing.faults(html, widths=widths)]


def test_the_pages_of_the_demonstration_are_laid_out_well(demo: Flask, drawing: Drawing) -> None:
    """Each address once; the long form looks at every role and width."""
    world = world_with_links(demo)
    once = {}
    for name, html in pages_of(demo, world, ("juror", "owner", "admin")):
        once.setdefault(name.partition(" as ")[0], (name, html))
    assert len(once) > 90
    assert faults(drawing, iter(once.values()), (TABLET,)) == []


@pytest.mark.long
@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_a_role_is_laid_out_well_at_every_width(demo: Flask, drawing: Drawing, role: str) -> None:
    assert faults(drawing, pages_of(demo, world_with_links(demo), (role,)), WIDTHS) == []


@pytest.mark.long
@pytest.mark.parametrize("role", ROLES)
def test_every_page_has_room_for_a_wider_writing(demo: Flask, browser: Browser, role: str) -> None:
    """Where our fonts come too late, the page stands in those of the reader's machine."""
    drawing = Drawing(browser, face=WIDE)
    assert faults(drawing, pages_of(demo, world_with_links(demo), (role,)), WIDTHS[:1]) == []
    drawing.close()


def test_the_check_finds_the_vote_of_old(drawing: Drawing) -> None:
    """KERN's own rule squashes a button with hidden text; ours lets it be as wide as its words."""
    old = drawing.faults(PAGE.format(styles=KERN, body=VOTE), widths=(TABLET, DESK))
    for width in (TABLET, DESK):
        assert any(
            fault.startswith(f"at {width}: the label is larger than its button") and "Enthaltung" in fault for fault in old
        )
    assert any("texts lie on each other" in fault for fault in old)
    assert drawing.faults(PAGE.format(styles=KERN + OURS, body=VOTE)) == []


def test_a_button_with_an_icon_alone_stays_a_square(drawing: Drawing) -> None:
    icon = (
        '<button class="kern-btn kern-btn--primary" id="zu"><span class="kern-icon kern-icon--close" aria-hidden="true"></span>'
    )
    drawing.faults(
        PAGE.format(styles=KERN + OURS, body=f'{icon}<span class="kern-label kern-sr-only">Schließen</span></button>')
    )
    assert drawing.page.evaluate("document.getElementById('zu').offsetWidth") == 48


@pytest.mark.parametrize(
    ("body", "style", "fault"),
    [
        ("<div>Ein Wort</div>", "div { width: 40rem }", "the page scrolls sideways"),
        ("<p>Donaudampfschifffahrt</p>", "p { width: 4rem; overflow: hidden }", "text is cut at the side"),
        ("<p>Eine Zeile<br>und noch eine</p>", "p { height: 1.5rem; overflow: hidden }", "text is cut below"),
        ("<p>Ein Text</p><p>Noch ein Text</p>", "p + p { margin-top: -2rem }", "texts lie on each other"),
        ('<a href="/">Antrag</a> <button>Weg</button>', "button { margin-left: -4rem }", "controls lie on each other"),
        ("<p>Ein Text</p>", "p { text-indent: -2rem }", "text begins left of the page"),
        (
            "<p>Ein Text</p>",
            "html { overflow-x: clip } p { margin-left: 20rem; white-space: nowrap }",
            "goes on right of the page",
        ),
    ],
)
def test_the_check_finds_each_kind_of_fault(drawing: Drawing, body: str, style: str, fault: str) -> None:
    assert drawing.faults(PAGE.format(styles=KERN, body=body)) == []
    added = drawing.page.add_style_tag(content=style)
    found = drawing.again((360,))
    added.evaluate("style => style.remove()")
    assert any(fault in one for one in found), found
