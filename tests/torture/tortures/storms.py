"""Storms of honest-looking requests: each maker logs somebody in and returns what makes one request after the other."""

import itertools
import random
import secrets
from collections.abc import Callable
from urllib.parse import quote, urlencode

from tests.torture.browser import Browser, Post
from tests.torture.deeds import picture
from tests.torture.scene import JUDGING, OPEN, SITTING, Scene

Requests = Callable[[], bytes]


def _post(browser: Browser, post: Post) -> bytes:
    head = browser.head("POST", post.path, len(post.body), post.media_type)
    return head.removesuffix(b"\r\n") + b"Connection: close\r\n\r\n" + post.body


def _get(browser: Browser, path: str) -> bytes:
    return browser.head("GET", path, 0, "text/plain").removesuffix(b"\r\n") + b"Connection: close\r\n\r\n"


def _as(browser: Browser, token: str) -> Browser:
    return Browser(browser.port, token, address=browser.address)


def log_ins(scene: Scene, browser: Browser) -> Requests:
    """Passwords guessed, for accounts that exist and for others."""
    known = [one.email for one in (*scene.applicants, *scene.jurors)]
    browser.token_of_forms()

    def one() -> bytes:
        email = random.choice(known) if random.random() < 0.5 else f"{secrets.token_hex(4)}@kommune.example"
        return _post(browser, browser.form("/konto/anmelden", {"email": email, "password": secrets.token_hex(8)}))

    return one


def resets(scene: Scene, browser: Browser) -> Requests:
    known = [one.email for one in (*scene.applicants, *scene.jurors)]
    browser.token_of_forms()

    def one() -> bytes:
        email = random.choice(known) if random.random() < 0.5 else f"{secrets.token_hex(4)}@kommune.example"
        return _post(browser, browser.form("/konto/passwort-vergessen", {"email": email}))

    return one


def uploads(scene: Scene, browser: Browser) -> Requests:
    """An applicant who sends pictures, each one's own entry's limit notwithstanding."""
    person = scene.applicants[-1]
    own = _as(browser, person.token)
    own.token_of_forms()

    def one() -> bytes:
        path = f"/bewerbung/{person.entry}/anlagen/einzeln"
        return _post(own, own.file(path, {"purpose": "illustration"}, name="sturm.png", data=picture(400)))

    return one


def pdfs(scene: Scene, browser: Browser) -> Requests:
    """The guide to print, asked for and looked after by anybody."""
    browser.token_of_forms()
    return lambda: _post(browser, browser.form(f"/wettbewerb/{OPEN}/vor-der-bewerbung", {}))


def packs(scene: Scene, browser: Browser) -> Requests:
    """Jurors who order their pack again and again."""
    people = [_as(browser, one.token) for one in scene.jurors]
    for person in people:
        person.token_of_forms()
    turn = itertools.cycle(people)

    def one() -> bytes:
        person = next(turn)
        return _post(person, person.form(f"/jury/{JUDGING}/mappe", {}))

    return one


def queries(scene: Scene, browser: Browser) -> Requests:
    """The heaviest pages and searches, each by somebody who may see it: the organiser, a juror at work, one who deliberates."""
    run, sheet = "/verwaltung/runden", scene.sheets[0]
    pages = {
        scene.organiser: (
            "/verwaltung/pruefprotokoll",
            f"{run}/{JUDGING}/",
            f"{run}/{JUDGING}/bewertungsstand",
            f"{run}/{JUDGING}/zuteilung",
            f"{run}/{JUDGING}/beitraege?{urlencode({'q': 'a'})}",
            f"{run}/{SITTING}/rangfolge/pflichtaufgaben",
            f"{run}/{SITTING}/sitzung",
        ),
        scene.jurors[0]: tuple(
            f"/jury/{JUDGING}/{page}"
            for page in ("beitraege", f"beitraege/{sheet}", f"beitraege/{sheet}/drucken", "tabelle/datei")
        ),
        scene.voters[0]: tuple(f"/jury/{SITTING}/{page}" for page in ("beitraege", "gewichte/pflichtaufgaben", "sitzung")),
    }
    asked = [(_as(browser, person.token), path) for person, paths in pages.items() for path in paths]

    def one() -> bytes:
        if random.random() < 0.25:
            return _get(browser, f"/register/suche?q={quote(random.choice('abcdefghiklmnoprstuvwz'))}")
        return _get(*random.choice(asked))

    return one
