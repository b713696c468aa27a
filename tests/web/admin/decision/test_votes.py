"""A decision beside the jury's vote: recorded, fixed and sealed only where the two fit, or where it says that they do not."""

import pytest
from sqlalchemy import select, text

from ikz_award.domain.phases.workflow import Phase
from ikz_award.extensions import db
from ikz_award.models.decision.decisions import Decision
from ikz_award.models.editions.editions import Edition
from ikz_award.models.seal.seal import SealConfirmation
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import PASSWORD, form_fields
from tests.web.admin.decision.hall import NAMES, PAGE, SURE, WHY, be_there, make_hall, open_sitting, propose, show_of_hands

ROUND = "/verwaltung/runden/landespreis-1"
NAMED = f"{WHY} Die Abstimmung ging mit 0 Ja, 5 Nein aus."


@pytest.fixture
def halls(client, applicant, log_in):
    """Makes a hall with two categories and settings of the edition."""
    return lambda **settings: make_hall(client, applicant, log_in, categories=2, **settings)


def hands(hall, *choices, title="Erster", **more):
    """A motion on the second category, from which nobody is recused, with these votes from the first ones."""
    propose(hall, hall.keys[1], title, **more)
    return show_of_hands(hall, hall.keys[1], **dict(zip(NAMES, choices, strict=False)))


def decide(hall, winner="Erster", reason=WHY, **more):
    chosen = winner if winner == "none" else hall.entries[hall.keys[1], winner][0]
    page = f"{ROUND}/entscheidung/{hall.keys[1]}"
    answer = hall.client.submit_form(page, {"winner": chosen, "reason": reason, "is_confirmed": None})
    if answer.status_code != 422 or not more:
        return answer
    return hall.client.post(page, data=form_fields(answer.text)[1].to_dict() | more)


def decisions():
    db.session.rollback()
    return db.session.scalars(select(Decision)).all()


def end(hall):
    assert hall.client.submit_form(PAGE, SURE, form="sitzung/ende").status_code == 303


@pytest.mark.parametrize(
    ("there", "choices", "numbers"),
    [
        (NAMES, ["no"] * 5, "abgelehnt: 0 Ja, 5 Nein, 0 Enthaltungen"),
        (NAMES, ["no", "yes", "yes", "no", "abstain"], "keine Mehrheit: 2 Ja, 2 Nein, 1 Enthaltung"),
        (("ada", "ben"), ["yes", "yes"], "kam kein Beschluss zustande"),
    ],
)
def test_against_the_vote_nothing_is_recorded(halls, there, choices, numbers):
    hall = halls()
    open_sitting(hall, *there)
    hands(hall, *choices)
    answer = decide(hall, is_confirmed="y", confirms_vote="y", reason=NAMED)
    assert answer.status_code == 422
    assert numbers in answer.text
    assert "So kann nicht entschieden werden." in answer.text
    assert 'name="confirms_vote"' not in answer.text
    assert WHY in answer.text
    assert decisions() == []
    # A new vote is the way, and it is enough.
    be_there(hall, *NAMES)
    hands(hall, *["yes"] * 5)
    assert decide(hall).status_code == 302
    [row] = decisions()
    assert (row.vote_standing, row.motion_id) == ("carried", 2)


def test_while_a_vote_is_running_nothing_is_recorded(halls):
    hall = halls(allows_against_vote=True)
    open_sitting(hall)
    propose(hall, hall.keys[1])
    answer = decide(hall, confirms_vote="y", reason=NAMED)
    assert answer.status_code == 422
    assert "läuft noch eine Abstimmung" in answer.text
    assert decisions() == []


def test_where_a_vote_is_asked_for_none_is_not_enough(halls):
    hall = halls(needs_vote=True)
    answer = decide(hall)
    assert answer.status_code == 422
    assert "In dieser Runde wird nicht ohne Abstimmung entschieden." in answer.text
    open_sitting(hall)
    hands(hall, *["yes"] * 5)
    # What was carried for one does not carry another, nor no prize.
    for other in ("Zweiter", "none"):
        answer = decide(hall, other, is_confirmed="y")
        assert answer.status_code == 422
        assert "Die Jury hat anders beschlossen: 5 Ja, 0 Nein, 0 Enthaltungen." in answer.text
    assert decide(hall).status_code == 302


def test_a_vote_after_the_decision_stops_the_step_and_is_shown(halls):
    hall = halls()
    assert decide(hall).status_code == 302
    open_sitting(hall)
    hands(hall, *["no"] * 5)
    # Fixed while a meeting runs it could never be ended.
    step = f"{ROUND}/schritt/entschieden"
    assert "läuft noch. Beenden Sie es zuerst." in hall.client.get(step).text
    end(hall)
    page = hall.client.get(step).text
    assert "Eine Entscheidung passt nicht zur letzten Abstimmung der Jury oder zum gezogenen Los." in page
    assert "<form" not in page.partition("<main")[2].partition("</main>")[0]
    for address in (f"{ROUND}/rangfolge", PAGE, f"{ROUND}/"):
        page = hall.client.get(address).text
        assert "abgelehnt mit 0 Ja, 5 Nein, 0 Enthaltungen" in page
        assert "Abstimmung der Jury" in page
    assert "Noch einmal prüfen" in hall.client.get(f"{ROUND}/rangfolge").text
    assert decide(hall, "Zweiter", is_confirmed="y").status_code == 302
    assert (
        "Eine Entscheidung passt nicht zur letzten Abstimmung der Jury oder zum gezogenen Los."
        not in hall.client.get(step).text
    )


def test_what_no_longer_fits_is_not_sealed(halls):
    """As a result that was decided before anybody compared it with the votes."""
    hall = halls()
    open_sitting(hall)
    hands(hall, *["no"] * 5)
    end(hall)
    with write_session() as session:
        for key in hall.keys:
            session.execute(
                text(
                    "INSERT INTO decision (category_id, entry_id, reason, public_text, decided_by, decided_at, version)"
                    " SELECT category.id, :entry, 'Alt und gut begründet.', '', 1, '2026-03-04 09:30:00', 1 FROM category"
                    " WHERE category.key = :key"
                ),
                {"entry": hall.entries[key, "Erster"][1], "key": key},
            )
    factories.set_phase(hall.edition, Phase.DECIDED)
    page = hall.client.get(f"{ROUND}/siegel").text
    assert "So kann das Ergebnis nicht besiegelt werden." in page
    assert "abgelehnt mit 0 Ja, 5 Nein, 0 Enthaltungen" in page
    confirmed = {"is_checked": "y", "password": PASSWORD}
    for who, address in ((hall.client, f"{ROUND}/siegel"), (hall.people["ada"], "/jury/landespreis-1/siegel")):
        refused = who.submit_form(address, confirmed)
        assert refused.status_code == 403
        assert "Nicht besiegelt: Die Entscheidung passt nicht zur letzten Abstimmung" in refused.text
    db.session.rollback()
    assert db.session.scalars(select(SealConfirmation)).all() == []


def test_an_old_record_in_which_silence_was_presence_carries_nothing(halls):
    """Counted before votes in writing had to be cast: five of five there, with one vote."""
    hall = halls()
    with write_session() as session:
        session.execute(
            text(
                "INSERT INTO meeting (id, edition_id, is_written, opened_by, opened_at, closed_at) VALUES"
                f" (1, {hall.edition_id}, true, 1, '2026-03-04 09:00:00', '2026-03-04 09:20:00')"
            )
        )
        session.execute(
            text(
                "INSERT INTO motion (id, public_id, meeting_id, category_id, entry_id, kind, text, is_secret, opened_at,"
                " closed_at, outcome, yes, no, abstain, entitled, present)"
                " SELECT 1, 'alt', 1, category_id, id, 'winner', '', false,"
                " '2026-03-04 09:00:00', '2026-03-04 09:20:00', 'carried', 1, 0, 0, 5, 5 FROM entry WHERE id = :entry"
            ),
            {"entry": hall.entries[hall.keys[1], "Erster"][1]},
        )
    assert "1 von 5 Stimmberechtigten hat abgestimmt" in hall.client.get(PAGE).text
    answer = decide(hall)
    assert answer.status_code == 422
    assert "kam kein Beschluss zustande" in answer.text


def test_a_shared_prize_has_a_vote_for_each(halls):
    hall = halls(needs_vote=True, allows_shared_prize=True)
    first, second = (hall.entries[hall.keys[1], title][0] for title in ("Erster", "Zweiter"))
    page = f"{ROUND}/entscheidung/{hall.keys[1]}"
    shared = {"winner": [first, second], "reason": WHY, "is_confirmed": "y"}
    open_sitting(hall)
    hands(hall, *["yes"] * 5)
    assert "Die Jury hat anders beschlossen" in hall.client.submit_form(page, shared).text
    hands(hall, *["no"] * 5, title="Zweiter")
    answer = hall.client.submit_form(page, shared)
    assert answer.status_code == 422
    assert "abgelehnt: 0 Ja, 5 Nein, 0 Enthaltungen" in answer.text
    hands(hall, *["yes"] * 4, "no", title="Zweiter")
    # One alone passes the other over.
    assert (
        "Die Jury hat anders beschlossen: 4 Ja, 1 Nein"
        in hall.client.submit_form(page, {"winner": [first], "reason": WHY}).text
    )
    answer = hall.client.submit_form(page, shared)
    if answer.status_code == 422:
        answer = hall.client.post(page, data=form_fields(answer.text)[1].to_dict(flat=False) | {"is_confirmed": ["y"]})
    assert answer.status_code == 302


def test_blocks_of_an_earlier_choice_do_not_stay(halls):
    hall = halls(allows_against_vote=True)
    open_sitting(hall)
    hands(hall, *["yes"] * 5)
    hands(hall, *["no"] * 5)
    page = f"{ROUND}/entscheidung/{hall.keys[1]}"
    first, second = (hall.entries[hall.keys[1], title][0] for title in ("Erster", "Zweiter"))

    def insert(winner, reason):
        answer = hall.client.submit_form(page, {"winner": winner, "reason": reason}, button="bausteine=1")
        return form_fields(answer.text)[1]["reason"]

    written = insert(first, "Eigene Worte.")
    # The vote that went against it is among them, and the one it replaced is not.
    assert "abgelehnt mit 0 Ja, 5 Nein" in written
    assert "mit 5 Ja, 0 Nein und 0 Enthaltungen so beschlossen" not in written
    own = written + "der Ausschlag erst nach der Abstimmung bekannt wurde."
    # Another choice, saved with the sentences of the first: refused, and nothing is lost.
    refused = hall.client.submit_form(page, {"winner": "none", "reason": own})
    assert refused.status_code == 422
    assert "enthält noch einen Textbaustein, der zu dieser Wahl oder zum jetzigen Stand nicht passt" in refused.text
    assert form_fields(refused.text)[1]["reason"].split() == own.split()
    assert decisions() == []
    # The button takes them out, and leaves what was written by hand.
    changed = insert(second, own)
    assert changed.startswith("Eigene Worte.\n")
    assert "der Ausschlag erst nach der Abstimmung bekannt wurde." in changed
    for gone in ("„Erster vernetzung“ (L1-003) steht", "entscheidet gegen ihre Abstimmung", "ein beliebiges Mitglied"):
        assert gone not in changed
    assert "Der Beitrag „Zweiter vernetzung“" in changed
    none = insert("none", changed)
    assert "Zweiter vernetzung" not in none
    assert "keinen Preis, weil" in none


def test_a_block_of_what_has_changed_since_does_not_stay(halls):
    """The choice is the same, but the jury has voted again."""
    hall = halls()
    open_sitting(hall)
    hands(hall, *["yes"] * 5)
    page = f"{ROUND}/entscheidung/{hall.keys[1]}"
    answer = hall.client.submit_form(page, {"winner": hall.entries[hall.keys[1], "Erster"][0]}, button="bausteine=1")
    reason = form_fields(answer.text)[1]["reason"]
    assert "mit 5 Ja, 0 Nein und 0 Enthaltungen so beschlossen" in reason
    assert decide(hall, reason=reason).status_code == 302
    hands(hall, *["yes"] * 4, "no")
    refused = decide(hall, reason=reason)
    assert refused.status_code == 422
    assert "mit 5 Ja, 0 Nein und 0 Enthaltungen so beschlossen.“" in refused.text
    assert decide(hall, reason=reason.replace("5 Ja, 0 Nein", "4 Ja, 1 Nein")).status_code == 302


def test_the_settings_are_fixed_with_the_first_points(halls):
    hall = halls()
    for statement in ("quorum_least = 2", "needs_vote = true", "chair_breaks_ties = false", "quorum = 'all'"):
        with pytest.raises(Exception, match="points have been given"), write_session() as session:
            session.execute(text(f"UPDATE edition SET {statement} WHERE id = {hall.edition_id}"))
    assert db.session.get_one(Edition, hall.edition_id).voting.needed(5) == 3
