"""The last minute: hundreds hand in at once, and a slow crowd hangs on every connection; who arrived in time is in time."""

import asyncio
import random
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry, Submission
from tests.client import form_fields
from tests.torture.browser import Browser, Post
from tests.torture.judge import check
from tests.torture.machine import Machine
from tests.torture.scene import OPEN, Person, application
from tests.torture.totals import Result

# Past the end: these must be refused, however gently the others are treated.
LATE = 0.04
# An answer may take minutes on a machine that does much else; the arrival counts.
PATIENCE = 900.0
SLOW_CLIENTS = 24


@dataclass
class Arrival:
    """One submission: when it was on its way whole, by the server's clock, and what was answered."""

    person: Person
    browser: Browser
    post: Post
    sent_at: datetime | None = None
    status: int = 0
    location: str = ""
    seconds: float = 0


def prepare(machine: Machine, people: list[Person]) -> list[Arrival]:
    """Everybody has the last page open."""

    def one(numbered: tuple[int, Person]) -> Arrival:
        place, person = numbered
        browser = Browser(machine.port, person.token, address=f"127.1.{place // 250}.{place % 250 + 1}", patience=300)
        path = f"/bewerbung/{person.entry}"
        page = browser.get(f"{path}/schritt/pruefen")
        _action, fields = form_fields(page.text, "einreichen")
        browser.csrf = fields["csrf_token"]
        consents = {f"q_consent_{name}": "yes" for name in ("rules", "privacy", "partners")}
        return Arrival(
            person, browser, browser.form(f"{path}/einreichen", {**consents, "entry_version": fields["entry_version"]})
        )

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(one, enumerate(people)))


async def _arrive(machine: Machine, one: Arrival, at: datetime) -> None:
    await asyncio.sleep((at - machine.wheel.now()).total_seconds())
    begun = time.monotonic()
    reader, writer = await asyncio.open_connection("127.0.0.1", machine.port, local_addr=(one.browser.address, 0))
    try:
        head = one.browser.head("POST", one.post.path, len(one.post.body), one.post.media_type)
        writer.write(head.removesuffix(b"\r\n") + b"Connection: close\r\n\r\n" + one.post.body)
        await writer.drain()
        one.sent_at = machine.wheel.now()
        answer = (await asyncio.wait_for(reader.read(), PATIENCE)).decode("latin-1")
    finally:
        writer.close()
    one.seconds, one.status = time.monotonic() - begun, int(answer[9:12] or 0)
    one.location = next((line for line in answer.splitlines() if line.lower().startswith("location:")), "")


def rush(machine: Machine, result: Result, *, within: float = 60.0) -> None:
    """All applicants of the scene hand in within the last `within` seconds before the end, a few after it.

    Slow clients hang on the server meanwhile.
    """
    machine.start()
    arrivals = prepare(machine, machine.scene.applicants)
    end = end_of(machine)
    machine.wheel.put(machine.wheel.offset + (end - machine.wheel.now()).total_seconds() - within)
    late = max(1, int(len(arrivals) * LATE))

    async def everybody() -> None:
        times = [end - timedelta(seconds=random.uniform(1.0, within - 1.0)) for _one in arrivals[late:]]
        times += [end + timedelta(seconds=random.uniform(0.5, 5.0)) for _one in arrivals[:late]]
        order = [*arrivals[late:], *arrivals[:late]]
        await asyncio.gather(*(_arrive(machine, one, at) for one, at in zip(order, times, strict=True)))

    with slow_clients(machine):
        asyncio.run(everybody())
    _count(machine, result, arrivals, end)
    machine.stop()
    check(machine)


def slow_arrival(machine: Machine, result: Result, *, times: int = 5) -> None:
    """A complete submission five seconds before the end, while slow clients hang on half a head and half a body each."""
    machine.start()
    arrivals = prepare(machine, machine.scene.applicants[:times])
    end = end_of(machine)
    for one in arrivals:
        with slow_clients(machine):
            machine.wheel.put(machine.wheel.offset + (end - machine.wheel.now()).total_seconds() - 5)
            asyncio.run(_arrive(machine, one, machine.wheel.now()))
    _count(machine, result, arrivals, end)
    machine.stop()
    check(machine)


@contextmanager
def slow_clients(machine: Machine) -> Iterator[None]:
    """Two dozen who send a letter now and then."""
    browser = Browser(machine.port, address="127.0.3.1")
    lines = [browser.connect() for _one in range(SLOW_CLIENTS)]
    for place, line in enumerate(lines):
        head = browser.head("POST", "/konto/anmelden", 100_000, "application/x-www-form-urlencoded")
        line.sendall(head + b"email=" if place % 2 else head[:40])
    is_over = threading.Event()
    dripping = threading.Thread(target=_drip, args=(lines, is_over.wait), daemon=True)
    dripping.start()
    try:
        yield
    finally:
        is_over.set()
        dripping.join()
        for line in lines:
            line.close()


def _drip(lines: list, wait: Callable[[float], bool]) -> None:
    while not wait(0.5):
        for line in lines:
            try:
                line.send(b"a")
            except OSError:
                continue


def end_of(machine: Machine) -> datetime:
    """The last instant that counts: the deadline and its grace."""
    with application(machine.instance, machine.database):
        edition = db.session.scalars(select(Edition).where(Edition.slug == OPEN)).one()
        return edition.deadline_at + timedelta(seconds=edition.grace_seconds)


def _count(machine: Machine, result: Result, arrivals: list[Arrival], end: datetime) -> None:
    """Whoever was whole before the end is in, once, with a number of the own; whoever came after it is not."""
    with application(machine.instance, machine.database):
        rows = db.session.execute(
            select(Entry.public_id, Entry.number, Submission.received_at).join(Submission, Submission.entry_id == Entry.id)
        ).all()
    stored: dict[str, list[tuple[str, datetime]]] = {}
    for entry, number, received in rows:
        stored.setdefault(entry, []).append((number, received))
    numbers = [number for own in stored.values() for number, _received in own]
    result.faults += [f"number {one} twice" for one in set(numbers) if numbers.count(one) > 1]
    for one in arrivals:
        own = stored.get(one.person.entry, [])
        is_in = one.status == 303 and "/eingangsbestaetigung" in one.location
        assert one.sent_at is not None
        result.measure("an answer", one.seconds)
        if is_in != (len(own) == 1):
            result.faults.append(f"{one.person.email}: answered {one.status}, {len(own)} versions")
        if is_in and own and own[0][1] > end:
            result.faults.append(f"{one.person.email}: taken, and received after the end")
        if one.sent_at < end:
            result.add(in_time=1, in_time_and_in=int(is_in))
            if not is_in:
                result.faults.append(f"{one.person.email}: arrived in time and is not in ({one.status} {one.location})")
        else:
            result.add(after_the_end=1, after_the_end_and_in=int(is_in))
