"""A whole report as one value: Bromma's quality report for 2023, shortened."""

from varvet.insight.annual_report.tests.sample.charts import CHARTS
from varvet.insight.annual_report.tests.sample.tables import TABLES, overview
from varvet.insight.annual_report.value import (
    Block,
    Bullets,
    FigureRef,
    Heading,
    KeyFigure,
    Meta,
    Report,
    Run,
    Summary,
    Text,
    Writing,
)

META = Meta(
    title="Kvalitetsberättelse 2023",
    subtitle="Avdelning socialtjänst och fritid",
    organisation="Bromma stadsdelsförvaltning",
    owner="Stockholms stad",
    period="1 januari–31 december 2023",
    year=2023,
    root="bromma",
    template="stockholm",
    facts=(
        ("Till", "Bromma stadsdelsnämnd"),
        ("Avser", "1 januari–31 december 2023"),
        ("Siffrorna låsta", "21 november 2026, kl. 23.00"),
        ("Status", "Provtryck med publicerade uppgifter, inte en beslutad handling"),
    ),
    colophon="Framställd med Varvet ur låsta siffror. Samma siffror i PDF och Word.",
)
COUNTED = (
    "Räknas: anmälningar och ansökningar som kom in under månaden. Försenad är en bedömning som tog längre tid "
    "än 14 dagar från det att anmälan kom in."
)
BY_YEAR = "Räknas: rapporter efter det år de kom in, en gång var."


def text(*parts: str | Run) -> Text:
    return Text(tuple(part if isinstance(part, Run) else Run(part) for part in parts))


def figure(words: str, query: str) -> Run:
    return Run(words, figure=FigureRef(query))


SUMMARY = Summary(
    sentences=(
        text(
            "För barn och unga sjönk andelen försenade förhandsbedömningar från 76\u00a0procent"
            " i mars till 0\u00a0procent i september."
        ),
        text(
            "Avdelningen tog emot ",
            figure("20 lex Sarah-rapporter", "reports"),
            " i egen regi, åtta färre än 2022, och 14 gällde rättssäkerhet.",
        ),
        text("Klagomålen på bemötande ökade från 13 till 34, och rättssäkerhet är i fokus även 2024."),
    ),
    figures=(
        KeyFigure(
            "0\u202f%", "försenade bedömningar i september", "mars: 76\u202f%", "andel över 14 dagar, barn och unga"
        ),
        KeyFigure(
            "20", "lex Sarah-rapporter under året", "2022: 28", "inkomna rapporter i egen regi", FigureRef("reports")
        ),
        KeyFigure("138", "klagomål under året", "2022: 128", "inkomna klagomål, alla enheter"),
    ),
    overview=overview(),
)
BLOCKS: tuple[Block, ...] = (
    Heading(1, "1", "Om berättelsen", "section-1", new_page=True),
    text(
        "Kvalitetsberättelsen ger en samlad bild av kvaliteten i avdelningens verksamhet under 2023. Den visar hur "
        "kvaliteten har utvecklats och säkrats, vilka åtgärder som har gjorts och vad de gav."
    ),
    TABLES["areas"],
    Heading(2, "1.1", "Så läser du tabellerna", "section-1-1"),
    text(
        "Under varje rubrik står vad siffrorna räknar. I tabellerna betyder 0 att något har räknats och inte förekom, "
        "– att det inte har mätts och .. att uppgiften är dold eller för osäker för att visas."
    ),
    Heading(1, "2", "En rättssäker och säker verksamhet (A)", "section-2", new_page=True),
    text(
        "Enheten för barn och unga började året med ett högt inflöde och för få i tjänst. I mars hade tre av fyra "
        "förhandsbedömningar passerat gränsen på 14\u00a0dagar.",
        Run("", note=COUNTED),
        " I september var ingen bedömning försenad (",
        Run("figur 1", to="deadlines"),
        ").",
    ),
    CHARTS["deadlines"],
    text(
        "Även utredningarna går snabbare. Andelen som tog längre tid än fyra månader sjönk från 30\u00a0procent första "
        "kvartalet till 12\u00a0procent det tredje."
    ),
    Heading(2, "2.1", "Egenkontroller", "section-2-1"),
    text(
        Run("Tabell 2", to="checks"),
        " visar de egenkontroller som gav ett resultat i tal. Ett urval ger aldrig ett exakt svar.",
    ),
    TABLES["checks"],
    CHARTS["focus"],
    Writing("writing-2", "Vad beror skillnaden mellan kvinnor och män på, och vad gör ni åt den?"),
    Heading(1, "3", "Avvikelser, klagomål och synpunkter", "section-3", new_page=True),
    Heading(2, "3.1", "Lex Sarah", "section-3-1"),
    text(
        "Under 2023 kom ",
        figure("20 rapporter", "reports"),
        " in, alla i egen regi, och 18 ledde till utredning.",
        Run("", note=BY_YEAR),
        " Färre rapporter betyder inte i sig bättre kvalitet.",
    ),
    TABLES["lexsarah"],
    TABLES["events"],
    CHARTS["outcomes"],
    Heading(2, "3.2", "Övriga avvikelser", "section-3-2"),
    text("Antalet avvikelser föll från 1\u202f338 till 465. Nästan hela fallet är en fråga om hur man räknar."),
    CHARTS["units"],
    TABLES["deviations"],
    Heading(2, "3.3", "Klagomål och positiva synpunkter", "section-3-3"),
    text("Det kom in 138 klagomål och 180 positiva synpunkter. Bemötande är den vanligaste typen av klagomål."),
    CHARTS["feedback"],
    CHARTS["kinds"],
    TABLES["complaints"],
    TABLES["praise"],
    Heading(1, "4", "Förbättringar och vad de gav", "section-4"),
    text(
        "Avdelningen följer varje förbättring tills effekten är bedömd. ",
        Run("Tabell 8", to="improvements"),
        " visar läget vid årets slut.",
    ),
    TABLES["improvements"],
    Heading(2, "4.1", "Inriktning för 2024", "section-4-1"),
    text("Avdelningen ska också:"),
    Bullets(
        (
            text("genomföra alla planerade egenkontroller, med tillräckliga urval"),
            text("lyfta avvikelser och lex Sarah på varje arbetsplatsträff"),
        )
    ),
    Heading(1, "Bilaga A", "Begrepp och räknesätt", "section-A", new_page=True),
    TABLES["definitions"],
)
REPORT = Report(META, SUMMARY, BLOCKS)
