"""What municipalities and jurors do for themselves: hand in, give up, withdraw, throw away, leave, swear."""

from sqlalchemy import func, select

from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry, Submission
from ikz_award.models.jury.jury import ConfidentialityAcceptance
from tests import factories
from tests.architecture.irreversible.scene import How, Maker, Scene, Stage, fresh

CONSENTS = {f"q_{name}": "yes" for name in ("consent_rules", "consent_privacy", "consent_partners")}


class Own:
    """Kim's entry in an open edition, complete but for the declarations."""

    def __init__(self, stage: Stage) -> None:
        self.edition = factories.make_edition()
        self.account = stage.kim()
        self.entry = factories.make_entry(self.edition, created_by=self.account, contact_phone="02871 953-0")
        self.browser = stage.log_in(self.account)
        self.url = f"/bewerbung/{factories.value_of(Entry, self.entry, 'public_id')}"

    def hand_in(self) -> None:
        answer = self.browser.submit_form(f"{self.url}/schritt/pruefen", CONSENTS, form="einreichen")
        assert (answer.status_code, fresh(self.entry).status) == (303, EntryStatus.SUBMITTED)


def handed_in(stage: Stage) -> Scene:
    own = Own(stage)

    def holds() -> None:
        assert fresh(own.entry).status is EntryStatus.SUBMITTED
        assert db.session.scalar(select(func.count()).select_from(Submission)) == 1
        # Nothing of it is changed, but by opening it for changes.
        assert "q_title" not in own.browser.get(f"{own.url}/schritt/projekt").text
        assert "Beitrag noch einmal ändern" in own.browser.get(f"{own.url}/").text

    return Scene(
        browser=own.browser,
        page=f"{own.url}/schritt/pruefen",
        form="einreichen",
        action="entry.submit",
        tick=CONSENTS,
        words=("Es gilt der Zeitpunkt, zu dem Ihre Einreichung auf unserem Server eingeht, nach dessen Uhr",),
        holds=holds,
    )


def changes_given_up(stage: Stage) -> Scene:
    own = Own(stage)
    own.hand_in()
    own.browser.submit_form(f"{own.url}/", {}, form="aendern")
    own.browser.submit_form(f"{own.url}/schritt/projekt", {"q_title": "Ein anderer Titel"}, form="projekt")

    def holds() -> None:
        assert fresh(own.entry).title == "Gemeinsame Vergabestelle"
        assert "Ein anderer Titel" in own.browser.get(f"{own.url}/schritt/projekt/verlauf").text

    return Scene(
        browser=own.browser,
        page=f"{own.url}/aenderungen-verwerfen",
        form="aenderungen-verwerfen",
        how=How.PAGE,
        action="entry.end_amending",
        holds=holds,
        words=("stehen danach wieder so, wie sie am", "bleiben in den früheren Fassungen der Schritte lesbar"),
    )


def withdrawn(stage: Stage) -> Scene:
    own = Own(stage)
    own.hand_in()
    organiser = stage.organiser()

    def holds() -> None:
        assert fresh(own.entry).status is EntryStatus.WITHDRAWN
        assert own.browser.get(f"{own.url}/zurueckziehen").status_code == 403
        page = organiser.get(f"/verwaltung/runden/landespreis-2/beitraege/{own.entry.public_id}").text
        assert "es gibt nichts zu entscheiden" in page

    return Scene(
        browser=own.browser,
        page=f"{own.url}/zurueckziehen",
        form="zurueckziehen",
        how=How.PAGE,
        action="entry.withdraw",
        typed={"reason": "Der Rat hat anders entschieden."},
        holds=holds,
        words=("nimmt danach nicht mehr am Wettbewerb teil", "Das lässt sich nicht rückgängig machen."),
    )


def thrown_away(stage: Stage) -> Scene:
    own = Own(stage)

    def holds() -> None:
        assert own.browser.get(f"{own.url}/").status_code == 404
        db.session.rollback()
        assert db.session.scalar(select(func.count()).select_from(Entry)) == 0

    return Scene(
        browser=own.browser,
        page=f"{own.url}/verwerfen",
        form="verwerfen",
        how=How.PAGE,
        action="entry.discard",
        holds=holds,
        words=("Alle Texte, Partner und Anlagen", "Das lässt sich nicht rückgängig machen."),
    )


def left(stage: Stage) -> Scene:
    own = Own(stage)

    def holds() -> None:
        assert own.browser.get(f"{own.url}/").status_code == 404
        assert fresh(own.entry).lead_key == factories.BOCHOLT

    return Scene(
        browser=own.browser,
        page=f"/konto/kommune/verlassen?kommune={factories.BOCHOLT}",
        form="verlassen",
        how=How.PAGE,
        action="membership.leave",
        holds=holds,
        words=("Sie sehen und bearbeiten die Beiträge", "dann nicht mehr", "Was eingetragen ist, bleibt der Kommune."),
    )


def sworn(stage: Stage) -> Scene:
    edition = factories.make_edition(phase=Phase.JUDGING)
    factories.make_entry(edition, created_by=stage.kim(), status=EntryStatus.ADMITTED)
    browser = stage.log_in(factories.make_juror(edition, "ada@jury.example", has_accepted=False))

    def holds() -> None:
        page = browser.get("/jury/landespreis-2/verschwiegenheit").text
        assert "Sie haben diese Erklärung abgegeben." in page
        assert "<form" not in page.partition("<main")[2]
        db.session.rollback()
        assert db.session.scalar(select(func.count()).select_from(ConfidentialityAcceptance)) == 1
        assert browser.get("/jury/landespreis-2/beitraege").status_code == 200

    return Scene(
        browser=browser,
        page="/jury/landespreis-2/verschwiegenheit",
        form="verschwiegenheit",
        action="confidentiality.accept",
        tick={"accepted": "y"},
        holds=holds,
        words=("Ihre Erklärung gilt, sobald Sie sie abgeben", "zurücknehmen lässt sie sich nicht"),
    )


SCENES: dict[str, Maker] = {
    "applicants.submit": handed_in,
    "applicants.end_amending": changes_given_up,
    "applicants.withdraw": withdrawn,
    "applicants.discard": thrown_away,
    "accounts.leave_body": left,
    "jury.accept_confidentiality": sworn,
}
