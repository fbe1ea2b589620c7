"""Handling a case on a phone without JavaScript, from report to word to the reporter; each page in every look."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import steps
from tests.journeys.looks import PHONE, check_every_look

WHY = "Rutinen säger inte vem som bevakar inkorgen."
TOLD = "Inkorgen bevakas nu varje dag."


@pytest.fixture
def phone(browser: Browser, base_url: str) -> Iterator[Page]:
    context = browser.new_context(
        base_url=base_url, java_script_enabled=False, viewport={"width": PHONE, "height": 800}
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def reference(browser: Browser, base_url: str) -> Iterator[str]:
    context = browser.new_context(base_url=base_url)
    page = context.new_page()
    steps.enter(page, "Bo Ek")
    yield steps.report(page, "En anmälan låg obedömd i tre veckor i fel inkorg.")
    context.close()


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button).click()


def test_the_whole_way_without_javascript(phone: Page, reference: str) -> None:
    steps.enter(phone, "Alice Lind")
    steps.assess(phone, reference)
    phone.get_by_role("link", name="Inled utredning").click()
    press(phone, "Inled utredningen")
    phone.get_by_role("link", name="Lägg till en orsak").click()
    phone.get_by_label("Vad är det för slags orsak?").select_option(label="Rutin")
    phone.get_by_label("Därför hände det").fill(WHY)
    press(phone, "Spara orsaken")
    phone.get_by_role("link", name="Lägg till en åtgärd").first.click()
    phone.get_by_label("Vad ska göras?").fill("Skriv in bevakning i rutinen")
    press(phone, "Besluta")
    expect(phone.get_by_role("link", name="Skriv in bevakning i rutinen")).to_be_visible()
    phone.get_by_role("link", name="Börja åtgärda").click()
    press(phone, "Utredningen är klar, börja åtgärda")
    phone.get_by_role("link", name="Planera uppföljning").click()
    phone.get_by_label("Vad ska följas upp?").fill("Att inkorgen är tom.")
    phone.get_by_label("När?").fill("2099-01-15")
    press(phone, "Spara planen")
    phone.get_by_role("link", name="Följ upp").click()
    phone.get_by_role("radio", name="Ja, det hjälpte").check(force=True)
    phone.get_by_label("Vad visar det?").fill("Den har varit tom.")
    press(phone, "Spara uppföljningen")
    phone.get_by_role("link", name="Återkoppla och avsluta").first.click()
    phone.get_by_label("Så blev det").fill(TOLD)
    press(phone, "Sätt in mallen")
    expect(phone.get_by_label("Så blev det")).to_have_value(re.compile(re.escape(TOLD) + r"\s+\S"))
    press(phone, "Avsluta avvikelsen")
    expect(phone.get_by_text("Alla 6 steg är klara.")).to_be_visible()


def test_the_matrix_is_chosen_by_keyboard(browser: Browser, base_url: str, reference: str) -> None:
    page = browser.new_context(base_url=base_url).new_page()
    steps.enter(page, "Alice Lind")
    page.goto(f"/avvikelser/{reference}/bedom/")
    first = page.get_by_role("radio", name=re.compile("Konsekvens 1 .*sannolikhet 5 "))
    first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name=re.compile("Konsekvens 2 .*sannolikhet 5 "))).to_be_checked()
    page.context.close()


def test_every_step_in_every_look(browser: Browser, base_url: str, reference: str) -> None:
    page = browser.new_context(base_url=base_url).new_page()
    steps.enter(page, "Alice Lind")
    at = f"/avvikelser/{reference}/"
    for step in ("", "bedom/", "skicka-vidare/", "inte-avvikelse/", "dubblett/", "fordela/", "skriv/"):
        page.goto(f"{at}{step}")
        check_every_look(page)
    steps.assess(page, reference)
    page.goto(f"{at}lagg-ihop/")
    check_every_look(page)
    page.goto("/avvikelser/bedom-flera/")
    check_every_look(page)
    page.context.close()
