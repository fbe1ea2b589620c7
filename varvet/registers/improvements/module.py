"""What the house knows of this register."""

from varvet.kernel.records.registry import Measure, MenuItem, Permission, Register, Sensitivity, Transition
from varvet.registers.improvements import queries
from varvet.registers.improvements.facts import HAPPENINGS, RELATED, facts
from varvet.registers.improvements.models import KIND, Improvement
from varvet.registers.improvements.rules import EVENT_LABELS, OPEN, STARTS, STATUS_LABELS, TRANSITIONS

BREAKDOWNS = ("month", "quarter", "year", "unit", "area", "quality_area")
MISSING = "0 betyder att ingen åtgärd är registrerad. Det betyder inte att inget förbättrades."


def _measure(name: str, label: str, counts: str, *more_breakdowns: str) -> Measure:
    """An improvement is about the organisation, so its figures hide nobody."""
    return Measure(
        code=f"{KIND}.{name}",
        label=label,
        counts=counts,
        register=KIND,
        happening=name,
        breakdowns=(*BREAKDOWNS, *more_breakdowns),
        missing=MISSING,
        sensitivity=Sensitivity.OPEN,
    )


MEASURES = (
    _measure("decided", "Beslutade åtgärder", "Antal åtgärder efter den dag de beslutades."),
    _measure("performed", "Genomförda åtgärder", "Antal åtgärder efter den dag de genomfördes."),
    _measure(
        "effect_judged",
        "Åtgärder med bedömd effekt",
        "Antal åtgärder efter den dag effekten senast bedömdes.",
        "outcome",
    ),
)

MOVES = tuple(Transition(t.event, EVENT_LABELS[t.event], t.sources, t.targets) for t in TRANSITIONS.values())

REGISTER = Register(
    kind=KIND,
    label="Åtgärder",
    prefix="ATG",
    page="improvements:page",
    model=Improvement,
    facts=facts,
    visible_to=queries.visible_to,
    statuses=STATUS_LABELS,
    starts=STARTS,
    open_statuses=OPEN,
    transitions=MOVES,
    happenings=HAPPENINGS,
    measures=MEASURES,
    permissions=(
        Permission("improvements.view", "Läsa enhetens åtgärder"),
        Permission("improvements.edit", "Besluta och följa upp åtgärder"),
    ),
    menu=(MenuItem("Åtgärder", "improvements:list", "improvements.view"),),
    follows=("deviations", "lex_sarah", "feedback", "self_checks"),
    tasks=queries.list_tasks,
    report_lines=queries.report_lines,
    related=RELATED,
)
