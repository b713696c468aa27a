"""What stands between the network and the application: it takes each request whole before one of the few threads sees it, and
each answer whole before it is sent, so that a slow stranger holds a connection and nothing else.

An ASGI application around a WSGI one; granian speaks HTTP and drops heads that do not come to an end. Here the request's
arrival is stamped, before anything waits.
"""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any

import structlog

from ikz_award.adapters import clock
from ikz_award.adapters.turns import TooMany, Turns
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
    patience: float = 30
    slowest: int = 8 * 1024


class _Body:
    """In memory while it is small, in a file without a name from then on."""

    def __init__(self, in_memory: int) -> None:
        self.file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=in_memory)  # noqa: SIM115 - `close` is ours to call
        self.size = 0

    def __enter__(self) -> "_Body":
        return self

    def __exit__(self, *error: object) -> None:
        self.file.close()

    def add(self, piece: bytes) -> None:
        self.size += len(piece)
        self.file.write(piece)

    def empty(self) -> None:
        self.file.seek(0)
        self.file.truncate()
        self.size = 0


class _Answer:
    """What the application said, complete."""

    def __init__(self, in_memory: int) -> None:
        self.status, self.headers = 500, list[tuple[bytes, bytes]]()
        self.body = _Body(in_memory)

    def start(self, status: str, headers: Iterable[tuple[str, str]], exc_info: object = None) -> Callable[[bytes], None]:
        self.status = int(status.partition(" ")[0])
        self.headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        return self.body.add


class _Gone(Exception):  # noqa: N818 - nobody's fault
    """The client went away."""


class Front:
    """Serves `wsgi`; `address_of` tells from a request's headers and peer whose turn it is.

    `lane_of` names the lane of a request that costs much, "" for all others; `lanes` how many of a lane run at once.
    """

    def __init__(
        self, wsgi: Wsgi, *, address_of: Callable[[Mapping[str, Any]], str], limits: FrontLimits | None = None,
        lane_of: Callable[[Mapping[str, Any]], str] = lambda environ: "", lanes: Mapping[str, int] | None = None,
    ) -> None:  # fmt: skip
        self._wsgi, self._address_of, self._limits = wsgi, address_of, limits or FrontLimits()
        self._pool = ThreadPoolExecutor(max_workers=self._limits.threads, thread_name_prefix="request")
        self._turns = Turns(places=self._limits.threads)
        self._lane_of = lane_of
        self._lanes = {name: Turns(places=places) for name, places in (lanes or {}).items()}
        self._held = 0

    async def __call__(self, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        arrived = clock.now()
        with _Body(self._limits.in_memory) as body:
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
        with answer.body, suppress(TimeoutError):
            await self._send(answer, send, is_head=scope["method"] == "HEAD")

    async def _answer(self, scope: Mapping[str, Any], receive: Receive, body: "_Body", arrived: datetime) -> "_Answer":
        fault = await self._take(scope, receive, body)
        environ = environ_of(scope, body, arrived=arrived, fault=fault)
        address, lane = self._address_of(environ), self._lanes.get(self._lane_of(environ))
        # The lane first: who waits there takes no place on the wide road.
        async with lane.turn(address) if lane else nullcontext(), self._turns.turn(address):
            return await asyncio.get_running_loop().run_in_executor(self._pool, self._call, environ)

    async def _take(self, scope: Mapping[str, Any], receive: Receive, body: "_Body") -> str:
        """Take the body whole; what is wrong with it, if anything: then nothing of it is kept."""
        fault = await self._read(scope, receive, body)
        if fault:
            self._held -= body.size
            body.empty()
        return fault

    async def _read(self, scope: Mapping[str, Any], receive: Receive, body: "_Body") -> str:
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


def environ_of(scope: Mapping[str, Any], body: _Body, *, arrived: datetime, fault: str = "") -> dict[str, Any]:
    """The WSGI environment (PEP 3333) of an ASGI request whose body was taken whole.

    A head with an underscore in a name is left out: it would pass for the one with a hyphen.
    """
    body.file.seek(0)
    server, client = scope.get("server") or ("localhost", 80), scope.get("client") or ("", 0)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"], "SCRIPT_NAME": "", "PATH_INFO": scope["path"].encode().decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"), "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": str(server[0]), "SERVER_PORT": str(server[1] or 0), "REMOTE_ADDR": str(client[0]),
        "wsgi.version": (1, 0), "wsgi.url_scheme": scope.get("scheme", "http"), "wsgi.input": body.file,
        "wsgi.input_terminated": True, "wsgi.errors": _Errors(), "wsgi.multithread": True, "wsgi.multiprocess": True,
        "wsgi.run_once": False, ARRIVAL: arrived, FAULT: fault,
    }  # fmt: skip
    for name, value in scope["headers"]:
        if b"_" in name or name in (b"content-length", b"transfer-encoding"):
            continue
        key = "CONTENT_TYPE" if name == b"content-type" else "HTTP_" + name.decode("latin-1").upper().replace("-", "_")
        text = value.decode("latin-1")
        separator = "; " if key == "HTTP_COOKIE" else ","
        environ[key] = f"{environ[key]}{separator}{text}" if key in environ else text
    if body.size or scope["method"] not in ("GET", "HEAD"):
        environ["CONTENT_LENGTH"] = str(body.size)
    return environ


class _Errors:
    """`wsgi.errors`: into the log."""

    def write(self, text: str) -> int:
        if text.strip():
            log.error("server", text=text.rstrip())
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        pass


BUSY = _(
    "Der Server ist gerade überlastet. Ihre Eingaben sind noch in Ihrem Browser: Bitte gehen Sie zurück und senden Sie sie in "
    "einer Minute noch einmal."
)


async def _send_busy(send: Send) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"retry-after", b"30"), (b"cache-control", b"no-store")]
    with suppress(Exception):  # the answer itself may have begun
        await send({"type": "http.response.start", "status": 503, "headers": headers})
        await send({"type": "http.response.body", "body": BUSY.encode()})
