"""The page checks find what they are there to find, and leave a good page alone."""

import pytest

from tests.web.page_checks import check_page, faults_of

GOOD = """<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8"><title>Beiträge – Landespreis IKZ</title>
<noscript><meta http-equiv="refresh" content="2"></noscript>
<script src="/static/js/theme.js" defer></script><script nonce="abc">"use strict";</script></head>
<body><a href="#inhalt">Zum Inhalt</a><main id="inhalt"><h1>Beiträge</h1>
<svg aria-hidden="true" viewBox="0 0 1 1"><path d="M0 0"/></svg>
<svg role="img" aria-labelledby="t"><title id="t">Punkte</title></svg>
<h2>Suche</h2>
<form><label for="q">Suche</label><input id="q" name="q" aria-describedby="q-hint"><p id="q-hint">Name</p>
<label>Art <select name="a"><option>x</option></select></label><textarea name="t" aria-label="Text"></textarea>
<input type="hidden" name="k" value="1"><button>Suchen</button></form>
<a href="/"><img src="/x.png" alt="Start"></a>
<table><caption>Liste</caption><tr><td>1</td></tr></table>
</main></body></html>"""

FAULTS = [
    (' lang="de"', "", "no lang"),
    ("<h1>Beiträge</h1>", "", "0 h1 elements"),
    ("<h1>Beiträge</h1>", "<h1>Beiträge</h1><h1>Beiträge</h1>", "2 h1 elements"),
    ("<h1>Beiträge</h1>", "<h1></h1>", "the h1 is empty"),
    ("<title>Beiträge –", "<title>Übersicht –", "does not start with the h1"),
    ("<title>Beiträge – Landespreis IKZ</title>", "", "does not start with the h1"),
    ("<h2>Suche</h2>", "<h3>Suche</h3>", "jumps from h1 to h3"),
    ('<p id="q-hint">', '<p id="q">', "“q” occurs 2 times"),
    ('<main id="inhalt">', '<main id="in halt">', "empty or has blanks"),
    ('<p id="q-hint">Name</p>', "<p>Name</p>", "aria-describedby points to “q-hint”"),
    ('<title id="t">Punkte</title>', "<title>Punkte</title>", "aria-labelledby points to “t”"),
    ('for="q"', 'for="other"', "for points to “other”"),
    ('href="#inhalt"', 'href="#weg"', "the link's target"),
    ('<label for="q">Suche</label>', "", 'name="q"> has no label'),
    ('<label for="q">Suche</label>', '<label for="q"> </label>', 'name="q"> has no label'),
    ("<label>Art <select", "<p>Art <select", 'name="a"> has no label'),
    (' aria-label="Text"', "", 'name="t"> has no label'),
    (' nonce="abc"', "", "an inline script without nonce"),
    ("</head>", "<style>p{}</style></head>", "an inline style element"),
    ('<main id="inhalt">', '<main id="inhalt" style="color:red">', "has a style attribute"),
    ("<button>", '<button onclick="x()">', "the inline handler onclick"),
    (' alt="Start"', "", "has no alt"),
    ('<svg aria-hidden="true"', "<svg", "neither hidden nor named"),
    (">Suchen</button>", "> </button>", "<button> has no text"),
    ('alt="Start"', 'alt=""', 'href="/"> has no text'),
    ('<a href="/">', '<a href="">', "empty href"),
    ("<caption>Liste</caption>", "", "has no caption"),
    ("<h2>Suche</h2>", "<p><h2>Suche</h2></p>", "invalid HTML"),
    ("<h2>Suche</h2>", "<h2>Suche", "invalid HTML"),
    ("<!DOCTYPE html>", "", "invalid HTML"),
    ("<form>", "<form><form>", "invalid HTML"),
]


def test_check_page_accepts_a_good_page() -> None:
    check_page(GOOD)


@pytest.mark.parametrize(("good", "bad", "message"), FAULTS)
def test_check_page_names_the_fault(good: str, bad: str, message: str) -> None:
    page = GOOD.replace(good, bad, 1)
    assert page != GOOD
    with pytest.raises(AssertionError) as caught:
        check_page(page)
    assert message in str(caught.value)


def test_faults_of_lists_every_fault() -> None:
    page = GOOD.replace(' lang="de"', "").replace("<caption>Liste</caption>", "").replace("<h1>Beiträge</h1>", "")
    assert len(faults_of(page)) == 3
