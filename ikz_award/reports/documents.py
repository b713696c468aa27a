"""Small printed documents: the receipt of a submission, and an edition's questions to read before one begins."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ikz_award.queries.editions.public import Announcement
from ikz_award.queries.entries.receipts import Receipt
from ikz_award.reports.environment import environment
from ikz_award.reports.pdf import EmbeddedFile
from ikz_award.reports.worker import Limits, PrintedReport, PrintJob, print_in_subprocess

# Far more than any form of an edition, far less than a result report.
LIMITS = Limits(wall_seconds=120, cpu_seconds=90, max_pages=200)


def receipt_html(receipt: Receipt) -> str:
    """The receipt as one HTML document, all texts escaped."""
    return environment().get_template("reports/receipt.html").render(receipt=receipt)


def guide_html(announced: Announcement, dates: Sequence[tuple[str, str]]) -> str:
    """Everything of an edition that one needs to know before one begins; `dates`: (when, what)."""
    return environment().get_template("reports/guide.html").render(announced=announced, edition=announced.edition, dates=dates)


def write_document(
    *, html: str, title: str, path: Path, on_progress: Callable[[int, int, str], Any], files: tuple[EmbeddedFile, ...] = ()
) -> PrintedReport:
    """Print a document to `path`. Raises `ReportFailed`."""
    job = PrintJob(html=html, title=title, expected_pages=6, attachments=files)
    return print_in_subprocess(job=job, path=path, limits=LIMITS, on_progress=on_progress)
