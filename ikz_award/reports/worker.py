"""Print a report in a subprocess of its own, bounded in time, memory and pages.

The child is `python -m ikz_award.reports.print_job`. It gets the job as JSON on its standard input and answers with one
JSON object a line on its standard output; it inherits no environment, so none of the application's secrets.
"""

import base64
import errno
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from gettext import gettext as _
from pathlib import Path
from typing import IO, Any

from ikz_award.adapters.processes import PARENT
from ikz_award.reports.bundle import ROOT
from ikz_award.reports.pdf import EmbeddedFile

MEBIBYTE = 1024 * 1024
# The Python flags of the child: no user site, and no surprises from the current folder beyond the project itself.
COMMAND = (sys.executable, "-s", "-m", "ikz_award.reports.print_job")
# What the child reports of a stage → what a person reads.
LABELS: dict[str, str] = {"layout": _("Seiten werden gesetzt"), "writing": _("PDF wird geschrieben"), "done": _("Fertig")}


class ReportFailed(Exception):  # noqa: N818 - named like domain.words.errors.Refused: a state of affairs, not a bug
    """A report could not be printed. `reason` is one of time, memory, pages, document, crash; the message is for logs."""

    def __init__(self, *, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Bounds of one print: for 75 entries about three times the memory and ten times the time that is needed."""

    wall_seconds: float = 300
    cpu_seconds: int = 240
    memory_bytes: int = 1536 * MEBIBYTE  # address space, which is more than what is resident
    max_pages: int = 1_500


@dataclass(frozen=True, kw_only=True)
class PrintJob:
    """What to print. `expected_pages` is an estimate for the progress only."""

    html: str
    title: str
    expected_pages: int
    attachments: tuple[EmbeddedFile, ...] = ()


# The disk's fault, or the machine's, and not the document's. What libraries say of a document has no such number.
SHORTAGES = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EMFILE, errno.ENFILE})


class PrintInterrupted(OSError):  # noqa: N818 - no fault of the report
    """Somebody ended the child, the system for want of memory, say, or the disk is full: it can succeed another time."""


@dataclass(frozen=True, kw_only=True)
class PrintedReport:
    """What came out: `warnings` are WeasyPrint's (there should be none), `peak_bytes` the child's resident memory."""

    pages: int
    peak_bytes: int
    warnings: tuple[str, ...]


@dataclass(kw_only=True)
class _Child:
    """What is known of the running child."""

    events: list[dict[str, Any]] = field(default_factory=list)
    ran_out_of_time: bool = False

    def last(self, name: str) -> dict[str, Any] | None:
        return next((event for event in reversed(self.events) if event["event"] == name), None)


def print_in_subprocess(
    *,
    job: PrintJob,
    path: Path,
    limits: Limits,
    on_progress: Callable[[int, int, str], None],
) -> PrintedReport:
    """Print `job` to `path`, which is replaced at once when the whole PDF is durably written, and untouched otherwise.

    `on_progress` hears (done, total, label) in this thread, `done` never falling. Raises `ReportFailed`, `PrintInterrupted`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".print-", dir=path.parent) as folder:
        target = Path(folder) / "report.pdf"
        child = _Child()
        with _input_file(job, limits, target, folder) as job_file, (Path(folder) / "errors").open("w+b") as errors:
            code = _run(child, job_file, errors, folder, limits, on_progress)
            errors.seek(0)
            stderr = errors.read().decode(errors="replace")[-2_000:]
        result = child.last("result")
        if code != 0 or result is None:
            raise _failure(child, code, limits, stderr)
        _replace_durably(target, path)
        return PrintedReport(pages=result["pages"], peak_bytes=result["peak_bytes"], warnings=tuple(result["warnings"]))


def _run(
    child: _Child,
    job_file: IO[bytes],
    errors: IO[bytes],
    folder: str,
    limits: Limits,
    on_progress: Callable[[int, int, str], None],
) -> int:
    """Start the child, pass its progress on until it ends or its time is up; its exit code."""
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "HOME": folder,
        "TMPDIR": folder,
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        PARENT: str(os.getpid()),
    }
    process = subprocess.Popen(  # noqa: S603 - a fixed command; nothing of the job is in it
        COMMAND, cwd=ROOT, env=environment, stdin=job_file, stdout=subprocess.PIPE, stderr=errors, start_new_session=True
    )

    def stop() -> None:
        child.ran_out_of_time = True
        _kill(process)

    timer = threading.Timer(limits.wall_seconds, stop)
    timer.start()
    try:
        with process.stdout or open(os.devnull, "rb") as lines:  # noqa: PTH123 - stdout is a pipe here
            for line in lines:
                _hear(child, line, on_progress)
        return process.wait()
    finally:
        timer.cancel()
        _kill(process)
        process.wait()


def _hear(child: _Child, line: bytes, on_progress: Callable[[int, int, str], None]) -> None:
    try:
        event = json.loads(line)
    except ValueError:
        return  # a library printed something
    if not isinstance(event, dict) or "event" not in event:
        return
    child.events.append(event)
    if event["event"] == "progress":
        on_progress(event["done"], event["total"], LABELS[event["stage"]])


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the child and whatever it started; it leads a process group of its own."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)


def _failure(child: _Child, code: int, limits: Limits, stderr: str) -> ReportFailed:
    if child.ran_out_of_time:
        return ReportFailed(reason="time", message=f"printing took more than {limits.wall_seconds:g} s")
    if code in (-signal.SIGKILL, -signal.SIGTERM):
        raise PrintInterrupted(f"the printing process was ended from outside ({code})")
    if code == -signal.SIGXCPU:
        return ReportFailed(reason="time", message=f"printing used more than {limits.cpu_seconds} s of the processor")
    if short := child.last("interrupted"):
        raise PrintInterrupted(short["message"])
    if refused := child.last("error"):
        return ReportFailed(reason=refused["reason"], message=refused["message"])
    if "MemoryError" in stderr or "llocat" in stderr:
        # Libraries in C cannot raise MemoryError: GLib says "failed to allocate" and aborts.
        return ReportFailed(reason="memory", message=f"printing needs more than {limits.memory_bytes // MEBIBYTE} MiB")
    return ReportFailed(reason="crash", message=f"the printing process ended with {code}: {stderr.strip()[-500:]}")


@contextmanager
def _input_file(job: PrintJob, limits: Limits, target: Path, folder: str) -> Generator[IO[bytes]]:
    """The job as a file for the child's standard input: JSON, so that reading it can run nothing."""
    document = {
        "html": job.html,
        "title": job.title,
        "expected_pages": job.expected_pages,
        "target": str(target),
        "limits": asdict(limits),
        "attachments": [
            {
                "name": file.name,
                "content": base64.b64encode(file.content).decode(),
                "description": file.description,
                "created_at": file.created_at.isoformat(),
            }
            for file in job.attachments
        ],
    }
    with tempfile.TemporaryFile(dir=folder) as file:
        file.write(json.dumps(document).encode())
        file.seek(0)
        yield file


def _replace_durably(source: Path, path: Path) -> None:
    with source.open("rb") as file:
        os.fsync(file.fileno())
    source.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def set_limits(limits: Limits) -> None:
    """Bound the calling process; called by the child, before it imports anything large."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
