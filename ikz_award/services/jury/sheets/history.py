"""The versions of a score sheet: one is kept whenever a sheet is submitted or abstained from, in the same transaction."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from ikz_award.domain.phases.workflow import SheetStatus
from ikz_award.domain.seal.audit_chain import canonical_json
from ikz_award.models.jury.jury import ScoreSheet
from ikz_award.models.jury.reading import SheetVersion


def keep_version(session: Session, *, sheet: ScoreSheet, content: Mapping[str, Any], now: datetime) -> None:
    """Append the sheet as it is now; a draft is nobody's word yet and leaves no version."""
    if sheet.status is SheetStatus.DRAFT:
        return
    text = canonical_json(dict(content)).decode()
    session.add(SheetVersion(sheet_id=sheet.id, version=sheet.version, status=sheet.status, content=text, recorded_at=now))
    session.flush()
