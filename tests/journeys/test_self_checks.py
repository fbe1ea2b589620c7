"""A self-check from its form to a decision: reviewed on a phone whose network is lost, summed up, and decided on."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import steps
from tests.journeys.looks import HEIGHT, PHONE, check_every_look
from varvet.kernel.law.days import day_of

FORM, UNIT = "Utbetalning av ekonomiskt bistånd", "Enheten för barn och unga"
COMMENT = "Beslutet saknar datum."


@pytest.fixture
def alice(browser: Browser, base_url: str) -> Iterator[Page]:
    context = browser.new_context(base_url=base_url, viewport={"width": PHONE, "height": HEIGHT})
    context.set_default_timeout(10_000)
    page = context.new_page()
    steps.enter(page, "Alice Lind")
    yield page
    context.close()


def planned(page: Page) -> str:
    """A round with the shipped form and one case, begun; the address of its page."""
    page.goto("/egenkontroll/ny/")
    page.get_by_label("Vad ska kontrolleras?").select_option(index=1)
    page.get_by_label("Var?").select_option(label=UNIT)
    page.get_by_label("Hur görs kontrollen?").select_option(label="Granskning av akter")
    today = day_of(datetime.now(UTC))
    page.get_by_label("Från och med").fill(today.isoformat())
    page.get_by_label("Till och med").fill((today + timedelta(days=20)).isoformat())
    page.get_by_label("Formulär").select_option(label=FORM)
    page.get_by_role("button", name="Planera").click()
    page.wait_for_url(re.compile(r"/egenkontroll/EGK-\d{4}-\d{4,}/$"))
    address = page.url
    page.goto(f"{address}arenden/")
    page.get_by_label("Ärendenas koder").fill("K1")
    page.get_by_role("button", name="Lägg till").click()
    page.goto(f"{address}paborja/")
    page.get_by_role("button", name="Påbörja").click()
    return address


def answer(page: Page) -> None:
    """No to the first question, and yes to the others that are asked."""
    groups = page.locator("form[data-draft] fieldset")
    for number in range(groups.count()):
        if groups.nth(number).is_visible():
            groups.nth(number).locator(f"input[value={'yes' if number else 'no'}]").check(force=True)


def test_from_a_form_to_a_decision(alice: Page) -> None:
    address = planned(alice)
    alice.goto(f"{address}arenden/1/")
    alice.context.set_offline(True)
    answer(alice)
    alice.locator("textarea, input[type=text]").first.fill(COMMENT)
    alice.wait_for_function("() => Object.keys(localStorage).some(key => key.startsWith('varvet.draft.'))")
    alice.context.set_offline(False)
    alice.goto(f"{address}arenden/1/")
    alice.get_by_role("button", name="Ta tillbaka texten").click()
    expect(alice.locator("textarea, input[type=text]").first).to_have_value(COMMENT)
    alice.get_by_role("button", name="Spara och nästa").click()
    alice.goto(f"{address}arenden/1/")
    check_every_look(alice)
    alice.set_viewport_size({"width": PHONE, "height": HEIGHT})
    alice.goto(f"{address}sammanstall/")
    alice.get_by_role("button", name="Spara resultatet").click()
    expect(alice.locator("main")).to_contain_text("0 av 1 uppfyller målet.")
    alice.get_by_role("link", name="Ingen åtgärd, för att").click()
    alice.get_by_label("Ingen åtgärd behövs, för att").fill("Felet är rättat.")
    alice.get_by_role("button", name="Ingen åtgärd behövs").click()
    expect(alice.locator("main")).to_contain_text("Ingen åtgärd behövs, för att: Felet är rättat.")
    alice.goto(f"{address.split('/EGK')[0]}/lage/")
    check_every_look(alice)
