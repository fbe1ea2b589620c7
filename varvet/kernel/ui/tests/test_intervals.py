"""Intervals as SVG attributes and as a table, with a point and never a comma in a number."""

from django.template import Context, Template
from django.utils import translation

from varvet.kernel.ui.intervals import IntervalChart, IntervalRow, drawn

ROW = IntervalRow("2026", 0.7, 0.4812, 0.855, "14 av 20")
BEFORE = IntervalRow("2025", 0.6, 0.387, 0.781, "12 av 20", is_before=True)


def html_of(chart: IntervalChart) -> str:
    with translation.override("sv"):
        return Template("{% intervals chart %}").render(Context({"chart": chart}))


def test_a_row_in_percent_of_the_width() -> None:
    rows = drawn(IntervalChart([ROW], "Andel"))["rows"]
    assert isinstance(rows, list)
    assert (rows[0].start, rows[0].width, rows[0].at) == (48.1, 37.4, 70.0)
    assert (rows[0].share, rows[0].low, rows[0].high) == (70, 48, 86)


def test_drawn_and_in_words() -> None:
    html = html_of(IntervalChart([BEFORE, ROW], "Andel som uppfyller målet", target=0.9))
    assert 'x="48.1%"' in html
    assert 'class="target" x1="90.0%"' in html
    assert html.count("iv was") == 1
    assert '<th scope="row">2026</th><td class="r">70 %</td><td class="r">48–86 %</td>' in html


def test_without_a_target_no_line() -> None:
    assert "target" not in html_of(IntervalChart([ROW], "Andel"))
