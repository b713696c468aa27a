"""Several files in a real browser: progress, a line that breaks, only what failed again; sorting with the keyboard."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from ikz_award.demo.accounts import APPLICANT, DEMO_PASSWORD
from tests.adapters.uploads import samples
from tests.adapters.uploads.office.files import docx, paragraph
from tests.e2e.driver.browser import log_in, new_page
from tests.e2e.driver.person import AXE
from tests.e2e.driver.server import Served

pytestmark = pytest.mark.browser
ONE = re.compile("/anlagen/einzeln")


@pytest.fixture
def page(browser: Browser, application: Served):
    page = new_page(browser, application.url)
    log_in(page, APPLICANT, DEMO_PASSWORD)
    page.goto("/bewerbung/")
    page.locator("main tr", has_text="Entwurf").locator("a").first.click()
    page.get_by_role("link", name="Anlagen", exact=True).click()
    page.wait_for_url(re.compile("/schritt/anlagen"))
    yield page
    page.context.close()


def files(folder: Path) -> list[Path]:
    made = []
    for name, data in (
        ("a.pdf", samples.pdf_of_size(400, seed=1)),
        ("bild.png", samples.png_of_size(30, 20)),
        ("b.pdf", samples.pdf_of_size(400, seed=2)),
        ("unfug.pdf", b"MZ" * 200),
    ):
        (folder / name).write_bytes(data)
        made.append(folder / name)
    return made


def rows(page: Page) -> Locator:
    return page.locator(".ikz-attachment__words > a:first-child")


def test_one_request_a_file_and_only_what_failed_again(page: Page, tmp_path: Path) -> None:
    sent: list[str] = []

    def pass_or_fail(route: Route) -> None:
        name = re.findall(rb'filename="([^"]+)"', route.request.post_data_buffer or b"")[0].decode()
        sent.append(name)
        if sent.count(name) == 1 and name == "bild.png":
            route.abort("connectionreset")
        elif sent.count(name) == 1 and name == "b.pdf":
            route.fulfill(status=502, content_type="text/html", body="Bad Gateway")
        else:
            route.continue_()

    page.route(ONE, pass_or_fail)
    form = page.locator("form#anhaengen")
    form.locator("input[type=file]").set_input_files(files(tmp_path))
    form.get_by_role("button", name="Dateien anhängen").click()
    # The purpose is missing: nothing goes out, and the chosen files stay chosen.
    assert not sent
    form.locator("select").select_option(index=1)
    form.get_by_role("button", name="Dateien anhängen").click()

    expect(form.locator("[data-upload-status]")).to_have_text("1 von 4 Dateien sind angehängt.")
    assert sent == ["a.pdf", "bild.png", "b.pdf", "unfug.pdf"]
    expect(rows(page)).to_have_text(["a.pdf"])
    expect(form.locator(".ikz-upload", has_text="unfug.pdf")).to_contain_text("kein PDF")
    again = form.get_by_role("button", name="Erneut senden")
    expect(again).to_have_count(2)  # what was refused would be refused again
    assert AXE.run(page, options={"resultTypes": ["violations"]}).violations_count == 0

    # The list of rules was unfolded and stays so when it is fetched anew.
    page.get_by_text("Alle Bedingungen zeigen").click()
    again.first.press("Enter")
    expect(rows(page)).to_have_text(["a.pdf", "bild.png"])
    expect(form.locator(".ikz-upload", has_text="bild.png")).to_be_focused()
    form.get_by_role("button", name="Erneut senden").press("Enter")
    expect(rows(page)).to_have_text(["a.pdf", "bild.png", "b.pdf"])
    assert sent[4:] == ["bild.png", "b.pdf"]
    expect(page.locator("#bedingungen li").first).to_be_visible()
    picture = page.get_by_alt_text("Vorschau von bild.png")
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("picture => picture.naturalWidth") > 0

    # The same once more: nothing is attached twice.
    form.locator("input[type=file]").set_input_files(files(tmp_path)[:1])
    form.get_by_role("button", name="Dateien anhängen").click()
    expect(form.locator("[data-upload-status]")).to_have_text("„a.pdf“ war schon angehängt.")
    expect(rows(page)).to_have_count(3)


def attach_three(page: Page, folder: Path) -> list[str]:
    """The names in their order; attached before or now."""
    form = page.locator("form#anhaengen")
    form.locator("select").select_option(index=1)
    form.locator("input[type=file]").set_input_files(files(folder)[:3])
    form.get_by_role("button", name="Dateien anhängen").click()
    expect(form.locator("[data-upload-status]")).to_have_text("3 von 3 Dateien sind angehängt.")
    expect(rows(page)).to_have_count(3)
    return rows(page).all_text_contents()


def test_attachments_are_sorted_with_the_keyboard(page: Page, tmp_path: Path) -> None:
    first, second, last = attach_three(page, tmp_path)
    page.locator("tr", has_text=last).get_by_role("button", name="nach oben").focus()
    for order in ([first, last, second], [last, first, second]):
        with page.expect_navigation():
            page.keyboard.press("Enter")
        expect(rows(page)).to_have_text(order)
        expect(page.locator("tr:focus-within")).to_contain_text(last)
    # At the top there is only the way down, and it has the focus.
    expect(page.locator("button:focus")).to_have_accessible_name(re.compile(f"nach unten ?: {last}, Platz 1 von 3"))


def test_a_pdf_opens_in_a_window_of_its_own(page: Page, tmp_path: Path) -> None:
    attach_three(page, tmp_path)
    with page.context.expect_page() as opened:
        page.locator("tr", has_text="b.pdf").get_by_role("link", name="Ansehen").click()
    assert "/ansicht" in opened.value.url
    opened.value.close()


def test_what_would_be_altered_waits_for_a_choice_beside_what_is_attached(page: Page, tmp_path: Path) -> None:
    rows_before = rows(page).count()
    link = [("rId1", "attachedTemplate", "file:///P:/Kopfbogen.dotx", "External")]
    letter = docx(paragraph("Brief"), settings='<w:attachedTemplate r:id="rId1"/>', settings_links=link)
    for name, data in (("brief.docx", letter), ("c.pdf", samples.pdf_of_size(400, seed=3))):
        (tmp_path / name).write_bytes(data)
    form = page.locator("form#anhaengen")
    form.locator("select").select_option(index=1)
    form.locator("input[type=file]").set_input_files([tmp_path / "brief.docx", tmp_path / "c.pdf"])
    form.get_by_role("button", name="Dateien anhängen").click()

    said = "1 von 2 Dateien sind angehängt. Auf Ihre Entscheidung warten: 1."
    expect(form.locator("[data-upload-status]")).to_have_text(said)
    expect(form.locator(".ikz-upload--held")).to_contain_text("„brief.docx“ ist noch nicht angehängt")
    panel = page.locator(".ikz-held")
    expect(panel).to_contain_text("der Verweis auf die Dokumentvorlage entfernt: „Kopfbogen.dotx“")
    expect(rows(page)).to_have_count(rows_before + 1)
    assert AXE.run(page, options={"resultTypes": ["violations"]}).violations_count == 0
    form.get_by_role("link", name="Jetzt entscheiden").press("Enter")
    expect(page).to_have_url(re.compile("#entscheiden"))

    # Another tab, later: it is still there.
    page.reload()
    with page.expect_navigation():
        panel.get_by_role("button", name="So anhängen: brief.docx").press("Enter")
    expect(panel).to_have_count(0)
    expect(rows(page).last).to_have_text("brief.docx")
    expect(page.locator("tr", has_text="brief.docx")).to_contain_text("Beim Hochladen verändert:")
