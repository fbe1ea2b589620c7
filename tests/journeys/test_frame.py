"""The frame without a mouse, on paper and on the narrowest screen: from the menu to a report, and back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import steps
from tests.journeys.looks import check_every_look

REPORT = re.compile(r"/rapportera/(\?|$)")
ALL_ROLES = ["Bo Ek", "Alice Lind", "Dag Holm", "Eva Sand", "Farid Noor", "Gun Dahl", "Hugo Lind"]
SMALLEST = 320
A4 = 672  # the width of the text on paper, in the browser's pixels


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText.trim()"))


def tab_to(page: Page, words: str) -> None:
    """Presses Tab until what has the focus says the words; fails when it never does."""
    for _ in range(60):
        press(page, "Tab")
        if focused(page) == words:
            return
    raise AssertionError(f"Nothing with the words {words} is reached by Tab at {page.url}.")


@pytest.mark.parametrize("person", ALL_ROLES)
def test_every_roles_start_page_holds_in_every_look(page: Page, person: str) -> None:
    steps.enter(page, person)
    check_every_look(page)
    page.goto("/att-gora/")
    check_every_look(page)


def test_the_first_tab_leads_past_the_menu(page: Page) -> None:
    steps.enter(page, "Alice Lind")
    page.goto("/")
    press(page, "Tab")
    assert focused(page) == "Hoppa till innehållet"
    press(page, "Enter")
    expect(page.locator("#main")).to_be_focused()


def test_a_report_is_reached_and_written_with_the_keyboard_alone(page: Page) -> None:
    steps.enter(page, "Bo Ek")
    page.goto("/")
    tab_to(page, "Rapportera")
    press(page, "Enter")
    expect(page).to_have_url(REPORT)
    page.get_by_label("Berätta med egna ord").focus()
    page.keyboard.type("Ett brev låg kvar i skrivaren.")
    for _ in range(20):
        press(page, "Tab")
        if page.evaluate("document.activeElement.name") == "worry":
            break
    press(page, "Space")
    tab_to(page, "Skicka rapporten")
    press(page, "Enter")
    expect(page).to_have_url(re.compile("/kvitto/$"))
    assert steps.reference_on(page)


def test_a_menu_that_is_opened_with_the_keyboard_closes_with_escape(page: Page) -> None:
    steps.enter(page, "Eva Sand")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/")
    more = page.locator("details.more")
    tab_to(page, "Mer")
    press(page, "Enter")
    expect(more).to_have_attribute("open", "")
    press(page, "Tab", "Escape")
    expect(more).not_to_have_attribute("open", "")
    assert focused(page) == "Mer"


def test_every_focus_is_seen(page: Page) -> None:
    steps.enter(page, "Alice Lind")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/")
    unseen = []
    for _ in range(30):
        press(page, "Tab")
        if not page.evaluate(SEEN):
            unseen.append(focused(page))
    assert unseen == []


# An outline on the element, or on the row whose whole surface is the link.
SEEN = """() => {
    const at = document.activeElement;
    if (at === document.body) return true;
    const places = [at, at.closest(".q"), at.parentElement].filter(Boolean);
    const styles = places.map(e => getComputedStyle(e));
    return styles.some(style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
}"""


def test_shortcuts_work_only_when_they_are_turned_on(page: Page) -> None:
    steps.enter(page, "Bo Ek")
    page.goto("/mina-rapporter/")
    press(page, "n")
    expect(page).to_have_url(re.compile("/mina-rapporter/$"))
    page.goto("/tangentbord/")
    page.get_by_role("button", name="Slå på genvägarna").click()
    expect(page.get_by_role("button", name="Stäng av genvägarna")).to_be_visible()
    press(page, "n")
    expect(page).to_have_url(REPORT)
    page.get_by_label("Berätta med egna ord").fill("")
    page.get_by_label("Berätta med egna ord").press("h")
    expect(page).to_have_url(REPORT)


@pytest.mark.parametrize("address", ["/", "/avvikelser/?lage=alla", "/att-gora/"])
def test_paper_has_no_menu_and_says_whose_it_is(page: Page, address: str) -> None:
    steps.enter(page, "Eva Sand")
    page.goto(address)
    expect(page.locator(".on-paper")).to_be_hidden()
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": A4, "height": 950})
    for menu in (".top", ".tabbar", ".foot"):
        expect(page.locator(menu)).to_be_hidden()
    expect(page.locator(".on-paper")).to_contain_text("Utskrivet")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("document.documentElement.scrollWidth") <= A4


def test_a_list_on_paper_is_a_table(page: Page) -> None:
    steps.enter(page, "Eva Sand")
    page.goto("/avvikelser/?lage=alla")
    page.set_viewport_size({"width": A4, "height": 950})
    expect(page.locator("main table")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("main table")).to_be_visible()


@pytest.mark.parametrize("person", ["Bo Ek", "Eva Sand"])
def test_nothing_sticks_out_at_four_hundred_percent(page: Page, person: str) -> None:
    steps.enter(page, person)
    page.set_viewport_size({"width": SMALLEST, "height": 256})
    for address in ("/", "/meny/", "/rapportera/", "/tangentbord/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALLEST, address
