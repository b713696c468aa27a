"""The second half of the path: screening, scoring, decision, report, publication."""

from fractions import Fraction
from pathlib import Path

from playwright.sync_api import expect

from ikz_award.demo.accounts import DEMO_PASSWORD, JURORS, ORGANISER
from tests.e2e.driver.person import Person
from tests.e2e.driver.walk import CATEGORY, TITLE, EntryWalk

EDITION = "landespreis-2"
ROUND = f"/verwaltung/runden/{EDITION}"
# Juror → points on the three criteria, weighted 40/30/30.
POINTS = {JURORS[1]: (9, 8, 7), JURORS[3]: (8, 7, 9)}
CRITERIA = ("benefit", "innovation", "sustainability")
MEAN = (
    sum(
        (
            weight * Fraction(sum(points[index] for points in POINTS.values()), len(POINTS))
            for index, weight in enumerate((40, 30, 30))
        ),
        Fraction(0),
    )
    / 100
)
REASON = "Der Nutzen ist belegt, die Regelung der Haftung neu und übertragbar."


class Walk(EntryWalk):
    """The whole path."""

    def walk(self) -> Path:
        """All of it; the downloaded result report."""
        self.register()
        person = self.choose_municipality()
        self.write_entry(person)
        self.hand_in(person)
        organiser = self.log_in(ORGANISER)
        self.admit(organiser)
        self.open_scoring(organiser)
        for juror, points in POINTS.items():
            self.score(juror.email, points)
        self.close_scoring(organiser)
        self.hold_vote(organiser)
        self.decide(organiser)
        self.seal(organiser)
        report = self.make_report(organiser)
        self.publish(organiser)
        organiser.leave()
        self.read_result()
        return report

    # 3. The organiser checks and admits.

    def admit(self, organiser: Person) -> None:
        organiser.go(f"{ROUND}/beitraege")
        organiser.follow(TITLE)
        organiser.sees(self.number)
        organiser.press("Automatisch Erfülltes übernehmen")
        if organiser.page.get_by_role("button", name="Zulassen").count() == 0:
            organiser.go(f"{ROUND}/beitraege")
            organiser.follow(TITLE)
        organiser.press("Zulassen")
        organiser.go(f"{ROUND}/beitraege")
        expect(organiser.page.get_by_role("row").filter(has_text=TITLE)).to_contain_text("Zugelassen")

    def open_scoring(self, organiser: Person) -> None:
        self._step(organiser, "vorpruefung", reason="Für die Vorführung wird die Bewerbungsphase vorzeitig geschlossen.")
        self._step(organiser, "bewertung")

    def _step(self, organiser: Person, target: str, *, reason: str = "") -> None:
        organiser.go(f"{ROUND}/schritt/{target}")
        form = organiser.page.locator("main form.ikz-form")
        if reason:
            organiser.fill(form.locator("textarea"), reason)
        for box in form.locator('input[type="checkbox"]').all():
            organiser.tick(box)
        organiser.activate(form.locator('button[type="submit"]').first)
        expect(organiser.page).not_to_have_url(f"{self.application.url}{ROUND}/schritt/{target}")

    # 4. Jurors give the declaration, read, score, submit.

    def score(self, email: str, points: tuple[int, int, int]) -> None:
        juror = self.log_in(email)
        self._swear(juror)
        juror.go(f"/jury/{EDITION}/beitraege")
        juror.follow(TITLE)
        for criterion, value in zip(CRITERIA, points, strict=True):
            block = juror.page.locator(f"#kriterium-{criterion}")
            juror.tick(block.locator(f'input[type="radio"][value="{value}"]'))
            juror.fill(block.locator("textarea"), f"{REASON} ({value})")
        juror.press("Bogen abgeben")
        juror.sees("Abgegeben")
        juror.leave()

    def _swear(self, juror: Person) -> None:
        juror.go(f"/jury/{EDITION}/beitraege")
        juror.tick(juror.page.locator('main form input[type="checkbox"]'))
        juror.press("Erklärung abgeben")

    # 5. The organiser closes, looks at the ranking, records the winner, has the report made, publishes.

    def close_scoring(self, organiser: Person) -> None:
        self._step(organiser, "beratung")
        organiser.go(f"{ROUND}/rangfolge/pflichtaufgaben")
        organiser.sees(TITLE)
        organiser.sees(german(MEAN))

    def hold_vote(self, organiser: Person) -> None:
        """The jury meets and votes on the first place: without a vote nothing is decided in this edition."""
        organiser.go(f"{ROUND}/sitzung")
        organiser.press("Sitzung eröffnen")
        for box in organiser.page.locator('main input[name="anwesend"]').all():
            organiser.tick(box)
        organiser.press("Anwesenheit vermerken")
        organiser.go(f"{ROUND}/sitzung/pflichtaufgaben")
        entry = organiser.page.locator("#entry")
        organiser.choose(entry, entry.locator("option").filter(has_text=TITLE).first.inner_text().strip())
        organiser.press_surely("Zur Abstimmung stellen")
        for member in organiser.page.locator("fieldset.ikz-vote").all():
            organiser.tick(member.get_by_label("Ja"))
        organiser.press_surely("Schließen und zählen")
        organiser.sees("5 ja, 0 nein")
        organiser.go(f"{ROUND}/sitzung")
        organiser.press_surely("Sitzung beenden")

    def decide(self, organiser: Person) -> None:
        organiser.go(f"{ROUND}/entscheidung/pflichtaufgaben")
        winner = organiser.page.locator('main [name$="winner"]')
        if winner.first.evaluate("element => element.tagName") == "SELECT":
            option = winner.locator("option").filter(has_text=TITLE).first.inner_text().strip()
            organiser.choose(winner, option)
        else:
            organiser.tick(organiser.page.get_by_label(TITLE))
        organiser.fill(organiser.page.locator('main textarea[name$="reason"]'), REASON)
        organiser.fill(
            organiser.page.locator('main textarea[name$="public_text"]'), "Ausgezeichnet für geteilte Verantwortung."
        )
        organiser.press("Entscheidung festhalten")
        self._step(organiser, "entschieden")

    def seal(self, organiser: Person) -> None:
        """Two people confirm with their passwords; after the second one the result is sealed."""
        organiser.go(f"{ROUND}/siegel")
        self._confirm_seal(organiser)
        organiser.sees("Es fehlt noch die andere Person.")
        chair = self.log_in(JURORS[0].email)
        self._swear(chair)
        chair.go(f"/jury/{EDITION}/siegel")
        self._confirm_seal(chair)
        chair.sees("Das Ergebnis ist besiegelt.")
        chair.leave()

    def _confirm_seal(self, person: Person) -> None:
        person.tick(person.page.locator('main input[name="is_checked"]'))
        person.fill(person.page.locator('main input[name="password"]'), DEMO_PASSWORD)
        person.press("Ergebnis bestätigen")

    def make_report(self, organiser: Person) -> Path:
        organiser.go(f"{ROUND}/bericht")
        organiser.press("Ergebnisbericht erstellen")
        link = organiser.page.get_by_role("link", name="herunterladen").or_(
            organiser.page.get_by_role("link", name="Herunterladen")
        )
        # The page follows the job by itself: with htmx, or by asking again where there is no script.
        expect(link.first).to_be_visible()
        organiser.look()
        with organiser.page.expect_download() as download:
            if organiser.keyboard:
                link.first.press("Enter")
            else:
                link.first.click()
        path = self.folder / "bericht.pdf"
        download.value.save_as(path)
        return path

    def publish(self, organiser: Person) -> None:
        anyone = self.person()
        assert anyone.page.goto(f"/preistraeger/{EDITION}").status == 404
        anyone.leave()
        self._step(organiser, "veroeffentlicht")

    # 6. The public page shows the winner.

    def read_result(self) -> None:
        anyone = self.person()
        anyone.go(f"/preistraeger/{EDITION}")
        anyone.sees(TITLE)
        anyone.sees(CATEGORY)
        anyone.sees("10.000 €")
        assert REASON not in anyone.page.content()
        anyone.leave()


def german(value: Fraction) -> str:
    """`8,20`, of a value with at most two decimals."""
    hundredths = value * 100
    assert hundredths.denominator == 1
    return f"{hundredths.numerator // 100},{hundredths.numerator % 100:02d}"
