"""Forms forgive: what was typed stays, sending twice makes one record, and nobody overwrites anybody."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.journeys import steps

WHAT = "Ett samtal kopplades fel\noch ingen ringde upp."


def new_page(browser: Browser, base_url: str, person: str) -> Page:
    page = browser.new_context(base_url=base_url).new_page()
    page.set_default_timeout(10_000)
    steps.enter(page, person)
    return page


@pytest.fixture
def bo(page: Page) -> Page:
    steps.enter(page, "Bo Ek")
    return page


def references(page: Page) -> list[str]:
    page.goto("/mina-rapporter/")
    return (
        steps.REFERENCE.findall(page.locator("main table").inner_text()) if page.locator("main table").count() else []
    )


def test_what_is_wrong_takes_focus_and_leads_to_the_field_and_what_was_typed_stays(bo: Page) -> None:
    bo.goto("/rapportera/")
    bo.get_by_label("Berätta med egna ord").fill(WHAT)
    bo.get_by_label("Vem berördes?").fill("ett barn")
    bo.get_by_role("radio", name="Annan dag").check()
    bo.get_by_role("button", name="Skicka rapporten").click()
    listed = bo.get_by_role("alert")
    expect(listed).to_be_focused()
    expect(listed).to_contain_text("Två saker behöver rättas")
    expect(bo.get_by_label("Berätta med egna ord")).to_have_value(WHAT)
    expect(bo.get_by_label("Vem berördes?")).to_have_value("ett barn")
    expect(bo.get_by_role("radio", name="Annan dag")).to_be_checked()
    for link in listed.get_by_role("link").all():
        link.click()
        assert bo.locator((link.get_attribute("href") or "#") + ":focus").count() == 1


def test_a_form_sent_again_with_the_back_button_makes_one_record(bo: Page) -> None:
    before = references(bo)
    first = steps.report(bo, WHAT)
    bo.go_back()  # leads to the receipt: a sent form is not there to be sent again
    assert steps.reference_on(bo) == first
    assert sorted(references(bo)) == sorted([*before, first])


def test_a_form_kept_open_in_two_tabs_makes_one_record(bo: Page) -> None:
    bo.goto("/rapportera/")
    other = bo.context.new_page()
    other.goto(bo.url)
    made = []
    for tab in (bo, other):
        tab.get_by_label("Berätta med egna ord").fill(WHAT)
        tab.get_by_role("radio", name="Ganska").check()
    for tab in (bo, other):
        tab.get_by_role("button", name="Skicka rapporten").click()
        made.append(steps.reference_on(tab))
    assert made[0] == made[1]
    bo.get_by_role("link", name="Rapportera en till").click()
    expect(bo.get_by_label("Berätta med egna ord")).to_have_value("")


def test_a_draft_waits_and_is_gone_when_sent(bo: Page) -> None:
    bo.goto("/rapportera/")
    bo.get_by_label("Berätta med egna ord").fill(WHAT)
    bo.get_by_role("button", name="Spara utkast").click()
    expect(bo.get_by_text("Det är inte skickat än").or_(bo.get_by_text("Det är inte inskickat än"))).to_be_visible()
    bo.goto("/rapportera/")
    expect(bo.get_by_label("Berätta med egna ord")).to_have_value(WHAT)
    bo.get_by_role("radio", name="Lite").check()
    bo.get_by_role("button", name="Skicka rapporten").click()
    steps.reference_on(bo)
    bo.goto("/rapportera/")
    expect(bo.get_by_label("Berätta med egna ord")).to_have_value("")


def test_of_two_managers_at_once_the_second_is_told_and_keeps_the_text(browser: Browser, base_url: str) -> None:
    pages = [new_page(browser, base_url, name) for name in ("Bo Ek", "Alice Lind", "Farid Noor")]
    bo, alice, farid = pages
    reference = steps.report(bo, WHAT)
    steps.assess(alice, reference)
    farid.goto(f"/avvikelser/{reference}/avsluta/")
    farid.get_by_label("Så blev det").fill("Farids svar, som tog en stund att skriva.")
    steps.close(alice, reference, "Alices svar.")
    farid.get_by_role("button", name="Avsluta avvikelsen").click()
    expect(farid.get_by_label("Så blev det")).to_have_value("Farids svar, som tog en stund att skriva.")
    expect(farid.get_by_role("alert")).to_be_visible()
    bo.goto(f"/avvikelser/{reference}/")
    expect(bo.get_by_text("Alices svar.")).to_be_visible()
    expect(bo.get_by_text("Farids svar")).to_have_count(0)
    for page in pages:
        context: BrowserContext = page.context
        context.close()


def test_of_two_assessments_the_second_sees_what_is_new_before_sending_again(browser: Browser, base_url: str) -> None:
    bo, alice, farid = (new_page(browser, base_url, name) for name in ("Bo Ek", "Alice Lind", "Farid Noor"))
    reference = steps.report(bo, WHAT)
    farid.goto(f"/avvikelser/{reference}/bedom/")
    farid.get_by_role("checkbox", name="Bemanning").check()
    farid.get_by_role("radio", name="Konsekvens 4 allvarlig, sannolikhet 2").check()
    farid.get_by_label("Anteckning").fill("Farids anteckning.")
    steps.assess(alice, reference)
    farid.get_by_role("button", name="Spara bedömningen").click()
    expect(farid.get_by_role("alert")).to_be_visible()
    expect(farid.get_by_label("Anteckning")).to_have_value("Farids anteckning.")
    expect(farid.get_by_role("checkbox", name="Bemanning")).to_be_checked()
    alice.goto(f"/avvikelser/{reference}/")
    expect(alice.get_by_text("Måttlig", exact=True)).to_be_visible()
    expect(alice.get_by_text("Farids anteckning.")).to_have_count(0)
    for page in (bo, alice, farid):
        page.context.close()


@pytest.mark.parametrize("width", [320, 640])
def test_the_report_can_be_made_on_a_small_screen_and_at_200_percent(bo: Page, width: int) -> None:
    bo.set_viewport_size({"width": width, "height": 500})
    steps.report(bo, WHAT)
    expect(bo.get_by_text("Tack. Din rapport är framme.")).to_be_visible()
    assert bo.evaluate("document.documentElement.scrollWidth") <= width
