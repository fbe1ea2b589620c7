"""Bromma's published cells as questions to the facts."""

from collections.abc import Iterator
from itertools import product

from varvet.demo import margins
from varvet.demo.bromma import feedback, payment_errors, questions
from varvet.demo.bromma.organisation import PERSONAL, UNITS
from varvet.demo.bromma.self_checks import between, month_of
from varvet.demo.days import Span
from varvet.demo.expected import Expected, Question
from varvet.demo.lex_sarah import TYPES
from varvet.demo.published import Published

YEARS = (2020, 2021, 2022, 2023)
YEAR = Span.year(2023)
LEX_SARAH = ("lex_sarah", "provider_reports")  # own regi, and private
OTHER = ("outcome", ("",))
AREAS = {
    "Funktionsnedsättning": "disability",
    "Barn och unga": "children",
    "Beroende": "substance",
    "Socialpsykiatri": "psychiatry",
    "Ekonomiskt bistånd": "income",
}
OUTCOMES = {"palpable_risk": "risk", "misconduct": "misconduct", "serious_reported_to_ivo": "serious"}


def list_expected(published: Published) -> list[Expected]:
    return [
        *_deviations(published),
        *_quality_areas(published),
        *_lex_sarah(published),
        *_events(published),
        *_lex_sarah_outcomes(published),
        *_feedback(published),
        *_checks(published),
        *payment_errors.list_expected(published),
    ]


def _deviations(published: Published) -> Iterator[Expected]:
    table = published.tables["t8"]
    for name, slug in UNITS.items():
        for year in YEARS:
            question = Question("deviations", "received", Span.year(year), unit=slug, where=(OTHER,))
            yield Expected(f"t8 {name} {year}", table.cell(name, str(year)), question)


def _quality_areas(published: Published) -> Iterator[Expected]:
    """Table 9 prints percent: the counts are those that round to them."""
    shares, units = published.tables["t9"], published.tables["t8"]
    for year in YEARS:
        for area, count in margins.from_percent(units.total(str(year)), shares.column(str(year))).items():
            where = (OTHER, ("quality_area", (area,)))
            yield Expected(f"t9 {area} {year}", count, Question("deviations", "received", Span.year(year), "", where))
    in_area = Question("deviations", "received", YEAR, PERSONAL, (OTHER, ("quality_area", ("C",))))
    yield Expected("t9, note", 104, in_area)


def _lex_sarah(published: Published) -> Iterator[Expected]:
    """What private providers told of, and investigated, is a register of its own."""
    counted = {"egen": ("lex_sarah", "received", "opened")}
    counted["enskild"] = ("provider_reports", "received", "investigation_received")
    for year, row in ((year, str(year)) for year in YEARS):
        for column in published.tables["t6"].columns:
            what, whose = column.split("_")
            register, reports, investigations = counted[whose]
            happening = reports if what == "rapporter" else investigations
            question = Question(register, happening, Span.year(year))
            yield Expected(f"t6 {row} {column}", published.tables["t6"].cell(row, column), question)


def _events(published: Published) -> Iterator[Expected]:
    codes = {value.label_sv: value.code for value in TYPES}
    for name, year in (("t7", 2023), ("t7_2022", 2022)):
        table = published.tables[name]
        for row, column in product(table.rows, AREAS):
            where = (("category", (codes[row],)), ("area", (AREAS[column],)))
            both = [Question(register, "received", Span.year(year), where=where) for register in LEX_SARAH]
            yield Expected(f"{name} {row} {column}", table.cell(row, column), *both)


def _lex_sarah_outcomes(published: Published) -> Iterator[Expected]:
    printed = published.facts["lex_sarah_outcomes_2023"]
    for name, outcome in OUTCOMES.items():
        yield Expected(name, printed[name], Question("lex_sarah", "decided", YEAR, where=(("outcome", (outcome,)),)))
    reported = Question("lex_sarah", "reported_to_authority", YEAR)
    yield Expected("reported to the inspectorate", printed["serious_reported_to_ivo"], reported)
    for name, count in printed["by_reporting_unit"].items():
        yield Expected(f"lex Sarah, {name}", count, Question("lex_sarah", "received", YEAR, UNITS[name]))


def _feedback(published: Published) -> Iterator[Expected]:
    for name, sort in feedback.TABLES.items():
        table = published.tables[name]
        for value, year in product(feedback.TYPES.values, YEARS):
            where = (("kind", (sort,)), ("category", (value.code,)))
            question = Question("feedback", "received", Span.year(year), where=where)
            yield Expected(f"{name} {value.label_sv} {year}", table.cell(value.label_sv, str(year)), question)


def _checks(published: Published) -> Iterator[Expected]:
    tables = published.tables
    for row in tables["t2"].rows:
        late = tables["t2"].cell(row, "overskridna")
        yield from _check("A.2.3", "mottagningsgruppen", month_of(row), tables["t2"].cell(row, "inkomna"), late)
    for row in tables["t_utredningstid"].rows:
        closed, late = (tables["t_utredningstid"].cell(row, column) for column in ("avslutade", "overskridna"))
        yield from _check("A.2.1", "enheten-for-barn-och-unga", between(row), closed, late)
    current, within = (tables["t_relationsvald"].cell("2023", name) for name in ("aktuella", "inom_gransen"))
    yield from _check("A.2.1", "relationsvaldsteamet", YEAR, current, current - within)
    for group in tables["t5"].rows:
        where = (("category", (questions.code_of("H.4.1"),)), ("direction", (group,)))
        met = Question("self_checks", "performed_group", YEAR, where=where, sums="numerator")
        yield Expected(f"t5 {group}", tables["t5"].cell(group, "samverkat"), met)


def _check(number: str, unit: str, span: Span, reviewed: int, late: int) -> Iterator[Expected]:
    where = (("category", (questions.code_of(number),)),)
    for sums, value in (("denominator", reviewed), ("numerator", reviewed - late)):
        question = Question("self_checks", "performed", span, unit, where, sums)
        yield Expected(f"{number} {unit} {span.last} {sums}", value, question)
