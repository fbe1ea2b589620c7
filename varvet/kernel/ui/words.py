"""Numbers, days and distances as Swedish words; pure functions, `today` comes as an argument."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

NARROW_SPACE = "\u202f"  # no-break, between thousands
SPACE = "\u00a0"  # no-break, between number and unit
MINUS = "\u2212"

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
# mars, maj, juni and juli are written in full: they are as short as their abbreviations
SHORT_MONTHS = ("jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec")
NUMBERS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


class TimeUnit(StrEnum):
    """What is counted when time is left. Calendar days are "dagar"; working days say so."""

    DAYS = "days"
    WORKDAYS = "workdays"
    HOURS = "hours"


_ONE_AND_MANY = {
    TimeUnit.DAYS: ("dag", "dagar"),
    TimeUnit.WORKDAYS: ("arbetsdag", "arbetsdagar"),
    TimeUnit.HOURS: ("timme", "timmar"),
}


class Gender(StrEnum):
    COMMON = "en"
    NEUTER = "ett"


def integer(value: int) -> str:
    """1338 -> "1 338" with a narrow no-break space; a true minus sign."""
    digits = f"{abs(value):,}".replace(",", NARROW_SPACE)
    return f"{MINUS}{digits}" if value < 0 else digits


def decimal(value: float | Decimal, places: int) -> str:
    """12.5 -> "12,5"; halves are rounded away from zero, as people do."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    whole, _, part = f"{abs(rounded):f}".partition(".")
    text = f"{integer(int(whole))},{part}" if part else integer(int(whole))
    return f"{MINUS}{text}" if rounded < 0 else text


def percent(share: float, places: int = 0) -> str:
    """A share 0-1 -> "12 procent"."""
    return f"{decimal(Decimal(str(share)) * 100, places)}{SPACE}procent"


def number_word(value: int, gender: Gender = Gender.COMMON) -> str:
    """0-12 as words, others as digits. "ett" for neuter one."""
    if value == 1:
        return gender.value
    return NUMBERS[value] if 0 <= value < len(NUMBERS) else integer(value)


def plural(value: int, one: str, many: str) -> str:
    """(3, "avvikelse", "avvikelser") -> "3 avvikelser"."""
    return f"{integer(value)}{SPACE}{one if value == 1 else many}"


def capitalised(text: str) -> str:
    """Only the first letter is touched, so that names inside keep theirs."""
    return text[:1].upper() + text[1:]


def things_to_correct(count: int) -> str:
    """The heading of an error list: "Två saker behöver rättas"."""
    return capitalised(f"{number_word(count)} {'sak' if count == 1 else 'saker'} behöver rättas")


def day_and_month(day: date, today: date) -> str:
    """ "12 oktober", with the year when it is another than today's."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def swedish_day(day: date, today: date) -> str:
    """ "torsdag 12 oktober", with the year when it is another than today's."""
    return f"{WEEKDAYS[day.weekday()]} {day_and_month(day, today)}"


def short_day(day: date, today: date) -> str:
    """ "12 okt", with the year when it is another than today's."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day}{SPACE}{SHORT_MONTHS[day.month - 1]}{year}"


def short_moment(moment: datetime, today: date) -> str:
    """ "9 okt 07.52"; the caller gives local time."""
    return f"{short_day(moment.date(), today)} {moment:%H.%M}"


def day_span(first: date, last: date, today: date) -> str:
    """ "28 aug-18 sep" with an en dash; "3-9 okt" within a month; one day as itself."""
    if first == last:
        return short_day(first, today)
    end = short_day(last, today)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}\u2013{end}"
    start = short_day(first, today) if first.year != last.year else short_day(first, first)
    return f"{start}\u2013{end}"


def time_amount(amount: int, unit: TimeUnit) -> str:
    """ "2 arbetsdagar", "1 timme"."""
    one, many = _ONE_AND_MANY[unit]
    return plural(amount, one, many)


def time_left(left: int, unit: TimeUnit) -> str:
    """ "18 dagar kvar", "I dag", "2 arbetsdagar sent"."""
    if left < 0:
        return f"{time_amount(-left, unit)} sent"
    if unit is TimeUnit.HOURS:
        return f"{time_amount(left, unit)} kvar" if left else "Mindre än en timme kvar"
    if left == 0:
        return "I dag"
    return f"{time_amount(left, unit)} kvar"


def distance_in_days(day: date, today: date) -> str:
    """ "i dag", "i morgon", "i går", "om 3 dagar", "för 3 dagar sedan"."""
    days = (day - today).days
    near = {0: "i dag", 1: "i morgon", -1: "i går"}
    if days in near:
        return near[days]
    amount = time_amount(abs(days), TimeUnit.DAYS)
    return f"om {amount}" if days > 0 else f"för {amount} sedan"
