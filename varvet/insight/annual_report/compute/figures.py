"""A figure in running text, named as {v:table/row/column} or {v:measure?narrowing}, computed and traceable."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.value import FigureRef
from varvet.insight.measures.question import NARROWED_BY, Question
from varvet.kernel.organisation.settings_of_root import last_day_of_month
from varvet.kernel.records.errors import Told
from varvet.kernel.records.registry import Value, get_measure

SHARES = {Value.SHARE, Value.REMAINDER_SHARE}


def figure(name: str, context: Context) -> tuple[str, FigureRef]:
    """The figure as people read it, and the question behind it.

    `measure?field=value&year=-1&month=3&word=1`: year is relative, month a number, word writes small numbers out.
    Told when the measure does not exist.
    """
    code, _, narrowing = name.partition("?")
    pairs = parse_qsl(narrowing)
    options = dict(pairs)
    where = tuple((field, tuple(v for f, v in pairs if f == field)) for field in options if field in NARROWED_BY)
    try:
        measure = get_measure(code)
    except KeyError as error:
        raise Told(
            f"The text of {context.root.name} {context.year} names the figure {code!r}, which no register has."
        ) from error
    question = _in_month(context.question(code, where, int(options.get("year", 0))), options.get("month"))
    answer = context.counter.answer(question)
    ref = FigureRef(question.as_query())
    if answer is None:
        return formats.HIDDEN, ref
    if measure.value in SHARES:
        return formats.percent_words(100 * answer), ref
    return (formats.word if "word" in options else formats.integer)(int(answer)), ref


def _in_month(question: Question, month: str | None) -> Question:
    if month is None:
        return question
    number = int(month)
    year = question.first.year if number >= question.first.month else question.last.year
    return replace(question, first=date(year, number, 1), last=last_day_of_month(year, number))
