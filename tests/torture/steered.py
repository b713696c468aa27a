"""`flask`, with a clock that can be put: `python -m tests.torture.steered award serve …`.

The seconds by which it is off stand in the file that TORTURE_CLOCK names, shared with whoever steers; nothing else differs
from the real program. With TORTURE_ZYGOTE=1 it makes the application once and then, for each line of JSON on its standard input
(an environment), forks a server that starts from there: for hundreds of cuts imports would be most of the work.
"""

import json
import mmap
import os
import signal
import struct
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ikz_award.adapters import clock

SIZE = 8


class Wheel:
    """Whoever steers a clock."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(struct.pack("d", 0.0))
        with path.open("r+b") as file:
            self._shared = mmap.mmap(file.fileno(), SIZE)

    @property
    def offset(self) -> float:
        """Seconds ahead of the machine's clock."""
        return struct.unpack("d", self._shared)[0]

    def put(self, offset: float) -> None:
        self._shared[:SIZE] = struct.pack("d", offset)

    def now(self) -> datetime:
        """What the server takes for now."""
        return datetime.now(UTC) + timedelta(seconds=self.offset)


def steer(path: Path) -> None:
    """Have this process and its children read the clock through the wheel."""
    wheel, real = Wheel(path), time.time
    clock.now = wheel.now
    time.time = lambda: real() + wheel.offset


def _serve(environment: dict[str, str]) -> None:
    """In a child of its own session, so that it can be killed whole."""
    if os.fork():
        return
    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.update(environment)
    log = os.open(environment["TORTURE_LOG"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for target in (1, 2):
        os.dup2(log, target)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    Path(environment["TORTURE_PID"]).write_text(str(os.getpid()))
    options = [f"--port={environment['TORTURE_PORT']}", f"--processes={environment['TORTURE_PROCESSES']}"]
    _flask(["flask", "--app", "wsgi", "award", "serve", *options])


def _flask(arguments: list[str]) -> None:
    from flask.cli import main

    sys.argv = arguments
    main()


def _zygote() -> None:
    from ikz_award.cli.serve import prepare_pages
    from ikz_award.extensions import db
    from wsgi import app

    with app.app_context():
        prepare_pages(app)
        db.session.remove()
        db.engine.dispose()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them: they are killed
    print("ready", flush=True)
    for line in sys.stdin:
        _serve(json.loads(line))


if __name__ == "__main__":
    steer(Path(os.environ["TORTURE_CLOCK"]))
    if os.environ.get("TORTURE_ZYGOTE"):
        _zygote()
    else:
        _flask(["flask", "--app", "wsgi", *sys.argv[1:]])
