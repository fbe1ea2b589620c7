"""What the house knows of this register."""

from dataclasses import replace

from varvet.kernel.law.words import marked
from varvet.kernel.records.registry import Measures, MenuItem, Permission, Register, Sensitivity, Value
from varvet.registers.analyses import actions, queries
from varvet.registers.analyses.facts import HAPPENINGS, RELATED, facts
from varvet.registers.analyses.models import KIND, Analysis
from varvet.registers.analyses.rules import MOVES, OPEN, STARTS, STATUS_LABELS, Conclusion

# An analysis is of the organisation, so its figures hide nobody.
FIGURES = Measures(
    register=KIND,
    breakdowns=("month", "quarter", "year", "unit", "area"),
    missing="0 betyder att ingen analys är inskriven. Det betyder inte att ingen har tänkt efter.",
    sensitivity=Sensitivity.OPEN,
)
OF_CONCLUSIONS = replace(FIGURES, breakdowns=(*FIGURES.breakdowns, "quality_area"))
DEVELOP = ("outcome", (Conclusion.DEVELOP.value,))
MEASURES = (
    FIGURES.measure("held", "Hållna analysmöten", "Antal analysmöten efter den dag de hölls.", "held"),
    FIGURES.measure("approved", "Fastställda analyser", "Antal analyser efter den dag de fastställdes.", "approved"),
    OF_CONCLUSIONS.measure(
        "good_examples",
        "Goda exempel i analyser",
        "Antal goda exempel i fastställda analyser. En analys kan ha flera.",
        "mention",
        ("outcome", (Conclusion.GOOD.value,)),
    ),
    OF_CONCLUSIONS.measure(
        "to_develop",
        "Områden att utveckla i analyser",
        "Antal områden att utveckla i fastställda analyser. En analys kan ha flera.",
        "mention",
        DEVELOP,
    ),
    OF_CONCLUSIONS.measure(
        "led_on",
        "Områden att utveckla som ledde till något",
        "Antal områden att utveckla som har blivit en åtgärd eller en risk.",
        "mention",
        DEVELOP,
        value=Value.NUMERATOR,
    ),
    OF_CONCLUSIONS.measure(
        "led_on_share",
        "Andel områden att utveckla som ledde till något",
        "Områden med en åtgärd eller en risk av alla områden att utveckla.",
        "mention",
        DEVELOP,
        value=Value.SHARE,
    ),
)

REGISTER = Register(
    kind=KIND,
    label=marked("Analyser"),
    prefix="ANA",
    page="analyses:page",
    model=Analysis,
    facts=facts,
    visible_to=queries.visible_to,
    statuses=STATUS_LABELS,
    starts=STARTS,
    open_statuses=OPEN,
    transitions=MOVES.transitions,
    happenings=HAPPENINGS,
    measures=MEASURES,
    permissions=(
        Permission(actions.VIEW, marked("Läsa enhetens analyser")),
        Permission(actions.VIEW_APPROVED, marked("Läsa fastställda analyser")),
        Permission(actions.CONTRIBUTE, marked("Svara på frågor i analyser som rör enheten")),
        Permission(actions.EDIT, marked("Förbereda och hålla analysmöten")),
        Permission(actions.APPROVE, marked("Fastställa enhetens analyser")),
        Permission(actions.OFFER, marked("Erbjuda en analys till kvalitetsberättelsen")),
    ),
    menu=(
        MenuItem(marked("Analyser"), "analyses:list", actions.VIEW),
        MenuItem(marked("Fastställda analyser"), "analyses:list", actions.VIEW_APPROVED),
    ),
    tasks=queries.list_tasks,
    tasks_for=(actions.EDIT, actions.APPROVE),
    seldom=(queries.WAITING,),
    clocks=queries.list_clocks,
    clocks_of=queries.clocks_of,
    held=queries.HELD,
    reassign=actions.reassign,
    report_texts=queries.report_texts,
    related=RELATED,
    choices=queries.CHOICES,
    counts_followers=True,
)
