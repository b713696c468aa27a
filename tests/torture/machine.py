"""The real server on an instance of its own: started, killed in every way, measured."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from ikz_award.adapters.database_copy import PROGRAMS
from tests.torture.browser import Browser, Lost
from tests.torture.scene import FAR, Scene, set_scene
from tests.torture.steered import Wheel

ROOT = Path(__file__).resolve().parents[2]
# How long a machine that does much else may take before a start counts as failed.
START = 120.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def children_of(pid: int) -> list[int]:
    found: list[int] = []
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += [int(one) for one in (task / "children").read_text().split()]
    except OSError:
        return []
    return sorted(found)


def name_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""


def _living(pid: int) -> list[int]:
    return [one for one in children_of(pid) if is_alive(one)]


def family_of(pid: int) -> list[int]:
    """The process and all that came of it."""
    return [pid, *(one for child in children_of(pid) for one in family_of(child))]


def kill(*pids: int) -> None:
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


@dataclass
class Machine:
    """`instance` with its scene; the database is SQLite there, or `database`. Clock and log lie in `outside`, beside it."""

    instance: Path
    database: str = ""
    processes: int = 2
    outside: Path | None = None
    # Starts servers without importing the program anew; None: each start is a whole one.
    starter: "Callable[[Machine], None] | None" = None

    def __post_init__(self) -> None:
        self.port = free_port()
        beside = (self.outside or self.instance.parent) / self.instance.name
        self.clock, self.log, self.pid_file = (beside.with_suffix(suffix) for suffix in (".clock", ".log", ".pid"))
        self.wheel = Wheel(self.clock)
        self.scene = Scene.load(self.instance / "scene.json")
        self.pid = 0

    @property
    def environment(self) -> dict[str, str]:
        own = {
            "IKZ_AWARD_INSTANCE": str(self.instance),
            "IKZ_AWARD_BASE_URL": f"http://127.0.0.1:{self.port}",
            "IKZ_AWARD_MODE": "development",
            "TORTURE_CLOCK": str(self.clock),
        }
        if not self.database:
            return own
        from tests.postgres import programs

        return own | {"IKZ_AWARD_DATABASE": self.database, PROGRAMS: str(programs())}

    def start(self, *, is_whole: bool = False) -> None:
        """Start the program and wait until it answers. `is_whole`: with its imports, whatever the starter could spare."""
        if self.starter and not is_whole:
            self.starter(self)
            return
        command = [sys.executable, "-m", "tests.torture.steered", "award", "serve", f"--port={self.port}"]
        with self.log.open("a") as log:
            process = subprocess.Popen(
                [*command, f"--processes={self.processes}"],
                cwd=ROOT,
                env={**os.environ, **self.environment},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.pid = process.pid
        self._process = process
        self.wait(is_over=lambda: process.poll() is not None)

    def wait(self, *, is_over: Callable[[], bool] = lambda: False) -> float:
        """Seconds until a page is answered."""
        begun = time.monotonic()
        browser = Browser(self.port, address="127.0.0.9", patience=5)
        while time.monotonic() - begun < START and not is_over():
            try:
                if browser.get("/readyz").status == 200:
                    return time.monotonic() - begun
            except Lost:
                time.sleep(0.02)
        raise AssertionError(f"no answer: {self.log.read_text()[-2000:]}")

    def stop(self) -> None:
        """In good order; whatever is left after that is a fault."""
        family = family_of(self.pid)
        os.kill(self.pid, signal.SIGINT)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and any(is_alive(one) for one in family):
            if process := getattr(self, "_process", None):
                process.poll()
            time.sleep(0.05)
        left = [one for one in family if is_alive(one)]
        kill(*left)
        self._reap()
        assert not left, f"still there after the end: {left}"

    def web(self) -> int:
        """The part that listens."""
        return self._part("ikz-web")

    def worker(self) -> int:
        return self._part("ikz-worker")

    def web_processes(self) -> list[int]:
        """Those that answer, whatever becomes of the part meanwhile."""
        parts = [one for one in _living(self.pid) if name_of(one) == "ikz-web"]
        return [one for part in parts for one in _living(part)]

    def _part(self, name: str) -> int:
        """As soon as it is there."""
        wait_until(lambda: any(name_of(one) == name for one in _living(self.pid)), what=name)
        return next(one for one in _living(self.pid) if name_of(one) == name)

    def kill_all(self) -> None:
        kill(*family_of(self.pid))
        self._reap()

    def kill_parent(self) -> None:
        """Its children have to end by themselves."""
        family = family_of(self.pid)
        kill(self.pid)
        self._reap()
        wait_until(lambda: not any(is_alive(one) for one in family), what="orphans outlive the parent", seconds=10)

    def _reap(self) -> None:
        """After it was killed or has ended."""
        if process := getattr(self, "_process", None):
            process.wait(30)

    def memory(self) -> int:
        """Bytes of all processes, what they share divided among them."""
        return sum(_proportional(one) for one in family_of(self.pid))

    def award(self, *arguments: str, codes: Collection[int] = (0,)) -> str:
        """`flask award …` on the same instance; its output. Raises if it ends otherwise than with one of `codes`."""
        command = [sys.executable, "-m", "tests.torture.steered", "award", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env={**os.environ, **self.environment}, capture_output=True, text=True, timeout=600
        )
        assert done.returncode in codes, f"flask award {' '.join(arguments)}: {done.stdout}{done.stderr}"
        return done.stdout


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_until(look: Callable[[], object], *, what: str, seconds: float = START) -> float:
    """Seconds until there is something."""
    begun = time.monotonic()
    while not look():
        assert time.monotonic() - begun < seconds, f"never came: {what}"
        time.sleep(0.02)
    return time.monotonic() - begun


def _proportional(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def template(folder: Path, *, applicants: int, deadline: timedelta = FAR) -> Path:
    """An instance with a scene, on SQLite, made once in `folder` and copied from then on."""
    made = folder / f"template-{applicants}-{deadline.total_seconds():.0f}"
    if not made.exists():
        draft = folder / f"draft-{made.name}"
        draft.mkdir(parents=True)
        set_scene(draft, applicants=applicants, deadline=deadline)
        draft.rename(made)
    return made


def copy_of(made: Path, place: Path) -> Path:
    shutil.copytree(made, place)
    return place
