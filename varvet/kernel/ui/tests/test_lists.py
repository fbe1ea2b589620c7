"""What a list's address says, and the tabs and the paging it is shown with."""

import pytest
from django.http import QueryDict

from varvet.kernel.records.models import Record
from varvet.kernel.records.paging import COUNTED, Page
from varvet.kernel.ui.lists import Paging, Tab, cases_of, paging_of, status_asked, tabs_of, unit_asked


def page(total: int, after: str = "") -> Page[Record]:
    return Page([], after, total)


@pytest.mark.parametrize(
    ("query", "status"), [("", "open"), ("lage=open", "open"), ("lage=done", "done"), ("lage=alla", ""), ("lage=x", "")]
)
def test_the_state_asked_for(query: str, status: str) -> None:
    assert status_asked(QueryDict(query), {"done": "Klar"}) == status


@pytest.mark.parametrize("query", ["", "enhet=", "enhet=-1", "enhet=x", "enhet=²", "enhet=123456789012"])
def test_what_can_be_no_unit_is_left_out(query: str) -> None:
    assert unit_asked(QueryDict(query)) is None


@pytest.mark.parametrize("unit", [0, 17, 99_999_999_999])
def test_the_unit_asked_for(unit: int) -> None:
    """One that nobody has is asked for all the same: the list is then empty."""
    assert unit_asked(QueryDict(f"enhet={unit}")) == unit


def test_a_tab_keeps_what_else_is_chosen() -> None:
    tabs = tabs_of([("open", "Öppna"), ("", "Alla")], {"enhet": 17}, "")
    assert tabs == [Tab("Öppna", "?enhet=17&lage=open"), Tab("Alla", "?enhet=17&lage=alla", current=True)]


def test_the_next_page_keeps_what_is_chosen() -> None:
    assert paging_of(page(70, "2026_9"), "70", {"lage": "open"}) == Paging("70", next_href="?lage=open&efter=2026_9")
    assert paging_of(page(1), "1", {"lage": "open"}) == Paging("1")


@pytest.mark.parametrize(
    ("total", "says"), [(0, "0 ärenden"), (1, "1 ärende"), (999, "999 ärenden"), (COUNTED, "Minst 1\u202f000 ärenden")]
)
def test_how_many_cases_there_are(total: int, says: str) -> None:
    assert cases_of(page(total)) == says
