"""What the house knows of this register."""

from varvet.kernel.records.registry import Measures, MenuItem, Permission, Register, Sensitivity, Value
from varvet.registers.meetings import actions, queries
from varvet.registers.meetings.facts import HAPPENINGS, RELATED, facts
from varvet.registers.meetings.models import KIND, Meeting
from varvet.registers.meetings.rules import MOVES, OPEN, STARTS, STATUS_LABELS

# A meeting hides nobody; what came in before it may be so little that it points somebody out.
FIGURES = Measures(
    register=KIND,
    breakdowns=("month", "quarter", "year", "unit", "area"),
    missing="0 betyder att inget möte är inskrivet. Det betyder inte att ingen träffades.",
    sensitivity=Sensitivity.OPEN,
)
CAME_IN = Measures(
    register=KIND,
    breakdowns=FIGURES.breakdowns,
    missing="0 betyder att inget stod på bladen. Det betyder inte att inget hände.",
)
REPORTS = ("kind", ("deviations", "lex_sarah"))
MEASURES = (
    FIGURES.measure("held", "Hållna arbetsplatsträffar", "Antal möten efter den dag de hölls.", "held"),
    FIGURES.measure(
        "not_held", "Arbetsplatsträffar som inte blev av", "Antal månader då mötet inte blev av.", "not_held"
    ),
    FIGURES.measure(
        "attended",
        "Deltagare på arbetsplatsträffar",
        "Antal som var med, alla möten tillsammans. Vilka de var skrivs aldrig.",
        "attended",
    ),
    FIGURES.measure(
        "all_raised",
        "Arbetsplatsträffar där allt nytt lyftes",
        "Av möten där något nytt hade kommit in: de där allt lyftes.",
        "held",
        value=Value.SHARE,
    ),
    CAME_IN.measure(
        "received",
        "Avvikelser och lex Sarah till en arbetsplatsträff",
        "Antal som kommit in sedan förra mötet. De räknas vid det första mötet efteråt.",
        "came_in",
        REPORTS,
        value=Value.DENOMINATOR,
    ),
    CAME_IN.measure(
        "raised",
        "Avvikelser och lex Sarah som lyftes",
        "Antal som lyftes på det första mötet efter att de kom in.",
        "came_in",
        REPORTS,
        value=Value.NUMERATOR,
    ),
    CAME_IN.measure(
        "raised_share",
        "Andel avvikelser och lex Sarah som lyftes",
        "Av dem som kommit in sedan förra mötet: de som lyftes på mötet. Blev mötet inte av lyftes inga.",
        "came_in",
        REPORTS,
        value=Value.SHARE,
    ),
)

REGISTER = Register(
    kind=KIND,
    label="Arbetsplatsträffar",
    prefix="APT",
    page="meetings:page",
    model=Meeting,
    facts=facts,
    visible_to=queries.visible_to,
    statuses=STATUS_LABELS,
    starts=STARTS,
    open_statuses=OPEN,
    transitions=MOVES.transitions,
    happenings=HAPPENINGS,
    measures=MEASURES,
    permissions=(
        Permission(actions.VIEW, "Läsa enhetens blad till APT"),
        Permission(actions.EDIT, "Hålla enhetens arbetsplatsträffar"),
    ),
    menu=(MenuItem("APT-blad", "meetings:list", actions.VIEW),),
    tasks=queries.list_tasks,
    tasks_for=(actions.EDIT,),
    seldom=(queries.WAITING,),
    clocks=queries.list_clocks,
    clocks_of=queries.clocks_of,
    held=queries.HELD,
    reassign=actions.reassign,
    readable=queries.READABLE,
    titles=queries.titles_of,
    related=RELATED,
)
