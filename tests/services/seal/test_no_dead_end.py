"""The services walked at random: wherever one ends up, the allowed steps bring the edition to the archive with a seal."""

from random import Random

import pytest
from sqlalchemy import select

from ikz_award.domain.phases.workflow import Phase, steps_from
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.extensions import db
from ikz_award.models.decision.decisions import Decision
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.seal.seal import SealAct, SealRole
from ikz_award.queries.phases.facts import is_sealed
from ikz_award.queries.record.phase_rest import is_meeting_running
from ikz_award.queries.seal.seal import seal_view
from ikz_award.services.decision.decisions import DecisionText, record_decision
from ikz_award.services.decision.meeting import close_meeting, open_meeting
from ikz_award.services.phases.phases import change_phase
from ikz_award.services.record.use_case import Call
from ikz_award.services.seal.seal import withdraw_confirmation
from tests.calls import called
from tests.factories import NOW
from tests.services.seal.conftest import REASON, Decided

SLUG = "landespreis-2"


class Walk:
    def __init__(self, decided: Decided) -> None:
        self.decided, self.count = decided, 0

    @property
    def key(self) -> str:
        self.count += 1
        return f"walk-{self.count}"

    @property
    def phase(self) -> Phase:
        return self.decided.edition.phase

    def step(self, new: Phase) -> None:
        change_phase(
            Call(actor=self.decided.organiser, now=NOW, key=self.key),
            edition_id=self.decided.edition_id,
            step=(self.phase, new),
            reason=REASON,
            missing_seen=9,
        )

    def half(self, role: SealRole) -> None:
        act = seal_view(db.session(), edition=self.decided.edition).act
        who = self.decided.organiser if role is SealRole.ORGANISER else self.decided.chair
        self.decided.confirm(who, role, act=act, reason=REASON if act is SealAct.REOPEN else "", key=self.key)

    def take_back(self, role: SealRole) -> None:
        who = self.decided.organiser if role is SealRole.ORGANISER else self.decided.chair
        withdraw_confirmation(Call(actor=who, now=NOW, key=self.key), edition_id=self.decided.edition_id, role=role)

    def meet(self) -> None:
        running = is_meeting_running(db.session(), edition_id=self.decided.edition.id)
        common = {"actor": self.decided.organiser, "now": NOW, "key": self.key, "edition_slug": SLUG}
        called(close_meeting, **common) if running else called(open_meeting, **common, is_written=False)

    def decide(self) -> None:
        db.session.rollback()
        category = db.session.query(Category).filter_by(key="pflichtaufgaben").one()
        winner = next(entry.public_id for entry in db.session.query(Entry) if entry.title == "Beitrag 0")
        version = db.session.scalar(select(Decision.version))
        record_decision(
            Call(actor=self.decided.organiser, now=NOW, key=self.key),
            category_id=category.id,
            version=version,
            decision=DecisionText(winner=winner, reason=f"Die Jury war sich einig ({self.count})."),
        )

    def at_random(self, draw: Random) -> None:
        acts = [
            *[lambda new=new: self.step(new) for new in sorted(steps_from(self.phase)) for _ in range(2)],
            *[lambda role=role: self.half(role) for role in SealRole],
            lambda: self.take_back(draw.choice(list(SealRole))),
            self.meet,
            self.decide,
        ]
        try:
            draw.choice(acts)()
        except (Refused, Invalid, NotFound):
            db.session.rollback()

    def deliberate(self) -> None:
        if is_meeting_running(db.session(), edition_id=self.decided.edition_id):
            self.meet()
        self.decide()
        self.step(Phase.DECIDED)

    def finish(self) -> None:
        """What somebody would do who wants to come to an end."""
        for _ in range(12):
            edition_id = self.decided.edition_id
            sealed = is_sealed(db.session(), edition_id=edition_id)
            match self.phase:
                case Phase.ARCHIVED:
                    return
                case Phase.JUDGING:
                    self.step(Phase.DELIBERATION)
                case Phase.DELIBERATION:
                    self.deliberate()
                case Phase.DECIDED if not sealed:
                    self.half(SealRole.CHAIR)
                    if not is_sealed(db.session(), edition_id=edition_id):
                        self.half(SealRole.ORGANISER)
                case Phase.DECIDED:
                    self.step(Phase.PUBLISHED)
                case Phase.PUBLISHED:
                    self.step(Phase.ARCHIVED if sealed else Phase.DELIBERATION)


@pytest.mark.parametrize("seed", range(6))
def test_wherever_a_walk_ends_the_edition_comes_to_its_archive(decided: Decided, seed: int) -> None:
    walk, draw = Walk(decided), Random(seed)
    for _ in range(25):
        walk.at_random(draw)
    walk.finish()
    assert walk.phase is Phase.ARCHIVED
    assert is_sealed(db.session(), edition_id=decided.edition_id)


def test_an_archived_result_is_opened_only_outside_the_archive(decided: Decided) -> None:
    """Opened in the archive it could never be sealed again."""
    walk = Walk(decided)
    walk.finish()
    for role in SealRole:
        with pytest.raises(Refused) as refusal:
            walk.half(role)
        assert refusal.value.reason == "seal_phase"
    published = db.session.get_one(Edition, decided.edition_id).published_at
    walk.step(Phase.PUBLISHED)
    assert db.session.get_one(Edition, decided.edition_id).published_at == published
    walk.half(SealRole.CHAIR)
    walk.half(SealRole.ORGANISER)
    assert not is_sealed(db.session(), edition_id=decided.edition_id)
    walk.finish()
    assert walk.phase is Phase.ARCHIVED


def test_the_deliberation_does_not_end_while_the_jury_meets(decided: Decided) -> None:
    walk = Walk(decided)
    walk.step(Phase.DELIBERATION)
    walk.meet()
    for new in (Phase.DECIDED, Phase.JUDGING):
        with pytest.raises(Refused) as refusal:
            walk.step(new)
        assert refusal.value.reason == "meeting_running"
    walk.meet()
    walk.step(Phase.DECIDED)
