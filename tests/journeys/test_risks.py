"""Risks: the matrix by keyboard, every look of its pages, and the plan that follows."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import steps
from tests.journeys.looks import check_every_look

EVA = "Eva Sand"
MOST_TABS = 60


@pytest.fixture(scope="module")
def eva(browser: Browser, base_url: str) -> Iterator[Page]:
    """Logged in once for the module."""
    context = browser.new_context(base_url=base_url)
    page = context.new_page()
    steps.enter(page, EVA)
    yield page
    context.close()


def test_a_cell_is_reached_and_chosen_by_keyboard(eva: Page) -> None:
    eva.goto("/risker/")
    check_every_look(eva)
    for _ in range(MOST_TABS):
        eva.keyboard.press("Tab")
        if eva.evaluate("document.activeElement.closest('svg.rm') !== null"):
            break
    says = eva.evaluate("document.activeElement.getAttribute('aria-label')")
    count = int(re.search(r": (\d+) risk", says).group(1))  # type: ignore[union-attr]  # a cell that leads says how many
    eva.keyboard.press("Enter")
    expect(eva).to_have_url(re.compile("ruta="))
    expect(eva.locator(".rm-list > li")).to_have_count(count)
    expect(eva.locator("svg.rm a[aria-current]")).to_have_count(1)
    eva.get_by_text("Visa som tabell").click()
    expect(eva.locator(".rm-f table tbody tr")).to_have_count(count)


@pytest.mark.parametrize("address", ["/risker/riskbild/", "/risker/verkstad/", "/risker/ny/"])
def test_looks(eva: Page, address: str) -> None:
    eva.goto(address)
    check_every_look(eva)


def test_the_plan_is_read_and_followed_up(eva: Page) -> None:
    eva.goto("/risker/riskbild/")
    eva.locator(".queue").get_by_text("Beslutad av").locator("xpath=../..").get_by_role("link").click()
    check_every_look(eva)
    eva.get_by_role("link", name="Följ upp 2").click()
    eva.get_by_label("Fungerar delvis").check()
    eva.get_by_label("Vad visade kontrollen?").fill("Nio av tio stämde.")
    eva.get_by_role("button", name="Spara").click()
    expect(eva.locator("main")).to_contain_text("Nio av tio stämde.")
