"""What the house knows of this register."""

from dataclasses import replace

from varvet.kernel.records.registry import Measures, MenuItem, Permission, Register, Sensitivity
from varvet.registers.improvements import actions, queries
from varvet.registers.improvements.facts import HAPPENINGS, RELATED, facts
from varvet.registers.improvements.models import KIND, Improvement
from varvet.registers.improvements.queries.meetings import meeting_lines
from varvet.registers.improvements.rules import MOVES, OPEN, STARTS, STATUS_LABELS

# An improvement is about the organisation, so its figures hide nobody.
FIGURES = Measures(
    register=KIND,
    breakdowns=("month", "quarter", "year", "unit", "area", "quality_area"),
    missing="0 betyder att ingen åtgärd är registrerad. Det betyder inte att inget förbättrades.",
    sensitivity=Sensitivity.OPEN,
)
BY_OUTCOME = replace(FIGURES, breakdowns=(*FIGURES.breakdowns, "outcome"))

MEASURES = (
    FIGURES.measure("decided", "Beslutade åtgärder", "Antal åtgärder efter den dag de beslutades.", "decided"),
    FIGURES.measure("performed", "Genomförda åtgärder", "Antal åtgärder efter den dag de genomfördes.", "performed"),
    BY_OUTCOME.measure(
        "effect_judged",
        "Åtgärder med bedömd effekt",
        "Antal åtgärder efter den dag effekten senast bedömdes.",
        "effect_judged",
    ),
    FIGURES.measure(
        "carried_over",
        "Åtgärder flyttade till ett senare år",
        "Antal flyttar efter den dag de beslutades. En åtgärd som flyttas två gånger räknas två gånger.",
        "carried_over",
    ),
    FIGURES.measure(
        "made_public",
        "Åtgärder som allmänheten har fått veta om",
        "Antal åtgärder på sidan Det har vi ändrat, efter den dag de publicerades.",
        "made_public",
    ),
)

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
    transitions=MOVES.transitions,
    happenings=HAPPENINGS,
    measures=MEASURES,
    permissions=(
        Permission("improvements.view", "Läsa enhetens åtgärder"),
        Permission("improvements.edit", "Besluta och följa upp åtgärder"),
        Permission("improvements.export", "Ta ut listan som fil"),
        Permission(actions.PUBLISH, "Berätta för allmänheten vad som har ändrats"),
    ),
    menu=(
        MenuItem("Åtgärder", "improvements:list", "improvements.view"),
        MenuItem("Det har vi ändrat", "improvements:choose_public", actions.PUBLISH),
    ),
    follows=(
        "deviations",
        "lex_sarah",
        "feedback",
        "self_checks",
        "provider_reports",
        "privacy_incidents",
        "involvement",
        "payment_errors",
        "risks",
        "inspections",
        "activities",
        "analyses",
        "meetings",
    ),
    list_page="improvements:list",
    readable=queries.READABLE,
    tasks=queries.list_tasks,
    clocks=queries.list_clocks,
    clocks_of=queries.clocks_of,
    held=queries.HELD,
    reassign=actions.reassign,
    tasks_for=("improvements.edit",),
    report_lines=queries.report_lines,
    start=MenuItem("Lägg till en åtgärd", "improvements:decide", "improvements.edit"),
    begun_on_page=queries.begun_on_page,
    titles=queries.titles_of,
    related=RELATED,
    meeting_lines=meeting_lines,
)
