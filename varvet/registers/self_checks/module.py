"""What the house knows of this register."""

from varvet.kernel.law.words import marked
from varvet.kernel.records.holding import Held
from varvet.kernel.records.registry import Measure, Measures, MenuItem, Permission, Register, Value
from varvet.registers.self_checks import queries
from varvet.registers.self_checks.actions.reassign import reassign
from varvet.registers.self_checks.facts import HAPPENINGS, RELATED, facts
from varvet.registers.self_checks.models import KIND, Round
from varvet.registers.self_checks.queries.meetings import meeting_lines
from varvet.registers.self_checks.queries.planning import held_rounds
from varvet.registers.self_checks.rules import MOVES, OPEN, STARTS, STATUS_LABELS

FIGURES = Measures(
    register=KIND,
    breakdowns=(
        "month",
        "quarter",
        "year",
        "unit",
        "area",
        "category",
        "quality_area",
        "sex",
        "direction",
        "kind",
        "outcome",
    ),
    missing="0 betyder att ingen egenkontroll är registrerad. Det betyder inte att allt fungerar.",
)
RESULTS = (
    ("reviewed", "reviewed", Value.DENOMINATOR),
    ("fulfilled", "performed", Value.NUMERATOR),
    ("not_fulfilled", "performed", Value.REMAINDER),
    ("fulfilled_share", "performed", Value.SHARE),
    ("not_fulfilled_share", "performed", Value.REMAINDER_SHARE),
    ("share_stated", "share_stated", Value.SHARE),
)
COUNTS = {
    "reviewed": marked("Antal granskade, även där resultatet inte är känt."),
    "fulfilled": marked("Antal granskade som uppfyller målet. Bara egenkontroller med känt antal ingår."),
    "not_fulfilled": marked("Antal granskade som inte uppfyller målet. Bara egenkontroller med känt antal ingår."),
    "fulfilled_share": marked("Andel av de granskade som uppfyller målet. Bara egenkontroller med känt antal ingår."),
    "not_fulfilled_share": marked(
        "Andel av de granskade som inte uppfyller målet. Bara egenkontroller med känt antal ingår."
    ),
    "share_stated": marked("Andel som källan uppger utan antal. Läs den för en kontroll i taget."),
}
LABELS = {
    "": {
        "reviewed": marked("Granskade"),
        "fulfilled": marked("Uppfyller målet"),
        "not_fulfilled": marked("Uppfyller inte målet"),
        "fulfilled_share": marked("Andel som uppfyller målet"),
        "not_fulfilled_share": marked("Andel som inte uppfyller målet"),
        "share_stated": marked("Uppgiven andel som uppfyller målet"),
    },
    "_by_sex": {
        "reviewed": marked("Granskade, efter kön"),
        "fulfilled": marked("Uppfyller målet, efter kön"),
        "not_fulfilled": marked("Uppfyller inte målet, efter kön"),
        "fulfilled_share": marked("Andel som uppfyller målet, efter kön"),
        "not_fulfilled_share": marked("Andel som inte uppfyller målet, efter kön"),
        "share_stated": marked("Uppgiven andel som uppfyller målet, efter kön"),
    },
    "_group": {
        "reviewed": marked("Granskade, efter grupp"),
        "fulfilled": marked("Uppfyller målet, efter grupp"),
        "not_fulfilled": marked("Uppfyller inte målet, efter grupp"),
        "fulfilled_share": marked("Andel som uppfyller målet, efter grupp"),
        "not_fulfilled_share": marked("Andel som inte uppfyller målet, efter grupp"),
        "share_stated": marked("Uppgiven andel som uppfyller målet, efter grupp"),
    },
}
SPLIT_CODES = {"": "", "_by_sex": "sex_", "_group": "group_"}


def _results(ending: str) -> tuple[Measure, ...]:
    """The figures of a round, or of its results by sex ("_by_sex") or group ("_group")."""
    code, labels = SPLIT_CODES[ending], LABELS[ending]
    return tuple(
        FIGURES.measure(code + name, labels[name], COUNTS[name], happening + ending, value=value)
        for name, happening, value in RESULTS
    )


AFTER_RESULTS = (
    FIGURES.measure(
        "decided",
        marked("Egenkontroller där det är bestämt vad resultatet leder till"),
        marked("Antal genomförda som har lett till en åtgärd, eller där det står varför ingen behövs."),
        "decided",
        value=Value.NUMERATOR,
    ),
    FIGURES.measure(
        "undecided",
        marked("Egenkontroller utan beslut efter resultatet"),
        marked("Antal genomförda utan åtgärd och utan skäl till att ingen behövs."),
        "decided",
        value=Value.REMAINDER,
    ),
    FIGURES.measure(
        "decided_share",
        marked("Andel egenkontroller med beslut efter resultatet"),
        marked("Andel av de genomförda där det är bestämt vad resultatet leder till."),
        "decided",
        value=Value.SHARE,
    ),
    FIGURES.measure(
        "improved",
        marked("Egenkontroller som ledde till en åtgärd"),
        marked("Antal genomförda som minst en åtgärd följer av."),
        "improved",
        value=Value.NUMERATOR,
    ),
    FIGURES.measure(
        "improved_share",
        marked("Andel egenkontroller som ledde till en åtgärd"),
        marked("Andel av de genomförda som minst en åtgärd följer av."),
        "improved",
        value=Value.SHARE,
    ),
    FIGURES.measure(
        "raised",
        marked("Egenkontroller som togs upp på en arbetsplatsträff"),
        marked("Antal genomförda där dagen för arbetsplatsträffen är noterad."),
        "raised",
        value=Value.NUMERATOR,
    ),
    FIGURES.measure(
        "raised_share",
        marked("Andel egenkontroller som togs upp på en arbetsplatsträff"),
        marked("Andel av de genomförda där dagen för arbetsplatsträffen är noterad."),
        "raised",
        value=Value.SHARE,
    ),
)
MEASURES = (
    FIGURES.measure("planned", "Planerade egenkontroller", "Antal egenkontroller efter sista dag.", "planned"),
    FIGURES.measure("performed", "Genomförda egenkontroller", "Antal genomförda efter sista dag.", "performed"),
    FIGURES.measure(
        "not_done",
        "Egenkontroller som inte gjordes",
        "Antal planerade som inte gjordes, efter sista dag.",
        "not_done",
    ),
    FIGURES.measure(
        "log_findings",
        "Fynd i granskning av loggar",
        "Antal fynd som har bedömts, efter granskningens sista dag.",
        "log_finding",
    ),
    *AFTER_RESULTS,
    *_results(""),
    *_results("_by_sex"),
    *_results("_group"),
)

REGISTER = Register(
    kind=KIND,
    label="Egenkontroll",
    prefix="EGK",
    page="self_checks:page",
    model=Round,
    facts=facts,
    visible_to=queries.visible_to,
    statuses=STATUS_LABELS,
    starts=STARTS,
    open_statuses=OPEN,
    transitions=MOVES.transitions,
    happenings=HAPPENINGS,
    measures=MEASURES,
    permissions=(
        Permission("self_checks.view", "Läsa enhetens egenkontroller"),
        Permission("self_checks.perform", "Planera och göra egenkontroller"),
        Permission("self_checks.edit_forms", "Skriva formulär för egenkontroll"),
        Permission("self_checks.plan", "Skriva årets plan för egenkontroll"),
        Permission("self_checks.approve_plan", "Godkänna årets plan för egenkontroll"),
        Permission("self_checks.case_codes", "Se koder för ärendena bakom en lista"),
        Permission("self_checks.review_logs", "Granska loggar"),
        Permission("self_checks.delegation", "Läsa in delegationsordningen"),
    ),
    menu=(MenuItem("Egenkontroll", "self_checks:list", "self_checks.view"),),
    list_page="self_checks:list",
    readable=queries.READABLE,
    tasks=queries.list_tasks,
    clocks=queries.list_clocks,
    clocks_of=queries.clocks_of,
    tasks_for=("self_checks.perform",),
    held=(Held("planned__responsible", "self_checks.perform", held_rounds),),
    reassign=reassign,
    report_lines=queries.report_lines,
    related=RELATED,
    counts_followers=True,
    meeting_lines=meeting_lines,
)
