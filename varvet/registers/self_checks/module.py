"""What the house knows of this register."""

from varvet.kernel.records.registry import Measure, Measures, MenuItem, Permission, Register, Value
from varvet.registers.self_checks import queries
from varvet.registers.self_checks.facts import HAPPENINGS, RELATED, facts
from varvet.registers.self_checks.models import KIND, Round
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
SPLIT_NAMES = {"": "", "_by_sex": ", efter kön", "_group": ", efter grupp"}
SPLIT_CODES = {"": "", "_by_sex": "sex_", "_group": "group_"}


def _results(ending: str) -> tuple[Measure, ...]:
    """The figures of a round, or of its results by sex ("_by_sex") or group ("_group")."""
    code, named = SPLIT_CODES[ending], SPLIT_NAMES[ending]
    known = "Bara egenkontroller med känt antal ingår."
    rows = (
        ("reviewed", "Granskade", "Antal granskade, även där resultatet inte är känt.", "reviewed", Value.DENOMINATOR),
        ("fulfilled", "Uppfyller målet", f"Antal granskade som uppfyller målet. {known}", "performed", Value.NUMERATOR),
        (
            "not_fulfilled",
            "Uppfyller inte målet",
            f"Antal granskade som inte uppfyller målet. {known}",
            "performed",
            Value.REMAINDER,
        ),
        (
            "fulfilled_share",
            "Andel som uppfyller målet",
            f"Andel av de granskade som uppfyller målet. {known}",
            "performed",
            Value.SHARE,
        ),
        (
            "not_fulfilled_share",
            "Andel som inte uppfyller målet",
            f"Andel av de granskade som inte uppfyller målet. {known}",
            "performed",
            Value.REMAINDER_SHARE,
        ),
        (
            "share_stated",
            "Uppgiven andel som uppfyller målet",
            "Andel som källan uppger utan antal. Läs den för en kontroll i taget.",
            "share_stated",
            Value.SHARE,
        ),
    )
    return tuple(
        FIGURES.measure(code + name, label + named, counts, happening + ending, value=value)
        for name, label, counts, happening, value in rows
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
    ),
    menu=(MenuItem("Egenkontroll", "self_checks:list", "self_checks.view"),),
    tasks=queries.list_tasks,
    tasks_for=("self_checks.perform",),
    report_lines=queries.report_lines,
    related=RELATED,
)
