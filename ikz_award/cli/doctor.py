"""`flask award doctor`: is this installation fit to run a competition, and how is what is not put right?"""

import secrets
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
from flask import current_app
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from config import is_loopback
from ikz_award.adapters import clock
from ikz_award.adapters.files import FileStore
from ikz_award.adapters.mail import PostedMail, postman
from ikz_award.adapters.uploads.malware import ScannerUnavailable, scanner
from ikz_award.cli.group import award
from ikz_award.extensions import db
from ikz_award.models.record.audit import AuditEntry
from ikz_award.queries.record.parts import last_backup
from ikz_award.web.readiness import readiness

SECRETS = ("secret_key", "result_key", "password_salt")
LEAST_SPACE = 2 * 1024**3
OLDEST_BACKUP = timedelta(days=2)
# Clocks of two hosts may differ so much without harm.
AHEAD = timedelta(minutes=1)
OK, ADVICE, FAULT = "ok", "advice", "FAULT"


@dataclass(frozen=True)
class Ailment:
    """What was found of a `part`; `words` say how to mend it where it is not `OK`."""

    part: str
    state: str
    words: str


@award.command("doctor")
@click.option("--mail", "recipient", default="", help="Send a test letter to this address.")
@click.option("--only", multiple=True, help="Look at this part alone; may be given several times.")
def doctor(recipient: str, only: tuple[str, ...]) -> None:
    """Look at everything the service stands on, and say how to mend what fails; exit 1 if anything does.

    Nothing is changed; with --mail a letter is sent.
    """
    now = clock.now()
    faults = 0
    for finding in findings(now=now, recipient=recipient, only=only):
        click.echo(f"{finding.state:<7} {finding.part}: {finding.words}")
        faults += finding.state == FAULT
    if faults:
        sys.exit(f"{faults} to mend.")


def findings(*, now: datetime, recipient: str, only: Collection[str] = ()) -> Iterator[Ailment]:
    """One finding after another, of the parts in `only` or of all.

    A check that fails in a way nobody thought of is a fault of its part, not the end.
    """
    config = current_app.config
    ready = readiness(now=now)
    checks: dict[str, Callable[[], tuple[str, str]]] = {
        "configuration": lambda: _configuration(config),
        "database": lambda: (OK, "answers at the newest migration") if ready.is_ready else (FAULT, NOT_READY),
        "worker": lambda: (OK, "was heard of lately") if ready.has_worker else (FAULT, NO_WORKER),
        "clock": lambda: _clock(now) if ready.is_ready else (FAULT, "cannot be compared: the database does not answer"),
        "mail": lambda: _mail(config, recipient, now),
        "store": lambda: _store(config["INSTANCE"]),
        "permissions": lambda: _permissions(config["INSTANCE"]),
        "scanner": lambda: _scanner(config["MALWARE_SCANNER"]),
        "PDF": _pdf,
        "key copies": lambda: _keys(config),
        "last backup": lambda: _backup(now) if ready.is_ready else (FAULT, "unknown: the database does not answer"),
        "continuous copy": lambda: _copy(ready.copy, config["COPY_TARGET"]),
    }
    for part, check in checks.items():
        if only and part not in only:
            continue
        try:
            state, words = check()
        except (OSError, ValueError, RuntimeError, SQLAlchemyError) as error:
            state, words = FAULT, f"{type(error).__name__}: {error}"
        yield Ailment(part, state, words)


NOT_READY = "does not answer, or is not at the newest migration: see IKZ_AWARD_DATABASE, then run: flask award migrate"
NO_WORKER = "mails and documents wait: start `flask award serve`, or `flask award worker` beside it"


def _configuration(config: Any) -> tuple[str, str]:
    host, scheme = urlsplit(config["BASE_URL"]).hostname or "", urlsplit(config["BASE_URL"]).scheme
    if config["MODE"] != "production":
        return ADVICE, "development mode; for others to use it set IKZ_AWARD_MODE=production and IKZ_AWARD_BASE_URL"
    if scheme != "https" or is_loopback(host):
        return FAULT, f"links in mails begin with {config['BASE_URL']}: set IKZ_AWARD_BASE_URL to the public https address"
    if config["MAIL_FROM"].endswith(".invalid"):
        return FAULT, f"mails come from {config['MAIL_FROM']}: set IKZ_AWARD_MAIL_FROM to an address of yours"
    return OK, config["BASE_URL"]


def _clock(now: datetime) -> tuple[str, str]:
    newest = db.session.scalar(select(func.max(AuditEntry.at)))
    db.session.rollback()
    if newest is not None and newest > now + AHEAD:
        return (
            FAULT,
            f"is behind the audit log, whose newest entry is of {newest:%Y-%m-%d %H:%M} UTC: set it, and keep it by NTP",
        )
    return OK, f"{now:%Y-%m-%d %H:%M:%S} UTC, not behind the audit log; deadlines rest on it, so keep it by NTP"


def _mail(config: Any, recipient: str, now: datetime) -> tuple[str, str]:
    if not config["SMTP_SERVER"]:
        return (FAULT if config["MODE"] == "production" else ADVICE), "mails become files: set IKZ_AWARD_SMTP"
    if not recipient:
        return ADVICE, "not tried; run: flask award doctor --mail YOUR@ADDRESS"
    letter = PostedMail(
        message_id=f"<{secrets.token_hex(16)}@ikz-award>",
        recipient=recipient,
        subject="Probebrief des Landespreises",
        body="Dieser Brief wurde mit „flask award doctor“ gesandt. Wenn Sie ihn lesen, gehen E-Mails hinaus.\n",
        at=now,
    )
    try:
        postman(config)(letter)
    except (OSError, ValueError) as error:
        return (
            FAULT,
            f"the test letter did not go out ({type(error).__name__}: {error}): see IKZ_AWARD_SMTP and the mail server",
        )
    return OK, f"the mail server took the test letter to {recipient}; look whether it arrives, and not among the spam"


def _store(instance: Path) -> tuple[str, str]:
    with tempfile.TemporaryDirectory(dir=instance, prefix=".doctor-") as folder:
        store, data = FileStore(Path(folder)), secrets.token_bytes(1024)
        if store.get(store.put(data)) != data:
            return FAULT, f"{instance} does not give back what was written: have the disk looked at"
    free = shutil.disk_usage(instance).free
    if free < LEAST_SPACE:
        return FAULT, f"only {free // 1024**2} MB left at {instance}: make room, or move IKZ_AWARD_INSTANCE"
    return OK, f"writes and reads; {free // 1024**3} GB left"


def _permissions(instance: Path) -> tuple[str, str]:
    places = [instance, *(instance / name for name in (*SECRETS, "award.db", "uploads", "mail"))]
    open_ones = [path for path in places if path.exists() and path.stat().st_mode & stat.S_IRWXO]
    # Below a folder that keeps everybody out, only secrets have to keep them out themselves.
    if not instance.stat().st_mode & stat.S_IXOTH:
        open_ones = [path for path in open_ones if path.name in SECRETS or path == instance]
    if open_ones:
        return FAULT, f"everybody on this machine can look in; run: chmod o-rwx {' '.join(map(str, open_ones))}"
    return OK, f"{instance} is its owner's alone"


def _scanner(address: str) -> tuple[str, str]:
    scan = scanner(address)
    if scan is None:
        return ADVICE, "none: uploads are taken apart and cleaned, not scanned; set IKZ_AWARD_CLAMD to have them scanned"
    try:
        scan(b"harmless")
    except ScannerUnavailable as error:
        return (
            FAULT,
            f"no answer from {address} ({error}), and uploads are refused until then: start clamd, see IKZ_AWARD_CLAMD",
        )
    return OK, f"answers at {address}"


def _pdf() -> tuple[str, str]:
    from ikz_award.reports.documents import write_document
    from ikz_award.reports.worker import ReportFailed

    html = '<html lang="de"><head><title>Probe</title><link rel="stylesheet" href="bundle:reports/report.css"></head>'
    with tempfile.TemporaryDirectory() as folder:
        try:
            path = Path(folder) / "probe.pdf"
            write_document(
                html=f"{html}<body><h1>Probe</h1></body></html>", title="Probe", path=path, on_progress=lambda *_: None
            )
        except ReportFailed as error:
            return FAULT, f"no document can be printed ({error}): install Pango, then run: make setup"
        return OK, f"prints a page ({path.stat().st_size // 1024} kB)"


def _keys(config: Any) -> tuple[str, str]:
    from ikz_award.domain.seal.signatures import SigningKey

    public = SigningKey(bytes.fromhex(config["RESULT_KEY"])).public
    if not config["BACKUP_KEY"]:
        return ADVICE, "backups are not encrypted: set IKZ_AWARD_BACKUP_KEY to the public half of an age key kept elsewhere"
    return OK, f"backups are encrypted; keep the age identity and a copy of the keys elsewhere (result key {public[:16]}…)"


def _backup(now: datetime) -> tuple[str, str]:
    newest = last_backup(db.session())
    db.session.rollback()
    if newest is None:
        return FAULT, "there is none; run: flask award backup TARGET, and have it run every night"
    if newest.finished_at < now - OLDEST_BACKUP:
        return FAULT, f"of {newest.finished_at:%Y-%m-%d %H:%M} UTC: have `flask award backup TARGET` run every night"
    if newest.verified_at is None:
        return (
            ADVICE,
            f"of {newest.finished_at:%Y-%m-%d %H:%M} UTC, never restored: try `flask award restore` into an empty place",
        )
    return OK, f"of {newest.finished_at:%Y-%m-%d %H:%M} UTC, restored and checked"


def _copy(copy: Any, target: str) -> tuple[str, str]:
    if not target and copy is None:
        return ADVICE, "none: a lost disk costs what came after the last backup; set IKZ_AWARD_COPY to a folder on another disk"
    if copy is None or copy.is_late:
        return FAULT, f"is late or has not begun: see that `serve` runs and {target or 'its folder'} can be written to"
    return OK, f"complete up to {copy.safe_at:%Y-%m-%d %H:%M:%S} UTC" if copy.safe_at else "has just begun"
