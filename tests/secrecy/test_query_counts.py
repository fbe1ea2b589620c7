"""How often a page asks the database: the same for one row as for fifty, and never more than a page may cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.secrecy.people import browser_of, send_report
from varvet.kernel.records.models import Record

PLACES = {
    "deviations": "/avvikelser/",
    "lex_sarah": "/lex-sarah/",
    "feedback": "/synpunkter/",
    "improvements": "/atgarder/",
    "self_checks": "/egenkontroll/",
}
LIST_MAY_COST = 20  # session, person, role, scope, settings and terms; then ids, count, rows and their categories
TODO_MAY_COST = 30  # a few for each of seven registers, and one for each sort of thing that waits between them
REPORT_MAY_COST = 90  # 80 in the demo: each happening, unit, year and series break is asked for once


def queries_of(name: str, address: str) -> int:
    browser = browser_of(name)
    browser.get(address)  # what is read once a process is not the page's
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


def unit_with_fewest(kind: str) -> int:
    """A unit with as few records as there are; where some wait for something, a unit where some do."""
    rows = Record.objects.filter(kind=kind, root__slug="bromma")
    waiting = rows.filter(status="received").values("unit_id")
    rows = rows.filter(unit_id__in=waiting) if waiting.exists() else rows
    counts = {
        unit: rows.filter(unit_id=unit).count() for unit in rows.order_by().values_list("unit_id", flat=True).distinct()
    }
    return min(counts, key=lambda unit: counts[unit])


@pytest.mark.parametrize("kind", PLACES)
def test_a_list_costs_the_same_however_long(town: None, kind: str) -> None:
    all_rows = queries_of("Eva Sand", f"{PLACES[kind]}?lage=alla")
    few_rows = queries_of("Eva Sand", f"{PLACES[kind]}?lage=alla&enhet={unit_with_fewest(kind)}")
    assert all_rows == few_rows
    assert all_rows <= LIST_MAY_COST


def test_the_start_page_does_not_cost_more_with_more_to_do(town: None) -> None:
    before = queries_of("Alice Lind", "/")
    for number in range(5):
        send_report(what=f"Händelse {number}")
    assert queries_of("Alice Lind", "/") == before <= TODO_MAY_COST


def test_what_one_has_reported_does_not_cost_more_with_more(town: None) -> None:
    send_report()
    before = queries_of("Bo Ek", "/mina-rapporter/")
    send_report()
    assert queries_of("Bo Ek", "/mina-rapporter/") == before <= LIST_MAY_COST


def test_the_report_asks_once_for_each_thing_it_counts(town: None) -> None:
    assert queries_of("Eva Sand", "/kvalitetsberattelse/2023/") <= REPORT_MAY_COST
