"""When somebody is away and when somebody leaves, nothing is without an owner; on phones without a script."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import steps
from tests.journeys.colleagues import Colleagues, press
from varvet.kernel.law.days import STOCKHOLM

TODAY = datetime.now(STOCKHOLM).date()
LEAVER, TAKER = "Lena Vik", "Rut Alm"


@pytest.fixture(scope="module")
def staff(colleagues: Colleagues) -> Colleagues:
    """With two more, in a group where nobody else of the demo is: one stands in, and one leaves."""
    for name in (LEAVER, TAKER):
        colleagues.hire(name, "unit_manager", "utredningsgrupp-3")
    return colleagues


def entrusted(staff: Colleagues, name: str) -> str:
    """A deviation of the group that somebody has by name."""
    reference = steps.report(staff(name), "Ett samtal kopplades fel och ingen ringde upp.")
    alice = staff("Alice Lind")
    steps.assess(alice, reference)
    alice.goto(f"/avvikelser/{reference}/fordela/")
    alice.get_by_label("Vem ska").select_option(label=name)
    press(alice, "Fördela")
    alice.get_by_role("link", name="Inled utredning").click()
    press(alice, "Inled utredningen")
    return reference


def tasks_of(page: Page) -> str:
    page.goto("/att-gora/")
    return page.locator("main").inner_text()


def test_a_deputy_has_what_waits_while_somebody_is_away(staff: Colleagues) -> None:
    reference = entrusted(staff, LEAVER)
    away, deputy = staff(LEAVER), staff(TAKER)
    assert reference in tasks_of(away)
    staff.look(LEAVER, "/franvaro/")
    away.goto("/franvaro/")
    away.get_by_label("Sista dagen").fill((TODAY - timedelta(days=1)).isoformat())
    press(away, "Spara frånvaron")  # who comes back before leaving is told so
    expect(away.get_by_role("alert")).to_be_visible()
    away.get_by_label("Sista dagen").fill((TODAY + timedelta(days=7)).isoformat())
    away.get_by_label("Vikarie").select_option(label=TAKER)
    press(away, "Spara frånvaron")
    expect(away.locator("main")).to_contain_text(f"{TAKER} vikarierar")
    staff.look(LEAVER, "/franvaro/")
    assert reference in tasks_of(deputy)
    assert LEAVER in tasks_of(deputy)  # whose it is
    staff("Alice Lind").goto("/medarbetare/")
    expect(staff("Alice Lind").locator("main")).to_contain_text("borta i dag")
    away.goto("/franvaro/")
    away.get_by_role("button", name="Avsluta").click()
    assert f"{reference} · {LEAVER}" not in tasks_of(deputy)


def test_the_work_of_somebody_who_leaves_is_handed_over_whole(staff: Colleagues) -> None:
    reference = entrusted(staff, LEAVER)
    alice, taker = staff("Alice Lind"), staff(TAKER)
    alice.goto("/medarbetare/")
    staff.look("Alice Lind", "/medarbetare/")
    alice.get_by_role("link", name=f"Lämna över {LEAVER}").click()
    expect(alice.locator("main")).to_contain_text(reference)
    staff.look("Alice Lind", alice.url)
    press(alice, "Lämna över allt")
    expect(alice.get_by_role("alert")).to_contain_text("Välj vem som tar över.")
    alice.get_by_label("Vem tar över?").select_option(label=TAKER)
    alice.get_by_label("Varför lämnas arbetet över?").fill("Hon slutar.")
    press(alice, "Lämna över allt")
    expect(alice.locator("main")).to_contain_text("Inget att lämna över")
    taker.goto(f"/avvikelser/{reference}/")
    expect(taker.locator("main")).to_contain_text(TAKER)
    assert reference in tasks_of(taker)
    alice.goto(f"/avvikelser/{reference}/")
    expect(alice.locator("aside").first).not_to_contain_text(LEAVER)
