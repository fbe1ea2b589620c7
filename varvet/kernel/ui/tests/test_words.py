"""Numbers, days and distances as Swedish words."""

from datetime import date, datetime

import pytest
from django.utils.translation import override

from varvet.kernel.ui import words
from varvet.kernel.ui.words import Gender, TimeUnit

TODAY = date(2023, 10, 9)  # a Monday


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (999, "999"), (1000, "1\u202f000"), (1338, "1\u202f338"), (1234567, "1\u202f234\u202f567")],
)
def test_thousands_are_parted_by_a_narrow_space(value: int, text: str) -> None:
    assert words.integer(value) == text


def test_minus_is_a_minus_sign() -> None:
    assert words.integer(-1338) == "\u22121\u202f338"
    assert words.decimal(-0.25, 1) == "\u22120,3"


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [(12.5, 1, "12,5"), (0.125, 2, "0,13"), (2.5, 0, "3"), (1338.04, 1, "1\u202f338,0"), (-0.4, 0, "0")],
)
def test_decimals_have_a_comma_and_round_halves_up(value: float, places: int, text: str) -> None:
    assert words.decimal(value, places) == text


def test_a_share_is_percent() -> None:
    assert words.percent(0.118) == "12\u00a0procent"
    assert words.percent(0.575) == "58\u00a0procent"


@pytest.mark.parametrize(
    ("value", "text"), [(0, "noll"), (1, "en"), (2, "två"), (12, "tolv"), (13, "13"), (-1, "\u22121")]
)
def test_small_numbers_are_words(value: int, text: str) -> None:
    assert words.number_word(value) == text


def test_one_follows_its_noun() -> None:
    assert words.number_word(1, Gender.NEUTER) == "ett"


@pytest.mark.parametrize(
    ("count", "text"),
    [(1, "En sak behöver rättas"), (2, "Två saker behöver rättas"), (14, "14 saker behöver rättas")],
)
def test_heading_of_the_error_list(count: int, text: str) -> None:
    assert words.things_to_correct(count) == text


def test_a_day_has_its_weekday_and_the_year_only_when_it_is_another() -> None:
    assert words.swedish_day(date(2023, 10, 12), TODAY) == "torsdag 12 oktober"
    assert words.swedish_day(date(2024, 2, 29), TODAY) == "torsdag 29 februari 2024"


def test_short_days() -> None:
    assert words.short_day(date(2023, 10, 12), TODAY) == "12\u00a0okt"
    assert words.short_day(date(2023, 7, 1), TODAY) == "1\u00a0juli"
    assert words.short_day(date(2022, 12, 31), TODAY) == "31\u00a0dec 2022"
    assert words.short_moment(datetime(2023, 10, 9, 7, 52), TODAY) == "9\u00a0okt 07.52"  # noqa: DTZ001 - local by contract


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2023, 8, 28), date(2023, 9, 18), "28\u00a0aug–18\u00a0sep"),
        (date(2023, 10, 3), date(2023, 10, 9), "3–9\u00a0okt"),
        (date(2023, 10, 3), date(2023, 10, 3), "3\u00a0okt"),
        (date(2022, 12, 30), date(2023, 1, 2), "30\u00a0dec 2022–2\u00a0jan"),
        (date(2022, 3, 30), date(2022, 4, 2), "30\u00a0mars–2\u00a0april 2022"),
    ],
)
def test_spans_say_each_thing_once(first: date, last: date, text: str) -> None:
    assert words.day_span(first, last, TODAY) == text


@pytest.mark.parametrize(
    ("left", "unit", "text"),
    [
        (18, TimeUnit.DAYS, "18\u00a0dagar kvar"),
        (1, TimeUnit.DAYS, "1\u00a0dag kvar"),
        (0, TimeUnit.DAYS, "I dag"),
        (0, TimeUnit.WORKDAYS, "I dag"),
        (-1, TimeUnit.WORKDAYS, "1\u00a0arbetsdag sent"),
        (-2, TimeUnit.WORKDAYS, "2\u00a0arbetsdagar sent"),
        (31, TimeUnit.HOURS, "31\u00a0timmar kvar"),
        (0, TimeUnit.HOURS, "Mindre än en timme kvar"),
        (-5, TimeUnit.HOURS, "5\u00a0timmar sent"),
    ],
)
def test_time_left_says_what_is_counted(left: int, unit: TimeUnit, text: str) -> None:
    assert words.time_left(left, unit) == text


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2023, 10, 9), "i dag"),
        (date(2023, 10, 10), "i morgon"),
        (date(2023, 10, 8), "i går"),
        (date(2023, 10, 12), "om 3\u00a0dagar"),
        (date(2023, 10, 6), "för 3\u00a0dagar sedan"),
    ],
)
def test_distance(day: date, text: str) -> None:
    assert words.distance_in_days(day, TODAY) == text


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1\u00a0dag"), (12, "12\u00a0dagar"), (2.5, "2,5\u00a0dagar"), (0, "0\u00a0dagar")]
)
def test_a_median_of_days(number: float, text: str) -> None:
    assert words.some_days(number) == text


def test_the_same_in_english() -> None:
    with override("en"):
        assert words.integer(-1338) == "\u22121,338"
        assert words.decimal(12.5, 1) == "12.5"
        assert words.percent(0.118) == "12\u00a0percent"
        assert words.swedish_day(date(2024, 2, 29), TODAY) == "Thursday 29 February 2024"
        assert words.short_moment(datetime(2023, 10, 9, 7, 52), TODAY) == "9\u00a0Oct 07:52"  # noqa: DTZ001 - local by contract
        assert words.long_span(date(2023, 1, 1), date(2023, 12, 31)) == "1 January–31 December 2023"
        assert words.time_left(-1, TimeUnit.WORKDAYS) == "1\u00a0working\u00a0day late"
        assert words.time_left(18, TimeUnit.DAYS) == "18\u00a0days left"
        assert words.distance_in_days(date(2023, 10, 12), TODAY) == "in 3\u00a0days"
        assert words.things_to_correct(1) == "One thing needs to be corrected"
        assert words.some_days(2.5) == "2.5\u00a0days"
