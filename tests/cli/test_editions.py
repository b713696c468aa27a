"""`flask award edition`: exported here, checked and made there; a faulty file makes nothing."""

from pathlib import Path

from flask import Flask
from sqlalchemy import func, select, text

from ikz_award.domain.phases.workflow import Phase
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from tests import factories
from tests.conftest import NOW


def run(app: Flask, *arguments: str) -> tuple[int, str, str]:
    done = app.test_cli_runner().invoke(args=["award", "edition", *arguments])
    return done.exit_code, done.stdout, done.stderr


def test_an_edition_is_taken_over_under_another_name(app: Flask, tmp_path: Path) -> None:
    factories.make_edition()
    file = tmp_path / "runde.toml"
    assert run(app, "export", "landespreis-2", "--output", str(file)) == (0, "", "")
    assert run(app, "export", "landespreis-2")[1] == file.read_text()
    code, _out, errors = run(app, "check", str(file))
    assert (code, [line.partition(":")[0] for line in errors.splitlines()]) == (1, ["slug", "number_prefix"])
    other = file.read_text().replace('"landespreis-2"', '"landespreis-3"').replace('"L2-"', '"L3-"')
    file.write_text(other)
    assert run(app, "check", str(file)) == (0, f"{file} is in order.\n", "")
    assert run(app, "create", str(file)) == (0, "The edition „landespreis-3“ is in preparation.\n", "")
    db.session.rollback()
    made = db.session.scalars(select(Edition).where(Edition.slug == "landespreis-3")).one()
    # Though its dates lie behind: nothing opens because a file says so.
    assert made.opens_at < NOW
    assert (made.phase, len(made.categories), made.next_number) == (Phase.PREPARATION, 6, 1)
    logged = db.session.execute(text("SELECT action, actor_name FROM audit_entry ORDER BY id DESC")).first()
    assert tuple(logged or ()) == ("edition.create", "System")
    assert run(app, "export", "landespreis-3")[1] == other


def test_a_faulty_file_names_every_place_and_makes_nothing(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "runde.toml"
    file.write_text('extends = "landespreis-2"\nname = ""\nrounds = []\n[dates]\nopens_at = 5\n')
    for command in ("check", "create"):
        code, out, errors = run(app, command, str(file))
        assert (code, out) == (1, "")
        assert {line.partition(":")[0] for line in errors.splitlines()} >= {"name", "rounds", "dates.opens_at"}
        assert "Mindestens 1 Zeichen nötig" in errors
    assert db.session.scalar(select(func.count(Edition.id))) == 0


def test_an_edition_that_is_none_cannot_be_exported(app: Flask) -> None:
    assert run(app, "export", "landespreis-9") == (1, "There is no edition „landespreis-9“.\n", "")
