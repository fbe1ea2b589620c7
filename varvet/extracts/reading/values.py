"""What a cell says: days in the ways Swedish systems write them, Excel's day numbers, yes and no, sexes."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from varvet.extracts.fields import words_of_lists
from varvet.extracts.mappings import simplified

EXCEL_BEGINS = date(1899, 12, 30)
EXCEL_DAYS = range(7_306, 73_051)  # 1920 to 2099: a year alone is no day
EARLIEST, LATEST = date(1900, 1, 1), date(2099, 12, 31)
ISO = re.compile(r"(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)", re.ASCII)
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
CLOCK = re.compile(r"[T ]+(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?", re.ASCII)
NUMBER = re.compile(r"-?\d+(?:[.,]0+)?", re.ASCII)
MONEY = re.compile(r"(-?)(\d{1,3}(?:[ \u00a0]\d{3})+|\d{1,12})(?:[.,](\d{1,2}))?(?: ?(?:kr|SEK))?", re.ASCII)
EXCEL = re.compile(r"(\d{4,5})(?:[.,](\d+))?", re.ASCII)
SECONDS_A_DAY = 86_400
MOST_CROWNS = 1e12  # as many digits as are read of a text

YES, NO = (frozenset(words_of_lists()[name]) for name in ("yes", "no"))
FEMALE, MALE = (frozenset(words_of_lists()[name]) for name in ("female", "male"))


class Impossible(ValueError):
    """The cell is not empty, and it cannot be what its column holds."""


def as_text(cell: object) -> str:
    """Without spaces around it; whole numbers without decimals."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def as_day(cell: object) -> date | None:
    moment = as_moment(cell)
    return moment.date() if moment else None


def as_moment(cell: object) -> datetime | None:
    """In the clock of the system that wrote it; None for an empty cell, Impossible for a day that never was."""
    if isinstance(cell, datetime):
        return _within(cell.replace(tzinfo=None))
    if isinstance(cell, date):
        return _within(datetime(cell.year, cell.month, cell.day))  # noqa: DTZ001 - the clock of the list itself
    text = as_text(cell)
    return _moment(text) if text else None


@lru_cache(maxsize=65_536)
def _moment(text: str) -> datetime:
    if excel := EXCEL.fullmatch(text):
        return _from_excel(excel)
    clock = CLOCK.search(text)
    day = text[: clock.start()] if clock else text
    year, month, of_month = _parts(day.strip())
    hour, minute, second = (int(part or 0) for part in clock.groups()) if clock else (0, 0, 0)
    if clock and clock.end() != len(text):
        raise Impossible
    try:
        return _within(datetime(year, month, of_month, hour, minute, second))  # noqa: DTZ001 - the list's own clock
    except ValueError as error:
        raise Impossible from error


def _parts(day: str) -> tuple[int, int, int]:
    if iso := ISO.fullmatch(day):
        return int(iso[1]), int(iso[2]), int(iso[3])
    if local := DAY_FIRST.fullmatch(day):
        return int(local[3]), int(local[2]), int(local[1])
    raise Impossible


def _from_excel(match: re.Match[str]) -> datetime:
    if int(match[1]) not in EXCEL_DAYS:
        raise Impossible
    seconds = round(float(f"0.{match[2] or 0}") * SECONDS_A_DAY)
    midnight = datetime(EXCEL_BEGINS.year, EXCEL_BEGINS.month, EXCEL_BEGINS.day)  # noqa: DTZ001 - no zone in Excel
    return midnight + timedelta(days=int(match[1]), seconds=seconds)


def _within(moment: datetime) -> datetime:
    if not EARLIEST <= moment.date() <= LATEST:
        raise Impossible
    return moment


def as_mark(cell: object) -> bool | None:
    """True for yes and for a day on which it was done."""
    if isinstance(cell, bool):
        return cell
    word = simplified(as_text(cell))
    if not word:
        return None
    if word in YES or word in NO:
        return word in YES
    return as_moment(cell) is not None


def as_number(cell: object) -> int | None:
    text = as_text(cell)
    if not text:
        return None
    if not NUMBER.fullmatch(text) or len(text) > 15:
        raise Impossible
    return int(re.split(r"[.,]", text)[0])


def as_money(cell: object) -> int | None:
    """Whole öre; None for an empty cell, Impossible for what is no amount."""
    if isinstance(cell, float):
        if not abs(cell) < MOST_CROWNS:  # also what is no number
            raise Impossible
        return round(cell * 100)
    text = as_text(cell)
    if not text:
        return None
    match = MONEY.fullmatch(text)
    if match is None:
        raise Impossible
    sign, crowns, decimals = match.groups()
    whole = int(re.sub(r"\D", "", crowns)) * 100 + int((decimals or "0").ljust(2, "0"))
    return -whole if sign else whole


def as_sex(cell: object) -> str | None:
    """female or male; None for an empty cell, Impossible for another word."""
    word = simplified(as_text(cell))
    if not word:
        return None
    if word in FEMALE or word in MALE:
        return "female" if word in FEMALE else "male"
    raise Impossible
