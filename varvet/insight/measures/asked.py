"""Answering those below who ask for a figure without knowing who counts."""

from collections.abc import Sequence

from varvet.insight.measures.breakdown import breakdown
from varvet.insight.measures.counting import Counter, units_at
from varvet.insight.measures.question import ALL, Question
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.figures import Counted, Wanted
from varvet.kernel.records.registry import Value, get_measure


def answer(wanted: Wanted) -> Counted:
    """KeyError for a measure that nobody declares."""
    root = wanted.unit.root
    assert root is not None
    return _counted(Counter(root, wanted.first, wanted.last), wanted)


def answer_together(wanted: Sequence[Wanted]) -> list[Counted]:
    """In the same order. The facts of each register are read once for each unit, whatever is asked of them."""
    counters = {unit: _reading(unit, [one for one in wanted if one.unit == unit]) for unit in {w.unit for w in wanted}}
    return [_counted(counters[one.unit], one) for one in wanted]


def _reading(unit: Unit, wanted: Sequence[Wanted]) -> Counter:
    """All that is asked of one unit, from its first day to its last."""
    root = unit.root
    assert root is not None
    units = units_at(root, unit.slug) or frozenset({unit.pk})
    first, last = min(one.first for one in wanted), max(one.last for one in wanted)
    counter = Counter(root, first, last, within=units, below={unit.slug: units})
    counter.read([get_measure(one.measure) for one in wanted], readers=ALL)
    return counter


def _counted(counter: Counter, wanted: Wanted) -> Counted:
    where = (("unit", (wanted.unit.slug,)),)
    question = Question(wanted.measure, counter.root.slug, wanted.first, wanted.last, where, readers=ALL)
    value, values = counter.answer(question), _values(counter, question, wanted.by)
    if value is None or get_measure(wanted.measure).value is not Value.SHARE:
        return Counted(value, values=values)
    found = counter.part_and_whole(question)
    assert found is not None
    return Counted(value, *found, values)


def _values(counter: Counter, question: Question, by: str) -> tuple[tuple[str, int], ...]:
    if not by:
        return ()
    found = breakdown(counter, question, (by,))
    rows = [(str(key[0]), int(number or 0)) for key, number in found.items()]
    return tuple(sorted(rows, key=lambda row: (-row[1], row[0])))
