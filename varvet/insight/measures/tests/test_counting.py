"""Counting: each kind of number, where each narrowing bites, and the days on the border."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varvet.insight.measures.counting import CODED, Counter, Group, total
from varvet.insight.measures.question import Question
from varvet.insight.measures.tests.samples import KIND, add_fact
from varvet.kernel.access.tests.cast import Cast, make_unit
from varvet.kernel.organisation.tree import rebuild_below
from varvet.kernel.records.registry import Value

pytestmark = pytest.mark.usefixtures("samples")
FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
Where = tuple[tuple[str, tuple[str, ...]], ...]


def counter(cast: Cast) -> Counter:
    return Counter(cast.root, FIRST, LAST)


def ask(cast: Cast, name: str, *where: tuple[str, tuple[str, ...]], first: date = FIRST, last: date = LAST) -> Question:
    return Question(f"{KIND}.{name}", cast.root.slug, first, last, where)


def answers(cast: Cast) -> dict[str, int | float | None]:
    names = ("count", "part", "whole", "rest", "share", "rest_share")
    return {name: counter(cast).answer(ask(cast, name)) for name in names}


def test_each_kind_of_number(cast: Cast) -> None:
    add_fact(cast.a, date(2025, 3, 1), count=2, numerator=3, denominator=4)
    add_fact(cast.b, date(2025, 4, 1), count=1, numerator=0, denominator=6)
    assert answers(cast) == {"count": 3, "part": 3, "whole": 10, "rest": 7, "share": 0.3, "rest_share": 0.7}


def test_of_nothing_only_a_count_is_zero(cast: Cast) -> None:
    assert answers(cast) == {
        "count": 0, "part": None, "whole": None, "rest": None, "share": None, "rest_share": None,
    }  # fmt: skip


def test_what_is_measured_in_part_has_a_whole_and_no_part(cast: Cast) -> None:
    add_fact(cast.a, date(2025, 3, 1), numerator=3, denominator=4)
    add_fact(cast.a, date(2025, 3, 2), denominator=6)
    assert answers(cast) == {
        "count": 2, "part": None, "whole": 10, "rest": None, "share": None, "rest_share": None,
    }  # fmt: skip


def test_a_share_of_none_is_no_share(cast: Cast) -> None:
    add_fact(cast.a, date(2025, 3, 1), numerator=0, denominator=0)
    assert answers(cast) == {"count": 1, "part": 0, "whole": 0, "rest": 0, "share": None, "rest_share": None}


@pytest.mark.parametrize("name", [name for name in CODED if name not in {"area", "provider"}])
def test_every_coded_field_narrows(cast: Cast, name: str) -> None:
    for value in ("x", "y", "z"):
        add_fact(cast.a, date(2025, 5, 1), **{name: value})
    add_fact(cast.a, date(2025, 5, 1))
    assert counter(cast).answer(ask(cast, "count", (name, ("x", "y")))) == 2
    assert counter(cast).answer(ask(cast, "count", (name, ("",)))) == 1
    assert counter(cast).answer(ask(cast, "count", (name, ("x", "y")), (name, ("y", "z")))) == 1


@pytest.mark.parametrize(("name", "value"), [("area", "adults"), ("provider", "private")])
def test_place_narrows(cast: Cast, name: str, value: str) -> None:
    add_fact(cast.a, date(2025, 5, 1), **{name: value})
    add_fact(cast.a, date(2025, 5, 1))
    assert counter(cast).answer(ask(cast, "count", (name, (value,)))) == 1


def test_a_measure_narrows_by_itself(cast: Cast) -> None:
    for kind in ("a", "b", "c"):
        add_fact(cast.a, date(2025, 5, 1), kind=kind)
    assert counter(cast).answer(ask(cast, "own")) == 2
    assert counter(cast).answer(ask(cast, "own", ("kind", ("b", "c")))) == 1


@pytest.mark.parametrize(
    ("where", "counted"),
    [
        ((("unit", ("exempelby",)),), 7),
        ((("unit", ("=exempelby",)),), 4),
        ((("unit", ("individ-och-familj",)),), 3),
        ((("unit", ("=individ-och-familj",)),), 0),
        ((("unit", ("mottagning-a", "mottagning-b")),), 3),
        ((("unit", ("mottagning-a", "=exempelby")),), 5),
        ((("unit", ("individ-och-familj",)), ("unit", ("mottagning-a",))), 1),
        ((("unit", ("mottagning-a",)), ("unit", ("mottagning-b",))), 0),
        ((("unit", ("annan-mottagning",)),), 0),
        ((("unit", ("finns-inte",)),), 0),
    ],
)
def test_a_unit_includes_those_below_and_alone_means_alone(cast: Cast, where: Where, counted: int) -> None:
    for unit, count in ((cast.root, 4), (cast.a, 1), (cast.b, 2), (cast.other_unit, 90)):
        add_fact(unit, date(2025, 5, 1), count=count)
    assert counter(cast).answer(ask(cast, "count", *where)) == counted
    part_of_a_month = ask(cast, "count", *where, first=date(2025, 4, 30))
    assert counter(cast).answer(part_of_a_month) == counted


def test_days_outside_are_not_counted(cast: Cast) -> None:
    for day in (date(2024, 12, 31), FIRST, LAST, date(2026, 1, 1)):
        add_fact(cast.a, day)
    assert counter(cast).answer(ask(cast, "count")) == 2


def test_a_quality_year_from_september_has_its_own_borders(cast: Cast) -> None:
    for day in (date(2024, 8, 31), date(2024, 9, 1), date(2025, 8, 31), date(2025, 9, 1)):
        add_fact(cast.a, day)
    year = Counter(cast.root, date(2024, 9, 1), date(2025, 8, 31))
    asked = ask(cast, "count", first=date(2024, 9, 1), last=date(2025, 8, 31))
    assert year.answer(asked) == 2
    assert year.answer(ask(cast, "count", first=date(2024, 9, 1), last=date(2024, 9, 30))) == 1


def test_part_of_a_month_is_counted_by_its_days(cast: Cast) -> None:
    for day in (10, 15, 20):
        add_fact(cast.a, date(2025, 5, day))
    assert counter(cast).answer(ask(cast, "count", first=date(2025, 5, 11))) == 2
    assert counter(cast).answer(ask(cast, "count", last=date(2025, 5, 15))) == 2


def test_years_before_the_counters_own_are_not_zero(cast: Cast) -> None:
    add_fact(cast.a, date(2019, 5, 1), count=7)
    assert counter(cast).answer(ask(cast, "count", first=date(2019, 1, 1), last=date(2019, 12, 31))) == 7


def test_another_roots_question_is_a_bug(cast: Cast) -> None:
    with pytest.raises(ValueError, match="asked of annanstad"):
        counter(cast).answer(Question(f"{KIND}.count", "annanstad", FIRST, LAST))


@pytest.mark.parametrize(("on", "reached"), [(date(2026, 1, 30), 0), (date(2026, 1, 31), 1), (None, 1)])
def test_what_had_come_so_far_on_a_day(cast: Cast, on: date | None, reached: int) -> None:
    """Record 1 was closed on the last of January, record 2 never; both were taken the year before."""
    add_fact(cast.a, date(2025, 5, 1), record_id=1, numerator=1, denominator=1)
    add_fact(cast.a, date(2025, 5, 1), record_id=2, count=5, numerator=0, denominator=3)
    add_fact(cast.a, date(2026, 1, 31), record_id=1, happening="closed")
    counting, asked = counter(cast), ask(cast, "count")
    assert counting.answer(replace(asked, reached="closed", on=on)) == reached
    assert counting.answer(replace(asked, lacks="closed", on=on)) == 6 - reached
    share = counting.answer(replace(ask(cast, "share"), lacks="closed", on=on))
    assert share == (0 if reached else 0.25), "a share is a share of those that lack it"


def test_each_happening_is_asked_of_the_database_once(cast: Cast, django_assert_num_queries: object) -> None:
    add_fact(cast.a, date(2025, 5, 1))
    counting = counter(cast)
    assert callable(django_assert_num_queries)
    with django_assert_num_queries(1):
        for name in ("count", "part", "share", "own"):
            counting.answer(ask(cast, name))
            counting.answer(ask(cast, name, ("kind", ("a",)), first=date(2025, 6, 1)))


def test_a_unit_taken_over_counts_with_the_one_that_took_over(cast: Cast) -> None:
    new = make_unit("Mottagning C", cast.department)
    rebuild_below(cast.root)
    add_fact(new, date(2025, 5, 1))
    assert counter(cast).answer(ask(cast, "count", ("unit", ("individ-och-familj",)))) == 1


GROUPS = st.lists(
    st.builds(
        lambda count, part, rest, known: Group(
            FIRST, 1, ("",) * len(CODED), count, part if known else 0, part + rest, 1, 1 if known else 0
        ),
        st.integers(0, 9),
        st.integers(0, 9),
        st.integers(0, 9),
        st.booleans(),
    ),
    max_size=6,
)


@given(GROUPS)
def test_part_and_rest_make_the_whole_and_shares_make_one(groups: list[Group]) -> None:
    found = {value: total(value, groups) for value in Value}
    part, rest, whole = found[Value.NUMERATOR], found[Value.REMAINDER], found[Value.DENOMINATOR]
    share, rest_share = found[Value.SHARE], found[Value.REMAINDER_SHARE]
    assert (part is None) == (rest is None)
    assert part is None or rest is None or part + rest == whole
    assert (share is None) == (rest_share is None)
    if share is not None and rest_share is not None:
        assert share + rest_share == pytest.approx(1)
        assert 0 <= share <= 1
