"""What stands between the network and the application: it takes each request whole before one of the few threads sees it, and
each answer whole before it is sent, so that a slow stranger holds a connection and nothing else.

An ASGI application around a WSGI one; granian speaks HTTP and drops heads that do not come to an end. Here the request's
arrival is stamped, before anything waits.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog

from ikz_award.adapters import clock
from ikz_award.adapters.turns import TooMany, Turns
from ikz_award.adapters.wsgi.environ import Body, environ_of
from ikz_award.domain.words.wording import message as _

log = structlog.get_logger()

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Wsgi = Callable[..., Iterable[bytes]]

ARRIVAL = "ikz_award.received_at"
# Set where a body was not taken whole: "large" or "slow". The application answers, in its own words.
FAULT = "ikz_award.body_fault"
PIECE = 256 * 1024


@dataclass(frozen=True, kw_only=True)
class FrontLimits:
    """Of one process, in bytes and seconds.

    `slowest`: bytes a second below which a body or an answer is given up, once `patience` is over.
    """

    threads: int = 4
    body: int = 31 * 1024 * 1024
    in_memory: int = 1024 * 1024
    # Of all bodies that are on their way at once.
    all_bodies: int = 1024 * 1024 * 1024
    # Of all answers that are on their way at once; what is more waits in files for those who do not read.
    all_answers_in_memory: int = 32 * 1024 * 1024
    patience: float = 30
    slowest: int = 8 * 1024


class _Answer:
    """What the application said, complete."""

    def __init__(self, in_memory: int) -> None:
        self.status, self.headers = 500, list[tuple[bytes, bytes]]()
        self.body = Body(in_memory)

    def start(self, status: str, headers: Iterable[tuple[str, str]], exc_info: object = None) -> Callable[[bytes], None]:
        self.status = int(status.partition(" ")[0])
        self.headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        return self.body.add


class _Gone(Exception):  # noqa: N818 - nobody's fault
    """The client went away."""


class Front:
    """Serves `wsgi`; `address_of` tells from a request's headers and peer whose turn it is.

    `lane_of` names the lane of a request that costs much, "" for all others; `lanes` how many of a lane run at once.
    `is_for_its_answer`: whether a request may be dropped when who sent it hangs up before its turn has come.
    """

    def __init__(
        self,
        wsgi: Wsgi,
        *,
        address_of: Callable[[Mapping[str, Any]], str],
        limits: FrontLimits | None = None,
        lane_of: Callable[[Mapping[str, Any]], str] = lambda environ: "",
        lanes: Mapping[str, int] | None = None,
        is_for_its_answer: Callable[[Mapping[str, Any]], bool] = lambda environ: environ["REQUEST_METHOD"] in ("GET", "HEAD"),
    ) -> None:
        self._wsgi, self._address_of, self._limits = wsgi, address_of, limits or FrontLimits()
        self._pool = ThreadPoolExecutor(max_workers=self._limits.threads, thread_name_prefix="request")
        self._turns = Turns(places=self._limits.threads)
        self._lane_of, self._is_for_its_answer = lane_of, is_for_its_answer
        self._lanes = {name: Turns(places=places) for name, places in (lanes or {}).items()}
        self._held, self._unread = 0, 0

    async def __call__(self, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        arrived = clock.now()
        with Body(self._limits.in_memory) as body:
            try:
                answer = await self._answer(scope, receive, body, arrived)
            except _Gone:
                return
            except (TooMany, OSError) as error:
                log.warning("a request was sent away", reason=type(error).__name__)
                await _send_busy(send)
                return
            finally:
                self._held -= body.size
        self._unread += answer.body.size
        try:
            with answer.body, suppress(TimeoutError):
                await self._send(answer, send, is_head=scope["method"] == "HEAD")
        finally:
            self._unread -= answer.body.size

    async def _answer(self, scope: Mapping[str, Any], receive: Receive, body: Body, arrived: datetime) -> "_Answer":
        fault = await self._take(scope, receive, body)
        environ = {**environ_of(scope, body), ARRIVAL: arrived, FAULT: fault}
        address, lane = self._address_of(environ), self._lanes.get(self._lane_of(environ))
        async with AsyncExitStack() as places:

            async def wait_for_turn() -> bool:
                # The lane first: who waits there takes no place on the wide road.
                roads = (lane, self._turns) if lane else (self._turns,)
                return any([await places.enter_async_context(turns.turn(address)) for turns in roads])

            if self._is_for_its_answer(environ):
                has_waited = await _unless_gone(wait_for_turn(), receive)
            else:  # a form that has come whole counts, whoever hears the answer
                has_waited = await wait_for_turn()
            answer = await asyncio.get_running_loop().run_in_executor(self._pool, self._call, environ)
            # What was sent behind it, by somebody who may be gone, is dropped.
            if has_waited and scope["http_version"] == "1.1":
                answer.headers.append((b"connection", b"close"))
            return answer

    async def _take(self, scope: Mapping[str, Any], receive: Receive, body: Body) -> str:
        """Take the body whole; what is wrong with it, if anything: then nothing of it is kept."""
        fault = await self._read(scope, receive, body)
        if fault:
            self._held -= body.size
            body.empty()
        return fault

    async def _read(self, scope: Mapping[str, Any], receive: Receive, body: Body) -> str:
        limits, loop = self._limits, asyncio.get_running_loop()
        announced = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
        if announced.isdigit() and int(announced) > limits.body:
            return "large"
        begun = loop.time()
        while True:
            left = begun + limits.patience + body.size / limits.slowest - loop.time()
            try:
                message = await asyncio.wait_for(receive(), timeout=max(0.01, left))
            except TimeoutError:
                return "slow"
            if message["type"] == "http.disconnect":
                raise _Gone
            piece = message.get("body", b"")
            if body.size + len(piece) > limits.body:
                return "large"
            if self._held + len(piece) > limits.all_bodies:
                raise TooMany
            self._held += len(piece)
            body.add(piece)
            if not message.get("more_body", False):
                return ""

    def _call(self, environ: dict[str, Any]) -> _Answer:
        answer = _Answer(self._limits.in_memory)
        pieces = self._wsgi(environ, answer.start)
        try:
            for piece in pieces:
                answer.body.add(piece)
        finally:
            getattr(pieces, "close", lambda: None)()
        if self._unread + answer.body.size > self._limits.all_answers_in_memory:
            answer.body.to_disk()
        answer.body.file.seek(0)
        return answer

    async def _send(self, answer: _Answer, send: Send, *, is_head: bool) -> None:
        headers = answer.headers
        if not is_head and all(name != b"content-length" for name, _value in headers) and answer.status not in (204, 304):
            headers = [*headers, (b"content-length", b"%d" % answer.body.size)]
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        while True:
            piece = answer.body.file.read(PIECE)
            rest = len(piece) == PIECE
            await asyncio.wait_for(
                send({"type": "http.response.body", "body": piece, "more_body": rest}),
                timeout=self._limits.patience + PIECE / self._limits.slowest,
            )
            if not rest:
                return


async def _heard(receive: Receive) -> Message:
    """In a task of ours: what granian gives to wait for is no whole future."""
    return await receive()


async def _unless_gone(waiting: Coroutine[Any, Any, bool], receive: Receive) -> bool:
    """Wait for a turn; who hangs up meanwhile takes none. Raises `_Gone`, and what `waiting` raises.

    The line is heard of only while nothing more was sent on it.
    """
    turn, line = asyncio.create_task(waiting), asyncio.create_task(_heard(receive))
    try:
        await asyncio.wait((turn, line), return_when=asyncio.FIRST_COMPLETED)
        if not turn.done() and line.result()["type"] == "http.disconnect":
            raise _Gone
        return await turn
    finally:
        for one in (turn, line):
            one.cancel()
        await asyncio.gather(turn, line, return_exceptions=True)


BUSY = _(
    "Der Server ist gerade überlastet. Ihre Eingaben sind noch in Ihrem Browser: Bitte gehen Sie zurück und senden Sie sie in "
    "einer Minute noch einmal."
)


async def _send_busy(send: Send) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"retry-after", b"30"), (b"cache-control", b"no-store")]
    with suppress(Exception):  # the answer itself may have begun
        await send({"type": "http.response.start", "status": 503, "headers": headers})
        await send({"type": "http.response.body", "body": BUSY.encode()})
