"""`flask award verify`: is a result what was sealed? A file is checked without any database, the database with `--audit`."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click
import pikepdf
from flask import current_app

from ikz_award.cli.group import award
from ikz_award.domain.result_document import DocumentBroken
from ikz_award.domain.signatures import SigningKey, fingerprint
from ikz_award.domain.verification import ENVELOPE_NAME, Check, check_pdf_bytes, check_result, read_envelope
from ikz_award.extensions import db
from ikz_award.queries.seal_check import check_audit, check_database


@award.command("verify")
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--key", help="The organiser's public key, 64 hexadecimal digits, from where the organiser publishes it.")
@click.option("--audit", is_flag=True, help="Walk the audit log of the database and name the first broken record.")
@click.option("--database", is_flag=True, help="Compare the database with every sealed result, cell by cell.")
def verify(file: Path | None, key: str | None, audit: bool, database: bool) -> None:
    """Check FILE (result.json, or the result report as PDF): a line for each check, exit 1 if anything differs."""
    if file is None and not (audit or database):
        raise click.UsageError("name a file, or --audit, or --database")
    checks: list[Check] = []
    if file is not None:
        checks += _check_file(file, key)
    if database:
        checks += check_database(db.session())
    elif audit:
        checks.append(check_audit(db.session()))
    _tell(checks)


def _tell(checks: Iterable[Check]) -> None:
    failed = 0
    for check in checks:
        click.echo(f"{'ok     ' if check.is_passed else 'DIFFERS'}  {check.text}")
        failed += not check.is_passed
    if failed:
        sys.exit(f"{failed} of these differ.")
    click.echo("Nothing differs.")


def _check_file(file: Path, key: str | None) -> list[Check]:
    content = file.read_bytes()
    if not content.startswith(b"%PDF-"):
        return list(check_result(content, expected_key=key))
    try:
        embedded = _embedded(file)
        public_key = str(read_envelope(embedded)["public_key"])
    except (pikepdf.PdfError, DocumentBroken, KeyError, ValueError, TypeError) as error:
        return [Check(False, f"PDF: carries no sealed result that can be read ({error})")]
    return [check_pdf_bytes(content, public_key=public_key), *check_result(embedded, expected_key=key)]


def _embedded(file: Path) -> bytes:
    with pikepdf.open(file) as pdf:
        return pdf.attachments[ENVELOPE_NAME].get_file().read_bytes()


@award.command("result-key")
def result_key() -> None:
    """Print the public half of the key that seals results: publish it, so that others can check against it."""
    public = SigningKey(bytes.fromhex(current_app.config["RESULT_KEY"])).public
    click.echo(f"{public}\nfingerprint {fingerprint(public)}")
