"""What the demonstration's jurors said to the register's hints: no bias, but for the recusals; the chair has confirmed some."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.demo.scores import ScoredEntry
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.bias import HintDecision, HintOutcome, Ruling
from ikz_award.models.jury.jury import Juror, Recusal
from ikz_award.queries.jury.bias.hints import hints_by_entry

DENIAL = "Ich wohne in der Nähe, habe mit dem Vorhaben aber nichts zu tun."


def add_denials(
    session: Session, edition: Edition, *, entries: Sequence[ScoredEntry], jurors: Sequence[Juror], at: datetime
) -> None:
    """A decision for every hint; every second denial is confirmed by the chair, who sits first."""
    chair = jurors[0]
    ids = [entry.id for entry in entries]
    count = 0
    for juror in jurors:
        recused = set(session.scalars(select(Recusal.entry_id).where(Recusal.juror_id == juror.id)))
        found = hints_by_entry(session, edition=edition, juror_id=juror.id, entry_ids=ids)
        for entry_id, hints in found.items():
            for one in hints:
                row = HintDecision(
                    juror_id=juror.id,
                    entry_id=entry_id,
                    hint_reason=one.hint.reason,
                    body_key=one.hint.key,
                    tie_key=one.hint.tie_key,
                    tie_kind=one.hint.tie_kind,
                    reason=DENIAL,
                    decided_at=at,
                    outcome=HintOutcome.BIASED if entry_id in recused else HintOutcome.DENIED,
                )
                count += 1
                if row.outcome is HintOutcome.DENIED and juror is not chair and count % 2:
                    row.ruling, row.ruled_by, row.ruled_at = Ruling.CONFIRMED, chair.account_id, at + timedelta(days=1)
                session.add(row)
