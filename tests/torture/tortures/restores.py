"""Backup and restore under load: what was acknowledged before a backup began is in the copy, and the copy works."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.torture.browser import Browser
from tests.torture.crowd import crowd, victims
from tests.torture.judge import check, judge, look
from tests.torture.ledger import Ledger, Verdict
from tests.torture.machine import Machine
from tests.torture.scene import PASSWORD
from tests.torture.tortures.kills import compare
from tests.torture.totals import Result


def restores(machine: Machine, result: Result, *, count: int, folder: Path) -> None:
    """`count` backups of a server at work, each restored into an empty place and worked with."""
    ledger = Ledger()
    machine.start()
    target = folder / "backup"
    with crowd(victims(machine, ledger)) as running:
        for place in range(count):
            running.wait_for_writes(30)
            before = Ledger(sent=ledger.sent, acknowledged=list(ledger.acknowledged))
            begun = time.monotonic()
            machine.award("backup", str(target))
            result.measure("a backup", time.monotonic() - begun)
            running.wait_for_writes(5)
            _restore(machine, target, folder / f"copy{place}", before, result)
            result.add(restores=1)
    seen = look(machine, ledger)
    machine.stop()
    compare(result, ledger, judge(machine, ledger), seen)
    check(machine)
    result.take(ledger)


def _restore(machine: Machine, target: Path, place: Path, before: Ledger, result: Result) -> None:
    with ExitStack() as stack:
        database = stack.enter_context(_empty_database()) if machine.database else ""
        begun = time.monotonic()
        machine.award("restore", str(target), "--instance", str(place), *(["--database", database] if database else []))
        result.measure("a restore", time.monotonic() - begun)
        (place / "scene.json").write_bytes((machine.instance / "scene.json").read_bytes())
        copy = Machine(place, database)
        compare(result, before, _without_later(judge(copy, before)))
        copy.start()
        try:
            browser = Browser(copy.port, address="127.0.0.30")
            form = browser.form("/konto/anmelden", {"email": copy.scene.organiser.email, "password": PASSWORD})
            assert browser.send(form).status == 302, "nobody can log in to the copy"
            assert browser.get("/verwaltung/").status == 200
            copy.award("verify", "--database")
        finally:
            copy.stop()


def _without_later(verdict: Verdict) -> Verdict:
    """Of a copy only this is asked: is anything missing, or twice. What came while it was made may be in it."""
    return Verdict(lost=[one for one in verdict.lost if "effects of" not in one], doubled=verdict.doubled, torn=verdict.torn)


@contextmanager
def _empty_database() -> Iterator[str]:
    from tests.postgres import postgres

    with postgres() as address:
        yield address
