"""What a round lacks before the year's report can build on it."""

from dataclasses import dataclass
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.statistics.wordings import SMALL
from varvet.registers.self_checks.rules.round import OPEN, Figures, Method, Status

OF_PEOPLE = frozenset({Method.FILE_AUDIT, Method.LIST_CHECK, Method.PAYMENT_CHECK, Method.SURVEY})


class Lack(StrEnum):
    NOT_DONE = "not_done"
    NOT_ANALYSED = "not_analysed"
    NOT_DECIDED = "not_decided"
    NOT_BY_SEX = "not_by_sex"
    TOO_SMALL = "too_small"


LACK_LABELS: dict[str, str] = {
    Lack.NOT_DONE: marked("Inte gjorda"),
    Lack.NOT_ANALYSED: marked("Inte analyserade"),
    Lack.NOT_DECIDED: marked("Utan beslut"),
    Lack.NOT_BY_SEX: marked("Inte uppdelade efter kön"),
    Lack.TOO_SMALL: marked("För små för slutsatser"),
}
LACK_WORDS: dict[str, str] = {
    Lack.NOT_DONE: marked("Gör kontrollen, eller skriv varför den inte blev av."),
    Lack.NOT_ANALYSED: marked("Skriv vad resultatet betyder och vad ni gör."),
    Lack.NOT_DECIDED: marked("Bestäm en åtgärd, eller skriv varför ingen behövs."),
    Lack.NOT_BY_SEX: marked("Lägg till hur många kvinnor, män, flickor och pojkar som granskades."),
    Lack.TOO_SMALL: marked("Färre än tio granskades. Utöka urvalet, granska alla eller planera en ny omgång."),
}
LACK_FIXES: dict[str, str] = {
    Lack.NOT_DONE: marked("Öppna omgången"),
    Lack.NOT_ANALYSED: marked("Skriv analysen"),
    Lack.NOT_DECIDED: marked("Bestäm vad det leder till"),
    Lack.NOT_BY_SEX: marked("Dela upp resultatet"),
    Lack.TOO_SMALL: marked("Granska fler"),
}


@dataclass(frozen=True)
class Standing:
    """How a round stands, as far as the report asks."""

    status: str
    method: str
    figures: Figures
    is_analysed: bool
    is_decided: bool
    is_by_sex: bool


def lacks_of(round_: Standing) -> list[Lack]:
    """A round that was not done, with its reason, lacks nothing."""
    if round_.status in OPEN:
        return [Lack.NOT_DONE]
    if round_.status != Status.PERFORMED:
        return []
    found = [] if round_.is_analysed else [Lack.NOT_ANALYSED]
    if not round_.is_decided:
        found.append(Lack.NOT_DECIDED)
    if round_.method in OF_PEOPLE and not round_.is_by_sex:
        found.append(Lack.NOT_BY_SEX)
    if is_small(round_.figures):
        found.append(Lack.TOO_SMALL)
    return found


def is_small(figures: Figures) -> bool:
    """A sample from which nothing can be concluded; a census is never one."""
    return figures.sample is not None and figures.sample < SMALL and not figures.census
