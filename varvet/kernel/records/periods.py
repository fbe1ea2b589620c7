"""Periods to look at: a month, quarter, tertial, half-year or the whole of a root's quality year."""

import math
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import QualityYears, quality_years
from varvet.kernel.records.errors import Told

EARLIEST, LATEST = 1900, 2200  # years that an address may name
WRONG = "Adressen pekar inte på någon period."


class Length(StrEnum):
    """How long a period is; the letter stands in addresses: 2026-t1."""

    MONTH = "m"
    QUARTER = "k"
    TERTIAL = "t"
    HALF_YEAR = "h"
    YEAR = "ar"

    @property
    def months(self) -> int:
        return {"m": 1, "k": 3, "t": 4, "h": 6, "ar": 12}[self.value]


@dataclass(frozen=True)
class Stretch:
    """One part of a quality year, both days included. `number` is 1 for the first part of the year.

    Where the first month is moved, the year before is shorter or longer, and so is its last part.
    """

    length: Length
    year: int
    number: int
    first: date
    last: date

    @property
    def code(self) -> str:
        """As in addresses: 2026-t1; a whole year is 2026-ar."""
        return f"{self.year}-{self.length}" + ("" if self.length is Length.YEAR else str(self.number))

    @property
    def name(self) -> str:
        """As people say it: "tertial 1 2026"."""
        values = {"number": self.number, "year": self.year, "month": month_name(self.first), "of": self.first.year}
        return {
            Length.MONTH: _("{month} {of}"),
            Length.QUARTER: _("kvartal {number} {year}"),
            Length.TERTIAL: _("tertial {number} {year}"),
            Length.HALF_YEAR: _("halvår {number} {year}"),
            Length.YEAR: _("kvalitetsår {year}"),
        }[self.length].format(**values)

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each of its months."""
        return tuple(months_later(self.first, n) for n in range(months_between(self.first, self.last) + 1))


def month_name(day: date) -> str:
    return str(MONTHS[day.month])


def months_later(first: date, months: int) -> date:
    """First of a month, so many months on; `months` below 0 looks back."""
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def months_between(first: date, last: date) -> int:
    """How many months after the first day's month the last day's month comes."""
    return (last.year - first.year) * 12 + last.month - first.month


def months_until(last: date, number: int) -> tuple[date, ...]:
    """The first days of so many months, this one's last."""
    return tuple(months_later(last, place - number + 1) for place in range(number))


@dataclass(frozen=True)
class Years(QualityYears):
    """A root's quality years and their parts."""

    def part_of(self, length: Length, day: date) -> Stretch:
        """The period of that length that a day lies in."""
        year = int(self.of(day).name)
        passed = months_between(self.begins(year), day)
        return self._part(year, length, 0 if length is Length.YEAR else passed // length.months)

    def part_named(self, code: str) -> Stretch:
        """The period an address names. Told when it names none."""
        year, _dash, rest = code.partition("-")
        letter = rest.rstrip("0123456789")
        digits = rest[len(letter) :]
        if not _is_number(year, 4) or not EARLIEST <= int(year) <= LATEST or letter not in set(Length):
            raise Told(WRONG)
        length = Length(letter)
        number = 1 if length is Length.YEAR and not digits else int(digits) if _is_number(digits, 2) else 0
        if not 1 <= number <= self._parts(int(year), length):
            raise Told(WRONG)
        return self._part(int(year), length, number - 1)

    def _parts(self, year: int, length: Length) -> int:
        """How many parts of that length the year has; the last may be cut short."""
        return (
            1
            if length is Length.YEAR
            else math.ceil(months_between(self.begins(year), self.begins(year + 1)) / length.months)
        )

    def _part(self, year: int, length: Length, place: int) -> Stretch:
        begun, after = self.begins(year), self.begins(year + 1)
        first = months_later(begun, place * length.months)
        ends = after if length is Length.YEAR else min(months_later(first, length.months), after)
        return Stretch(length, year, place + 1, first, ends - timedelta(days=1))

    def before(self, stretch: Stretch) -> Stretch:
        return self.part_of(stretch.length, stretch.first - timedelta(days=1))

    def after(self, stretch: Stretch) -> Stretch:
        return self.part_of(stretch.length, stretch.last + timedelta(days=1))


def years_of(root: Unit) -> Years:
    return Years(quality_years(root).chosen)


def years_for(reader: Reader) -> Years:
    """Of the root worked in, which several parts of a page ask for."""
    return Years(reader.quality_years.chosen)


def _is_number(text: str, longest: int) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= longest
