"""Each reading of somebody's words leaves one row in the trail, and nothing else does."""

import pytest

from tests.secrecy.people import Sent, browser_of, person
from varvet.kernel.audit.models import ReadEvent


@pytest.mark.parametrize(
    ("name", "step", "rows"),
    [
        ("Alice Lind", "", 1),
        ("Bo Ek", "", 1),
        ("Alice Lind", "bedom/", 1),  # the words stand beside the form
        ("Bo Ek", "kvitto/", 0),
        ("Bo Ek", "bedom/", 0),  # refused
        ("Cecilia Berg", "", 0),  # not found
    ],
)
def test_a_page_leaves_as_many_rows_as_it_shows_words(sent: Sent, name: str, step: str, rows: int) -> None:
    browser, before = browser_of(name), ReadEvent.objects.count()
    browser.get(f"{sent.page}{step}")
    new = list(ReadEvent.objects.order_by("pk")[before:])
    assert [(row.actor_id, row.record_id) for row in new] == [(person(name).pk, sent.record.pk)] * rows


@pytest.mark.parametrize("address", ["/", "/avvikelser/?lage=alla", "/kvalitetsberattelse/2023/"])
def test_lists_and_reports_read_no_words(sent: Sent, address: str) -> None:
    before = ReadEvent.objects.count()
    assert browser_of("Eva Sand").get(address).status_code == 200
    assert ReadEvent.objects.count() == before


@pytest.mark.parametrize("place", ["lex-sarah", "synpunkter", "risker"])
def test_other_registers_note_the_reading_too(town: None, place: str) -> None:
    browser, before = browser_of("Eva Sand"), ReadEvent.objects.count()
    page = browser.get(f"/{place}/?lage=alla").content.decode()
    assert ReadEvent.objects.count() == before
    address = page.split(f'href="/{place}/', 2)
    first = next(part for part in page.split('href="') if part.startswith(f"/{place}/") and "-20" in part[:25])
    assert len(address) > 1
    assert browser.get(first.partition('"')[0]).status_code == 200
    assert ReadEvent.objects.count() == before + 1
