"""A panel with its duties, and what can happen to it: plans, hand edits, stand-ins, sheets."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import Juror, ScoreSheet
from ikz_award.queries.jury.plan.plan import PlanView, PlanWish, present_plan, proposed_plan
from ikz_award.services.jury.assignment import apply_plan, assign_by_hand
from ikz_award.services.jury.sheets.desk import TypedSheet
from ikz_award.services.jury.sheets.scoring import save_sheet
from ikz_award.services.jury.stand_in import step_in
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.calls import called
from tests.factories import NOW

LEADS = (factories.BOCHOLT, factories.AHAUS, factories.GRONAU)


class Panel:
    """An edition with six entries, four members and two deputies, and what can happen to it."""

    def __init__(self, phase: Phase = Phase.JUDGING) -> None:
        self.edition = factories.make_edition(phase=phase)
        applicant = factories.make_account("antrag@example.org")
        keys = [one.key for one in db.session.get_one(Edition, self.edition.id).categories][:2]
        rows = [
            factories.make_entry(
                self.edition, created_by=applicant, status=EntryStatus.ADMITTED, lead_key=lead, category=key, partners=()
            )
            for key in keys
            for lead in LEADS
        ]
        self.entries = {one.id: one.public_id for one in rows}
        self.categories = [rows[0].category_id, rows[3].category_id]
        roles = [PanelRole.CHAIR, *[PanelRole.MEMBER] * 3, *[PanelRole.DEPUTY] * 2]
        self.accounts = [
            factories.make_juror(self.edition, f"jury{place}@example.org", role=role) for place, role in enumerate(roles)
        ]
        seats = {one.account_id: one.id for one in db.session.scalars(select(Juror))}
        self.jurors = {seats[one.id]: one for one in self.accounts}
        self.organiser = factories.actor(factories.make_account("kompetenzzentrum@land.example", is_admin=True))
        self.count = 0

    def common(self) -> dict[str, Any]:
        self.count += 1
        db.session.rollback()
        return {"actor": self.organiser, "now": self.clock, "key": f"k{self.count}", "edition_slug": self.edition.slug}

    @property
    def clock(self) -> datetime:
        """Later with everything that happens."""
        return NOW + timedelta(minutes=self.count)

    @property
    def now(self) -> Edition:
        db.session.rollback()
        return db.session.get_one(Edition, self.edition.id)

    def of_role(self, *roles: PanelRole) -> list[int]:
        db.session.rollback()
        return list(db.session.scalars(select(Juror.id).where(Juror.role.in_(roles)).order_by(Juror.id)))

    @property
    def members(self) -> list[int]:
        return self.of_role(PanelRole.MEMBER, PanelRole.CHAIR)

    @property
    def held(self) -> frozenset[tuple[int, int]]:
        return present_plan(db.session(), edition=self.now).pairs

    def step_in(self, juror: int, deputy: int) -> None:
        called(step_in, **self.common(), juror_id=juror, deputy_id=deputy, reason="Elternzeit bis Jahresende.")

    def apply(self, wish: PlanWish) -> PlanView:
        plan = proposed_plan(db.session(), edition=self.now, wish=wish)
        called(apply_plan, **self.common(), wish=wish, digest=plan.digest)
        return plan

    def by_hand(self, entry: int, *, added: tuple[int, ...] = (), removed: tuple[int, ...] = ()) -> None:
        called(assign_by_hand, **self.common(), entry_id=self.entries[entry], added=added, removed=removed)

    def save(self, entry: int, juror: int) -> None:
        self.count += 1
        own = select(ScoreSheet.version).where(ScoreSheet.entry_id == entry, ScoreSheet.juror_id == juror)
        db.session.rollback()
        version = db.session.scalar(own) or 0
        save_sheet(
            Call(actor=factories.actor(self.jurors[juror]), now=self.clock, key=f"s{self.count}"),
            entry_id=self.entries[entry],
            typed=TypedSheet(points={"benefit": "5"}, reasons={"benefit": f"Gut {self.count}."}, version=version),
        )

    def hand_in(self, entry: int, juror: int) -> None:
        self.save(entry, juror)
        with write_session() as session:
            row = session.scalars(select(ScoreSheet).where(ScoreSheet.entry_id == entry, ScoreSheet.juror_id == juror)).one()
            row.status, row.submitted_at = SheetStatus.SUBMITTED, NOW

    def done(self) -> set[tuple[int, int]]:
        rows = select(ScoreSheet.entry_id, ScoreSheet.juror_id).where(ScoreSheet.status == SheetStatus.SUBMITTED)
        return {(row[0], row[1]) for row in db.session.execute(rows)}
