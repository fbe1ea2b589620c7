"""The sample report's tables: Bromma's published figures for 2023, sums computed from the rows."""

from collections.abc import Mapping, Sequence

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.chart_data import Measured
from varvet.insight.annual_report.tests.sample.charts import COMPLAINTS, DEVIATIONS, YEARS
from varvet.insight.annual_report.tests.sample.figures import (
    AREAS,
    CHECKS,
    DEFINITIONS,
    EVENTS,
    IMPROVEMENTS,
    LEX_SARAH,
    Check,
)
from varvet.insight.annual_report.value import Align, Cell, Column, FigureRef, Role, Row, Span, Table


def words(key: str, label: str, width: str = "1fr") -> Column:
    return Column(key, label, width)


def counts(key: str, label: str, width: str = "15mm") -> Column:
    return Column(key, label, width, Align.RIGHT, Measured.COUNT)


def count(number: int, query: str = "") -> Cell:
    return Cell(formats.integer(number), value=number, ref=FigureRef(query) if query else None)


def percent(number: float | None) -> Cell:
    return Cell(formats.DASH) if number is None else Cell(formats.percent(number), value=number)


def said(*texts: str) -> Row:
    return Row(tuple(Cell(text) for text in texts))


def by_year(name: str, number: int, title: str, counted: str, rows: Mapping[str, Sequence[int]]) -> Table:
    sums = [sum(row[i] for row in rows.values()) for i in range(len(YEARS))]
    body = [
        Row((Cell(kind), *[count(n, f"{name}:{kind}:{y}") for n, y in zip(row, YEARS, strict=True)]))
        for kind, row in rows.items()
    ]
    total = Row((Cell("Totalt"), *[count(n) for n in sums]), Role.TOTAL)
    columns = (words("name", "Enhet" if name == "deviations" else "Typ"), *[counts(y, y) for y in YEARS])
    return Table(
        name, f"Tabell {number}", title, counted, columns, (*body, total), totals=tuple(zip(YEARS, sums, strict=True))
    )


def lex_sarah() -> Table:
    columns = (
        words("year", "År"),
        counts("own", "Rapporter, egen\u00a0regi", "24mm"),
        counts("own_opened", "Utredningar, egen\u00a0regi", "26mm"),
        counts("other", "Rapporter, enskild\u00a0regi", "25mm"),
        counts("other_opened", "Utredningar, enskild\u00a0regi", "26mm"),
    )
    rows = tuple(Row((Cell(year), *map(count, row))) for year, row in LEX_SARAH.items())
    return Table(
        "lexsarah",
        "Tabell 3",
        "Rapporter och utredningar enligt lex Sarah, 2020–2023",
        "Antal inkomna rapporter och inledda utredningar, efter det år rapporten kom in.",
        columns,
        rows,
    )


def pair(now: int, before: int) -> Cell:
    return Cell(formats.with_previous(now, before), value=now, previous=before)


def events() -> Table:
    keys = [*AREAS.values(), "total"]
    columns = (
        words("kind", "Typ av händelse"),
        *[
            Column(key, label, "17mm" if key == "total" else "20mm", Align.RIGHT, Measured.COUNT, "2022")
            for key, label in zip(keys, [*AREAS, "Totalt"], strict=True)
        ],
    )
    rows = [
        Row((Cell(kind), *map(pair, now, before), pair(sum(now), sum(before))))
        for kind, (now, before) in EVENTS.items()
    ]
    now, before = (
        [sum(column) for column in zip(*[pairs[i] for pairs in EVENTS.values()], strict=True)] for i in (0, 1)
    )
    total = Row((Cell("Totalt"), *map(pair, now, before), pair(sum(now), sum(before))), Role.TOTAL)
    return Table(
        "events",
        "Tabell 4",
        "Rapporterade händelser enligt lex Sarah, 2023 (2022)",
        "Antal rapporter efter typ av händelse och verksamhetsområde. Inom parentes: 2022.",
        columns,
        (*rows, total),
        ("Ekonomiskt bistånd 2022: källan skriver kolumnens summa (0), raderna ger (2).",),
        Span.FULL,
        tuple(zip(keys, [*now, sum(now)], strict=True)),
    )


def check(row: Check) -> Row:
    name, unit, hits, sample, share, before, interval, other = row
    counted = formats.HIDDEN if hits is None else f"{hits} av {sample}"
    return Row((Cell(name, unit), Cell(counted), percent(share), percent(before), Cell(interval), Cell(other)))


def checks() -> Table:
    columns = (
        words("check", "Egenkontroll och enhet", "53mm"),
        Column("met", "Uppfyllt", "19mm", Align.RIGHT),
        Column("share", "Andel", "13mm", Align.RIGHT, Measured.PERCENT),
        Column("before", "2022", "14mm", Align.RIGHT, Measured.PERCENT),
        Column("interval", "Intervall", "18mm", Align.RIGHT),
        words("said", "Med andra ord"),
    )
    return Table(
        "checks",
        "Tabell 2",
        "Egenkontroller, 2023",
        "Antal granskade ärenden eller svarande som uppfyller kravet, av alla granskade. Intervall: 95\u202f%.",
        columns,
        tuple(check(row) for row in CHECKS),
        ("Får bestämma: brukarenkät hösten 2023. Servicebostad redovisas inte per kön (..): svaren är för få.",),
        Span.FULL,
    )


def improvements() -> Table:
    columns = (
        words("what", "Förbättring"),
        words("unit", "Enhet", "37mm"),
        words("state", "Läge", "20mm"),
        words("effect", "Effekt", "45mm"),
    )
    return Table(
        "improvements",
        "Tabell 8",
        "Förbättringar och deras effekt, läget 31 december 2023",
        "Antal beslutade förbättringar som har följts upp under året. Effekt: bedömd mot senaste mätning.",
        columns,
        tuple(said(*row) for row in IMPROVEMENTS),
        ("– betyder att effekten ännu inte har mätts.",),
        Span.FULL,
    )


def definitions() -> Table:
    return Table(
        "definitions",
        "Tabell 9",
        "Begrepp i berättelsen",
        "Så används orden här.",
        (words("term", "Begrepp", "34mm"), words("meaning", "Betyder här")),
        tuple(said(*row) for row in DEFINITIONS),
        span=Span.FULL,
    )


def focus_areas() -> Table:
    rows = (
        ("A\u2002En rättssäker och säker verksamhet", "2023"),
        ("B\u2002En individanpassad verksamhet", "–"),
        ("E\u2002Rätt till delaktighet, självbestämmande och integritet", "2023"),
        ("H\u2002Effektiva och samordnade processer", "2023"),
    )
    return Table(
        "areas",
        "Tabell 1",
        "Kvalitetsområden",
        "Områden som ledningsgruppen valde som fokus 2023.",
        (words("area", "Kvalitetsområde"), words("focus", "Fokus", "28mm")),
        tuple(said(*row) for row in rows),
    )


def overview() -> Table:
    rows = (
        (
            "En rättssäker och säker verksamhet",
            "Område A",
            "Bedömningar och utredningar för barn och unga blir klara i tid.",
            "Utredningstiden för vuxna med funktionsnedsättning eller beroende.",
        ),
        (
            "Rätt till delaktighet, självbestämmande och integritet",
            "Område E",
            "Fler i daglig verksamhet får bestämma om det som är viktigt.",
            "Självbestämmandet i servicebostäder.",
        ),
        (
            "Effektiva och samordnade processer",
            "Område H",
            "Samverkan mellan grupper når målet.",
            "Gemensam uppföljning mellan beställare och utförare.",
        ),
    )
    return Table(
        "overview",
        "Översikt",
        "Bedömning av årets tre fokusområden",
        "Avdelningens egen bedömning utifrån årets resultat.",
        (words("area", "Område", "47mm"), words("better", "Blev bättre"), words("work", "Behöver utvecklas")),
        tuple(Row((Cell(a, b), Cell(c), Cell(d))) for a, b, c, d in rows),
        span=Span.FULL,
    )


TABLES = {
    table.id: table
    for table in (
        focus_areas(),
        checks(),
        lex_sarah(),
        events(),
        improvements(),
        definitions(),
        by_year(
            "deviations",
            5,
            "Övriga avvikelser per enhet, 2020–2023",
            "Antal inkomna avvikelser under året; lex Sarah ingår inte.",
            DEVIATIONS,
        ),
        by_year(
            "complaints",
            6,
            "Inkomna klagomål, 2020–2023",
            "Antal inkomna klagomål under året, en gång var och på en typ.",
            {kind: bad for kind, (bad, _) in COMPLAINTS.items()},
        ),
        by_year(
            "praise",
            7,
            "Inkomna positiva synpunkter, 2020–2023",
            "Antal inkomna positiva synpunkter under året, en gång var och på en typ.",
            {kind: good for kind, (_, good) in COMPLAINTS.items()},
        ),
    )
}
