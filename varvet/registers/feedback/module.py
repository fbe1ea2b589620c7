"""What the house knows of this register."""

from varvet.kernel.law.words import marked
from varvet.kernel.records.registry import Measures, MenuItem, Permission, Register
from varvet.kernel.records.taking import Taking, Weighing
from varvet.registers.feedback import actions, queries
from varvet.registers.feedback.facts import HAPPENINGS, RELATED, facts
from varvet.registers.feedback.models import KIND, Feedback, Part
from varvet.registers.feedback.queries.choices import CHOICES
from varvet.registers.feedback.rules import MOVES, OPEN, STARTS, STATUS_LABELS, Sort

FIGURES = Measures(
    register=KIND,
    breakdowns=("month", "quarter", "year", "unit", "area", "kind", "category", "channel"),
    missing="0 betyder att inget är registrerat. Det betyder inte att alla var nöjda.",
)

MEASURES = (
    FIGURES.measure("received", "Synpunkter och klagomål", "Antal inkomna, av alla slag. Beröm ingår.", "received"),
    FIGURES.measure("complaints", "Klagomål", "Antal inkomna klagomål.", "received", ("kind", (Sort.COMPLAINT,))),
    FIGURES.measure(
        "views", "Synpunkter", "Antal inkomna synpunkter. Klagomål ingår inte.", "received", ("kind", (Sort.VIEW,))
    ),
    FIGURES.measure("praise", "Beröm", "Antal inkomna beröm.", "received", ("kind", (Sort.PRAISE,))),
    FIGURES.measure("registered", "Diarieförda synpunkter och klagomål", "Antal som är diarieförda.", "registered"),
    FIGURES.measure("answered", "Besvarade synpunkter och klagomål", "Antal som har fått svar.", "answered"),
    FIGURES.measure("answer_registered", "Diarieförda svar", "Antal svar som är diarieförda.", "answer_registered"),
    FIGURES.measure(
        "mentions",
        "Nämnda typer av synpunkter och klagomål",
        "Antal gånger en typ nämns. Ett ärende kan nämna flera typer.",
        "mention",
    ),
)

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
    transitions=MOVES.transitions,
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
    list_page="feedback:list",
    readable=queries.READABLE,
    tasks=queries.list_tasks,
    clocks=queries.list_clocks,
    clocks_of=queries.clocks_of,
    tasks_for=("feedback.answer",),
    related=RELATED,
    choices=CHOICES,
    answered=actions.note_answer,
    takes=Taking(
        permission="feedback.answer",
        excluded=queries.EXCLUDED,
        accept=lambda referral, by, now: actions.accept_referral(referral=referral, by=by, now=now),
        labels={"": marked("Är det ett klagomål?")},
        term="fraga_besvarad",
    ),
    weighs=Weighing("feedback.answer", queries.EXCLUDED, term="fraga_besvarad", told=frozenset({Part.WHAT})),
)
