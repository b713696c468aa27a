"""What a report costs: `.venv/bin/python -m tests.reports.measure [ENTRIES] [FILE]` prints pages, seconds and memory."""

import sys
import tempfile
import time
from pathlib import Path

from ikz_award.reports.result.result_report import write_result_report
from tests.reports.result.factory import large_report


def main() -> None:
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 75
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(folder) / "report.pdf"
        start = time.perf_counter()
        printed = write_result_report(large_report(entries), path, lambda *_: None)
        seconds = time.perf_counter() - start
        size = path.stat().st_size
    sys.stdout.write(
        f"{entries} entries: {printed.pages} pages, {size / 1024:.0f} KiB, {seconds:.1f} s, "
        f"peak {printed.peak_bytes / 2**20:.0f} MiB, {len(printed.warnings)} warnings\n"
    )


if __name__ == "__main__":
    main()
