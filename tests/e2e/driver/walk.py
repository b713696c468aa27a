"""The first half of the path that README tells a newcomer to try: a municipality registers, writes, and hands in."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, expect

from ikz_award.demo.accounts import DEMO_PASSWORD
from tests.e2e.driver.patience import until
from tests.e2e.driver.person import Person
from tests.e2e.driver.server import Served

PASSWORD = "Kehrmaschine-teilen-lohnt"
EMAIL = "mara.lenz@coesfeld.example"
TITLE = "Ein Vergabeservice für Coesfeld und Nottuln"
CATEGORY = "Kommunale Pflichtaufgaben und Innere Verwaltung"
TEXTS = {
    "department": "Fachbereich 1 – Zentrale Dienste",
    "contact_name": "Mara Lenz",
    "contact_email": EMAIL,
    "contact_phone": "0221 4710 815",
    "title": TITLE,
    "summary": "Zwei Kommunen schreiben gemeinsam aus: eine Stelle, eine Plattform, ein Verfahren.",
    "occasion": "Beide Häuser hatten je eine halbe Stelle, die im Urlaub niemand vertrat.",
    "goal": "Vergaben rechtssicher und ohne Wartezeit abwickeln.",
    "implementation": "Die Stelle sitzt in Coesfeld und arbeitet für beide Räte; abgerechnet wird nach Verfahren.",
    "financing": "Umlage nach Zahl der Verfahren, zuletzt 48.000 € im Jahr.",
    "benefit": "Die Verfahren dauern im Mittel 31 statt 54 Tage.",
    "innovation": "Die Partner teilen sich auch die Haftung; das regelt ein Anhang zur Vereinbarung.",
    "sustainability": "Zwei weitere Gemeinden haben den Beitritt beschlossen.",
}


@dataclass(frozen=True)
class Ways:
    """How people go: with the keyboard alone, without JavaScript, and whether axe looks at each page."""

    keyboard: bool = False
    javascript: bool = True
    axe: bool = False


@dataclass
class EntryWalk:
    """The people, and what one leaves for the next."""

    application: Served
    browser: Browser
    ways: Ways
    folder: Path
    number: str = ""

    def person(self) -> Person:
        return Person(
            self.browser, self.application.url, keyboard=self.ways.keyboard, javascript=self.ways.javascript, axe=self.ways.axe
        )

    def log_in(self, email: str, password: str = DEMO_PASSWORD) -> Person:
        person = self.person()
        person.go("/konto/anmelden")
        person.fill("E-Mail", email)
        person.fill(person.page.get_by_label("Passwort", exact=True), password)
        person.press("Anmelden", within=person.page.locator("main"))
        person.page.wait_for_url(lambda url: "/konto/anmelden" not in url)
        person.look()
        return person

    # 1. A municipality's employee registers, confirms, and chooses the municipality.

    def register(self) -> None:
        person = self.person()
        person.go("/konto/registrieren")
        person.fill("Vor- und Nachname", "Mara Lenz")
        person.fill("E-Mail", EMAIL)
        person.fill(person.page.get_by_label("Passwort", exact=True), PASSWORD)
        person.tick(person.page.locator('main input[type="checkbox"][name="privacy"]'))
        person.press("Konto anlegen")
        self._confirm(person)
        person.leave()

    def _confirm(self, person: Person) -> None:
        """Read the mail on the development page, where it lands as soon as the worker has sent it."""
        mail = person.page.get_by_role("row").filter(has_text=EMAIL).get_by_role("link")

        def arrived() -> bool:
            person.go("/entwicklung/post")
            return mail.count() > 0

        until(person.page, arrived, what=f"a mail to {EMAIL}")
        person.activate(mail.first)
        link = person.page.locator('main a[href*="/konto/bestaetigen/"]')
        person.go(link.first.get_attribute("href") or "")
        person.press("E-Mail-Adresse bestätigen")

    def choose_municipality(self) -> Person:
        person = self.log_in(EMAIL, PASSWORD)
        person.go("/konto/kommune")
        field = person.page.locator('main input[name="body"]')
        self.pick(person, field, typed="coesf", name="Stadt Coesfeld", without_script="Stadt Coesfeld")
        person.press("Kommune wählen")
        return person

    def pick(self, person: Person, field: object, *, typed: str, name: str, without_script: str) -> None:
        """Choose from the register's suggestions, or type the name in full where there is no script."""
        if not self.ways.javascript:
            person.fill(field, without_script)
            return
        person.fill(field, "")
        field.press_sequentially(typed)
        option = person.page.get_by_role("option", name=name).first
        expect(option).to_be_visible()
        if self.ways.keyboard:
            options = person.page.get_by_role("option")
            for _ in range(options.count()):
                person.page.keyboard.press("ArrowDown")
                if option.get_attribute("aria-selected") == "true":
                    break
            person.page.keyboard.press("Enter")
        else:
            option.click()

    # 2. They write an entry and hand it in.

    def write_entry(self, person: Person) -> None:
        person.go("/bewerbung/neu")
        person.press("Entwurf anlegen")
        person.sees("Kommune und Kontakt")
        self._answer(person, "kontakt", "department", "contact_name", "contact_email", "contact_phone")
        self._project(person)
        self._partners(person)
        self._answer(person, "kriterien", "benefit", "innovation", "sustainability")
        self._attach(person)

    def step(self, person: Person, key: str) -> None:
        """Open a step from the task list."""
        entry = re.sub(r"/schritt/.*|#.*", "/", person.page.url)
        person.go(entry.rstrip("/") + f"/schritt/{key}")

    def _answer(self, person: Person, step: str, *keys: str) -> None:
        self.step(person, step)
        for key in keys:
            person.fill(self.question(person, key), TEXTS[key])
        person.press("Speichern und weiter")

    @staticmethod
    def question(person: Person, key: str) -> object:
        return person.page.locator(f'main [name$="{key}"]').first

    def _project(self, person: Person) -> None:
        self.step(person, "projekt")
        # Saved half-finished first: a draft may be incomplete.
        person.fill(self.question(person, "title"), TITLE)
        person.press("Speichern", within=person.page.locator("main"))
        self.step(person, "projekt")
        for key in ("summary", "occasion", "goal", "implementation", "financing"):
            person.fill(self.question(person, key), TEXTS[key])
        category = self.question(person, "category")
        if category.evaluate("element => element.tagName") == "SELECT":
            person.choose(category, CATEGORY)
        else:
            person.tick(person.page.get_by_label(CATEGORY))
        legal_form = self.question(person, "legal_form")
        if legal_form.evaluate("element => element.tagName") == "SELECT":
            person.choose(legal_form, "öffentlich-rechtliche Vereinbarung")
        else:
            person.tick(person.page.get_by_label("öffentlich-rechtliche Vereinbarung"))
        person.fill(self.question(person, "contract_date"), "01.03.2019")
        person.press("Speichern und weiter")

    def _partners(self, person: Person) -> None:
        self.step(person, "partner")
        register = person.page.locator("form#verzeichnis")
        self.pick(
            person,
            register.locator('input[name$="body_name"]'),
            typed="nottu",
            name="Gemeinde Nottuln",
            without_script="Nottuln",
        )
        person.press("Partner eintragen", within=register)
        person.sees("Gemeinde Nottuln")
        person.activate(person.page.locator("summary").filter(has_text="Partner ohne amtlichen Schlüssel"), leads_on=False)
        named = person.page.locator("form#mit-namen")
        person.fill(named.locator('input[name$="name"]').last, "Gemeente Winterswijk")
        person.choose(named.locator('select[name$="country"]'), "Niederlande")
        person.tick(named.get_by_label("Kommune oder Kommunalverband"))
        person.press("Partner eintragen", within=named)
        person.sees("Gemeente Winterswijk")

    def _attach(self, person: Person) -> None:
        self.step(person, "anlagen")
        form = person.page.locator("form#anhaengen")
        purpose = form.locator('select[name$="purpose"]')
        person.choose(purpose, purpose.locator("option").nth(1).inner_text().strip())
        person.upload(form.locator('input[type="file"]'), a_pdf(self.folder))
        button = form.get_by_role("button", name="Dateien anhängen")
        # A script sends the files from the page, one by one; without it the form leads on.
        person.activate(button, leads_on=not person.javascript)
        expect(person.page.locator("#anlagen")).to_contain_text("beschluss.pdf")

    def hand_in(self, person: Person) -> None:
        self.step(person, "pruefen")
        person.sees("Es fehlen nur noch die Erklärungen.")
        for box in person.page.locator('main form input[type="checkbox"]').all():
            person.tick(box)
        person.press("Beitrag einreichen")
        person.sees("Eingangsbestätigung")
        text = person.page.locator("main").inner_text()
        found = re.search(r"L2-\d{3}", text)
        assert found, text
        self.number = found.group()
        assert re.search(r"\d{1,2}\. \w+ \d{4}, \d{2}:\d{2}:\d{2} Uhr", text), text
        assert re.search(r"\b[0-9a-f]{64}\b", text), text
        person.leave()


def a_pdf(folder: Path) -> Path:
    """A small, true PDF."""
    import pikepdf

    path = folder / "beschluss.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(path)
    return path
