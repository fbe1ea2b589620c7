"""Lead times: weighted by count, equal to the plain row of days, and honest where there are few."""

import statistics
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varvet.insight.measures.counting import Counter
from varvet.insight.measures.lead_times import FEW, LeadTime, lead_time
from varvet.insight.measures.question import ALL, Question, from_query
from varvet.insight.measures.tests.samples import KIND, add_fact, add_record
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.models import Confidentiality
from varvet.kernel.records.registry import get_measure

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@given(st.lists(st.tuples(st.integers(-3, 400), st.integers(1, 40)), min_size=1, max_size=30))
def test_weighting_is_the_same_as_writing_every_day_out(pairs: list[tuple[int, int]]) -> None:
    every = [days for days, count in pairs for _ in range(count)]
    took = lead_time(pairs)
    assert took is not None
    assert (took.number, took.longest) == (len(every), max(every))
    assert took.median == pytest.approx(statistics.median(every))
    if len(every) > 1:
        lower, _, upper = statistics.quantiles(every, n=4, method="inclusive")
        assert took.lower == pytest.approx(lower)
        assert took.upper == pytest.approx(upper)


def test_one_is_its_own_median_and_few() -> None:
    assert lead_time([(7, 1)]) == LeadTime(1, 7, 7, 7, 7)
    assert [bool(took and took.few) for took in (lead_time([(1, FEW - 1)]), lead_time([(1, FEW)]))] == [True, False]


@pytest.mark.parametrize("nothing", [[], [(4, 0)]])
def test_of_nothing_there_is_no_lead_time(nothing: list[tuple[int, int]]) -> None:
    assert lead_time(nothing) is None


def asked(cast: Cast, *where: tuple[str, tuple[str, ...]]) -> Question:
    return Question(f"{KIND}.median", cast.root.slug, *YEAR, where)


@pytest.mark.usefixtures("samples")
def test_the_counter_answers_with_the_median_of_the_days(cast: Cast) -> None:
    for days, count in ((1, 3), (9, 1), (40, 1)):
        add_fact(cast.a, date(2026, 3, 1), days=days, count=count)
    add_fact(cast.b, date(2026, 3, 1), days=80)
    add_fact(cast.b, date(2026, 3, 1))  # nothing to measure
    counter = Counter(cast.root, *YEAR)
    of_a = asked(cast, ("unit", ("mottagning-a",)))
    assert counter.answer(of_a) == 1
    assert counter.lead_time(of_a) == LeadTime(5, 1, 1, 9, 40)
    assert counter.answer(asked(cast)) == 5, "between 1 and 9 of 1 1 1 9 40 80"
    assert counter.lead_time(of_a, asked(cast, ("unit", ("mottagning-b",)))) == counter.lead_time(asked(cast))
    assert counter.answer(asked(cast, ("category", ("none",)))) is None


@pytest.mark.usefixtures("samples")
def test_part_of_a_month_has_its_own_median(cast: Cast) -> None:
    add_fact(cast.a, date(2026, 3, 1), days=2)
    add_fact(cast.a, date(2026, 3, 20), days=30)
    question = Question(f"{KIND}.median", cast.root.slug, date(2026, 3, 10), date(2026, 3, 31))
    assert Counter(cast.root, *YEAR).answer(question) == 30


@pytest.mark.usefixtures("samples")
def test_reading_together_answers_as_reading_apart(cast: Cast) -> None:
    add_fact(cast.a, date(2026, 3, 1), days=2, count=3, category="a")
    add_fact(cast.b, date(2026, 4, 1), happening="closed", days=5, category="b")
    questions = [asked(cast), Question(f"{KIND}.count", cast.root.slug, *YEAR)]
    apart, together = Counter(cast.root, *YEAR), Counter(cast.root, *YEAR)
    together.read([get_measure(question.measure) for question in questions])
    assert [together.answer(q) for q in questions] == [apart.answer(q) for q in questions] == [2, 3]


@pytest.mark.usefixtures("samples")
def test_a_counter_of_some_units_keeps_those_alone(cast: Cast) -> None:
    add_fact(cast.a, date(2026, 3, 1))
    add_fact(cast.b, date(2026, 3, 1))
    counter = Counter(cast.root, *YEAR, within=frozenset({cast.a.pk}))
    assert counter.answer(Question(f"{KIND}.count", cast.root.slug, *YEAR)) == 1


@pytest.mark.facts_differ
@pytest.mark.usefixtures("samples")
def test_a_figure_for_all_leaves_out_what_shuts_somebody_out(cast: Cast) -> None:
    add_record(cast, cast.a, 1)
    add_record(cast, cast.a, 2, confidentiality=Confidentiality.MANAGER_EXCLUDED)
    whole = Question(f"{KIND}.count", cast.root.slug, *YEAR)
    told = Question(f"{KIND}.count", cast.root.slug, *YEAR, readers=ALL)
    part = Question(f"{KIND}.count", cast.root.slug, date(2026, 3, 2), date(2026, 3, 30), readers=ALL)
    counter = Counter(cast.root, *YEAR)
    assert [counter.answer(question) for question in (whole, told, part)] == [2, 1, 1]
    assert from_query(told.as_query()) == told
    assert from_query(told.as_query().replace("lases=alla", "lases=x")) == told
