"""The printing subprocess, started by `worker.py`: it writes a PDF and tells its progress, then result or error."""

# ruff: noqa: E402 - what it may not outlive is said before anything large is imported
from ikz_award.adapters.sandbox.child import SHORTAGES, Channel

CHANNEL = Channel()

import base64
import gc
import resource
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from ikz_award.reports.pdf import EmbeddedFile, Hearing, PageLimitError, RenderError, render_pdf


class PrintProgress:
    """Turns page numbers into progress: the layout is all but the last fifth, its length first estimated, then known."""

    def __init__(self, expected_pages: int) -> None:
        self.expected = max(expected_pages, 1)
        self.pages = 0

    def hear_page(self, number: int) -> None:
        if number <= self.pages:
            return  # laid out once more, because a reference moved
        self.pages = number
        self.tell(min(number, self.expected), "layout")

    def tell(self, done: int, stage: str) -> None:
        send_event(event="progress", done=done, total=self.expected + self.expected // 4 + 1, stage=stage)


def send_event(**event: Any) -> None:
    """Tell the parent: one JSON object a line, at once."""
    CHANNEL.send(event)


def print_job(job: dict[str, Any]) -> None:
    """Print one document to `job["target"]` and tell progress and result. Raises `PageLimitError`, `RenderError`, `OSError`."""
    progress = PrintProgress(job["expected_pages"])
    warnings: list[str] = []
    content = render_pdf(
        html=job["html"],
        title=job["title"],
        attachments=[_embedded_file(each) for each in job["attachments"]],
        max_pages=job["max_pages"],
        hearing=Hearing(
            on_page=progress.hear_page,
            on_laid_out=lambda: progress.tell(progress.expected, "writing"),
            on_warning=warnings.append,
        ),
    )
    Path(job["target"]).write_bytes(content)
    progress.tell(progress.expected + progress.expected // 4 + 1, "done")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    send_event(event="result", pages=progress.pages, peak_bytes=peak, warnings=warnings)


def _embedded_file(record: dict[str, str]) -> EmbeddedFile:
    return EmbeddedFile(
        name=record["name"],
        content=base64.b64decode(record["content"]),
        description=record["description"],
        created_at=datetime.fromisoformat(record["created_at"]),
    )


def main() -> int:
    """The child: one job from standard input under its limits.

    Returns the exit status, 0 when printed, 1 with the reason told.
    """
    CHANNEL.take_bounds()
    # A render builds millions of objects that all live to its end; looking for garbage among them costs a quarter of it.
    gc.disable()
    try:
        for job, _body in CHANNEL.requests():
            print_job(job)
    except PageLimitError as error:
        send_event(event="error", reason="pages", message=str(error))
        return 1
    except RenderError as error:
        send_event(event="error", reason="document", message=str(error))
        return 1
    except OSError as error:
        if error.errno not in SHORTAGES:
            raise
        send_event(event="interrupted", message=str(error))
        return 1
    except MemoryError:
        send_event(event="error", reason="memory", message="printing needs more memory than it may have")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
