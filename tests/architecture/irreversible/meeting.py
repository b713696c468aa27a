"""The jury's meeting: put, voted, counted, ended, drawn by lot."""

from sqlalchemy import func, select

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.decision.lot import Lot
from ikz_award.models.decision.meeting import Ballot, Meeting, Motion
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.architecture.irreversible.scene import How, Maker, Scene, Stage
from tests.web.admin.decision.hall import DUE, JURY, NAMES, PAGE, SURE, circulate, open_sitting, propose, vote, vote_unasked

COUNTED = "Nach dem Zählen nimmt diese Abstimmung keine Stimme mehr an"


def one(model):
    db.session.rollback()
    return db.session.scalars(select(model).order_by(model.id.desc())).first()


def how_many(model):
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model))


def put(stage: Stage) -> Scene:
    hall = stage.hall()
    open_sitting(hall)
    key = hall.keys[0]
    typed = {"kind": "winner", "entry": hall.entries[key, "Erster"][0], "text": ""}

    def holds() -> None:
        """It waits, whatever else is put."""
        page = hall.client.get(f"{PAGE}/{key}").text
        assert 'id="antrag"' not in page
        fields = {"kind": "no_prize", "entry": "", "text": "", "idempotency_key": "k" * 22, **SURE}
        hall.client.post(f"{PAGE}/{key}/antrag", data=_token(hall.client, PAGE) | fields)
        assert how_many(Motion) == 1

    return Scene(
        browser=hall.client,
        page=f"{PAGE}/{key}",
        form="antrag",
        action="meeting.propose",
        typed=typed,
        holds=holds,
        words=("Ein gestellter Antrag lässt sich weder ändern noch zurückziehen", "der nächste in dieser Kategorie wartet"),
    )


def _token(browser, page):
    from tests.client import form_fields

    return form_fields(browser.get(page).text, "abmelden")[1].to_dict()


def show_of_hands(stage: Stage) -> Scene:
    hall = stage.hall()
    open_sitting(hall)
    key = hall.keys[0]
    motion = propose(hall, key)
    votes = {f"stimme-{hall.seats[name]}": "yes" for name in NAMES if name != "emil"}
    return Scene(
        browser=hall.client,
        page=f"{PAGE}/{key}",
        form="stimmen",
        button="absicht=zaehlen",
        action="meeting.count",
        typed=votes,
        words=(COUNTED, "ihr Ergebnis ändert sich nicht mehr"),
        holds=lambda: _is_counted(hall, motion, 4),
    )


def votes_at_their_devices(stage: Stage) -> Scene:
    hall = stage.hall()
    open_sitting(hall)
    key = hall.keys[0]
    motion = propose(hall, key, secret="y")
    for name in NAMES[:-1]:  # Emil is recused
        vote(hall, name, motion, "yes")
    return Scene(
        browser=hall.client,
        page=f"{PAGE}/{key}",
        form="zaehlen",
        action="meeting.count",
        words=(COUNTED, "ihr Ergebnis ändert sich nicht mehr"),
        holds=lambda: _is_counted(hall, motion, 4),
    )


def _is_counted(hall, motion, votes):
    before = how_many(Ballot)
    vote_unasked(hall, "ben", motion)
    counted = one(Motion)
    assert (counted.yes, counted.no, how_many(Ballot)) == (votes, 0, before)


def own_vote(stage: Stage) -> Scene:
    hall = stage.hall()
    open_sitting(hall)
    motion = propose(hall, hall.keys[0], secret="y")

    def holds() -> None:
        vote_unasked(hall, "ben", motion)
        assert how_many(Ballot) == 1
        assert "Sie haben geheim abgestimmt." in hall.people["ben"].get(JURY).text

    return Scene(
        browser=hall.people["ben"],
        page=JURY,
        form=motion,
        button="stimme=yes",
        action="meeting.vote",
        how=How.ANSWER,
        words=("Ändern lässt sich die Stimme nicht.",),
        holds=holds,
    )


def end_of_a_sitting(stage: Stage) -> Scene:
    hall = stage.hall()
    open_sitting(hall)

    def holds() -> None:
        page = hall.client.get(f"{PAGE}/{hall.keys[0]}").text
        assert 'id="antrag"' not in page
        fields = {"kind": "no_prize", "entry": "", "text": "", "idempotency_key": "k" * 22, **SURE}
        hall.client.post(f"{PAGE}/{hall.keys[0]}/antrag", data=_token(hall.client, PAGE) | fields)
        assert (how_many(Motion), one(Meeting).closed_at is None) == (0, False)
        # „Für Weiteres eröffnen Sie eine neue.“
        open_sitting(hall)
        assert how_many(Meeting) == 2

    return Scene(
        browser=hall.client,
        page=PAGE,
        form="ende",
        action="meeting.close",
        holds=holds,
        words=("Danach kann in dieser Sitzung niemand mehr abstimmen", "wieder öffnen lässt sie sich nicht"),
    )


def more_time_in_writing(stage: Stage) -> Scene:
    hall = stage.hall()
    circulate(hall)

    def holds() -> None:
        assert hall.client.submit_form(PAGE, {"frist": DUE, **SURE}, form="frist").status_code == 422
        assert one(Meeting).due_at.day == 10

    return Scene(
        browser=hall.client,
        page=PAGE,
        form="frist",
        action="meeting.extend",
        typed={"frist": "2026-03-10T12:00"},
        words=("Verkürzen lässt sich die Frist danach nicht.",),
        holds=holds,
    )


def objection(stage: Stage) -> Scene:
    hall = stage.hall()
    circulate(hall)
    motion = propose(hall, hall.keys[0])

    def holds() -> None:
        vote_unasked(hall, "cleo", motion)
        assert (how_many(Ballot), one(Meeting).closed_at is None) == (0, False)
        assert 'id="umlauf"' not in hall.client.get(PAGE).text
        assert "Ben" in hall.client.get(PAGE).text

    return Scene(
        browser=hall.people["ben"],
        page=JURY,
        form="widerspruch",
        action="meeting.object",
        holds=holds,
        typed={"grund": "Das gehört an einen Tisch."},
        words=(
            "Ihr Widerspruch beendet es sofort",
            "nur noch in einer Sitzung abgestimmt",
            "Ihr Name steht im Ergebnisbericht",
        ),
    )


def _level(stage: Stage):
    """Two entries share rank 1, and the edition's rule is the lot; the page of their category in a running meeting."""
    edition = factories.make_edition(name="landespreis-1", phase=Phase.JUDGING)
    with write_session() as session:
        session.get_one(Edition, edition.id).tie_break = ["median", "lot"]
    jurors = [
        factories.make_juror(edition, f"{name}@jury.example", role=PanelRole.CHAIR if name == "ada" else PanelRole.MEMBER)
        for name in NAMES[:3]
    ]
    key = db.session.scalars(select(Category.key).where(Category.edition_id == edition.id).order_by(Category.position)).first()
    kim = stage.kim()
    for title, lead, points in (
        ("Archiv", factories.BOCHOLT, "8"),
        ("Bauhof", factories.AHAUS, "8"),
        ("Chor", factories.GRONAU, "5"),
    ):
        entry = factories.make_entry(
            edition, created_by=kim, status=EntryStatus.ADMITTED, category=key, title=title, lead_key=lead
        )
        for juror in jurors:
            factories.make_sheet(entry, juror, (points,) * 3)
    factories.set_phase(edition, Phase.DELIBERATION)
    browser = stage.organiser()
    assert browser.submit_form(PAGE, {}, form="sitzung", button="art=sitzung").status_code == 303
    return browser, f"{PAGE}/{key}"


def lot_announced(stage: Stage) -> Scene:
    browser, page = _level(stage)

    def holds() -> None:
        promised = one(Lot).commitment
        browser.post(f"{page}/los", data=_token(browser, PAGE) | SURE | {"idempotency_key": "k" * 22})
        assert (how_many(Lot), one(Lot).commitment) == (1, promised)

    return Scene(
        browser=browser,
        page=page,
        form="los-ankuendigen",
        action="lot.announce",
        holds=holds,
        words=("Für diese Beiträge gibt es nur dieses eine Los", "weder der Schlüssel ändern noch ein zweites ankündigen"),
    )


def lot_drawn(stage: Stage) -> Scene:
    browser, page = _level(stage)
    browser.submit_form(page, SURE, form="los-ankuendigen")

    def holds() -> None:
        drawn = one(Lot).entry_id
        fields = SURE | {"idempotency_key": "k" * 22, "words": "etwas anderes"}
        browser.post(f"{page}/los/ziehen", data=_token(browser, PAGE) | fields)
        assert (one(Lot).entry_id, one(Lot).words) == (drawn, "drei fünf eins")

    return Scene(
        browser=browser,
        page=page,
        form="los-ziehen",
        action="lot.draw",
        typed={"words": "drei fünf eins"},
        holds=holds,
        words=("Gezogen wird einmal: Worte und Ergebnis lassen sich danach nicht mehr ändern.",),
    )


SCENES: dict[str, Maker] = {
    "admin.propose_motion": put,
    "admin.record_votes": show_of_hands,
    "admin.count_motion": votes_at_their_devices,
    "jury.vote": own_vote,
    "admin.close_meeting": end_of_a_sitting,
    "admin.extend_circulation": more_time_in_writing,
    "jury.object_to_writing": objection,
    "admin.announce_lot": lot_announced,
    "admin.draw_lot": lot_drawn,
}
