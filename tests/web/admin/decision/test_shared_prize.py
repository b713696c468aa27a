"""A prize for several: decided, sealed, published, reported and paid, each in parts that add up."""

import copy
import json
from types import SimpleNamespace

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.seal.result_document import recount
from ikz_award.extensions import db
from ikz_award.models.decision.decisions import Decision
from ikz_award.models.editions.editions import Edition
from ikz_award.models.record.audit import AuditEntry
from ikz_award.queries.invariants.decisions import winners
from ikz_award.queries.seal.seal import audit_position, seal_content
from ikz_award.reports.result.build import build_result_report
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.factories import NOW

RUN = "/verwaltung/runden/landespreis-2"
FORM = f"{RUN}/entscheidung/pflichtaufgaben"
REASON = "Beide Beiträge sind gleich stark und ergänzen sich."
LONG = REASON * 3


def edition_with(applicant, *, shares):
    """Three entries: two of equal value and one below; scoring is closed."""
    edition = factories.make_edition(phase=Phase.JUDGING)
    with write_session() as session:
        session.get_one(Edition, edition.id).allows_shared_prize = shares
    jurors = [factories.make_juror(edition, f"{name}@jury.example") for name in ("ada", "ben", "cleo")]
    made = []
    leads = (("Erster", factories.BOCHOLT, "8"), ("Zweiter", factories.AHAUS, "8"), ("Dritter", factories.GRONAU, "5"))
    for title, lead, points in leads:
        entry = factories.make_entry(edition, created_by=applicant, lead_key=lead, status=EntryStatus.ADMITTED, title=title)
        for juror in jurors:
            factories.make_sheet(entry, juror, (points,) * 3)
        made.append(entry.public_id)
    factories.set_phase(edition, Phase.DELIBERATION)
    return SimpleNamespace(id=edition.id, edition=edition, entries=made)


@pytest.fixture
def shared(client, applicant):
    return edition_with(applicant, shares=True)


def decide(client, *winners, reason=REASON, **more):
    return client.submit_form(FORM, {"winner": list(winners), "reason": reason, **more})


def titles():
    db.session.rollback()
    return [entry.title for entry in db.session.scalars(select(Decision)).one().winners]


def test_two_winners_in_the_order_of_the_ranking_and_one_again(client, shared):
    first, second, third = shared.entries
    assert decide(client, second, first).status_code == 302
    assert titles() == ["Erster", "Zweiter"]
    log = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "decision.record")).one()
    assert (log.new["winner"], log.new["shared_with"], log.new["is_off_rank"]) == (first, [second], False)
    for page in (f"{RUN}/rangfolge", FORM):
        assert "Zweiter" in client.get(page).text
    assert client.get(FORM).text.count("checked") == 2
    assert decide(client, third, first, reason=LONG, is_confirmed="y").status_code == 302
    assert titles() == ["Erster", "Dritter"]
    assert decide(client, second).status_code == 302
    assert titles() == ["Zweiter"]
    assert decide(client, "none", reason="Doch kein Beitrag überzeugt.").status_code == 302
    assert titles() == []
    assert list(winners(db.session())) == []


def test_a_part_past_rank_one_needs_the_long_reason_and_what_was_typed_stays(client, shared):
    first, _, third = shared.entries
    answer = decide(client, first, third)
    assert answer.status_code == 422
    assert "Nicht alle gewählten Beiträge stehen auf Rang 1. Bitte bestätigen Sie" in answer.text
    assert answer.text.count("checked") == 2
    assert REASON in answer.text


@pytest.mark.parametrize(
    ("winners", "sentence"),
    [
        (("none", 0), "Bitte wählen Sie entweder Beiträge oder „kein Preis“."),
        ((0, "fremd"), "Bitte wählen Sie einen zugelassenen Beitrag dieser Kategorie."),
        ((), "Bitte wählen Sie einen Beitrag oder „kein Preis“."),
    ],
)
def test_what_makes_no_sense_is_refused(client, shared, winners, sentence):
    answer = decide(client, *(shared.entries[one] if isinstance(one, int) else one for one in winners))
    assert answer.status_code == 422
    assert sentence in answer.text
    assert db.session.query(Decision).count() == 0


def test_without_the_setting_a_second_winner_is_refused_everywhere(client, applicant):
    alone = edition_with(applicant, shares=False)
    assert decide(client, *alone.entries[:2]).status_code == 302
    assert titles() == ["Erster"]  # the form offers one choice and takes the first
    with pytest.raises(DBAPIError, match="shares no prizes"), write_session() as session:
        session.execute(
            text(
                "INSERT INTO co_winner (decision_id, entry_id)"
                " SELECT decision.id, entry.id FROM decision, entry WHERE title = 'Zweiter'"
            )
        )
    with pytest.raises(DBAPIError, match="points have been given"), write_session() as session:
        session.execute(text("UPDATE edition SET allows_shared_prize = TRUE"))


def test_facts_about_all_are_written(client, shared):
    answer = client.submit_form(FORM, {"winner": shared.entries[:2], "reason": ""}, button="bausteine=1")
    assert "unter 2 Beiträgen zu gleichen Teilen." in answer.text
    assert "Der Beitrag „Erster“" in answer.text
    assert "Der Beitrag „Zweiter“" in answer.text


def test_after_the_deliberation_nobody_joins_the_winners(client, shared):
    decide(client, *shared.entries[:2])
    factories.set_phase(shared.edition, Phase.DECIDED)
    for statement in ("DELETE FROM co_winner", "UPDATE co_winner SET entry_id = entry_id"):
        with pytest.raises(DBAPIError, match="decisions are closed"), write_session() as session:
            session.execute(text(statement))


def test_the_sealed_document_says_so_and_is_recounted(client, shared):
    decide(client, *shared.entries[:2])
    factories.set_phase(shared.edition, Phase.DECIDED)
    edition = db.session.get_one(Edition, shared.id)
    content = seal_content(db.session(), actor=SYSTEM, edition=edition).content
    document = json.loads(json.dumps({**content, "audit": audit_position(db.session())}, default=str))
    assert recount(document) == ()
    place = next(n for n, one in enumerate(document["categories"]) if one["decision"])
    decision = document["categories"][place]["decision"]
    numbers = [entry["number"] for entry in document["categories"][place]["entries"]]
    assert [decision["winner"], *decision["shared_with"]] == numbers[:2]
    for wrong in (["fremd"], [numbers[0]], numbers[2:0:-1]):
        changed = copy.deepcopy(document)
        changed["categories"][place]["decision"]["shared_with"] = wrong
        assert [one.place.rpartition("/")[2] for one in recount(changed)] == ["shared_with"]
    document["edition"]["shares_prizes"] = False
    assert [one.computed for one in recount(document)] == ["one winner"]


def test_published_reported_and_paid_in_parts(client, anonymous, shared, log_in):
    with write_session() as session:
        session.execute(text("UPDATE category SET prize_euro = 10001"))
    decide(client, *shared.entries[:2], public_text="Lob für beide.")
    factories.set_phase(shared.edition, Phase.PUBLISHED)
    page = anonymous.get("/preistraeger/landespreis-2").text
    for words in ("geteilter Preis", "5.001\N{NO-BREAK SPACE}€", "5.000\N{NO-BREAK SPACE}€", "Erster", "Zweiter"):
        assert words in page
    assert page.count("Lob für beide.") == 1
    category = anonymous.get("/preistraeger/landespreis-2/daten.json").get_json()["categories"][0]
    assert [(one["title"], one["prize_euro"]) for one in category["winners"]] == [("Erster", 5001), ("Zweiter", 5000)]
    assert category["prize_euro"] == 10001
    assert anonymous.get("/preistraeger/landespreis-2/daten.csv").text.count("Lob für beide.") == 2
    winner = log_in(factories.make_account("robin@ahaus.example", lead_key=factories.AHAUS))
    assert "Der Preis ist geteilt; mit Ihnen haben gewonnen: Erster." in winner.get(f"/bewerbung/{shared.entries[1]}/").text
    assert "5.000\N{NO-BREAK SPACE}€" in winner.get(f"/bewerbung/{shared.entries[1]}/preisgeld").text
    loser = log_in(factories.make_account("noor@gronau.example", lead_key=factories.GRONAU))
    assert "ging an 2 andere Beiträge" in loser.get(f"/bewerbung/{shared.entries[2]}/").text
    listed = client.get(f"{RUN}/preisgeld").text
    assert listed.index("5.001") < listed.index("5.000")
    report = build_result_report(db.session(), actor=SYSTEM, edition=db.session.get_one(Edition, shared.id), now=NOW)
    [reported] = [one for one in report.categories if one.rows]
    assert [(row.title, sum_) for row, sum_ in reported.awards] == [("Erster", 5001), ("Zweiter", 5000)]
