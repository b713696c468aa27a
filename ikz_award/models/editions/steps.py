"""The steps an edition has taken. What later steps are computed from stands here; the audit log is a copy for people."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, Text, false
from sqlalchemy.orm import Mapped, mapped_column

from ikz_award.domain.phases.workflow import Phase
from ikz_award.models.base import Base, UtcDateTime, enum_column


class PhaseStep(Base):
    """One step from phase to phase. Append-only; a trigger refuses UPDATE and DELETE. `reason` is empty where none was needed.

    `opens_before`, `deadline_before`, `extended_before` (entry id as text → instant as ISO 8601 text): what the step changed
    besides the phase, as it was before; None or empty where the step left it alone.
    """

    __tablename__ = "phase_step"
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), index=True)
    old: Mapped[Phase] = mapped_column(enum_column(Phase, name="step_old"))
    new: Mapped[Phase] = mapped_column(enum_column(Phase, name="step_new"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor_name: Mapped[str] = mapped_column(String(200))
    reason: Mapped[str] = mapped_column(Text, default="", server_default="")
    # Scoring begins again with the shortlisted entries: a second round, not the first one opened again.
    is_second_round: Mapped[bool] = mapped_column(default=False, server_default=false())
    opens_before: Mapped[datetime | None] = mapped_column(UtcDateTime)
    deadline_before: Mapped[datetime | None] = mapped_column(UtcDateTime)
    extended_before: Mapped[dict[str, str]] = mapped_column(JSON, default=dict, server_default="{}")

    @property
    def extensions_before(self) -> Mapping[int, datetime]:
        """Entry id → the deadline of its own that the step cut off."""
        return {int(entry): datetime.fromisoformat(until) for entry, until in self.extended_before.items()}
