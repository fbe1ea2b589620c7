"""What somebody said, noted where it was said: at most six taps and twenty seconds, on a phone, without scripts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.journeys import steps
from tests.journeys.looks import check_every_look

PHONE: ViewportSize = {"width": 360, "height": 740}
MOST_TAPS, MOST_SECONDS = 6, 20.0
TO_FIND = 1.5  # seconds a person needs to read what there is to choose among, and to put a finger on it
TO_TYPE = 0.28  # seconds a letter, on a phone
SMALLEST = 44  # pixels, of what one taps
REFERENCE = re.compile(r"SYN-\d{4}-\d{4,}")


@dataclass
class Hand:
    """Taps as a person does, and counts what it costs: the time is that of the hand, not of the machine."""

    page: Page
    taps: int = 0
    seconds: float = 0.0

    def tap(self, target: Locator) -> None:
        target.click()
        self.taps += 1
        self.seconds += TO_FIND

    def choose(self, group: str, label: str) -> None:
        choice = self.page.get_by_role("group", name=group).locator("label.choice", has_text=label).first
        box = choice.bounding_box()
        assert box is not None
        assert box["height"] >= SMALLEST, f"{label} is hard to hit: {box}"
        self.tap(choice)

    def type(self, target: Locator, words: str) -> None:
        target.fill(words)
        self.seconds += TO_TYPE * len(words)


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def phone(browser: Browser, base_url: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(base_url=base_url, viewport=PHONE, java_script_enabled=request.param)
    page = context.new_page()
    page.set_default_timeout(10_000)
    steps.enter(page, "Bo Ek")
    yield page
    context.close()


def test_a_spoken_complaint_takes_six_taps_and_twenty_seconds(phone: Page) -> None:
    hand = Hand(phone)
    hand.tap(phone.get_by_role("link", name="Registrera en synpunkt").first)
    hand.choose("Vem sade det?", "Den som får stöd")
    hand.choose("Vad är det?", "Klagomål")
    hand.choose("Vad handlar det om?", "Bemötande")
    hand.choose("Är det klart?", "Ja, vi löste det direkt")
    hand.tap(phone.get_by_role("button", name="Registrera", exact=True))
    expect(phone.get_by_text("Det löstes direkt.")).to_be_visible()
    assert hand.taps <= MOST_TAPS
    assert hand.seconds <= MOST_SECONDS


def test_what_somebody_must_answer_takes_a_sentence_more(phone: Page) -> None:
    """With six words of what was said; the seconds are the hand's."""
    hand = Hand(phone)
    phone.goto("/synpunkter/registrera/")
    hand.choose("Vem sade det?", "En närstående")
    hand.choose("Vad är det?", "Klagomål")
    hand.choose("Är det klart?", "Nej, någon behöver svara")
    hand.type(phone.get_by_label("Vad sade personen?"), "Ingen ringde tillbaka på två veckor.")
    hand.tap(phone.get_by_role("button", name="Registrera", exact=True))
    expect(phone.get_by_text("Besvaras senast")).to_be_visible()
    assert hand.taps <= MOST_TAPS
    assert hand.seconds <= MOST_SECONDS


def test_from_the_talk_to_the_answer_that_is_read_with_the_code(page: Page, browser: Browser, base_url: str) -> None:
    page.set_default_timeout(10_000)
    steps.enter(page, "Bo Ek")
    page.goto("/synpunkter/registrera/")
    for label in ("Den som får stöd", "Klagomål", "Information", "Nej, någon behöver svara"):
        page.locator("label.choice", has_text=label).first.click()
    page.get_by_label("Vad sade personen?").fill("Jag fick ingen kallelse.")
    check_every_look(page)
    page.get_by_role("button", name="Registrera", exact=True).click()
    found = REFERENCE.search(page.locator("main").inner_text())
    assert found
    page.get_by_role("link", name="Ge personen en kod").click()
    page.get_by_role("button", name="Gör en kod").click()
    code = page.locator(".slip .code").inner_text()
    check_every_look(page)

    steps.enter(page, "Alice Lind")
    page.goto(f"/synpunkter/{found.group()}/")
    check_every_look(page)
    page.get_by_role("link", name="Svara", exact=True).click()
    page.get_by_role("button", name="Sätt in mallen").click()
    expect(page.get_by_label("Svaret", exact=True)).not_to_have_value("")
    page.get_by_label("Svaret", exact=True).fill("Kallelsen skickas nu också som brev.")
    page.get_by_role("button", name="Spara svaret").click()

    outside = browser.new_context(base_url=base_url).new_page()
    outside.goto("/tyck-till/folj/")
    outside.get_by_label("Din kod").fill(code)
    outside.get_by_role("button").filter(has_text=re.compile("Visa|Följ|Läs|Öppna")).first.click()
    expect(outside.get_by_text("Kallelsen skickas nu också som brev.")).to_be_visible()
    outside.context.close()

    page.get_by_role("link", name="Avsluta ärendet").first.click()
    page.get_by_role("button", name="Avsluta ärendet").click()
    expect(page.get_by_text("Ärendet är avslutat.")).to_be_visible()
