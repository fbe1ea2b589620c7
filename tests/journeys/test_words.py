"""The interface in English and back, and words explained: without JavaScript, and with the keyboard alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import steps
from tests.journeys.looks import PHONE, check_every_look


@pytest.fixture
def plain(browser: Browser, base_url: str) -> Iterator[Page]:
    """A phone's page without JavaScript."""
    context = browser.new_context(
        base_url=base_url, java_script_enabled=False, viewport={"width": PHONE, "height": 800}
    )
    yield context.new_page()
    context.close()


def test_a_language_is_chosen_without_javascript(plain: Page) -> None:
    plain.goto("/tillganglighet/")
    plain.get_by_role("button", name="In English").first.click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Accessibility")
    assert plain.locator("html").get_attribute("lang") == "en"
    plain.goto("/konto/login/")
    expect(plain.get_by_role("heading", level=1)).to_have_text("Log in")
    plain.get_by_role("button", name="På svenska").first.click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Logga in")


def test_a_word_is_explained_by_tap_without_javascript(plain: Page) -> None:
    plain.goto("/tillganglighet/")
    word = plain.get_by_role("button", name="WCAG")
    meaning = plain.locator("#ord-wcag")
    expect(meaning).to_be_hidden()
    word.click()
    expect(meaning).to_be_visible()
    expect(meaning).to_contain_text("webbsidor som alla kan använda")
    plain.locator("h1").click()
    expect(meaning).to_be_hidden()


def test_a_word_is_explained_by_keyboard_and_stays_until_escape(page: Page) -> None:
    page.goto("/tillganglighet/")
    word, meaning = page.get_by_role("button", name="WCAG"), page.locator("#ord-wcag")
    word.focus()
    page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    meaning.hover()
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(word).to_be_focused()


def test_an_opened_explanation_stands_on_the_page(page: Page) -> None:
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.goto("/tillganglighet/")
    page.get_by_role("button", name="WCAG").click()
    box = page.locator("#ord-wcag").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE


def test_pages_in_english_hold_what_every_page_holds(page: Page) -> None:
    steps.enter(page, "Eva Sand")
    page.goto("/")
    page.locator("footer").get_by_role("button", name="In English").click()
    for address in ("/", "/rapportera/", "/avvikelser/?lage=alla", "/lex-sarah/rapportera/", "/ordlista/", "/lag/"):
        page.goto(address)
        check_every_look(page)
    page.goto("/")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.locator("footer").get_by_role("button", name="På svenska").click()
    expect(page.locator("html")).to_have_attribute("lang", "sv")
