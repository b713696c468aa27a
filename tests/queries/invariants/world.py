"""The demonstration with some true deeds in it: an entry with a file handed in, its receipt, a sheet submitted again."""

import shutil
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pysqlite3.dbapi2 as sqlite3
from flask import Flask
from sqlalchemy import select

from ikz_award.adapters.files import FileStore
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry, Submission
from ikz_award.models.jury.jury import Juror, ScoreSheet
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.jobs import Job
from ikz_award.queries.entries.receipts import RECEIPT
from ikz_award.services.entries.attachments.attachments import attach_file
from ikz_award.services.entries.attachments.upload_intake import Upload
from ikz_award.services.entries.submission import Reviewed, submit_entry
from ikz_award.services.jury.sheets.desk import TypedSheet
from ikz_award.services.jury.sheets.scoring import reopen_sheet, submit_sheet
from ikz_award.services.record.jobs import claim_job, finish_job
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.adapters.uploads import samples
from tests.conftest import NOW

CONSENTS = {"consent_rules": "yes", "consent_privacy": "yes", "consent_partners": "yes"}
Names = Mapping[str, object]


def do_true_deeds(app: Flask) -> Names:
    """Do them by the services; what the faults are called by."""
    store = FileStore(app.config["INSTANCE"] / "uploads")
    names = {**_hand_in(store), **_print_receipt(store), **_score_again()}
    names["demo_entry"] = db.session.scalars(select(Entry.id).where(Entry.number == "L1-010")).one()
    names["demo_sheet"] = db.session.scalars(select(ScoreSheet.id).where(ScoreSheet.id != names["sheet"]).limit(1)).one()
    return names


def _hand_in(store: FileStore) -> dict[str, object]:
    edition = db.session.scalars(select(Edition).where(Edition.slug == "landespreis-2")).one()
    kim = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    entry = factories.make_entry(edition, created_by=kim, contact_phone="02871 953-0")
    public_id = factories.value_of(Entry, entry, "public_id")
    upload = Upload(purpose="other", filename="Vertrag.pdf", data=samples.pdf())
    attach_file(Call(actor=factories.actor(kim), now=NOW, key="file"), entry_id=public_id, upload=upload, store=store)
    version = factories.value_of(Entry, entry, "version")
    reviewed = Reviewed(entry_id=public_id, version=version, step_key="pruefen", answers=CONSENTS)
    number = submit_entry(Call(actor=factories.actor(kim), now=NOW, key="hand-in"), reviewed=reviewed)
    submission = db.session.scalars(select(Submission).order_by(Submission.id.desc()).limit(1)).one()
    entry_id = submission.entry_id
    file = db.session.get_one(Entry, entry_id).attachments[0].sha256
    return {"entry": entry_id, "number": number, "submission": submission.id, "file": file, "sent": submission.sha256}


def _print_receipt(store: FileStore) -> dict[str, object]:
    job = claim_job(now=NOW)
    assert job is not None
    assert job.kind == RECEIPT
    sha256 = store.put(b"a receipt")
    finish_job(job=job, now=NOW, sha256=sha256, size=9, media_type="application/pdf", name="Eingang.pdf")
    return {"job": db.session.scalars(select(Job.id)).one(), "receipt": sha256}


def _score_again() -> dict[str, object]:
    sheet = db.session.scalars(select(ScoreSheet).where(ScoreSheet.status == "submitted").limit(1)).one()
    juror = db.session.get_one(Account, db.session.get_one(Juror, sheet.juror_id).account_id)
    actor, entry_id, id_ = factories.actor(juror), sheet.entry.public_id, sheet.id
    first = min(score.id for score in sheet.scores)
    keys = [score.criterion.key for score in sheet.scores]
    at = sheet.entry.edition.deadline_at
    reopen_sheet(Call(actor=actor, now=at, key="open"), entry_id=entry_id, version=sheet.version)
    typed = TypedSheet(points=dict.fromkeys(keys, "7"), reasons=dict.fromkeys(keys, "Gut belegt."), version=sheet.version)
    submit_sheet(Call(actor=actor, now=at, key="again"), entry_id=entry_id, typed=typed)
    return {"sheet": id_, "score": first}


def lay_out(kept: Path, instance: Path) -> None:
    """A fresh copy of database and files."""
    for name in ("award.db", "award.db-wal", "award.db-shm"):
        (instance / name).unlink(missing_ok=True)
    shutil.copyfile(kept / "award.db", instance / "award.db")
    shutil.rmtree(instance / "uploads", ignore_errors=True)
    shutil.copytree(kept / "uploads", instance / "uploads")


def plant(database: Path, statements: str) -> None:
    """Past all guards, which stand again afterwards; by the application's own driver, for the sake of its locks."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        for pragma in ("ignore_check_constraints=ON", "foreign_keys=OFF", "synchronous=OFF"):
            connection.execute(f"PRAGMA {pragma}")
        guards = connection.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        touched = [row for row in guards if row[1] in statements and "TRIGGER" not in statements]
        for name, *_ in touched:
            connection.execute(f"DROP TRIGGER {name}")
        connection.executescript(statements)
        for *_, sql in touched:
            connection.execute(sql)
