"""A process that has imported the program and forks servers from there: for hundreds of kills imports were most of the work."""

import json
import os
import subprocess
import sys
from typing import IO

from tests.torture.machine import ROOT, Machine, is_alive, wait_until


class Zygote:
    """Starts the server of one machine without importing the program anew each time."""

    def __init__(self, machine: Machine) -> None:
        environment = {**os.environ, **machine.environment, "TORTURE_ZYGOTE": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.steered"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert _pipe(self._process.stdout).readline() == "ready\n"

    def start(self, machine: Machine) -> None:
        machine.pid_file.unlink(missing_ok=True)
        own = {"TORTURE_PID": str(machine.pid_file), "TORTURE_PORT": str(machine.port), "TORTURE_LOG": str(machine.log)}
        own["TORTURE_PROCESSES"] = str(machine.processes)
        asked = _pipe(self._process.stdin)
        asked.write(json.dumps({**machine.environment, **own}) + "\n")
        asked.flush()
        wait_until(lambda: machine.pid_file.exists() and machine.pid_file.read_text(), what="a server's number")
        machine.pid = int(machine.pid_file.read_text())
        machine.wait(is_over=lambda: not is_alive(machine.pid))

    def end(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            _pipe(pipe).close()
        self._process.wait(30)


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe
