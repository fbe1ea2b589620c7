"""The internal control plan: how often a point is checked, what a follow-up says, and when the year's is decided."""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from varvet.kernel.law.words import Sentence, marked
from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken

FIRST_YEAR, LAST_YEAR = 2000, 2100
LONGEST_POINT, LONGEST_METHOD, LONGEST_SUMMARY = 120, 400, 6000


class Frequency(StrEnum):
    YEARLY = "yearly"
    HALF_YEARLY = "half_yearly"
    TERTIAL = "tertial"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"


FREQUENCY_LABELS: dict[str, str] = {
    Frequency.YEARLY: marked("En gång om året"),
    Frequency.HALF_YEARLY: marked("Varje halvår"),
    Frequency.TERTIAL: marked("Varje tertial"),
    Frequency.QUARTERLY: marked("Varje kvartal"),
    Frequency.MONTHLY: marked("Varje månad"),
}
PERIODS = {
    Frequency.YEARLY: 1,
    Frequency.HALF_YEARLY: 2,
    Frequency.TERTIAL: 3,
    Frequency.QUARTERLY: 4,
    Frequency.MONTHLY: 12,
}
PERIOD_WORDS = {
    Frequency.YEARLY: marked("Hela året"),
    Frequency.HALF_YEARLY: marked("Halvår {number}"),
    Frequency.TERTIAL: marked("Tertial {number}"),
    Frequency.QUARTERLY: marked("Kvartal {number}"),
    Frequency.MONTHLY: marked("Månad {number}"),
}


class Light(StrEnum):
    """A traffic light that is always said in words."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


LIGHT_LABELS: dict[str, str] = {
    Light.GREEN: marked("Fungerar"),
    Light.YELLOW: marked("Fungerar delvis"),
    Light.RED: marked("Fungerar inte"),
}


def period_name(frequency: str, number: int) -> Sentence:
    return Sentence(PERIOD_WORDS[Frequency(frequency)], {"number": number})


def list_periods(frequency: str) -> range:
    return range(1, PERIODS[Frequency(frequency)] + 1)


def period_of(frequency: str, month: int) -> int:
    """The period a month 1-12 belongs to."""
    length = 12 // PERIODS[Frequency(frequency)]
    return (month - 1) // length + 1


def days_of(year: int, frequency: str, number: int) -> tuple[date, date]:
    """The first and last day of a part of the year."""
    length = 12 // PERIODS[Frequency(frequency)]
    first = date(year, (number - 1) * length + 1, 1)
    after = date(year + 1, 1, 1) if number * length == 12 else date(year, number * length + 1, 1)
    return first, after - timedelta(days=1)


def left_to_follow(year: int, frequency: str, decided_on: date, done: Collection[int]) -> tuple[int, date, date] | None:
    """The first part of the year that nobody has followed up: its number, and from and by when. What had ended
    when the plan was decided is not asked for."""
    for number in list_periods(frequency):
        first, last = days_of(year, frequency, number)
        if number not in done and last >= decided_on:
            return number, max(first, decided_on), last
    return None


def check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RuleBroken("risk.overview.year", marked("Skriv året med fyra siffror."), field="year")


def check_open(*, decided: bool) -> None:
    """What is decided stays as it is; its points are followed up."""
    if decided:
        sentence = marked("Riskbilden är beslutad. Därför går det inte att ändra den.")
        raise RuleBroken("risk.overview.decided", sentence)


def check_decided(*, decided: bool) -> None:
    if not decided:
        sentence = marked("Internkontrollplanen är inte beslutad än. Därefter kan ni följa upp den.")
        raise RuleBroken("risk.overview.open", sentence)


def check_ready(risks: int, points: int) -> None:
    if not risks:
        raise RuleBroken("risk.overview.risks", marked("Välj minst en risk till riskbilden först."))
    if not points:
        raise RuleBroken("risk.overview.points", marked("Skriv minst en kontrollpunkt först."))


def check_point(name: str, method: str, responsible: str) -> None:
    wanted = (
        ("name", name, marked("Skriv vad som kontrolleras.")),
        ("method", method, marked("Skriv hur det kontrolleras.")),
        ("responsible", responsible, marked("Skriv vem som ansvarar.")),
    )
    for field, text, missing in wanted:
        wording.check_words("risk.point", field, text, missing)


def check_follow_up(frequency: str, period: int, words: str) -> None:
    if period not in list_periods(frequency):
        raise RuleBroken("risk.follow_up.period", marked("Välj en av periodens delar."), field="period")
    wording.check_words("risk.follow_up", "words", words, marked("Skriv vad kontrollen visade."))
