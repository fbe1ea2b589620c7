"""The honest sentence at its borders, as truth tables."""

import pytest

from varvet.kernel.statistics import wordings
from varvet.kernel.statistics.shares import Interval
from varvet.kernel.statistics.wordings import Seen, of_agreement, of_change, of_many, of_ratio, of_sample


@pytest.mark.parametrize(
    ("seen", "wanted"),
    [
        (Seen(0, 0), wordings.NOTHING),
        (Seen(0, 0, 0), wordings.NOTHING),
        (Seen(9, 9), wordings.TOO_SMALL),
        (Seen(9, 9, 10), wordings.TOO_SMALL),
        (Seen(9, 9, 9), wordings.CENSUS),
        (Seen(1, 1, 1), wordings.CENSUS),
        (Seen(10, 10), wordings.PERCENT),
        (Seen(10, 10, 11), wordings.FILES),
        (Seen(10, 10, 10), wordings.CENSUS),
    ],
)
def test_of_a_sample(seen: Seen, wanted: str) -> None:
    assert of_sample(seen).wording == wanted


def test_the_figures_of_a_sample() -> None:
    assert str(of_sample(Seen(18, 20, 60))) == "Troligen uppfyller 44–58 av alla 60 målet."
    assert str(of_sample(Seen(14, 20))) == "I hela verksamheten kan det vara mellan 48 och 85 procent."


@pytest.mark.parametrize(
    ("now", "before", "wanted"),
    [
        (Seen(0, 0), Seen(5, 10), []),
        (Seen(5, 10), Seen(0, 0), []),
        (Seen(9, 9), Seen(10, 20), [wordings.TOO_SMALL_TO_COMPARE]),
        (Seen(10, 20), Seen(9, 9), [wordings.TOO_SMALL_TO_COMPARE]),
        (Seen(14, 20), Seen(12, 20), [wordings.NOT_CERTAIN, wordings.SMALLEST]),
        (Seen(10, 10), Seen(5, 10), [wordings.BETTER]),
        (Seen(140, 150), Seen(100, 150), [wordings.BETTER]),
        (Seen(100, 150), Seen(140, 150), [wordings.WORSE]),
        (Seen(7, 8, 8), Seen(6, 8, 8), [wordings.MORE]),
        (Seen(6, 8, 8), Seen(7, 8, 8), [wordings.LESS]),
        (Seen(7, 8, 8), Seen(7, 8, 8), [wordings.SAME]),
        (Seen(17, 20, 20), Seen(12, 20), [wordings.BETTER]),  # all seen now, a sample before
        (Seen(17, 20), Seen(12, 20), [wordings.NOT_CERTAIN, wordings.SMALLEST]),
    ],
)
def test_of_a_change(now: Seen, before: Seen, wanted: list[str]) -> None:
    assert [sentence.wording for sentence in of_change(now, before)] == wanted


def test_what_two_samples_of_20_can_show() -> None:
    said = [str(sentence) for sentence in of_change(Seen(14, 20), Seen(14, 20))]
    assert said[1] == "Med dessa urval kan vi bara se skillnader på minst cirka 44 procentenheter."


@pytest.mark.parametrize(
    ("interval", "wanted"),
    [
        (Interval(0.4, 1.0), wordings.BY_CHANCE),
        (Interval(1.0, 2.0), wordings.BY_CHANCE),
        (Interval(1.01, 2.0), wordings.NOT_BY_CHANCE),
        (Interval(0.2, 0.99), wordings.NOT_BY_CHANCE),
    ],
)
def test_of_a_ratio(interval: Interval, wanted: str) -> None:
    assert of_ratio(interval).wording == wanted


@pytest.mark.parametrize(("compared", "wanted"), [(1, None), (9, None), (10, "1 av 10"), (40, "2 av 40")])
def test_of_many(compared: int, wanted: str | None) -> None:
    found = of_many(compared)
    assert (found and str(found)) == (wanted and f"{wanted} jämförelser kan väntas slå ut av slump.")


def test_of_agreement() -> None:
    assert of_agreement(29) is not None
    assert of_agreement(30) is None
