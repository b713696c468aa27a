"""The layers hold, and the contracts would notice if they did not."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_juror_is_locked_without_the_account() -> None:
    """The account comes by an outer join, and PostgreSQL locks no row that may be missing: `of=` names the one meant."""
    for path in (ROOT / "ikz_award").rglob("*.py"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert not ("select(Juror)" in line and "with_for_update()" in line), path


def test_import_contracts_hold() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout[-3000:]
