"""The front: requests and answers are taken whole, the arrival is stamped first, and strangers are given up."""

import asyncio
import threading
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

import pytest

from ikz_award.adapters import clock
from ikz_award.adapters.front import ARRIVAL, FAULT, Front, FrontLimits

Seen = dict[str, Any]


def scope(method: str = "POST", *headers: tuple[bytes, bytes]) -> dict[str, Any]:
    return {
        "type": "http", "method": method, "path": "/ä", "query_string": b"a=1", "http_version": "1.1", "headers": list(headers),
        "client": ("10.0.0.1", 1), "server": ("127.0.0.1", 8000), "scheme": "http",
    }  # fmt: skip


class Client:
    """Sends `pieces`, each when it is asked for; None: nothing comes any more."""

    def __init__(self, *pieces: bytes | None) -> None:
        self.pieces, self.sent = list(pieces), list[dict[str, Any]]()

    async def receive(self) -> dict[str, Any]:
        piece = self.pieces.pop(0) if self.pieces else b""
        if piece is None:
            await asyncio.Event().wait()
        return {"type": "http.request", "body": piece, "more_body": bool(self.pieces)}

    async def send(self, message: dict[str, Any]) -> None:
        self.sent.append(message)

    @property
    def status(self) -> int:
        return self.sent[0]["status"]

    @property
    def body(self) -> bytes:
        return b"".join(message["body"] for message in self.sent[1:])


def echo(seen: Seen) -> Callable[..., Iterable[bytes]]:
    def app(environ: Seen, start_response: Callable[..., Any]) -> Iterable[bytes]:
        seen.update(environ, read=environ["wsgi.input"].read())
        write = start_response("200 OK", [("Content-Type", "text/plain")])
        write(b"first ")
        return [b"x" * 300_000, b" last"]

    return app


def ask(client: Client, head: dict[str, Any], **limits: Any) -> Seen:
    seen: Seen = {}
    front = Front(echo(seen), address_of=lambda environ: environ["REMOTE_ADDR"], limits=FrontLimits(**limits))
    asyncio.run(front(head, client.receive, client.send))
    assert front._held == 0, "no byte is counted for ever"
    return seen


def test_request_and_answer_are_whole() -> None:
    client = Client(b"ab", b"cd", b"e")
    seen = ask(client, scope("POST", (b"x-a", b"1"), (b"cookie", b"a=1"), (b"cookie", b"b=2"), (b"content-type", b"text/html")))
    assert seen["read"] == b"abcde"
    assert seen["CONTENT_LENGTH"] == "5"
    assert (seen["HTTP_X_A"], seen["HTTP_COOKIE"], seen["CONTENT_TYPE"]) == ("1", "a=1; b=2", "text/html")
    assert seen["PATH_INFO"].encode("latin-1").decode() == "/ä"
    assert seen[FAULT] == ""
    assert client.status == 200
    assert client.body == b"first " + b"x" * 300_000 + b" last"
    assert dict(client.sent[0]["headers"])[b"content-length"] == b"%d" % len(client.body)


def test_a_head_with_an_underscore_does_not_pass_for_another() -> None:
    seen = ask(Client(b""), scope("GET", (b"x_forwarded_for", b"203.0.113.7"), (b"content_length", b"7")))
    assert "HTTP_X_FORWARDED_FOR" not in seen
    assert "CONTENT_LENGTH" not in seen


def test_the_arrival_is_stamped_before_the_body_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter(datetime(2026, 2, 9, 23, 59, second, tzinfo=UTC) for second in (1, 30))

    class Slow(Client):
        async def receive(self) -> dict[str, Any]:
            clock.now()  # time passes
            return await super().receive()

    monkeypatch.setattr(clock, "now", lambda: next(times))
    assert ask(Slow(b"x"), scope())[ARRIVAL].second == 1


@pytest.mark.parametrize(
    ("client", "head", "fault"),
    [
        (Client(b"a" * 6, b"a" * 6), scope(), "large"),
        (Client(b"never read"), scope("POST", (b"content-length", b"11")), "large"),
        (Client(b"abc", None), scope(), "slow"),
        (Client(None), scope(), "slow"),
    ],
)
def test_of_what_does_not_come_whole_nothing_is_kept(client: Client, head: dict[str, Any], fault: str) -> None:
    seen = ask(client, head, body=10, patience=0.05, slowest=1_000_000)
    assert (seen[FAULT], seen["read"]) == (fault, b"")
    assert client.status == 200, "the application answers, in its own words"


def test_bodies_are_bounded_in_all() -> None:
    client = Client(b"a" * 6, b"a" * 6)
    assert ask(client, scope(), all_bodies=10) == {}
    assert client.status == 503
    assert dict(client.sent[0]["headers"])[b"retry-after"]


def test_a_client_that_went_away_costs_nothing() -> None:
    class Leaving(Client):
        async def receive(self) -> dict[str, Any]:
            if not self.pieces:
                return {"type": "http.disconnect"}
            return await super().receive() | {"more_body": True}

    client = Leaving(b"ab", b"cd")
    assert ask(client, scope()) == {}
    assert client.sent == []


def test_an_answer_that_nobody_takes_is_given_up() -> None:
    class Deaf(Client):
        async def send(self, message: dict[str, Any]) -> None:
            if message["type"] == "http.response.body":
                await asyncio.Event().wait()

    ask(Deaf(b""), scope("GET"), patience=0.01, slowest=100_000_000)


def test_what_costs_much_is_let_in_a_few_at_a_time() -> None:
    """Six requests in a lane of two, and one on the wide road, which does not wait for them."""
    at_once, most, order, lock = Counter[str](), Counter[str](), list[str](), threading.Lock()
    wide_is_done = threading.Event()

    def app(environ: Seen, start_response: Callable[..., Any]) -> Iterable[bytes]:
        lane = environ["QUERY_STRING"]
        with lock:
            at_once[lane] += 1
            most[lane] = max(most[lane], at_once[lane])
        if lane == "narrow":
            assert wide_is_done.wait(20)
        else:
            wide_is_done.set()
        with lock:
            at_once[lane] -= 1
            order.append(lane)
        start_response("200 OK", [])
        return []

    async def all_at_once() -> None:
        front = Front(
            app,
            address_of=lambda environ: "",
            lane_of=lambda environ: environ["QUERY_STRING"],
            lanes={"narrow": 2},
            limits=FrontLimits(threads=8),
        )
        heads = [scope("POST") | {"query_string": query} for query in (*[b"narrow"] * 6, b"wide")]
        clients = [Client(b"") for _head in heads]
        await asyncio.gather(*(front(head, one.receive, one.send) for head, one in zip(heads, clients, strict=True)))
        assert {client.status for client in clients} == {200}

    asyncio.run(all_at_once())
    assert order[0] == "wide"
    assert most["narrow"] == 1, "and a single address has not the last place"
