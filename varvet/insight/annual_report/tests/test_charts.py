"""Charts: words made from data, gaps kept as gaps, hidden values hidden in drawing, alt text and table alike."""

import re

import pytest
from lxml import etree

from varvet.insight.annual_report.chart_data import (
    BarRow,
    Bars,
    ChartData,
    DeadlineColumns,
    DeadlinePanel,
    DeadlineSlot,
    DotChange,
    DotRow,
    LinePanel,
    Measured,
    Missing,
    Slope,
    SlopeLine,
    SmallLines,
    SquareGroup,
    Squares,
)
from varvet.insight.annual_report.chart_tables import as_table
from varvet.insight.annual_report.chart_words import NOTHING, alt_text, reading
from varvet.insight.annual_report.charts import draw
from varvet.insight.annual_report.charts.canvas import SCREEN_COLOURS
from varvet.insight.annual_report.drawings import WIDTH, Drawings, Look
from varvet.insight.annual_report.tests.sample.charts import CHARTS
from varvet.insight.annual_report.value import Chart

NONE, HID = Missing.NOT_MEASURED, Missing.HIDDEN
HIDDEN: list[ChartData] = [
    DeadlineColumns(
        (DeadlinePanel("P", "fall", (DeadlineSlot("jan", "januari", 44, HID), DeadlineSlot("f", "f", 9, 3))),)
    ),
    DotChange("2022", "2023", (DotRow("A", "", 44, HID), DotRow("B", "", 10, 20))),
    Squares("fall", "fallen", (SquareGroup("A", HID), SquareGroup("B", 9))),
    SmallLines(("2022", "2023"), "klagomål", "beröm", (LinePanel("A", (44, HID), (1, 2)),)),
    Bars("2023", "2022", "fall", Measured.COUNT, (BarRow("A", HID, 44), BarRow("B", 9, 8))),
    Slope("2022", "2023", "fall", Measured.COUNT, (SlopeLine("A", 44, HID), SlopeLine("B", 9, 8))),
]
EMPTY: list[ChartData] = [
    DeadlineColumns((DeadlinePanel("P", "fall", (DeadlineSlot("jan", "januari", NONE, NONE),)),)),
    DotChange("2022", "2023", (DotRow("A", "", NONE, NONE),)),
    Squares("fall", "fallen", (SquareGroup("A", 0),)),
    SmallLines(("2022", "2023"), "klagomål", "beröm", (LinePanel("A", (NONE, NONE), (NONE, NONE)),)),
    Bars("2023", "2022", "fall", Measured.COUNT, (BarRow("A", NONE),)),
    Slope("2022", "2023", "fall", Measured.COUNT, (SlopeLine("A", NONE, NONE),)),
]


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in etree.fromstring(svg.encode()).iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("look", Look)
def test_every_chart_is_drawn_within_its_width(name: str, look: Look) -> None:
    drawing = draw(CHARTS[name].data, look)
    assert drawing.width == WIDTH[look]
    assert f'viewBox="0 0 {WIDTH[look]} ' in drawing.svg
    assert texts(drawing.svg)
    places = [float(x) for x in re.findall(r"<text[^>]* transform=\"translate\((-?[\d.]+),", drawing.svg)]
    assert min(places) >= 0
    assert max(places) <= WIDTH[look]


@pytest.mark.parametrize("name", CHARTS)
def test_on_screen_no_colour_is_fixed_and_nothing_needs_inline_style(name: str) -> None:
    svg = draw(CHARTS[name].data, Look.PHONE).svg
    assert not [colour for colour in SCREEN_COLOURS if colour in svg]
    assert not re.findall(r'"#[0-9a-f]{3,6}"', svg)
    assert " style=" not in svg
    assert " id=" not in svg, "ids would be doubled when both drawings stand in one page"


@pytest.mark.parametrize("data", HIDDEN, ids=lambda d: type(d).__name__)
def test_hidden_is_said_to_be_hidden_everywhere(data: ChartData) -> None:
    assert "dold" in alt_text(data)
    drawn = " ".join(texts(draw(data, Look.PRINT).svg))
    assert ".." in drawn or "dold" in drawn
    chart = Chart("c", "Figur 1", "t", "c", alt_text(data), reading(data), data)
    assert any(cell.text == ".." and cell.value is None for row in as_table(chart).rows for cell in row.cells)


@pytest.mark.parametrize("data", EMPTY, ids=lambda d: type(d).__name__)
@pytest.mark.parametrize("look", Look)
def test_a_year_without_data_is_drawn_empty_and_said(data: ChartData, look: Look) -> None:
    assert draw(data, look).height > 0
    assert reading(data) == NOTHING or "kan jämföras" in reading(data)


@pytest.mark.parametrize("name", CHARTS)
def test_readings_are_one_short_sentence(name: str) -> None:
    said = CHARTS[name].reading
    assert said.endswith(".")
    assert said.count(". ") == 0
    assert len(said.split()) <= 22


def test_readings_tell_what_the_data_say() -> None:
    said = {name: chart.reading for name, chart in CHARTS.items()}
    assert said["deadlines"] == "I mars var 132 av 174 förhandsbedömningar försenade, i september ingen av 170."
    assert (
        said["kinds"] == "Bland klagomål: bemötande steg från 13 till 34 och insatsens innehåll sjönk från 35 till 16."
    )
    assert said["focus"].startswith("Fyra av sex resultat är högre än 2022; mest sjönk ”Får bestämma, servicebostad”")


def test_the_alt_text_has_every_value() -> None:
    said = CHARTS["deadlines"].alt
    for value in ("23 av 122 (19\u00a0procent)", "132 av 174 (76\u00a0procent)", "0 av 170", "övriga är inte mätta"):
        assert value in said


def test_a_line_breaks_where_a_value_is_missing() -> None:
    whole = SmallLines(("1", "2", "3", "4"), "a", "b", (LinePanel("P", (1, 2, 3, 4), (NONE,) * 4),))
    broken = SmallLines(("1", "2", "3", "4"), "a", "b", (LinePanel("P", (1, 2, NONE, 4), (NONE,) * 4),))

    def joined(data: SmallLines) -> int:
        """How many neighbours the strong line joins."""
        paths = re.findall(r'<path d="([^"]*)"[^>]*stroke-width="2"', draw(data, Look.PRINT).svg)
        return sum(path.count("L") for path in paths)

    assert joined(whole) == 3
    assert joined(broken) == 1
    first, last = as_table(Chart("c", "F 1", "", "", "", "", broken)).rows
    assert [cell.value for cell in first.cells[1:]] == [1, 2, None, 4]
    assert [cell.text for cell in last.cells[1:]] == ["–"] * 4


def test_each_chart_is_drawn_once_for_each_look() -> None:
    drawings = Drawings()
    chart = CHARTS["outcomes"]
    assert drawings.get(chart, Look.PRINT) is drawings.get(chart, Look.PRINT)
    assert drawings.get(chart, Look.PRINT) is not drawings.get(chart, Look.PHONE)


def test_four_hundred_squares_find_room() -> None:
    drawing = draw(Squares("fall", "fallen", (SquareGroup("A", 400), SquareGroup("B", 1))), Look.PHONE)
    assert drawing.height < 400
