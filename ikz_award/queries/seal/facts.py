"""What others keep of a seal, to check a result and the audit log by: for the public page, the seal's page, the report."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from ikz_award.domain.seal.signatures import fingerprint
from ikz_award.models.seal.seal import ResultSeal
from ikz_award.queries.seal.record import logged_seal
from ikz_award.queries.seal.seal import current_seal


@dataclass(frozen=True, kw_only=True)
class SealFacts:
    """Nothing of these says what the result is. `log_length`, `log_head`: the audit log up to its record of the sealing."""

    version: int
    sealed_at: datetime
    sha256: str
    public_key: str
    fingerprint: str
    log_length: int
    log_head: str


def sealed_facts(session: Session, seal: ResultSeal) -> SealFacts:
    """What pages and reports say of a seal; the log's position comes from the log, or from the sealed document where it is
    lost."""
    logged = logged_seal(session, seal)
    # Without the record, which `verify` finds missing, the position in the document is what there is.
    before = json.loads(seal.document)["audit"]
    return SealFacts(
        version=seal.version,
        sealed_at=seal.sealed_at,
        sha256=seal.sha256,
        public_key=seal.public_key,
        fingerprint=fingerprint(seal.public_key),
        log_length=logged.place if logged else before["length"],
        log_head=logged.hash if logged else before["head"],
    )


def current_facts(session: Session, *, edition_id: int) -> SealFacts | None:
    """The facts of the version that counts; None while there is none."""
    seal = current_seal(session, edition_id=edition_id)
    return sealed_facts(session, seal) if seal is not None else None
