"""Planning as published in the statistics page, and power by every outcome."""

import pytest

from varvet.kernel.statistics.planning import Round, files_needed, files_to_see, margin, power, smallest_step


@pytest.mark.parametrize(
    ("population", "ten", "five"), [(60, 38, 53), (200, 66, 132), (1000, 88, 278), (1, 1, 1), (20, 17, 20)]
)
def test_files_needed_as_published(population: int, ten: int, five: int) -> None:
    assert (files_needed(population, 10), files_needed(population, 5)) == (ten, five)


@pytest.mark.parametrize(("sample", "wanted"), [(10, 0.14), (15, 0.28), (20, 0.36), (30, 0.48), (50, 0.70), (80, 0.92)])
def test_power_from_70_to_90_as_simulated(sample: int, wanted: float) -> None:
    assert power(0.7, 0.9, Round(sample), Round(sample)) == pytest.approx(wanted, abs=0.025)


def test_no_change_is_seldom_seen() -> None:
    assert power(0.8, 0.8, Round(20), Round(20)) < 0.05
    assert power(0.5, 0.5, Round(40), Round(25)) < 0.06


def test_more_of_a_small_whole_sees_more() -> None:
    whole, half = Round(30, 30), Round(15, 30)
    assert power(0.7, 0.9, whole, whole) == pytest.approx(1)
    assert power(0.7, 0.9, half, half) > power(0.7, 0.9, Round(15), Round(15))


@pytest.mark.parametrize(("before", "after", "wanted"), [(0.6, 0.8, 82), (0.5, 0.75, 58), (0.8, 0.6, 82)])
def test_files_to_see_as_power_prop_test(before: float, after: float, wanted: int) -> None:
    assert files_to_see(before, after) == wanted


def test_the_smallest_step_is_the_first_seen_four_times_of_five() -> None:
    held = Round(50)
    step = smallest_step(0.7, held, held)
    assert step is not None
    assert power(0.7, 0.7 - step / 100, held, held) >= 0.8 > power(0.7, 0.7 - (step - 1) / 100, held, held)


def test_a_tiny_sample_sees_no_step_at_all() -> None:
    assert smallest_step(0.5, Round(3), Round(3)) is None


def test_the_margin_shrinks_with_the_sample_and_is_gone_in_a_census() -> None:
    assert margin(10, 60) > margin(30, 60) > margin(59, 60) > margin(60, 60) == 0


def test_no_step_is_refused() -> None:
    with pytest.raises(ValueError, match="no step"):
        files_to_see(0.5, 0.5)
