"""Files on their way through a browser: sent, chosen where they would change, read, handed in, admitted, packed for a juror."""

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.client import PASSWORD
from tests.e2e.cases.table import Becomes, Sent
from tests.e2e.driver.person import Person
from tests.e2e.driver.walk_result import EDITION, ROUND, Walk

APPLICANT, ORGANISER, JUROR = "kim@bocholt.example", "admin@nrw.example", "ada@jury.example"


@dataclass
class Handed:
    """An entry with its files; what is found on the way, by the name of the file.

    `kept`: the bytes as whoever sent them gets them back; `number`: as the receipt has it.
    """

    address: str
    title: str
    files: Sequence[Sent]
    number: str = ""
    kept: dict[str, bytes] = field(default_factory=dict)
    small: dict[str, bytes] = field(default_factory=dict)

    @property
    def kept_files(self) -> list[Sent]:
        return [one for one in self.files if one.is_kept]


class CaseWalk(Walk):
    """One person a role; every page is a page of the browser."""

    def send(self, kim: Person, entry: Handed) -> None:
        """All files of the entry at once; what would change waits, and is looked at before it is chosen."""
        kim.go(f"{entry.address}/schritt/anlagen")
        form = kim.page.locator("form#anhaengen")
        form.locator("select").select_option(index=1)
        paths = [self._on_disk(one) for one in entry.files]
        form.locator("input[type=file]").set_input_files(paths)
        form.get_by_role("button", name="Dateien anhängen").click()
        becomes = [one.expected.becomes for one in entry.files]
        held = becomes.count(Becomes.ALTERED)
        done = len(entry.kept_files) - held
        waits = f" Auf Ihre Entscheidung warten: {held}." if held else ""
        expect(form.locator("[data-upload-status]")).to_have_text(
            f"{done} von {len(entry.files)} Dateien sind angehängt.{waits}"
        )
        for one in entry.files:
            line = form.locator(".ikz-upload", has_text=one.name)
            if one.expected.becomes is Becomes.REFUSED:
                expect(line).to_contain_text(one.expected.says)
            elif one.expected.becomes is Becomes.ALTERED:
                expect(line).to_contain_text("noch nicht angehängt")
        self._choose(kim, [one for one in entry.files if one.expected.becomes is Becomes.ALTERED])
        self._look_at_attached(kim, entry)

    def _on_disk(self, one: Sent) -> Path:
        folder = self.folder / "sent"
        folder.mkdir(exist_ok=True)
        (folder / one.name).write_bytes(one.data)
        return folder / one.name

    def _choose(self, kim: Person, altered: Sequence[Sent]) -> None:
        panel = kim.page.locator(".ikz-held")
        expect(panel).to_have_count(1 if altered else 0)
        for one in altered:
            row = panel.locator("li.ikz-held__file", has_text=one.name)
            expect(row).to_contain_text(one.expected.says)
            shown = got(kim, row.get_by_role("link", name="Ansehen, wie sie angehängt würde").get_attribute("href"))
            assert shown != one.data
            kim.press(f"So anhängen: {one.name}")
        expect(panel).to_have_count(0)

    def _look_at_attached(self, kim: Person, entry: Handed) -> None:
        """The list of attachments: names, words, small pictures; and each file as it comes back."""
        kim.go(f"{entry.address}/schritt/anlagen")
        rows = kim.page.locator("#anlagen tr", has=kim.page.locator(".ikz-attachment"))
        expect(rows).to_have_count(len(entry.kept_files))
        for one in entry.kept_files:
            row = rows.filter(has_text=one.name)
            expect(row).to_contain_text(one.expected.says)
            check_altered(row, one)
            entry.kept[one.name] = got(kim, row.locator(".ikz-attachment__words > a").first.get_attribute("href"))
            if one.is_in_pack:
                entry.small[one.name] = self._small_picture(kim, row)
                look = row.get_by_role("link", name="Ansehen").get_attribute("href")
                assert got(kim, look) == entry.kept[one.name]

    @staticmethod
    def _small_picture(kim: Person, row: Locator) -> bytes:
        picture = row.locator("img")
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", True)
        assert picture.evaluate("picture => picture.naturalWidth") > 0
        return got(kim, picture.get_attribute("src"))

    def hand_in_files(self, kim: Person, entry: Handed) -> None:
        """The preview, the declarations, the receipt on the screen and as PDF."""
        kim.go(f"{entry.address}/ansicht")
        self._names_and_alterations(kim, entry)
        kim.go(f"{entry.address}/schritt/pruefen")
        for box in kim.page.locator('main form input[type="checkbox"]').all():
            kim.tick(box)
        kim.press("Beitrag einreichen")
        heading = kim.page.locator("h1")
        expect(heading).to_contain_text("Eingangsbestätigung")
        found = re.search(r"L2-\d{3}", heading.inner_text())
        assert found, kim.page.locator("main").inner_text()
        entry.number = found.group()
        for one in entry.kept_files:
            row = kim.page.locator("main table tr", has=kim.page.get_by_role("rowheader", name=one.name))
            check_hashes(row.inner_text(), one, entry)
            check_altered(row, one)
        receipt = self.downloaded(kim, "herunterladen", f"{entry.number}.pdf")
        for one in entry.kept_files:
            check_hashes("".join(printed(receipt).split()), one, entry)
            assert "".join(one.expected.says.split()) in "".join(printed(receipt).split()) or not is_told(one)

    def _names_and_alterations(self, person: Person, entry: Handed) -> None:
        """A page that lists the entry's files: each that is kept, with what was altered, and none that was refused."""
        text = person.page.locator("main").inner_text()
        for one in entry.files:
            assert (one.name in text) == one.is_kept, (one.name, person.page.url)
            assert not is_told(one) or f"Beim Hochladen verändert: {one.expected.says}" in text, (one.name, person.page.url)

    def take_in(self, organiser: Person, entry: Handed) -> None:
        """The organiser reads what was sent, admits it, and takes everything away as one archive."""
        organiser.go(f"{ROUND}/beitraege")
        organiser.follow(entry.title)
        self._names_and_alterations(organiser, entry)
        for one in entry.kept_files:
            link = organiser.page.locator("ul.ikz-files").get_by_role("link", name=one.name, exact=True)
            assert got(organiser, link.get_attribute("href")) == entry.kept[one.name]
        with zipfile.ZipFile(io.BytesIO(got(organiser, f"{entry.address}/alles.zip"))) as archive:
            inside = {Path(name).name.partition("-")[2]: name for name in archive.namelist() if "/anlagen/" in name}
            assert {name: archive.read(inside[name]) for name in inside} == entry.kept
        organiser.press("Automatisch Erfülltes übernehmen")
        organiser.go(f"{ROUND}/beitraege")
        organiser.follow(entry.title)
        organiser.press("Zulassen")

    def pack(self, juror: Person, entries: Sequence[Handed]) -> Path:
        """A juror reads each entry and takes the pack."""
        for entry in entries:
            juror.go(f"/jury/{EDITION}/beitraege")
            juror.follow(entry.title)
            self._names_and_alterations(juror, entry)
            for one in entry.kept_files:
                link = juror.page.locator("main").get_by_role("link", name=one.name).first
                assert got(juror, link.get_attribute("href")) == entry.kept[one.name]
        juror.go(f"/jury/{EDITION}/mappe")
        juror.press("Mappe erstellen")
        return self.downloaded(juror, "Mappe herunterladen", "mappe.pdf")

    def downloaded(self, person: Person, link: str, name: str) -> Path:
        """The document behind a link that comes by itself once the job is done."""
        there = person.page.get_by_role("link", name=link).first
        expect(there).to_be_visible()
        person.look()
        with person.page.expect_download() as download:
            there.click()
        download.value.save_as(self.folder / name)
        return self.folder / name

    def walk_through(self, entries: Sequence[Handed]) -> Path:
        """The whole way; returns the juror's pack."""
        kim = self.log_in(APPLICANT, PASSWORD)
        for entry in entries:
            self.send(kim, entry)
            self.hand_in_files(kim, entry)
        kim.leave()
        organiser = self.log_in(ORGANISER, PASSWORD)
        for entry in entries:
            self.take_in(organiser, entry)
        self.open_scoring(organiser)
        organiser.leave()
        juror = self.log_in(JUROR, PASSWORD)
        self._swear(juror)
        pack = self.pack(juror, entries)
        juror.leave()
        return pack


def is_told(one: Sent) -> bool:
    return one.expected.becomes is Becomes.ALTERED


def check_altered(row: Locator, one: Sent) -> None:
    """What was altered is said beside the name, and only there."""
    if is_told(one):
        expect(row).to_contain_text(f"Beim Hochladen verändert: {one.expected.says}")
    else:
        expect(row).not_to_contain_text("Beim Hochladen verändert")


def check_hashes(text: str, one: Sent, entry: Handed) -> None:
    """As sent and as kept: both where they differ; and they differ where the table says so."""
    sent, kept = (hashlib.sha256(data).hexdigest() for data in (one.data, entry.kept[one.name]))
    assert (sent == kept) == (one.expected.becomes is Becomes.AS_SENT), one.name
    assert sent in text, one.name
    assert kept in text, one.name


def got(person: Person, address: str | None) -> bytes:
    """What the browser of this person is sent."""
    assert address
    answer = person.page.context.request.get(address)
    assert answer.ok, (address, answer.status)
    return answer.body()


def printed(path: Path) -> str:
    from tests.reports.pack.engines import texts

    return "\n".join(texts(path))


def of_all(entries: Sequence[Handed]) -> Mapping[str, tuple[Handed, Sent]]:
    return {one.name: (entry, one) for entry in entries for one in entry.kept_files}
