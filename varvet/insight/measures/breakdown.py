"""A question broken down: one number for each combination that occurs."""

from varvet.insight.measures.counting import CODED, Counter, Group, total
from varvet.insight.measures.question import Question
from varvet.kernel.records.registry import get_measure


def breakdown(
    counter: Counter, question: Question, by: tuple[str, ...]
) -> dict[tuple[object, ...], int | float | None]:
    """Keys as `by` says: unit ids, first days of months, or coded values as stored. Nothing counted, no key."""
    measure = get_measure(question.measure)
    parts: dict[tuple[object, ...], list[Group]] = {}
    for group in counter.matching(measure, question):
        key = tuple(_value(group, name) for name in by)
        parts.setdefault(key, []).append(group)
    return {key: total(measure.value, groups) for key, groups in parts.items()}


def _value(group: Group, name: str) -> object:
    if name == "unit":
        return group.unit_id
    if name == "month":
        return group.month
    return group.coded[CODED.index(name)]
