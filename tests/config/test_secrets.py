"""Secrets: on the disk before they are used, and refused where they are worth nothing."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from config import Config
from ikz_award.adapters.mail import PostedMail, postman
from ikz_award.extensions import db
from ikz_award.web.downloads import file_store
from tests.conftest import NOW

NAMES = ("secret_key", "result_key", "password_salt")


def test_secrets_are_made_once_and_for_the_owner_only(tmp_path: Path) -> None:
    first, second = Config(tmp_path / "instance"), Config(tmp_path / "instance")
    assert first.SECRET_KEY == second.SECRET_KEY
    assert len({first.SECRET_KEY, first.RESULT_KEY, first.SECURITY_PASSWORD_SALT}) == len(NAMES)
    assert stat.S_IMODE((tmp_path / "instance").stat().st_mode) == 0o700
    assert {path.name for path in (tmp_path / "instance").iterdir()} == set(NAMES), "no draft is left behind"
    for name in NAMES:
        assert stat.S_IMODE((tmp_path / "instance" / name).stat().st_mode) == 0o600


def test_a_secret_is_on_the_disk_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """File synced, then named, then the folder synced: in any other order a power cut leaves an empty secret."""
    steps: list[str] = []

    def noted(name: str, step: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            is_folder = name == "sync" and stat.S_ISDIR(os.fstat(arguments[0]).st_mode)
            if name == "sync" and not is_folder:
                assert os.fstat(arguments[0]).st_size == 64, "synced before it was written"
            steps.append("sync folder" if is_folder else name)
            return step(*arguments, **named)

        return call

    instance = tmp_path / "instance"
    instance.mkdir(mode=0o700)
    monkeypatch.setattr(os, "fsync", noted("sync", os.fsync))
    monkeypatch.setattr(os, "link", noted("name", os.link))
    Config(instance)
    assert steps == ["sync", "name", "sync folder"] * len(NAMES)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("content", ["", "\n", "a" * 63])
def test_an_empty_or_short_secret_refuses_the_start(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).touch(mode=0o600)
    (tmp_path / name).write_text(content)
    with pytest.raises(SystemExit, match=f"{name} holds .* backup"):
        Config(tmp_path)
    assert (tmp_path / name).read_text() == content, "what is there is never replaced"


def test_a_secret_that_everybody_can_read_refuses_the_start(tmp_path: Path) -> None:
    Config(tmp_path)
    (tmp_path / "secret_key").chmod(0o644)
    with pytest.raises(SystemExit, match="chmod 600"):
        Config(tmp_path)


def test_a_short_secret_from_the_environment_refuses_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKZ_AWARD_SECRET_KEY", "changeme")
    with pytest.raises(SystemExit, match="IKZ_AWARD_SECRET_KEY"):
        Config(tmp_path)


def test_what_the_application_writes_is_the_owners_alone(app: Flask) -> None:
    postman(app.config)(PostedMail(message_id="<1@x>", recipient="a@stadt.example", subject="S", body="B", at=NOW))
    file_store().put(b"content")
    db.session.execute(text("SELECT 1"))  # opens the journal, too
    written = [path for path in app.config["INSTANCE"].rglob("*") if path.name != "award.db"]  # a copy the test made
    assert {path.suffix for path in written} >= {".eml", ".db-wal"}
    assert [path for path in written if path.stat().st_mode & 0o077] == []
