"""What others have a part in, from the assessment to their answer and their figures, on a phone without a script."""

import re

from playwright.sync_api import Page, expect

from tests.journeys import steps
from tests.journeys.colleagues import Colleagues, choose, press

COMMITTEE, THEIR_NUMBER = "Äldre- och omsorgsnämnden", "HSL-4471"
ANSWER = "De har ändrat rutinen för delning av läkemedel."
HOSPITAL = "Norra sjukhuset"


def assessed_as(page: Page, reference: str, nature: str) -> None:
    page.goto(f"/avvikelser/{reference}/bedom/")
    page.get_by_role("radio", name=nature).check(force=True)
    choose(page, "Dokumentation")
    page.get_by_role("radio", name=re.compile("Konsekvens 3 .*sannolikhet 3 ")).check(force=True)
    press(page, "Spara bedömningen")


def handed_over(colleagues: Colleagues, at: str) -> None:
    """To the committee that has the health care, once secrecy has been assessed."""
    alice = colleagues("Alice Lind")
    alice.get_by_role("link", name="Lämna över till någon annan").click()
    colleagues.look("Alice Lind", f"{at}lamna-over/")
    choose(alice, "Nämnden som ansvarar för hälso- och sjukvården")
    press(alice, "Fortsätt")
    alice.get_by_label("Vilken organisation?").fill(COMMITTEE)
    press(alice, "Spara överlämningen")
    expect(alice.get_by_role("alert")).to_be_visible()
    colleagues.look("Alice Lind", alice.url)
    alice.get_by_label("Numret i deras system").fill(THEIR_NUMBER)
    choose(alice, "Jag har prövat sekretessen")
    alice.get_by_label("Vad visade prövningen?").fill("Uppgifterna pekar inte ut någon.")
    press(alice, "Spara överlämningen")


def test_health_care_is_described_handed_over_watched_and_answered(colleagues: Colleagues) -> None:
    alice, farid = colleagues("Alice Lind"), colleagues("Farid Noor")
    reference = steps.report(colleagues("Bo Ek"), "En brukare fick dubbel dos av sin medicin.")
    at = f"/avvikelser/{reference}/"
    assessed_as(alice, reference, "Avvikelse i hälso- och sjukvård")
    expect(alice.get_by_role("heading", level=1)).to_have_text("Vad hände i vården?")  # at once, not as a step to find
    colleagues.look("Alice Lind", f"{at}vard-eller-samverkan/")
    alice.get_by_label("Vad hände i vården?").select_option(label="Läkemedel: fel dos")
    choose(alice, "Nej, ingen skadades")
    press(alice, "Spara uppgifterna")
    expect(alice.locator("main")).to_contain_text("Läkemedel: fel dos")

    handed_over(colleagues, at)
    panel = alice.locator("#overlamningar")
    expect(panel).to_contain_text("Väntar på svar")
    expect(panel).to_contain_text(THEIR_NUMBER)

    panel.get_by_role("link", name="Byt ansvarig").click()
    alice.get_by_label("Vem ska bevaka överlämningen?").select_option(label="Farid Noor")
    press(alice, "Spara")
    expect(alice.locator("#overlamningar")).to_contain_text("Farid Noor")
    farid.goto(at)
    farid.locator("#overlamningar").get_by_role("link", name="Skriv in svaret").click()
    colleagues.look("Farid Noor", farid.url)
    choose(farid, "De delar vår bild")
    farid.get_by_label("Hur har de räknat händelsen?").select_option(label="Som tillbud eller risk")
    farid.get_by_label("Svaret i korthet").fill(ANSWER)
    press(farid, "Spara svaret")
    panel = farid.locator("#overlamningar")
    for told in ("Besvarad", "Som tillbud eller risk", ANSWER, THEIR_NUMBER):
        expect(panel).to_contain_text(told)


def test_what_a_counterpart_saw_is_answered(colleagues: Colleagues) -> None:
    alice = colleagues("Alice Lind")
    colleagues.look("Alice Lind", "/avvikelser/samverkan/")
    alice.goto("/avvikelser/samverkan/")
    choose(alice, "Från dem till oss")
    alice.get_by_label("Vem är motpart?").select_option(label="Sjukhus")
    alice.get_by_label("Vad heter motparten?").fill(HOSPITAL)
    alice.get_by_label("Vilken överenskommelse brast?").select_option(label="Utskrivning från slutenvård")
    alice.get_by_label("Numret i deras system").fill("NS-2")
    alice.get_by_label("Berätta med egna ord").fill("Sjukhuset fick inget svar på kallelsen.")
    press(alice, "Registrera")
    expect(alice.locator("#overlamningar")).to_contain_text("Vårt svar till motparten")
    alice.locator("#overlamningar").get_by_role("link", name="Svara motparten").click()
    choose(alice, "Jag har prövat sekretessen")
    alice.get_by_label("Vad visade prövningen?").fill("Den enskilda samtycker.")
    press(alice, "Spara svaret")
    expect(alice.locator("#overlamningar")).to_contain_text("Skickat")


def test_nobody_closes_what_another_has_not_answered(colleagues: Colleagues) -> None:
    alice = colleagues("Alice Lind")
    reference = steps.report(colleagues("Bo Ek"), "En kollega halkade i trappan till lokalen.")
    steps.assess(alice, reference)
    alice.goto(f"/avvikelser/{reference}/lamna-over/")
    choose(alice, "Arbetsgivarens system för arbetsskador och tillbud")
    press(alice, "Fortsätt")
    steps.close(alice, reference, "Det är anmält i arbetsgivarens system.")
    expect(alice.get_by_role("alert")).to_contain_text("överlämningar")
    alice.goto(f"/avvikelser/{reference}/")
    alice.locator("#overlamningar").get_by_role("link", name="Lämna inte över").click()
    alice.get_by_label("Varför lämnas den inte över?").fill("Kollegan har anmält den själv.")
    press(alice, "Lämna inte över")
    steps.close(alice, reference, "Det är anmält i arbetsgivarens system.")
    expect(alice.get_by_text("Alla 6 steg är klara.")).to_be_visible()
