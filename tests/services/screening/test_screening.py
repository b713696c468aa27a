"""Screening: who may, which way, what is written down and who is told."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.errors import Invalid, NotFound, Refused, StaleVersion
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry, OrganiserVerdict, ScreeningFinding
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.services.record.use_case import Call
from ikz_award.services.screening.findings import OwnVerdict, record_findings
from ikz_award.services.screening.screening import OTHER_GROUND, admit_entry, exclude_entry, reopen_screening, return_entry
from tests import factories
from tests.calls import called
from tests.factories import NOW

REASON = "Es fehlt der Nachweis über den Vertrag von 2019."
OTHER = (OTHER_GROUND,)


@pytest.fixture
def entry(applicant: Account) -> Entry:
    edition = factories.make_edition(phase=Phase.SCREENING)
    # One person is both, so that each letter is one mail; who else gets it: tests/services/entries/test_letters.py.
    return factories.make_entry(edition, created_by=applicant, status=EntryStatus.SUBMITTED, contact_email=applicant.email)


def version(entry: Entry) -> int:
    return factories.value_of(Entry, entry, "version")


def status(entry: Entry) -> EntryStatus:
    return factories.value_of(Entry, entry, "status")


def call(service: Callable[..., Any], actor: Actor, entry: Entry, *, key: str = "k", **more: Any) -> Any:
    return called(
        service, actor=actor, now=NOW, key=key, entry=entry.public_id, version=more.pop("version", version(entry)), **more
    )


def audits(action: str) -> list[AuditEntry]:
    db.session.rollback()
    return list(db.session.scalars(select(AuditEntry).where(AuditEntry.action == action)))


def mails() -> list[OutgoingMail]:
    db.session.rollback()
    return list(db.session.scalars(select(OutgoingMail)))


def test_admitting_changes_the_status_and_says_so_once(admin: Actor, entry: Entry) -> None:
    seen = version(entry)
    assert call(admit_entry, admin, entry, version=seen) == "admitted"
    assert call(admit_entry, admin, entry, version=seen) == "admitted"  # the same form, sent twice
    assert status(entry) is EntryStatus.ADMITTED
    [row] = audits("entry.admit")
    assert (row.old, row.new) == ({"status": "submitted", "reason": ""}, {"status": "admitted", "reason": ""})
    assert mails() == []


def test_excluding_needs_a_reason_and_tells_the_applicant(admin: Actor, entry: Entry, applicant: Account) -> None:
    with pytest.raises(Invalid) as refusal:
        call(exclude_entry, admin, entry, reason="  ")
    assert "reason" in refusal.value.errors
    assert status(entry) is EntryStatus.SUBMITTED
    seen = version(entry)
    call(exclude_entry, admin, entry, version=seen, reason=REASON, grounds=OTHER)
    call(exclude_entry, admin, entry, version=seen, reason=REASON, grounds=OTHER)
    assert status(entry) is EntryStatus.EXCLUDED
    [mail] = mails()
    assert mail.recipient == applicant.email
    assert REASON in mail.body
    assert "L2-001" in mail.subject


def test_returning_opens_the_entry_and_sends_the_remarks(admin: Actor, entry: Entry) -> None:
    call(return_entry, admin, entry, reason=REASON)
    assert status(entry) is EntryStatus.RETURNED
    assert factories.value_of(Entry, entry, "status_reason") == REASON
    [mail] = mails()
    assert REASON in mail.body


def test_admission_and_exclusion_can_be_undone(admin: Actor, entry: Entry) -> None:
    call(admit_entry, admin, entry)
    call(reopen_screening, admin, entry, key="k2")
    assert status(entry) is EntryStatus.SUBMITTED
    assert mails() == []
    call(exclude_entry, admin, entry, key="k3", reason=REASON, grounds=OTHER)
    call(reopen_screening, admin, entry, key="k4")
    assert status(entry) is EntryStatus.SUBMITTED
    assert len(mails()) == 2  # who was told of the exclusion is told that it was taken back


@pytest.mark.parametrize(
    ("start", "service", "more"),
    [
        (EntryStatus.ADMITTED, admit_entry, {}),
        (EntryStatus.RETURNED, admit_entry, {}),
        (EntryStatus.EXCLUDED, admit_entry, {}),
        (EntryStatus.EXCLUDED, exclude_entry, {"reason": REASON, "grounds": OTHER}),
        (EntryStatus.ADMITTED, return_entry, {"reason": REASON}),
        (EntryStatus.EXCLUDED, return_entry, {"reason": REASON}),
        (EntryStatus.SUBMITTED, reopen_screening, {}),
    ],
)
def test_nothing_leads_outside_the_table(
    admin: Actor, entry: Entry, start: EntryStatus, service: Callable[..., Any], more: dict[str, str]
) -> None:
    with factories.write_session() as session:
        session.get_one(Entry, entry.id).status = start
    with pytest.raises(Refused) as refusal:
        call(service, admin, entry, **more)
    assert refusal.value.reason == "transition"
    assert status(entry) is start


@pytest.mark.parametrize("phase", [Phase.JUDGING, Phase.DELIBERATION, Phase.DECIDED, Phase.PUBLISHED])
def test_screening_is_over_once_judging_has_begun(admin: Actor, entry: Entry, phase: Phase) -> None:
    factories.set_phase(db.session.get_one(Entry, entry.id).edition, phase)
    with pytest.raises(Refused) as refusal:
        call(admit_entry, admin, entry)
    assert refusal.value.reason == "entry.screen"


@pytest.mark.parametrize("who", ["applicant", "juror"])
def test_others_find_no_such_entry(app: object, entry: Entry, applicant: Account, who: str) -> None:
    edition = db.session.get_one(Entry, entry.id).edition
    account = applicant if who == "applicant" else factories.make_juror(edition, "j@staedtetag.example")
    for service, more in (
        (admit_entry, {}),
        (exclude_entry, {"reason": REASON, "grounds": OTHER}),
        (return_entry, {"reason": REASON}),
        (reopen_screening, {}),
        (record_findings, {"findings": {}}),
    ):
        with pytest.raises(NotFound):
            call(service, factories.actor(account), entry, **more)
    assert status(entry) is EntryStatus.SUBMITTED


def test_a_draft_is_hidden_from_the_organiser(admin: Actor, applicant: Account) -> None:
    draft = factories.make_entry(factories.make_edition(), created_by=applicant)
    with pytest.raises(NotFound):
        call(admit_entry, admin, draft)


def test_an_old_page_changes_nothing(admin: Actor, entry: Entry) -> None:
    before = version(entry)
    call(record_findings, admin, entry, key="a", findings={"two_partners": OwnVerdict(verdict=OrganiserVerdict.FULFILLED)})
    with pytest.raises(StaleVersion):
        call(exclude_entry, admin, entry, key="b", version=before, reason=REASON, grounds=OTHER)
    assert status(entry) is EntryStatus.SUBMITTED


def test_findings_are_stored_changed_and_taken_back(admin: Actor, entry: Entry) -> None:
    first = {"two_partners": OwnVerdict(verdict=OrganiserVerdict.FULFILLED), "consents": OwnVerdict(verdict=None)}
    before = version(entry)
    answer = call(record_findings, admin, entry, key="a", findings=first)
    assert answer == version(entry) == before + 1
    violated = OwnVerdict(verdict=OrganiserVerdict.VIOLATED, remark="Nur eine Kommune.")
    call(record_findings, admin, entry, key="b", findings={"two_partners": violated})
    [row] = audits("entry.record_findings")[1:]
    assert row.old == {"two_partners": {"verdict": "fulfilled", "remark": ""}}
    assert row.new == {"two_partners": {"verdict": "violated", "remark": "Nur eine Kommune."}}
    call(record_findings, admin, entry, key="c", findings={"two_partners": OwnVerdict(verdict=None)})
    db.session.rollback()
    assert db.session.scalars(select(ScreeningFinding)).all() == []


def test_saving_what_is_already_there_leaves_no_trace(admin: Actor, entry: Entry) -> None:
    findings = {"two_partners": OwnVerdict(verdict=OrganiserVerdict.FULFILLED)}
    answer = call(record_findings, admin, entry, key="a", findings=findings)
    assert call(record_findings, admin, entry, key="b", findings=findings) == version(entry) == answer
    assert len(audits("entry.record_findings")) == 1


def test_stale_findings_carry_both_texts(admin: Actor, entry: Entry) -> None:
    old = version(entry)
    call(
        record_findings,
        admin,
        entry,
        key="a",
        findings={"two_partners": OwnVerdict(verdict=OrganiserVerdict.FULFILLED, remark="A")},
    )
    with pytest.raises(StaleVersion) as refusal:
        call(
            record_findings,
            admin,
            entry,
            key="b",
            version=old,
            findings={"two_partners": OwnVerdict(verdict=OrganiserVerdict.VIOLATED, remark="B")},
        )
    assert refusal.value.current["two_partners"] == {"verdict": "fulfilled", "remark": "A"}
    assert refusal.value.submitted["two_partners"] == {"verdict": "violated", "remark": "B"}


def test_a_violated_rule_needs_a_remark_and_a_remark_a_verdict(admin: Actor, entry: Entry) -> None:
    findings = {
        "two_partners": OwnVerdict(verdict=OrganiserVerdict.VIOLATED, remark=" "),
        "consents": OwnVerdict(verdict=None, remark="Unklar."),
        "required_answers": OwnVerdict(verdict=OrganiserVerdict.FULFILLED, remark="x" * 2001),
    }
    with pytest.raises(Invalid) as refusal:
        call(record_findings, admin, entry, findings=findings)
    assert set(refusal.value.errors) == set(findings)


def test_unknown_rules_are_not_stored(admin: Actor, entry: Entry) -> None:
    with pytest.raises(NotFound):
        call(record_findings, admin, entry, findings={"no_such_rule": OwnVerdict(verdict=OrganiserVerdict.FULFILLED)})


@pytest.mark.parametrize(("rule", "is_stopped"), [("two_partners", True), ("chief_executive_confirmation", False)])
def test_an_own_verdict_against_a_binding_rule_stops_admission(admin: Actor, entry: Entry, rule: str, is_stopped: bool) -> None:
    call(record_findings, admin, entry, key="a", findings={rule: OwnVerdict(verdict=OrganiserVerdict.VIOLATED, remark="Nein.")})
    if is_stopped:
        with pytest.raises(Refused) as refusal:
            call(admit_entry, admin, entry, key="b")
        assert refusal.value.reason == "hard_rule_violated"
    else:
        assert call(admit_entry, admin, entry, key="b") == "admitted"


def test_a_key_with_another_content_is_refused(admin: Actor, entry: Entry) -> None:
    call(return_entry, admin, entry, reason=REASON)
    with pytest.raises(Refused) as refusal:
        call(return_entry, admin, entry, reason=REASON + " Und mehr.")
    assert refusal.value.reason == "key_reused"


def findings_of(entry: Entry) -> dict[str, tuple[OrganiserVerdict, str]]:
    db.session.rollback()
    rows = db.session.scalars(select(ScreeningFinding).where(ScreeningFinding.entry_id == entry.id))
    return {row.rule_key: (row.verdict, row.remark) for row in rows}


def find(admin: Actor, entry: Entry, verdicts: dict[str, OrganiserVerdict], *, key: str = "f") -> None:
    findings = {rule: OwnVerdict(verdict=verdict, remark="Geprüft.") for rule, verdict in verdicts.items()}
    record_findings(Call(actor=admin, now=NOW, key=key), entry=entry.public_id, version=version(entry), findings=findings)


def test_an_exclusion_names_a_rule_and_the_finding_says_the_same(admin: Actor, entry: Entry) -> None:
    find(admin, entry, {"two_partners": OrganiserVerdict.FULFILLED, "contract_after_cutoff": OrganiserVerdict.FULFILLED})
    with pytest.raises(Invalid) as refusal:
        call(exclude_entry, admin, entry, key="x", reason=REASON)
    assert "grounds" in refusal.value.errors
    call(exclude_entry, admin, entry, key="y", reason=REASON, grounds=("contract_after_cutoff",))
    assert findings_of(entry) == {
        "two_partners": (OrganiserVerdict.FULFILLED, "Geprüft."),
        "contract_after_cutoff": (OrganiserVerdict.VIOLATED, "Geprüft."),
    }
    [mail] = mails()
    assert "Nicht erfüllt sind diese Teilnahmebedingungen:\n- Die Zusammenarbeit wurde nach dem 1. September 2016" in mail.body
    assert "mindestens zwei kommunale Partner" not in mail.body


def test_another_ground_claims_no_broken_rule(admin: Actor, entry: Entry) -> None:
    find(admin, entry, {"two_partners": OrganiserVerdict.FULFILLED})
    with pytest.raises(NotFound):
        call(exclude_entry, admin, entry, key="y", reason=REASON, grounds=("no_such_rule",))
    call(exclude_entry, admin, entry, key="x", reason=REASON, grounds=OTHER)
    [mail] = mails()
    assert "erfüllt" not in mail.body


def test_what_was_decided_and_what_was_found_do_not_part(admin: Actor, entry: Entry) -> None:
    find(admin, entry, {"two_partners": OrganiserVerdict.VIOLATED})
    call(exclude_entry, admin, entry, key="x", reason=REASON)
    with pytest.raises(Invalid) as refusal:
        find(admin, entry, {"two_partners": OrganiserVerdict.FULFILLED}, key="f2")
    assert "Auf diesem Befund beruht der Ausschluss." in refusal.value.errors["two_partners"]
    call(reopen_screening, admin, entry, key="r")
    find(admin, entry, {"two_partners": OrganiserVerdict.FULFILLED}, key="f3")
    call(admit_entry, admin, entry, key="a")
    with pytest.raises(Invalid) as refusal:
        find(admin, entry, {"two_partners": OrganiserVerdict.VIOLATED}, key="f4")
    assert "Der Beitrag ist zugelassen." in refusal.value.errors["two_partners"]
