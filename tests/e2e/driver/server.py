"""The real thing for browser tests and screenshots: `flask award setup` and `serve` in a folder of their own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.driver.patience import SECONDS, START_SECONDS

ROOT = Path(__file__).resolve().parents[3]
FLASK = [str(Path(sys.executable).parent / "flask"), "--app", "wsgi", "award"]


class Server:
    """`flask award serve` as a process with children: started, ended in good order, or killed."""

    def __init__(self, url: str, environment: dict[str, str], log: Path, *, processes: int) -> None:
        self._url, self._environment, self._log = url, environment, log
        self._command = [*FLASK, "serve", f"--port={url.rpartition(':')[2]}", f"--processes={processes}"]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self._log.open("a") as log:
            self._process = subprocess.Popen(self._command, cwd=ROOT, env=self._environment, stdout=log, stderr=log)
        _wait_for(f"{self._url}/healthz", self._process, self._log)

    def stop(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGINT)
        self._process.wait(timeout=SECONDS)

    def kill(self) -> None:
        """As a power cut would: the web processes and the worker at once, with what they are doing."""
        assert self._process is not None
        pid = self._process.pid
        groups = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        self._process.kill()
        for group in groups:  # each child leads a group of its own, see cli/serve.py
            os.killpg(group, signal.SIGKILL)
        self._process.wait(timeout=SECONDS)


@dataclass(frozen=True)
class Served:
    """A running application: its address, its instance folder, its processes."""

    url: str
    instance: Path
    environment: dict[str, str]
    server: Server

    def award(self, *arguments: str) -> str:
        """Run a `flask award` command against the same instance; its output. Raises if it fails."""
        return _award(self.environment, *arguments)


@contextmanager
def served(instance: Path, *, processes: int = 1, host: str = "127.0.0.1", database: str = "") -> Iterator[Served]:
    """Set up the demonstration in `instance` and serve it on a free port until the block ends.

    `database`: an address in place of the SQLite file in the instance folder.
    """
    url = f"http://{host}:{_free_port()}"
    environment = {
        **os.environ,
        "IKZ_AWARD_INSTANCE": str(instance),
        "IKZ_AWARD_BASE_URL": url,
        "IKZ_AWARD_MODE": "development",
    } | ({"IKZ_AWARD_DATABASE": database} if database else {})
    _award(environment, "setup")
    server = Server(url, environment, instance / "server.log", processes=processes)
    server.start()
    try:
        yield Served(url, instance, environment, server)
    finally:
        server.stop()


def _award(environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [*FLASK, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=START_SECONDS
    )
    if done.returncode:
        raise AssertionError(f"flask award {' '.join(arguments)}: {done.stdout}{done.stderr}")
    return done.stdout


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise AssertionError(f"the server ended: {log.read_text()[-2000:]}")
        try:
            with urllib.request.urlopen(url, timeout=SECONDS):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"no answer from {url}: {log.read_text()[-2000:]}")
