"""How great the risk to people is, what the law suggests then, and how many they are."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.privacy_incidents.rules.codes import Counted, Level
from varvet.registers.privacy_incidents.rules.states import NEW, Status

SCALE = range(1, 6)
HIGH, MEDIUM = 15, 8  # the least product of each level: the same borders as the matrix draws
ORDER = (Level.UNLIKELY, Level.RISK, Level.HIGH)


@dataclass(frozen=True)
class Risk:
    """Consequence for people and probability that it strikes them, each 1-5; `protected` when identities are secret."""

    consequence: int
    probability: int
    protected: bool = False


@dataclass(frozen=True)
class People:
    """How many are concerned: `least` and `most` are the same unless it is an interval; None when nobody knows."""

    counted: Counted
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True)
class Suggestion:
    """What articles 33 and 34 say of a level: must the authority know, must the people know, and why."""

    notify: bool
    inform: bool
    because: str


def level_of(risk: Risk) -> Level:
    """By consequence times probability; a protected identity raises it one step."""
    product = risk.consequence * risk.probability
    level = Level.HIGH if product >= HIGH else Level.RISK if product >= MEDIUM else Level.UNLIKELY
    return ORDER[min(ORDER.index(level) + risk.protected, len(ORDER) - 1)]


SUGGESTIONS = {
    Level.UNLIKELY: Suggestion(
        notify=False,
        inform=False,
        because=marked("Det är osannolikt att någon drabbas. Då behövs ingen anmälan, men skälet ska skrivas."),
    ),
    Level.RISK: Suggestion(
        notify=True,
        inform=False,
        because=marked("Någon kan drabbas. Då ska incidenten anmälas till IMY."),
    ),
    Level.HIGH: Suggestion(
        notify=True,
        inform=True,
        because=marked("Risken är hög. Då ska incidenten anmälas till IMY, och de berörda ska få veta."),
    ),
}


def check_risk(risk: Risk | None) -> Risk:
    """The risk, which must be chosen within the scale."""
    if risk is None or risk.consequence not in SCALE or risk.probability not in SCALE:
        raise RuleBroken("privacy_incidents.risk.none", "Välj en ruta i matrisen.", field="risk")
    return risk


def check_people(people: People) -> None:
    """An unknown number is no number; an interval has two ends in order; any other number is one."""
    least, most = people.least, people.most
    match people.counted:
        case Counted.UNKNOWN:
            fits, sentence = least is None and most is None, marked("Ta bort antalet, eller välj att det är känt.")
        case Counted.INTERVAL:
            fits = least is not None and most is not None and least < most
            sentence = marked("Skriv det minsta och det största antalet.")
        case _:
            fits, sentence = least is not None and least == most, marked("Skriv hur många personer det gäller.")
    if not fits:
        raise RuleBroken("privacy_incidents.people", sentence, field="people_least")


def after_assessing(status: str, before: str, level: Level) -> Status:
    """A decision holds when the risk turns out the same or smaller; a greater risk is decided on anew."""
    if status in NEW or status == Status.ASSESSED:
        return Status.ASSESSED
    grew = not before or ORDER.index(level) > ORDER.index(Level(before))
    return Status.ASSESSED if grew else Status(status)
