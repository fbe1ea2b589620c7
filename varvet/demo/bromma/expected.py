"""Bromma's published cells as questions to the facts."""

from collections.abc import Iterator

from varvet.demo.bromma.organisation import PERSONAL, UNITS
from varvet.demo.days import Span
from varvet.demo.expected import Expected, Question
from varvet.demo.published import Published

YEARS = (2020, 2021, 2022, 2023)
OTHER = ("outcome", ("",))


def list_expected(published: Published) -> list[Expected]:
    return list(_deviations(published))


def _deviations(published: Published) -> Iterator[Expected]:
    table = published.tables["t8"]
    for name, slug in UNITS.items():
        for year in YEARS:
            question = Question("deviations", "received", Span.year(year), unit=slug, where=(OTHER,))
            yield Expected(f"t8 {name} {year}", table.cell(name, str(year)), question)
    in_area = Question("deviations", "received", Span.year(2023), PERSONAL, (OTHER, ("quality_area", ("C",))))
    yield Expected("t9 note", 104, in_area)
