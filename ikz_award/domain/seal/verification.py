"""Checking a sealed result on any machine: no database, no network, only the file (and, if known, the organiser's key)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ikz_award.domain.seal.result_document import DocumentBroken, document_hash, recount
from ikz_award.domain.seal.signatures import fingerprint, is_signed_by, pdf_signature

ENVELOPE_NAME = "ergebnis.json"
# Named one by one, and then counted: a file that is wrong everywhere need not fill the screen.
_MOST_NAMED = 20


@dataclass(frozen=True)
class Check:
    """One thing that was looked at. `text` says in one line what was found.

    `is_unproven`: it did not pass, and not because something differs: there was nothing trusted to compare with.
    """

    is_passed: bool
    text: str
    is_unproven: bool = False


def read_envelope(content: bytes) -> Mapping[str, Any]:
    """The envelope {document, sha256, signature, public_key} of a result file. Raises `DocumentBroken`."""
    try:
        envelope = json.loads(content.decode(), parse_float=_refuse_float, parse_constant=_refuse_float)
    except (ValueError, RecursionError) as error:
        raise DocumentBroken(f"not a result file: {error}") from error
    parts = {"document": dict, "sha256": str, "signature": str, "public_key": str}
    if not isinstance(envelope, dict) or set(envelope) != set(parts):
        raise DocumentBroken("not a result file: it needs document, sha256, signature and public_key, and nothing else")
    for name, kind in parts.items():
        if not isinstance(envelope[name], kind):
            raise DocumentBroken(f"not a result file: {name} is of the wrong kind")
    return envelope


def _refuse_float(text: str) -> None:
    raise ValueError(f"{text} is not exact")


def check_result(content: bytes, *, keys: Mapping[str, str]) -> tuple[Check, ...]:
    """Everything there is to check of a result file (`result.json`), in order.

    `keys`: the public keys that are trusted, and whose each is, in words. Without one nothing is proven, for whoever changes a
    file can sign it with a key of their own.
    """
    return tuple(_checked(content, keys))


def _checked(content: bytes, keys: Mapping[str, str]) -> Iterator[Check]:
    try:
        envelope = read_envelope(content)
        document = envelope["document"]
        computed = document_hash(document)
    except DocumentBroken as error:
        yield Check(False, f"file: {error}")
        return
    yield _compared("hash", envelope["sha256"], computed)
    # The signature covers the hash, and the hash the document: all that is left is how the file spells it.
    yield Check(content == spelled(envelope), "spelling: canonical" if content == spelled(envelope) else "spelling: changed")
    key = envelope["public_key"]
    is_signed = is_signed_by(public_key=key, signature=envelope["signature"], sha256=computed)
    yield Check(is_signed, f"signature: {'good' if is_signed else 'does not fit'}, key {fingerprint(key)}")
    yield _key(key, {one.strip().lower(): whose for one, whose in keys.items()})
    try:
        differences = recount(document)
    except DocumentBroken as error:
        yield Check(False, f"recount: {error}")
        return
    if not differences:
        yield Check(True, f"recount: {_counted(document)}, every rank and mean follows from the points")
    for difference in differences[:_MOST_NAMED]:
        yield Check(False, f"recount: {difference}")
    if len(differences) > _MOST_NAMED:
        yield Check(False, f"recount: {len(differences) - _MOST_NAMED} more differences")
    yield Check(True, f"audit log: {document['audit']['length']} records, head {document['audit']['head']}")


def _compared(name: str, stated: str, computed: str) -> Check:
    return Check(stated == computed, f"{name}: {computed}" if stated == computed else f"{name}: stated {stated}, is {computed}")


def _key(key: str, trusted: Mapping[str, str]) -> Check:
    if not trusted:
        return Check(
            False, f"key: {key}, which the file itself brings along; give the organiser's with --key", is_unproven=True
        )
    if key in trusted:
        return Check(True, f"key: {trusted[key]}")
    return Check(False, f"key: {key} is not {' or '.join(dict.fromkeys(trusted.values()))}")


def _counted(document: Mapping[str, Any]) -> str:
    entries = [entry for category in document["categories"] for entry in category["entries"]]
    sheets = sum(len(entry["sheets"]) for entry in entries)
    lists = sum(category.get("shortlist") is not None for category in document["categories"])
    motions = sum(len(meeting["motions"]) for meeting in document.get("meetings", ()))
    counted = f"{len(document['categories'])} categories, {len(entries)} entries, {sheets} sheets"
    counted += f", {lists} shortlists" if lists else ""
    return f"{counted}, {motions} motions (every outcome follows from the votes)" if motions else counted


def spelled(envelope: Mapping[str, Any]) -> bytes:
    """An envelope as its file is written: one key a line, readable, and always the same bytes."""
    return json.dumps(envelope, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def check_pdf_bytes(pdf: bytes, *, public_key: str) -> Check:
    """Whether the PDF is, byte for byte, the one that was signed with the key."""
    carried = pdf_signature(pdf)
    if carried is None:
        return Check(False, "PDF: carries no signature; it is not a sealed report, or was changed")
    signature, sha256 = carried
    is_intact = is_signed_by(public_key=public_key, signature=signature, sha256=sha256)
    return Check(is_intact, "PDF: every byte as signed" if is_intact else "PDF: changed since it was signed")
