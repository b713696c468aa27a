"""What a victim does: each deed is one write, sent until it is answered, always with the same key."""

import io
import itertools
import json
import random
import secrets
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from PIL import Image

from tests.client import form_fields
from tests.torture.browser import Answer, Browser, Lost, Post
from tests.torture.ledger import Entry, Ledger
from tests.torture.scene import JUDGING, SITTING, Person

# Longer than any part may be away.
GIVE_UP = 180.0
_numbers = itertools.count(1)
Cut = Callable[[Browser, Post], None]


class Stopped(Exception):  # noqa: N818 - an order
    """The run is over; an answer is not waited for any more."""


class Deed(ABC):
    """A person who does one thing again and again. `cut`: hangs up on a form that was sent, before it is sent again."""

    kind = ""
    # Makes much work for the server behind the answer.
    is_rare = False

    def __init__(self, person: Person, browser: Browser, ledger: Ledger, *, cut: Cut | None = None) -> None:
        self.person, self.browser, self.ledger, self.cut = person, browser, ledger, cut
        self.is_stopped: Callable[[], bool] = lambda: False

    @abstractmethod
    def do(self) -> None:
        """One write."""

    def unique(self) -> str:
        return f"{self.person.email.partition('@')[0]} {next(_numbers)} {secrets.token_hex(12)}"

    def insist(self, post: Post) -> Answer:
        """Send the very same until there is an answer; a 503 with a sentence is none."""
        if self.cut:
            self.cut(self.browser, post)
        answer = self._until_answered(lambda: self.browser.send(post))
        if answer.status != 400 or "Ihre Eingaben sind noch da" not in answer.text:
            return answer
        # The page came without its session being kept (reading never waits for a write): one click more, the same form.
        self.ledger.resume()
        old, self.browser.csrf = self.browser.csrf, ""
        self._until_answered(self._new_token)
        again = replace(post, body=post.body.replace(old.encode(), self.browser.csrf.encode()))
        return self._until_answered(lambda: self.browser.send(again))

    def _new_token(self) -> Answer:
        self.browser.token_of_forms()
        return Answer(200, {}, b"")

    def look(self, path: str) -> Answer:
        return self._until_answered(lambda: self.browser.get(path))

    def made(self, path: str, fields: dict[str, str]) -> Post:
        self._until_answered(self._new_token)
        return self.browser.form(path, fields)

    def write(self, entry: Entry, post: Post, *, is_done: Callable[[Answer], bool]) -> Answer | None:
        """Send and enter into the ledger; the answer where it was taken."""
        begun = time.monotonic()
        self.ledger.send(entry)
        answer = self.insist(post)
        if not is_done(answer):
            self.ledger.wonder(f"{entry.kind} of {entry.who}: {answer.status} {_words(answer)}")
            return None
        self.ledger.acknowledge(entry, seconds=time.monotonic() - begun)
        return answer

    def _until_answered(self, ask: Callable[[], Answer]) -> Answer:
        deadline, pause = time.monotonic() + GIVE_UP, 0.02
        while time.monotonic() < deadline:
            try:
                answer = ask()
            except Lost:
                self.ledger.repeat(is_busy=False)
                answer = None
            if answer is not None and answer.status != 503:
                return answer
            if answer is not None:
                self.ledger.repeat(is_busy=True)
            if self.is_stopped():
                raise Stopped
            time.sleep(pause if answer is None else 0.2)
            pause = min(0.2, pause * 1.5)
        raise AssertionError(f"{self.kind} of {self.person.email}: no answer for {GIVE_UP:.0f} seconds")


class Autosave(Deed):
    """Types into the own entry."""

    kind = "autosave"
    version = -1

    def do(self) -> None:
        path = f"/bewerbung/{self.person.entry}/schritt/projekt"
        if self.version < 0:
            _action, fields = form_fields(self.look(path).text, "schritt/projekt")
            self.version = int(fields["version"])
        text = self.unique()
        post = self.made(f"{path}/zwischenspeichern", {"q_goal": text, "version": str(self.version)})
        entry = Entry(kind=self.kind, who=self.person.email, target=self.person.entry, content=text)
        self.version = -1  # whoever is stopped before the answer does not know whether it was saved
        if answer := self.write(entry, post, is_done=lambda one: one.status == 200):
            self.version = json.loads(answer.body)["version"]


class Scoring(Deed):
    """Fills in sheets, reasons and points."""

    kind = "score"

    def __init__(self, person: Person, browser: Browser, ledger: Ledger, *, sheet: str, cut: Cut | None = None) -> None:
        super().__init__(person, browser, ledger, cut=cut)
        self.sheet, self.version = sheet, -1

    def do(self) -> None:
        path = f"/jury/{JUDGING}/beitraege/{self.sheet}"
        if self.version < 0:
            _action, fields = form_fields(self.look(path).text, "bogen")
            self.version = int(fields["version"])
        text, points = self.unique(), str(random.randrange(11))
        fields = {"points_benefit": points, "reason_benefit": text, "remark": f"{points} {text}", "version": str(self.version)}
        entry = Entry(kind=self.kind, who=self.person.email, target=self.sheet, content=f"{points} {text}")
        post = self.made(f"{path}/bogen/zwischenspeichern", fields)
        self.version = -1  # whoever is stopped before the answer does not know whether it was saved
        if answer := self.write(entry, post, is_done=lambda one: one.status == 200):
            self.version = json.loads(answer.body)["version"]


class Voting(Deed):
    """Changes its mind about an open motion."""

    kind = "vote"

    def __init__(self, person: Person, browser: Browser, ledger: Ledger, *, motion: str, cut: Cut | None = None) -> None:
        super().__init__(person, browser, ledger, cut=cut)
        self.motion, self.choices = motion, itertools.cycle(("yes", "no", "abstain"))

    def do(self) -> None:
        choice, key = next(self.choices), secrets.token_urlsafe(16)
        fields = {"stimme": choice, "sicher": "ja", "idempotency_key": key}
        post = self.made(f"/jury/{SITTING}/sitzung/{self.motion}", fields)
        entry = Entry(kind=self.kind, who=self.person.email, target=self.motion, content=choice, key=key)
        self.write(entry, post, is_done=lambda one: one.status == 303)


class Submission(Deed):
    """Hands in, opens the entry again, hands in again."""

    kind = "submission"
    is_rare = True

    def do(self) -> None:
        path, key = f"/bewerbung/{self.person.entry}", secrets.token_urlsafe(16)
        page = self.look(f"{path}/schritt/pruefen").text
        if f'action="{path}/einreichen"' not in page:  # a cut came between handing in and opening again
            self.insist(self.made(f"{path}/aendern", {}))
            page = self.look(f"{path}/schritt/pruefen").text
        _action, fields = form_fields(page, "einreichen")
        consents = {f"q_consent_{name}": "yes" for name in ("rules", "privacy", "partners")}
        post = self.made(f"{path}/einreichen", {**consents, "entry_version": fields["entry_version"], "idempotency_key": key})
        entry = Entry(kind=self.kind, who=self.person.email, target=self.person.entry, content=key, key=key)
        if not self.write(entry, post, is_done=_has_receipt):
            return
        self.insist(self.made(f"{path}/aendern", {}))


class Upload(Deed):
    """Attaches pictures, as many as an entry may have."""

    kind = "upload"
    is_rare = True
    left = 25

    def do(self) -> None:
        if not self.left:
            return
        self.left -= 1
        path, data = f"/bewerbung/{self.person.entry}/anlagen", picture()
        self.made("/", {})
        name = f"bild{next(_numbers)}.png"
        post = self.browser.file(f"{path}/einzeln", {"purpose": "illustration"}, name=name, data=data)
        entry = Entry(kind=self.kind, who=self.person.email, target=self.person.entry, content=digest(data))
        self.write(entry, post, is_done=lambda one: one.status == 200)


def _has_receipt(answer: Answer) -> bool:
    return answer.status == 303 and urlsplit(answer.headers.get("location", "")).path.endswith("/eingangsbestaetigung")


def digest(data: bytes) -> str:
    from hashlib import sha256

    return sha256(data).hexdigest()


def picture(side: int = 8) -> bytes:
    """A picture that no other is equal to."""
    target = io.BytesIO()
    Image.frombytes("RGB", (side, side), secrets.token_bytes(3 * side * side)).save(target, "PNG")
    return target.getvalue()


def _words(answer: Answer) -> str:
    if answer.headers.get("content-type", "").startswith("application/json"):
        return answer.text[:300]
    return f"→ {answer.headers.get('Location', '')} {' '.join(answer.text.partition('<main')[2].split())[:600]}"
