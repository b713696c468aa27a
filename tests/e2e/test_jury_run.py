"""A whole jury at once: five sessions score 75 entries on three criteria, and every point is where it belongs.

A real server with two processes. One juror begins in a real browser, at the same time as four sessions that fill in the same
pages' forms over HTTP, each in a thread; the rest of the first juror's entries follow over HTTP, too, because a browser needs
minutes for what is about the server here. Some sheets are saved as drafts with other points before, some forms are sent twice,
some entries are abstained from.

The sums of the ranking are then compared with a recount that knows the audit log's rows and the announced weights, no more.
"""

import json
import re
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from threading import Barrier, BrokenBarrierError

import pytest
from flask_security import hash_password
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser
from sqlalchemy import select

from config import Config
from ikz_award import create_app
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.people.accounts import Account
from ikz_award.queries.decision.ranking import counted_rankings
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import PASSWORD
from tests.e2e.driver.browser import log_in, new_page
from tests.e2e.driver.http_session import HttpSession, Page
from tests.e2e.driver.patience import SECONDS
from tests.e2e.driver.server import Served, served

# Ninety seconds of five people; the meeting, both rounds and the path have jurors in `make test`.
pytestmark = [pytest.mark.browser, pytest.mark.long]
EMAILS = tuple(f"{name}@jury.example" for name in ("ada", "ben", "cleo", "dora", "emil"))
ENTRIES, IN_THE_BROWSER = 75, 5
# As announced: what is scored, and how much it counts.
WEIGHTS = {"benefit": 40, "innovation": 30, "sustainability": 30}
EDITION = "landespreis-2"
LIST = f"/jury/{EDITION}/beitraege"


@dataclass(frozen=True)
class Hall:
    """The running server, and who is who: juror ids by address, entry ids by public id."""

    server: Served
    jurors: Mapping[str, int]
    entries: Mapping[str, int]


@pytest.fixture
def hall(template_database: Path, tmp_path: Path) -> Iterator[Hall]:
    """An edition in judging with 75 admitted entries in all categories and five jurors, served from its own folder."""
    shutil.copyfile(template_database, tmp_path / "award.db")
    app = create_app(Config(tmp_path))
    with app.app_context():
        edition = factories.make_edition(name=EDITION, phase=Phase.JUDGING)
        applicant = factories.make_account("antrag@example.org")
        keys = db.session.scalars(select(Category.key).where(Category.edition_id == edition.id)).all()
        for number in range(ENTRIES):
            factories.make_entry(
                edition,
                created_by=applicant,
                status=EntryStatus.ADMITTED,
                title=f"Beitrag {number:02}",
                category=keys[number % len(keys)],
            )
        jurors = {email: _seat(factories.make_juror(edition, email)) for email in EMAILS}
        with write_session() as session:
            session.get_one(Edition, edition.id).scoring_closes_at = None
            for account in session.scalars(select(Account).where(Account.email.in_(EMAILS))):
                account.password = hash_password(PASSWORD)
        entries = {row.public_id: row.id for row in db.session.execute(select(Entry.public_id, Entry.id))}
        db.session.remove()
        with served(tmp_path, processes=2) as server:
            yield Hall(server, jurors, entries)
        db.session.remove()
        db.engine.dispose()


def _seat(account: Account) -> int:
    return next(iter(factories.actor(account).seats.values())).juror_id


def points_of(juror: int, entry: str) -> dict[str, int]:
    """What a juror gives: no two jurors alike, every value of the scale used."""
    seed = sum(entry.encode()) + 7 * juror
    return {key: (seed * (place + 3) + juror * place) % 11 for place, key in enumerate(WEIGHTS)}


def reason_of(juror: int, entry: str, key: str) -> str:
    return f"Jurymitglied {juror} zu {entry}: {key}"


def is_abstained(juror: int, entry: str) -> bool:
    """Every twentieth or so, of the last juror alone."""
    return juror == len(EMAILS) - 1 and sum(entry.encode()) % 20 == 0


def entry_on(page: Page) -> str | None:
    found = re.search(rf"{LIST}/([^/?#]+)", page.url)
    return found.group(1) if found else None


def score_all(session: HttpSession, juror: int, page: Page) -> int:
    """From an entry's page on to the next one, until the list says that all is done; how many were scored."""
    done = 0
    while (entry := entry_on(page)) is not None:
        if is_abstained(juror, entry):
            form = session.get(f"{LIST}/{entry}/enthaltung")
            page = session.send(form, {"reason": "Dazu fehlt mir der Einblick."}, form="enthaltung")
        else:
            page = _score(session, juror, entry, page, number=done)
        done += 1
    return done


def _score(session: HttpSession, juror: int, entry: str, page: Page, *, number: int) -> Page:
    typed = {f"points_{key}": str(value) for key, value in points_of(juror, entry).items()}
    typed |= {f"reason_{key}": reason_of(juror, entry, key) for key in WEIGHTS}
    if number % 15 == juror:
        # First thoughts, kept as a draft: the log has them, the sums must not.
        page = session.send(page, typed | {"points_benefit": "1", "absicht": "entwurf"}, form="bogen")
    return session.send(page, typed | {"absicht": "weiter"}, form="bogen", again=number % 25 == juror)


def run(url: str, juror: int, start: Barrier) -> int:
    session = HttpSession(url)
    session.log_in(EMAILS[juror], PASSWORD)
    page = session.get(first_of(session.get(LIST).text))
    start.wait(timeout=SECONDS)
    return score_all(session, juror, page)


def first_of(text: str) -> str:
    """Where the list's button leads: the first entry without points."""
    links = [link.attributes.get("href") or "" for link in LexborHTMLParser(text).css("a.kern-btn")]
    return next(href for href in links if href.startswith(f"{LIST}/"))


def begin_in_browser(browser: Browser, url: str, start: Barrier) -> None:
    """The first juror's first entries, with clicks."""
    page = new_page(browser, url)
    log_in(page, EMAILS[0], PASSWORD)
    page.goto(LIST)
    page.get_by_role("link", name="Ersten Beitrag lesen").click()
    start.wait(timeout=SECONDS)
    for _ in range(IN_THE_BROWSER):
        page.wait_for_load_state("load")
        here = page.url
        entry = entry_on(Page(here, ""))
        assert entry is not None
        for key, value in points_of(0, entry).items():
            page.locator(f'input[name="points_{key}"][value="{value}"]').check(force=True)
            page.locator(f'textarea[name="reason_{key}"]').fill(reason_of(0, entry, key))
        page.get_by_role("button", name="Abgeben und nächster Beitrag").click()
        page.wait_for_url(lambda url, here=here: url != here)
        expect(page.locator("main")).to_be_visible()
    page.context.close()


def test_five_jurors_at_once_and_a_recount_from_the_log(browser: Browser, hall: Hall) -> None:
    url, start = hall.server.url, Barrier(len(EMAILS))
    with ThreadPoolExecutor(len(EMAILS)) as threads:
        others = [threads.submit(run, url, juror, start) for juror in range(1, len(EMAILS))]
        try:
            begin_in_browser(browser, url, start)
        except BrokenBarrierError:
            # Somebody never came to the start: say what kept them.
            [one.result() for one in others]
            raise
        first = run(url, 0, Barrier(1))
        assert [one.result() for one in others] == [ENTRIES] * 4
    assert first == ENTRIES - IN_THE_BROWSER

    rows = list(log_of(hall.server.instance / "award.db"))
    check_stored(hall)
    check_ranking(hall, recount(rows))
    check_invariants(hall)


def check_invariants(hall: Hall) -> None:
    """All hold but one, of the entries, which the scene made by hand as admitted: nobody handed them in."""
    with pytest.raises(AssertionError) as said:
        hall.server.award("check")
    lines = [line for line in str(said.value).splitlines() if "was handed in, and no submission is there" not in line]
    assert lines == [f"{ENTRIES} broken invariants."]


def check_stored(hall: Hall) -> None:
    """Every point and every reason as typed, read from the tables themselves, where points are kept in hundredths."""
    typed = {}
    for juror, email in enumerate(EMAILS):
        for public_id, entry in hall.entries.items():
            if not is_abstained(juror, public_id):
                for key, value in points_of(juror, public_id).items():
                    typed[hall.jurors[email], entry, key] = (value, reason_of(juror, public_id, key))
    with sqlite3.connect(hall.server.instance / "award.db") as connection:
        stored = {
            (juror, entry, key): (Fraction(points, 100), reason)
            for juror, entry, key, points, reason in connection.execute(
                "SELECT s.juror_id, s.entry_id, c.key, p.points, p.reason FROM score p JOIN score_sheet s ON s.id = p.sheet_id"
                " JOIN criterion c ON c.id = p.criterion_id WHERE s.status = 'submitted'"
            )
        }
    assert len(typed) > 3 * (5 * ENTRIES - 20)
    assert stored == typed


def log_of(database: Path) -> Iterator[Mapping[str, object]]:
    """What the audit log says of sheets, oldest first, as it lies in the file."""
    with sqlite3.connect(database) as connection:
        query = "SELECT new FROM audit_entry WHERE subject LIKE 'sheet:%' ORDER BY id"
        for (new,) in connection.execute(query):
            yield json.loads(new)


def recount(rows: Iterable[Mapping[str, object]]) -> dict[int, tuple[Fraction, int]]:
    """Entry id → weighted total of all sheets that were handed in last, and how many these are."""
    last: dict[tuple[object, object], Mapping[str, object]] = {}
    for row in rows:
        last[row["juror"], row["entry"]] = row
    sums: dict[int, list[Fraction]] = defaultdict(list)
    for (_, entry), row in last.items():
        if row["status"] == "submitted":
            points = row["points"]
            assert isinstance(entry, int)
            assert isinstance(points, dict)
            total = sum((weight * Fraction(points[key]) for key, weight in WEIGHTS.items()), Fraction(0))
            sums[entry].append(total / sum(WEIGHTS.values()))
    return {entry: (sum(totals, Fraction(0)), len(totals)) for entry, totals in sums.items()}


def check_ranking(hall: Hall, counted: Mapping[int, tuple[Fraction, int]]) -> None:
    db.session.rollback()
    edition = db.session.scalars(select(Edition).where(Edition.slug == EDITION)).one()
    lines = [line for ranking in counted_rankings(db.session(), edition=edition) for line in ranking.lines]
    assert len(lines) == len(counted) == ENTRIES
    for line in lines:
        total, count = counted[hall.entries[line.public_id]]
        assert (line.mean, line.sheet_count) == (total / count, count), line.title
        assert sum((sheet.total for sheet in line.sheets if sheet.total is not None), Fraction(0)) == total, line.title
    for ranking in counted_rankings(db.session(), edition=edition):
        means = [line.mean for line in ranking.lines]
        assert means == sorted(means, reverse=True)
