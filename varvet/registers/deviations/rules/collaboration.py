"""What is known of a deviation in collaboration: who told whom."""

from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.registers.deviations.rules.handover import Destination

COUNTERPARTS, AGREEMENTS = "collaboration_counterparts", "collaboration_agreements"  # the root's lists


class Direction(StrEnum):
    """OUT: we saw it and tell them. IN: they saw it and told us."""

    OUT = "out"
    IN = "in"


DIRECTION_LABELS: dict[str, str] = {
    Direction.OUT: marked("Från oss till dem"),
    Direction.IN: marked("Från dem till oss"),
}
# What the direction leads to: what we saw is handed over to them, what they saw is answered.
LEADS_TO = {Direction.OUT: Destination.COUNTERPART, Direction.IN: Destination.REPLY}
