"""What the organiser does outside of the meeting: screening, sheets, deadlines, people, money, publication, the seal."""

from sqlalchemy import func, select, update

from ikz_award.domain.people.bodies import ProposalState
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus
from ikz_award.extensions import db
from ikz_award.models.decision.decisions import Decision
from ikz_award.models.decision.discussion import ComparisonOpening
from ikz_award.models.decision.prize import PrizeShare
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import ScoreSheet
from ikz_award.models.people.accounts import Membership, MembershipStatus
from ikz_award.models.people.bodies import ProposedBody
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.models.seal.seal import SealConfirmation
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.architecture.irreversible.scene import How, Maker, Scene, Stage, fresh
from tests.client import PASSWORD
from tests.factories import NOW

ROUND = "/verwaltung/runden/landespreis-2"
REASON = "Es fehlt die Vereinbarung; bitte reichen Sie sie nach."
IBAN = "DE89 3704 0044 0532 0130 00"


def mails_to(address: str) -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(OutgoingMail).where(OutgoingMail.recipient == address)) or 0


def an_entry(stage: Stage, *, phase: Phase, status: EntryStatus = EntryStatus.SUBMITTED):
    """Kim's, the edition in `phase`; Kim's browser comes with it."""
    edition = factories.make_edition()
    kim = stage.kim()
    entry = factories.make_entry(edition, created_by=kim, status=status)
    factories.set_phase(edition, phase)
    return edition, entry, stage.log_in(kim)


def asked_for_more(stage: Stage) -> Scene:
    _edition, entry, _kim = an_entry(stage, phase=Phase.SCREENING)

    def holds() -> None:
        assert fresh(entry).status is EntryStatus.RETURNED
        assert mails_to("kim.beispiel@bocholt.example") == 1

    return Scene(
        browser=stage.organiser(),
        page=f"{ROUND}/beitraege/{entry.public_id}/nachfordern",
        how=How.PAGE,
        action="entry.return",
        typed={"reason": REASON},
        holds=holds,
        words=("wieder geöffnet", "gehen per E-Mail an die Kommune", "die bisherige Fassung bleibt erhalten"),
    )


def excluded(stage: Stage) -> Scene:
    _edition, entry, kim = an_entry(stage, phase=Phase.SCREENING)
    organiser = stage.organiser()
    page = f"{ROUND}/beitraege/{entry.public_id}"

    def holds() -> None:
        assert mails_to("kim.beispiel@bocholt.example") == 1
        assert kim.get(f"/bewerbung/{entry.public_id}/schritt/projekt").text.count("<textarea") == 0
        assert "zuruecknehmen" in organiser.get(page).text
        factories.set_phase(_edition, Phase.JUDGING)
        assert 'value="zuruecknehmen"' not in organiser.get(page).text

    return Scene(
        browser=organiser,
        page=f"{page}/ausschliessen",
        how=How.PAGE,
        action="entry.exclude",
        typed={"reason": REASON, "grounds": ["#other"]},
        holds=holds,
        words=("erfährt den Ausschluss", "Bis zum Beginn der Bewertung können Sie den Ausschluss zurücknehmen."),
    )


def screened_again(stage: Stage) -> Scene:
    _edition, entry, _kim = an_entry(stage, phase=Phase.SCREENING, status=EntryStatus.EXCLUDED)

    def holds() -> None:
        assert fresh(entry).status is EntryStatus.SUBMITTED
        assert mails_to("kim.beispiel@bocholt.example") == 1

    return Scene(
        browser=stage.organiser(),
        page=f"{ROUND}/beitraege/{entry.public_id}/zuruecknehmen",
        form="zuruecknehmen",
        how=How.PAGE,
        action="entry.reopen_screening",
        holds=holds,
        words=("Danach ist er wieder eingereicht und ungeprüft", "erfährt per E-Mail, dass der Beitrag erneut geprüft wird"),
    )


def sheet_reopened(stage: Stage) -> Scene:
    edition, entry, _kim = an_entry(stage, phase=Phase.JUDGING, status=EntryStatus.ADMITTED)
    ada = factories.make_juror(edition, "ada@jury.example")
    sheet = factories.make_sheet(entry, ada, ("5", "5", "5"))
    seat = factories.value_of(ScoreSheet, sheet, "juror_id")

    def holds() -> None:
        assert fresh(sheet).status is SheetStatus.DRAFT
        assert mails_to("ada@jury.example") == 1

    return Scene(
        browser=stage.organiser(),
        page=f"{ROUND}/bewertungsstand/{seat}/bogen/{entry.public_id}",
        how=How.PAGE,
        action="jury.reopen_sheet",
        typed={"reason": "Es wurde der falsche Beitrag bewertet."},
        holds=holds,
        words=(
            "wieder zum Entwurf und zählt nicht",
            "abgegebene Fassung bleibt im Verlauf des Bogens erhalten",
            "das Jurymitglied wird benachrichtigt",
        ),
    )


def more_time(stage: Stage) -> Scene:
    edition = factories.make_edition()
    organiser = stage.organiser()
    reason = "Der Server war am Nachmittag zwei Stunden nicht erreichbar."

    def holds() -> None:
        shorter = {"until": "2026-03-19T23:59", "reason": reason, "sicher": "ja"}
        assert organiser.submit_form(f"{ROUND}/frist", shorter, form="frist").status_code == 422
        assert fresh(edition).deadline_at.day == 20
        assert reason in organiser.get("/wettbewerb/landespreis-2").text

    return Scene(
        browser=organiser,
        page=f"{ROUND}/frist",
        form="frist",
        action="edition.extend_deadline",
        typed={"until": "2026-03-20T23:59", "reason": reason},
        holds=holds,
        words=("steht mit ihrer Begründung auf der öffentlichen Seite", "Verkürzen lässt sich eine Frist nicht."),
    )


def comparison_opened(stage: Stage) -> Scene:
    hall = stage.hall()

    def holds() -> None:
        db.session.rollback()
        assert db.session.scalar(select(func.count()).select_from(ComparisonOpening)) == 1
        page = hall.people["ada"].get("/jury/landespreis-1/vergleich").text
        assert f"Erster {hall.keys[0]}" in page
        assert 'id="sicher"' not in hall.client.get("/verwaltung/runden/landespreis-1/vergleich").text

    return Scene(
        browser=hall.client,
        page="/verwaltung/runden/landespreis-1/vergleich",
        form="vergleich",
        action="comparison.open",
        holds=holds,
        words=("Jedes Mitglied sieht dann", "Was gesehen ist, lässt sich nicht zurückholen"),
    )


def remarks_released(stage: Stage) -> Scene:
    edition, entry, kim = an_entry(stage, phase=Phase.JUDGING, status=EntryStatus.ADMITTED)
    sheet = factories.make_sheet(entry, factories.make_juror(edition, "ada@jury.example"), ("5", "5", "5"))
    with write_session() as session:
        session.execute(update(ScoreSheet).where(ScoreSheet.id == sheet.id).values(published_remark="Klug gedacht."))
    factories.set_phase(edition, Phase.PUBLISHED)
    organiser = stage.organiser()

    def holds() -> None:
        assert "Klug gedacht." in kim.get(f"/bewerbung/{entry.public_id}/").text
        assert mails_to("kim@bocholt.example") == 1
        assert "<form" not in organiser.get(f"{ROUND}/rueckmeldungen").text.partition("<main")[2]

    return Scene(
        browser=organiser,
        page=f"{ROUND}/rueckmeldungen",
        form="rueckmeldungen",
        action="remarks.release",
        holds=holds,
        words=("auf den Seiten der Beiträge", "die Kommunen bekommen eine Nachricht", "Zurücknehmen lässt sich das nicht."),
    )


def payments_cleared(stage: Stage) -> Scene:
    edition, entry, kim = an_entry(stage, phase=Phase.DELIBERATION, status=EntryStatus.ADMITTED)
    with write_session() as session:
        category = session.get_one(Entry, entry.id).category_id
        session.add(
            Decision(category_id=category, entry_id=entry.id, reason="Gut.", decided_by=entry.created_by, decided_at=NOW)
        )
    factories.set_phase(edition, Phase.PUBLISHED)
    page = f"/bewerbung/{entry.public_id}/preisgeld"
    stated = {"amount-lead": "10.000", "holder-lead": "Stadtkasse", "iban-lead": IBAN}
    assert kim.submit_form(page, stated, form="preisgeld").status_code == 303

    def holds() -> None:
        db.session.rollback()
        assert set(db.session.scalars(select(PrizeShare.iban))) == {""}
        assert 'name="iban-lead"' not in kim.get(page).text

    return Scene(
        browser=stage.organiser(),
        page=f"{ROUND}/preisgeld/loeschen",
        form="loeschen",
        how=How.PAGE,
        action="prize.clear",
        holds=holds,
        words=("Das lässt sich nicht zurücknehmen", "diese Preisträger können keine neuen Angaben machen"),
    )


def membership_refused(stage: Stage) -> Scene:
    robin = factories.make_account("robin@ahaus.example")
    with write_session() as session:
        row = Membership(account_id=robin.id, body_key=factories.AHAUS, status=MembershipStatus.PENDING, created_at=NOW)
        session.add(row)
        session.flush()
        membership = row.id

    def holds() -> None:
        db.session.rollback()
        assert db.session.get(Membership, membership) is None
        assert mails_to("robin@ahaus.example") == 1
        # „Sie kann später erneut anfragen.“
        assert 'name="body"' in stage.log_in(robin).get("/konto/kommune").text

    return Scene(
        browser=stage.organiser(),
        page=f"/verwaltung/zugehoerigkeiten/{membership}/ablehnen",
        how=How.PAGE,
        action="membership.reject",
        typed={"reason": "Sie arbeiten dort nicht."},
        holds=holds,
        words=("Die Anfrage wird gelöscht", "per E-Mail benachrichtigt", "Sie kann später erneut anfragen."),
    )


def _body(stage: Stage, form: str, action: str, state: ProposalState, words: tuple[str, ...], **typed: str) -> Scene:
    proposal = factories.make_proposal(factories.make_account("inga@zv.example"))
    organiser = stage.organiser()

    def holds() -> None:
        db.session.rollback()
        row = db.session.get_one(ProposedBody, proposal)
        assert (row.state, mails_to("inga@zv.example")) == (state, 1)
        # Decided once: there is no page to decide it otherwise.
        assert organiser.get(f"/verwaltung/organisationen/{proposal}").status_code == 404
        if state is not ProposalState.REJECTED:
            assert db.session.scalars(select(Membership.body_key)).one() == row.body_key

    return Scene(
        browser=organiser,
        page=f"/verwaltung/organisationen/{proposal}",
        form=form,
        action=action,
        typed=typed,
        words=words,
        holds=holds,
    )


def body_confirmed(stage: Stage) -> Scene:
    words = ("bekommt einen Schlüssel und steht danach im Verzeichnis", "Zurücknehmen lässt sich das nicht.")
    return _body(stage, "bestaetigen", "body.confirm", ProposalState.CONFIRMED, words)


def body_merged(stage: Stage) -> Scene:
    words = ("Die Person gehört dann zu diesem Eintrag", "Die Person erhält eine E-Mail. Zurücknehmen lässt sich das nicht.")
    return _body(stage, "zuordnen", "body.merge", ProposalState.MERGED, words, body="Kreis Borken")


def body_rejected(stage: Stage) -> Scene:
    words = ("liest Ihre Begründung in einer E-Mail", "lassen sich nicht mehr bestätigen")
    return _body(stage, "ablehnen", "body.reject", ProposalState.REJECTED, words, reason="Bitte wählen Sie den Kreis Borken.")


def _seal(stage: Stage, who: str) -> Scene:
    edition = factories.make_edition(phase=Phase.DECIDED)
    chair = stage.log_in(factories.make_juror(edition, "vera@jury.example", role=PanelRole.CHAIR))
    people = {"organiser": (stage.organiser(), f"{ROUND}/siegel"), "chair": (chair, "/jury/landespreis-2/siegel")}
    browser, page = people.pop(who)
    [(other, other_page)] = people.values()

    def holds() -> None:
        db.session.rollback()
        assert db.session.scalar(select(func.count()).select_from(SealConfirmation)) == 1
        # „Erst mit der zweiten Bestätigung geschieht etwas.“
        assert "Das Ergebnis ist besiegelt." not in browser.get(page).text
        assert other.submit_form(other_page, {"is_checked": "y", "password": PASSWORD}).status_code == 303
        assert "Das Ergebnis ist besiegelt." in browser.get(page).text

    return Scene(
        browser=browser,
        page=page,
        action="seal.seal",
        typed={"password": PASSWORD},
        tick={"is_checked": "y"},
        holds=holds,
        words=("Zwei Personen bestätigen", "Erst mit der zweiten Bestätigung geschieht etwas."),
    )


def step_taken(stage: Stage) -> Scene:
    """One of the steps; what each says is read in tests/architecture/test_irreversible.py."""
    edition = factories.make_edition(phase=Phase.PREPARATION)

    def holds() -> None:
        assert fresh(edition).phase is Phase.OPEN

    return Scene(
        browser=stage.organiser(),
        page=f"{ROUND}/schritt/offen",
        how=How.PAGE,
        action="edition.change_phase",
        words=("Zurücknehmen lässt sich das, solange noch niemand einen Beitrag begonnen hat.",),
        holds=holds,
    )


SCENES: dict[str, Maker] = {
    "admin.return_entry": asked_for_more,
    "admin.exclude": excluded,
    "admin.reopen": screened_again,
    "admin.reopen_sheet_of_juror": sheet_reopened,
    "admin.save_deadline": more_time,
    "admin.open_the_comparison": comparison_opened,
    "admin.release_all_remarks": remarks_released,
    "admin.clear_payments": payments_cleared,
    "admin.reject_membership": membership_refused,
    "admin.confirm_body": body_confirmed,
    "admin.merge_body": body_merged,
    "admin.reject_body": body_rejected,
    "admin.confirm_seal": lambda stage: _seal(stage, "organiser"),
    "jury.confirm_seal": lambda stage: _seal(stage, "chair"),
    "admin.take_step": step_taken,
}
