"""Print a report in a subprocess of its own, bounded in time, memory and pages.

The child is `ikz_award.reports.print_job`, asked as `adapters.sandbox` says; it inherits no environment, so none of the
application's secrets.
"""

import base64
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import Any

from ikz_award.adapters.sandbox.parent import MEBIBYTE, Bounds, Child, Ended, command_of
from ikz_award.reports.pdf import EmbeddedFile

COMMAND = command_of("ikz_award.reports.print_job", writes_files=True)
# What the child reports of a stage → what a person reads.
LABELS: dict[str, str] = {"layout": _("Seiten werden gesetzt"), "writing": _("PDF wird geschrieben"), "done": _("Fertig")}


class ReportFailed(Exception):  # noqa: N818 - named like domain.words.errors.Refused: a state of affairs, not a bug
    """A report could not be printed. `reason` is one of time, memory, pages, document, crash; the message is for logs."""

    def __init__(self, *, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class Limits(Bounds):
    """Bounds of one print: for 75 entries about three times the memory and ten times the time that is needed."""

    wall_seconds: float = 300
    cpu_seconds: int = 240
    memory_bytes: int = 1536 * MEBIBYTE
    writes_files: bool = True
    max_pages: int = 1_500


@dataclass(frozen=True, kw_only=True)
class PrintJob:
    """What to print. `expected_pages` is an estimate for the progress only."""

    html: str
    title: str
    expected_pages: int
    attachments: tuple[EmbeddedFile, ...] = ()


class PrintInterrupted(OSError):  # noqa: N818 - no fault of the report
    """Somebody ended the child, the system for want of memory, say, or the disk is full: it can succeed another time."""


@dataclass(frozen=True, kw_only=True)
class PrintedReport:
    """What came out: `warnings` are WeasyPrint's (there should be none), `peak_bytes` the child's resident memory."""

    pages: int
    peak_bytes: int
    warnings: tuple[str, ...]


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
    with tempfile.TemporaryDirectory(prefix=".print-", dir=path.parent) as name:
        folder = Path(name)
        target = folder / "report.pdf"
        result = _print(_request(job, limits, target), folder, limits, on_progress)
        _replace_durably(target, path)
    return PrintedReport(pages=result["pages"], peak_bytes=result["peak_bytes"], warnings=tuple(result["warnings"]))


def _print(
    request: dict[str, Any], folder: Path, limits: Limits, on_progress: Callable[[int, int, str], None]
) -> dict[str, Any]:
    """What the child says of a printed report."""

    def hear(event: dict[str, Any]) -> None:
        on_progress(event["done"], event["total"], LABELS[event["stage"]])

    with (folder / "errors").open("w+b") as errors, Child(COMMAND, bounds=limits, folder=folder, errors=errors) as child:
        answer = child.ask(request, hear=hear)
        if answer is None:
            how, code = child.how_it_ended()
            errors.seek(0)
            raise _failure(how, code, limits, errors.read().decode(errors="replace")[-2_000:])
    event, _body = answer
    if event["event"] == "interrupted":
        raise PrintInterrupted(event["message"])
    if event["event"] != "result":
        raise ReportFailed(reason=event["reason"], message=event["message"])
    return event


def _failure(how: Ended, code: int, limits: Limits, stderr: str) -> ReportFailed:
    if how is Ended.TIME:
        return ReportFailed(reason="time", message=f"printing took more than {limits.wall_seconds:g} s")
    if how is Ended.OUTSIDE:
        raise PrintInterrupted(f"the printing process was ended from outside ({code})")
    if how is Ended.PROCESSOR:
        return ReportFailed(reason="time", message=f"printing used more than {limits.cpu_seconds} s of the processor")
    if "MemoryError" in stderr or "llocat" in stderr:
        # Libraries in C cannot raise MemoryError: GLib says "failed to allocate" and aborts.
        return ReportFailed(reason="memory", message=f"printing needs more than {limits.memory_bytes // MEBIBYTE} MiB")
    return ReportFailed(reason="crash", message=f"the printing process ended with {code}: {stderr.strip()[-500:]}")


def _request(job: PrintJob, limits: Limits, target: Path) -> dict[str, Any]:
    return {
        "html": job.html,
        "title": job.title,
        "expected_pages": job.expected_pages,
        "target": str(target),
        "max_pages": limits.max_pages,
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


def _replace_durably(source: Path, path: Path) -> None:
    with source.open("rb") as file:
        os.fsync(file.fileno())
    source.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
