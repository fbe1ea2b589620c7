"""What the house knows of this register."""

from varvet.kernel.records.registry import Measure, MenuItem, Permission, Register, Transition
from varvet.registers.feedback import queries
from varvet.registers.feedback.facts import HAPPENINGS, RELATED, facts
from varvet.registers.feedback.models import KIND, Feedback
from varvet.registers.feedback.rules import EVENT_LABELS, OPEN, STARTS, STATUS_LABELS, TRANSITIONS, Sort

BREAKDOWNS = ("month", "quarter", "year", "unit", "area", "kind", "category", "channel")
MISSING = "0 betyder att inget är registrerat. Det betyder inte att alla var nöjda."


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
    _measure("received", "Synpunkter och klagomål", "Antal inkomna, av alla slag. Beröm ingår.", "received"),
    _measure("complaints", "Klagomål", "Antal inkomna klagomål.", "received", ("kind", (Sort.COMPLAINT,))),
    _measure(
        "views", "Synpunkter", "Antal inkomna synpunkter. Klagomål ingår inte.", "received", ("kind", (Sort.VIEW,))
    ),
    _measure("praise", "Beröm", "Antal inkomna beröm.", "received", ("kind", (Sort.PRAISE,))),
    _measure("registered", "Diarieförda synpunkter och klagomål", "Antal som är diarieförda.", "registered"),
    _measure("answered", "Besvarade synpunkter och klagomål", "Antal som har fått svar.", "answered"),
    _measure("answer_registered", "Diarieförda svar", "Antal svar som är diarieförda.", "answer_registered"),
    _measure(
        "mentions",
        "Nämnda typer av synpunkter och klagomål",
        "Antal gånger en typ nämns. Ett ärende kan nämna flera typer.",
        "mention",
    ),
)

MOVES = tuple(Transition(t.event, EVENT_LABELS[t.event], t.sources, (t.target,)) for t in TRANSITIONS.values())

REGISTER = Register(
    kind=KIND,
    label="Synpunkter och klagomål",
    prefix="SYN",
    page="feedback:page",
    model=Feedback,
    facts=facts,
    visible_to=queries.visible_to,
    statuses=STATUS_LABELS,
    starts=STARTS,
    open_statuses=OPEN,
    transitions=MOVES,
    happenings=HAPPENINGS,
    measures=MEASURES,
    permissions=(
        Permission("feedback.receive", "Ta emot synpunkter och klagomål"),
        Permission("feedback.view", "Läsa enhetens synpunkter och klagomål"),
        Permission("feedback.view_excluded", "Läsa synpunkter där enhetens chef är utesluten"),
        Permission("feedback.answer", "Besvara synpunkter och klagomål"),
    ),
    menu=(
        MenuItem("Synpunkter", "feedback:list", "feedback.view"),
        MenuItem("Registrera en synpunkt", "feedback:capture", "feedback.receive"),
    ),
    tasks=queries.list_tasks,
    related=RELATED,
)
