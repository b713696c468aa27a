"""A start on a machine under load: slow, and whole. Nothing is given up because seconds passed."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pysqlite3
import pytest
from flask_migrate import upgrade

from config import TestConfig
from ikz_award import create_app
from ikz_award.adapters import database
from tests.e2e.driver.patience import START_SECONDS
from tests.e2e.driver.server import Server, _award, _free_port


def test_a_migration_waits_for_another_one_however_long_it_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WAIT", 0)  # else a test would have to outlast ten seconds
    app = create_app(TestConfig(tmp_path))
    other = pysqlite3.connect(tmp_path / "award.db", isolation_level=None, check_same_thread=False)
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(0.5, other.close).start()
    with app.app_context():
        upgrade()
        with app.extensions["migrate"].db.engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM alembic_version").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 0, "others are no more patient than before"
        app.extensions["migrate"].db.engine.dispose()


@pytest.mark.long
def test_every_part_of_a_start_comes_up_under_load_and_none_is_started_twice(tmp_path: Path) -> None:
    url, log = f"http://127.0.0.1:{_free_port()}", tmp_path / "server.log"
    environment = {**os.environ, "IKZ_AWARD_INSTANCE": str(tmp_path / "instance"), "IKZ_AWARD_BASE_URL": url}
    _award(environment, "setup")  # in peace: it is the start that is to be slow
    server = Server(url, environment, log, processes=2)
    try:
        with hogs(2 * (os.cpu_count() or 1)), stumbling():
            server.start()
            until_ready(f"{url}/readyz")
    finally:
        server.stop()
    said = log.read_text()
    assert "ikz-award: http" in said
    assert "part ended" not in said
    assert "Traceback" not in said
    assert "Respawning" not in said


@contextmanager
def hogs(count: int) -> Iterator[None]:
    """Processes that want every core, all the time."""
    running = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for one in running:
            one.kill()
            one.wait()


@contextmanager
def stumbling() -> Iterator[None]:
    """Every `flask` that this process starts, and its children, stand still most of the time: 0.2 of every 0.25 seconds."""
    over = threading.Event()

    def stumble() -> None:
        while not over.wait(0.05):
            stopped = [pid for pid in family(os.getpid()) if "flask" in command(pid)]
            tell(stopped, signal.SIGSTOP)
            time.sleep(0.2)
            tell(stopped, signal.SIGCONT)

    thread = threading.Thread(target=stumble)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def family(pid: int) -> Iterator[int]:
    """The descendants of a process."""
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield int(child)
                yield from family(int(child))


def command(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text()
    return ""


def tell(pids: list[int], number: int) -> None:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, number)


def until_ready(url: str) -> None:
    """Until database and worker are heard of."""
    deadline = time.monotonic() + START_SECONDS
    said: object = None
    while time.monotonic() < deadline:
        with suppress(urllib.error.HTTPError), urllib.request.urlopen(url, timeout=START_SECONDS) as answer:
            said = json.load(answer)
            if said == {"status": "ok", "database": "ok", "worker": "ok"}:
                return
        time.sleep(0.2)
    raise AssertionError(f"not ready: {said}")
