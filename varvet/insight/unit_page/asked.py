"""What a unit's page asks: which measures, of whom and when, and where each figure leads."""

from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from varvet.insight.measures.address import signed
from varvet.insight.measures.breakdown import breakdown
from varvet.insight.measures.counting import Counter
from varvet.insight.measures.lead_times import LeadTime
from varvet.insight.measures.question import ALL, Question, Where
from varvet.kernel.organisation.models import Below, Unit
from varvet.kernel.records.panels import Figure
from varvet.kernel.records.periods import Stretch
from varvet.kernel.records.registry import get_measure, get_register, list_measures

REGISTER = "deviations"
RECEIVED = "deviations.received"
HEALTH_CARE = "deviations.received_health_care"
COLLABORATION = "deviations.received_collaboration"
GOOD_EXAMPLES = "deviations.good_examples"
MENTIONS = "deviations.mentions"
CAUSES = "deviations.causes"
CLOSED = "deviations.closed"
TO_ASSESSMENT = "deviations.days_to_assessment"
TO_CLOSING = "deviations.days_to_closing"
CODES = (
    RECEIVED,
    HEALTH_CARE,
    COLLABORATION,
    GOOD_EXAMPLES,
    MENTIONS,
    CAUSES,
    CLOSED,
    TO_ASSESSMENT,
    TO_CLOSING,
)
TOLD = "told"  # the happening: the reporter was told how it went


@dataclass(frozen=True)
class Asked:
    """One unit with all below it, one period and the one before."""

    root: Unit
    unit: Unit
    stretch: Stretch
    before: Stretch
    counter: Counter
    declared: frozenset[str]

    @property
    def units(self) -> frozenset[int]:
        """Ids of the unit and all below it, now or formerly."""
        return self.counter.below[self.unit.slug]

    def question(self, code: str, *where: tuple[str, tuple[str, ...]], during: Stretch | None = None) -> Question:
        period = during or self.stretch
        return self.between(code, period.first, period.last, *where)

    def between(self, code: str, first: date, last: date, *where: tuple[str, tuple[str, ...]]) -> Question:
        narrowed: Where = (("unit", (self.unit.slug,)), *where)
        return Question(code, self.root.slug, first, last, narrowed, readers=ALL)

    def has(self, code: str) -> bool:
        """Whether a register that runs here declares the measure."""
        return code in self.declared

    def count(self, question: Question) -> int:
        return int(self.counter.answer(question) or 0)

    def by(self, question: Question, name: str) -> dict[object, int]:
        """The count for each value of one breakdown."""
        found = breakdown(self.counter, question, (name,))
        return {key[0]: int(number or 0) for key, number in found.items()}

    def took(self, question: Question) -> LeadTime | None:
        return self.counter.lead_time(question)

    def told(self, question: Question) -> Question:
        """The same records, those whose reporter has been told how it went."""
        return replace(question, reached=TOLD)

    @property
    def knows_told(self) -> bool:
        return TOLD in get_register(REGISTER).happenings


def ask(root: Unit, unit: Unit, stretch: Stretch, before: Stretch, first: date, others: tuple[str, ...] = ()) -> Asked:
    """Reads everything counted from `first` on: the units in one query, the facts of a register in another.

    `others` are measures of other registers that are read too.
    """
    units = frozenset(Below.objects.filter(ancestor=unit).values_list("unit_id", flat=True)) or frozenset({unit.pk})
    counter = Counter(root, min(first, before.first), stretch.last, within=units, below={unit.slug: units})
    declared = frozenset(measure.code for measure in list_measures())
    counter.read([get_measure(code) for code in (*CODES, *others) if code in declared], readers=ALL)
    return Asked(root, unit, stretch, before, counter, declared)


def figure(question: Question, number: float | str) -> Figure:
    """The number, leading to the records behind it."""
    return Figure(number, address_of(question))


def address_of(question: Question) -> str:
    return f"{reverse('annual_report:figure')}?{signed(question.as_query())}"
