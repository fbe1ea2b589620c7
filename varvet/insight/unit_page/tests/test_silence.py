"""Silence: the border between chance and not, what is too little to say, and who has never reported."""

import math
from datetime import date, timedelta

import pytest

from varvet.insight.unit_page.silence import LEAST_REPORTS, LOOKED_BACK, Rate, Silence, Verdict, silence

TODAY = date(2026, 3, 16)
LONG_AGO = date(2015, 1, 1)


def reports(last: int, every: int, number: int = 40) -> dict[date, int]:
    """A report each so many days, the last one so many days ago."""
    return {TODAY - timedelta(last + every * place): 1 for place in range(number)}


@pytest.mark.parametrize(
    ("days", "verdict"), [(0, Verdict.USUAL), (30, Verdict.USUAL), (31, Verdict.UNUSUAL), (300, Verdict.UNUSUAL)]
)
def test_three_expected_and_none_made_is_unusual(days: int, verdict: Verdict) -> None:
    """36 reports in the 365 days before the last: 0.0986 a day, and three of them take 30.4 days."""
    found = silence(reports(days, 10), LONG_AGO, TODAY)
    assert found.rate == Rate(36 / 365)
    assert (found.days, found.verdict, found.usual) == (days, verdict, 31)
    assert found.chance == pytest.approx(math.exp(-days * 36 / 365))


def test_five_reports_a_year_can_be_silent_for_half_a_year() -> None:
    """P(0 in m months) for five a year: 0.29 in three months, 0.08 in six, 0.007 in twelve."""
    five = {TODAY - timedelta(day): 1 for day in range(73, 365, 73)}
    for months, chance in ((3, 0.29), (6, 0.08), (12, 0.007)):
        last = TODAY - timedelta(round(365 * months / 12))
        made = {last: 1} | {last - (TODAY - day): 1 for day in five} | {last - timedelta(365): 1}
        found = silence(made, LONG_AGO, TODAY)
        assert found.chance == pytest.approx(chance, abs=0.006)
        assert found.verdict is (Verdict.UNUSUAL if chance < 0.05 else Verdict.USUAL)


def test_few_reports_give_no_rate_and_the_roots_is_used_where_there_is_one() -> None:
    few = reports(100, 30, number=LEAST_REPORTS)  # the last one ends the stretch and is not in it
    assert silence(few, LONG_AGO, TODAY) == Silence(TODAY - timedelta(100), 100, Verdict.TOO_LITTLE)
    others = Rate(0.05, own=False)
    assert silence(few, LONG_AGO, TODAY, others).verdict is Verdict.UNUSUAL
    assert silence(reports(100, 30, number=LEAST_REPORTS + 1), LONG_AGO, TODAY, others).rate != others


def test_a_new_unit_is_not_judged_by_the_days_before_it() -> None:
    opened = TODAY - timedelta(120)
    assert silence(reports(40, 10, number=5), opened, TODAY).verdict is Verdict.TOO_LITTLE, "80 days are too few"
    made = {TODAY - timedelta(day): 1 for day in (10, 30, 60, 90)}
    assert silence(made, opened, TODAY).rate == Rate(3 / 110)


def test_who_has_never_reported_is_silent_since_it_opened() -> None:
    opened = TODAY - timedelta(50)
    assert silence({}, opened, TODAY) == Silence(None, 50, Verdict.NEVER)
    assert silence({}, opened, TODAY, Rate(0.01, own=False)).verdict is Verdict.NEVER
    assert silence({}, opened, TODAY, Rate(0.06, own=False)).verdict is Verdict.UNUSUAL
    assert silence({}, LONG_AGO, TODAY).days == LOOKED_BACK


def test_a_report_dated_ahead_does_not_end_the_silence() -> None:
    made = {TODAY + timedelta(1): 1, TODAY - timedelta(5): 1}
    assert silence(made, LONG_AGO, TODAY).days == 5
