"""The address of a figure names the same question, and nothing else passes for one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varvet.insight.measures.question import MOST_PAIRS, NARROWED_BY, Question, from_query
from varvet.kernel.records.errors import Told

PLAIN = "matt=m.a&rot=bromma&fran=2023-01-01&till=2023-12-31"
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
PAIRS = st.tuples(st.sampled_from(NARROWED_BY), st.lists(TEXTS, min_size=1, max_size=3).map(tuple))


@given(
    where=st.lists(PAIRS, max_size=5).map(tuple),
    measure=TEXTS,
    reached=TEXTS,
    lacks=TEXTS,
    on=st.none() | st.dates(),
    days=st.tuples(st.dates(), st.dates()),
)
def test_an_address_reads_back_as_the_same_question(
    where: tuple[tuple[str, tuple[str, ...]], ...],
    measure: str,
    reached: str,
    lacks: str,
    on: date | None,
    days: tuple[date, date],
) -> None:
    asked = Question(measure, "bromma", *days, where, reached=reached, lacks=lacks, on=on)
    assert from_query(asked.as_query()) == asked


def test_two_narrowings_of_one_field_stay_two() -> None:
    asked = Question(
        "m.a", "bromma", date(2023, 1, 1), date(2023, 12, 31), (("unit", ("a", "b")), ("unit", ("c",)), ("kind", ("",)))
    )
    assert asked.as_query().endswith("unit=a&unit=b&och=&unit=c&kind=")
    assert from_query(asked.as_query()) == asked


@pytest.mark.parametrize(
    "query",
    [
        "",
        "matt=m.a",
        "matt=m.a&rot=bromma&fran=2023-01-01",
        "matt=m.a&rot=bromma&fran=2023-01-01&till=",
        "matt=m.a&rot=bromma&fran=igår&till=2023-12-31",
        "matt=m.a&rot=bromma&fran=2023-02-30&till=2023-12-31",
        "matt=m.a&rot=bromma&fran=2023-01-01T00:00&till=2023-12-31",
        PLAIN[:-1],
        PLAIN + "&den=snart",
        PLAIN + "&unit=a%00b",
        PLAIN + "&nadde=%00",
        PLAIN + "&unit=a" * MOST_PAIRS,
    ],
)
def test_a_mangled_address_is_told(query: str) -> None:
    with pytest.raises(Told, match="Adressen pekar inte på någon siffra"):
        from_query(query)


def test_fields_that_narrow_nothing_are_left_aside() -> None:
    assert from_query(PLAIN + "&password=x&unit__root=1&id=1").where == ()
