"""What the house knows of this register."""

from varvet.kernel.records.registry import Measure, MenuItem, Permission, Register, Transition
from varvet.registers.deviations import actions, queries
from varvet.registers.deviations.facts import HAPPENINGS, RELATED, facts
from varvet.registers.deviations.models import KIND, Deviation
from varvet.registers.deviations.rules import EVENT_LABELS, OPEN, STARTS, STATUS_LABELS, TRANSITIONS, Nature

BREAKDOWNS = ("month", "quarter", "year", "unit", "area", "kind", "category", "quality_area", "severity", "huvudman")
OWN_KINDS = ("kind", ("", Nature.DEVIATION, Nature.NEAR_MISS, Nature.RISK_OBSERVATION))
MISSING = "0 betyder att ingen avvikelse rapporterades. Det betyder inte att inget hände."


def _measure(name: str, label: str, counts: str, happening: str, *where: tuple[str, tuple[str, ...]]) -> Measure:
    return Measure(
        code=f"{KIND}.{name}",
        label=label,
        counts=counts,
        register=KIND,
        happening=happening,
        breakdowns=BREAKDOWNS,
        missing=MISSING,
        where=where,
    )


MEASURES = (
    _measure(
        "received",
        "Inkomna avvikelser",
        "Antal inkomna avvikelser. De som blev lex Sarah ingår.",
        "received",
        OWN_KINDS,
    ),
    _measure(
        "received_other",
        "Inkomna övriga avvikelser",
        "Antal inkomna avvikelser; lex Sarah ingår inte.",
        "received",
        OWN_KINDS,
        ("outcome", ("",)),
    ),
    _measure(
        "mentions",
        "Nämnda typer av avvikelser",
        "Antal gånger en typ nämns. En rapport kan nämna flera typer.",
        "mention",
        OWN_KINDS,
    ),
    _measure(
        "received_health_care",
        "Inkomna avvikelser i hälso- och sjukvård",
        "Antal inkomna avvikelser enligt hälso- och sjukvårdslagen.",
        "received",
        ("kind", (Nature.HEALTH_CARE,)),
    ),
    _measure(
        "received_collaboration",
        "Inkomna avvikelser i samverkan",
        "Antal avvikelser i samverkan med regionen.",
        "received",
        ("kind", (Nature.COLLABORATION,)),
    ),
    _measure("assessed", "Bedömda avvikelser", "Antal bedömda avvikelser.", "assessed", OWN_KINDS),
    _measure("completed", "Utredda avvikelser", "Antal avvikelser som är färdigt utredda.", "completed", OWN_KINDS),
    _measure("closed", "Avslutade avvikelser", "Antal avslutade avvikelser.", "closed", OWN_KINDS),
)

MOVES = tuple(Transition(t.event, EVENT_LABELS[t.event], t.sources, (t.target,)) for t in TRANSITIONS.values())

REGISTER = Register(
    kind=KIND,
    label="Avvikelser",
    prefix="AVV",
    page="deviations:page",
    model=Deviation,
    facts=facts,
    visible_to=queries.visible_to,
    statuses=STATUS_LABELS,
    starts=STARTS,
    open_statuses=OPEN,
    transitions=MOVES,
    happenings=HAPPENINGS,
    measures=MEASURES,
    permissions=(
        Permission("deviations.report", "Rapportera avvikelser"),
        Permission("deviations.view", "Läsa enhetens avvikelser"),
        Permission("deviations.assess", "Bedöma avvikelser"),
        Permission("deviations.close", "Avsluta avvikelser"),
        Permission("deviations.reopen", "Öppna avvikelser igen"),
        Permission("deviations.tally", "Registrera många lika händelser samlat"),
    ),
    menu=(
        MenuItem("Avvikelser", "deviations:list", "deviations.view"),
        MenuItem("Mina rapporter", "deviations:mine", "deviations.report"),
    ),
    tasks=queries.list_tasks,
    related=RELATED,
    answered=actions.note_answer,
)
