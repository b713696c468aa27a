"""Who must act or is affected is told: events × people, held against the outbox after the real service ran.

Each row names everybody who gets a mail and how its subject begins; whoever is not named gets none.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from ikz_award.domain.decision.meeting import MotionKind
from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry, StepVersion
from ikz_award.models.jury.jury import Juror
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.models.seal.seal import SealAct, SealRole
from ikz_award.services.decision.meeting import close_meeting, open_meeting
from ikz_award.services.decision.motions import TypedMotion, propose
from ikz_award.services.decision.written import extend_circulation, object_to_writing
from ikz_award.services.jury.leaving import Ending, end_juror, take_back_end
from ikz_award.services.jury.stand_in import step_in
from ikz_award.services.phases.phases import change_phase
from ikz_award.services.phases.publication import plan_publication
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from ikz_award.services.screening.screening import OTHER_GROUND, admit_entry, exclude_entry, reopen_screening, return_entry
from ikz_award.services.seal.seal import Confirmation, confirm, withdraw_confirmation
from tests import factories
from tests.calls import called
from tests.factories import AHAUS, BOCHOLT, NOW
from tests.services.seal.conftest import KEY, Decided, decided  # noqa: F401 - a fixture

BASE = "https://preis.example"
REASON = "So ist es mit dem Vorsitz der Jury besprochen."
SLUG = "landespreis-2"
KIM, ROBIN, GUEST, READER, LEA = (
    f"{name}.example" for name in ("kim@bocholt", "robin@bocholt", "gast@borken", "leser@borken", "lea@ahaus")
)
ADA, DANA, MITTE, ZWEI = "ada@jury.example", "dana@jury.example", "mitte@land.example", "zwei@land.example"
ORGANISER, CHAIR = "kompetenzzentrum@land.example", "vera@jury.example"


class Applying:
    """An open edition: a draft of Bocholt that Kim began, Robin wrote in and a guest may edit; Lea of Ahaus has handed in."""

    def __init__(self) -> None:
        self.edition = factories.make_edition()
        kim, robin = (factories.make_account(one, lead_key=BOCHOLT) for one in (KIM, ROBIN))
        lea = factories.make_account(LEA, lead_key=AHAUS)
        self.draft = factories.make_entry(self.edition, created_by=kim, title="Bauhof")
        self.entry = factories.make_entry(self.edition, created_by=lea, lead_key=AHAUS, status=EntryStatus.SUBMITTED)
        with write_session() as session:
            session.add(StepVersion(entry_id=self.draft.id, step_key="projekt", version=1, saved_at=NOW, saved_by=robin.id))
        factories.make_right(self.draft, factories.make_account(GUEST), EntryRight.EDIT)
        factories.make_right(self.draft, factories.make_account(READER), EntryRight.READ)
        accounts = [factories.make_juror(self.edition, ADA), factories.make_juror(self.edition, DANA, role=PanelRole.DEPUTY)]
        self.seats = [db.session.scalars(select(Juror.id).where(Juror.account_id == one.id)).one() for one in accounts]
        self.admin = factories.actor(factories.make_account(MITTE, is_admin=True))
        self.count = 0

    def common(self) -> dict[str, Any]:
        self.count += 1
        return {"actor": self.admin, "now": NOW, "key": f"k{self.count}"}

    def step(self, old: Phase, new: Phase, *, later: timedelta = timedelta()) -> None:
        called(
            change_phase,
            **self.common() | {"now": NOW + later},
            edition_id=self.edition.id,
            step=(old, new),
            reason=REASON,
            base_url=BASE,
        )

    def screen(self, service: Callable[..., object], **more: object) -> None:
        version = factories.value_of(Entry, self.entry, "version")
        called(service, **self.common(), entry=self.entry.public_id, version=version, **more)

    def leave(self) -> None:
        ending = Ending(keeps_points=True, reason=REASON)
        called(end_juror, **self.common(), edition_slug=SLUG, juror_id=self.seats[0], ending=ending)

    def come_back(self) -> None:
        called(take_back_end, **self.common(), edition_slug=SLUG, juror_id=self.seats[0], reason=REASON)

    def with_chair(self) -> None:
        factories.make_juror(self.edition, CHAIR, role=PanelRole.CHAIR)

    def step_in(self) -> None:
        called(
            step_in,
            **self.common(),
            edition_slug=SLUG,
            juror_id=self.seats[0],
            deputy_id=self.seats[1],
            reason=REASON,
            base_url=BASE,
        )


class Sealing:
    """A result that is decided; two people of the organiser and the chair."""

    def __init__(self, result: Decided) -> None:
        self.result, self.count = result, 0
        factories.make_account(ZWEI, is_admin=True)

    def half(self, role: SealRole, act: SealAct = SealAct.SEAL) -> None:
        self.count += 1
        who = self.result.organiser if role is SealRole.ORGANISER else self.result.chair
        asked = Confirmation(
            edition_id=self.result.edition_id, role=role, act=act, seen=self.result.seen(), reason=REASON, base_url=BASE
        )
        confirm(Call(actor=who, now=NOW, key=f"h{self.count}"), asked=asked, signing_key=KEY)

    def sealed(self) -> "Sealing":
        self.half(SealRole.ORGANISER)
        self.half(SealRole.CHAIR)
        return self

    def asked_to_open(self) -> "Sealing":
        self.sealed().half(SealRole.CHAIR, SealAct.REOPEN)
        return self

    def planned(self) -> "Sealing":
        self.sealed()
        plan_publication(Call(actor=self.result.organiser, now=NOW, key="plan"), edition_slug=SLUG, at="2026-03-05T12:00")
        self.half(SealRole.CHAIR, SealAct.REOPEN)
        return self

    def circulating(self, *, proposed: bool = False) -> None:
        factories.set_phase(self.result.edition, Phase.DELIBERATION)
        if proposed:
            self.circulate()
            self.propose()

    def circulate(self) -> None:
        open_meeting(
            Call(actor=self.result.organiser, now=NOW, key="o"), edition_slug=SLUG, is_written=True, due=DUE, base_url=BASE
        )

    def propose(self) -> None:
        propose(
            Call(actor=self.result.organiser, now=NOW, key="p"),
            edition_slug=SLUG,
            category="pflichtaufgaben",
            typed=TypedMotion(kind=MotionKind.OTHER, entry_id="", text="Die Preisverleihung ist im Mai.", is_secret=False),
            base_url=BASE,
        )

    def end(self) -> None:
        """After votes were due."""
        close_meeting(
            Call(actor=self.result.organiser, now=NOW + timedelta(days=3), key="e"),
            edition_slug=SLUG,
            base_url=BASE,
            without=[one.id for one in db.session.scalars(select(Juror))],
        )

    def extend(self) -> None:
        extend_circulation(
            Call(actor=self.result.organiser, now=NOW, key="x"), edition_slug=SLUG, due="2026-03-08T12:00", base_url=BASE
        )

    def object(self) -> None:
        object_to_writing(Call(actor=self.result.member, now=NOW, key="b"), edition_slug=SLUG, reason=REASON, base_url=BASE)

    def take_back(self) -> None:
        withdraw_confirmation(
            Call(actor=self.result.chair, now=NOW, key="w"), edition_id=self.result.edition_id, role=SealRole.CHAIR
        )


@dataclass(frozen=True)
class Row:
    """`before` prepares, `event` happens; `told`: who gets a mail, and how its subject begins."""

    action: str
    event: str
    act: Callable[[Any], object]
    told: Mapping[str, str]
    before: Callable[[Any], object] = lambda world: None


def closed(world: Applying) -> None:
    world.step(Phase.OPEN, Phase.SCREENING)


OTHER = {"grounds": (OTHER_GROUND,)}
HOLDERS = (KIM, ROBIN, GUEST)
# Whom the entry itself names (tests.factories): letters about it go there, too.
CONTACT = "kim.beispiel@bocholt.example"


def about_entry(subject: str) -> dict[str, str]:
    return dict.fromkeys((LEA, CONTACT), subject)


APPLYING = (
    Row("edition.change_phase", "closed early", closed, dict.fromkeys(HOLDERS, "Bewerbungsphase vorzeitig beendet")),
    Row("edition.change_phase", "early closing taken back", lambda world: world.step(Phase.SCREENING, Phase.OPEN),
        dict.fromkeys(HOLDERS, "Bewerbungsphase wieder offen"), closed),
    Row("edition.change_phase", "closed in time",
        lambda world: world.step(Phase.OPEN, Phase.SCREENING, later=timedelta(days=11)), {}),
    Row("entry.admit", "admitted while it could be amended", lambda world: world.screen(admit_entry),
        about_entry("Ihr Beitrag ist zugelassen")),
    Row("entry.admit", "admitted after the deadline", lambda world: world.screen(admit_entry), {}, closed),
    Row("entry.reopen_screening", "admission taken back while it can be amended", lambda world: world.screen(reopen_screening),
        about_entry("Ihr Beitrag lässt sich wieder ändern"), lambda world: world.screen(admit_entry)),
    Row("entry.exclude", "excluded", lambda world: world.screen(exclude_entry, reason=REASON, **OTHER),
        about_entry("Ihr Beitrag nimmt nicht teil")),
    Row("entry.reopen_screening", "exclusion taken back", lambda world: world.screen(reopen_screening),
        about_entry("Ihr Beitrag wird erneut geprüft"), lambda world: world.screen(exclude_entry, reason=REASON, **OTHER)),
    Row("entry.return", "returned for completion", lambda world: world.screen(return_entry, reason=REASON),
        about_entry("Bitte ergänzen Sie Ihren Beitrag")),
    Row("entry.reopen_screening", "return taken back", lambda world: world.screen(reopen_screening),
        about_entry("Sie müssen nichts ergänzen"), lambda world: world.screen(return_entry, reason=REASON)),
    Row("panel.stand_in", "a deputy steps in", lambda world: world.step_in(),
        {DANA: "Sie vertreten Ada", ADA: "Dana vertritt Sie"}),
    Row("panel.end", "a juror is taken off the panel", lambda world: world.leave(),
        {ADA: "Sie gehören der Jury nicht mehr an", CHAIR: "Ada ist aus der Jury ausgeschieden"},
        lambda world: world.with_chair()),
    Row("panel.take_back", "a juror comes back", lambda world: world.come_back(),
        {ADA: "Sie gehören der Jury wieder an", CHAIR: "Ada gehört der Jury wieder an"},
        lambda world: (world.with_chair(), world.leave())),
)  # fmt: skip

BOTH_OF_THE_ORGANISER = {ORGANISER: "Bitte entscheiden Sie", ZWEI: "Bitte entscheiden Sie"}
SEALING = (
    Row("seal.seal", "the organiser has confirmed", lambda world: world.half(SealRole.ORGANISER),
        {CHAIR: "Bitte bestätigen Sie das Ergebnis"}),
    Row("seal.seal", "the chair has confirmed", lambda world: world.half(SealRole.CHAIR),
        {ORGANISER: "Bitte bestätigen Sie das Ergebnis", ZWEI: "Bitte bestätigen Sie das Ergebnis"}),
    Row("seal.seal", "sealed", lambda world: world.half(SealRole.CHAIR),
        dict.fromkeys((ORGANISER, CHAIR, "ada@jury.example", "ben@jury.example"), "Das Ergebnis ist besiegelt"),
        lambda world: world.half(SealRole.ORGANISER)),
    Row("seal.reopen", "the chair asks to open again", lambda world: world.half(SealRole.CHAIR, SealAct.REOPEN),
        BOTH_OF_THE_ORGANISER, Sealing.sealed),
    Row("seal.reopen", "opened again", lambda world: world.half(SealRole.ORGANISER, SealAct.REOPEN),
        {ORGANISER: "Ergebnis wieder geöffnet", CHAIR: "Ergebnis wieder geöffnet"}, Sealing.asked_to_open),
    Row("seal.withdraw", "the chair takes it back", Sealing.take_back,
        {ORGANISER: "Bestätigung zurückgenommen", ZWEI: "Bestätigung zurückgenommen"}, Sealing.asked_to_open),
)  # fmt: skip

# A circulation in writing: nobody sits together, so that whoever has to do something learns of it by mail alone.
MEMBERS = (CHAIR, "ada@jury.example", "ben@jury.example")
DUE = "2026-03-06T12:00"
CIRCULATION = (
    Row(
        "meeting.open",
        "a circulation is opened",
        Sealing.circulate,
        dict.fromkeys(MEMBERS, "Umlaufverfahren der Jury eröffnet"),
        Sealing.circulating,
    ),
    Row(
        "meeting.propose",
        "something is put to the vote in writing",
        Sealing.propose,
        dict.fromkeys(MEMBERS, "Ihre Stimme im Umlaufverfahren"),
        lambda world: (world.circulating(), world.circulate()),
    ),
    Row(
        "meeting.object",
        "a member wants to meet",
        Sealing.object,
        dict.fromkeys((*MEMBERS, ORGANISER), "Umlaufverfahren der Jury durch Widerspruch beendet"),
        lambda world: world.circulating(proposed=True),
    ),
    Row(
        "meeting.extend",
        "there is more time to vote",
        Sealing.extend,
        dict.fromkeys(MEMBERS, "Mehr Zeit im Umlaufverfahren"),
        lambda world: world.circulating(proposed=True),
    ),
    Row(
        "meeting.close",
        "the circulation has ended",
        Sealing.end,
        dict.fromkeys(MEMBERS, "Umlaufverfahren der Jury beendet"),
        lambda world: world.circulating(proposed=True),
    ),
)
SEALING += CIRCULATION


def outbox() -> dict[int, tuple[str, str, str]]:
    db.session.rollback()
    return {mail.id: (mail.recipient, mail.subject, mail.body) for mail in db.session.scalars(select(OutgoingMail))}


def assert_told(world: Any, row: Row) -> list[str]:
    """The bodies of what was sent."""
    row.before(world)
    known = outbox().keys()
    row.act(world)
    new = [mail for number, mail in outbox().items() if number not in known]
    assert {recipient for recipient, _subject, _body in new} == set(row.told)
    assert len(new) == len(row.told), "one mail each"
    for recipient, subject, body in new:
        assert subject.startswith(row.told[recipient])
        assert body.startswith("Guten Tag")
    return [body for _recipient, _subject, body in new]


@pytest.mark.parametrize("row", APPLYING, ids=lambda row: row.event)
def test_who_applies_and_who_judges_is_told(app: Any, row: Row) -> None:
    bodies = assert_told(Applying(), row)
    if row.action in ("edition.change_phase", "panel.stand_in"):
        assert all(BASE in body for body in bodies)


@pytest.mark.parametrize("row", SEALING, ids=lambda row: row.event)
def test_the_two_who_seal_are_told(decided: Decided, row: Row) -> None:  # noqa: F811 - the fixture
    for body in assert_told(Sealing(decided), row):
        assert BASE in body or "Sie müssen nichts tun" in body


def test_a_planned_publication_that_lapses_is_told_at_once(decided: Decided) -> None:  # noqa: F811 - the fixture
    world = Sealing(decided).planned()
    known = outbox().keys()
    world.half(SealRole.ORGANISER, SealAct.REOPEN)
    told = [mail[:2] for number, mail in outbox().items() if number not in known]
    assert sorted(told) == [
        (ORGANISER, "Ergebnis wieder geöffnet (2. Landespreis)"),
        (ORGANISER, "Ergebnis wird nicht wie geplant veröffentlicht (2. Landespreis)"),
        (CHAIR, "Ergebnis wieder geöffnet (2. Landespreis)"),
    ]
