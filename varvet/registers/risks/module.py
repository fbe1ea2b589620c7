"""What the house knows of this register."""

from varvet.kernel.law.words import marked
from varvet.kernel.records.registry import Measures, MenuItem, Permission, Register, Sensitivity
from varvet.registers.risks import actions, queries
from varvet.registers.risks.facts import HAPPENINGS, IDENTIFIED, RELATED, facts
from varvet.registers.risks.models import KIND, Risk, What
from varvet.registers.risks.queries.meetings import meeting_lines
from varvet.registers.risks.rules import MOVES, OCCASION_LABELS, OPEN, STARTS, STATUS_LABELS, Level

# A risk is about the organisation, so its figures hide nobody.
FIGURES = Measures(
    register=KIND,
    breakdowns=("month", "quarter", "year", "unit", "area", "kind", "severity"),
    missing="0 betyder att ingen risk är inskriven. Det betyder inte att det saknas risker.",
    sensitivity=Sensitivity.OPEN,
)
HIGH = ("severity", (Level.HIGH,))
MEASURES = (
    FIGURES.measure("identified", "Identifierade risker", "Antal risker efter den dag de skrevs in.", IDENTIFIED),
    FIGURES.measure(
        "assessed", "Bedömningar av risker", "Antal bedömningar före åtgärd. En risk kan bedömas igen.", What.ASSESSED
    ),
    FIGURES.measure(
        "assessed_high",
        "Bedömningar med hög risk",
        "Antal bedömningar före åtgärd med risktal 15 eller mer.",
        What.ASSESSED,
        HIGH,
    ),
    FIGURES.measure(
        "treated", "Bedömningar av risker efter åtgärd", "Antal gånger en risk bedömdes efter åtgärd.", What.TREATED
    ),
    FIGURES.measure("reviewed", "Genomgångna risker", "Antal genomgångar där bedömningen stod kvar.", What.REVIEWED),
    FIGURES.measure("accepted", "Accepterade risker", "Antal gånger en risk accepterades för en tid.", What.ACCEPTED),
    FIGURES.measure(
        "came_true",
        "Risker som inträffade",
        "Antal händelser som är kopplade till en risk, efter den dag de hände.",
        What.OCCURRED,
    ),
    FIGURES.measure("closed", "Avslutade risker", "Antal gånger en risk avslutades.", What.CLOSED),
)

REGISTER = Register(
    kind=KIND,
    label=marked("Risker"),
    prefix="RIS",
    page="risks:page",
    model=Risk,
    facts=facts,
    visible_to=queries.visible_to,
    statuses=STATUS_LABELS,
    kinds=OCCASION_LABELS,
    starts=STARTS,
    open_statuses=OPEN,
    transitions=MOVES.transitions,
    happenings=HAPPENINGS,
    measures=MEASURES,
    permissions=(
        Permission(actions.SEE, marked("Läsa enhetens risker")),
        Permission(actions.EDIT, marked("Skriva in och bedöma risker")),
        Permission(actions.ACCEPT, marked("Acceptera risker för en tid")),
        Permission(actions.TAKE_PART, marked("Delta i riskverkstäder")),
        Permission(queries.READ, marked("Läsa beslutade riskbilder och internkontrollplaner")),
        Permission(queries.DECIDE, marked("Ta fram riskbild och internkontrollplan")),
        Permission(queries.EXPORT, marked("Hämta listan över risker som fil")),
    ),
    menu=(
        MenuItem(marked("Risker"), "risks:list", actions.SEE),
        MenuItem(marked("Riskverkstad"), "risks:workshops", actions.TAKE_PART),
        MenuItem(marked("Riskbild och internkontroll"), "risks:years", queries.READ),
    ),
    follows=("improvements",),
    start=MenuItem(marked("Skriv in en risk"), "risks:add", actions.EDIT),
    list_page="risks:list",
    readable=queries.READABLE,
    tasks=queries.list_tasks,
    tasks_for=(actions.EDIT, actions.ACCEPT),
    seldom=(queries.WAITING, queries.POINTS),
    clocks=queries.list_clocks,
    clocks_of=queries.clocks_of,
    held=queries.HELD,
    reassign=actions.reassign,
    report_lines=queries.report_lines,
    titles=queries.titles_of,
    related=RELATED,
    meeting_lines=meeting_lines,
)
