"""What the house knows of this register."""

from varvet.kernel.records.registry import Measure, MenuItem, Permission, Register, Transition
from varvet.registers.privacy_incidents import queries
from varvet.registers.privacy_incidents.facts import HAPPENINGS, RELATED, facts
from varvet.registers.privacy_incidents.models import KIND, PrivacyIncident
from varvet.registers.privacy_incidents.rules import EVENT_LABELS, OPEN, STARTS, STATUS_LABELS, TRANSITIONS

BREAKDOWNS = ("month", "quarter", "year", "unit", "area", "category")
MISSING = "0 betyder att ingen incident är registrerad. Det betyder inte att inget hände."


def _measure(name: str, label: str, counts: str) -> Measure:
    return Measure(
        code=f"{KIND}.{name}",
        label=label,
        counts=counts,
        register=KIND,
        happening=name,
        breakdowns=BREAKDOWNS,
        missing=MISSING,
    )


MEASURES = (
    _measure("received", "Personuppgiftsincidenter", "Antal personuppgiftsincidenter efter den dag de blev kända."),
    _measure(
        "reported_to_authority",
        "Personuppgiftsincidenter anmälda till IMY",
        "Antal personuppgiftsincidenter efter den dag de anmäldes till IMY.",
    ),
)

MOVES = tuple(Transition(t.event, EVENT_LABELS[t.event], t.sources, (t.target,)) for t in TRANSITIONS.values())

REGISTER = Register(
    kind=KIND,
    label="Personuppgiftsincidenter",
    prefix="PUI",
    page="privacy_incidents:page",
    model=PrivacyIncident,
    facts=facts,
    visible_to=queries.visible_to,
    statuses=STATUS_LABELS,
    starts=STARTS,
    open_statuses=OPEN,
    transitions=MOVES,
    happenings=HAPPENINGS,
    measures=MEASURES,
    permissions=(
        Permission("privacy_incidents.report", "Rapportera personuppgiftsincidenter"),
        Permission("privacy_incidents.view", "Läsa enhetens personuppgiftsincidenter"),
        Permission("privacy_incidents.assess", "Bedöma och avsluta personuppgiftsincidenter"),
    ),
    menu=(
        MenuItem("Personuppgiftsincidenter", "privacy_incidents:list", "privacy_incidents.view"),
        MenuItem("Rapportera en personuppgiftsincident", "privacy_incidents:report", "privacy_incidents.report"),
    ),
    tasks=queries.list_tasks,
    related=RELATED,
)
