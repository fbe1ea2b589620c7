"""The draw: the same on every Python, shared fairly, and never undone by drawing more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks.rules import drawing
from varvet.registers.self_checks.rules.drawing import Listed, Portion, allocate, order_of

SEED = "00112233445566778899aabbccddeeff" * 2
ORDER = order_of(SEED, "EGK-2026-0007")
FRAME = [Listed(f"case{n:03}", "girls" if n % 3 else "boys", f"unit{n % 2}") for n in range(40)]
SIZES = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 80), min_size=1)


def test_the_stored_draw() -> None:
    """This very draw, on every Python and machine: whoever changes the order changes draws that have been made."""
    found = drawing.draw(FRAME, (), {drawing.ALL: 8}, ORDER)
    assert [row.code for _, row in found] == STORED


STORED = ["case039", "case025", "case007", "case014", "case032", "case021", "case035", "case000"]


def test_the_key_is_an_hmac_of_round_and_code() -> None:
    assert ORDER.place("case000").hex().startswith(KEY_BEGINS)
    assert order_of(SEED, "EGK-2026-0008").place("case000") != ORDER.place("case000")


KEY_BEGINS = "32cea671cf9c9aff"


def test_the_hash_is_of_the_frame_whatever_its_order() -> None:
    assert drawing.hash_of(FRAME) == drawing.hash_of(reversed(FRAME)) == FRAME_HASH
    assert drawing.hash_of(FRAME[1:]) != FRAME_HASH


FRAME_HASH = "f0826de496ed00a72052279a013f9cc5d257fad4c9746192863843c2e0eba4c9"


def test_the_order_of_the_list_does_not_matter() -> None:
    straight = drawing.draw(FRAME, ("sex",), {"girls": 5, "boys": 5}, ORDER)
    assert drawing.draw(FRAME[::-1], ("sex",), {"girls": 5, "boys": 5}, ORDER) == straight


def test_kept_and_read_again() -> None:
    rows = [*FRAME, Listed("zz")]
    assert drawing.from_text(drawing.as_text(rows[::-1])) == rows


def test_more_keeps_what_was_drawn() -> None:
    first = drawing.draw(FRAME, ("sex",), {"girls": 6, "boys": 5}, ORDER)
    codes = [row.code for _, row in first]
    more = drawing.draw(FRAME, ("sex",), {"girls": 3, "boys": 2}, ORDER, codes)
    at_once = drawing.draw(FRAME, ("sex",), {"girls": 9, "boys": 7}, ORDER)
    assert {row.code for _, row in [*first, *more]} == {row.code for _, row in at_once}


def test_what_the_list_does_not_say_is_a_stratum_of_its_own() -> None:
    assert drawing.stratum_of(Listed("a"), ("sex",)) == drawing.UNKNOWN
    assert drawing.stratum_of(Listed("a", "girls", "", "x"), ("group", "unit", "sex")) == "girls · unknown · x"
    assert drawing.stratum_of(Listed("a", "girls"), ()) == drawing.ALL


@pytest.mark.parametrize(
    ("sizes", "wanted", "samples"),
    [
        ({"alla": 60}, 20, [20]),
        ({"alla": 3}, 2, [2]),  # one part has no least
        ({"a": 50, "b": 50}, 20, [10, 10]),
        ({"a": 50, "b": 50}, 21, [11, 10]),  # a tie goes to the first by name
        ({"a": 90, "b": 10}, 20, [15, 5]),  # two of twenty is raised to five
        ({"a": 90, "b": 3}, 20, [17, 3]),  # all three there are
        ({"a": 60, "b": 30, "c": 10}, 30, [17, 8, 5]),
        ({"a": 10, "b": 10}, 20, [10, 10]),
        ({"a": 5, "b": 5}, 10, [5, 5]),
    ],
)
def test_shared_by_size_with_at_least_five(sizes: dict[str, int], wanted: int, samples: list[int]) -> None:
    assert [portion.sample for portion in allocate(sizes, wanted)] == samples


@given(SIZES, st.integers(1, 400))
def test_always_exactly_as_many_as_wanted(sizes: dict[str, int], wanted: int) -> None:
    least = sum(min(size, 5) for size in sizes.values()) if len(sizes) > 1 else 1
    wanted = min(max(wanted, least), sum(sizes.values()))
    portions = allocate(sizes, wanted)
    assert sum(portion.sample for portion in portions) == wanted
    for portion in portions:
        assert (min(portion.population, 5) if len(sizes) > 1 else 0) <= portion.sample <= portion.population


@given(SIZES, st.data())
def test_more_never_takes_back(sizes: dict[str, int], data: st.DataObject) -> None:
    total = sum(sizes.values())
    least = sum(min(size, 5) for size in sizes.values()) if len(sizes) > 1 else 1
    if total <= least:
        return
    first = data.draw(st.integers(least, total - 1))
    before = {portion.stratum: portion.sample for portion in allocate(sizes, first)}
    after = allocate(sizes, data.draw(st.integers(first + 1, total)), before)
    assert all(portion.sample >= before[portion.stratum] for portion in after)


@pytest.mark.parametrize(
    ("sizes", "wanted", "before", "code"),
    [
        ({}, 5, {}, "self_check.draw.empty"),
        ({"a": 10}, 0, {}, "self_check.draw.size"),
        ({"a": 10}, 11, {}, "self_check.draw.size"),
        ({"a": 5000}, 2001, {}, "self_check.draw.size"),
        ({"a": 10}, 4, {"a": 4}, "self_check.draw.fewer"),
        ({"a": 10, "b": 10}, 9, {}, "self_check.draw.strata"),
    ],
)
def test_a_draw_that_cannot_be_is_refused(
    sizes: dict[str, int], wanted: int, before: dict[str, int], code: str
) -> None:
    with pytest.raises(RuleBroken) as broken:
        allocate(sizes, wanted, before)
    assert broken.value.code == code


def test_the_borders_of_a_draw() -> None:
    assert allocate({"a": 5000}, 2000) == (Portion("a", 5000, 2000),)
    assert allocate({"a": 10, "b": 10}, 10) == (Portion("a", 10, 5), Portion("b", 10, 5))
    assert allocate({"a": 10}, 5, {"a": 4}) == (Portion("a", 10, 5),)


@pytest.mark.parametrize("listed", [0, drawing.MOST_LISTED + 1])
def test_a_frame_is_neither_empty_nor_endless(listed: int) -> None:
    with pytest.raises(RuleBroken):
        drawing.check_frame(listed)


def test_only_what_waits_is_replaced() -> None:
    drawing.check_replacement("to_review")
    for state in ("reviewed", "left_out"):
        with pytest.raises(RuleBroken):
            drawing.check_replacement(state)
