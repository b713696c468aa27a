"""Passkeys in a real browser with an authenticator of its own: instead of a password, beside one, and for the seal."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page, expect

from ikz_award.demo.accounts import DEMO_PASSWORD, JURORS, ORGANISER
from tests.e2e.driver.browser import log_in
from tests.e2e.driver.patience import until
from tests.e2e.driver.person import Person
from tests.e2e.driver.server import Served, served

pytestmark = pytest.mark.browser
ROUND, NEW = "/verwaltung/runden/landespreis-2", "neu.dabei@verband.example"


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The application under a name: browsers make no passkeys for 127.0.0.1."""
    with served(tmp_path_factory.mktemp("instance"), host="localhost") as running:
        yield running
        assert "Every invariant holds" in running.award("check")


class Device:
    """What holds somebody's passkeys and asks who is there; `is_owner` False: a stranger's finger."""

    def __init__(self, person: Person, *, is_owner: bool = True) -> None:
        self.bus = person.page.context.new_cdp_session(person.page)
        self.bus.send("WebAuthn.enable")
        self.options = {
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
            "isUserVerified": is_owner, "automaticPresenceSimulation": True,
        }  # fmt: skip
        self.key = self._plugged_in()

    def _plugged_in(self) -> dict[str, str]:
        added = self.bus.send("WebAuthn.addVirtualAuthenticator", {"options": self.options})
        return {"authenticatorId": added["authenticatorId"]}

    def plug_in_again(self) -> None:
        """Out and in again, with the same passkeys: what a person does with a key that does not answer."""
        held = self.bus.send("WebAuthn.getCredentials", self.key)["credentials"]
        self.bus.send("WebAuthn.removeVirtualAuthenticator", self.key)
        self.key = self._plugged_in()
        for passkey in held:
            self.bus.send("WebAuthn.addCredential", self.key | {"credential": passkey})


def make_passkey(person: Person, name: str) -> None:
    person.fill("Name des Passkeys", name)
    person.page.get_by_role("button", name="Passkey einrichten").click()
    expect(person.page.locator("body")).to_contain_text(f"Der Passkey „{name}“ ist eingerichtet.")
    person.look()


def log_out(page: Page) -> None:
    page.locator("summary, button").filter(has_text=re.compile("Keller|Dabei|Sommer")).first.click()
    page.get_by_role("button", name="Abmelden").click()


def mail_to(page: Page, address: str, part: str) -> str:
    """The link with `part` in the newest mail to the address."""
    mails = page.get_by_role("row").filter(has_text=address).get_by_role("link")

    def arrived() -> bool:
        page.goto("/entwicklung/post")
        return mails.count() > 0

    until(page, arrived, what=f"a mail to {address}")
    page.goto(mails.first.get_attribute("href") or "")
    return page.locator(f'main a[href*="{part}"]').first.get_attribute("href") or ""


def show_passkey(page: Page, device: Device, button: str, answered: Callable[[], bool]) -> None:
    """Show the passkey; where the device did not answer, which it may not at once, plug it in and ask it again."""
    page.bring_to_front()
    page.get_by_role("button", name=button).click()
    again = page.locator("#passkey-again")
    for _ in range(5):
        until(page, lambda: answered() or again.is_visible(), what="an answer of the device")
        if answered():
            return
        device.plug_in_again()
        again.click()
    raise AssertionError("the device never answered")


def says(page: Page, text: str) -> Callable[[], bool]:
    return lambda: text in (page.text_content("body") or "")


def test_who_is_invited_sets_up_a_passkey_in_place_of_a_password(browser: Browser, named: Served) -> None:
    organiser, invited = Person(browser, named.url), Person(browser, named.url, axe=True)
    log_in(organiser.page, ORGANISER, DEMO_PASSWORD)
    organiser.go(f"{ROUND}/jury")
    form = organiser.page.locator("#mitglied")
    form.get_by_label("Name", exact=False).first.fill("Neu Dabei")
    form.get_by_label("E-Mail-Adresse").fill(NEW)
    form.get_by_label("Sitzt in der Jury für").fill("Verband der Neuen")
    organiser.activate(form.locator("button[type=submit]"))
    link = mail_to(organiser.page, NEW, "/konto/einladung/")

    device = Device(invited)
    invited.go(link)
    invited.press("Passkey einrichten")
    make_passkey(invited, "Tablet")
    # The link is used up.
    invited.go("/konto/passkeys")
    stranger = Person(browser, named.url)
    stranger.go(link)
    expect(stranger.page.locator("body")).to_contain_text("Dieser Link ist ungültig oder wurde schon benutzt.")

    # Logged in again, one is where one wanted to go.
    log_out(invited.page)
    invited.go("/konto/passkeys")
    assert "/konto/anmelden" in invited.page.url
    wanted = f"{named.url}/konto/passkeys"
    show_passkey(invited.page, device, "Mit Passkey anmelden", lambda: invited.page.url == wanted)
    invited.look()
    invited.go("/jury/")
    for person in (organiser, invited, stranger):
        person.leave()


def test_a_passkey_beside_the_password_is_removed_again(browser: Browser, named: Served) -> None:
    juror = Person(browser, named.url, axe=True)
    device = Device(juror)
    log_in(juror.page, JURORS[1].email, DEMO_PASSWORD)
    juror.go("/konto/")
    juror.follow("Passkeys")
    make_passkey(juror, "Diensthandy")
    # The owner hears of it.
    assert "Diensthandy" in mails_of(named, JURORS[1].email)
    # One device holds one passkey for an account: what is there already is not made a second time.
    juror.fill("Name des Passkeys", "Noch einer")
    juror.page.get_by_role("button", name="Passkey einrichten").click()
    expect(juror.page.get_by_role("alert")).to_contain_text("Das hat nicht geklappt.")
    expect(juror.page.get_by_role("button", name="Noch einmal versuchen")).to_be_focused()
    juror.go("/konto/passkeys")
    juror.press("Entfernen : Diensthandy")
    expect(juror.page.locator("body")).to_contain_text("Der Passkey „Diensthandy“ ist entfernt.")
    log_out(juror.page)
    juror.go("/konto/anmelden")
    show_passkey(juror.page, device, "Mit Passkey anmelden", says(juror.page, "Diesen Passkey kennen wir nicht."))
    juror.leave()


def mails_of(named: Served, address: str) -> str:
    with closing(sqlite3.connect(named.instance / "award.db")) as database:
        rows = database.execute("SELECT body FROM outgoing_mail WHERE recipient = ?", (address,)).fetchall()
    return "\n".join(body for (body,) in rows)


def test_the_chair_confirms_the_result_with_a_passkey_once(browser: Browser, named: Served) -> None:
    with closing(sqlite3.connect(named.instance / "award.db", isolation_level=None)) as database:
        database.execute("UPDATE edition SET phase = 'deliberation' WHERE slug = 'landespreis-1'")
        database.execute("UPDATE edition SET phase = 'decided' WHERE slug = 'landespreis-1'")
    chair, page = Person(browser, named.url, axe=True), "/jury/landespreis-1/siegel"
    device = Device(chair)
    log_in(chair.page, JURORS[0].email, DEMO_PASSWORD)
    chair.go("/konto/passkeys")
    make_passkey(chair, "Schlüssel")
    chair.go(page)
    chair.follow("Stattdessen mit Passkey ausweisen")
    show_passkey(chair.page, device, "Passkey benutzen", lambda: chair.page.url.endswith(page))
    chair.sees("Sie haben sich gerade mit Ihrem Passkey ausgewiesen")
    chair.tick("Ich habe die Entscheidungen geprüft")
    chair.press("Ergebnis bestätigen")
    chair.sees("Es fehlt noch: Kompetenzzentrum.")
    # It stood for one act: the next asks again.
    chair.press("Bestätigung zurücknehmen")
    expect(chair.field("Ihr Passwort")).to_be_visible()
    # A closed account stays closed, whatever key is shown.
    log_out(chair.page)
    with closing(sqlite3.connect(named.instance / "award.db", isolation_level=None)) as database:
        database.execute("UPDATE account SET active = 0 WHERE email = ?", (JURORS[0].email,))
    chair.go("/konto/anmelden")
    show_passkey(chair.page, device, "Mit Passkey anmelden", says(chair.page, "Dieses Konto ist gesperrt."))
    # Locked by nobody on record: `check` would name it.
    with closing(sqlite3.connect(named.instance / "award.db", isolation_level=None)) as database:
        database.execute("UPDATE account SET active = 1 WHERE email = ?", (JURORS[0].email,))
    chair.leave()


def test_a_strangers_finger_opens_nothing(browser: Browser, named: Served) -> None:
    stranger = Person(browser, named.url, axe=True)
    Device(stranger, is_owner=False)
    stranger.go("/konto/anmelden")
    stranger.page.get_by_role("button", name="Mit Passkey anmelden").click()
    expect(stranger.page.get_by_role("alert")).to_contain_text("Das hat nicht geklappt.")
    stranger.look()
    stranger.go("/jury/")
    assert "/konto/anmelden" in stranger.page.url
    stranger.leave()


def test_a_device_that_never_answers_can_be_asked_again(browser: Browser, named: Served) -> None:
    owner = Person(browser, named.url)
    # Neither yes nor no, and no limit of its own, as it was seen in a browser.
    owner.page.add_init_script(
        "navigator.credentials.get = ({signal}) => new Promise((_, no) => signal?.addEventListener('abort', no));"
    )
    owner.page.clock.install()
    owner.go("/konto/anmelden")
    owner.press("Mit Passkey anmelden")
    expect(owner.page.locator("#passkey-wait")).to_be_visible()
    owner.page.clock.fast_forward("01:10")
    expect(owner.page.get_by_role("button", name="Noch einmal versuchen")).to_be_focused()
    owner.leave()
