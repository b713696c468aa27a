"""The printing subprocess: each of its limits is really run into."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ikz_award.adapters.sandbox.parent import ROOT
from ikz_award.reports import worker
from ikz_award.reports.pdf import EmbeddedFile
from ikz_award.reports.worker import Limits, PrintInterrupted, PrintJob, ReportFailed, print_in_subprocess

PARAGRAPH = "<p>Ein Absatz, der gesetzt werden will.</p>"


def job(body: str = PARAGRAPH, **changes: object) -> PrintJob:
    html = f'<!doctype html><html lang="de"><head><title>T</title></head><body>{body}</body></html>'
    return PrintJob(html=html, title="T", expected_pages=3, **changes)  # ty: ignore[invalid-argument-type]


def attempt(target: Path, printed: PrintJob, **limits: object) -> ReportFailed:
    """The failure of a print that must fail and leave nothing behind."""
    target.write_bytes(b"the report of yesterday")
    with pytest.raises(ReportFailed) as failed:
        print_in_subprocess(job=printed, path=target, limits=Limits(**limits), on_progress=lambda *_: None)  # ty: ignore[invalid-argument-type]
    assert target.read_bytes() == b"the report of yesterday"
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    return failed.value


def test_a_report_is_printed_with_progress(tmp_path: Path) -> None:
    target = tmp_path / "new" / "report.pdf"
    heard: list[tuple[int, int, str]] = []
    page = f'<section style="break-after: page">{PARAGRAPH}</section>'
    printed = print_in_subprocess(
        job=job(page * 4),
        path=target,
        limits=Limits(),
        on_progress=lambda done, total, label: heard.append((done, total, label)),
    )
    assert target.read_bytes().startswith(b"%PDF-1.7")
    assert [path.name for path in target.parent.iterdir()] == ["report.pdf"]
    assert printed.pages == 4
    assert printed.warnings == ()
    assert 20 * worker.MEBIBYTE < printed.peak_bytes < Limits().memory_bytes
    done = [each[0] for each in heard]
    assert done == sorted(done)
    assert heard[0] == (1, heard[0][1], "Seiten werden gesetzt")
    assert heard[-1] == (heard[-1][1], heard[-1][1], "Fertig")


def test_the_wall_clock_bounds_it(tmp_path: Path) -> None:
    failure = attempt(tmp_path / "report.pdf", job(), wall_seconds=0.1)
    assert failure.reason == "time"


def test_the_processor_time_bounds_it(tmp_path: Path) -> None:
    failure = attempt(tmp_path / "report.pdf", job(PARAGRAPH * 5_000), cpu_seconds=1)
    assert failure.reason == "time"
    assert "processor" in str(failure)


def test_the_memory_bounds_it(tmp_path: Path) -> None:
    large = EmbeddedFile(
        name="x", content=bytes(48 * worker.MEBIBYTE), description="x", created_at=datetime(2022, 1, 1, tzinfo=UTC)
    )
    failure = attempt(tmp_path / "report.pdf", job(attachments=(large,)), memory_bytes=160 * worker.MEBIBYTE)
    assert failure.reason == "memory"


def test_the_pages_bound_it(tmp_path: Path) -> None:
    failure = attempt(tmp_path / "report.pdf", job('<p style="break-before: page">x</p>' * 5), max_pages=4)
    assert failure.reason == "pages"


def test_a_document_that_reaches_outside_is_refused(tmp_path: Path) -> None:
    failure = attempt(tmp_path / "report.pdf", job('<img src="file:///etc/hostname" alt="x">'))
    assert failure.reason == "document"
    assert "file:///etc/hostname" in str(failure)


def test_warnings_of_the_renderer_are_handed_back(tmp_path: Path) -> None:
    printed = print_in_subprocess(
        job=job('<p style="no-such-property: 1">x</p>'), path=tmp_path / "a.pdf", limits=Limits(), on_progress=lambda *_: None
    )
    assert any("no-such-property" in warning for warning in printed.warnings)


def test_a_crash_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "COMMAND", (sys.executable, "-c", "import os; os.abort()"))
    assert attempt(tmp_path / "report.pdf", job()).reason == "crash"


def test_a_full_disk_is_no_fault_of_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    as_it_is = worker._request
    monkeypatch.setattr(worker, "_request", lambda job, limits, _target: as_it_is(job, limits, Path("/dev/full")))
    with pytest.raises(PrintInterrupted, match="No space left"):
        print_in_subprocess(job=job(), path=tmp_path / "report.pdf", limits=Limits(), on_progress=lambda *_: None)
    assert list(tmp_path.iterdir()) == []


def test_an_end_without_a_result_is_a_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "COMMAND", (sys.executable, "-c", "print('noise'); print('[1]')"))
    assert attempt(tmp_path / "report.pdf", job()).reason == "crash"


def test_the_child_inherits_no_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKZ_AWARD_SECRET_KEY", "very-secret")
    monkeypatch.setattr(worker, "COMMAND", (sys.executable, "-c", "import os, sys; sys.exit(str(dict(os.environ)))"))
    message = str(attempt(tmp_path / "report.pdf", job()))
    assert "PYTHONHASHSEED" in message
    assert "very-secret" not in message


def test_the_web_process_never_loads_the_renderer() -> None:
    code = "import sys, ikz_award.reports.result.result_report; sys.exit(bool({'weasyprint', 'fontTools'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=60).returncode == 0
