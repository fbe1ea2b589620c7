"""How likely and how bad: two numbers, their product and its level."""

from dataclasses import dataclass
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

LOWEST, HIGHEST = 1, 5
MEDIUM, HIGH = 8, 15  # the least product of each level, as in the matrix


class Level(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


LEVEL_LABELS: dict[str, str] = {Level.LOW: marked("Låg"), Level.MEDIUM: marked("Medel"), Level.HIGH: marked("Hög")}


@dataclass(frozen=True)
class Score:
    """Consequence and probability, each 1-5."""

    consequence: int
    probability: int

    @property
    def product(self) -> int:
        return self.consequence * self.probability

    @property
    def level(self) -> Level:
        return level_of(self.product)


def level_of(product: int) -> Level:
    """1-7 low, 8-14 medium, 15-25 high."""
    if product >= HIGH:
        return Level.HIGH
    return Level.MEDIUM if product >= MEDIUM else Level.LOW


def score_of(consequence: int | None, probability: int | None) -> Score | None:
    """None where it has not been scored."""
    return Score(consequence, probability) if consequence and probability else None


def check_score(score: Score) -> None:
    if not all(LOWEST <= number <= HIGHEST for number in (score.consequence, score.probability)):
        raise RuleBroken(
            "risk.score", marked("Konsekvens och sannolikhet är var sitt tal från 1 till 5."), field="score"
        )


def check_residual(before: Score | None, after: Score) -> None:
    """What is done lowers a risk or leaves it; if it has grown, the risk itself is another."""
    check_score(after)
    if before is not None and after.product > before.product:
        sentence = marked("Efter åtgärd kan risken inte vara högre än före. Bedöm hela risken på nytt i stället.")
        raise RuleBroken("risk.residual.higher", sentence, field="score")
