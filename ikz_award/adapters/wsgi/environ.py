"""The environment of a request that was taken whole, and the bytes of its body."""

import tempfile
from collections.abc import Iterable, Mapping
from typing import Any

import structlog

log = structlog.get_logger()


class Body:
    """Bytes of a request or an answer, `size` of them: in memory while they are few, in a file without a name from then on."""

    def __init__(self, in_memory: int) -> None:
        self.file = tempfile.SpooledTemporaryFile(max_size=in_memory)  # noqa: SIM115 - `close` is ours to call
        self.size = 0

    def __enter__(self) -> "Body":
        return self

    def __exit__(self, *error: object) -> None:
        self.file.close()

    def add(self, piece: bytes) -> None:
        """Append."""
        self.size += len(piece)
        self.file.write(piece)

    def to_disk(self) -> None:
        """Keep it in the file from now on, however small it is."""
        self.file.rollover()

    def empty(self) -> None:
        """Keep nothing of it."""
        self.file.seek(0)
        self.file.truncate()
        self.size = 0


def environ_of(scope: Mapping[str, Any], body: Body) -> dict[str, Any]:
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
        "wsgi.run_once": False,
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
