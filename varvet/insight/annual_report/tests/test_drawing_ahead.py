"""Charts drawn in a process of their own are the same drawings, and a failure there is a failure here."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from varvet.insight.annual_report.chart_data import Measured, Slope
from varvet.insight.annual_report.drawing_ahead import Drawer, drawing_ahead
from varvet.insight.annual_report.drawings import Drawings, Look
from varvet.insight.annual_report.tests.sample.charts import CHARTS
from varvet.insight.annual_report.value import Chart

PLACE = "varvet.insight.annual_report"


@pytest.fixture(scope="module")
def drawer() -> Iterator[Drawer]:
    with drawing_ahead() as drawing:
        yield drawing


def test_the_same_drawings_come_back_in_every_look(drawer: Drawer) -> None:
    chart = next(iter(CHARTS.values()))
    there, here = drawer.drawings([chart], Look), Drawings()
    for look in Look:
        assert there.get(chart, look).svg == here.get(chart, look).svg
    assert there.get(chart, Look.PRINT).png == here.get(chart, Look.PRINT).png


def test_what_was_not_asked_for_beforehand_is_drawn_here(drawer: Drawer) -> None:
    chart = next(iter(CHARTS.values()))
    drawings = drawer.drawings([], ())
    assert drawings.get(chart, Look.PHONE) is drawings.get(chart, Look.PHONE)


def test_a_chart_that_cannot_be_drawn_fails_where_it_is_asked_for(drawer: Drawer) -> None:
    broken = Chart("c", "Figur 1", "t", "c", "a", "r", Slope("1", "2", "n", Measured.COUNT, (None,)))  # type: ignore[arg-type] # a bug
    drawings = drawer.drawings([broken], (Look.PRINT,))
    with pytest.raises(AttributeError):
        drawings.get(broken, Look.PRINT)


def test_what_draws_is_not_loaded_into_the_process_that_builds() -> None:
    """Else both processes would pay for it."""
    modules = [f"{PLACE}.{name}" for name in ("drawing_ahead", "renderers.pdf", "renderers.docx")]
    code = f"import sys, {', '.join(modules)}; print('altair' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
