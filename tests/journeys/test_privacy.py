"""The clock of a privacy incident: 72 hours from when somebody knew, with a script and without, until it is decided."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import steps
from tests.journeys.looks import PHONE, check_every_look

REFERENCE = re.compile(r"PUI-\d{4}-\d{4,}")


def logged_in(browser: Browser, base_url: str, name: str, **how: object) -> Page:
    context = browser.new_context(base_url=base_url, **how)  # type: ignore[arg-type]  # what a browser can be told
    context.set_default_timeout(10_000)
    page = context.new_page()
    steps.enter(page, name)
    return page


@pytest.fixture
def reference(browser: Browser, base_url: str) -> Iterator[str]:
    """Reported a moment ago by somebody without any script, on a phone."""
    bo = logged_in(browser, base_url, "Bo Ek", java_script_enabled=False, viewport={"width": PHONE, "height": 800})
    bo.goto("/personuppgiftsincidenter/ny/")
    bo.get_by_label("Vad hände?").fill("Ett beslut skickades till fel adress.")
    bo.locator("input[name=aware]").first.check(force=True)
    bo.get_by_role("button", name="Skicka").first.click()
    found = REFERENCE.search(bo.locator("main").inner_text())
    assert found, bo.locator("main").inner_text()
    yield found.group()
    bo.context.close()


def test_the_clock_runs_and_stands_without_a_script(browser: Browser, base_url: str, reference: str) -> None:
    at = f"/personuppgiftsincidenter/{reference}/"
    plain = logged_in(browser, base_url, "Alice Lind", java_script_enabled=False)
    plain.goto(at)
    assert re.search(r"7[12]\stimmar\skvar", plain.get_by_role("timer").inner_text())
    running = logged_in(browser, base_url, "Alice Lind")
    running.goto(at)
    expect(running.locator("[data-countdown]")).to_have_text(
        re.compile(r"71\stimmar\s5\d\sminuter\skvar|72\stimmar\skvar")
    )
    check_every_look(running)
    for page in (plain, running):
        page.context.close()


def test_the_officer_advises_and_who_decides_is_told_the_time(browser: Browser, base_url: str, reference: str) -> None:
    at = f"/personuppgiftsincidenter/{reference}/"
    disa = logged_in(browser, base_url, "Disa Falk")
    expect(disa.locator("main")).to_contain_text(reference)
    disa.goto(f"{at}rad/")
    check_every_look(disa)
    dora = logged_in(browser, base_url, "Dora Wik")
    dora.goto(at)
    expect(dora.get_by_role("timer")).to_be_visible()
    cecilia = logged_in(browser, base_url, "Cecilia Berg")
    answer = cecilia.goto(at)
    assert answer
    assert answer.status == 404
    for page in (disa, dora, cecilia):
        page.context.close()


@pytest.mark.parametrize("address", ["/personuppgiftsincidenter/register/", "/personuppgiftsincidenter/?lage=alla"])
def test_the_register_in_every_look(browser: Browser, base_url: str, address: str) -> None:
    eva = logged_in(browser, base_url, "Eva Sand")
    eva.goto(address)
    check_every_look(eva)
    eva.context.close()
