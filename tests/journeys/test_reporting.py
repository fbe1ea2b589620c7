"""Reporting where it happens: a phone, no script, the keyboard alone, twice the size, no account, a cut connection."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from tests.journeys import steps
from tests.journeys.looks import check_every_look

PHONE: ViewportSize = {"width": 360, "height": 740}
WHAT = "Kallelsen gick till fel adress."
MOST_FIELDS = 6
CODE = re.compile(r"[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{5}")
FORM = re.compile(r"/rapportera/\?")


def plain_page(browser: Browser, base_url: str, person: str = "") -> Page:
    """A phone without scripts."""
    page = browser.new_context(base_url=base_url, viewport=PHONE, java_script_enabled=False).new_page()
    page.set_default_timeout(10_000)
    if person:
        steps.enter(page, person)
    return page


def visible_fields(page: Page) -> list[str]:
    """What one is asked, as seen: a group of choices is one field."""
    labels = page.locator("main form .f-l")
    return [label.inner_text() for label in labels.all() if label.is_visible()]


@pytest.fixture
def phone(browser: Browser, base_url: str) -> Iterator[Page]:
    page = plain_page(browser, base_url, "Bo Ek")
    yield page
    page.context.close()


@pytest.fixture
def bo(page: Page) -> Page:
    page.set_default_timeout(10_000)
    steps.enter(page, "Bo Ek")
    return page


@pytest.fixture(scope="module")
def link(browser: Browser, base_url: str) -> tuple[str, str]:
    """A link of the unit for those without an account: its address and code word."""
    page = browser.new_context(base_url=base_url).new_page()
    steps.enter(page, "Alice Lind")
    page.goto("/rapportera/lankar/")
    page.get_by_role("link", name="Mottagningsgruppen").click()
    page.get_by_role("button", name="Gör en ny länk").click()
    made = page.get_by_role("status")
    found = made.get_by_role("link").first.inner_text(), made.locator(".code").inner_text()
    check_every_look(page)
    page.context.close()
    return found


def test_on_a_phone_without_scripts(phone: Page) -> None:
    phone.goto("/rapportera/")
    assert len(visible_fields(phone)) <= MOST_FIELDS
    phone.get_by_label("Berätta med egna ord").fill(WHAT)
    phone.get_by_role("radio", name="Ganska").check()  # when and where are filled in
    phone.get_by_role("button", name="Skicka rapporten").click()
    assert steps.reference_on(phone)
    phone.get_by_role("link", name="Följ rapporten").click()
    expect(phone.get_by_text("Vi har tagit emot rapporten.")).to_be_visible()


def test_another_day_shows_its_own_fields_without_scripts(phone: Page) -> None:
    phone.goto("/rapportera/")
    expect(phone.get_by_label("Vilken dag?")).to_be_hidden()
    phone.get_by_role("radio", name="Annan dag").check()
    phone.get_by_label("Vilken dag?").fill("2026-01-05")
    phone.get_by_label("Klockan").fill("06:15")
    phone.get_by_label("Berätta med egna ord").fill(WHAT)
    phone.get_by_role("radio", name="Lite").check()
    phone.get_by_role("button", name="Skicka rapporten").click()
    assert steps.reference_on(phone)


def test_a_name_is_asked_about_without_scripts(phone: Page) -> None:
    phone.goto("/rapportera/")
    phone.get_by_label("Berätta med egna ord").fill("Anna Svensson fick vänta.")
    phone.get_by_role("radio", name="Ganska").check()
    phone.get_by_role("button", name="Skicka rapporten").click()
    expect(phone.get_by_role("alert")).to_contain_text("Anna Svensson")
    phone.get_by_role("button", name="Skicka ändå").click()
    assert steps.reference_on(phone)


def test_with_the_keyboard_alone(bo: Page) -> None:
    bo.goto("/rapportera/")
    bo.get_by_label("Berätta med egna ord").press("Shift+Tab")  # where the page begins to be read
    bo.keyboard.press("Tab")
    expect(bo.get_by_label("Berätta med egna ord")).to_be_focused()
    bo.keyboard.type(WHAT)
    for name in ("I dag", "Var?", "Vem berördes?", "Vad gjorde ni direkt?", "Inte alls"):
        bo.keyboard.press("Tab")
        expect(bo.locator(":focus")).to_have_accessible_name(re.compile(re.escape(name)))
    bo.keyboard.press("Space")
    bo.keyboard.press("ArrowRight")
    expect(bo.get_by_role("radio", name="Lite")).to_be_checked()
    bo.keyboard.press("Tab")  # the part that folds out
    bo.keyboard.press("Tab")
    expect(bo.get_by_role("button", name="Skicka rapporten")).to_be_focused()
    bo.keyboard.press("Enter")
    bo.wait_for_url(re.compile("/kvitto/"))
    assert steps.reference_on(bo)


@pytest.mark.parametrize("width", [640, 320])  # 1280 at twice and four times the size
def test_enlarged(bo: Page, width: int) -> None:
    bo.set_viewport_size({"width": width, "height": 400})
    reference = steps.report(bo, WHAT)
    assert bo.evaluate("document.documentElement.scrollWidth") <= width
    assert reference


@pytest.mark.parametrize(
    "address", ["/rapportera/?papper=1", "/vad-ar-det/?who=client&told=seen&harm=serious", "/mina-rapporter/"]
)
def test_pages_of_a_reporter(bo: Page, address: str) -> None:
    bo.goto(address)
    check_every_look(bo)


def test_what_is_asked_about_in_every_look(bo: Page) -> None:
    bo.goto("/rapportera/")
    bo.get_by_label("Berätta med egna ord").fill("Anna Svensson fick vänta.")
    expect(bo.locator("#personal-hint")).to_contain_text("Anna Svensson")
    check_every_look(bo)
    bo.get_by_role("radio", name="Ganska").check()
    bo.get_by_role("button", name="Skicka rapporten").click()
    expect(bo.get_by_role("alert")).to_be_focused()
    check_every_look(bo)
    bo.get_by_role("button", name="Skicka ändå").click()
    bo.get_by_role("link", name="Följ rapporten").click()
    check_every_look(bo)


def test_what_was_typed_is_offered_back_after_a_cut(bo: Page) -> None:
    bo.route("**/rapportera/utkast/", lambda route: route.abort())  # nothing reaches the program
    bo.goto("/rapportera/")
    bo.get_by_label("Berätta med egna ord").fill(WHAT)
    bo.goto("/")
    bo.goto("/rapportera/")
    expect(bo.get_by_label("Berätta med egna ord")).to_have_value("")
    bo.get_by_role("button", name="Ta tillbaka texten").click()
    expect(bo.get_by_label("Berätta med egna ord")).to_have_value(WHAT)
    bo.get_by_role("radio", name="Lite").check()
    bo.get_by_role("button", name="Skicka rapporten").click()
    steps.reference_on(bo)
    bo.wait_for_load_state("domcontentloaded")  # the receipt is read before its scripts have run
    assert bo.evaluate("Object.keys(localStorage)") == []
    bo.goto("/rapportera/")
    expect(bo.get_by_role("button", name="Ta tillbaka texten")).to_be_hidden()


def test_what_was_typed_is_not_offered_to_the_next_person(bo: Page) -> None:
    bo.route("**/rapportera/utkast/", lambda route: route.abort())
    bo.goto("/rapportera/")
    bo.get_by_label("Berätta med egna ord").fill(WHAT)
    bo.context.clear_cookies()  # the session is over; nobody has logged out
    steps.enter(bo, "Cecilia Berg")
    bo.goto("/rapportera/")
    expect(bo.get_by_role("button", name="Ta tillbaka texten")).to_be_hidden()
    assert bo.evaluate("Object.keys(localStorage).length") == 1
    bo.goto("/konto/logout/")
    bo.locator("main").get_by_role("button", name="Logga ut").click()
    assert bo.evaluate("Object.keys(localStorage)") == [], "logging out leaves nothing in the browser"


def test_a_report_whose_answer_was_lost_is_there_once(bo: Page) -> None:
    """The connection is cut after the program got the form: going to the form again leads to what it made."""

    def lose_the_answer(route: Route) -> None:
        if route.request.method != "POST":
            return route.continue_()
        route.fetch(max_redirects=0)
        return route.abort()

    bo.goto("/rapportera/")
    address = bo.url
    bo.get_by_label("Berätta med egna ord").fill(WHAT)
    bo.get_by_role("radio", name="Lite").check()
    bo.route(FORM, lose_the_answer)
    bo.get_by_role("button", name="Skicka rapporten").click(no_wait_after=True)
    bo.wait_for_timeout(1_000)
    bo.unroute(FORM)
    bo.goto(address)
    first = steps.reference_on(bo)
    bo.goto("/mina-rapporter/")
    assert steps.REFERENCE.findall(bo.locator("main").inner_text())[0] == first


def test_without_an_account_from_the_door_to_the_answer(browser: Browser, base_url: str, link: tuple[str, str]) -> None:
    address, word = link
    phone = plain_page(browser, base_url)
    phone.goto(address)
    phone.get_by_label("Kodord").fill("fel")
    phone.get_by_role("button", name="Fortsätt").click()
    expect(phone.get_by_role("alert")).to_contain_text("Kodordet stämmer inte.")
    phone.get_by_label("Kodord").fill(word)
    phone.get_by_role("button", name="Fortsätt").click()
    assert len(visible_fields(phone)) <= MOST_FIELDS
    form = phone.url
    phone.get_by_label("Berätta med egna ord").fill(WHAT)
    phone.get_by_role("radio", name="Ganska").check()
    phone.get_by_role("button", name="Skicka rapporten").click()
    reference, code = steps.reference_on(phone), phone.locator(".code").inner_text()
    assert CODE.fullmatch(code)
    phone.goto(form)
    assert steps.reference_on(phone) == reference, "a sent form leads to its receipt"
    phone.get_by_role("button", name="Klar, glöm mig här").click()
    phone.get_by_label("Din kod").fill(code.lower())
    phone.get_by_role("button", name="Visa").click()
    expect(phone.get_by_text(reference)).to_be_visible()
    expect(phone.get_by_text(WHAT)).to_have_count(0)
    phone.get_by_label("Vill du lägga till något?").fill("Det hände igen.")
    phone.get_by_role("button", name="Lägg till").click()
    expect(phone.get_by_text("Det kom mer från den som rapporterade.")).to_be_visible()
    phone.context.close()


def test_pages_without_an_account_in_every_look(page: Page, link: tuple[str, str]) -> None:
    address, word = link
    page.goto(address)
    check_every_look(page)
    page.get_by_label("Kodord").fill(word)
    page.get_by_role("button", name="Fortsätt").click()
    check_every_look(page)
    page.get_by_label("Berätta med egna ord").fill(WHAT)
    page.get_by_role("radio", name="Ganska").check()
    page.get_by_role("button", name="Skicka rapporten").click()
    code = page.locator(".code").inner_text()
    check_every_look(page)
    page.goto("/folj/")
    check_every_look(page)
    page.get_by_label("Din kod").fill(code)
    page.get_by_role("button", name="Visa").click()
    check_every_look(page)


@pytest.mark.parametrize("name", ["Affisch", "Pappersblankett"])
def test_what_is_printed_holds_no_menu(page: Page, name: str) -> None:
    steps.enter(page, "Alice Lind")
    page.goto("/rapportera/lankar/")
    page.get_by_role("link", name="Mottagningsgruppen").click()
    page.get_by_role("link", name=name, exact=True).first.click()
    check_every_look(page)
    page.emulate_media(media="print")
    expect(page.locator(".qr")).to_be_visible()
    for hidden in (".top", ".demo-bar", ".no-print"):
        expect(page.locator(hidden).first).to_be_hidden()
