"""Figures become Swedish text in one way."""

import pytest

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.chart_data import Measured, Missing


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (999, "999"), (1338, "1\u202f338"), (1234567, "1\u202f234\u202f567"), (-3, "\u22123")],
)
def test_integer(number: int, text: str) -> None:
    assert formats.integer(number) == text


@pytest.mark.parametrize(
    ("number", "text"), [(72.4, "72,4"), (-0.04, "0,0"), (1999.96, "2\u202f000,0"), (-1.25, "\u22121,2")]
)
def test_decimal(number: float, text: str) -> None:
    assert formats.decimal(number) == text


@pytest.mark.parametrize(("number", "text"), [(72.5, "73"), (0.5, "1"), (0.49, "0"), (100, "100")])
def test_percent_rounds_half_up(number: float, text: str) -> None:
    assert formats.percent(number) == f"{text}\u202f%"


def test_ranges_and_years_before() -> None:
    assert formats.percent_range(34.6, 59.1) == "35–59\u202f%"
    assert formats.with_previous(9, 13) == "9 (13)"
    assert formats.with_previous(2, 2) == "2 \u2007(2)"
    assert len(formats.with_previous(9, 13)) == len(formats.with_previous(2, 2))


@pytest.mark.parametrize(
    ("value", "written", "spoken"),
    [
        (Missing.HIDDEN, "..", "dold"),
        (Missing.NOT_MEASURED, "–", "inte mätt"),
        (0, "0\u202f%", "0\u00a0procent"),
        (72.4, "72\u202f%", "72\u00a0procent"),
    ],
)
def test_missing_is_never_zero(value: float | Missing, written: str, spoken: str) -> None:
    assert formats.amount(value, Measured.PERCENT) == written
    assert formats.said(value, Measured.PERCENT) == spoken


def test_abbreviations_keep_their_capitals_inside_a_sentence() -> None:
    assert formats.inside_sentence("IVO fick anmälan") == "IVO fick anmälan"
    assert formats.inside_sentence("Bemötande") == "bemötande"
