"""What the house knows of this register."""

from varvet.kernel.records.registry import Measures, MenuItem, Permission, Register, Sensitivity, Value
from varvet.registers.activities import actions, queries
from varvet.registers.activities.facts import HAPPENINGS, RELATED, facts
from varvet.registers.activities.models import KIND, Occasion
from varvet.registers.activities.rules import MOVES, OPEN, SORT_LABELS, STARTS, STATUS_LABELS
from varvet.registers.activities.views.shown_start import MY_ACTIVITIES

# What the organisation plans for itself hides nobody.
FIGURES = Measures(
    register=KIND,
    breakdowns=("month", "quarter", "year", "unit", "area", "kind"),
    missing="0 betyder att inget var planerat i årshjulet.",
    sensitivity=Sensitivity.OPEN,
)
MEASURES = (
    FIGURES.measure(
        "planned",
        "Planerade aktiviteter i årshjulet",
        "Antal aktiviteter efter den dag de skulle vara klara. Inställda ingår inte.",
        "planned",
    ),
    FIGURES.measure(
        "done", "Gjorda aktiviteter i årshjulet", "Antal aktiviteter efter den dag de blev gjorda.", "done"
    ),
    FIGURES.measure(
        "done_in_time",
        "Aktiviteter gjorda i tid",
        "Antal gjorda senast den dag de skulle vara klara. En flyttad räknas efter sin nya dag.",
        "done",
        value=Value.NUMERATOR,
    ),
    FIGURES.measure(
        "share_in_time",
        "Andel av de gjorda aktiviteterna som blev gjorda i tid",
        "Gjorda i tid av alla gjorda. De som inte är gjorda ingår inte.",
        "done",
        value=Value.SHARE,
    ),
    FIGURES.measure(
        "not_done",
        "Aktiviteter som inte blev av",
        "Antal planerade som inte blev av, efter den dag de skulle vara klara.",
        "not_done",
    ),
    FIGURES.measure(
        "cancelled",
        "Inställda aktiviteter i årshjulet",
        "Antal som ställdes in, efter den dag de skulle vara klara.",
        "cancelled",
    ),
)

REGISTER = Register(
    kind=KIND,
    label="Årshjul",
    prefix="ARH",
    page="activities:page",
    model=Occasion,
    facts=facts,
    visible_to=queries.visible_to,
    statuses=STATUS_LABELS,
    kinds=SORT_LABELS,
    starts=STARTS,
    open_statuses=OPEN,
    transitions=MOVES.transitions,
    happenings=HAPPENINGS,
    measures=MEASURES,
    permissions=(
        Permission(actions.VIEW, "Läsa årshjulet"),
        Permission(actions.EDIT, "Ändra enhetens årshjul"),
    ),
    menu=(MenuItem("Årshjul", "activities:wheel", actions.VIEW),),
    tasks=queries.list_tasks,
    tasks_for=(actions.EDIT,),
    seldom=(queries.WAITING,),
    start_panels=(MY_ACTIVITIES,),
    clocks=queries.list_clocks,
    clocks_of=queries.clocks_of,
    held=queries.HELD,
    reassign=actions.reassign,
    report_lines=queries.report_lines,
    readable=queries.READABLE,
    related=RELATED,
)
