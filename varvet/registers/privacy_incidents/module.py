"""What the house knows of this register."""

from varvet.kernel.records.registry import Measures, MenuItem, Permission, Register
from varvet.registers.privacy_incidents import queries
from varvet.registers.privacy_incidents.facts import HAPPENINGS, RELATED, facts
from varvet.registers.privacy_incidents.models import KIND, PrivacyIncident
from varvet.registers.privacy_incidents.rules import MOVES, OPEN, STARTS, STATUS_LABELS

FIGURES = Measures(
    register=KIND,
    breakdowns=("month", "quarter", "year", "unit", "area", "category"),
    missing="0 betyder att ingen incident är registrerad. Det betyder inte att inget hände.",
)
MEASURES = (
    FIGURES.measure(
        "received",
        "Personuppgiftsincidenter",
        "Antal personuppgiftsincidenter efter den dag de blev kända.",
        "received",
    ),
    FIGURES.measure(
        "reported_to_authority",
        "Personuppgiftsincidenter anmälda till IMY",
        "Antal personuppgiftsincidenter efter den dag de anmäldes till IMY.",
        "reported_to_authority",
    ),
)

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
    transitions=MOVES.transitions,
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
    list_page="privacy_incidents:list",
    readable=queries.READABLE,
    tasks=queries.list_tasks,
    tasks_for=("privacy_incidents.assess",),
    related=RELATED,
)
