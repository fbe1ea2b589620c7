"""The draw is the same on every version of Python: a fixed vector, and what a longer draw must keep."""

from varvet.kernel.statistics.drawing import hash_of, order_of_words

# Made once, and the same on Python 3.11 and 3.13.
FIXED = ("u7", "u4", "u6", "u15", "u14")
PLACE = "8209f76e9add1e26aab4307d3c161af2ee067e179edf5f2f91102bd08f39a9b8"
FRAME = "f3f1350956ef0027259a39690b4b1e4cffe9d56c665448349fffc59078666717"
CODES = [f"u{number}" for number in range(20)]


def test_the_draw_is_this_one_for_ever() -> None:
    assert order_of_words("42", "log review 2026-03").first(CODES, 5) == FIXED
    assert order_of_words("42", "x").place("u1").hex() == PLACE
    assert hash_of(CODES) == FRAME


def test_order_and_repetition_of_the_frame_do_not_matter() -> None:
    assert order_of_words("42", "log review 2026-03").first([*reversed(CODES), "u3"], 5) == FIXED
    assert hash_of([*reversed(CODES), "u3"]) == FRAME


def test_a_longer_draw_keeps_the_shorter() -> None:
    assert order_of_words("42", "log review 2026-03").first(CODES, 9)[:5] == FIXED
    assert set(order_of_words("42", "x").first(CODES, 99)) == set(CODES)


def test_seed_and_draw_matter() -> None:
    assert order_of_words("43", "log review 2026-03").first(CODES, 5) != FIXED
    assert order_of_words("42", "log review 2026-04").first(CODES, 5) != FIXED


def test_chance_is_even() -> None:
    """Each of twenty is drawn in about a quarter of two thousand draws of five."""
    times = dict.fromkeys(CODES, 0)
    for number in range(2_000):
        for code in order_of_words(str(number), "x").first(CODES, 5):
            times[code] += 1
    assert all(430 < count < 570 for count in times.values())
