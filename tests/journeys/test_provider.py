"""Lex Sarah at a private provider, from what it told to the contract's follow-up, on phones without a script."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.colleagues import Colleagues, choose, press

REFERENCE = re.compile(r"LXE-\d{4}-\d{4,}")
REGISTER = "/lex-sarah-i-enskild-regi/"
WHAT = "En boende fick inte sin kvällsmedicin två dagar i rad."
PROVIDER = "Påhittade Ljungbacka omsorg"
CONTRACT, PERSON = "Avtalet med utföraren", "Den person som berörs"


def registered(page: Page) -> str:
    page.goto(f"{REGISTER}ny/")
    page.get_by_label("Vilken utförare?").select_option(label=PROVIDER)
    page.get_by_label("Vad berättar utföraren?").fill(WHAT)
    choose(page, "Ja")
    press(page, "Registrera")
    found = REFERENCE.search(page.locator("main").inner_text())
    assert found, page.locator("main").inner_text()
    return found.group()


def step(page: Page, name: str) -> None:
    page.locator("main").get_by_role("link", name=name, exact=True).first.click()


def planned(page: Page, subject: str, what: str) -> None:
    step(page, "Planera uppföljning")
    choose(page, subject)
    page.get_by_label("Vad ska göras?").fill(what)
    press(page, "Spara uppföljningen")


def finished(page: Page, subject: str, how: str) -> None:
    page.get_by_role("link", name=re.compile(f"Slutför.*{subject}")).click()
    page.get_by_label("Hur gick det?").fill(how)
    press(page, "Slutför uppföljningen")


def assessed(colleagues: Colleagues, at: str) -> None:
    """Asked for, taken in and assessed."""
    dag = colleagues("Dag Holm")
    dag.goto(at)
    step(dag, "Begär utredningen")
    dag.get_by_label("Vad har ni bett om?").fill("Beskriv hur kvällspassen bemannas.")
    press(dag, "Spara begäran")
    step(dag, "Ta emot utredningen")
    choose(dag, "Missförhållande")
    dag.get_by_label("Vad visar utredningen?").fill("Ingen var utsedd att läsa listan.")
    press(dag, "Spara")
    step(dag, "Bedöm utredningen")
    colleagues.look("Dag Holm", f"{at}bedom/")
    choose(dag, "Vi delar den delvis")
    dag.get_by_label("Varför?").fill("Bemanningen saknas bland orsakerna.")
    press(dag, "Spara bedömningen")


def test_from_what_the_provider_told_to_the_follow_up_of_the_contract(colleagues: Colleagues) -> None:
    alice, dag = colleagues("Alice Lind"), colleagues("Dag Holm")
    colleagues.look("Alice Lind", f"{REGISTER}ny/")
    reference = registered(alice)  # whoever is told writes it down; those who handle take it from there
    at = f"{REGISTER}{reference}/"
    dag.goto("/att-gora/")
    expect(dag.locator("main")).to_contain_text(reference)
    assessed(colleagues, at)
    planned(dag, CONTRACT, "Skriftlig rutin för läkemedel på kvällspass.")
    dag.get_by_role("link", name=re.compile(f"Skriv in svaret.*{CONTRACT}")).click()
    dag.get_by_label("Vad svarade utföraren?").fill("Rutinen är skriven.")
    press(dag, "Spara svaret")
    planned(dag, PERSON, "Besök hos den boende.")
    dag.goto(f"{at}avsluta/")
    press(dag, "Avsluta ärendet")  # what is begun is finished first
    expect(dag.get_by_role("alert")).to_be_visible()
    dag.goto(at)
    finished(dag, CONTRACT, "Rutinen fanns på plats vid besöket.")
    finished(dag, PERSON, "Den boende är nöjd.")
    step(dag, "Återkoppla till utföraren")
    dag.get_by_label("Vad har utföraren fått veta?").fill("Ni behöver se över bemanningen.")
    press(dag, "Spara")
    colleagues.look("Dag Holm", at)
    step(dag, "Avsluta ärendet")
    dag.get_by_label("Lärdom för fler").fill("Fråga om läkemedel vid varje avtalsuppföljning.")
    press(dag, "Avsluta ärendet")
    expect(dag.get_by_text("Alla 6 steg är klara.")).to_be_visible()
    for told in ("Rutinen fanns på plats vid besöket.", "Den boende är nöjd."):
        expect(dag.locator("main")).to_contain_text(told)


def test_what_is_anothers_is_left_to_them_with_a_reason(colleagues: Colleagues) -> None:
    dag = colleagues("Dag Holm")
    reference = registered(dag)
    dag.goto(f"{REGISTER}{reference}/")
    step(dag, "Det hör till en annan huvudman")
    dag.get_by_label("Vilken huvudman ansvarar?").fill("Grannkommunen")
    press(dag, "Spara")
    expect(dag.get_by_role("alert")).to_contain_text("Skriv varför ärendet inte är ert.")
    dag.get_by_label("Varför?").fill("Personen är placerad av grannkommunen.")
    press(dag, "Spara")
    expect(dag.locator("main")).to_contain_text("Grannkommunen")
