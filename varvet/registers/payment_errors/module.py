"""What the house knows of this register."""

from varvet.kernel.law.words import marked
from varvet.kernel.records.registry import Files, Measures, MenuItem, Permission, Register, Value
from varvet.registers.payment_errors import actions, queries
from varvet.registers.payment_errors.facts import HAPPENINGS, facts
from varvet.registers.payment_errors.models import KIND, PaymentError
from varvet.registers.payment_errors.queries.waiting import WAITING
from varvet.registers.payment_errors.rules import (
    CAUSE_LABELS,
    MOVES,
    OPEN,
    STARTS,
    STATUS_LABELS,
    WITH_CLIENT,
    WITH_US,
)
from varvet.registers.payment_errors.views.shown_mine import my_rows

FIGURES = Measures(
    register=KIND,
    breakdowns=("month", "quarter", "year", "unit", "area", "kind", "channel"),
    missing="0 betyder att inget är anmält. Det betyder inte att alla utbetalningar var rätt.",
)
MEASURES = (
    FIGURES.measure(
        "received",
        "Anmälda felaktiga utbetalningar",
        "Antal anmälningar efter den dag de kom in. Alla är inte utredda.",
        "received",
    ),
    FIGURES.measure("begun", "Påbörjade utredningar av utbetalningar", "Antal som började utredas.", "begun"),
    FIGURES.measure("dismissed", "Avskrivna anmälningar om utbetalningar", "Antal som avskrevs.", "dismissed"),
    FIGURES.measure(
        "not_investigated",
        "Anmälningar om utbetalningar som inte utreds",
        "Antal som ni valde att inte utreda. Avskrivna ingår inte.",
        "not_investigated",
    ),
    FIGURES.measure("completed", "Utredda utbetalningar", "Antal utredningar som blev klara.", "completed"),
    FIGURES.measure(
        "cause_client",
        "Felaktiga utbetalningar med orsak hos den som fick pengarna",
        "Antal klara utredningar där orsaken helt eller delvis fanns där.",
        "completed",
        ("kind", tuple(WITH_CLIENT)),
    ),
    FIGURES.measure(
        "cause_us",
        "Felaktiga utbetalningar med orsak hos oss",
        "Antal klara utredningar där orsaken helt eller delvis fanns hos oss.",
        "completed",
        ("kind", tuple(WITH_US)),
    ),
    FIGURES.measure("reclaimed", "Återkrav av utbetalningar", "Antal ärenden med beslut om återkrav.", "reclaimed"),
    FIGURES.measure(
        "police_reported", "Polisanmälda utbetalningar", "Antal ärenden som blev polisanmälda.", "police_reported"
    ),
    FIGURES.measure(
        "closed",
        "Avslutade ärenden om utbetalningar",
        "Antal utredda ärenden som avslutades. Avskrivna ingår inte.",
        "closed",
    ),
    FIGURES.measure(
        "days_to_completed",
        "Dagar till utredd utbetalning",
        "Mediantid från anmälan till klar utredning. De som pågår ingår inte.",
        "completed",
        value=Value.MEDIAN_DAYS,
    ),
)

REGISTER = Register(
    kind=KIND,
    label="Felaktiga utbetalningar",
    prefix="FUT",
    page="payment_errors:page",
    model=PaymentError,
    facts=facts,
    visible_to=queries.visible_to,
    statuses=STATUS_LABELS,
    kinds=CAUSE_LABELS,
    starts=STARTS,
    open_statuses=OPEN,
    transitions=MOVES.transitions,
    happenings=HAPPENINGS,
    measures=MEASURES,
    permissions=(
        Permission(actions.REPORT, marked("Anmäla felaktiga utbetalningar")),
        Permission(actions.SEE, marked("Läsa enhetens felaktiga utbetalningar")),
        Permission(actions.HANDLE, marked("Utreda felaktiga utbetalningar och läsa belopp")),
        Permission(actions.REMOVE_FILES, marked("Ta bort filer från felaktiga utbetalningar")),
        Permission(actions.EXPORT, marked("Ta ut listan som fil")),
    ),
    menu=(
        MenuItem(marked("Felaktiga utbetalningar"), "payment_errors:list", actions.SEE),
        MenuItem(marked("Anmäl en felaktig utbetalning"), "payment_errors:report", actions.REPORT),
    ),
    list_page="payment_errors:list",
    readable=queries.READABLE,
    mine=my_rows,
    tasks=queries.list_tasks,
    tasks_for=(actions.HANDLE,),
    seldom=(WAITING, queries.REPORTED),
    clocks=queries.list_clocks,
    clocks_of=queries.clocks_of,
    held=queries.HELD,
    reassign=actions.reassign,
    choices=queries.CHOICES,
    files=Files(
        add=actions.add_files,
        remove=actions.remove_file,
        may_add=queries.may_add,
        may_remove=queries.may_remove,
        reads_all=queries.reads_all_files,
        page=queries.page_with_files,
    ),
)
