"""An improvement has no effect when that comes due; another is born, and next year's report tells of both."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from tests.journeys import steps
from tests.journeys.colleagues import choose, press
from tests.journeys.conftest import LOG, _environment, _free_port, _wait_for

LATER = Path(__file__).parent / "later"
TODAY = timezone.localdate()
EFFECT_ON = date(TODAY.year + 1, 2, 1)
OLD, NEW = "Checklista vid varje nytt ärende", "Två läser checklistan tillsammans"
ENOUGH = 20_000  # milliseconds for one thing: the report is computed


@contextmanager
def lived_on(data: Path, day: date) -> Iterator[str]:
    """The program as it runs on a day, on the same data; its address."""
    address = f"http://127.0.0.1:{_free_port()}"
    environment = {
        **_environment(data),
        "PYTHONPATH": os.pathsep.join([str(LATER), str(Path.cwd())]),
        "VARVET_TESTS_DAYS_LATER": str((day - TODAY).days),
    }
    command = [sys.executable, "-m", "varvet", "serve", "--no-worker", "--port", address.rpartition(":")[2]]
    with (data / LOG).open("a") as output:
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
    try:
        _wait_for(address, process, data / LOG)
        yield address
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture
def data(loaded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(loaded, tmp_path / "data"))


def entered(browser: Browser, address: str, name: str) -> Page:
    """In a window of their own, without a script."""
    context = browser.new_context(base_url=address, java_script_enabled=False)
    context.set_default_timeout(ENOUGH)
    page = context.new_page()
    steps.enter(page, name)
    return page


def decided_and_carried_out(page: Page) -> str:
    """By the manager, who is responsible; the coordinator is to judge. Its address."""
    page.goto("/atgarder/ny/")
    page.get_by_label("Vad ska göras?").fill(OLD)
    page.get_by_label("Vilken sorts orsak?").select_option(label="Rutin")
    page.get_by_label("Vem ansvarar?").select_option(label="Alice Lind")
    choose(page, "En indikator med ett mål")
    page.get_by_role("textbox", name=re.compile("^Indikator")).fill("Ärenden med ifylld checklista")
    page.get_by_role("textbox", name=re.compile("^Mål")).fill("minst 18 av 20")
    page.get_by_label("När bedöms effekten?").fill(EFFECT_ON.isoformat())
    page.get_by_label("Vem bedömer effekten?").select_option(label="Eva Sand")
    press(page, "Besluta")
    expect(page.get_by_role("heading", level=1)).to_have_text(OLD)
    page.get_by_role("link", name="Markera som genomförd").click()
    press(page, "Spara")
    expect(page.get_by_text("Effekten är inte bedömd än.")).to_be_visible()
    return re.sub(r"^https?://[^/]+", "", page.url)


def judged_without_effect(page: Page, at: str) -> str:
    """The check has come due; the reference of what is done instead."""
    page.goto("/atgarder/tidslinje/")
    late = page.get_by_role("row", name=re.compile("^Försenat"))
    expect(late.get_by_role("link", name=OLD)).to_be_visible()
    page.goto(at)
    page.get_by_role("link", name="Bedöm effekten").click()
    choose(page, "Ingen effekt")
    page.get_by_label("Vad visar det?").fill("12 av 20 före och 12 av 20 efter")
    press(page, "Spara bedömningen")
    expect(page.get_by_text("En ny åtgärd beslutas i samma steg.").first).to_be_visible()
    page.get_by_label("Vad gör ni i stället?").fill(NEW)
    press(page, "Spara bedömningen")
    expect(page.get_by_text("Ledde till")).to_be_visible()
    page.get_by_role("link", name=re.compile(rf"ATG-{EFFECT_ON.year}-")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NEW)
    expect(page.get_by_text("Andra året i rad").first).to_be_visible()
    return page.url.rstrip("/").rpartition("/")[2]


def told_in_the_report(page: Page, reference: str) -> None:
    page.goto(f"/kvalitetsberattelse/{EFFECT_ON.year}/")
    since = page.locator("table", has=page.locator("caption", has_text="Förbättringsarbetet sedan förra året"))
    old = since.get_by_role("row", name=re.compile(OLD))
    expect(old).to_contain_text("Ingen effekt")
    expect(old).to_contain_text(f"Följs av {reference}")
    planned = page.locator("table", has=page.locator("caption", has_text="Planerade förbättringsåtgärder"))
    expect(planned.get_by_role("row", name=re.compile(NEW))).to_be_visible()


def test_what_had_no_effect_leads_on_and_next_years_report_shows_both(browser: Browser, data: Path) -> None:
    with lived_on(data, TODAY) as address:
        at = decided_and_carried_out(entered(browser, address, "Alice Lind"))
    with lived_on(data, EFFECT_ON + timedelta(days=2)) as address:
        eva = entered(browser, address, "Eva Sand")
        told_in_the_report(eva, judged_without_effect(eva, at))
