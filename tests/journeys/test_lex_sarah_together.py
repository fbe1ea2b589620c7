"""Lex Sarah between people, on phones without a script: two decide at once, a manager answers, others learn."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.colleagues import Colleagues, choose, press
from varvet.kernel.law.days import STOCKHOLM

REFERENCE = re.compile(r"LXS-\d{4}-\d{4,}")
SECTIONS = ("event", "noticed", "when", "consequences", "causes", "again", "measures", "view")
TODAY = datetime.now(STOCKHOLM).date().isoformat()
PROPOSALS = ("En lista över besök gås igenom.", "Alla besök bokas i par.", "Gruppen byter lokal.")
OTHER = "Karin Falk"
LESSON = "En lista som gås igenom varje vecka gör att inget besök glöms."
SIMILAR = "Bromma förebyggande och behandling"


@pytest.fixture(scope="module")
def staff(colleagues: Colleagues) -> Colleagues:
    """With a second person who may decide."""
    colleagues.hire(OTHER, "decision_maker")
    return colleagues


def reported(page: Page) -> str:
    page.goto("/lex-sarah/rapportera/")
    page.get_by_label("Berätta vad som hände").fill("Ett barn fick inget besök under tre månader.")
    page.get_by_label("Vilken dag hände det?").fill(TODAY)
    press(page, "Skicka rapporten")
    found = REFERENCE.search(page.locator("main").inner_text())
    assert found
    return found.group()


def opened(page: Page, at: str) -> None:
    page.goto(f"{at}inled/")
    page.get_by_label("Vad handlar det om?").select_option(label="Brister i bemötande")
    choose(page, "Jag är inte jävig i ärendet")
    press(page, "Inled utredningen")


def investigated(page: Page, at: str) -> None:
    """Every section, a cause and why it needs no measure of its own, the person told, and three proposals."""
    for place in SECTIONS:
        page.goto(f"{at}utredning/avsnitt/{place}/")
        page.locator("textarea").first.fill("Så här var det, enligt samtal och akt.")
        press(page, "Spara avsnittet")
    page.goto(f"{at}utredning/orsaker/")
    page.get_by_label("Vad är det för slags orsak?").select_option(label="Rutin")
    page.get_by_label("Därför hände det").fill("Ingen bevakade besöken.")
    press(page, "Spara orsaken")
    page.goto(f"{at}information/")
    choose(page, "Ja")
    page.get_by_label("Vilken dag?").fill(TODAY)
    page.get_by_label("Hur, eller varför inte?").fill("Utredaren ringde.")
    press(page, "Spara")
    for words in PROPOSALS:
        page.goto(f"{at}forslag/nytt/")
        page.get_by_label("Vad föreslår du?").fill(words)
        page.get_by_label("Vilken orsak gäller det?").select_option(index=1)
        press(page, "Spara förslaget")
    page.goto(f"{at}utredning/slutfor/")
    press(page, "Slutför utredningen")


def deciding(page: Page, at: str, outcome: str, grounds: str) -> None:
    """The form filled, and not sent."""
    page.goto(f"{at}besluta/")
    choose(page, outcome)
    page.get_by_label("Skäl för beslutet").fill(grounds)
    choose(page, "Jag intygar att jag inte är jävig")


def told(page: Page, reference: str) -> int:
    """How often somebody has been told something of a case."""
    page.goto("/aviseringar/")
    return page.locator("main").inner_text().count(reference)


def answered(page: Page, at: str, number: int, answer: str) -> None:
    page.goto(f"{at}forslag/{number}/svara/")
    choose(page, answer)
    page.get_by_label("Varför?").fill("Så gör vi från nästa månad.")
    press(page, "Spara svaret")


def made_measure(page: Page, at: str) -> str:
    """Of the first proposal that was accepted and has none yet: its title."""
    page.goto(f"{at}forslag/")
    page.get_by_role("link", name="Gör en åtgärd av förslaget").first.click()
    field = page.get_by_label("Vad ska göras?")
    title = f"Åtgärd efter förslag {at[-5:-1]} {page.url[-8:]}"
    field.fill(title)
    press(page, "Besluta")
    return title


@pytest.fixture(scope="module")
def case(staff: Colleagues) -> str:
    """A case whose investigation is complete, with three proposals; its address."""
    bo, dag = staff("Bo Ek"), staff("Dag Holm")
    at = f"/lex-sarah/{reported(bo)}/"
    opened(dag, at)
    investigated(dag, at)
    return at


def test_of_two_who_decide_one_wins_and_the_other_is_told(staff: Colleagues, case: str) -> None:
    ingrid, karin, alice, bo = (staff(name) for name in ("Ingrid Palm", OTHER, "Alice Lind", "Bo Ek"))
    reference = case.split("/")[2]
    deciding(ingrid, case, "Missförhållande", "Barnet var utan skydd.")
    deciding(karin, case, "Inget missförhållande", "Karins skäl, som tog en stund att skriva.")
    press(ingrid, "Fatta beslutet")
    expect(ingrid.locator("main")).to_contain_text("Barnet var utan skydd.")
    once = told(alice, reference)  # she has proposals to answer
    assert once
    press(karin, "Fatta beslutet")
    expect(karin.get_by_role("alert")).to_be_visible()
    expect(karin.get_by_label("Skäl för beslutet")).to_have_value("Karins skäl, som tog en stund att skriva.")
    karin.goto(case)
    expect(karin.locator("main")).to_contain_text("Barnet var utan skydd.")
    expect(karin.locator("main")).not_to_contain_text("Karins skäl")
    assert told(alice, reference) == once
    bo.goto("/mina-rapporter/")
    bo.get_by_role("link", name=reference).first.click()
    expect(bo.get_by_role("heading", level=1)).to_have_text("Följs upp")


def test_the_manager_answers_each_proposal_and_what_was_accepted_becomes_measures(staff: Colleagues, case: str) -> None:
    alice = staff("Alice Lind")
    staff.look("Alice Lind", f"{case}forslag/1/svara/")
    for number, answer in enumerate(("Antas", "Antas med ändring", "Antas inte"), 1):
        answered(alice, case, number, answer)
    titles = {made_measure(alice, case) for _ in range(2)}
    alice.goto(f"{case}forslag/")
    for title in titles:
        expect(alice.get_by_role("link", name=title)).to_be_visible()
    expect(alice.get_by_role("link", name="Gör en åtgärd av förslaget")).to_have_count(0)
    expect(alice.get_by_role("link", name="Svara", exact=True)).to_have_count(0)
    staff.look("Alice Lind", f"{case}forslag/")


def test_a_lesson_reaches_a_similar_unit_and_is_raised_there(staff: Colleagues, case: str) -> None:
    dag, farid = staff("Dag Holm"), staff("Farid Noor")
    dag.goto(f"{case}sprid-lardom/")
    dag.get_by_label("Lärdomen").fill(f"{LESSON} Det gällde 121212-1212.")
    choose(dag, SIMILAR)
    press(dag, "Skicka lärdomen")
    expect(dag.get_by_role("alert")).to_contain_text("Läs den igen.")
    dag.get_by_label("Lärdomen").fill(LESSON)
    press(dag, "Skicka lärdomen")
    farid.goto("/lex-sarah/lardomar/")
    row = farid.locator("li", has_text=LESSON)
    expect(row).to_contain_text(SIMILAR)
    expect(farid.locator("main")).not_to_contain_text(case.split("/")[2])
    staff.look("Farid Noor", "/lex-sarah/lardomar/")
    row.get_by_role("link", name="Markera som läst eller upptagen").click()
    staff.look("Farid Noor", farid.url)
    press(farid, "Spara")
    expect(farid.locator("li", has_text=LESSON)).to_contain_text("togs upp")
