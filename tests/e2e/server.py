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

ROOT = Path(__file__).resolve().parents[2]
FLASK = [str(Path(sys.executable).parent / "flask"), "--app", "wsgi", "award"]


@dataclass(frozen=True)
class Served:
    """A running application: its address and its instance folder."""

    url: str
    instance: Path
    environment: dict[str, str]

    def award(self, *arguments: str) -> str:
        """Run a `flask award` command against the same instance; its output. Raises if it fails."""
        done = subprocess.run([*FLASK, *arguments], cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=120)
        if done.returncode:
            raise AssertionError(f"flask award {' '.join(arguments)}: {done.stdout}{done.stderr}")
        return done.stdout


@contextmanager
def served(instance: Path, *, processes: int = 1) -> Iterator[Served]:
    """Set up the demonstration in `instance` and serve it on a free port until the block ends."""
    port = _free_port()
    environment = {
        **os.environ,
        "IKZ_AWARD_INSTANCE": str(instance),
        "IKZ_AWARD_BASE_URL": f"http://127.0.0.1:{port}",
        "IKZ_AWARD_MODE": "development",
    }
    application = Served(f"http://127.0.0.1:{port}", instance, environment)
    application.award("setup")
    log = (instance / "server.log").open("w")
    server = subprocess.Popen(
        [*FLASK, "serve", f"--port={port}", f"--processes={processes}"], cwd=ROOT, env=environment, stdout=log, stderr=log
    )
    try:
        _wait_for(f"{application.url}/healthz", server, instance / "server.log")
        yield application
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=30)
        log.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        if server.poll() is not None:
            raise AssertionError(f"the server ended: {log.read_text()[-2000:]}")
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"no answer from {url}: {log.read_text()[-2000:]}")
