"""The unit's page and its compilation: every look, from a figure to its records, and from words to approved."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import steps
from tests.journeys.looks import check_every_look

ALICE = "Alice Lind"
PERIOD = "2023-h1"
TERTIAL = "?period=2023-t3"


@pytest.fixture(scope="module")
def alice(browser: Browser, base_url: str) -> Iterator[Page]:
    """Logged in once for the module."""
    context = browser.new_context(base_url=base_url)
    page = context.new_page()
    steps.enter(page, ALICE)
    yield page
    context.close()


@pytest.mark.parametrize("address", ["/enheten/", f"/enheten/{TERTIAL}", "/sammanstallningar/"])
def test_looks(alice: Page, address: str) -> None:
    alice.goto(address)
    check_every_look(alice)


def test_a_figure_leads_to_as_many_records(alice: Page) -> None:
    alice.goto(f"/enheten/{TERTIAL}")
    figure = alice.locator("#typer a.fg").first
    number = figure.inner_text()
    figure.click()
    expect(alice.locator("h1")).to_contain_text(re.compile(rf"^{number} "))


def test_another_unit_and_period_are_chosen_without_javascript(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    steps.enter(page, ALICE)
    page.goto(f"/enheten/{TERTIAL}")
    page.get_by_label("Enhet").select_option(label="Mottagningsgruppen")
    page.locator("main").get_by_role("button", name="Visa").click()
    expect(page.locator("h1")).to_have_text("Mottagningsgruppen")
    expect(page.locator("main .sub").first).to_have_text("Tertial 3 2023, 1 september–31 december 2023")
    page.get_by_role("link", name="Halvår", exact=True).click()
    expect(page.locator("main .sub").first).to_have_text("Halvår 2 2023, 1 juli–31 december 2023")
    context.close()


def test_from_words_to_an_approved_compilation(alice: Page) -> None:
    alice.goto(f"/enheten/?period={PERIOD}")
    alice.get_by_role("link", name="Sammanställning", exact=True).click()
    expect(alice.locator("h1")).to_have_text("Sammanställning")
    check_every_look(alice)
    alice.get_by_role("link", name="Skriv analysen").click()
    alice.get_by_label("Vad vi ser").fill("Flera handlade om utredningstid.")
    check_every_look(alice)
    alice.get_by_role("button", name="Spara utkastet").click()
    expect(alice.locator("main")).to_contain_text("Flera handlade om utredningstid.")
    alice.get_by_role("link", name="Fastställ").click()
    check_every_look(alice)
    alice.get_by_role("button", name="Fastställ sammanställningen").click()
    expect(alice.locator("dl")).to_contain_text("Fastställd")
    expect(alice.get_by_role("link", name="Skriv analysen")).to_have_count(0)
    alice.goto("/sammanstallningar/")
    expect(alice.locator("main")).to_contain_text("halvår 1 2023")
    check_every_look(alice)
