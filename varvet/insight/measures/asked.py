"""Answering those below who ask for a figure without knowing who counts."""

from varvet.insight.measures.counting import Counter
from varvet.insight.measures.question import ALL, Question
from varvet.kernel.records.figures import Counted, Wanted
from varvet.kernel.records.registry import Value, get_measure


def answer(wanted: Wanted) -> Counted:
    """KeyError for a measure that nobody declares."""
    root = wanted.unit.root
    assert root is not None
    where = (("unit", (wanted.unit.slug,)),)
    question = Question(wanted.measure, root.slug, wanted.first, wanted.last, where, readers=ALL)
    counter = Counter(root, wanted.first, wanted.last)
    value = counter.answer(question)
    if value is None or get_measure(wanted.measure).value is not Value.SHARE:
        return Counted(value)
    found = counter.part_and_whole(question)
    assert found is not None
    return Counted(value, *found)
