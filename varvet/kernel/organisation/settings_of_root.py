"""What a root has chosen from a day on, with the defaults that hold where it has not."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from varvet.kernel.law.harm import HarmWords, harm_words, shipped_never, shipped_words
from varvet.kernel.organisation.models import Setting, Unit

QUALITY_YEAR = "quality_year_first_month"
HARM_WORDS, HARM_WORDS_NEVER = "harm_words", "harm_words_never"
DEFAULTS: dict[str, Any] = {
    QUALITY_YEAR: 1,
    "quality_areas": {},
    "focus_areas": [],
    "report_template": "tables",
    "organisation_name": "",
    "owner_name": "",
    "department_name": "",
    "addressee": "",
    "health_care_elsewhere": "",  # the committee that has the health care, where it is not the root's own
    "lex_sarah_investigator_may_decide": False,
    "lex_sarah_not_opened": [],  # for what reasons a report may be left uninvestigated; none: each is investigated
    "feedback_diary_series": "",  # what the house's own diary numbers begin with; empty: the diary system gives them
    "payment_errors_goal": "",  # how many wrong payments it wants told of in a year; empty: no goal
    "accessibility_contact": "",  # an e-mail address, or a telephone number
    HARM_WORDS: list(shipped_words()),  # as kernel/law/harm.py reads them
    HARM_WORDS_NEVER: list(shipped_never()),
}


@dataclass(frozen=True)
class Period:
    """From first to last day, both included; `name` as people say it ("2023")."""

    first: date
    last: date
    name: str


def get_setting(root: Unit, key: str, on: date) -> Any:
    """The value in force on a day. KeyError for a key nobody has declared."""
    row = Setting.objects.filter(root=root, key=key, first_day__lte=on).order_by("-first_day").first()
    return row.value if row else DEFAULTS[key]


def get_settings(root: Unit, keys: tuple[str, ...], on: date) -> dict[str, Any]:
    """As `get_setting`, for several keys with one question to the database."""
    rows = Setting.objects.filter(root=root, key__in=keys, first_day__lte=on).order_by("first_day")
    return {key: DEFAULTS[key] for key in keys} | {row.key: row.value for row in rows}


def harm_words_on(root: Unit, on: date) -> HarmWords:
    """The words by which a text of the root's may be speaking of injury or abuse."""
    chosen = get_settings(root, (HARM_WORDS, HARM_WORDS_NEVER), on)
    return harm_words(tuple(chosen[HARM_WORDS]), tuple(chosen[HARM_WORDS_NEVER]))


def choose(root: Unit, key: str, value: Any, *, first_day: date) -> None:
    if key not in DEFAULTS:
        raise KeyError(key)
    Setting.objects.update_or_create(root=root, key=key, first_day=first_day, defaults={"value": value})


def quality_year(root: Unit, year: int) -> Period:
    """The quality year, named after the calendar year in which it ends."""
    return quality_years(root, year, year)[0]


def quality_years(root: Unit, first: int, last: int) -> list[Period]:
    """The quality years from one to another, both included, with one question to the database.

    A year lasts until the next begins: where the first month is moved, the year before is shorter or longer than
    twelve months, so that every day lies in exactly one year.
    """
    rows = list(Setting.objects.filter(root=root, key=QUALITY_YEAR).order_by("first_day"))
    begun = [_begins(rows, year) for year in range(first, last + 2)]
    years = range(first, last + 1)
    return [
        Period(day, after - timedelta(days=1), str(year))
        for year, (day, after) in zip(years, pairwise(begun), strict=True)
    ]


def _begins(rows: Sequence[Setting], year: int) -> date:
    months = [row.value for row in rows if row.first_day <= date(year, 12, 31)]
    month = int(months[-1] if months else DEFAULTS[QUALITY_YEAR])
    return date(year if month == 1 else year - 1, month, 1)


def quality_year_of(root: Unit, day: date) -> Period:
    this = quality_year(root, day.year)
    return this if day <= this.last else quality_year(root, day.year + 1)


def last_day_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
