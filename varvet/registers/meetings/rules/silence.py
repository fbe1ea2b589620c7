"""When nothing was reported: how long, and the question that is asked instead of a list."""

from dataclasses import dataclass
from datetime import date

from varvet.kernel.law.words import Sentence, marked

LEAST_DAYS = 1
NEVER = marked("Ingen har rapporterat något på ett år. Varför?")
SINCE = marked("Ingen har rapporterat något på {days} dagar. Varför?")
NEW = marked("Inget nytt har kommit in sedan förra mötet. Varför?")
PREVENT = marked("Vad skulle ha hindrat att det hände?")
GOING_ON = marked("Vad har ni stött på som ingen har rapporterat?")


@dataclass(frozen=True)
class Silence:
    """The last day something was reported in the unit; None where nothing was in the time looked back on."""

    last: date | None
    today: date

    @property
    def days(self) -> int:
        return (self.today - self.last).days if self.last else 0


def asks_why(silence: Silence) -> Sentence:
    """Never that a silent unit is a good one, nor that it is a bad one."""
    if silence.last is None:
        return Sentence(NEVER)
    if silence.days <= LEAST_DAYS:
        return Sentence(NEW)
    return Sentence(SINCE, {"days": silence.days})


def question_of(*, happened: bool) -> str:
    """What to talk about where the manager has written nothing: a marked text."""
    return PREVENT if happened else GOING_ON
