"""Agreement as published, and kappa's error against the delta method done by numbers."""

import math

import pytest

from varvet.kernel.statistics.agreement import alpha, kappa

GRANTS = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
# Krippendorff 2011, example C: twelve units, four observers, gaps.
OBSERVERS = ("123321412...", "1233224125.3", ".333234225 1.".replace(" ", ""), "12332441251.")
UNITS = [[None if sign == "." else sign for sign in unit] for unit in zip(*OBSERVERS, strict=True)]


def test_kappa_as_in_the_textbook() -> None:
    found = kappa(GRANTS)
    assert (found.alike, found.value) == pytest.approx((0.7, 0.4))


def test_the_error_of_kappa() -> None:
    """The same from the gradient of kappa in the four shares."""
    shares = [0.4, 0.1, 0.2, 0.3]
    slopes = [(_kappa(shares, at, 1e-6) - _kappa(shares, at, -1e-6)) / 2e-6 for at in range(4)]
    mean = sum(p * slope for p, slope in zip(shares, slopes, strict=True))
    variance = sum(p * slope**2 for p, slope in zip(shares, slopes, strict=True)) - mean**2
    interval = kappa(GRANTS).interval
    assert interval is not None
    assert (interval.high - interval.low) / 2 == pytest.approx(1.959964 * math.sqrt(variance / 50), rel=1e-5)


def _kappa(shares: list[float], at: int, step: float) -> float:
    a, b, c, d = (share + step * (place == at) for place, share in enumerate(shares))
    whole = a + b + c + d
    chance = ((a + b) * (a + c) + (c + d) * (b + d)) / whole**2
    return ((a + d) / whole - chance) / (1 - chance)


def test_all_alike_says_nothing_about_kappa() -> None:
    found = kappa([("yes", "yes")] * 12)
    assert (found.alike, found.value, found.interval) == (1.0, None, None)


def test_nothing_judged_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="judged twice"):
        kappa([])


def test_alpha_as_published() -> None:
    assert alpha(UNITS) == pytest.approx(0.743, abs=5e-4)
    assert alpha(UNITS, "12345") == pytest.approx(0.815, abs=5e-4)


def test_alpha_of_two_observers_as_published() -> None:
    """Krippendorff 2011, examples A and B."""
    binary = [tuple(pair) for pair in zip("0100000010", "1110010000", strict=True)]
    named = [tuple(pair) for pair in zip("aabbdcccedda", "babbbccceddd", strict=True)]
    assert alpha(binary) == pytest.approx(0.095, abs=5e-4)
    assert alpha(named) == pytest.approx(0.692, abs=5e-4)


def test_alpha_of_files_judged_once_is_none() -> None:
    assert alpha([("yes", None), (None, "no")]) is None
    assert alpha([("yes", "yes"), ("yes", "yes")]) is None
