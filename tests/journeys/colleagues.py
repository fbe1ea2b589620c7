"""People in browsers of their own, who log in once and stay: on a phone without a script, or with one to look with."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page

from tests.journeys import steps
from tests.journeys.looks import DESKTOP, HEIGHT, PHONE, check_every_look

PASSWORD = "ett-langt-losenord-for-prov"
MOST = 15_000  # milliseconds for one thing
Command = Callable[..., subprocess.CompletedProcess[str]]


@dataclass
class Colleagues:
    """By name. What they do they do without a script; `look` opens a page again, with one, in every look."""

    browser: Browser
    address: str
    varvet: Command
    pages: dict[tuple[str, bool], Page] = field(default_factory=dict)
    hired: dict[str, str] = field(default_factory=dict)  # by name, how those who are not in the demo log in

    def __call__(self, name: str) -> Page:
        return self._page(name, script=False)

    def look(self, name: str, *addresses: str) -> None:
        page = self._page(name, script=True)
        for address in addresses:
            answer = page.goto(address)
            assert answer is not None
            assert answer.status == 200, f"{name} met {answer.status} at {address}"
            check_every_look(page)

    def hire(self, name: str, role: str, unit: str = "") -> None:
        """Somebody the demo lacks, with a role in a unit of Bromma, or in all of it."""
        email = f"{name.replace(' ', '.').lower()}@example.org"
        known = ["--email", email, "--name", name, "--role", role, "--root", "bromma", "--password", PASSWORD]
        made = self.varvet("make-user", *known, *(["--unit", unit] if unit else []))
        assert made.returncode == 0, made.stderr
        self.hired[name] = email

    def close(self) -> None:
        for page in self.pages.values():
            page.context.close()

    def _page(self, name: str, *, script: bool) -> Page:
        if (name, script) not in self.pages:
            self.pages[name, script] = self._logged_in(name, script=script)
        return self.pages[name, script]

    def _logged_in(self, name: str, *, script: bool) -> Page:
        page = self._context(script=script).new_page()
        if name not in self.hired:
            steps.enter(page, name)
            return page
        page.goto("/konto/login/")
        page.get_by_label("E-post").fill(self.hired[name])
        page.get_by_label("Lösenord").fill(PASSWORD)
        press(page, "Logga in")
        return page

    def _context(self, *, script: bool) -> BrowserContext:
        wide = DESKTOP if script else PHONE
        size = {"width": wide, "height": HEIGHT}
        context = self.browser.new_context(base_url=self.address, java_script_enabled=script, viewport=size)  # type: ignore[arg-type]  # a size
        context.set_default_timeout(MOST)
        return context


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def choose(page: Page, name: str) -> None:
    """A radio or a box, by its words, which its help may follow; what is drawn over it is not in the way."""
    exact = page.get_by_label(name, exact=True)
    with_help = page.get_by_label(re.compile(rf"^\s*{re.escape(name)}[A-ZÅÄÖ]"))
    exact.or_(with_help).check(force=True)
