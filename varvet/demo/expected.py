"""What the facts must say for the records to add up to the published rows, and whether they do."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from varvet.demo.days import Span
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.tree import units_below
from varvet.kernel.records.models import Fact


@dataclass(frozen=True)
class Question:
    """Which facts are summed: a happening in a span, at or below a unit, with these values in these fields.

    With `exact` the unit alone, without those below it.
    """

    register: str
    happening: str
    span: Span
    unit: str = ""
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sums: str = "count"
    exact: bool = False


@dataclass(frozen=True)
class Expected:
    """A published cell and the questions whose sum must give it."""

    place: str
    value: int
    questions: tuple[Question, ...]

    def __init__(self, place: str, value: int, *questions: Question) -> None:
        object.__setattr__(self, "place", place)
        object.__setattr__(self, "value", value)
        object.__setattr__(self, "questions", questions)


class DoesNotAddUp(AssertionError):
    """The records made do not give the published figures: a fault in the demo, never in the data read."""


def check(expected: Iterable[Expected], units: Mapping[str, Unit], root: Unit) -> int:
    """How many cells were compared; DoesNotAddUp names those that differ."""
    facts: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in Fact.objects.filter(root=root):
        facts[fact.register, fact.happening].append(fact)
    below = {
        (slug, exact): frozenset({unit.pk}) if exact else units_below({unit.pk})
        for slug, unit in units.items()
        for exact in (True, False)
    }
    compared, wrong = 0, []
    for cell in expected:
        compared += 1
        found = sum(answer(question, facts, below) for question in cell.questions)
        if found != cell.value:
            wrong.append(f"{cell.place}: published {cell.value}, counted {found}")
    if wrong:
        raise DoesNotAddUp("; ".join(wrong))
    return compared


def answer(
    question: Question, facts: Mapping[tuple[str, str], list[Fact]], below: Mapping[tuple[str, bool], frozenset[int]]
) -> int:
    """`below` holds the units meant by (slug, exact)."""
    within = below[question.unit, question.exact] if question.unit else None
    return sum(
        getattr(fact, question.sums) or 0
        for fact in facts.get((question.register, question.happening), ())
        if question.span.first <= fact.day <= question.span.last
        and (within is None or fact.unit_id in within)
        and all(getattr(fact, name) in values for name, values in question.where)
    )
