"""From a report on a phone to the figure in the annual report and back to the record, without JavaScript."""

import re
from typing import Protocol

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys import steps
from tests.journeys.conftest import Served
from tests.journeys.looks import HEIGHT, PHONE

WHAT = "En anmälan om oro låg i fel inkorg över helgen."
FEEDBACK = "Vi läser nu den gemensamma inkorgen varje morgon."
SECOND = 1000
FIELDS = "form input:not([type=hidden], [type=radio], [type=checkbox]), form textarea, form select, form fieldset"


class NewContext(Protocol):
    def __call__(self, **options: object) -> BrowserContext: ...


@pytest.fixture
def phone(new_context: NewContext) -> Page:
    """A small screen, no JavaScript."""
    page = new_context(viewport={"width": PHONE, "height": HEIGHT}, java_script_enabled=False).new_page()
    page.set_default_timeout(SECOND * 10)
    return page


def test_a_report_becomes_a_figure_that_leads_back_to_it(phone: Page, served: Served) -> None:
    year = timezone.localdate().year
    steps.enter(phone, "Eva Sand")
    before = steps.read_figure(phone, year)
    reference = _bo_reports(phone)
    _alice_handles(phone, reference)
    _bo_reads_how_it_went(phone, reference)
    steps.enter(phone, "Eva Sand")
    after = steps.read_figure(phone, year)
    assert after.number == before.number + 1
    phone.goto(after.href)
    phone.get_by_role("link", name=reference).click()
    expect(phone).to_have_url(re.compile(f"/avvikelser/{reference}/$"))
    expect(phone.get_by_text(WHAT)).to_be_visible()
    for command, said in ((("facts", "rebuild", "--check"), " 0 differ"), (("audit", "verify"), "The trail is whole")):
        done = served.varvet(*command)
        assert done.returncode == 0, done.stdout + done.stderr
        assert said in done.stdout
    log = served.log.read_text("utf-8")
    assert not [word for word in (WHAT, FEEDBACK, "inkorg", "Bo Ek") if word in log]


def _bo_reports(page: Page) -> str:
    steps.enter(page, "Bo Ek")
    page.locator("main").get_by_role("link", name="Rapportera", exact=True).click()
    assert page.locator(FIELDS).locator("visible=true").count() <= 6
    reference = steps.report(page, WHAT)
    expect(page.get_by_text("Tack. Din rapport är framme.")).to_be_visible()
    expect(page.get_by_text("Bedöms senast")).to_be_visible()
    page.goto("/")
    page.get_by_role("link", name="Meny").click()
    page.get_by_role("link", name="Mina rapporter").click()
    expect(_row(page, reference)).to_contain_text("Mottagen")
    return reference


def _alice_handles(page: Page, reference: str) -> None:
    steps.enter(page, "Alice Lind")
    page.goto("/att-gora/")  # the start page shows the first few
    page.get_by_role("listitem").filter(has_text=reference).get_by_role("link").click()
    expect(page.get_by_text(WHAT)).to_be_visible()
    page.get_by_role("link", name="Bedöm avvikelsen").click()
    steps.assess(page, reference)
    expect(page.get_by_text("Avvikelsen är bedömd.")).to_be_visible()
    page.get_by_role("link", name="Återkoppla och avsluta").click()
    steps.close(page, reference, FEEDBACK)
    expect(page.get_by_text("Avvikelsen är avslutad.")).to_be_visible()
    page.goto("/att-gora/")
    expect(page.get_by_role("listitem").filter(has_text=reference)).to_have_count(0)


def _bo_reads_how_it_went(page: Page, reference: str) -> None:
    steps.enter(page, "Bo Ek")
    page.goto("/mina-rapporter/")
    expect(_row(page, reference)).to_contain_text("Klar")
    _row(page, reference).get_by_role("link").click()
    expect(page.get_by_role("heading", name="Till dig som rapporterade")).to_be_visible()
    expect(page.get_by_text(FEEDBACK)).to_be_visible()


def _row(page: Page, reference: str) -> Locator:
    return page.locator("li.q:visible").filter(has_text=reference)


def test_it_can_be_reported_with_the_keyboard_alone(phone: Page) -> None:
    steps.enter(phone, "Bo Ek")
    phone.goto("/rapportera/")
    _tab_to(phone, "textarea[name=what]")
    phone.keyboard.type("Ett brev skickades till fel adress.")
    _tab_to(phone, "input[name=when]")
    phone.keyboard.press("ArrowLeft")
    _tab_to(phone, "input[name=worry]")
    phone.keyboard.press("Space")
    _tab_to(phone, "button[type=submit]")
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("Tack. Din rapport är framme.")).to_be_visible()


def _tab_to(page: Page, selector: str) -> None:
    """Nothing but the Tab key, as far as it takes; what has focus must be seen to have it."""
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    pytest.fail(f"The Tab key does not reach {selector} on {page.url}.")
