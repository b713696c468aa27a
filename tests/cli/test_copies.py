"""Continuous copies: a server under load is killed, its disk is gone, and what the copy lacks is measured."""

import os
import random
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pyrage
import pytest

from config import Config
from ikz_award import create_app
from ikz_award.adapters.database_copy import PROGRAMS
from ikz_award.extensions import db
from tests.cli.writers import Writers, lack_of
from tests.e2e.driver.patience import SECONDS
from tests.e2e.driver.server import Server, _free_port, served
from tests.postgres import programs, server_on

# What a lost disk may cost, seconds.
LIMIT = 1.0
# How many the long form loses.
LOSSES = 20


@dataclass(frozen=True)
class Ground:
    """Where it happens: the disk that is lost, the other one, and the key that copies are encrypted to."""

    lost: Path
    kept: Path
    identity: Path
    recipient: str


@pytest.fixture
def ground(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ground:
    secret = pyrage.x25519.Identity.generate()
    (tmp_path / "identity").write_text(str(secret))
    monkeypatch.setenv("IKZ_AWARD_COPY", str(tmp_path / "copies"))
    monkeypatch.setenv("IKZ_AWARD_BACKUP_KEY", str(secret.to_public()))
    return Ground(tmp_path / "instance", tmp_path / "copies", tmp_path / "identity", str(secret.to_public()))


def wait_for_copy(kept: Path) -> None:
    deadline = time.monotonic() + SECONDS
    while not list(kept.glob("copies/*/usable")):
        assert time.monotonic() < deadline, "never came: a copy that can be restored from"
        time.sleep(0.05)


def lose(disk: Path) -> None:
    """At once; what was killed a moment ago may still be writing there, but nobody finds it any more."""
    disk.rename(disk.with_name("lost"))
    shutil.rmtree(disk.with_name("lost"), ignore_errors=True)


def award(instance: Path, *arguments: object) -> str:
    """A command on an instance other than the one that was lost; in this process, which has imported everything already."""
    app = create_app(Config(instance))
    with app.app_context():
        done = app.test_cli_runner().invoke(args=["award", *map(str, arguments)])
        db.session.remove()
        db.engine.dispose()
    assert done.exit_code == 0, f"{done.output}{done.exception}"
    return done.output


@contextmanager
def serving(instance: Path, *, copies: bool = False) -> Iterator[tuple[str, Server]]:
    """The application on an instance that is there; its address. `copies`: continuously, as the environment says."""
    url = f"http://127.0.0.1:{_free_port()}"
    environment = {name: value for name, value in os.environ.items() if copies or name != "IKZ_AWARD_COPY"}
    environment |= {"IKZ_AWARD_INSTANCE": str(instance), "IKZ_AWARD_BASE_URL": url}
    server = Server(url, environment, instance.with_name("server.log"), processes=2)
    server.start()
    try:
        yield url, server
    finally:
        server.stop()


def test_a_lost_disk_costs_less_than_a_second_and_the_backup_nothing_before_it_began(ground: Ground, tmp_path: Path) -> None:
    award(ground.lost, "setup")
    with serving(ground.lost, copies=True) as (url, server):
        wait_for_copy(ground.kept)
        writers = Writers(url, typing=2)
        writers.start()
        try:
            writers.wait_for(texts=10, files=1)
            before = writers.snapshot()
            award(ground.lost, "backup", ground.kept)
            writers.wait_for(texts=10, files=1)
        finally:
            ended = time.monotonic()
            server.kill()
            lose(ground.lost)
            writers.stop()
    assert writers.faults(before=ended) == []
    # The backup: all that was acknowledged when it began.
    backed_up, unlock = tmp_path / "from-backup", ("--identity", ground.identity)
    assert "Every invariant holds" in award(tmp_path / "x", "restore", ground.kept, "--instance", backed_up, *unlock)
    assert lack_of(before, ended=ended, database=f"sqlite:///{backed_up / 'award.db'}").count == 0
    # The copy: all but the last second.
    restored = tmp_path / "from-copy"
    assert "Every invariant holds" in award(tmp_path / "x", "restore-copy", ground.kept, "--instance", restored, *unlock)
    lack = lack_of(writers.told, ended=ended, database=f"sqlite:///{restored / 'award.db'}")
    assert lack.seconds <= LIMIT, lack
    # And people go on there, at once and many.
    with serving(restored) as (url, _server):
        again = Writers(url, typing=2)
        again.start()
        try:
            again.wait_for(texts=5, files=1)
        finally:
            again.stop()
        assert again.faults() == []
        assert "Nothing differs" in award(restored, "verify", "--database")
    assert "Every invariant holds" in award(restored, "check")


@pytest.mark.long
def test_many_disks_are_lost_and_none_costs_a_second(
    ground: Ground, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The figures: losses in milliseconds, seconds of a restore with its check."""
    seed, losses, restores, told = tmp_path / "seed", list[float](), list[float](), 0
    award(seed, "setup")
    rng = random.Random(16)
    for number in range(LOSSES):
        shutil.copytree(seed, ground.lost)
        with serving(ground.lost, copies=True) as (url, server):
            wait_for_copy(ground.kept)
            writers = Writers(url, typing=3)
            writers.start()
            try:
                writers.wait_for(texts=8, files=1)
                time.sleep(rng.random() * 3)  # anywhere between two looks, uploads and checkpoints
            finally:
                ended = time.monotonic()
                server.kill()
                lose(ground.lost)
                writers.stop()
        assert writers.faults(before=ended) == []
        back, begun = tmp_path / f"back-{number}", time.monotonic()
        said = award(tmp_path / "x", "restore-copy", ground.kept, "--instance", back, "--identity", ground.identity)
        assert "Every invariant holds" in said
        restores.append(time.monotonic() - begun)
        lack = lack_of(writers.told, ended=ended, database=f"sqlite:///{back / 'award.db'}")
        losses.append(lack.seconds)
        told += sum(len(one.texts) + len(one.files) for one in writers.told)
        shutil.rmtree(ground.kept)
        shutil.rmtree(back)
    (tmp_path / "figures.txt").write_text(f"{told} acknowledged; lost, s: {losses}; restored and checked, s: {restores}\n")
    assert max(losses) <= LIMIT, losses


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """A server on a data folder, on which `lose_server` may work; its address as the application takes it."""
    server = server_on(folder)
    try:
        yield server.get_uri().replace("postgresql://postgres:@", "postgresql+psycopg://postgres@", 1)
    finally:
        with suppress(Exception):
            server.cleanup()


def lose_server(folder: Path) -> None:
    """The postmaster and all its children at once, and then its disk."""
    postmaster = int((folder / "postmaster.pid").read_text().split()[0])
    children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
    for pid in (postmaster, *map(int, children)):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    lose(folder)


@pytest.mark.long
def test_on_postgresql_a_lost_disk_costs_less_than_a_second_too(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PROGRAMS, str(programs()))
    unlock = ("--identity", ground.identity)
    # Not in pytest's own folders: for root the server runs as somebody else, who may not look into them.
    with TemporaryDirectory(prefix="pg") as place:
        lost, data, restored = Path(place) / "lost-one", Path(place) / "data", tmp_path / "from-copy"
        with postgresql(lost) as database, served(ground.lost, database=database) as application:
            owner = lost.stat().st_uid
            wait_for_copy(ground.kept)
            writers = Writers(application.url, typing=2)
            writers.start()
            try:
                writers.wait_for(texts=10, files=1)
            finally:
                ended = time.monotonic()
                application.server.kill()
                lose_server(lost)
                lose(ground.lost)
                writers.stop()
        assert writers.faults(before=ended) == []
        said = award(tmp_path / "x", "restore-copy", ground.kept, "--instance", restored, "--postgres-data", data, *unlock)
        assert "is restored in" in said
        for path in (Path(place), data, *data.rglob("*")):
            shutil.chown(path, owner)
        with postgresql(data) as found:
            lack = lack_of(writers.told, ended=ended, database=found)
            assert lack.seconds <= LIMIT, lack
            monkeypatch.setenv("IKZ_AWARD_DATABASE", found)
            assert "Every invariant holds" in award(restored, "check")
            assert "Nothing differs" in award(restored, "verify", "--database")
