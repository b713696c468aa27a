"""/metrics: for a program that shows the token of the settings; what it says is what the database holds."""

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from ikz_award.adapters import clock
from ikz_award.domain.phases.workflow import JobStatus
from ikz_award.models.record.jobs import BackupRecord, CopyBeat, Job
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.record.parts import WORKER
from ikz_award.services.record.beats import note_beat
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import PageClient

TOKEN = "0123456789abcdef0123456789abcdef"


def figures(client: PageClient) -> dict[str, float]:
    answer = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    assert answer.headers["Cache-Control"] == "private, no-store"
    lines = re.findall(r"^ikz_award_(\S+) (\S+)$", answer.text, re.MULTILINE)
    return {name: float(value) for name, value in lines}


def answer_without_nonce(answer: TestResponse) -> str:
    return re.sub('nonce="[^"]*"', "", answer.text)


@pytest.mark.parametrize("shown", ["", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", "Bearer ", TOKEN, f"Basic {TOKEN}"])
@pytest.mark.parametrize("token", ["", TOKEN])
def test_who_does_not_show_the_token_finds_nothing(app: Flask, anonymous: PageClient, token: str, shown: str) -> None:
    app.config["METRICS_TOKEN"] = token
    answer, nothing = (
        anonymous.get(path, headers={"Authorization": shown} if shown else {}) for path in ("/metrics", "/metrics-of-nobody")
    )
    assert answer.status_code == 404
    assert answer_without_nonce(answer) == answer_without_nonce(nothing)


def test_not_even_the_organiser_reads_them_without_it(app: Flask, log_in: Callable[[object], PageClient]) -> None:
    app.config["METRICS_TOKEN"] = TOKEN
    assert log_in(factories.make_account("zentrum@land.example", is_admin=True)).get("/metrics").status_code == 404


def test_what_is_not_there_yet_has_no_age(app: Flask, anonymous: PageClient) -> None:
    app.config["METRICS_TOKEN"] = TOKEN
    found = figures(anonymous)
    assert found["mails_waiting"] == 0
    assert not [name for name in found if "age" in name or "silence" in name]


def test_figures_are_those_of_the_database(app: Flask, anonymous: PageClient) -> None:
    app.config["METRICS_TOKEN"] = TOKEN
    now = clock.now()
    note_beat(now=now - timedelta(seconds=30), part=WORKER, host="a", started_at=now)
    with write_session() as session:
        for age, status in ((90, JobStatus.QUEUED), (50, JobStatus.QUEUED), (500, JobStatus.FAILED)):
            session.add(Job(kind="receipt", parameters={}, status=status, created_at=now - timedelta(seconds=age)))
        for age, attempts in ((70, 0), (200, 3)):
            session.add(
                OutgoingMail(
                    message_id=f"<{age}@test>",
                    recipient="kim@bocholt.example",
                    subject="x",
                    body="x",
                    attempts=attempts,
                    created_at=now - timedelta(seconds=age),
                    next_attempt_at=now,
                )
            )
        for hours, verified in ((30, now), (5, None)):
            at = now - timedelta(hours=hours)
            session.add(
                BackupRecord(name=str(hours), started_at=at, finished_at=at, files=0, database_bytes=1, verified_at=verified)
            )
        for host, age in (("a", 4), ("b", 4000)):
            at = now - timedelta(seconds=age)
            session.add(CopyBeat(host=host, started_at=at, beat_at=now, safe_at=at))
    found = figures(anonymous)
    assert (found['jobs{status="queued"}'], found['jobs{status="failed"}']) == (2, 1)
    assert (found["mails_waiting"], found["mails_failing"]) == (2, 1)
    ages = {
        "oldest_waiting_job_age_seconds": 90, "oldest_waiting_mail_age_seconds": 200, "worker_silence_seconds": 30,
        "backup_age_seconds": 5 * 3600, "verified_backup_age_seconds": 30 * 3600, "copy_age_seconds": 4,
    }  # fmt: skip
    for name, least in ages.items():
        assert least <= found[name] < least + (clock.now() - now).total_seconds() + 1, name


PROGRAM = """
import os, sys
from pathlib import Path
from config import TestConfig
from ikz_award import create_app
from ikz_award.web.request_figures import measure_requests, request_figures, requests_as_text

config = TestConfig(Path(sys.argv[1]))
config.METRICS_TOKEN = "x" * 32
app = create_app(config)
with request_figures(app):
    for number in range(2):
        if not (child := os.fork()):
            measure_requests(app)
            for _ in range(number + 1):
                app.test_client().get("/healthz")
            app.test_client().get("/bewerbung/geheim")
            os._exit(0)
        os.waitpid(child, 0)
    print(requests_as_text().decode())
"""


def test_requests_of_all_processes_are_added_up_by_route_and_not_by_path(tmp_path: object) -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(tmp_path)], capture_output=True, text=True, check=True)
    assert 'ikz_award_request_seconds_count{method="GET",route="public.is_alive",status="2xx"} 3.0' in done.stdout
    assert "geheim" not in done.stdout


def test_a_token_that_can_be_guessed_refuses_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    from config import Config

    monkeypatch.setenv("IKZ_AWARD_METRICS_TOKEN", "short")
    with pytest.raises(SystemExit, match="IKZ_AWARD_METRICS_TOKEN holds 5 characters"):
        Config()
