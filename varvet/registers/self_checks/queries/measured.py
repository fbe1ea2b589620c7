"""What the house has counted in a round's unit and period, where a figure answers its question."""

from dataclasses import dataclass

from varvet.kernel.records.figures import Wanted, count, label_of
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.rules import OPEN
from varvet.registers.self_checks.rules.measured import measure_of


@dataclass(frozen=True)
class Measured:
    """A figure with what it is a share of. `label` is the measure's, marked."""

    label: str
    part: int
    whole: int


def measured_in(round_: Round) -> Measured | None:
    """None for a round that has ended, a question that no figure answers, and where nothing was counted."""
    measure = measure_of(round_.question.code) if round_.status in OPEN else ""
    if not measure:
        return None
    found = count(Wanted(measure, round_.unit, round_.first_day, round_.last_day))
    if found.part is None or not found.whole:
        return None
    return Measured(label_of(measure), found.part, found.whole)
