"""The draw is the same on every version of Python: a fixed vector, and what a longer draw must keep."""

from varvet.extracts.drawing import draw, frame_hash, place

# Made once, and the same on Python 3.11 and 3.13.
FIXED = ("u7", "u4", "u6", "u15", "u14")
PLACE = "8209f76e9add1e26aab4307d3c161af2ee067e179edf5f2f91102bd08f39a9b8"
FRAME = "f3f1350956ef0027259a39690b4b1e4cffe9d56c665448349fffc59078666717"
CODES = [f"u{number}" for number in range(20)]


def test_the_draw_is_this_one_for_ever() -> None:
    assert draw(CODES, 5, seed="42", what="log review 2026-03") == FIXED
    assert place("u1", seed="42", what="x") == PLACE
    assert frame_hash(CODES) == FRAME


def test_order_and_repetition_of_the_frame_do_not_matter() -> None:
    assert draw([*reversed(CODES), "u3"], 5, seed="42", what="log review 2026-03") == FIXED
    assert frame_hash([*reversed(CODES), "u3"]) == FRAME


def test_a_longer_draw_keeps_the_shorter() -> None:
    assert draw(CODES, 9, seed="42", what="log review 2026-03")[:5] == FIXED
    assert set(draw(CODES, 99, seed="42", what="x")) == set(CODES)


def test_seed_and_draw_matter() -> None:
    assert draw(CODES, 5, seed="43", what="log review 2026-03") != FIXED
    assert draw(CODES, 5, seed="42", what="log review 2026-04") != FIXED


def test_chance_is_even() -> None:
    """Each of twenty is drawn in about a quarter of two thousand draws of five."""
    times = dict.fromkeys(CODES, 0)
    for number in range(2_000):
        for code in draw(CODES, 5, seed=str(number), what="x"):
            times[code] += 1
    assert all(430 < count < 570 for count in times.values())
