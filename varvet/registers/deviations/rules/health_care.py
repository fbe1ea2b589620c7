"""What is known of a deviation in health care: whether somebody was injured."""

from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.deviations.rules.states import Nature

KINDS = "health_care_kinds"  # the root's list of what happened
DESCRIBED = frozenset({Nature.HEALTH_CARE, Nature.COLLABORATION})  # what others have a part in


class Injury(StrEnum):
    INJURED = "injured"
    UNHURT = "unhurt"
    UNKNOWN = "unknown"


INJURY_LABELS: dict[str, str] = {
    Injury.INJURED: marked("Ja, någon skadades"),
    Injury.UNHURT: marked("Nej, ingen skadades"),
    Injury.UNKNOWN: marked("Det är inte känt"),
}
# Kinds that say it themselves. A root may name them anew, but a code keeps its meaning through all versions.
SAID_BY_KIND = {"fall_injury": Injury.INJURED, "fall": Injury.UNHURT}


def injury_of(kind: str, said: str) -> Injury:
    """What the kind says, or else what was answered. RuleBroken when neither says, or they say different things."""
    by_kind = SAID_BY_KIND.get(kind)
    if by_kind is None and not said:
        raise RuleBroken("deviation.health_care.injury", "Välj om någon skadades.", field="injured")
    if by_kind is not None and said not in {"", by_kind}:
        raise RuleBroken("deviation.health_care.differs", "Det stämmer inte med vad som hände.", field="injured")
    return by_kind or Injury(said)


def check_nature(wanted: Nature, nature: str) -> None:
    """What belongs to one kind of deviation is not written about another."""
    if nature != wanted:
        raise RuleBroken("deviation.details.nature", "Uppgifterna hör till ett annat slag av avvikelse.")
