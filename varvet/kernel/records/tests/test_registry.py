"""The registry: no two registers share a kind or a prefix, and measures are found by name."""

from dataclasses import replace

import pytest

from varvet.kernel.access.tests.cast import Cast, reader_of
from varvet.kernel.records import registry
from varvet.kernel.records.registry import Measure, MenuItem
from varvet.kernel.records.tests.toy import TOYS

pytestmark = pytest.mark.usefixtures("toys")
MEASURE = Measure("dolls.received", "Dockor", "Antal dockor.", "dolls", "received", ("month",), "0 är inga.")


def test_kinds_and_prefixes_are_used_once() -> None:
    for taken in (replace(TOYS, prefix="DOC"), replace(TOYS, kind="dolls")):
        with pytest.raises(ValueError, match="share"):
            registry.add(taken)
    assert registry.list_registers() == [TOYS]


def test_a_measure_is_found_by_its_code() -> None:
    registry.add(replace(TOYS, kind="dolls", prefix="DOC", measures=(MEASURE,)))
    assert registry.get_measure("dolls.received") == MEASURE
    with pytest.raises(KeyError):
        registry.get_measure("dolls.closed")


def test_the_menu_shows_what_the_reader_may(cast: Cast) -> None:
    item = MenuItem("Dockor", "dolls:list", "deviations.view")
    registry.add(replace(TOYS, kind="dolls", prefix="DOC", menu=(item,)))
    assert registry.menu_for(reader_of(cast.alice)) == [item]
    assert registry.menu_for(reader_of(cast.hugo)) == []
