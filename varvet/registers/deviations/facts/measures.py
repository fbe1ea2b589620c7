"""The measures of what others have a part in: health care, collaboration, and what is handed over and answered."""

from varvet.kernel.records.registry import Measures, Value
from varvet.registers.deviations.models import KIND
from varvet.registers.deviations.rules import Destination, Injury

FIGURES = Measures(
    register=KIND,
    breakdowns=("month", "quarter", "year", "unit", "area", "category", "direction", "outcome", "severity"),
    missing="0 betyder att ingenting registrerades. Det betyder inte att inget hände.",
)
# Reports to an authority about animals are a task of their own, and are counted by themselves.
ABOUT_THE_CASE = ("direction", (Destination.OTHER_COMMITTEE, Destination.COUNTERPART))

MEASURES = (
    FIGURES.measure(
        "health_care",
        "Avvikelser i hälso- och sjukvård efter slag",
        "Antal inkomna avvikelser enligt hälso- och sjukvårdslagen, efter vad som hände.",
        "health_care",
    ),
    FIGURES.measure(
        "health_care_injured",
        "Avvikelser i hälso- och sjukvård med skada",
        "Antal inkomna avvikelser enligt hälso- och sjukvårdslagen där någon skadades.",
        "health_care",
        ("outcome", (Injury.INJURED,)),
    ),
    FIGURES.measure(
        "health_care_unhurt",
        "Avvikelser i hälso- och sjukvård utan skada",
        "Antal inkomna avvikelser enligt hälso- och sjukvårdslagen där ingen skadades.",
        "health_care",
        ("outcome", (Injury.UNHURT,)),
    ),
    FIGURES.measure(
        "collaboration_agreements",
        "Avvikelser i samverkan efter överenskommelse",
        "Antal inkomna avvikelser i samverkan, efter överenskommelsen som brast och vem som såg det.",
        "collaboration",
    ),
    FIGURES.measure(
        "collaboration_counterparts",
        "Avvikelser i samverkan efter motpart",
        "Antal inkomna avvikelser i samverkan, efter motpart och vem som såg det.",
        "counterpart",
    ),
    FIGURES.measure(
        "handed_over",
        "Överlämnade avvikelser",
        "Antal avvikelser som lämnades över till en annan nämnd eller till motparten.",
        "handed_over",
        ABOUT_THE_CASE,
    ),
    FIGURES.measure(
        "awaiting_answer",
        "Överlämnade avvikelser utan svar",
        "Antal överlämnade avvikelser som väntar på svar, efter dagen de lämnades över.",
        "awaiting_answer",
        ABOUT_THE_CASE,
    ),
    FIGURES.measure(
        "answered_outside",
        "Besvarade överlämningar",
        "Antal svar på överlämnade avvikelser, efter hur mottagaren har räknat dem.",
        "answered_outside",
        ABOUT_THE_CASE,
    ),
    FIGURES.measure(
        "days_to_answer_outside",
        "Dagar till svar på en överlämning",
        "Mediantid från överlämningen till svaret. De som väntar ingår inte.",
        "answered_outside",
        ABOUT_THE_CASE,
        value=Value.MEDIAN_DAYS,
    ),
    FIGURES.measure(
        "replied",
        "Svar till motparter",
        "Antal svar vi gav på avvikelser som en motpart rapporterade till oss.",
        "replied",
    ),
    FIGURES.measure(
        "days_to_reply",
        "Dagar till svar till en motpart",
        "Mediantid från det att motpartens avvikelse kom in till vårt svar. De som väntar ingår inte.",
        "replied",
        value=Value.MEDIAN_DAYS,
    ),
    FIGURES.measure(
        "animal_welfare",
        "Anmälningar om djur som far illa",
        "Antal anmälningar enligt lex Maja till länsstyrelsen eller polisen.",
        "handed_over",
        ("direction", (Destination.ANIMAL_WELFARE,)),
    ),
    FIGURES.measure(
        "work_injury",
        "Arbetsskador och tillbud som lämnats över",
        "Antal lämnade till arbetsgivarens eget system. De räknas aldrig som avvikelser.",
        "work_injury",
    ),
)
