"""The edition's way through its phases."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus, steps_from
from ikz_award.domain.words.errors import Invalid, Refused, StaleVersion
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.audit import AuditEntry
from ikz_award.queries.phases.facts import phase_facts
from ikz_award.queries.record.phase_history import phase_history
from ikz_award.services.decision.decisions import DecisionText, record_decision
from ikz_award.services.phases.phases import change_phase
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.factories import NOW

REASON = "Ein Jurymitglied hat sich bei den Punkten vertan."


def go(
    actor: Actor, edition: Edition, old: Phase, new: Phase, *, key: str = "", at: timedelta = timedelta(), **more: object
) -> str:
    return change_phase(
        Call(actor=actor, now=NOW + at, key=key or f"{old}-{new}-{at}"), edition_id=edition.id, step=(old, new), **more
    )


def phase(edition: Edition) -> Phase:
    return factories.value_of(Edition, edition, "phase")


@pytest.fixture
def judging(applicant: Account) -> Edition:
    """One admitted entry, two jurors: one sheet submitted, one begun."""
    edition = factories.make_edition(phase=Phase.JUDGING)
    entry = factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED)
    first, second = (factories.make_juror(edition, f"{name}@jury.example") for name in ("ada", "ben"))
    factories.make_sheet(entry, first, ("8", "6", "7"))
    factories.make_sheet(entry, second, ("1", "1", "1"), status=SheetStatus.DRAFT)
    return edition


def test_an_edition_walks_from_preparation_to_archive(admin: Actor, applicant: Account) -> None:
    edition = factories.make_edition(phase=Phase.PREPARATION)
    go(admin, edition, Phase.PREPARATION, Phase.OPEN)
    entry = factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED)
    factories.make_juror(edition, "ada@jury.example")
    later = timedelta(days=20)
    go(admin, edition, Phase.OPEN, Phase.SCREENING, at=later)
    go(admin, edition, Phase.SCREENING, Phase.JUDGING, at=later)
    go(admin, edition, Phase.JUDGING, Phase.DELIBERATION, at=later, missing_seen=1)
    category_id = factories.value_of(type(entry), entry, "category_id")
    decision = DecisionText(winner=None, reason="Kein Beitrag überzeugte die Jury.")
    record_decision(Call(actor=admin, now=NOW + later, key="d"), category_id=category_id, version=None, decision=decision)
    go(admin, edition, Phase.DELIBERATION, Phase.DECIDED, at=later)
    assert factories.value_of(Edition, edition, "published_at") is None
    with pytest.raises(Refused) as refusal:
        go(admin, edition, Phase.DECIDED, Phase.PUBLISHED, key="too early", at=later)
    assert refusal.value.reason == "not_sealed"
    factories.seal_result(edition, admin, now=NOW + later)
    go(admin, edition, Phase.DECIDED, Phase.PUBLISHED, at=later)
    assert factories.value_of(Edition, edition, "published_at") == NOW + later
    go(admin, edition, Phase.PUBLISHED, Phase.ARCHIVED, at=later)
    assert [step.new for step in phase_history(db.session(), edition_id=edition.id)] == list(Phase)[1:]


@pytest.mark.parametrize("old", Phase)
@pytest.mark.parametrize("new", Phase)
def test_no_step_leads_outside_the_table(admin: Actor, old: Phase, new: Phase) -> None:
    if new in steps_from(old):
        return
    edition = factories.make_edition(phase=old)
    with pytest.raises(Refused) as refusal:
        go(admin, edition, old, new, reason=REASON)
    assert refusal.value.reason == "transition"
    assert phase(edition) is old


def test_closing_early_leaves_its_reason_in_the_log(admin: Actor) -> None:
    edition = factories.make_edition()
    with pytest.raises(Invalid):
        go(admin, edition, Phase.OPEN, Phase.SCREENING, key="a")
    assert phase(edition) is Phase.OPEN
    go(admin, edition, Phase.OPEN, Phase.SCREENING, key="b", reason=" Der Wettbewerb wird verkürzt. ")
    [step] = phase_history(db.session(), edition_id=edition.id)
    assert step.reason == "Der Wettbewerb wird verkürzt."


@pytest.mark.parametrize("left", [EntryStatus.SUBMITTED, EntryStatus.RETURNED])
def test_judging_waits_for_every_entry(admin: Actor, applicant: Account, left: EntryStatus) -> None:
    edition = factories.make_edition(phase=Phase.SCREENING)
    factories.make_juror(edition, "ada@jury.example")
    factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED)
    factories.make_entry(edition, created_by=applicant, status=left, lead_key=factories.AHAUS)
    with pytest.raises(Refused) as refusal:
        go(admin, edition, Phase.SCREENING, Phase.JUDGING)
    assert refusal.value.reason == "undecided_entries"


def test_judging_waits_for_a_juror(admin: Actor, applicant: Account) -> None:
    edition = factories.make_edition(phase=Phase.SCREENING)
    factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED)
    with pytest.raises(Refused) as refusal:
        go(admin, edition, Phase.SCREENING, Phase.JUDGING)
    assert refusal.value.reason == "no_jurors"


def test_closing_scoring_asks_about_missing_sheets(admin: Actor, judging: Edition) -> None:
    assert phase_facts(db.session(), edition=db.session.get_one(Edition, judging.id)).missing_sheets == 1
    with pytest.raises(Invalid) as refusal:
        go(admin, judging, Phase.JUDGING, Phase.DELIBERATION)
    assert refusal.value.reason == "missing_sheets"
    go(admin, judging, Phase.JUDGING, Phase.DELIBERATION, missing_seen=1)
    row = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "edition.change_phase")).one()
    assert row.new == {"phase": "deliberation", "missing_sheets": 1}


def test_a_decision_from_before_reopened_scoring_no_longer_stands(admin: Actor, judging: Edition) -> None:
    go(admin, judging, Phase.JUDGING, Phase.DELIBERATION, missing_seen=1)
    category = db.session.scalars(select(Category).where(Category.key == "pflichtaufgaben")).one().id
    decision = DecisionText(winner=None, reason="Kein Beitrag überzeugte die Jury.")
    record_decision(Call(actor=admin, now=NOW, key="d1"), category_id=category, version=None, decision=decision)
    with pytest.raises(Invalid):
        go(admin, judging, Phase.DELIBERATION, Phase.JUDGING)
    go(admin, judging, Phase.DELIBERATION, Phase.JUDGING, reason=REASON)
    later = timedelta(hours=1)
    go(admin, judging, Phase.JUDGING, Phase.DELIBERATION, missing_seen=1, at=later)
    with pytest.raises(Refused) as refusal:
        go(admin, judging, Phase.DELIBERATION, Phase.DECIDED, at=later, key="x")
    assert refusal.value.reason == "undecided_categories"
    record_decision(Call(actor=admin, now=NOW + later, key="d2"), category_id=category, version=1, decision=decision)
    go(admin, judging, Phase.DELIBERATION, Phase.DECIDED, at=later, key="y")
    with pytest.raises(Invalid):
        go(admin, judging, Phase.DECIDED, Phase.DELIBERATION, at=later)
    go(admin, judging, Phase.DECIDED, Phase.DELIBERATION, at=later, reason=REASON)


def test_deciding_waits_only_for_categories_with_admitted_entries(admin: Actor, judging: Edition) -> None:
    factories.set_phase(judging, Phase.DELIBERATION)
    facts = phase_facts(db.session(), edition=db.session.get_one(Edition, judging.id))
    assert facts.open_categories == ("Kommunale Pflichtaufgaben und Innere Verwaltung",)


def test_the_same_form_twice_is_one_step(admin: Actor) -> None:
    edition = factories.make_edition()
    assert go(admin, edition, Phase.OPEN, Phase.SCREENING, key="k", reason=REASON) == "screening"
    assert go(admin, edition, Phase.OPEN, Phase.SCREENING, key="k", reason=REASON) == "screening"
    assert len(phase_history(db.session(), edition_id=edition.id)) == 1


def test_an_old_page_takes_no_step(admin: Actor) -> None:
    edition = factories.make_edition(phase=Phase.SCREENING)
    with pytest.raises(StaleVersion):
        go(admin, edition, Phase.OPEN, Phase.SCREENING, reason=REASON)


def test_only_the_organiser_changes_the_phase(applicant: Account) -> None:
    edition = factories.make_edition()
    juror = factories.make_juror(edition, "ada@jury.example")
    for account in (applicant, juror):
        with pytest.raises(Refused) as refusal:
            go(factories.actor(account), edition, Phase.OPEN, Phase.SCREENING, key=account.email, reason=REASON)
        assert refusal.value.reason == "edition.change_phase"
    assert phase(edition) is Phase.OPEN
