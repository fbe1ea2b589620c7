"""A question broken down: one number for each combination that occurs."""

from datetime import date

from varvet.insight.measures.counting import CODED, Counter, Group, total
from varvet.insight.measures.question import Question
from varvet.kernel.records.registry import get_measure

MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}


def breakdown(
    counter: Counter, question: Question, by: tuple[str, ...]
) -> dict[tuple[object, ...], int | float | None]:
    """Keys as `by` says: unit ids, first days of months, quarters or years, or coded values as stored.

    Quarters and years are counted from the month in which the question begins, so that they follow the quality year.
    Nothing counted, no key. ValueError for a breakdown that the measure does not allow.
    """
    measure = get_measure(question.measure)
    refused = [name for name in by if name not in measure.breakdowns]
    if refused:
        raise ValueError(f"{measure.code} is not broken down by {', '.join(refused)}")
    parts: dict[tuple[object, ...], list[Group]] = {}
    for group in counter.matching(measure, question):
        key = tuple(_value(group, name, question.first) for name in by)
        parts.setdefault(key, []).append(group)
    return {key: total(measure.value, groups) for key, groups in parts.items()}


def _value(group: Group, name: str, start: date) -> object:
    if name == "unit":
        return group.unit_id
    if name in MONTHS_IN:
        return _first_day(group.month, start, MONTHS_IN[name])
    return group.coded[CODED.index(name)]


def _first_day(month: date, start: date, length: int) -> date:
    """The first day of the stretch of so many months, counted from the start's month, that the month lies in."""
    begun = start.year * 12 + start.month - 1
    passed = month.year * 12 + month.month - 1 - begun
    number = begun + passed // length * length
    return date(number // 12, number % 12 + 1, 1)
