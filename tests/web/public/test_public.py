"""The public pages: what is announced is there, what is not published is nowhere."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import delete, event, select, text

from ikz_award.adapters import clock
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.formats import format_second
from ikz_award.extensions import db
from ikz_award.models.decision.decisions import Decision
from ikz_award.models.editions.editions import Category, Edition, EditionText, Milestone
from ikz_award.models.record.jobs import CopyBeat
from ikz_award.queries.record.parts import WORKER
from ikz_award.queries.seal.facts import current_facts
from ikz_award.services.record.beats import note_beat
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import PageClient
from tests.factories import NOW

SECRETS = ("Geheime Vergabestelle", "Stadt Ahaus", "Stadt Gronau (Westf.)", "Lob des Siegers", "Interner Grund", "Begründung 9")
PAGES = ("/", "/wettbewerb/landespreis-2", "/preistraeger/landespreis-2", "/register/suche?q=geheime", "/impressum")


@pytest.fixture(autouse=True)
def at_noon(app: Flask):  # type: ignore[no-untyped-def]
    with time_machine.travel(NOW, tick=False):
        yield


def decided(phase: Phase) -> Edition:
    """An edition with entries, points and decisions, in `phase`."""
    edition = factories.make_edition(phase=Phase.OPEN, deadline=timedelta(days=-1))
    organiser = factories.make_account("organiser@ikz.example", is_admin=True)
    kim = factories.make_account("kim@ahaus.example", lead_key=factories.AHAUS)
    entry = factories.make_entry(
        edition,
        created_by=kim,
        lead_key=factories.AHAUS,
        partners=(factories.GRONAU,),
        title="Geheime Vergabestelle",
        status=EntryStatus.ADMITTED,
    )
    factories.set_phase(edition, Phase.JUDGING)
    juror = factories.make_juror(edition, "jury@x.example")
    factories.make_sheet(entry, juror, ("9", "8", "9"))
    factories.set_phase(edition, Phase.DELIBERATION)
    with write_session() as session:
        categories = session.scalars(
            select(Category).where(Category.edition_id == edition.id).order_by(Category.position)
        ).all()
        session.add(
            Decision(
                category_id=categories[0].id,
                entry_id=entry.id,
                reason="Interner Grund",
                public_text="Lob des Siegers",
                decided_by=organiser.id,
                decided_at=NOW,
            )
        )
        session.add(
            Decision(
                category_id=categories[1].id, entry_id=None, reason="Interner Grund", decided_by=organiser.id, decided_at=NOW
            )
        )
    factories.set_phase(edition, Phase.DECIDED)
    if phase is not Phase.DECIDED:
        factories.set_phase(edition, phase)
        with write_session() as session:
            session.get_one(Edition, edition.id).published_at = NOW
    return edition


def test_nothing_of_results_leaks_before_publication(anonymous: PageClient) -> None:
    decided(Phase.DECIDED)
    for page in PAGES:
        answer = anonymous.get(page)
        for secret in SECRETS:
            assert secret not in answer.text, (page, secret)
    assert "Bewerbungsphase beendet, das Ergebnis steht noch aus" in anonymous.get("/").text


def test_state_between_deadline_and_publication_is_one(anonymous: PageClient) -> None:
    edition = factories.make_edition(deadline=timedelta(days=-1))
    pages = set()
    for phase in (Phase.OPEN, Phase.SCREENING, Phase.JUDGING, Phase.DELIBERATION, Phase.DECIDED):
        factories.set_phase(edition, phase)
        pages.add(anonymous.get("/").text + anonymous.get("/wettbewerb/landespreis-2").text)
    assert len({strip_nonces(page) for page in pages}) == 1


def strip_nonces(page: str) -> str:
    import re

    return re.sub(r'nonce="[^"]*"', "", page)


def test_unpublished_winners_look_like_no_edition(anonymous: PageClient) -> None:
    decided(Phase.DECIDED)
    unpublished = anonymous.get("/preistraeger/landespreis-2")
    missing = anonymous.get("/preistraeger/landespreis-9")
    assert unpublished.status_code == missing.status_code == 404
    assert strip_nonces(unpublished.text) == strip_nonces(missing.text)


@pytest.mark.parametrize("phase", [Phase.PUBLISHED, Phase.ARCHIVED])
def test_published_winners_are_shown(anonymous: PageClient, phase: Phase) -> None:
    decided(phase)
    for page in ("/", "/preistraeger/landespreis-2"):
        shown = anonymous.get(page).text
        for public in ("Geheime Vergabestelle", "Stadt Ahaus", "Gronau", "Lob des Siegers", "Kein Preis vergeben"):
            assert public in shown, (page, public)
        assert "Interner Grund" not in shown
        assert "Begründung 9" not in shown
    assert "Zu den Preisträgern" in anonymous.get("/wettbewerb/landespreis-2").text


def test_edition_in_preparation_is_not_there(anonymous: PageClient) -> None:
    factories.make_edition(phase=Phase.PREPARATION)
    assert anonymous.get("/wettbewerb/landespreis-2").status_code == 404
    assert "2. Landespreis" not in anonymous.get("/").text


def test_home_invites_while_entries_are_accepted(anonymous: PageClient, log_in: Callable[[object], PageClient]) -> None:
    factories.make_edition()
    page = anonymous.get("/").text
    for part in (
        "2. Landespreis",
        "Offen für Beiträge",
        "10.000",
        "Shared Service Center",
        "Beitrag einreichen",
        "14. März 2026",
    ):
        assert part in page
    client = log_in(factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT))
    assert "Zu meinen Beiträgen" in client.get("/").text


def test_home_without_any_edition(anonymous: PageClient) -> None:
    page = anonymous.get("/")
    assert page.status_code == 200
    assert "Zurzeit ist keine Wettbewerbsrunde ausgeschrieben" in page.text


def test_home_does_not_invite_after_the_deadline(anonymous: PageClient) -> None:
    factories.make_edition(deadline=timedelta(hours=-1))
    assert "Beitrag einreichen" not in anonymous.get("/").text


def test_everything_on_the_edition_page_is_data(anonymous: PageClient) -> None:
    edition = factories.make_edition()
    with write_session() as session:
        changed = session.get_one(Edition, edition.id)
        changed.name = "Der umbenannte Preis"
        changed.categories[0].name = "Umbenannte Kategorie <i>"
        changed.categories[0].prize_euro = 12_345
        changed.criteria[0].name, changed.criteria[0].weight = "Umbenanntes Kriterium", 60
        changed.steps[1].questions[0].maximum_length = 777
        session.add(EditionText(edition_id=edition.id, key="procedure", version=2, body="Neue Fassung des Verfahrens."))
        session.add(Milestone(edition_id=edition.id, label="Internes Treffen", starts_at=NOW, is_public=False))
        session.add(Milestone(edition_id=edition.id, label="Verleihung", starts_at=datetime(2026, 5, 7, 22, tzinfo=UTC)))
    page = anonymous.get("/wettbewerb/landespreis-2").text
    for part in (
        "Der umbenannte Preis",
        "Umbenannte Kategorie &lt;i&gt;",
        "12.345\u00a0€",
        "Umbenanntes Kriterium",
        "50 %",
        "höchstens 777 Zeichen",
        "Neue Fassung des Verfahrens.",
        "Verleihung",
        "8. Mai 2026",
    ):
        assert part in page, part
    assert "Internes Treffen" not in page
    assert "8. Mai 2026, 00:00" not in page


def test_number_of_queries_does_not_grow_with_winners(anonymous: PageClient) -> None:
    edition = decided(Phase.PUBLISHED)
    few = queries_of(anonymous, "/preistraeger/landespreis-2")
    kim = factories.make_account("alex@bocholt.example")
    factories.set_phase(edition, Phase.DELIBERATION)
    for key in ("wirtschaft-kultur", "umwelt-planung", "krise"):
        publish_another(edition, key, kim.id)
    factories.set_phase(edition, Phase.PUBLISHED)
    assert queries_of(anonymous, "/preistraeger/landespreis-2") == few


def queries_of(client: PageClient, page: str) -> int:
    """How many statements a page needs."""
    statements: list[str] = []

    def note(connection: object, cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        assert client.get(page).status_code == 200
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return len(statements)


def publish_another(edition: Edition, key: str, account_id: int) -> None:
    with write_session() as session:
        category = session.scalars(select(Category).where(Category.edition_id == edition.id, Category.key == key)).one()
        first = session.scalars(select(Decision).where(Decision.entry_id.is_not(None))).first()
        assert first is not None
        session.add(
            Decision(category_id=category.id, entry_id=first.entry_id, reason="x", decided_by=account_id, decided_at=NOW)
        )


@pytest.mark.parametrize("page", ["/impressum", "/datenschutz", "/barrierefreiheit"])
def test_what_the_law_wants_is_there_and_says_what_is_missing(anonymous: PageClient, page: str) -> None:
    assert "noch einzutragen" in anonymous.get(page).text


def test_map_has_a_dot_for_every_municipality(anonymous: PageClient) -> None:
    answer = anonymous.get("/karte.svg")
    assert answer.mimetype == "image/svg+xml"
    assert answer.text.count("<circle") >= 396


def test_health_and_readiness(anonymous: PageClient) -> None:
    assert anonymous.get("/healthz").json == {"status": "ok"}
    assert anonymous.get("/readyz").status_code == 200
    with write_session() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    assert anonymous.get("/healthz").status_code == 200
    answer = anonymous.get("/readyz")
    assert answer.status_code == 503
    assert answer.json == {"status": "unavailable", "database": "unavailable", "worker": "unavailable"}


def test_readiness_says_whether_a_worker_is_at_work(anonymous: PageClient, log_in: Callable[[object], PageClient]) -> None:
    organiser = log_in(factories.make_account("zentrum@land.example", is_admin=True))
    alert = "Mails und Dokumente warten"

    def state() -> tuple[int, str, bool]:
        answer = anonymous.get("/readyz")
        return answer.status_code, answer.json["worker"], alert in organiser.get("/verwaltung/").text

    assert state() == (200, "unavailable", True)
    note_beat(now=clock.now(), part=WORKER, host="a", started_at=clock.now())
    assert state() == (200, "ok", False)
    note_beat(now=clock.now() - timedelta(minutes=10), part=WORKER, host="a", started_at=clock.now())
    assert state() == (200, "unavailable", True)
    note_beat(now=clock.now(), part=WORKER, host="b", started_at=clock.now())
    assert state() == (200, "ok", False), "one of two hosts is enough"


def test_readiness_and_the_organiser_are_told_how_old_the_copy_is(
    anonymous: PageClient, log_in: Callable[[object], PageClient]
) -> None:
    organiser = log_in(factories.make_account("zentrum@land.example", is_admin=True))
    alert, now = "Die laufende Kopie ist im Rückstand", clock.now()

    def copied(started: timedelta, beat: timedelta, safe: timedelta | None) -> tuple[str | None, bool, str]:
        with write_session() as session:
            session.execute(delete(CopyBeat))
            session.add(
                CopyBeat(
                    host="a", started_at=now - started, beat_at=now - beat, safe_at=now - safe if safe is not None else None
                )
            )
        answer, page = anonymous.get("/readyz"), organiser.get("/verwaltung/").text
        assert answer.status_code == 200
        return answer.json.get("copy"), alert in page, page

    second, minute = timedelta(seconds=1), timedelta(minutes=1)
    assert "keine; die technische Betreuung richtet sie ein" in organiser.get("/verwaltung/").text
    assert "copy" not in anonymous.get("/readyz").json
    assert copied(second, second, None)[:2] == ("ok", False), "it has only begun"
    assert copied(2 * minute, second, None)[:2] == ("late", True)
    state, is_told, page = copied(minute, second, 2 * second)
    assert (state, is_told) == ("ok", False)
    assert f"vollständig bis {format_second(now - 2 * second)}" in page
    assert anonymous.get("/readyz").json["copy_age_seconds"] == 2
    assert copied(9 * minute, second, 5 * minute)[:2] == ("late", True)
    assert copied(timedelta(days=9), timedelta(days=8), timedelta(days=8))[:2] == (None, False), "nobody copies any more"


def test_a_published_result_says_how_it_is_checked(anonymous: PageClient) -> None:
    edition = decided(Phase.PUBLISHED)
    page = anonymous.get("/preistraeger/landespreis-2").text
    assert "zurzeit nicht besiegelt" in page
    factories.set_phase(edition, Phase.DECIDED)
    factories.seal_result(edition, factories.actor(factories.make_account("siegel@ikz.example", is_admin=True)))
    factories.set_phase(edition, Phase.PUBLISHED)
    facts = current_facts(db.session(), edition_id=edition.id)
    assert facts is not None
    assert facts.public_key == factories.SEALING_KEY.public
    page = anonymous.get("/preistraeger/landespreis-2").text
    for value in (facts.sha256, facts.public_key, facts.fingerprint, facts.log_head, f"--key {facts.public_key}"):
        assert value in page
    told = anonymous.get("/preistraeger/landespreis-2/daten.json").get_json()["seal"]
    assert (told["public_key"], told["sha256"], told["audit_log"]["head"]) == (facts.public_key, facts.sha256, facts.log_head)
    assert b"sheets" not in anonymous.get("/preistraeger/landespreis-2/daten.json").data
