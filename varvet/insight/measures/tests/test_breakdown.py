"""A breakdown gives each fact one place, and its numbers add up to the whole."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from varvet.insight.measures.breakdown import breakdown
from varvet.insight.measures.counting import Counter
from varvet.insight.measures.question import Question
from varvet.insight.measures.tests.samples import BREAKDOWNS, KIND, add_fact
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.models import Fact

pytestmark = pytest.mark.usefixtures("samples")
FIRST, LAST = date(2023, 9, 1), date(2025, 8, 31)  # two quality years from September


def broken_down(cast: Cast, name: str, *by: str) -> dict[tuple[object, ...], int | float | None]:
    return breakdown(Counter(cast.root, FIRST, LAST), Question(f"{KIND}.{name}", cast.root.slug, FIRST, LAST), by)


def test_by_unit_and_what_is_coded(cast: Cast) -> None:
    add_fact(cast.a, date(2024, 1, 1), category="x", count=2)
    add_fact(cast.a, date(2024, 2, 1), category="y")
    add_fact(cast.b, date(2024, 2, 1), category="x")
    assert broken_down(cast, "count", "unit") == {(cast.a.pk,): 3, (cast.b.pk,): 1}
    assert broken_down(cast, "count", "unit", "category") == {
        (cast.a.pk, "x"): 2, (cast.a.pk, "y"): 1, (cast.b.pk, "x"): 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("day", "month", "quarter", "year"),
    [
        (date(2023, 9, 1), date(2023, 9, 1), date(2023, 9, 1), date(2023, 9, 1)),
        (date(2023, 11, 30), date(2023, 11, 1), date(2023, 9, 1), date(2023, 9, 1)),
        (date(2023, 12, 1), date(2023, 12, 1), date(2023, 12, 1), date(2023, 9, 1)),
        (date(2024, 2, 29), date(2024, 2, 1), date(2023, 12, 1), date(2023, 9, 1)),
        (date(2024, 8, 31), date(2024, 8, 1), date(2024, 6, 1), date(2023, 9, 1)),
        (date(2024, 9, 1), date(2024, 9, 1), date(2024, 9, 1), date(2024, 9, 1)),
    ],
)
def test_months_quarters_and_years_follow_the_quality_year(
    cast: Cast, day: date, month: date, quarter: date, year: date
) -> None:
    add_fact(cast.a, day)
    assert broken_down(cast, "count", "month", "quarter", "year") == {(month, quarter, year): 1}


def test_quarters_of_a_calendar_year(cast: Cast) -> None:
    for month in range(1, 13):
        add_fact(cast.a, date(2024, month, 15))
    first, last = date(2024, 1, 1), date(2024, 12, 31)
    asked = Question(f"{KIND}.count", cast.root.slug, first, last)
    found = breakdown(Counter(cast.root, first, last), asked, ("quarter",))
    assert found == {(date(2024, month, 1),): 3 for month in (1, 4, 7, 10)}


def test_a_part_that_was_not_measured_has_no_share(cast: Cast) -> None:
    add_fact(cast.a, date(2024, 1, 1), numerator=1, denominator=4)
    add_fact(cast.b, date(2024, 1, 1), denominator=4)
    assert broken_down(cast, "share", "unit") == {(cast.a.pk,): 0.25, (cast.b.pk,): None}


def test_what_the_measure_does_not_allow_is_a_bug(cast: Cast) -> None:
    with pytest.raises(ValueError, match=r"samples\.count is not broken down by sex"):
        broken_down(cast, "count", "unit", "sex")


FACTS = st.lists(
    st.tuples(
        st.dates(FIRST, LAST), st.booleans(), st.sampled_from("xyz"), st.integers(0, 9), st.integers(0, 9),
        st.integers(0, 9),
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(facts=FACTS, by=st.lists(st.sampled_from(BREAKDOWNS), min_size=1, max_size=3, unique=True).map(tuple))
def test_the_parts_add_up_to_the_whole(
    cast: Cast, facts: list[tuple[date, bool, str, int, int, int]], by: tuple[str, ...]
) -> None:
    Fact.objects.all().delete()
    for day, in_a, code, count, part, rest in facts:
        unit = cast.a if in_a else cast.b
        add_fact(unit, day, category=code, kind=code, count=count, numerator=part, denominator=part + rest)
    counter = Counter(cast.root, FIRST, LAST)
    expected = {
        "count": sum(f[3] for f in facts),
        "part": sum(f[4] for f in facts),
        "whole": sum(f[4] + f[5] for f in facts),
    }
    for name, number in expected.items():
        asked = Question(f"{KIND}.{name}", cast.root.slug, FIRST, LAST)
        assert sum(value or 0 for value in breakdown(counter, asked, by).values()) == number
        assert (counter.answer(asked) or 0) == number
