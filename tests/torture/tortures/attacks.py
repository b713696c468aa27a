"""Those who overload a server, on purpose or not: `python -m tests.torture.tortures.attacks NAME PORT SECONDS INSTANCE`.

A process of its own, so that the victim beside it is measured and not the attacker. Prints what it was answered, by status.
"""

import asyncio
import contextlib
import itertools
import json
import random
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.torture.browser import Browser
from tests.torture.scene import Scene
from tests.torture.tortures import storms

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass
class Attack:
    """Where to, how long, and what came of it."""

    port: int
    until: float
    scene: Scene
    statuses: Counter[str] = field(default_factory=Counter)
    numbers: itertools.count = field(default_factory=itertools.count)

    @property
    def is_on(self) -> bool:
        return asyncio.get_running_loop().time() < self.until

    async def connect(self, *, addresses: int = 1) -> Streams:
        """From one of so many addresses: one stranger has one, a crowd many."""
        address = f"127.0.7.{1 + next(self.numbers) % addresses}"
        return await asyncio.open_connection("127.0.0.1", self.port, local_addr=(address, 0))

    async def ask(self, request: bytes, *, addresses: int = 1) -> None:
        """Send and read to the end."""
        try:
            reader, writer = await self.connect(addresses=addresses)
            try:
                writer.write(request)
                await writer.drain()
                answer = await asyncio.wait_for(reader.read(), 30)
            finally:
                writer.close()
            self.statuses[answer[9:12].decode() or "cut"] += 1
        except (OSError, TimeoutError) as error:
            self.statuses[type(error).__name__] += 1
            await asyncio.sleep(0.05)

    async def many(self, count: int, one: Callable[[], Awaitable[None]]) -> None:
        """`count` at once, each again and again."""

        async def go() -> None:
            while self.is_on:
                try:
                    await one()
                except (OSError, asyncio.IncompleteReadError) as error:
                    self.statuses[type(error).__name__] += 1
                    await asyncio.sleep(0.05)

        await asyncio.gather(*(go() for _one in range(count)))

    async def hold(self, begin: bytes, drip: Callable[[], bytes], *, pause: float, takes_answer: bool = True) -> None:
        """Open, begin, and go on dripping until we are shown the door or the attack is over."""
        reader, writer = await self.connect(addresses=3)
        try:
            writer.write(begin)
            while self.is_on:
                await writer.drain()
                with contextlib.suppress(TimeoutError):
                    heard = await asyncio.wait_for(reader.read(4096) if takes_answer else asyncio.sleep(pause, b"-"), pause)
                    if takes_answer:
                        self.statuses[heard[9:12].decode() or "shown the door"] += 1
                        return
                writer.write(drip())
        finally:
            writer.close()


def _head(*lines: str, method: str = "GET", path: str = "/") -> bytes:
    return "\r\n".join([f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", *lines, "", ""]).encode()


async def slow_heads(attack: Attack) -> None:
    start = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    await attack.many(300, lambda: attack.hold(start, lambda: b"X-%d: 1\r\n" % random.randrange(99), pause=2))


async def slow_bodies(attack: Attack) -> None:
    start = _head("Content-Length: 1000000", method="POST", path="/konto/anmelden")
    await attack.many(300, lambda: attack.hold(start, lambda: b"a", pause=1))


async def idle_connections(attack: Attack) -> None:
    await attack.many(1000, lambda: attack.hold(b"", lambda: b"", pause=2))


async def endless_chunks(attack: Attack) -> None:
    start = _head("Transfer-Encoding: chunked", method="POST", path="/konto/anmelden")
    piece = b"4000\r\n" + b"a" * 0x4000 + b"\r\n"
    await attack.many(40, lambda: attack.hold(start, lambda: piece, pause=0.02))


async def many_parts(attack: Attack) -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'
    body = part * 100_000 + b"--x--\r\n"
    await _bodies(attack, body, "multipart/form-data; boundary=x", at_once=4)


async def long_fields(attack: Attack) -> None:
    await _bodies(attack, b"email=" + b"a" * 30_000_000, "application/x-www-form-urlencoded", at_once=4)


async def _bodies(attack: Attack, body: bytes, kind: str, *, at_once: int) -> None:
    head = _head(
        f"Content-Length: {len(body)}", f"Content-Type: {kind}", "Connection: close", method="POST", path="/konto/anmelden"
    )
    await attack.many(at_once, lambda: attack.ask(head + body))


async def header_floods(attack: Attack) -> None:
    many = _head("Connection: close", *(f"X-{place}: {place}" for place in range(900)))
    long = _head("Connection: close", "Cookie: " + "a" * 300_000)
    await attack.many(24, lambda: attack.ask(random.choice((many, long)), addresses=3))


async def deaf_readers(attack: Attack) -> None:
    """Ask for pages one after the other and never read an answer."""
    ask = _head(path="/wettbewerb/landespreis-2")
    await attack.many(150, lambda: attack.hold(ask * 3, lambda: b"", pause=2, takes_answer=False))


async def _storm(attack: Attack, requests: Callable[[], bytes], *, at_once: int, addresses: int) -> None:
    await attack.many(at_once, lambda: attack.ask(requests(), addresses=addresses))


def _of(
    make: Callable[[Scene, Browser], Callable[[], bytes]], *, at_once: int, addresses: int
) -> Callable[[Attack], Awaitable[None]]:
    async def storm(attack: Attack) -> None:
        loop = asyncio.get_running_loop()
        requests = await loop.run_in_executor(None, make, attack.scene, Browser(attack.port, address="127.0.7.1"))
        await _storm(attack, requests, at_once=at_once, addresses=addresses)

    return storm


ATTACKS: dict[str, Callable[[Attack], Awaitable[None]]] = {
    "slow heads": slow_heads, "slow bodies": slow_bodies, "idle connections": idle_connections,
    "endless chunks": endless_chunks, "100,000 parts": many_parts, "long fields": long_fields,
    "header floods": header_floods, "deaf readers": deaf_readers,
    "log-in storm": _of(storms.log_ins, at_once=24, addresses=50),
    "reset storm": _of(storms.resets, at_once=24, addresses=50),
    "upload storm": _of(storms.uploads, at_once=12, addresses=6),
    "PDF storm": _of(storms.pdfs, at_once=12, addresses=6),
    "pack storm": _of(storms.packs, at_once=12, addresses=6),
    "query storm": _of(storms.queries, at_once=24, addresses=6),
}  # fmt: skip


async def _attack(name: str, port: int, seconds: float, scene: Scene) -> Counter[str]:
    attack = Attack(port, asyncio.get_running_loop().time() + seconds, scene)
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(ATTACKS[name](attack), seconds + 5)
    return attack.statuses


if __name__ == "__main__":
    _name, _port, _seconds, _instance = sys.argv[1:]
    found = asyncio.run(_attack(_name, int(_port), float(_seconds), Scene.load(Path(_instance) / "scene.json")))
    print(json.dumps(found))
