"""One edition with something behind every address of the organiser's pages."""

from dataclasses import dataclass

from flask import Flask
from sqlalchemy import select
from werkzeug.routing import Rule

from ikz_award.domain.phases.workflow import EntryStatus, JobStatus, Phase
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus
from ikz_award.models.record.jobs import Job
from tests import factories
from tests.factories import NOW

SLUG = "landespreis-2"
# Points that occur nowhere else; with the weights 40/30/30 the sheets come to 7.472 and 5.334, their mean is 6.403.
POINTS = (("7.31", "6.47", "8.69"), ("3.33", "5.57", "7.77"))
TELLTALES = ("7,31", "7.31", "6,47", "6.47", "8,69", "8.69", "3,33", "5,57", "7,77", "7,47", "5,33", "6,40")


@dataclass(frozen=True)
class World:
    edition: Edition
    entry: Entry
    jurors: tuple[Account, ...]
    job: str
    membership: int
    proposal: int
    juror: int

    def arguments(self, rule: Rule) -> dict[str, object]:
        """Values for an address, of things that are there."""
        known: dict[str, object] = {
            "slug": SLUG, "entry_id": self.entry.public_id, "category": "pflichtaufgaben", "target": "beratung",
            "job": self.job, "membership_id": self.membership, "attachment_id": "keine",
            "version": 1, "decision_id": "keine", "motion_id": "keine", "juror_id": self.juror,
            "proposal_id": self.proposal, "name": "procedure", "account_id": self.jurors[0].id,
        }  # fmt: skip
        if rule.endpoint == "admin.new_edition_from":
            known |= {"kind": "vorlage", "name": "landespreis-1"}
        if "site" in rule.endpoint:
            known |= {"name": "impressum", "version": 0}
        return {name: known[name] for name in rule.arguments}


def make_world(applicant: Account) -> World:
    """In the phase judging: one admitted entry, two jurors with submitted sheets, a report, a person who waits."""
    edition = factories.make_edition(phase=Phase.JUDGING)
    entry = factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED, title="Gemeinsame Vergabestelle")
    jurors = tuple(factories.make_juror(edition, f"{name}@jury.example") for name in ("ada", "ben"))
    for juror, points in zip(jurors, POINTS, strict=True):
        factories.make_sheet(entry, juror, points)
    waiting = factories.make_account("neu@ahaus.example", name="Robin Neuland")
    with factories.write_session() as session:
        job = Job(kind="result_report", edition_id=edition.id, status=JobStatus.QUEUED, created_at=NOW)
        membership = Membership(
            account_id=waiting.id, body_key=factories.AHAUS, status=MembershipStatus.PENDING, created_at=NOW
        )
        session.add_all([job, membership])
        session.flush()
        juror_id = session.scalars(select(Juror.id).where(Juror.account_id == jurors[0].id)).one()
        job_id, membership_id = job.public_id, membership.id
    proposal = factories.make_proposal(waiting)
    return World(edition, entry, jurors, job_id, membership_id, proposal, juror_id)


def admin_rules(app: Flask) -> list[Rule]:
    """Every address of the organiser's pages."""
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("admin.")]
