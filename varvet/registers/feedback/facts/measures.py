"""The figures of feedback: what came in, what was answered and in time, and what whoever got in touch thought of it."""

from varvet.kernel.records.registry import Measures, Value
from varvet.registers.feedback.models import KIND
from varvet.registers.feedback.rules import AnswerWay, Contentment, Sort

FIGURES = Measures(
    register=KIND,
    breakdowns=("month", "quarter", "year", "unit", "area", "kind", "category", "channel", "outcome"),
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
    FIGURES.measure(
        "speakers",
        "De som hörde av sig",
        "Antal inkomna, efter vem som sade det. De där det inte är noterat ingår inte.",
        "said",
    ),
    FIGURES.measure(
        "answers_due",
        "Svar som skulle lämnas",
        "Antal svar som skulle lämnas senast en dag i perioden. Det som tas i personens eget ärende ingår inte.",
        "answer_due",
        value=Value.DENOMINATOR,
    ),
    FIGURES.measure(
        "answered_in_time",
        "Besvarade i tid",
        "Antal svar som lämnades i tid, av dem som skulle lämnas i perioden.",
        "answer_due",
        value=Value.NUMERATOR,
    ),
    FIGURES.measure(
        "answered_in_time_share",
        "Andel besvarade i tid",
        "Andel av de svar som skulle lämnas i perioden. De som fortfarande väntar räknas som sena.",
        "answer_due",
        value=Value.SHARE,
    ),
    FIGURES.measure(
        "answer_documented",
        "Inkomna med dokumenterat svar",
        "Antal inkomna i perioden som har ett svar som är sparat eller diariefört. Beröm ingår inte.",
        "documented",
        value=Value.NUMERATOR,
    ),
    FIGURES.measure(
        "answer_documented_share",
        "Andel med dokumenterat svar",
        "Andel av de inkomna i perioden vars svar är sparat eller diariefört. Beröm ingår inte.",
        "documented",
        value=Value.SHARE,
    ),
    FIGURES.measure(
        "answered_at_once",
        "Besvarade direkt på plats",
        "Antal som löstes direkt när de sades.",
        "answered",
        ("outcome", (AnswerWay.AT_ONCE,)),
    ),
    FIGURES.measure(
        "settled_in_case",
        "Hanterade i personens eget ärende",
        "Antal som hanterades i det individuella ärendet. Innehållet sparas inte här.",
        "settled_in_case",
    ),
    FIGURES.measure("closed", "Avslutade synpunkter och klagomål", "Antal avslutade ärenden.", "closed"),
    FIGURES.measure(
        "judged",
        "Omdömen om svaret",
        "Antal som sade vad de tyckte om svaret.",
        "judged",
    ),
    FIGURES.measure(
        "content",
        "Nöjda med svaret",
        "Antal som tyckte att det blev bra.",
        "judged",
        ("outcome", (Contentment.CONTENT,)),
    ),
    FIGURES.measure(
        "content_share",
        "Andel nöjda med svaret",
        "Andel av dem som sade vad de tyckte. De som inte sade något ingår inte.",
        "judged",
        value=Value.SHARE,
    ),
    FIGURES.measure(
        "days_to_answer",
        "Dagar till svar",
        "Mediantid från att det kom in till första svaret. De som väntar ingår inte.",
        "answered",
        value=Value.MEDIAN_DAYS,
    ),
)
