"""Every page in every look: nothing for axe to find, nothing too wide, nothing the browser complains of."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.journeys import steps
from tests.journeys.looks import check_every_look

NOBODY, BO, ALICE, EVA, HUGO = "", "Bo Ek", "Alice Lind", "Eva Sand", "Hugo Lind"
Open = Callable[[str], Page]

ADDRESSES = [
    (NOBODY, "/demo/"),
    (NOBODY, "/konto/login/"),
    (NOBODY, "/konto/password/reset/"),
    (NOBODY, "/tillganglighet/"),
    (NOBODY, "/personuppgifter/"),
    (NOBODY, "/ordlista/"),
    (NOBODY, "/delar/"),
    (NOBODY, "/finns-inte/"),
    (BO, "/"),
    (BO, "/rapportera/"),
    (BO, "/avvikelser/"),  # refused
    (BO, "/konto/logout/"),
    (BO, "/tangentbord/"),
    (HUGO, "/"),
    (HUGO, "/meny/"),
    (HUGO, "/driftlage/mejl/"),
    (BO, "/aviseringar/"),
    (BO, "/installningar/aviseringar/"),
    (EVA, "/"),
    (EVA, "/meny/"),
    (EVA, "/lag/"),
    (EVA, "/avvikelser/?lage=alla"),
    (EVA, "/avvikelser/?lage=followed_up"),  # none
    (EVA, "/avvikelser/samlat/"),
    (EVA, "/lex-sarah/?lage=alla"),
    (EVA, "/lex-sarah/rapportera/"),
    (EVA, "/synpunkter/?lage=alla"),
    (EVA, "/synpunkter/registrera/"),
    (EVA, "/atgarder/?lage=alla"),
    (EVA, "/atgarder/ny/"),
    (EVA, "/egenkontroll/?lage=alla"),
    (EVA, "/egenkontroll/ny/"),
    (EVA, "/egenkontroll/plan/"),
    (EVA, "/egenkontroll/lage/"),
    (EVA, "/egenkontroll/formular/"),
    (EVA, "/egenkontroll/urval/"),
    (EVA, "/egenkontroll/delegationsordning/"),
    (EVA, "/felaktiga-utbetalningar/?lage=alla"),
    (EVA, "/felaktiga-utbetalningar/ny/"),
    (EVA, "/brukarmedverkan/?lage=alla"),
    (EVA, "/personuppgiftsincidenter/"),
    (EVA, "/personuppgiftsincidenter/ny/"),
    (EVA, "/lex-sarah-i-enskild-regi/?lage=alla"),
    (EVA, "/lex-sarah-i-enskild-regi/ny/"),
    (EVA, "/lex-sarah-i-enskild-regi/utforare/"),
    (EVA, "/kvalitetsberattelse/"),
    (EVA, "/kvalitetsberattelse/2023/"),
]
FIRST_IN = [  # what the first link of the list leads to
    "/avvikelser/?lage=received",
    "/avvikelser/?lage=closed",
    "/lex-sarah/?lage=alla",
    "/synpunkter/?lage=alla",
    "/atgarder/?lage=alla",
    "/egenkontroll/?lage=alla",
    "/lex-sarah-i-enskild-regi/?lage=following_up",
]
EMPTY_FORMS = ["/rapportera/", "/avvikelser/samlat/", "/lex-sarah/rapportera/", "/synpunkter/registrera/"]


@pytest.fixture(scope="module")
def open_as(browser: Browser, base_url: str) -> Iterator[Open]:
    """A page of each person's own, kept for the whole module."""
    kept: dict[str, Page] = {}
    complaints: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        """What a page was forbidden to do; that an answer was 403 or 404 is meant."""
        if "Failed to load resource" not in message.text:
            complaints.append(f"{message.location.get('url')}: {message.text}")

    def opened(person: str) -> Page:
        if person not in kept:
            kept[person] = browser.new_context(base_url=base_url).new_page()
            kept[person].set_default_timeout(10_000)
            kept[person].on("console", listen)
            if person:
                steps.enter(kept[person], person)
        return kept[person]

    yield opened
    for page in kept.values():
        page.context.close()
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize(("person", "address"), ADDRESSES)
def test_page(open_as: Open, person: str, address: str) -> None:
    page = open_as(person)
    page.goto(address)
    check_every_look(page)


@pytest.mark.parametrize("address", FIRST_IN)
def test_page_of_a_record(open_as: Open, address: str) -> None:
    page = open_as(EVA)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address)
    page.locator("main table a").first.click()
    expect(page.locator("h1")).to_be_visible()
    check_every_look(page)


@pytest.mark.parametrize("address", EMPTY_FORMS)
def test_form_with_errors(open_as: Open, address: str) -> None:
    page = open_as(EVA)
    page.goto(address)
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator(".errlist")).to_be_focused()
    check_every_look(page)


def test_pages_of_a_deviation_on_its_way(open_as: Open) -> None:
    bo, alice = open_as(BO), open_as(ALICE)
    reference = steps.report(bo, "Ett beslut skickades till fel adress.")
    check_every_look(bo)
    bo.goto("/mina-rapporter/")
    check_every_look(bo)
    page_of = f"/avvikelser/{reference}/"
    alice.goto(f"{page_of}bedom/")
    check_every_look(alice)
    steps.assess(alice, reference)
    check_every_look(alice)
    alice.goto(f"{page_of}avsluta/")
    check_every_look(alice)
    steps.close(alice, reference, "Vi har en ny rutin.")
    check_every_look(alice)
    alice.goto(f"{page_of}ateroppna/")
    check_every_look(alice)


def test_page_behind_a_figure(open_as: Open) -> None:
    page = open_as(EVA)
    page.goto("/kvalitetsberattelse/2023/")
    page.goto(page.locator("a.fg[href*='unit=enheten-for-barn-och-unga']").first.get_attribute("href") or "")
    check_every_look(page)
