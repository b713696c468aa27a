"""Races: two intentions at the same instant, over HTTP; whatever is answered, what is stored is one of the two orders.

Each race has a start (which makes its two requests) and a judgement; hundreds of rounds, and `award check` at the end.
"""

import secrets
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import func, select, update

from ikz_award.domain.phases.timetable import utc_to_berlin
from ikz_award.domain.phases.workflow import EntryStatus, JobStatus
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry, StepText, Submission
from ikz_award.models.jury.jury import Juror, Recusal
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.jobs import Job
from ikz_award.queries.jury.plan.plan import present_plan
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.torture.browser import Answer, Browser, Post
from tests.torture.machine import Machine
from tests.torture.scene import JUDGING, OPEN, Person
from tests.torture.tortures.rush import end_of

Sending = tuple[Browser, Post]
CONSENTS = {f"q_consent_{name}": "yes" for name in ("rules", "privacy", "partners")}


@dataclass
class Track:
    """Where races are run: browsers that keep their tokens, entries as many as are needed."""

    machine: Machine
    pool: ThreadPoolExecutor
    browsers: dict[str, Browser] = field(default_factory=dict)
    # Entries that a race may use again, by its name.
    kept: dict[str, Entry] = field(default_factory=dict)
    # How often which answers came together: a race in which one side never wins is none.
    answers: Counter[str] = field(default_factory=Counter)

    def browser(self, person: Person) -> Browser:
        """One of the person's; two at once are two tabs."""
        address = f"127.0.5.{1 + len(self.browsers) % 250}"
        return self.browsers.setdefault(person.email, Browser(self.machine.port, person.token, address=address))

    def run(self, sendings: Sequence[Sending]) -> list[Answer]:
        start = threading.Barrier(len(sendings))

        def go(sending: Sending) -> Answer:
            browser, post = sending
            start.wait(30)
            return browser.send(post)

        answers = list(self.pool.map(go, sendings))
        self.answers[" ".join(str(one.status) for one in answers)] += 1
        return answers

    def draft(self, person: Person) -> Entry:
        """A new complete entry of the person. Receipts of those before it are put off: printing would be most of the work."""
        with write_session() as session:
            later = self.machine.wheel.now() + timedelta(days=30)
            session.execute(update(Job).where(Job.status == JobStatus.QUEUED).values(not_before=later))
        db.session.rollback()
        factories.NOW = self.machine.wheel.now()
        edition = db.session.scalars(select(Edition).where(Edition.slug == OPEN)).one()
        account = db.session.scalars(select(Account).where(Account.email == person.email)).one()
        lead = account.memberships[0].body_key
        partner = factories.BORKEN if lead != factories.BORKEN else factories.AHAUS
        made = factories.make_entry(
            edition, created_by=account, lead_key=lead, partners=(partner,), contact_phone="02871 953-0"
        )
        db.session.refresh(made)
        return made

    def same_draft(self, name: str, person: Person) -> Entry:
        """One complete entry for all rounds of the race `name`."""
        if name not in self.kept:
            self.kept[name] = self.draft(person)
        return self.kept[name]

    def submission(self, person: Person, entry: Entry) -> Post:
        version = factories.value_of(Entry, entry, "version")
        return self.browser(person).form(
            f"/bewerbung/{entry.public_id}/einreichen", {**CONSENTS, "entry_version": str(version)}
        )


Race = Callable[[Track], str]


def same_key_twice(track: Track) -> str:
    """One autosave, sent twice at once."""
    person = track.machine.scene.applicants[0]
    entry, browser, text = track.same_draft("key", person), track.browser(person), secrets.token_hex(8)
    before = _texts(entry)
    fields = {"q_goal": text, "version": str(len(before))}
    post = browser.form(f"/bewerbung/{entry.public_id}/schritt/projekt/zwischenspeichern", fields)
    answers = track.run([(browser, post)] * 2)
    texts = _texts(entry)
    if [one.status for one in answers] != [200, 200] or texts != [*before, text]:
        return f"{[one.status for one in answers]} and {texts[-3:]}"
    return ""


def two_submissions(track: Track) -> str:
    """Two tabs hand the same entry in, each with a key of its own."""
    person = track.machine.scene.applicants[1]
    entry = track.draft(person)
    browser = track.browser(person)
    answers = track.run([(browser, track.submission(person, entry)) for _tab in range(2)])
    versions = _versions(entry)
    receipts = sum("/eingangsbestaetigung" in one.headers.get("location", "") for one in answers)
    return "" if versions == receipts == 1 else f"{versions} versions, {receipts} receipts"


def withdraw_and_submit(track: Track) -> str:
    """Opened to be changed: handed in again in one tab, withdrawn in the other."""
    person = track.machine.scene.applicants[2]
    entry, browser = track.draft(person), track.browser(person)
    path = f"/bewerbung/{entry.public_id}"
    browser.send(track.submission(person, entry))
    browser.send(browser.form(f"{path}/aendern", {}))
    again = track.submission(person, entry)
    away = browser.form(f"{path}/zurueckziehen", {"reason": "Das Projekt ruht."})
    submitted, withdrawn = track.run([(browser, again), (browser, away)])
    is_in = "/eingangsbestaetigung" in submitted.headers.get("location", "")
    is_away = withdrawn.status in (302, 303)
    status = factories.value_of(Entry, entry, "status")
    wanted = 2 if is_in else 1
    if _versions(entry) != wanted or is_away != (status is EntryStatus.WITHDRAWN):
        return f"in {is_in} ({submitted.status}), away {is_away} ({withdrawn.status}): {status}, {_versions(entry)} versions"
    return "" if is_in or is_away else f"neither: {submitted.status}, {withdrawn.status}"


def two_tabs(track: Track) -> str:
    """Two texts on one version: one is taken, the other is told."""
    person = track.machine.scene.applicants[3]
    entry, browser = track.same_draft("tabs", person), track.browser(person)
    path = f"/bewerbung/{entry.public_id}/schritt/projekt/zwischenspeichern"
    before, texts = _texts(entry), [secrets.token_hex(8) for _tab in range(2)]
    version = str(len(before))
    answers = track.run([(browser, browser.form(path, {"q_goal": text, "version": version})) for text in texts])
    taken = [text for text, answer in zip(texts, answers, strict=True) if answer.status == 200]
    if sorted(one.status for one in answers) != [200, 409] or _texts(entry) != [*before, *taken]:
        return f"{[one.status for one in answers]}: {_texts(entry)[-3:]} of {texts}"
    return ""


def deadline_and_submit(track: Track) -> str:
    """Past the end: the organiser moves the deadline while somebody hands in. In or not, the answer says what is stored."""
    machine, person = track.machine, track.machine.scene.applicants[4]
    entry = track.draft(person)
    end = end_of(machine)
    machine.wheel.put(machine.wheel.offset + (end - machine.wheel.now()).total_seconds() + 1)
    organiser, browser = track.browser(machine.scene.organiser), track.browser(person)
    until = utc_to_berlin(machine.wheel.now() + timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M")
    longer = organiser.form(
        f"/verwaltung/runden/{OPEN}/frist", {"until": until, "reason": "Der Server war gestört.", "sicher": "ja"}
    )
    moved, submitted = track.run([(organiser, longer), (browser, track.submission(person, entry))])
    is_in = "/eingangsbestaetigung" in submitted.headers.get("location", "")
    if moved.status != 303:
        return f"the deadline did not move: {moved.status}"
    return "" if _versions(entry) == int(is_in) else f"in {is_in}, {_versions(entry)} versions"


def assign_and_recuse(track: Track) -> str:
    """The organiser gives an entry to a juror who says at the same instant that they are biased."""
    scene = track.machine.scene
    person, target = scene.jurors[1], scene.sheets[0]
    organiser, browser, seat = track.browser(scene.organiser), track.browser(person), scene.seats[person.email]
    path = f"/jury/{JUDGING}/beitraege/{target}/befangenheit"
    chosen = [("seen", str(one)) for one in _assigned(target)]
    chosen += [("jurors", str(one)) for one in scene.seats.values() if _is_of(one, JUDGING)]
    assign = organiser.form(f"/verwaltung/runden/{JUDGING}/zuteilung/{target}", chosen)
    assigned, recused = track.run([(organiser, assign), (browser, browser.form(path, {"reason": "Wohnort"}))])
    db.session.rollback()
    is_recused = db.session.scalar(select(func.count()).select_from(Recusal).where(Recusal.juror_id == seat)) == 1
    fault = ""
    if not is_recused or recused.status != 303:
        fault = f"recusal: {recused.status}, stored {is_recused}; assigned {assigned.status}"
    elif seat in _assigned(target):
        fault = f"a recused juror holds the entry: {assigned.status}"
    browser.send(browser.form(f"{path}/zuruecknehmen", {}))
    return fault


def _texts(entry: Entry) -> list[str]:
    db.session.rollback()
    rows = db.session.scalars(
        select(StepText.answers)
        .where(StepText.entry_id == entry.id, StepText.step_key == "projekt", StepText.version > 0)
        .order_by(StepText.version)
    )
    return [answers["goal"] for answers in rows]


def _versions(entry: Entry) -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(Submission).where(Submission.entry_id == entry.id)) or 0


def _is_of(seat: int, slug: str) -> bool:
    return db.session.get_one(Juror, seat).edition_id == db.session.scalar(select(Edition.id).where(Edition.slug == slug))


def _assigned(target: str) -> set[int]:
    db.session.rollback()
    entry = db.session.scalars(select(Entry).where(Entry.public_id == target)).one()
    return {juror for one, juror in present_plan(db.session(), edition=entry.edition).pairs if one == entry.id}
