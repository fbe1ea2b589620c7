"""What the house knows of this register."""

from varvet.kernel.records.registry import Measure, MenuItem, Permission, Register, Transition, Value
from varvet.registers.self_checks import queries
from varvet.registers.self_checks.facts import HAPPENINGS, RELATED, facts
from varvet.registers.self_checks.models import KIND, Round
from varvet.registers.self_checks.rules import EVENT_LABELS, OPEN, STARTS, STATUS_LABELS, TRANSITIONS

BREAKDOWNS = (
    "month", "quarter", "year", "unit", "area", "category", "quality_area", "sex", "direction", "kind", "outcome",
)  # fmt: skip
MISSING = "0 betyder att ingen egenkontroll är registrerad. Det betyder inte att allt fungerar."
SPLIT_NAMES = {"": "", "_by_sex": ", efter kön", "_group": ", efter grupp"}
SPLIT_CODES = {"": "", "_by_sex": "sex_", "_group": "group_"}


def _measure(name: str, label: str, counts: str, happening: str, value: Value) -> Measure:
    return Measure(
        code=f"{KIND}.{name}",
        label=label,
        counts=counts,
        register=KIND,
        happening=happening,
        breakdowns=BREAKDOWNS,
        missing=MISSING,
        value=value,
        unit="andel" if value in {Value.SHARE, Value.REMAINDER_SHARE} else "antal",
    )


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
        _measure(code + name, label + named, counts, happening + ending, value)
        for name, label, counts, happening, value in rows
    )


MEASURES = (
    _measure("planned", "Planerade egenkontroller", "Antal egenkontroller efter sista dag.", "planned", Value.COUNT),
    _measure("performed", "Genomförda egenkontroller", "Antal genomförda efter sista dag.", "performed", Value.COUNT),
    _measure(
        "not_done",
        "Egenkontroller som inte gjordes",
        "Antal planerade som inte gjordes, efter sista dag.",
        "not_done",
        Value.COUNT,
    ),
    *_results(""),
    *_results("_by_sex"),
    *_results("_group"),
)

MOVES = tuple(Transition(t.event, EVENT_LABELS[t.event], t.sources, (t.target,)) for t in TRANSITIONS.values())

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
    transitions=MOVES,
    happenings=HAPPENINGS,
    measures=MEASURES,
    permissions=(
        Permission("self_checks.view", "Läsa enhetens egenkontroller"),
        Permission("self_checks.perform", "Planera och göra egenkontroller"),
    ),
    menu=(MenuItem("Egenkontroll", "self_checks:list", "self_checks.view"),),
    tasks=queries.list_tasks,
    report_lines=queries.report_lines,
    related=RELATED,
)
