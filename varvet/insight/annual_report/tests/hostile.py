"""A report whose every text tries to be something else: markup, formula, template, control characters."""

from varvet.insight.annual_report.chart_data import BarRow, Bars, Measured, Missing, SquareGroup, Squares
from varvet.insight.annual_report.chart_words import alt_text, reading
from varvet.insight.annual_report.value import (
    Align,
    Bullets,
    Cell,
    Chart,
    Column,
    Heading,
    KeyFigure,
    Meta,
    Report,
    Row,
    Run,
    Summary,
    Table,
    Text,
    Writing,
)

MARKUP = "<script>alert(1)</script> & {{ 7|add:1 }}"
TYPST = '#panic("x") *fet* $1$ @tabell \\ [a] "b" _c_ `d` // e'
FORMULA = '=HYPERLINK("http://a.example";"klicka")'
XML = "]]></w:t> &amp; \x01\x0b slut"
ALL = (MARKUP, TYPST, FORMULA, XML)


def chart(number: int, data: Bars | Squares) -> Chart:
    return Chart(f"c{number}", f"Figur {number}", TYPST, MARKUP, alt_text(data), reading(data), data, (FORMULA,))


BARS = Bars("2023", "2022", MARKUP, Measured.COUNT, (BarRow(MARKUP, 3, Missing.HIDDEN), BarRow(TYPST, Missing.HIDDEN)))
SQUARES = Squares(MARKUP, TYPST, (SquareGroup(MARKUP, Missing.HIDDEN), SquareGroup(FORMULA, 400)))
TABLE = Table(
    "t1",
    "Tabell [1]/'x'",
    MARKUP,
    TYPST,
    (Column("name", XML), Column("n", FORMULA, "20mm", Align.RIGHT, Measured.COUNT)),
    (*[Row((Cell(text, "+1"), Cell(text))) for text in ALL], Row((Cell("-2+3"), Cell("@sum")))),
    ALL,
)
META = Meta(TYPST, MARKUP, XML, FORMULA, TYPST, 2023, "r", "t", ((TYPST, MARKUP),), FORMULA)
SUMMARY = Summary((Text((Run(TYPST),)),), (KeyFigure("1", MARKUP, TYPST, XML),), TABLE)
REPORT = Report(
    META,
    SUMMARY,
    (
        Heading(1, "1", TYPST, "h1", new_page=True),
        Text((Run(MARKUP, note=TYPST), Run(XML, to="nowhere"), Run(TYPST, to="t2"))),
        Bullets(tuple(Text((Run(text),)) for text in ALL)),
        Table("t2", "Tabell [1]/'x'", MARKUP, TYPST, TABLE.columns, TABLE.rows),
        chart(1, BARS),
        chart(2, SQUARES),
        Writing("w", TYPST),
    ),
)
