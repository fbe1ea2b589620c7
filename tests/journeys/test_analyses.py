"""An analysis from its figures to an approved text in Word, by a manager on a phone without a script."""

import io
import re

from docx import Document
from playwright.sync_api import expect

from tests.journeys.colleagues import Colleagues, press

WORDS = "Alla grupper har fått samma genomgång av rutinen."


def test_from_figures_to_an_approved_text(colleagues: Colleagues) -> None:
    alice = colleagues("Alice Lind")
    alice.goto("/analyser/")
    alice.get_by_role("link", name=re.compile("^Kvartal")).click()
    page = alice.url
    expect(alice.get_by_role("heading", name="Avvikelser", exact=True)).to_be_visible()
    expect(alice.locator("main")).to_contain_text("Texten talar om en förändring. Skillnaden kan bero på slumpen.")
    colleagues.look("Alice Lind", page)

    alice.locator("#h-helheten").locator("xpath=../..").get_by_role("link", name=re.compile("^Svara på")).first.click()
    colleagues.look("Alice Lind", alice.url)
    alice.get_by_label("Svaret", exact=True).fill(WORDS)
    press(alice, "Spara svaret")
    expect(alice.locator("main")).to_contain_text(WORDS)

    alice.get_by_role("link", name="Fastställ analysen").click()
    press(alice, "Fastställ")  # a conclusion leads nowhere yet
    expect(alice.get_by_role("alert")).to_contain_text("har ingen åtgärd och inget skäl")
    alice.goto(page)
    alice.get_by_role("link", name="Skriv varför slutsats 3 inte behöver någon åtgärd").click()
    alice.get_by_label("Varför behövs ingen åtgärd?").fill("Den finns redan i avdelningens plan.")
    press(alice, "Spara")
    alice.get_by_role("link", name="Fastställ analysen").click()
    press(alice, "Fastställ")
    expect(alice.locator("main")).to_contain_text("Alice Lind")
    expect(alice.get_by_role("link", name=re.compile("^Svara på"))).to_have_count(0)

    with alice.expect_download() as found:
        alice.get_by_role("link", name="Texten i Word").click()
    told = Document(io.BytesIO(found.value.path().read_bytes()))
    assert WORDS in [paragraph.text for paragraph in told.paragraphs]
    colleagues.look("Gun Dahl", page)
