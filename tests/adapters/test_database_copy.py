"""PostgreSQL's own programs are handed the password where nobody else reads it."""

from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict

from ikz_award.adapters.copying.stream import end, start
from ikz_award.adapters.database_copy import (
    PROGRAMS,
    copy_database,
    plain_address,
    restore_database,
    shown_address,
    with_password,
)

SPY = """#!/bin/sh
printf '%s\\n' "$@" > "$(dirname "$0")/arguments"
printf '%s' "$PGPASSWORD" > "$(dirname "$0")/password"
for one in "$@"; do case "$one" in --file=*) : > "${one#--file=}";; esac; done
"""
ADDRESSES = (
    "postgresql+psycopg://kim:ge%40heim@db.example:5433/award?sslmode=require",
    "postgresql+psycopg://kim@db.example:5433/award?sslmode=require&password=ge%40heim",
    "postgresql+psycopg://kim:ge%40heim@/award?host=/run/postgresql",
)


@pytest.mark.parametrize("uri", ADDRESSES, ids=("usual", "in the query", "by socket"))
def test_no_password_stands_in_the_arguments(uri: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PROGRAMS, str(tmp_path))
    for program in ("pg_dump", "pg_restore"):
        (tmp_path / program).write_text(SPY)
        (tmp_path / program).chmod(0o700)
    for run in (lambda: copy_database(uri, tmp_path / "copy"), lambda: restore_database(tmp_path / "copy", uri)):
        run()
        arguments = (tmp_path / "arguments").read_text()
        assert "heim" not in arguments
        assert f"--dbname={shown_address(uri)}" in arguments.splitlines()
        assert (tmp_path / "password").read_text() == "ge@heim"


@pytest.mark.parametrize("uri", ADDRESSES, ids=("usual", "in the query", "by socket"))
def test_all_else_of_the_address_stays(uri: str) -> None:
    whole, shown = conninfo_to_dict(plain_address(uri)), conninfo_to_dict(shown_address(uri))
    assert "password" not in shown
    assert whole == shown | {"password": "ge@heim"}


def test_who_needs_no_password_gets_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PGPASSWORD", raising=False)
    assert "PGPASSWORD" not in with_password("postgresql+psycopg://postgres@/award?host=/run/postgresql")


def test_what_takes_the_journal_is_handed_it_too(tmp_path: Path) -> None:
    uri, target = ADDRESSES[0], tmp_path / "made"
    program = start(
        ["/bin/sh", "-c", 'printf %s "$PGPASSWORD"'], log=tmp_path / "log", target=target, environment=with_password(uri)
    )
    program.wait(timeout=60)
    end(program)
    assert target.read_text() == "ge@heim"
