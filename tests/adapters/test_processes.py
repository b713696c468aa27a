"""Parts of one program, as real processes: each is started again, none outlives the parent, all end in good order."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from ikz_award.adapters.processes import Part

PROGRAM = """
import os, signal, subprocess, sys, time
from pathlib import Path
from ikz_award.adapters import processes
from ikz_award.adapters.processes import Part, die_with_parent, keep_running

processes.BACK_OFF = (0.05,)
folder = Path(sys.argv[1])

def steady():
    child = subprocess.Popen([sys.executable, "-c", "import sys; from ikz_award.adapters.processes import die_with_parent;"
        f"die_with_parent({os.getpid()}); open(sys.argv[1], 'w').close(); import time; time.sleep(600)", str(folder / "ready")])
    note("steady", child.pid)
    signal.signal(signal.SIGTERM, lambda *_: (time.sleep(0.5), note("goodbye"), os._exit(0)))
    time.sleep(600)

def last():
    signal.signal(signal.SIGTERM, lambda *_: (note("last", (folder / "goodbye").exists()), os._exit(0)))
    time.sleep(600)

def failing():
    note("failing")
    raise ValueError("a fault of this part")

def note(name, child=0):
    with (folder / name).open("a") as file:
        file.write(f"{os.getpid()} {int(child)}\\n")

(folder / "parent").write_text(str(os.getpid()))
keep_running([Part("last", last, ends_last=True), Part("steady", steady), Part("failing", failing)], grace=5)
"""


@pytest.fixture
def program(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, "-c", PROGRAM, str(tmp_path)], stdout=subprocess.DEVNULL) as running:
        wait_until(lambda: (tmp_path / "ready").exists())
        yield running
        running.kill()


def wait_until(condition: object) -> None:
    """For a state, however slow the machine is."""
    for _ in range(6000):
        if condition():  # type: ignore[operator]
            return
        time.sleep(0.01)
    raise AssertionError("it never came")


def lines(path: Path) -> list[list[int]]:
    return [[int(word) for word in line.split()] for line in path.read_text().splitlines()] if path.exists() else []


def is_alive(pid: int) -> bool:
    with suppress(FileNotFoundError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] != "Z"
    return False


def test_a_part_that_ends_is_started_again_and_the_other_goes_on(program: subprocess.Popen[bytes], tmp_path: Path) -> None:
    wait_until(lambda: len(lines(tmp_path / "failing")) >= 3)
    [[steady, child]] = lines(tmp_path / "steady")
    assert is_alive(steady)
    os.kill(steady, signal.SIGKILL)
    wait_until(lambda: len(lines(tmp_path / "steady")) == 2)
    wait_until(lambda: not is_alive(child))
    assert program.poll() is None


def test_nothing_outlives_a_parent_that_was_killed(program: subprocess.Popen[bytes], tmp_path: Path) -> None:
    [[steady, child]] = lines(tmp_path / "steady")
    program.kill()
    wait_until(lambda: not is_alive(steady) and not is_alive(child))


def test_parts_are_asked_to_end(program: subprocess.Popen[bytes], tmp_path: Path) -> None:
    program.send_signal(signal.SIGINT)
    assert program.wait(timeout=120) == 0
    assert lines(tmp_path / "goodbye"), "the part was asked, not killed"
    assert [after for _pid, after in lines(tmp_path / "last")] == [1], "who looks after the others saw them end"


def test_a_part_that_ends_again_and_again_is_never_away_for_long() -> None:
    part = Part("unlucky", lambda: None, started=time.monotonic())
    waits = [part.note_end() for _end in range(20)]
    assert waits == sorted(waits)
    assert waits[0] <= 1, "the first end costs nothing"
    assert waits[-1] <= 2, "and the start itself has most of the five seconds within which the service is back"
