"""A small result that is decided, and the two who seal it."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask

from ikz_award.domain.permissions.actors import SYSTEM, Actor, PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.seal.signatures import SigningKey
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.seal.seal import SealAct, SealRole
from ikz_award.queries.seal.check import check_database
from ikz_award.queries.seal.seal import current_seal, seal_content
from ikz_award.services.decision.decisions import DecisionText, record_decision
from ikz_award.services.record.use_case import Call
from ikz_award.services.seal.seal import Confirmation, confirm
from tests import factories
from tests.conftest import settle
from tests.factories import NOW

KEY = SigningKey(bytes(range(32)))
TRUSTED = {KEY.public: "the organiser's"}
REASON = "Ein Bogen wurde nach der Sitzung als unvollständig erkannt."


def told_of_database() -> list[str]:
    """What `verify --database` finds fault with."""
    db.session.rollback()
    return [check.text for check in check_database(db.session(), keys=TRUSTED) if not check.is_passed]


@dataclass(frozen=True)
class Decided:
    """An edition in the phase decided: three entries in one category, two jurors and the chair."""

    edition_id: int
    organiser: Actor
    chair: Actor
    member: Actor

    @property
    def edition(self) -> Edition:
        db.session.rollback()
        return db.session.get_one(Edition, self.edition_id)

    def seen(self) -> str:
        """The hash a page would carry now."""
        edition = self.edition
        current = current_seal(db.session(), edition_id=edition.id)
        return current.sha256 if current else seal_content(db.session(), actor=SYSTEM, edition=edition).sha256

    def confirm(
        self,
        who: Actor,
        role: SealRole,
        *,
        act: SealAct = SealAct.SEAL,
        reason: str = "",
        seen: str = "",
        key: str = "",
        now: datetime = NOW,
    ) -> bool:
        asked = Confirmation(edition_id=self.edition_id, role=role, act=act, seen=seen or self.seen(), reason=reason)
        return confirm(Call(actor=who, now=now, key=key or f"{role}-{act}-{asked.seen[:8]}"), asked=asked, signing_key=KEY)

    def seal(self) -> None:
        assert not self.confirm(self.organiser, SealRole.ORGANISER)
        assert self.confirm(self.chair, SealRole.CHAIR)

    def reopen(self) -> None:
        assert not self.confirm(self.chair, SealRole.CHAIR, act=SealAct.REOPEN, reason=REASON)
        assert self.confirm(self.organiser, SealRole.ORGANISER, act=SealAct.REOPEN)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Decided]:
    """What the fixture below has made: the database as a file, and who is in it."""
    return {}


@pytest.fixture
def full(app: Flask, kept: dict[Path, Decided], tmp_path_factory: pytest.TempPathFactory) -> Decided:
    """A whole jury's work, sealed, opened and sealed again, with rows in every table; made once, and copied."""
    from tests.services.seal.full import sealed_twice  # which needs what stands above

    database = app.config["INSTANCE"] / "award.db"
    for copy, made in kept.items():
        settle()
        shutil.copyfile(copy, database)
        return made
    made = sealed_twice(app)
    settle()
    copy = tmp_path_factory.mktemp("full") / "award.db"
    shutil.copyfile(database, copy)
    kept[copy] = made
    return made


@pytest.fixture
def decided(app: Flask) -> Decided:
    organiser = factories.make_account("kompetenzzentrum@land.example", name="Toni Tester", is_admin=True)
    applicant = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    edition = factories.make_edition(phase=Phase.JUDGING)
    jurors = [factories.make_juror(edition, f"{name}@jury.example") for name in ("ada", "ben")]
    chair = factories.make_juror(edition, "vera@jury.example", role=PanelRole.CHAIR)
    leads = (factories.BOCHOLT, factories.BORKEN, factories.AHAUS)
    for place, lead in enumerate(leads):
        entry = factories.make_entry(
            edition, created_by=applicant, lead_key=lead, status=EntryStatus.ADMITTED, title=f"Beitrag {place}", partners=()
        )
        for offset, juror in enumerate((*jurors, chair)):
            factories.make_sheet(entry, juror, (str(8 - place), str(6 + offset - place), "7"))
    factories.set_phase(edition, Phase.DELIBERATION)
    category = db.session.query(Category).filter_by(key="pflichtaufgaben").one()
    winner = next(entry.public_id for entry in db.session.query(factories.Entry) if entry.title == "Beitrag 0")
    record_decision(
        Call(actor=factories.actor(organiser), now=NOW, key="d"),
        category_id=category.id,
        version=None,
        decision=DecisionText(winner=winner, reason="Die Jury war sich einig.", public_text="Vorbild für alle."),
    )
    factories.set_phase(edition, Phase.DECIDED)
    return Decided(edition.id, factories.actor(organiser), factories.actor(chair), factories.actor(jurors[0]))
