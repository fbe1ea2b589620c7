"""Numbers, days and distances as words in the reader's language; `today` comes as an argument."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NamedTuple

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from varvet.kernel.law.words import marked

NARROW_SPACE = "\u202f"  # no-break, between thousands
SPACE = "\u00a0"  # no-break, between number and unit
MINUS = "\u2212"

WEEKDAYS = (
    marked("måndag"),
    marked("tisdag"),
    marked("onsdag"),
    marked("torsdag"),
    marked("fredag"),
    marked("lördag"),
    marked("söndag"),
)
MONTHS = (
    marked("januari"),
    marked("februari"),
    marked("mars"),
    marked("april"),
    marked("maj"),
    marked("juni"),
    marked("juli"),
    marked("augusti"),
    marked("september"),
    marked("oktober"),
    marked("november"),
    marked("december"),
)
# mars, maj, juni and juli are written in full: they are as short as their abbreviations
SHORT_MONTHS = (
    marked("jan"),
    marked("feb"),
    marked("mars"),
    marked("april"),
    marked("maj"),
    marked("juni"),
    marked("juli"),
    marked("aug"),
    marked("sep"),
    marked("okt"),
    marked("nov"),
    marked("dec"),
)
NUMBERS = (
    marked("noll"),
    marked("en"),
    marked("två"),
    marked("tre"),
    marked("fyra"),
    marked("fem"),
    marked("sex"),
    marked("sju"),
    marked("åtta"),
    marked("nio"),
    marked("tio"),
    marked("elva"),
    marked("tolv"),
)


class TimeUnit(StrEnum):
    """What is counted when time is left. Calendar days are "dagar"; working days say so."""

    DAYS = "days"
    WORKDAYS = "workdays"
    HOURS = "hours"


class Marks(NamedTuple):
    """What stands between the figures of a number and of a time of day."""

    thousands: str
    decimals: str
    clock: str


_MARKS = {"sv": Marks(NARROW_SPACE, ",", "."), "en": Marks(",", ".", ":")}


class Gender(StrEnum):
    COMMON = marked("en")
    NEUTER = marked("ett")


def _marks() -> Marks:
    return _MARKS.get(get_language() or "sv", _MARKS["sv"])


def integer(value: int) -> str:
    """1338 -> "1 338" with a narrow no-break space, "1,338" in English; a true minus sign."""
    digits = f"{abs(value):,}".replace(",", _marks().thousands)
    return f"{MINUS}{digits}" if value < 0 else digits


def decimal(value: float | Decimal, places: int) -> str:
    """12.5 -> "12,5"; halves are rounded away from zero, as people do."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    whole, _, part = f"{abs(rounded):f}".partition(".")
    text = f"{integer(int(whole))}{_marks().decimals}{part}" if part else integer(int(whole))
    return f"{MINUS}{text}" if rounded < 0 else text


def percent(share: float, places: int = 0) -> str:
    """A share 0-1 -> "12 procent"."""
    return _("{number} procent").format(number=decimal(Decimal(str(share)) * 100, places)).replace(" ", SPACE)


def number_word(value: int, gender: Gender = Gender.COMMON) -> str:
    """0-12 as words, others as digits. "ett" for neuter one."""
    if value == 1:
        return _(gender.value)
    return _(NUMBERS[value]) if 0 <= value < len(NUMBERS) else integer(value)


def plural(value: int, one: str, many: str) -> str:
    """(3, "avvikelse", "avvikelser") -> "3 avvikelser"."""
    return f"{integer(value)}{SPACE}{one if value == 1 else many}"


def capitalised(text: str) -> str:
    """Only the first letter is touched, so that names inside keep theirs."""
    return text[:1].upper() + text[1:]


def things_to_correct(count: int) -> str:
    """The heading of an error list: "Två saker behöver rättas"."""
    sentence = ngettext("{count} sak behöver rättas", "{count} saker behöver rättas", count)
    return capitalised(sentence.format(count=number_word(count)))


def day_and_month(day: date, today: date) -> str:
    """ "12 oktober", with the year when it is another than today's."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {_(MONTHS[day.month - 1])}{year}"


def swedish_day(day: date, today: date) -> str:
    """ "torsdag 12 oktober", with the year when it is another than today's."""
    return f"{_(WEEKDAYS[day.weekday()])} {day_and_month(day, today)}"


def short_day(day: date, today: date) -> str:
    """ "12 okt", with the year when it is another than today's."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day}{SPACE}{_(SHORT_MONTHS[day.month - 1])}{year}"


def month_and_year(day: date) -> str:
    """ "oktober 2026", where the day itself says nothing."""
    return f"{_(MONTHS[day.month - 1])} {day.year}"


def short_moment(moment: datetime, today: date) -> str:
    """ "9 okt 07.52"; the caller gives local time."""
    return f"{short_day(moment.date(), today)} {moment:%H}{_marks().clock}{moment:%M}"


def day_span(first: date, last: date, today: date) -> str:
    """ "28 aug-18 sep" with an en dash; "3-9 okt" within a month; one day as itself."""
    if first == last:
        return short_day(first, today)
    end = short_day(last, today)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}\u2013{end}"
    start = short_day(first, today) if first.year != last.year else short_day(first, first)
    return f"{start}\u2013{end}"


def long_span(first: date, last: date) -> str:
    """ "1 januari–31 december 2026": months in full, and always the year."""
    return f"{day_and_month(first, last)}\u2013{day_and_month(last, last)} {last.year}"


def time_amount(amount: int, unit: TimeUnit) -> str:
    """ "2 arbetsdagar", "1 timme"."""
    sentences = {
        TimeUnit.DAYS: ngettext("{count} dag", "{count} dagar", amount),
        TimeUnit.WORKDAYS: ngettext("{count} arbetsdag", "{count} arbetsdagar", amount),
        TimeUnit.HOURS: ngettext("{count} timme", "{count} timmar", amount),
    }
    return sentences[unit].format(count=integer(amount)).replace(" ", SPACE)


def some_days(number: float) -> str:
    """A median of days, as said with one decimal where it is not whole: "1 dag", "12 dagar", "2,5 dagar"."""
    shown = integer(int(number)) if float(number).is_integer() else decimal(number, 1)
    return ngettext("{count} dag", "{count} dagar", 1 if number == 1 else 2).format(count=shown).replace(" ", SPACE)


def time_left(left: int, unit: TimeUnit) -> str:
    """ "18 dagar kvar", "I dag", "2 arbetsdagar sent"."""
    if left < 0:
        return _("{amount} sent").format(amount=time_amount(-left, unit))
    if unit is TimeUnit.HOURS and not left:
        return _("Mindre än en timme kvar")
    return _("{amount} kvar").format(amount=time_amount(left, unit)) if left else _("I dag")


def distance_in_days(day: date, today: date) -> str:
    """ "i dag", "i morgon", "i går", "om 3 dagar", "för 3 dagar sedan"."""
    days = (day - today).days
    near = {0: _("i dag"), 1: _("i morgon"), -1: _("i går")}
    if days in near:
        return near[days]
    sentence = _("om {amount}") if days > 0 else _("för {amount} sedan")
    return sentence.format(amount=time_amount(abs(days), TimeUnit.DAYS))
