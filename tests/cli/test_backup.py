"""Backup and restore: made while people work, whole when brought back, and refused when it is not."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest
from flask import Flask
from sqlalchemy import func, select, text, update

from config import Config
from ikz_award import create_app
from ikz_award.adapters.backups import BackupBroken
from ikz_award.adapters.database_copy import PROGRAMS, CopyFailed, copy_database, throwaway_database
from ikz_award.cli.check import differing_lines
from ikz_award.domain.phases.workflow import JobStatus
from ikz_award.extensions import db
from ikz_award.models.entries.entries import StoredFile
from ikz_award.models.record.jobs import BackupRecord, Job
from ikz_award.services.record import backups
from ikz_award.services.record.intention import write_session
from ikz_award.web.downloads import file_store
from tests import factories
from tests.client import PASSWORD, PageClient
from tests.factories import NOW
from tests.postgres import postgres, programs


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def run(app: Flask, *arguments: object) -> tuple[int, str]:
    """A `flask award` command; its exit code and what it said."""
    db.session.remove()
    done = app.test_cli_runner().invoke(args=["award", *map(str, arguments)])
    said = done.output + (str(done.exception) if isinstance(done.exception, SystemExit) else "")
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, said


def keep(data: bytes) -> str:
    sha256 = file_store().put(data)
    with write_session() as session:
        session.add(StoredFile(sha256=sha256, size=len(data), media_type="application/pdf", created_at=NOW))
    return sha256


def opened(instance: Path) -> Iterator[Flask]:
    """The application on another instance."""
    app = create_app(Config(instance))
    app.test_client_class = PageClient
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def plain_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the tests' own accounts have them."""
    monkeypatch.setattr(Config, "SECURITY_PASSWORD_HASH", "plaintext", raising=False)
    monkeypatch.setattr(Config, "SECURITY_PASSWORD_SCHEMES", ["plaintext"], raising=False)


@pytest.mark.usefixtures("plain_passwords")
@pytest.mark.parametrize("is_encrypted", [False, True])
def test_what_is_restored_is_whole_and_people_log_in(app: Flask, place: Path, tmp_path: Path, is_encrypted: bool) -> None:
    secret = pyrage.x25519.Identity.generate()
    (tmp_path / "identity").write_text(f"# made for this test\n{secret}\n")
    key = ("--recipient", secret.to_public()) if is_encrypted else ()
    unlock = ("--identity", tmp_path / "identity") if is_encrypted else ()
    factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    sha256 = keep(b"the plan of the town hall")
    assert run(app, "backup", place, *key)[0] == 0
    hidden = b"the plan" not in b"".join(path.read_bytes() for path in place.rglob("*") if path.is_file())
    assert hidden is is_encrypted
    target = tmp_path / "elsewhere"
    code, said = run(app, "restore", place, "--instance", target, *unlock)
    assert (code, "Every invariant holds" in said) == (0, True), said
    for path in target.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path
    for restored in opened(target):
        assert restored.config["RESULT_KEY"] == app.config["RESULT_KEY"]
        client = restored.test_client()
        assert client.submit_form("/konto/anmelden", {"email": "kim@bocholt.example", "password": PASSWORD}).status_code == 302
        assert "Kim Beispiel" in client.get("/konto/").text
        assert (target / "uploads" / sha256[:2] / sha256).read_bytes() == b"the plan of the town hall"
    if is_encrypted:
        other = tmp_path / "other"
        other.write_text(str(pyrage.x25519.Identity.generate()))
        for wrong in ((), ("--identity", other)):
            code, said = run(app, "restore", place, "--instance", tmp_path / "nowhere", *wrong)
            assert code == 1
            assert "Not restored" in said


def test_a_second_backup_takes_only_what_is_new(app: Flask, place: Path) -> None:
    keep(b"first")
    assert "1 files, 1 of them new" in run(app, "backup", place)[1]
    keep(b"second")
    assert "2 files, 1 of them new" in run(app, "backup", place)[1]
    assert db.session.scalar(select(func.count()).select_from(BackupRecord)) == 2


def test_under_a_new_key_nothing_hangs_on_the_old_one(app: Flask, place: Path, tmp_path: Path) -> None:
    sha256 = keep(b"the plan of the town hall")
    for name in ("old", "new"):
        secret = pyrage.x25519.Identity.generate()
        (tmp_path / name).write_text(str(secret))
        assert "1 files, 1 of them new" in run(app, "backup", place, "--recipient", secret.to_public())[1]
    newest = sorted(path.parent.name for path in place.glob("*/manifest.json"))
    for name, backup in zip(("old", "new"), newest, strict=True):
        target = tmp_path / f"with-{name}"
        code, said = run(app, "restore", place, "--name", backup, "--instance", target, "--identity", tmp_path / name)
        assert code == 0, said
        assert (target / "uploads" / sha256[:2] / sha256).read_bytes() == b"the plan of the town hall"


def test_a_backup_is_verified_by_restoring_it(app: Flask, place: Path) -> None:
    keep(b"content")
    assert run(app, "backup", "--verify", place)[0] == 1, "there is none yet"
    run(app, "backup", place)
    code, said = run(app, "backup", "--verify", place)
    assert (code, "every invariant holds" in said) == (0, True), said
    assert db.session.scalars(select(BackupRecord)).one().verified_at is not None
    (record,) = place.glob("*/manifest.json")
    manifest = json.loads(record.read_text())
    manifest["files"].append("0" * 64)
    record.write_text(json.dumps(manifest))
    assert run(app, "backup", "--verify", place)[0] == 1


def test_a_copy_is_compared_with_its_own_log(app: Flask) -> None:
    who = ("kim@bocholt.example", "--name", "Kim Beispiel", "--password", "Mond-Kabel-Nebel-47")
    assert run(app, "create-admin", *who)[0] == 0
    instance = app.config["INSTANCE"]
    assert differing_lines(instance) == []
    with write_session() as session:
        session.execute(text("DROP TRIGGER guard_audit_entry_update"))
        session.execute(text("UPDATE audit_entry SET actor_name = 'Jemand' WHERE id = (SELECT max(id) FROM audit_entry)"))
    assert any("record" in line for line in differing_lines(instance))


@pytest.mark.parametrize("damage", ["database", "secrets.json", "object", "manifest"])
def test_a_damaged_backup_is_not_restored(app: Flask, place: Path, tmp_path: Path, damage: str) -> None:
    keep(b"content")
    run(app, "backup", place)
    (path,) = place.glob({"object": "objects/*/*", "manifest": "*/manifest.json"}.get(damage, f"*/{damage}"))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data if damage != "manifest" else data[:40])
    code, said = run(app, "restore", place, "--instance", tmp_path / "elsewhere")
    assert code == 1
    assert "Not restored" in said
    assert not (tmp_path / "elsewhere" / "award.db").exists()


@pytest.mark.parametrize("is_encrypted", [False, True])
@pytest.mark.parametrize("damage", ["rotten", "short", "gone"])
def test_the_next_backup_replaces_what_is_damaged(
    app: Flask, place: Path, tmp_path: Path, damage: str, is_encrypted: bool
) -> None:
    secret = pyrage.x25519.Identity.generate()
    (tmp_path / "identity").write_text(str(secret))
    key = ("--recipient", secret.to_public()) if is_encrypted else ()
    unlock = ("--identity", tmp_path / "identity") if is_encrypted else ()
    sha256 = keep(b"the plan of the town hall")
    other = keep(b"another plan")
    run(app, "backup", place, *key)
    (path,) = place.glob(f"objects/*/{sha256}*")
    whole, untouched = path.read_bytes(), next(place.glob(f"objects/*/{other}*")).stat().st_mtime_ns
    rotten = bytearray(whole)
    rotten[-1] ^= 1
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(rotten if damage == "rotten" else whole[:9])
    said = run(app, "backup", place, *key)[1]
    assert ("2 files, 1 of them new" if damage == "gone" else "1 damaged there") in said
    assert next(place.glob(f"objects/*/{other}*")).stat().st_mtime_ns == untouched, "what is whole stays"
    code, said = run(app, "backup", "--verify", place, *unlock)
    assert code == 0, said
    assert "0 of them new, " in (again := run(app, "backup", place, *key)[1])
    assert "damaged" not in again


def test_nothing_is_restored_over_anything(app: Flask, place: Path) -> None:
    run(app, "backup", place)
    (app.config["INSTANCE"] / "secret_key").write_text("mine")
    code, said = run(app, "restore", place, "--instance", app.config["INSTANCE"])
    assert (code, "is not empty" in said) == (1, True)
    assert (app.config["INSTANCE"] / "secret_key").read_text() == "mine"


def test_what_was_acknowledged_before_the_backup_began_is_in_it(app: Flask, place: Path, tmp_path: Path) -> None:
    """While four threads write as fast as they can."""
    acknowledged, stop, faults = list[int](), threading.Event(), list[BaseException]()

    def write() -> None:
        try:
            with app.app_context():
                while not stop.is_set():
                    with write_session() as session:
                        job = Job(kind="receipt", parameters={}, status=JobStatus.DONE, created_at=NOW)
                        session.add(job)
                        session.flush()
                        job_id = job.id
                    acknowledged.append(job_id)
                db.session.remove()
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    try:
        while len(acknowledged) < 40:
            assert not faults
        before = set(acknowledged)
        code, said = run(app, "backup", place)
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert (code, faults) == (0, []), said
    assert len(acknowledged) > len(before), "people went on working"
    with write_session() as session:  # a job that is done has a result; these have none
        session.execute(update(Job).values(status=JobStatus.FAILED))
    target = tmp_path / "elsewhere"
    run(app, "restore", place, "--instance", target)
    for _restored in opened(target):
        assert before <= set(db.session.scalars(select(Job.id)))


@pytest.fixture(scope="module")
def on_postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application on a server of its own, migrated, with one account; its programs are found there."""
    with postgres() as address, pytest.MonkeyPatch.context() as patched:
        patched.setenv(PROGRAMS, str(programs()))
        config = Config(tmp_path_factory.mktemp("postgresql") / "instance")
        config.SQLALCHEMY_DATABASE_URI = address
        app = create_app(config)
        with app.app_context():
            assert run(app, "migrate")[0] == 0
            factories.make_account("kim@bocholt.example")
            yield app
            db.session.remove()
            db.engine.dispose()


def test_on_postgresql_the_way_there_and_back(
    on_postgresql: Flask, tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = list[str]()

    def copy_after_an_upload(uri: str, target: Path) -> None:
        late.append(keep(b"between the first look and the dump"))
        copy_database(uri, target)

    monkeypatch.setattr(backups, "copy_database", copy_after_an_upload)
    code, said = run(on_postgresql, "backup", place)
    assert code == 0, said
    _on_server("CREATE DATABASE empty")
    other = on_postgresql.config["SQLALCHEMY_DATABASE_URI"].replace("@/postgres", "@/empty", 1)
    code, said = run(on_postgresql, "restore", place, "--instance", tmp_path / "elsewhere", "--database", other)
    assert (code, "Every invariant holds" in said) == (0, True), said
    assert (tmp_path / "elsewhere" / "uploads" / late[0][:2] / late[0]).is_file()


def _on_server(statement: str) -> list[str]:
    """Outside any transaction; the first column of what it answers."""
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT", award_write=True) as connection:
        answer = connection.exec_driver_sql(statement)
        return [row[0] for row in answer] if answer.returns_rows else []


def test_on_postgresql_a_backup_is_verified_in_a_database_of_its_own(on_postgresql: Flask, place: Path) -> None:
    databases = "SELECT datname FROM pg_database WHERE datname LIKE 'ikz%%' ORDER BY datname"
    others = ["ikz_award_verify_29990101000000_0a", "ikz_other"]
    keep(b"the plan of the town hall")
    assert run(on_postgresql, "backup", place)[0] == 0
    for name in ("ikz_award_verify_20200101000000_0a", *others):
        _on_server(f"CREATE DATABASE {name}")
    code, said = run(on_postgresql, "backup", "--verify", place)
    assert (code, "every invariant holds" in said) == (0, True), said
    assert db.session.scalars(select(BackupRecord).order_by(BackupRecord.id.desc())).first().verified_at is not None
    # Its own is gone, and so is what a killed run left a day ago; not what another one is at.
    assert _on_server(databases) == others
    address = on_postgresql.config["SQLALCHEMY_DATABASE_URI"]

    def restore_what_is_broken() -> None:
        with throwaway_database(address):
            assert len(_on_server(databases)) == 3
            raise BackupBroken("what is restored there is no whole")

    with pytest.raises(BackupBroken):
        restore_what_is_broken()
    assert _on_server(databases) == others, "gone after a fault, too"
    _on_server("CREATE ROLE modest LOGIN")
    as_modest = throwaway_database(address.replace("//postgres@", "//modest@", 1))
    with pytest.raises(CopyFailed, match='ALTER ROLE "modest" CREATEDB'), as_modest:
        raise AssertionError("it has none")
    assert _on_server(databases) == others
