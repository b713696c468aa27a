"""Every kind of letter, word for word: `letters.txt` was written by the services before the words had a room of their own.

It is read when it changes, not only replaced.
"""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

import pytest

from ikz_award.domain.entries.reminders import Reminder
from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.phases.timetable import CLOCK_OF_ARRIVAL
from ikz_award.domain.seal.signatures import fingerprint
from ikz_award.domain.words.letters import (
    accounts,
    bodies,
    circulation,
    entries,
    jury,
    leaving,
    meeting,
    people,
    publication,
    screening,
    seal,
)
from ikz_award.domain.words.letters.entries import HandedIn, Written
from ikz_award.domain.words.letters.frame import Letter, Round, framed
from ikz_award.domain.words.letters.people import Deputised
from ikz_award.domain.words.letters.screening import Screened
from ikz_award.domain.words.letters.seal import Proof

ROOM = Path(entries.__file__).parent
KEPT = Path(__file__).with_name("letters.txt")
WHY = "Ein Grund."
ROUND = Round(name="Landespreis 2026", organiser="Kompetenzzentrum NRW")
ENTRY = Written(number="L2-001", title="Ein  Titel", lead="Stadt Bocholt", round=ROUND)
BARE = Written(number="", title=" ", lead="Stadt Bocholt", round=ROUND)
VERSION = HandedIn(version=2, sha256="ab" * 32, received_at=datetime(2026, 3, 4, 9, 30, 7, tzinfo=UTC))
SCREENED = Screened(number="L2-001", title="Ein  Titel", round=ROUND)
DEADLINE, EARLY = datetime(2026, 4, 10, 21, 59, tzinfo=UTC), datetime(2026, 4, 1, 10, tzinfo=UTC)
MAY = datetime(2026, 5, 1, 10, tzinfo=UTC)
TITLES = ("Eins", "")

Named = Iterator[tuple[str, Letter]]


def of_entries() -> Named:
    at = VERSION.received_at
    yield "receipt", entries.receipt(ENTRY, VERSION, clock=CLOCK_OF_ARRIVAL, coming=["Erstens.", "Zweitens."])
    yield "withdrawn", entries.withdrawn(ENTRY, at=at)
    yield "amending ended", entries.amending_ended(ENTRY, VERSION)
    yield "more time", entries.more_time(ROUND, until=DEADLINE, reason=WHY, titles=TITLES)
    for kind in Reminder:
        is_bare = kind is Reminder.WEEK
        yield (
            f"reminder {kind}",
            entries.reminder(
                BARE if is_bare else ENTRY,
                kind.value,
                is_amending=is_bare,
                deadline_at=DEADLINE,
                now=datetime(2026, 4, 8, 20, tzinfo=UTC),
            ),
        )
    for right in EntryRight:
        until = datetime(2026, 4, 1, 8, tzinfo=UTC)
        yield (
            f"invitation {right}",
            entries.invitation(ENTRY, inviter="Kim  Muster", right=right.value, address="https://x/e", expires_at=until),
        )


def of_circulation_and_closing() -> Named:
    ends_at = datetime(2026, 3, 20, 22, 30, tzinfo=UTC)
    yield "notice False", circulation.notice(ENTRY, address="https://x/u", ends_at=ends_at)
    yield "notice True", circulation.notice_again(ENTRY, address="https://x/u", ends_at=ends_at)
    yield "objection", circulation.objection(ENTRY, partner="Stadt Ahaus")
    where = "https://x/bewerbung/"
    yield "closed early", entries.closed_early(ROUND, at=EARLY, reason=WHY, titles=TITLES, address=where)
    yield "open again", entries.open_again(ROUND, deadline_at=DEADLINE, reason=WHY, titles=TITLES, address=where)


def of_screening() -> Named:
    yield "excluded with rules", screening.excluded(SCREENED, reason=WHY, rules=["Regel 1", "Regel 2"])
    yield "excluded", screening.excluded(SCREENED, reason=WHY, rules=[])
    yield "returned", screening.returned(SCREENED, remarks="Bitte A.\nUnd B.")
    yield "admitted", screening.admitted(SCREENED)
    yield "admission taken back", screening.admission_taken_back(SCREENED, deadline_at=DEADLINE)
    yield "return taken back", screening.return_taken_back(SCREENED)
    yield "reopened", screening.reopened(SCREENED)
    yield "jury's remarks", screening.remarks_released(SCREENED)


def of_jury() -> Named:
    for name, titles, count, closes_at in (
        ("sheets due", ["T  0", "T  1"], 2, MAY),
        ("sheets due, many", [f"T  {number}" for number in range(25)], 25, None),
        ("sheet due, undeclared", None, 1, None),
    ):
        yield name, jury.sheets_due(ROUND, titles=titles, count=count, closes_at=closes_at, address="https://x/j")
    yield "more time to score", jury.more_time(ROUND, closes_at=MAY, reason=WHY)
    yield "sheet reopened", jury.sheet_reopened(ROUND, number="L2-001", reason=WHY)
    yield "comparison", jury.comparison_opened(ROUND, address="https://x/v")
    yield "second round", jury.second_round(ROUND, categories=["A  B", "C"], address="https://x/b")
    for name, is_chair, owed, due in (
        ("stand-in", False, 2, None),
        ("stand-in of the chair", True, 1, None),
        ("stand-in, nothing", False, 0, None),
        ("stand-in in a circulation", False, 0, MAY),
    ):
        yield name, jury.stands_in(
            ROUND, name="Ben Rot", is_chair=is_chair, entries=owed, votes_due=due, address="https://x/j"
        )  # fmt: skip
    yield "stood in for", jury.stood_in_for(ROUND, name="dora@x.example", reason=WHY, address="https://x/j")
    for name, keeps in (("left, points stay", True), ("left, points go", False)):
        yield f"{name} 0", leaving.left(ROUND, keeps_points=keeps, reason=WHY)
        yield f"{name} 1", leaving.has_left(ROUND, name="Ben Rot", keeps_points=keeps, reason=WHY, leads_now=not keeps)
    yield "back 0", leaving.back(ROUND, reason="Doch.")
    yield "back 1", leaving.is_back(ROUND, name="Ben Rot", reason="Doch.")


def of_meeting() -> Named:
    where, office = "https://x/m", "https://x/verwaltung/runden/lp/sitzung"
    yield "circulation opened 0", meeting.opened(ROUND, due_at=MAY, address=where)
    yield "motion put 0", meeting.put(ROUND, category="A  B", due_at=MAY, address=where)
    yield "circulation extended 0", meeting.extended(ROUND, due_at=MAY, address=where)
    for count in (0, 1, 3):
        yield f"objected {count} 0", meeting.objected(ROUND, undecided=count, address=where)
        yield f"objected {count} 1", meeting.objected_by(ROUND, member="Ben  Rot", undecided=count, address=office)
        yield f"ended {count} 0", meeting.ended(ROUND, counted=count, address=where)


def of_seal() -> Named:
    places = {"organiser": "https://x/verwaltung/runden/lp/siegel", "chair": "https://x/jury/lp/siegel"}
    for role, other in (("organiser", "chair"), ("chair", "organiser")):
        where = places[other]
        yield f"asked {role} seal 0", seal.asked_to_seal(ROUND, name="Vera Blau", address=where)
        yield f"asked {role} reopen 0", seal.asked_to_reopen(ROUND, name="Vera Blau", reason=WHY, address=where)
    yield "taken back 0", seal.taken_back(ROUND, name="Vera Blau")
    for number, role in enumerate(("organiser", "chair")):
        is_organiser = role == "organiser"
        yield f"seal reopened {number}", seal.reopened(ROUND, reason=WHY, is_organiser=is_organiser, address=places[role])
    proof = Proof(
        version=2,
        sealed_at=datetime(2026, 6, 1, 10, 5, tzinfo=UTC),
        sha256="ab" * 32,
        length=7,
        head="cd" * 32,
        names=[("toni@x", "Kompetenzzentrum"), ("Vera Blau", "Vorsitz der Jury")],
        public_key="ef" * 32,
        fingerprint=fingerprint("ef" * 32),
    )
    yield "sealed 0", seal.sealed(ROUND, proof, publish_at="https://x/verwaltung/runden/lp/")
    yield "sealed 1", seal.sealed(ROUND, proof)
    at = datetime(2026, 7, 1, 8, tzinfo=UTC)
    yield "published", publication.published(ROUND.name, address="https://x/preistraeger/lp")
    for is_due in (False, True):
        where = "https://x/verwaltung/runden/lp/"
        yield f"not published {is_due}", publication.lapsed(ROUND.name, publish_at=at, is_due=is_due, address=where)


def of_people() -> Named:
    yield "locked", people.locked(reason=WHY)
    yield "unlocked", people.unlocked(reason=WHY)
    yield "sessions ended", people.sessions_ended()
    yield "locked, to others", people.deputyship_rests(name="Kim Muster")
    yield "unlocked, to others", people.deputyship_goes_on(name="Kim Muster")
    row = Deputised(
        away="Kim  Muster", deputy="d@x", body="Stadt Bocholt", starts_on=date(2026, 3, 1), ends_on=date(2026, 3, 9)
    )
    yield "deputy named", people.deputy_named(row)
    yield "deputy ended", people.deputyship_ended(row)
    yield "membership confirmed", people.membership_confirmed(body="Stadt Bocholt")
    yield "membership rejected", people.membership_rejected(body="Stadt Bocholt", reason="")
    yield "membership rejected with a reason", people.membership_rejected(body="Stadt Bocholt", reason=WHY)
    yield "membership waits", bodies.membership_waits(email="k@x", body="Stadt Bocholt")
    yield "body waits", bodies.body_waits(email="k@x", body="Zweckverband X")
    yield "body confirmed", bodies.body_confirmed(body="Zweckverband X", may_lead=True)
    yield "body known", bodies.body_known(proposed="ZV X", body="Zweckverband X", may_lead=False)
    yield "body rejected", bodies.body_rejected(body="ZV X", reason=WHY)
    first = jury.first_password(link="https://x/p", days=7)
    yield "invited to the jury", jury.invited(ROUND, place="Stadt Bocholt", how=first)
    own = jury.own_account(link="https://x/jury/")
    yield "invited to the jury, known", jury.invited(ROUND, place="Stadt Bocholt", how=own)


def of_accounts() -> Named:
    """As the templates that Flask-Security fills in had them, before these letters came into the room."""
    home, confirm, reset = "https://x/", "https://x/k/1", "https://x/k/2"
    login, forgotten = "https://x/konto/anmelden", "https://x/konto/passwort-vergessen"
    yield "welcome", accounts.welcome(link=confirm, home=home)
    yield "welcome, known", accounts.welcome_existing(confirm="", login=login, reset=reset, home=home)
    unconfirmed = accounts.welcome_existing(confirm=confirm, login=login, reset=reset, home=home)
    yield "welcome, known and unconfirmed", unconfirmed
    yield "address to confirm", accounts.address_to_confirm(link=confirm, within="5 Tage", home=home)
    yield "new address to confirm", accounts.new_address_to_confirm(link=confirm, within="24 Stunden", home=home)
    yield "address changed", accounts.address_changed(old="alt@x.example", new="neu@x.example", home=home)
    yield "password to set", accounts.password_to_set(link=reset, within="30 Minuten", home=home)
    yield "password set", accounts.password_set(forgotten=forgotten, home=home)
    yield "password changed", accounts.password_changed(forgotten=forgotten, home=home)
    yield "passkey added", accounts.passkey_added(name="Mein  Telefon 100 %", home=home)


def every_letter() -> Named:
    for some in (of_entries, of_circulation_and_closing, of_screening, of_jury, of_meeting, of_seal, of_people, of_accounts):
        yield from some()


WRITTEN = dict(every_letter())


def kept() -> dict[str, str]:
    return dict(re.findall(r"^=== (.*?)\n(.*?)(?=^=== |\Z)", KEPT.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE))


@pytest.mark.parametrize("name", WRITTEN)
def test_a_letter_is_word_for_word_what_it_was(name: str) -> None:
    letter = WRITTEN[name]
    assert f"--- {letter.subject}\n{letter.body}\n" == kept()[name]


def test_no_letter_is_left_out() -> None:
    assert list(kept()) == list(WRITTEN)
    functions = {
        (path.stem, node.name)
        for path in ROOM.glob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and isinstance(node.returns, ast.Name) and node.returns.id == "Letter"
    }
    source = Path(__file__).read_text(encoding="utf-8")
    assert {
        f"{stem}.{name}" for stem, name in functions if not name.startswith("_") and f"{stem}.{name}(" not in source
    } == set()


def test_every_letter_greets_and_no_title_is_more_than_a_line() -> None:
    assert {letter.body[:12] for letter in WRITTEN.values()} == {"Guten Tag,\n\n"}
    assert {len(letter.subject.splitlines()) for letter in WRITTEN.values()} == {1}
    assert framed("x") == "Guten Tag,\n\nx\n\nDiese Nachricht wurde automatisch erstellt."


def test_nobody_else_words_a_letter() -> None:
    """Sentences of letters stood in eleven services once, and in ten templates."""
    package = Path(import_module("ikz_award").__path__[0])
    modules = (path for path in package.rglob("*.py") if not path.is_relative_to(ROOM) and "demo" not in path.parts)
    places = [*modules, *(package.parent / "templates").rglob("*.*")]
    assert [str(path.relative_to(package.parent)) for path in places if "Guten Tag" in path.read_text("utf-8")] == []
