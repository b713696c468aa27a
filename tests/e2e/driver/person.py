"""Somebody at a computer: with a mouse, with the keyboard alone, or in a browser without JavaScript; always the same words."""

from contextlib import nullcontext
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.driver.browser import new_page

# What axe reports as a violation of WCAG or of good practice; none is tolerated.
AXE = Axe()
FARTHEST = 400


class Person:
    """One browser. `keyboard`: nothing is clicked; `javascript` off: forms and links alone; `axe`: each page is checked."""

    def __init__(
        self, browser: Browser, url: str, *, keyboard: bool = False, javascript: bool = True, axe: bool = False
    ) -> None:
        self.page: Page = new_page(browser, url, java_script_enabled=javascript)
        self.keyboard, self.javascript, self.axe = keyboard, javascript, axe and javascript
        self.checked: set[str] = set()

    def go(self, address: str) -> None:
        self.page.goto(address)
        self.look()

    def look(self) -> None:
        """Wait for the page and, where asked, have axe check it once for each address."""
        self.page.wait_for_load_state("load")
        if not self.axe or self.page.url in self.checked:
            return
        self.checked.add(self.page.url)
        results = AXE.run(self.page, options={"resultTypes": ["violations"]})
        assert results.violations_count == 0, f"{self.page.url}\n{results.generate_report()}"

    def sees(self, text: str) -> None:
        expect(self.page.locator("main")).to_contain_text(text)

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(label, exact=False).first

    def fill(self, target: str | Locator, text: str) -> None:
        field = self.field(target) if isinstance(target, str) else target
        if not self.keyboard:
            field.fill(text)
            return
        self._reach(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def tick(self, target: str | Locator) -> None:
        """A checkbox or a radio button."""
        box = self.field(target) if isinstance(target, str) else target
        if not self.keyboard:
            box.check(force=True)  # radio buttons of the point scale lie below their labels
            return
        if box.get_attribute("type") == "radio":
            self._choose_radio(box)
        elif not box.is_checked():
            self._reach(box)
            self.page.keyboard.press("Space")
        assert box.is_checked()

    def choose(self, target: str | Locator, option: str) -> None:
        """An option of a select, by its label."""
        select = self.field(target) if isinstance(target, str) else target
        if not self.keyboard:
            select.select_option(label=option)
            return
        self._reach(select)
        self.page.keyboard.press("Home")
        for _ in range(select.locator("option").count()):
            if select.locator("option:checked").inner_text().strip() == option:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no option {option}")

    def upload(self, target: str | Locator, file: Path) -> None:
        # The file dialogue belongs to the operating system; what a test can do is to hand over the file.
        field = self.field(target) if isinstance(target, str) else target
        field.set_input_files(file)

    def press(self, name: str, *, within: Locator | None = None) -> None:
        """A button."""
        self.activate((within or self.page).get_by_role("button", name=name).first)

    def press_surely(self, name: str) -> None:
        """A button of a form that asks for a tick before what cannot be taken back."""
        button = self.page.get_by_role("button", name=name).first
        self.tick(button.locator("xpath=ancestor::form").locator('input[name="sicher"]'))
        self.activate(button)

    def follow(self, name: str, *, within: Locator | None = None) -> None:
        """A link."""
        self.activate((within or self.page).get_by_role("link", name=name).first)

    def activate(self, target: Locator, *, leads_on: bool = True) -> None:
        """Press what leads to another page (or, where it does not, what opens something on this one)."""
        if self.keyboard:
            self._reach(target)
        with self.page.expect_navigation() if leads_on else nullcontext():
            if self.keyboard:
                self.page.keyboard.press("Enter")
            else:
                target.click()
        self.look()

    def leave(self) -> None:
        self.page.context.close()

    def _choose_radio(self, radio: Locator) -> None:
        name = radio.get_attribute("name")
        group = self.page.locator(f'input[type="radio"][name="{name}"]')
        checked = self.page.locator(f'input[type="radio"][name="{name}"]:checked')
        self._reach(checked.first if checked.count() else group.first)
        self.page.keyboard.press("Space")
        for _ in range(group.count()):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowRight")
        raise AssertionError(f"the arrow keys never reach the radio button {name}")

    def _reach(self, target: Locator) -> None:
        """Press Tab until `target` has the focus, as a person without a mouse would."""
        expect(target).to_be_visible()
        handle = target.element_handle()
        for _ in range(FARTHEST):
            if handle.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the Tab key never reaches {target}")
