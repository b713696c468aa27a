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
from ikz_award.web.lanes import is_for_its_answer

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


@pytest.mark.parametrize(
    ("method", "path", "is_done"),
    [
        ("GET", "/ä", False),
        ("HEAD", "/ä", False),
        ("POST", "/bewerbung/x/einreichen", True),
        ("POST", "/konto/anmelden", False),
    ],
)
def test_who_hangs_up_while_waiting_takes_no_turn_but_a_form_that_came_whole_counts(
    method: str, path: str, is_done: bool
) -> None:
    may_end, asked, gone = threading.Event(), list[str](), asyncio.Event()

    def app(environ: Seen, start_response: Callable[..., Any]) -> Iterable[bytes]:
        asked.append(environ["QUERY_STRING"])
        assert may_end.wait(20)
        start_response("200 OK", [])
        return []

    class HangingUp(Client):
        async def receive(self) -> dict[str, Any]:
            if self.pieces:
                return await super().receive()
            await gone.wait()
            return {"type": "http.disconnect"}

    async def scene() -> None:
        front = Front(app, address_of=lambda environ: "", limits=FrontLimits(threads=1), is_for_its_answer=is_for_its_answer)
        visits = list[asyncio.Future[None]]()
        for way, name in (("GET", b"first"), (method, b"left"), (method, b"left")):
            client = HangingUp(b"")
            head = scope(way) | {"query_string": name, "path": path}
            visits.append(asyncio.ensure_future(front(head, client.receive, client.send)))
            while not asked:
                await asyncio.sleep(0)
        gone.set()
        for _turn in range(200):
            await asyncio.sleep(0)
        assert [visit.done() for visit in visits] == [False, not is_done, not is_done]
        may_end.set()
        await asyncio.wait_for(asyncio.gather(*visits), timeout=60)
        assert asked == ["first", *(["left"] * 2 if is_done else [])]
        assert (front._turns._free, front._turns._waiting) == (1, 0)

    asyncio.run(scene())


def test_a_line_on_which_somebody_had_to_wait_is_closed_after_the_answer() -> None:
    """What is sent behind a request would be answered into the void; with nobody waiting lines stay open."""
    may_end, asked = threading.Event(), list[str]()

    def app(environ: Seen, start_response: Callable[..., Any]) -> Iterable[bytes]:
        asked.append(environ["QUERY_STRING"])
        assert may_end.wait(20)
        start_response("200 OK", [])
        return []

    async def scene() -> list[bool]:
        front, clients = Front(app, address_of=lambda environ: "", limits=FrontLimits(threads=1)), list[Client]()
        visits = list[asyncio.Future[None]]()
        for version in ("1.1", "1.1", "2"):
            clients.append(client := Client(b""))
            head = scope("POST") | {"http_version": version}
            visits.append(asyncio.ensure_future(front(head, client.receive, client.send)))
            while not asked:
                await asyncio.sleep(0)
        while front._turns._waiting < 2:
            await asyncio.sleep(0)
        may_end.set()
        await asyncio.wait_for(asyncio.gather(*visits), timeout=60)
        return [(b"connection", b"close") in client.sent[0]["headers"] for client in clients]

    assert asyncio.run(scene()) == [False, True, False]


def test_answers_that_nobody_reads_are_bounded_in_memory() -> None:
    in_memory, kept = list[int](), list[Any]()

    def app(environ: Seen, start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response("200 OK", [])
        return [b"x" * 1000]

    class Watched(Front):
        def _call(self, environ: Seen) -> Any:
            answer = super()._call(environ)
            kept.append(answer)
            return answer

    async def scene() -> None:
        can_read = asyncio.Event()

        class Deaf(Client):
            async def send(self, message: dict[str, Any]) -> None:
                if message["type"] == "http.response.body":
                    await can_read.wait()
                await super().send(message)

        front = Watched(app, address_of=lambda environ: "", limits=FrontLimits(all_answers_in_memory=2500))
        clients = [Deaf(b"") for _one in range(5)]
        visits = list[asyncio.Future[None]]()
        for number, client in enumerate(clients):
            visits.append(asyncio.ensure_future(front(scope("GET"), client.receive, client.send)))
            while front._unread < 1000 * (number + 1):
                await asyncio.sleep(0)
        in_memory.extend(answer.body.size for answer in kept if not answer.body.file._rolled)
        can_read.set()
        await asyncio.wait_for(asyncio.gather(*visits), timeout=60)
        assert [client.body for client in clients] == [b"x" * 1000] * 5
        assert front._unread == 0

    asyncio.run(scene())
    assert in_memory == [1000, 1000], "the others are in files"


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
