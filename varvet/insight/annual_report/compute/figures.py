"""A figure in running text, named as {v:measure?narrowing}, computed and traceable."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import parse_qsl

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.value import FigureRef
from varvet.insight.measures.counting import SHARES
from varvet.insight.measures.question import NARROWED_BY, Question, Where
from varvet.kernel.organisation.settings_of_root import last_day_of_month
from varvet.kernel.records.errors import Told
from varvet.kernel.records.registry import Value, get_measure

KNOWN = (*NARROWED_BY, "year", "month", "word")


@dataclass(frozen=True)
class Named:
    """What a placeholder says. `year` is relative to the report's; `month` is 1-12, or 0 for the whole year."""

    measure: str
    where: Where
    year: int
    month: int
    in_words: bool


def figure(name: str, context: Context) -> tuple[str, FigureRef]:
    """The figure as people read it, and the question behind it.

    `measure?field=value&year=-1&month=3&word=1`: year is relative, month a number, word writes small numbers out.
    Told when the measure does not exist, or when anything else is not written so.
    """
    named = _read(name, context)
    question = _in_month(context.question(named.measure, named.where, named.year), named.month)
    answer = context.counter.answer(question)
    ref = FigureRef(question.as_query())
    if answer is None:
        return formats.HIDDEN, ref
    if get_measure(named.measure).value in SHARES:
        return formats.percent_words(100 * answer), ref
    if get_measure(named.measure).value is Value.MEDIAN_DAYS:
        return formats.days(answer), ref
    return (formats.word if named.in_words else formats.integer)(int(answer)), ref


def _read(name: str, context: Context) -> Named:
    code, _, narrowing = name.partition("?")
    pairs = parse_qsl(narrowing, keep_blank_values=True)
    options = dict(pairs)
    try:
        get_measure(code)
        year, month = int(options.get("year", 0)), int(options.get("month", 0))
        wrong = next((field for field in options if field not in KNOWN), "" if 0 <= month <= 12 else f"month={month}")
    except KeyError as error:
        raise Told(f"{_place(context)} the figure {code!r}, which no register has.") from error
    except ValueError as error:
        raise Told(f"{_place(context)} the figure {name!r}, where year and month must be numbers.") from error
    if wrong:
        raise Told(f"{_place(context)} the figure {name!r}, where {wrong!r} says nothing.")
    where = tuple((field, tuple(v for f, v in pairs if f == field)) for field in options if field in NARROWED_BY)
    return Named(code, where, year, month, "word" in options)


def _place(context: Context) -> str:
    return f"The text of {context.root.name} {context.year} names"


def _in_month(question: Question, month: int) -> Question:
    if not month:
        return question
    year = question.first.year if month >= question.first.month else question.last.year
    return replace(question, first=date(year, month, 1), last=last_day_of_month(year, month))
