"""Bromma's self-checks of 2023, and what is printed of the year before."""

from calendar import monthrange
from datetime import date

from varvet.demo import self_checks
from varvet.demo.bromma import checks_of_areas
from varvet.demo.bromma.checks_of_areas import YEAR, check
from varvet.demo.days import Span
from varvet.demo.published import Published
from varvet.demo.self_checks import Check
from varvet.demo.site import Site
from varvet.registers.self_checks.rules import Figures, Method, SplitRow

COOPERATION_TARGET = 50  # percent, note to table 5


def write(site: Site, published: Published) -> int:
    checks = [
        *_preliminary_assessments(published),
        *_investigations(published),
        _violence(published),
        _cooperation(published),
        *checks_of_areas.of_area_a(published),
        *checks_of_areas.of_area_e(published),
        *checks_of_areas.of_area_h(published),
    ]
    return self_checks.write(checks, site)


def _preliminary_assessments(published: Published) -> list[Check]:
    """Table 2: all that came in during a month; within 14 days is what is not late."""
    table = published.tables["t2"]
    return [
        check("A.2.3", "mottagningsgruppen", _all(table.cell(month, "inkomna"), table.cell(month, "overskridna")))(
            span=month_of(month), method=Method.LIST_CHECK
        )
        for month in table.rows
    ]


def _investigations(published: Published) -> list[Check]:
    """Investigations closed in a quarter, and those of them within four months."""
    table = published.tables["t_utredningstid"]
    return [
        check("A.2.1", "enheten-for-barn-och-unga", _all(table.cell(row, "avslutade"), table.cell(row, "overskridna")))(
            span=between(row), method=Method.LIST_CHECK
        )
        for row in table.rows
    ]


def _violence(published: Published) -> Check:
    table = published.tables["t_relationsvald"]
    reviewed, within = table.cell("2023", "aktuella"), table.cell("2023", "inom_gransen")
    return check("A.2.1", "relationsvaldsteamet", _all(reviewed, reviewed - within))(method=Method.LIST_CHECK)


def _cooperation(published: Published) -> Check:
    """Table 5: one round; the groups are its parts."""
    table = published.tables["t5"]
    parts = tuple(
        SplitRow("group", group, table.cell(group, "aktuella"), table.cell(group, "samverkat")) for group in table.rows
    )
    current, met = table.total("aktuella"), table.total("samverkat")
    return check("H.4.1", "enheten-for-vuxna", _all(current, current - met))(
        splits=parts, target_percent=COOPERATION_TARGET
    )


def _all(reviewed: int, late: int) -> Figures:
    return Figures(census=True, population=reviewed, sample=reviewed, fulfilled=reviewed - late)


def month_of(month: str) -> Span:
    year, number = map(int, month.split("-"))
    assert year == YEAR.first.year
    return Span(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def between(row: str) -> Span:
    first, last = row.split("/")
    return Span(date.fromisoformat(first), date.fromisoformat(last))
