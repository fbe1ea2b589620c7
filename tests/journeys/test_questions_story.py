"""What may be lex Sarah, from the assessment to its answer, by four people on phones without a script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import steps
from tests.journeys.colleagues import Colleagues, choose, press

RECONCILIATION = "/lex-sarah/avstamning/"
CASE = re.compile(r"LXS-\d{4}-\d{4,}")
WHY_NOT = "Det är redan utrett i ett annat ärende."


@pytest.fixture
def asked(colleagues: Colleagues) -> str:
    """A deviation that the manager has asked about: is it also lex Sarah?"""
    reference = steps.report(colleagues("Bo Ek"), "En anmälan låg obedömd i tre veckor i fel inkorg.")
    alice = colleagues("Alice Lind")
    alice.goto(f"/avvikelser/{reference}/bedom/")
    choose(alice, "Dokumentation")
    alice.get_by_role("radio", name=re.compile("Konsekvens 3 .*sannolikhet 3 ")).check(force=True)
    alice.get_by_role("checkbox", name="Möjlig lex Sarah").check()
    press(alice, "Spara bedömningen")
    expect(alice.locator("#fragor")).to_contain_text("Väntar på svar")
    return reference


def part(page: Page, heading: str) -> str:
    """What the reconciliation says under a heading."""
    page.goto(RECONCILIATION)
    section = page.locator("section", has=page.get_by_role("heading", name=heading, exact=True))
    return section.inner_text() if section.count() else ""


def test_a_question_is_refused_with_a_reason_that_everybody_concerned_reads(colleagues: Colleagues, asked: str) -> None:
    alice, dag, eva = colleagues("Alice Lind"), colleagues("Dag Holm"), colleagues("Eva Sand")
    assert asked in part(eva, "Väntar")
    colleagues.look("Eva Sand", RECONCILIATION)
    colleagues.look("Alice Lind", f"/lex-sarah/prova/{asked}/")
    alice.goto(f"/lex-sarah/prova/{asked}/")
    expect(alice.locator("main")).to_contain_text("Frågan är redan ställd")
    expect(alice.locator("main form button")).to_have_count(0)

    colleagues.look("Dag Holm", "/fragor/")
    dag.goto("/fragor/")
    dag.get_by_role("link", name=f"Avböj {asked}").click()
    colleagues.look("Dag Holm", dag.url)
    press(dag, "Avböj")  # without a reason nothing is refused
    expect(dag.get_by_role("alert")).to_contain_text("Skriv varför ni inte tar emot ärendet.")
    dag.get_by_label("Varför tar ni inte emot det?").fill(WHY_NOT)
    press(dag, "Avböj")
    expect(dag.locator("main")).not_to_contain_text(asked)

    assert asked not in part(eva, "Väntar")
    assert f"{asked}\n" in part(eva, "Har skäl")
    assert "Dag Holm gav skälet" in part(eva, "Har skäl")
    alice.goto(f"/avvikelser/{asked}/")
    expect(alice.locator("#fragor")).to_contain_text(WHY_NOT)


def test_a_question_is_accepted_and_becomes_a_case(colleagues: Colleagues, asked: str) -> None:
    alice, dag, eva = colleagues("Alice Lind"), colleagues("Dag Holm"), colleagues("Eva Sand")
    dag.goto("/fragor/")
    dag.get_by_role("button", name=f"Ta emot {asked}").click()
    found = CASE.search(dag.locator("main").inner_text())
    assert found
    expect(dag.locator("main")).to_contain_text(asked)
    assert f"{found.group()}\n" in part(eva, "Blev ärenden")
    assert asked in part(eva, "Blev ärenden")
    colleagues.look("Eva Sand", RECONCILIATION)
    alice.goto(f"/lex-sarah/prova/{asked}/")
    expect(alice.locator("main")).to_contain_text("Det är redan ett lex Sarah-ärende")
    dag.goto("/fragor/")
    expect(dag.locator("main")).not_to_contain_text(asked)


def test_nobody_closes_what_waits_for_an_answer(colleagues: Colleagues, asked: str) -> None:
    alice, dag = colleagues("Alice Lind"), colleagues("Dag Holm")
    steps.close(alice, asked, "Vi har läst igenom alla inkorgar.")
    expect(alice.get_by_role("alert")).to_contain_text("svar på det ni har frågat andra om")
    dag.goto("/fragor/")
    dag.get_by_role("link", name=f"Avböj {asked}").click()
    dag.get_by_label("Varför tar ni inte emot det?").fill(WHY_NOT)
    press(dag, "Avböj")
    steps.close(alice, asked, "Vi har läst igenom alla inkorgar.")
    expect(alice.get_by_text("Alla 6 steg är klara.")).to_be_visible()
