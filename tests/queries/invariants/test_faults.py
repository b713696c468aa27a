"""Whatever is planted in database or store is named by `flask award check`; what is whole has nothing named."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from ikz_award.cli.check import broken_lines
from ikz_award.extensions import db
from tests.conftest import settle
from tests.queries.invariants.faults import FAULTS
from tests.queries.invariants.world import Names, do_true_deeds, lay_out, plant

LONG_AGO = time.time() - 90 * 86400


@pytest.fixture(scope="module")
def made() -> dict[str, object]:
    return {}


@pytest.fixture
def world(demo: Flask, made: dict[str, object], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Names]:
    """The instance's folder, and what is in it by name; made once, and copied."""
    instance = demo.config["INSTANCE"]
    if not made:
        names = do_true_deeds(demo)
        settle()
        kept = tmp_path_factory.mktemp("world") / "kept"
        kept.mkdir()
        (kept / "award.db").write_bytes((instance / "award.db").read_bytes())
        for path in (instance / "uploads").rglob("*/*"):
            os.utime(path, (LONG_AGO, LONG_AGO))
            (kept / "uploads" / path.parent.name).mkdir(parents=True, exist_ok=True)
            path.rename(kept / "uploads" / path.parent.name / path.name)
        made |= {"kept": kept, "names": names}
    settle()
    lay_out(made["kept"], instance)  # ty: ignore[invalid-argument-type]
    return instance, made["names"]  # ty: ignore[invalid-return-type]


def told(demo: Flask) -> tuple[int, str]:
    """What the command says."""
    db.session.remove()
    db.engine.dispose()
    done = demo.test_cli_runner().invoke(args=["award", "check"])
    return done.exit_code, done.output


def test_what_is_whole_has_nothing_named_and_that_is_quick(demo: Flask, world: tuple[Path, Names]) -> None:
    told(demo)
    begun = time.process_time()
    assert told(demo) == (0, "Every invariant holds.\n")
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_named(fault: str, demo: Flask, world: tuple[Path, Names]) -> None:
    instance, names = world
    statements, line = FAULTS[fault]
    plant(instance / "award.db", statements.format(**names))
    code, said = told(demo)
    assert code == 1
    assert any(one.startswith(line.format(**names)) for one in said.splitlines()), said


def lose(path: Path) -> None:
    path.unlink()


def rot(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1] + b"!")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def move(path: Path) -> None:
    path.rename(path.parent / "Vertrag.pdf")


def add(path: Path) -> None:
    (path.parent / "notes.txt").write_text("x")


def leave(path: Path) -> None:
    left = path.parent / ".tmp-x"
    left.write_bytes(b"")
    os.utime(left, (LONG_AGO, LONG_AGO))


def link(path: Path) -> None:
    other = path.parent / "elsewhere"
    path.rename(path.parents[2] / "elsewhere")
    other.symlink_to(path.parents[2] / "elsewhere")


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lose, "file {file}: missing or damaged"),
        (rot, "file {file}: missing or damaged"),
        (cut, "file {file}: missing or damaged"),
        (move, "store, {folder}/Vertrag.pdf: is no stored file"),
        (add, "store, {folder}/notes.txt: is no stored file"),
        (leave, "store, {folder}/.tmp-x: is no stored file"),
        (link, "store, {folder}/elsewhere: is no stored file"),
    ],
)
def test_a_fault_of_the_store_is_named(
    change: Callable[[Path], None], line: str, demo: Flask, world: tuple[Path, Names]
) -> None:
    instance, names = world
    file = str(names["file"])
    change(instance / "uploads" / file[:2] / file)
    code, said = told(demo)
    assert code == 1
    assert any(one.startswith(line.format(folder=file[:2], **names)) for one in said.splitlines()), said


def test_a_torn_page_is_named(demo: Flask, world: tuple[Path, Names]) -> None:
    """Half of a page in the middle of the file is zeros."""
    instance, _ = world
    database = instance / "award.db"
    with database.open("r+b") as file:
        file.seek(database.stat().st_size // 2 // 4096 * 4096)
        file.write(bytes(2048))
    code, said = told(demo)
    assert code == 1
    assert "integrity_check" in said or "database.integrity" in said, said
    assert len(broken_lines(instance)) > 0
