"""People who write to a running server and note what it acknowledged: the measure of what a copy of it may lack."""

import io
import json
import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.error import HTTPError

import pysqlite3.dbapi2 as sqlite
from PIL import Image
from selectolax.lexbor import LexborHTMLParser
from sqlalchemy import create_engine, text

from ikz_award.demo.accounts import APPLICANT, DEMO_PASSWORD
from tests.client import form_fields
from tests.e2e.driver.http_session import HttpSession, Page


@dataclass
class Told:
    """What one person was told is saved, each with the instant of the answer (`time.monotonic`)."""

    name: str
    texts: list[tuple[str, float]] = field(default_factory=list)
    files: list[tuple[str, float]] = field(default_factory=list)


class Writers:
    """`typing` people who save a draft as fast as they can, and one who attaches pictures, until `stop`."""

    def __init__(self, url: str, *, typing: int) -> None:
        self._url, self._stop = url, threading.Event()
        self.told = [Told(f"p{number}") for number in range(typing + 1)]
        works = [self._type] * typing + [self._attach]
        self._threads = [
            threading.Thread(target=self._run, args=(work, told)) for work, told in zip(works, self.told, strict=True)
        ]
        self._faults = list[tuple[float, str]]()

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def wait_for(self, *, texts: int, files: int) -> None:
        """Until everybody has been told so much more than now."""
        before = [(len(one.texts), len(one.files)) for one in self.told]
        while not all(
            len(one.texts) - had[0] >= texts or len(one.files) - had[1] >= files
            for one, had in zip(self.told, before, strict=True)
        ):
            if self._faults or not all(thread.is_alive() for thread in self._threads):
                raise AssertionError(self._faults)
            time.sleep(0.02)

    def snapshot(self) -> list[Told]:
        """What was told up to now."""
        return [Told(one.name, list(one.texts), list(one.files)) for one in self.told]

    def stop(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def faults(self, *, before: float = math.inf) -> list[str]:
        """What went wrong before an instant, such as that at which the server was killed."""
        return [said for at, said in self._faults if at < before]

    def _run(self, work: Callable[[HttpSession, Told], None], told: Told) -> None:
        try:
            session = HttpSession(self._url)
            session.log_in(APPLICANT, DEMO_PASSWORD)
            work(session, told)
        except (OSError, ValueError) as error:
            if not self._stop.is_set():
                said = f"{error!r} {error.read()[:300]!r}" if isinstance(error, HTTPError) else repr(error)
                self._faults.append((time.monotonic(), said))

    def _type(self, session: HttpSession, told: Told) -> None:
        page = session.get(f"{_new_entry(session).url}schritt/projekt")
        fields = form_fields(page.text, "schritt")[1]
        key, version, number = fields["idempotency_key"], fields["version"], 0
        while not self._stop.is_set():
            number += 1
            said = f"{told.name}-{number:06d}"
            answer = session.call(
                page,
                f"{page.url}/zwischenspeichern",
                {"idempotency_key": key, "version": version, "q_title": said, "q_goal": "Gemeinsam geht es besser. " * 20},
            )
            told.texts.append((said, time.monotonic()))
            saved = json.loads(answer.text)
            key, version = saved["key"], str(saved["version"])

    def _attach(self, session: HttpSession, told: Told) -> None:
        number = 0
        while not self._stop.is_set():
            page = session.get(f"{_new_entry(session).url}schritt/anlagen")
            key = form_fields(page.text, "anhaengen")[1]["idempotency_key"]
            options = LexborHTMLParser(page.text).css("#purpose option")
            purpose = next(value for one in options if (value := one.attributes.get("value")))
            for _ in range(3):
                number += 1
                name = f"{told.name}-{number:04d}.png"
                answer = session.call(
                    page,
                    page.url.replace("schritt/anlagen", "anlagen/einzeln"),
                    {"idempotency_key": key, "purpose": purpose},
                    file=(name, _picture(number)),
                )
                told.files.append((name, time.monotonic()))
                key = json.loads(answer.text)["key"]


def _new_entry(session: HttpSession) -> Page:
    page = session.get("/bewerbung/neu")
    fields = dict(form_fields(page.text)[1].items())
    return session.call(page, page.url, fields)


def _picture(number: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 40), (number % 256, number // 256, 7)).save(out, "PNG")
    return out.getvalue()


@dataclass(frozen=True, kw_only=True)
class Lack:
    """How much is missing from a copy, and how long before the end the first of it was acknowledged (seconds)."""

    count: int
    seconds: float


def lack_of(told: list[Told], *, ended: float, database: str) -> Lack:
    """`database`: the restored one's address. A draft that was saved again has only the newest text."""
    titles, files = _titles_and_files(database)
    missing = [at for one in told for name, at in one.files if name not in files]
    for one in told:
        kept = max((title for title in titles if title.startswith(f"{one.name}-")), default="")
        missing += [at for said, at in one.texts if said > kept]
    return Lack(count=len(missing), seconds=ended - min(missing) if missing else 0)


def _titles_and_files(database: str) -> tuple[set[str], set[str]]:
    engine = create_engine(database, **({"module": sqlite} if database.startswith("sqlite") else {}))
    with engine.connect() as connection:
        titles = {str(value).strip('"') for value in connection.scalars(text("SELECT value FROM answer"))}
        files = set(connection.scalars(text("SELECT filename FROM attachment")))
    engine.dispose()
    return titles, files
