"""`make torture`: run what the environment asks for, print and add up what it counted. Exit 1 where something was lost."""

import shutil
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from tests.torture import totals
from tests.torture.machine import Machine, copy_of, template
from tests.torture.scene import set_scene
from tests.torture.settings import Settings
from tests.torture.tortures.answers import lost_answers
from tests.torture.tortures.clocks import clock_jumps
from tests.torture.tortures.cuts import NotPermitted, cuts
from tests.torture.tortures.disks import disks
from tests.torture.tortures.kills import kills
from tests.torture.tortures.overloads import overloads
from tests.torture.tortures.racing import run_races
from tests.torture.tortures.receipts import receipts
from tests.torture.tortures.restores import restores
from tests.torture.tortures.rush import rush, slow_arrival
from tests.torture.totals import Result

NAMES = {"sqlite": "SQLite", "postgres": "PostgreSQL"}
Torture = Callable[[Machine, Result], None]


def tortures(settings: Settings) -> dict[str, Torture]:
    """Everything that runs on both databases."""
    few = max(1, settings.kills // 20)
    return {
        "kills": lambda machine, result: kills(machine, result, count=settings.kills, writes=settings.writes),
        "answers": lambda machine, result: lost_answers(machine, result, count=settings.answers),
        "races": lambda machine, result: run_races(machine, result, count=settings.races),
        "overloads": lambda machine, result: overloads(machine, result, seconds=settings.seconds),
        "rush": rush,
        "slow clients": slow_arrival,
        "clock jumps": lambda machine, result: clock_jumps(machine, result, count=settings.kills),
        "worker kills": lambda machine, result: receipts(machine, result, submissions=few, kills=few),
        "restores": lambda machine, result: restores(machine, result, count=3, folder=machine.instance.parent),
    }


# On a file system of their own, which is SQLite's: a database server runs as somebody else and is not ours to cut off.
ON_DISK: dict[str, Callable[[Settings, Path, Path, Result], None]] = {
    "cuts": lambda settings, made, folder, result: cuts(made, folder, result, count=settings.cuts),
    "disks": lambda settings, made, folder, result: disks(made, folder, result, count=max(1, settings.cuts // 20)),
}


def scene_of(name: str, settings: Settings) -> dict[str, Any]:
    """How many people a torture needs, and how soon their deadline is."""
    match name:
        case "rush":
            return {"applicants": settings.rush, "deadline": timedelta(hours=1)}
        case "races" | "slow clients":
            return {"applicants": settings.people, "deadline": timedelta(hours=3)}
    return {"applicants": settings.people}


def quiet() -> None:
    """The database server looks for a folder that only a desktop session has."""
    warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")


@contextmanager
def machine_for(folder: Path, name: str, database: str, settings: Settings) -> Iterator[Machine]:
    """A server of its own with the scene set; on PostgreSQL with a database server of its own as well."""
    place = folder / "instance"
    if database == "sqlite":
        yield Machine(copy_of(template(folder.parent, **scene_of(name, settings)), place))
        return
    from tests.postgres import postgres

    place.mkdir()
    with postgres() as address:
        set_scene(place, database=address, **scene_of(name, settings))
        yield Machine(place, address)


def run(name: str, database: str, settings: Settings, folder: Path) -> Result:
    """One torture; its result, whatever came of it."""
    result, begun = Result(name, NAMES[database]), time.monotonic()
    own = folder / f"{name}-{database}"
    own.mkdir()
    try:
        if name in ON_DISK:
            ON_DISK[name](settings, template(folder, **scene_of(name, settings)), own, result)
        else:
            with machine_for(own, name, database, settings) as machine:
                try:
                    tortures(settings)[name](machine, result)
                finally:
                    if machine.pid:
                        machine.kill_all()
    except NotPermitted as reason:
        result.skipped = str(reason)
    except Exception as error:
        result.faults.append(f"{type(error).__name__}: {error}")
        traceback.print_exc()
    print(f"{result}\n    in {time.monotonic() - begun:.0f} s", flush=True)
    if not result.faults:
        shutil.rmtree(own, ignore_errors=True)
    return result


def main() -> int:
    settings = Settings.from_environment()
    quiet()
    if settings.is_report:
        print(totals.report())
        return 0
    names = [*tortures(settings), *ON_DISK]
    if unknown := set(settings.only) - set(names):
        sys.exit(f"There is no torture {', '.join(unknown)}; there are {', '.join(names)}.")
    is_whole = True
    folder = Path(mkdtemp(prefix="ikz-torture-"))
    for name in settings.only or names:
        for database in settings.databases:
            if name in ON_DISK and database != "sqlite":
                continue
            result = run(name, database, settings, folder)
            totals.note(result)
            is_whole &= not result.faults
    if is_whole:
        shutil.rmtree(folder, ignore_errors=True)
    else:
        print(f"What is left of it: {folder}")
    return 0 if is_whole else 1


if __name__ == "__main__":
    sys.exit(main())
