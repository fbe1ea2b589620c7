"""A staff meeting: a sheet made with one tap, ticked on a phone by keyboard, a line made an improvement, printed."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import steps
from tests.journeys.looks import HEIGHT, PHONE, check_every_look

CECILIA, UNIT = "Cecilia Berg", "Enheten för vuxna"
TO_DO = "Två läser överlämningen tillsammans"
MOST_TABS = 80


@pytest.fixture(scope="module")
def cecilia(browser: Browser, base_url: str) -> Iterator[Page]:
    """Logged in once for the module, on a phone."""
    context = browser.new_context(base_url=base_url, viewport={"width": PHONE, "height": HEIGHT})
    page = context.new_page()
    steps.enter(page, CECILIA)
    yield page
    context.close()


def reach(page: Page, name: str) -> None:
    """By the keyboard alone."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if (page.evaluate("document.activeElement.textContent") or "").strip().startswith(name):
            return
    raise AssertionError(f"{name} is not reached by keyboard")


def test_a_meeting_from_the_sheet_to_the_paper(cecilia: Page) -> None:
    page = cecilia
    page.goto("/apt/")
    check_every_look(page)
    page.set_viewport_size({"width": PHONE, "height": HEIGHT})
    page.get_by_role("button", name=re.compile(f"^Skapa blad för .*, {UNIT}$")).first.click()
    expect(page.locator("main")).to_contain_text("Bladet fyller i sig självt")
    sheet = page.url
    page.get_by_role("link", name="Börja mötet").click()
    page.get_by_role("button", name="Börja mötet").click()
    expect(page.locator("main")).to_contain_text("Mötet har börjat")
    reach(page, "Markera som lyft")
    page.keyboard.press("Enter")
    expect(page.locator(".apt-outcome.is-raised")).to_have_count(1)
    check_every_look(page)
    take_an_action(page)
    page.goto(sheet)
    expect(page.locator(".apt-line").first).to_contain_text(TO_DO)
    page.get_by_role("link", name="Blad att skriva ut").click()
    check_paper(page)


def take_an_action(page: Page) -> None:
    page.locator(".apt-line").first.get_by_role("link", name=re.compile("Lägg till en åtgärd")).click()
    page.get_by_label("Vad ska göras?").fill(TO_DO)
    page.get_by_label("Varför behövs det?").fill("Det händer igen.")
    page.get_by_role("button", name="Besluta").click()
    expect(page.locator("main")).to_contain_text(TO_DO)


def check_paper(page: Page) -> None:
    """Nothing but the sheet is on paper."""
    check_every_look(page)
    page.emulate_media(media="print")
    expect(page.locator(".a4")).to_be_visible()
    expect(page.locator("header.top")).to_be_hidden()
    expect(page.get_by_text("Hämta som PDF")).to_be_hidden()
    assert page.locator(".a4-box").count() >= 1
    assert page.locator(".a4-box.is-raised").count() == 1
