"""The public's own way: a phone, no script, the keyboard alone, twice the size, and with the code to the end."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.journeys import steps
from tests.journeys.looks import check_every_look
from varvet.registers.feedback.tests.visitor import the_sum

PHONE: ViewportSize = {"width": 360, "height": 740}
START = "/tyck-till/bromma/"
WHAT = "Jag ringde fyra gånger och ingen ringde tillbaka."
CODE = re.compile(r"[2-9B-Z]{5}-[2-9B-Z]{5}-[2-9B-Z]{5}")


@pytest.fixture
def phone(browser: Browser, base_url: str) -> Iterator[Page]:
    """Without scripts, and nobody's."""
    page = browser.new_context(base_url=base_url, viewport=PHONE, java_script_enabled=False).new_page()
    page.set_default_timeout(10_000)
    yield page
    page.context.close()


def forward(page: Page, name: str = "Fortsätt") -> None:
    page.get_by_role("button", name=name, exact=True).last.click()


def tell(page: Page, sort: str = "Något har blivit fel") -> None:
    """From the first step to the last look."""
    page.goto(START)
    page.get_by_role("radio", name=re.compile(sort)).check()
    forward(page)
    page.get_by_label("Berätta med egna ord").fill(WHAT)
    forward(page)
    forward(page)
    expect(page.locator("h1")).to_have_text("Stämmer det här?")


def send(page: Page) -> str:
    """Sends, answers the sum when asked; the code."""
    forward(page, "Skicka")
    answer_sum(page, "Skicka")
    code = page.locator(".pub-code").inner_text()
    assert CODE.fullmatch(code)
    return code


def answer_sum(page: Page, name: str) -> None:
    if page.locator("#h-sum").count():
        page.get_by_label("Ditt svar").fill(the_sum())
        forward(page, name)


def open_case(page: Page, code: str) -> None:
    page.goto("/tyck-till/folj/")
    page.get_by_label("Din kod").fill(code.lower())
    if page.locator("#h-sum").count():
        page.get_by_label("Ditt svar").fill(the_sum())
    forward(page, "Visa")


def test_on_a_phone_without_scripts_nothing_is_lost(phone: Page) -> None:
    tell(phone)
    phone.get_by_role("button", name="Ändra Det du berättar").click()
    expect(phone.get_by_label("Berätta med egna ord")).to_have_value(WHAT)
    phone.get_by_role("button", name="Tillbaka").click()
    expect(phone.get_by_role("radio", name=re.compile("Något har blivit fel"))).to_be_checked()
    forward(phone)
    phone.get_by_label("Berätta med egna ord").fill(f"{WHAT} Två gånger.")
    phone.get_by_role("button", name="Lättläst").click()
    expect(phone.get_by_label("Berätta med egna ord")).to_have_value(f"{WHAT} Två gånger.")
    phone.get_by_role("button", name="Vanlig text").click()
    forward(phone)
    phone.get_by_label("Så når vi dig").fill("070-1")
    forward(phone)
    for words in (f"{WHAT} Två gånger.", "070-1", "Det du skickar blir en allmän handling."):
        expect(phone.locator("main")).to_contain_text(words)
    assert send(phone)


def test_the_browsers_own_back_button_loses_nothing(page: Page) -> None:
    page.set_default_timeout(10_000)
    tell(page)
    page.go_back()
    page.go_back()
    expect(page.get_by_label("Berätta med egna ord")).to_have_value(WHAT)
    page.get_by_label("Berätta med egna ord").fill("Ändrat.")
    forward(page)
    forward(page)
    expect(page.locator("main")).to_contain_text("Ändrat.")
    assert send(page)


def test_with_the_keyboard_alone(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.set_default_timeout(10_000)
    page.goto(START)
    reach(page, "Något har blivit fel")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")  # goes on, and does not change the language
    expect(page.locator("h1")).to_have_text("Vad blev fel?")
    reach(page, "Berätta med egna ord")
    page.keyboard.type(WHAT)
    reach(page, "Fortsätt")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Vill du att vi hör av oss?")
    reach(page, "Så når vi dig")
    reach(page, "Fortsätt")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Stämmer det här?")
    reach(page, "Skicka")
    page.keyboard.press("Enter")
    expect(page.locator(".errlist, .pub-code").first).to_be_visible()
    if page.locator("#h-sum").count():
        reach(page, "Ditt svar")
        page.keyboard.type(the_sum())
        page.keyboard.press("Enter")
    expect(page.locator(".pub-code")).to_have_text(CODE)


def reach(page: Page, name: str) -> None:
    """By Tab, as far as it takes; what is focused can be seen."""
    for _ in range(25):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        label = str(focused.evaluate("e => (e.labels?.[0] ?? e).innerText")).strip()
        if label.startswith(name):
            expect(focused).to_be_in_viewport()
            return
    raise AssertionError(f"{name} is not reached by the keyboard")


@pytest.mark.parametrize("width", [640, 320])  # 1280 at twice and four times the size
def test_enlarged(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 400})
    tell(page, "Något har varit bra")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    send(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_with_the_code_to_the_end(phone: Page, browser: Browser, base_url: str) -> None:
    tell(phone)
    code = send(phone)
    reference = phone.locator("dd.num").inner_text()
    staff = browser.new_context(base_url=base_url).new_page()
    steps.enter(staff, "Eva Sand")
    phone.get_by_role("button", name="Klar, glöm mig här").click()
    open_case(phone, "FEL")
    expect(phone.get_by_role("alert")).to_contain_text("Vi hittar inget med den koden.")
    open_case(phone, code)
    expect(phone.locator("h1")).to_have_text("Vi har tagit emot det du berättade")
    phone.get_by_label("Vill du lägga till något?").fill("Det hände i tisdags.")
    phone.get_by_role("button", name="Skicka").click()
    expect(phone.get_by_role("status")).to_contain_text("Tack. Den som svarar dig läser det du skrev.")
    staff.goto(f"/synpunkter/{reference}/")
    expect(staff.locator("main")).to_contain_text("Det hände i tisdags.")
    staff.context.close()


def test_the_answer_is_read_judged_and_looked_at_again(page: Page, browser: Browser, base_url: str) -> None:
    page.set_default_timeout(10_000)
    tell(page)
    code = send(page)
    reference = page.locator("dd.num").inner_text()
    staff = browser.new_context(base_url=base_url).new_page()
    steps.enter(staff, "Eva Sand")
    staff.goto(f"/synpunkter/{reference}/svara/")
    staff.get_by_label("Svaret", exact=True).fill("Vi ringer er på måndag.")
    staff.locator("input[name=how]").first.check()
    staff.get_by_role("button", name="Spara svaret").click()
    expect(staff.get_by_role("status").first).to_contain_text("Svaret är sparat.")
    open_case(page, code)
    expect(page.locator("main")).to_contain_text("Vi ringer er på måndag.")
    check_every_look(page)
    page.locator("input[name=contentment]").last.check()
    page.get_by_role("button", name="Svara", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Tack för att du sade vad du tycker.")
    page.get_by_label("Vad blev inte bra?").fill("Ingen ringde.")
    page.get_by_role("button", name="Be oss titta igen").click()
    staff.goto(f"/synpunkter/{reference}/")
    expect(staff.locator("main")).to_contain_text("Ingen ringde.")
    staff.context.close()


ADDRESSES = ["/det-har-vi-andrat/bromma/", "/tyck-till/", START, f"{START}?latt=1", "/tyck-till/folj/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_pages_in_every_look(page: Page, address: str) -> None:
    page.goto(address)
    check_every_look(page)


@pytest.mark.parametrize("asked", ["", "?latt=1"])
def test_every_step_in_every_look(page: Page, asked: str) -> None:
    page.set_default_timeout(10_000)
    page.goto(f"{START}{asked}")
    on = "Nästa" if asked else "Fortsätt"
    forward(page, on)
    expect(page.locator(".errlist")).to_be_focused()
    check_every_look(page)
    page.get_by_role("radio").first.check()
    forward(page, on)
    check_every_look(page)
    page.get_by_label("Berätta med egna ord").fill(WHAT)
    forward(page, on)
    check_every_look(page)
    forward(page, on)
    check_every_look(page)
    forward(page, "Skicka")
    check_every_look(page)
    answer_sum(page, "Skicka")
    check_every_look(page)
    code = page.locator(".pub-code").inner_text()
    open_case(page, code)
    check_every_look(page)


def test_a_poster_in_every_look(page: Page) -> None:
    steps.enter(page, "Alice Lind")
    page.goto("/synpunkter/affischer/")
    check_every_look(page)
    page.locator("main .queue a").first.click()
    check_every_look(page)
    page.emulate_media(media="print")
    expect(page.locator(".qr")).to_be_visible()
    expect(page.locator(".no-print").first).to_be_hidden()
