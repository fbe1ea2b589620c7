"""The figures of inspections: an inspection is of the organisation, so they hide nobody."""

from dataclasses import replace

from varvet.kernel.law.words import marked
from varvet.kernel.records.registry import Measures, Sensitivity, Value
from varvet.registers.inspections.models import KIND
from varvet.registers.inspections.rules import Finding

FIGURES = Measures(
    register=KIND,
    breakdowns=("month", "quarter", "year", "unit", "area", "kind", "category"),
    missing="0 betyder att ingen tillsyn eller granskning är inskriven. Det betyder inte att ingen har granskat.",
    sensitivity=Sensitivity.OPEN,
)
BY_OUTCOME = replace(FIGURES, breakdowns=(*FIGURES.breakdowns, "outcome"))

FOUND = {
    Finding.CRITICISM: marked("Punkter i tillsyn och granskning: kritik"),
    Finding.REMARK: marked("Punkter i tillsyn och granskning: påpekande"),
    Finding.RECOMMENDATION: marked("Punkter i tillsyn och granskning: rekommendation"),
    Finding.NOTHING: marked("Punkter i tillsyn och granskning: utan anmärkning"),
}
MEASURES = (
    FIGURES.measure(
        "received",
        "Påbörjade tillsyner och granskningar",
        "Antal tillsyner och granskningar efter den dag de började. Återkallade ingår.",
        "received",
    ),
    FIGURES.measure(
        "answered",
        "Besvarade tillsyner",
        "Antal tillsyner och frågeformulär efter den dag svaret skickades.",
        "answered",
    ),
    FIGURES.measure(
        "answered_in_time",
        "Tillsyner som besvarades i tid",
        "Svar som skickades senast den dag granskaren ville ha dem, med den tid som gavs till.",
        "answered",
        value=Value.NUMERATOR,
    ),
    FIGURES.measure(
        "answered_in_time_share",
        "Andel tillsyner som besvarades i tid",
        "Svar i tid av de svar som hade en utsatt dag.",
        "answered",
        value=Value.SHARE,
    ),
    BY_OUTCOME.measure(
        "decided",
        "Beslutade tillsyner och granskningar",
        "Antal tillsyner och granskningar efter den dag beslutet eller resultatet kom.",
        "decided",
    ),
    FIGURES.measure(
        "criticised",
        "Tillsyner och granskningar med kritik",
        "Antal beslutade tillsyner och granskningar där minst en punkt är kritik.",
        "decided",
        ("outcome", (Finding.CRITICISM,)),
    ),
    *(
        FIGURES.measure(
            f"found_{kind}",
            label,
            "Antal punkter i besluten. En granskning kan ha flera punkter.",
            "mention",
            ("outcome", (kind,)),
        )
        for kind, label in FOUND.items()
    ),
    FIGURES.measure(
        "closed",
        "Avslutade tillsyner och granskningar",
        "Antal tillsyner och granskningar efter den dag de avslutades.",
        "closed",
    ),
    FIGURES.measure(
        "days_to_answer",
        "Dagar till svar på en tillsyn",
        "Mediantid från att den började till att svaret skickades.",
        "answered",
        value=Value.MEDIAN_DAYS,
    ),
    FIGURES.measure(
        "days_to_closed",
        "Dagar till att en tillsyn eller granskning är avslutad",
        "Mediantid från att den började till att den avslutades. De som pågår ingår inte.",
        "closed",
        value=Value.MEDIAN_DAYS,
    ),
)
