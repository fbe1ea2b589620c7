"""What people do in the browser, by the words they see."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page

UNIT = "Enheten för barn och unga"
TABLE = "Övriga avvikelser per enhet"
REFERENCE = re.compile(r"AVV-\d{4}-\d{4,}")


@dataclass(frozen=True)
class Figure:
    """A figure of the report as read: the number, and where it leads (empty when there is no report yet)."""

    number: int
    href: str


def enter(page: Page, name: str) -> None:
    """Becomes one of the demo's people, from the page where one chooses."""
    page.goto("/demo/")
    page.get_by_role("button", name=f"Logga in som {name}").click()
    page.wait_for_url(re.compile(r"/$"))


def report(page: Page, what: str) -> str:
    """From the start page to the receipt; the reference."""
    page.goto("/")
    page.locator("main").get_by_role("link", name="Rapportera", exact=True).click()
    page.get_by_label("Berätta med egna ord").fill(what)
    page.get_by_role("radio", name="Ganska").check()
    page.get_by_role("button", name="Skicka rapporten").click()
    return reference_on(page)


def reference_on(page: Page) -> str:
    found = REFERENCE.search(page.locator("main").inner_text())
    assert found, page.locator("main").inner_text()
    return found.group()


def assess(page: Page, reference: str) -> None:
    page.goto(f"/avvikelser/{reference}/bedom/")
    page.get_by_role("checkbox", name="Dokumentation").check()
    page.get_by_role("radio", name=re.compile("Konsekvens 3 .*sannolikhet 3 ")).check()
    page.get_by_role("button", name="Spara bedömningen").click()


def close(page: Page, reference: str, feedback: str) -> None:
    page.goto(f"/avvikelser/{reference}/avsluta/")
    page.get_by_label("Så blev det").fill(feedback)
    page.get_by_role("button", name="Avsluta avvikelsen").click()


def read_figure(page: Page, year: int) -> Figure:
    """The year's figure for the unit, as it stands in the report; 0 before the year has a report."""
    page.goto("/kvalitetsberattelse/")
    link = page.get_by_role("link", name=f"Kvalitetsberättelse {year}")
    if not link.count():
        return Figure(0, "")
    link.click()
    table = page.locator("table", has=page.locator("caption", has_text=TABLE)).last
    columns = table.locator("thead th").all_inner_texts()
    row = table.locator("tbody tr", has=page.get_by_role("rowheader", name=UNIT, exact=True))
    cell = row.locator("th, td").nth(columns.index(str(year))).locator("a")
    return Figure(int(cell.inner_text()), cell.get_attribute("href") or "")
