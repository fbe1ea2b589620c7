"""Checks that a figure of the house answers: nobody needs to review what is already counted."""

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks.rules.ready_plans import list_ready_plans
from varvet.registers.self_checks.rules.round import Figures


def measure_of(code: str) -> str:
    """The measure by which a shipped plan answers the question with this code; empty where none does."""
    rows = (row for plan in list_ready_plans() for row in plan.rows)
    return next((row.measure for row in rows if row.code == code and row.measure), "")


def figures_of(part: int, whole: int) -> Figures:
    """All of them were counted."""
    return Figures(census=True, population=whole, sample=whole, fulfilled=part)


def check_same(seen: tuple[int, int], now: tuple[int, int]) -> None:
    """Nothing is taken as a result but what the person saw."""
    if seen != now:
        sentence = marked("Siffran har ändrats sedan du öppnade sidan. Läs den nya innan du tar över den.")
        raise RuleBroken("self_check.measured.changed", sentence)
