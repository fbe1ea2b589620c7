"""Lex Sarah from the report to what the inspectorate decided, by four people; each page in every look."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import steps
from tests.journeys.looks import check_every_look
from varvet.kernel.law.days import STOCKHOLM

REFERENCE = re.compile(r"LXS-\d{4}-\d{4,}")
WHAT = "Ett barn fick inget besök under tre månader."
SECTIONS = ("event", "noticed", "when", "consequences", "causes", "again", "measures", "view")
TODAY = datetime.now(STOCKHOLM).date().isoformat()
Become = Callable[[str], Page]


@pytest.fixture
def become(browser: Browser, base_url: str) -> Iterator[Become]:
    """A browser of one's own for each person, which stays open so that one can come back to them."""
    contexts = {}

    def one(name: str) -> Page:
        if name not in contexts:
            contexts[name] = browser.new_context(base_url=base_url, viewport={"width": 1280, "height": 800})
            contexts[name].set_default_timeout(10_000)
            steps.enter(contexts[name].new_page(), name)
        return contexts[name].pages[0]

    yield one
    for context in contexts.values():
        context.close()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def reported(page: Page) -> str:
    page.goto("/lex-sarah/rapportera/")
    check_every_look(page)
    page.get_by_label("Berätta vad som hände").fill(WHAT)
    page.get_by_label("Vilken dag hände det?").fill(TODAY)
    press(page, "Skicka rapporten")
    found = REFERENCE.search(page.locator("main").inner_text())
    assert found
    check_every_look(page)
    return found.group()


def investigated(page: Page, at: str) -> None:
    """Opened, every section written, a cause, the person told, a proposal: then it is complete."""
    page.goto(f"{at}inled/")
    page.get_by_label("Vad handlar det om?").select_option(label="Brister i bemötande")
    page.get_by_role("checkbox", name="Jag är inte jävig i ärendet").check()
    press(page, "Inled utredningen")
    page.goto(f"{at}utredning/slutfor/")
    expect(page.get_by_role("heading", name="Det här saknas i utredningen")).to_be_visible()
    for place in SECTIONS:
        page.goto(f"{at}utredning/avsnitt/{place}/")
        page.locator("textarea").first.fill("Så här var det, enligt samtal och akt.")
        press(page, "Spara avsnittet")
    page.goto(f"{at}utredning/orsaker/")
    page.get_by_label("Vad är det för slags orsak?").select_option(label="Rutin")
    page.get_by_label("Därför hände det").fill("Ingen bevakade besöken.")
    press(page, "Spara orsaken")
    page.goto(f"{at}utredning/")
    page.get_by_role("link", name="skriv varför det inte behövs").click()
    page.get_by_label("Varför behövs ingen åtgärd?").fill("Den beslutas genom förslaget.")
    page.locator("main form button[type=submit]").first.click()
    page.goto(f"{at}information/")
    page.get_by_role("radio", name="Ja", exact=True).check(force=True)
    page.get_by_label("Vilken dag?").fill(TODAY)
    page.get_by_label("Hur, eller varför inte?").fill("Utredaren ringde.")
    press(page, "Spara")
    page.goto(f"{at}forslag/nytt/")
    page.get_by_label("Vad föreslår du?").fill("En lista över besök gås igenom varje vecka.")
    page.get_by_label("Vilken orsak gäller det?").select_option(index=1)
    check_every_look(page)
    press(page, "Spara förslaget")
    page.goto(f"{at}utredning/")
    check_every_look(page)
    page.goto(f"{at}utredning/slutfor/")
    press(page, "Slutför utredningen")


def decided(page: Page, at: str, outcome: str) -> None:
    page.goto(f"{at}besluta/")
    check_every_look(page)
    page.get_by_role("radio", name=outcome, exact=True).check(force=True)
    page.get_by_label("Skäl för beslutet").fill("Barnet var utan skydd.")
    page.get_by_role("checkbox", name="Jag intygar att jag inte är jävig").check()
    press(page, "Fatta beslutet")


def test_from_the_report_to_what_the_inspectorate_decided(become: Become) -> None:
    bo, dag, ingrid = become("Bo Ek"), become("Dag Holm"), become("Ingrid Palm")
    reference = reported(bo)
    at = f"/lex-sarah/{reference}/"
    investigated(dag, at)
    decided(ingrid, at, "Allvarligt missförhållande")
    ingrid.goto(f"{at}avsluta/")  # who decides does not close
    ingrid.goto(f"{at}ivo/anmal/")
    check_every_look(ingrid)
    ingrid.get_by_label("IVO:s diarienummer").fill("3.1.1-77/2026")
    press(ingrid, "Anmälan är skickad")
    expect(ingrid.locator("main")).to_contain_text("3.1.1-77/2026")

    dag.goto(f"{at}ivo/beslut/")
    dag.locator("main input[type=radio]").first.check(force=True)
    dag.get_by_label("Beslutets dag").fill(TODAY)
    press(dag, "Spara IVO:s beslut")
    expect(dag.locator("main")).to_contain_text("Beslutets dag")
    check_every_look(dag)

    dag.goto(f"{at}avsluta/")
    expect(dag.get_by_role("heading", name="Det här saknas innan du kan avsluta")).to_be_visible()
    check_every_look(dag)
    bo.goto(f"/lex-sarah/mina/{reference}/")
    expect(bo.locator("main")).to_contain_text(WHAT)
    check_every_look(bo)


def test_the_documents_come_as_downloads_and_say_what_was_decided(become: Become) -> None:
    dag = become("Dag Holm")
    dag.goto("/lex-sarah/?lage=closed")
    dag.locator("td.rf a").first.click()  # the newest that is closed was told to the inspectorate
    at = dag.url
    word = dag.request.get(f"{at}handlingar/anmalan/docx/")
    assert word.headers["content-disposition"].startswith("attachment;")
    with zipfile.ZipFile(io.BytesIO(word.body())) as archive:
        assert "Allvarligt missförhållande" in archive.read("word/document.xml").decode()
    assert dag.request.get(f"{at}handlingar/utredning/pdf/").body().startswith(b"%PDF-")
    dag.goto(f"{at}sammanfattning/")
    check_every_look(dag)


def test_whoever_decides_sees_what_waits_and_nothing_else_is_theirs(become: Become) -> None:
    ingrid = become("Ingrid Palm")
    expect(ingrid.locator("main")).to_contain_text("Besluta i ett lex Sarah-ärende")
    assert ingrid.goto("/avvikelser/").status == 403  # type: ignore[union-attr]  # a page was asked for
