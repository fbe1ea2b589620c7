"""The sample report's charts: Bromma's published figures for 2023."""

from varvet.insight.annual_report.chart_data import (
    BarRow,
    Bars,
    ChartData,
    DeadlineColumns,
    DeadlinePanel,
    DeadlineSlot,
    DotChange,
    DotRow,
    LinePanel,
    Measured,
    Missing,
    Slope,
    SlopeLine,
    SmallLines,
    SquareGroup,
    Squares,
)
from varvet.insight.annual_report.chart_words import alt_text, reading
from varvet.insight.annual_report.formats import MONTHS
from varvet.insight.annual_report.value import Chart

ASSESSED = {"januari": (122, 23), "februari": (147, 36), "mars": (174, 132), "september": (170, 0)}
QUARTERS = (
    ("jan–mar", "första kvartalet", 203, 60),
    ("apr–jun", "andra kvartalet", 182, 36),
    ("jul–sep", "tredje kvartalet", 203, 24),
)
COMPLAINTS = {
    "Bemötande": ((22, 18, 13, 34), (40, 27, 30, 22)),
    "Handläggning": ((12, 19, 10, 23), (1, 12, 0, 1)),
    "Kompetens": ((4, 4, 10, 17), (29, 14, 16, 15)),
    "Insatsens innehåll": ((57, 2, 35, 16), (43, 23, 55, 95)),
    "Tillgänglighet": ((17, 12, 22, 15), (15, 17, 29, 25)),
    "Information": ((13, 17, 14, 15), (15, 11, 32, 12)),
    "Kontinuitet": ((6, 4, 8, 1), (8, 1, 2, 3)),
    "Annat": ((9, 12, 16, 17), (25, 2, 7, 7)),
}
DEVIATIONS = {
    "Enheten för vuxna": (0, 0, 7, 9),
    "Enheten för barn och unga": (0, 193, 177, 209),
    "Enheten för arbete och försörjning": (112, 22, 28, 27),
    "Enheten för personligt stöd": (0, 1, 1108, 200),
    "Resursenheten": (0, 0, 18, 20),
}
YEARS = ("2020", "2021", "2022", "2023")


def month_slot(month: str) -> DeadlineSlot:
    counted, late = ASSESSED.get(month, (Missing.NOT_MEASURED, Missing.NOT_MEASURED))
    return DeadlineSlot(month[:3], month, counted, late)


DEADLINES = DeadlineColumns(
    panels=(
        DeadlinePanel("Förhandsbedömningar över 14 dagar", "förhandsbedömningar", tuple(map(month_slot, MONTHS))),
        DeadlinePanel("Utredningar över fyra månader", "utredningar", tuple(DeadlineSlot(*q) for q in QUARTERS)),
    ),
    gap_label="ingen kontroll",
)
FOCUS = DotChange(
    "2022",
    "2023",
    (
        DotRow("Utredning klar i tid", "Vuxna", 32, 47, 34.6, 59.1),
        DotRow("Aktuell förändringsplan", "Arbete och försörjning", 56, 72.4),
        DotRow("Barnsamtal under utredningen", "Barn och unga", 100 * 10 / 15, 100 * 14 / 15, 70.2, 98.8),
        DotRow("Får bestämma, daglig verksamhet", "Personligt stöd", 80, 92),
        DotRow("Får bestämma, gruppbostad", "Personligt stöd", 86, 84),
        DotRow("Får bestämma, servicebostad", "Personligt stöd", 100, 71),
    ),
)
OUTCOMES = Squares(
    "rapport",
    "rapporterna",
    (
        SquareGroup("Allvarligt missförhållande, anmält till IVO", 2),
        SquareGroup("Missförhållande", 8),
        SquareGroup("Påtaglig risk för missförhållande", 3),
        SquareGroup("Inget missförhållande eller ingen utredning", 7),
    ),
)
FEEDBACK = SmallLines(
    YEARS,
    "klagomål",
    "positiva synpunkter",
    tuple(LinePanel(name, bad, good) for name, (bad, good) in COMPLAINTS.items()),
)
UNITS = Bars(
    "2023",
    "2022",
    "avvikelser",
    Measured.COUNT,
    tuple(BarRow(name, row[3], row[2]) for name, row in DEVIATIONS.items()),
)
KINDS = Slope(
    "2022",
    "2023",
    "klagomål",
    Measured.COUNT,
    tuple(SlopeLine(name, bad[2], bad[3]) for name, (bad, _) in COMPLAINTS.items()),
)


def chart(number: int, name: str, title: str, counts: str, data: ChartData) -> Chart:
    return Chart(name, f"Figur {number}", title, counts, alt_text(data), reading(data), data)


CHARTS = {
    "deadlines": chart(
        1,
        "deadlines",
        "Barn och unga: försenade ärenden, 2023",
        "Antal anmälningar och ansökningar per "
        "månad, antal avslutade utredningar per kvartal, och andelen över tidsgränsen.",
        DEADLINES,
    ),
    "focus": chart(
        2,
        "focus",
        "Egenkontroller med jämförbart resultat, 2022 och 2023",
        "Andel granskade ärenden eller "
        "svarande som uppfyller kravet. Ljus stapel: 95\u202f% intervall där resultatet bygger på urval.",
        FOCUS,
    ),
    "outcomes": chart(
        3,
        "outcomes",
        "Vad de 20 lex Sarah-rapporterna ledde till, 2023",
        "Antal rapporter efter beslut. En ruta är en rapport.",
        OUTCOMES,
    ),
    "units": chart(
        4,
        "units",
        "Övriga avvikelser per enhet, 2022 och 2023",
        "Antal inkomna avvikelser under året; lex Sarah ingår inte.",
        UNITS,
    ),
    "feedback": chart(
        5,
        "feedback",
        "Klagomål och positiva synpunkter efter typ, 2020–2023",
        "Antal inkomna under året. "
        "Heldragen linje: klagomål. Streckad linje: positiva synpunkter. Samma skala i alla rutor.",
        FEEDBACK,
    ),
    "kinds": chart(
        6, "kinds", "Klagomål efter typ, 2022 och 2023", "Antal inkomna klagomål, en gång var och på en typ.", KINDS
    ),
}
