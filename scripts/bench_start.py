"""What a start costs: CPU of `import wsgi` against the bare frameworks, of `flask award serve` against one import, idle memory.

CPU seconds, not wall time, each in a fresh process and in turn, and of each side the median: other work on the machine weighs
on both sides alike. Of an import there are two figures: by itself, and of the process that does it and ends, since Python takes
apart what was imported when nobody keeps it from that. Memory is the proportional share (PSS), so that pages which the parts
share count once.
"""

import argparse
import os
import resource
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

MEBIBYTE = 1024 * 1024
# What every page needs, however it is written: the peer.
FRAMEWORKS = (
    "import flask, flask_babel, flask_security, flask_sqlalchemy, flask_talisman, flask_wtf, structlog, sqlalchemy.orm, "
    "sqlalchemy.dialects.postgresql, sqlalchemy.dialects.sqlite"
)
IMPORT_LIMIT, PROCESS_LIMIT, SERVE_LIMIT, COMMAND_LIMIT, MEMORY_LIMIT = 2.2, 1.5, 2.0, 1.6, 250
SAY_CPU = "; import time; print(time.process_time())"
TICK = os.sysconf("SC_CLK_TCK")


class Place:
    """A checkout, and an instance folder for it."""

    def __init__(self, root: Path, instance: Path) -> None:
        self.root = root
        self.environment = {**os.environ, "IKZ_AWARD_INSTANCE": str(instance), "IKZ_AWARD_MODE": "development"}
        self.environment.pop("IKZ_AWARD_BASE_URL", None)
        self.award = [sys.executable, "-m", "flask", "--app", "wsgi", "award"]

    def cpu(self, command: Sequence[str], *, out: int | None = subprocess.DEVNULL) -> float:
        """CPU seconds of a command and what it started and waited for."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=self.root, env=self.environment, stdout=out, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def imported(self, statement: str) -> float:
        """CPU seconds of a fresh process until a statement is done."""
        command = [sys.executable, "-c", f"{statement}{SAY_CPU}"]
        done = subprocess.run(command, cwd=self.root, env=self.environment, check=True, capture_output=True, text=True)
        return float(done.stdout.split()[-1])

    def serve(self) -> tuple[float, float]:
        """CPU seconds until every part of `serve` is ready, and MiB of all of them when idle."""
        port = free_port()
        started = subprocess.Popen(
            [*self.award, "serve", f"--port={port}"], cwd=self.root, env=self.environment, stdout=subprocess.DEVNULL
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/readyz", started)
            spent = sum(cpu_of(process) for process in family(started.pid))
            fetch(f"http://127.0.0.1:{port}/")
            settle(started.pid)
            return spent, sum(share_of(process) for process in family(started.pid)) / MEBIBYTE
        finally:
            started.send_signal(signal.SIGTERM)
            started.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fetch(url: str) -> None:
    with urllib.request.urlopen(url) as answer:  # noqa: S310 - our own server
        answer.read()


def wait_for(url: str, started: subprocess.Popen[bytes]) -> None:
    while started.poll() is None:
        try:
            fetch(url)
        except OSError:  # nobody listens yet, or 503
            time.sleep(0.2)
        else:
            return
    sys.exit("The server ended.")


def family(pid: int) -> Iterator[int]:
    yield pid
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from family(int(child))


def cpu_of(pid: int) -> float:
    """Of the process and of the children it waited for."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(int(ticks) for ticks in fields[11:15]) / TICK


def share_of(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def settle(pid: int) -> None:
    """Wait until the family has nothing left to do: under a twentieth of a core for three seconds."""
    while True:
        before = sum(cpu_of(process) for process in family(pid))
        time.sleep(3)
        if sum(cpu_of(process) for process in family(pid)) - before < 0.15:
            return


def measured(place: Place, rounds: int) -> Mapping[str, float]:
    """Medians: seconds of CPU, and MiB."""
    names = ("frameworks alone", "wsgi alone", "frameworks", "wsgi", "command", "serve", "memory")
    sides: dict[str, list[float]] = {name: [] for name in names}
    place.cpu([*place.award, "setup"])
    for _round in range(rounds):
        sides["frameworks alone"].append(place.imported(FRAMEWORKS))
        sides["wsgi alone"].append(place.imported("import wsgi"))
        sides["frameworks"].append(place.cpu([sys.executable, "-c", FRAMEWORKS]))
        sides["wsgi"].append(place.cpu([sys.executable, "-c", "import wsgi"]))
        sides["command"].append(place.cpu([*place.award, "create-admin", "--help"]))
        spent, memory = place.serve()
        sides["serve"].append(spent)
        sides["memory"].append(memory)
    return {name: statistics.median(values) for name, values in sides.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help="another checkout")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measured(Place(arguments.root, Path(folder)), arguments.rounds)
    rows = (
        ("`import wsgi`", found["wsgi alone"], "the frameworks alone", found["frameworks alone"], IMPORT_LIMIT),
        ("a process with it, to its end", found["wsgi"], "one with these", found["frameworks"], PROCESS_LIMIT),
        ("a command of `flask award`", found["command"], "a process with `import wsgi`", found["wsgi"], COMMAND_LIMIT),
        ("`flask award serve` until ready", found["serve"], "a process with `import wsgi`", found["wsgi"], SERVE_LIMIT),
    )
    print("| Start | CPU | against | CPU | ratio | limit |")
    print("|---|---|---|---|---|---|")
    for name, own, peer, theirs, limit in rows:
        print(f"| {name} | {own:.2f} s | {peer} | {theirs:.2f} s | {own / theirs:.2f} | {limit} |")
    print()
    print("| Idle, web and worker and who watches them | memory | limit |")
    print("|---|---|---|")
    print(f"| two web processes | {found['memory']:.0f} MB | {MEMORY_LIMIT} MB |")
    sys.exit(found["memory"] > MEMORY_LIMIT or any(own > limit * theirs for _n, own, _p, theirs, limit in rows))


if __name__ == "__main__":
    main()
