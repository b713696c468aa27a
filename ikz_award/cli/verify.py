"""`flask award verify`: is a result what was sealed? A file is checked without any database, the database with `--audit`."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click
import pikepdf
from flask import current_app
from sqlalchemy import inspect
from sqlalchemy.exc import DBAPIError

from ikz_award.cli.group import award
from ikz_award.domain.seal.result_document import DocumentBroken
from ikz_award.domain.seal.signatures import SigningKey, fingerprint
from ikz_award.domain.seal.verification import ENVELOPE_NAME, Check, check_pdf_bytes, check_result, read_envelope
from ikz_award.extensions import db
from ikz_award.queries.record.audit_check import check_audit
from ikz_award.queries.seal.check import check_database

# What reading a file raises that is no sealed result.
UNREADABLE = (pikepdf.PdfError, DocumentBroken, KeyError, ValueError, TypeError)


GIVEN, OWN = "the one given with --key", "the one of this instance"


@award.command("verify")
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--key",
    "keys",
    multiple=True,
    help="The organiser's public key, 64 hexadecimal digits, from where the organiser publishes it, never from the file."
    " Without one, that of this instance counts. Can be given more than once.",
)
@click.option(
    "--head",
    "heads",
    multiple=True,
    help="A head of the audit log that was noted elsewhere (a mail, a report, the public page). Can be given more than once.",
)
@click.option("--audit", is_flag=True, help="Walk the audit log of the database and name the first broken record.")
@click.option("--database", is_flag=True, help="Compare the database with every sealed result, cell by cell.")
def verify(file: Path | None, keys: tuple[str, ...], heads: tuple[str, ...], audit: bool, database: bool) -> None:
    """Check FILE (result.json, or the result report as PDF): a line for each check, exit 1 unless every one is ok.

    With --database or --audit, the log must still have the head that stands in FILE.
    """
    if file is None and not (audit or database):
        raise click.UsageError("name a file, or --audit, or --database")
    if heads and not (audit or database):
        raise click.UsageError("--head is looked for in a database: add --audit or --database")
    trusted = dict.fromkeys((key.strip().lower() for key in keys), GIVEN) or _own_key()
    checks: list[Check] = []
    if file is not None:
        checks += _check_file(file, trusted)
        heads += _head_in(file)
    if database:
        checks += check_database(db.session(), keys=trusted, heads=heads)
    elif audit:
        checks += check_audit(db.session(), heads=heads)
    _tell(checks)


def _own_key() -> dict[str, str]:
    """The public key of this instance, where there is one: without a migrated database its key has sealed nothing."""
    place = db.engine.url
    if place.get_backend_name() == "sqlite" and not Path(place.database or "").is_file():
        return {}
    try:
        is_there = inspect(db.engine).has_table("alembic_version")
    except DBAPIError:
        return {}
    return {_public_key(): OWN} if is_there else {}


def _public_key() -> str:
    return SigningKey(bytes.fromhex(current_app.config["RESULT_KEY"])).public


def _tell(checks: Iterable[Check]) -> None:
    differing, unproven = 0, 0
    for check in checks:
        word = "ok" if check.is_passed else "NOT PROVEN" if check.is_unproven else "DIFFERS"
        click.echo(f"{word:<10}  {check.text}")
        differing += not check.is_passed and not check.is_unproven
        unproven += check.is_unproven
    if differing:
        sys.exit(f"{differing} of these differ.")
    if unproven:
        sys.exit("Nothing differs, but it is not proven: see the lines above.")
    click.echo("Nothing differs.")


def _check_file(file: Path, keys: Mapping[str, str]) -> list[Check]:
    content = file.read_bytes()
    if not content.startswith(b"%PDF-"):
        return list(check_result(content, keys=keys))
    try:
        embedded = _embedded(file)
        public_key = str(read_envelope(embedded)["public_key"])
    except UNREADABLE as error:
        return [Check(False, f"PDF: carries no sealed result that can be read ({error})")]
    return [check_pdf_bytes(content, public_key=public_key), *check_result(embedded, keys=keys)]


def _head_in(file: Path) -> tuple[str, ...]:
    """The head of the audit log in the file; none where it cannot be read, which has been told by then."""
    try:
        content = _embedded(file) if file.read_bytes().startswith(b"%PDF-") else file.read_bytes()
        return (str(read_envelope(content)["document"]["audit"]["head"]),)
    except UNREADABLE:
        return ()


def _embedded(file: Path) -> bytes:
    with pikepdf.open(file) as pdf:
        return pdf.attachments[ENVELOPE_NAME].get_file().read_bytes()


@award.command("result-key")
def result_key() -> None:
    """Print the public half of the key that seals results: publish it, so that others can check against it."""
    public = _public_key()
    click.echo(f"{public}\nfingerprint {fingerprint(public)}")
