"""What a root has chosen from a day on, with the defaults that hold where it has not."""

import calendar
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
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
    return row.value if row else deepcopy(DEFAULTS[key])


def get_settings(root: Unit, keys: tuple[str, ...], on: date) -> dict[str, Any]:
    """As `get_setting`, for several keys with one question to the database."""
    rows = Setting.objects.filter(root=root, key__in=keys, first_day__lte=on).order_by("first_day")
    return {key: deepcopy(DEFAULTS[key]) for key in keys} | {row.key: row.value for row in rows}


def list_chosen(root: Unit, key: str) -> list[tuple[date, Any]]:
    """What has been chosen, with the day it holds from, the earliest first; the default holds before that."""
    rows = Setting.objects.filter(root=root, key=key).order_by("first_day")
    return list(rows.values_list("first_day", "value"))


def harm_words_on(root: Unit, on: date) -> HarmWords:
    """The words by which a text of the root's may be speaking of injury or abuse."""
    chosen = get_settings(root, (HARM_WORDS, HARM_WORDS_NEVER), on)
    return harm_words(tuple(chosen[HARM_WORDS]), tuple(chosen[HARM_WORDS_NEVER]))


def choose(root: Unit, key: str, value: Any, *, first_day: date) -> None:
    if key not in DEFAULTS:
        raise KeyError(key)
    Setting.objects.update_or_create(root=root, key=key, first_day=first_day, defaults={"value": value})


@dataclass(frozen=True)
class QualityYears:
    """A root's quality years. `chosen` is when each choice of first month began, oldest first.

    A year lasts until the next begins: where the first month is moved, the year before is shorter or longer than
    twelve months, so that every day lies in exactly one year.
    """

    chosen: tuple[tuple[date, int], ...]

    def begins(self, year: int) -> date:
        """The first day of the year, which is named after the calendar year in which it ends."""
        months = [month for since, month in self.chosen if since <= date(year, 12, 31)]
        month = months[-1] if months else int(DEFAULTS[QUALITY_YEAR])
        return date(year if month == 1 else year - 1, month, 1)

    def named(self, year: int) -> Period:
        return Period(self.begins(year), self.begins(year + 1) - timedelta(days=1), str(year))

    def of(self, day: date) -> Period:
        this = self.named(day.year)
        return this if day <= this.last else self.named(day.year + 1)


def quality_years(root: Unit) -> QualityYears:
    rows = Setting.objects.filter(root=root, key=QUALITY_YEAR).order_by("first_day")
    return QualityYears(tuple((first_day, int(value)) for first_day, value in rows.values_list("first_day", "value")))


def quality_year(root: Unit, year: int) -> Period:
    return quality_years(root).named(year)


def quality_year_of(root: Unit, day: date) -> Period:
    return quality_years(root).of(day)


def last_day_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
