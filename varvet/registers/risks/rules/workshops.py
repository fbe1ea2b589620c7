"""A workshop: its stages, and what is told of scores that nobody gave by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from varvet.kernel.law.words import marked
from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken, Word
from varvet.registers.risks.rules.handling import LONGEST_NAME
from varvet.registers.risks.rules.scoring import Score

FEWEST = 3  # scorers before anything of their scores is told: of two, each knows what the other gave
LONGEST_GROUP, MOST_SUGGESTIONS = 60, 60


class Stage(StrEnum):
    GATHERING = "gathering"
    SCORING = "scoring"
    AGREEING = "agreeing"
    ENDED = "ended"


STAGE_LABELS: dict[str, str] = {
    Stage.GATHERING: marked("Samla risker"),
    Stage.SCORING: marked("Bedöma var för sig"),
    Stage.AGREEING: marked("Enas"),
    Stage.ENDED: marked("Avslutad"),
}
STAGES = tuple(Stage)


@dataclass(frozen=True)
class Spread:
    """Of the products that were given: the lowest, the middle and the highest, and the middle of each scale."""

    scorers: int
    lowest: int
    middle: float
    highest: int
    consequence: int
    probability: int


def next_stage(stage: str) -> Stage:
    if stage == Stage.ENDED:
        raise RuleBroken("risk.workshop.ended", marked("Verkstaden är avslutad."))
    return STAGES[STAGES.index(Stage(stage)) + 1]


def check_stage(stage: str, wanted: Stage) -> None:
    if stage != wanted:
        sentence = marked("Verkstaden har kommit till: {now}. Ladda sidan på nytt.")
        raise RuleBroken("risk.workshop.stage", sentence, values={"now": Word(STAGE_LABELS[stage])})


def check_suggestion(text: str, count: int) -> None:
    """`count` are those there are."""
    wording.check_words("risk.suggestion", "text", text, marked("Skriv vad som skulle kunna hända."))
    if len(text.strip()) > LONGEST_NAME:
        sentence = marked("Korta vad som kan hända till högst {most} tecken.")
        raise RuleBroken("risk.suggestion.long", sentence, field="text", values={"most": LONGEST_NAME})
    if count >= MOST_SUGGESTIONS:
        sentence = marked("Verkstaden har {most} risker. Fler hinner ni inte bedöma.")
        raise RuleBroken("risk.suggestion.many", sentence, field="text", values={"most": MOST_SUGGESTIONS})


def check_anything(count: int) -> None:
    if not count:
        raise RuleBroken("risk.workshop.empty", marked("Skriv minst en risk först."))


def spread_of(scores: Sequence[Score]) -> Spread | None:
    """None for so few that who gave what could be known."""
    if len(scores) < FEWEST:
        return None
    products = [score.product for score in scores]
    return Spread(
        scorers=len(scores),
        lowest=min(products),
        middle=float(median(products)),
        highest=max(products),
        consequence=middle_of([score.consequence for score in scores]),
        probability=middle_of([score.probability for score in scores]),
    )


def middle_of(numbers: Sequence[int]) -> int:
    """Of two in the middle, upwards: a risk is not talked down."""
    return int(median(numbers) + 0.5)
