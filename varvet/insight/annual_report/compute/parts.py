"""The report's other tables: quality areas, improvements, terms, how things are counted, where the print is wrong."""

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.value import Cell, Column, Row, Span, Table
from varvet.kernel.records.registry import ReportLine, get_measure, list_registers

SINCE = "improvements since last year"
NOT_YET = "– betyder att effekten ännu inte har mätts."


def words_row(*texts: str) -> Row:
    return Row(tuple(Cell(text) for text in texts))


def areas(context: Context, label: str) -> Table:
    rows = [
        words_row(f"{code}\u2002{name}", str(context.year) if code in context.focus_areas else formats.DASH)
        for code, name in context.quality_areas.items()
    ]
    return Table(
        id="kvalitetsomraden",
        label=label,
        title="Kvalitetsområdena",
        counts=f"Områden som är i fokus {context.year}.",
        columns=(Column("row", "Kvalitetsområde"), Column("fokus", "Fokus", "28mm")),
        rows=tuple(rows),
    )


def improvements(context: Context, label: str) -> Table:
    """Every improvement that was decided, under way or carried out during the year, with what it gave."""
    first = context.period().first
    lines = [line for line in improvement_lines(context) if line.left_on is None or line.left_on >= first]
    rows = [words_row(line.title, line.unit_name, line.state, line.result) for line in lines]
    columns = (
        Column("row", "Förbättring"),
        Column("enhet", "Enhet", "37mm"),
        Column("lage", "Läge", "20mm"),
        Column("effekt", "Effekt", "45mm"),
    )
    return Table(
        id="forbattringar",
        label=label,
        title=f"Förbättringar och deras effekt, {context.year}",
        counts="Förbättringar som har beslutats, pågått eller genomförts under året.",
        columns=columns,
        rows=tuple(rows),
        notes=(NOT_YET,),
        span=Span.FULL,
    )


def not_done(context: Context, label: str) -> Table:
    """Planned self-checks that nobody carried out, with the reason: a gap is shown, never left out."""
    lines = [line for line in lines_from("self_checks", context) if line.state == "Inte genomförd"]
    columns = (Column("row", "Egenkontroll"), Column("enhet", "Enhet", "45mm"), Column("varfor", "Varför", "60mm"))
    return Table(
        id="ej-genomforda",
        label=label,
        title=f"Planerade egenkontroller som inte har genomförts, {context.year}",
        counts="Egenkontroller i årets plan utan resultat, med skäl.",
        columns=columns,
        rows=tuple(words_row(line.title, line.unit_name, line.result) for line in lines),
        span=Span.FULL,
    )


def lines_from(kind: str, context: Context) -> list[ReportLine]:
    """A register's lines of the year, asked for once a report."""
    if kind not in context.lines:
        period = context.period()
        asked = [r.report_lines for r in list_registers() if r.kind == kind and r.report_lines]
        context.lines[kind] = [line for ask in asked for line in ask(context.root, period.first, period.last)]
    return context.lines[kind]


def improvement_lines(context: Context) -> list[ReportLine]:
    """Of last year and this, as they stand when this year ends: asked for once a report."""
    if SINCE not in context.lines:
        first, last = context.period(-1).first, context.period().last
        asked = [card.report_lines for card in list_registers() if card.kind == "improvements" and card.report_lines]
        context.lines[SINCE] = [line for ask in asked for line in ask(context.root, first, last)]
    return context.lines[SINCE]


def definitions(context: Context, label: str) -> Table:
    return Table(
        id="begrepp",
        label=label,
        title="Begrepp i berättelsen",
        counts="Så används orden här.",
        columns=(Column("row", "Begrepp", "34mm"), Column("betyder", "Betyder här")),
        rows=tuple(words_row(term, meaning) for term, meaning in context.template.definitions),
        span=Span.FULL,
    )


def measures(label: str, used: list[str]) -> Table:
    """Every measure the report uses, with what it counts and what a missing figure means."""
    found = [get_measure(code) for code in dict.fromkeys(used)]
    columns = (Column("row", "Siffra", "47mm"), Column("raknar", "Räknar"), Column("saknas", "När inget finns", "52mm"))
    return Table(
        id="matt",
        label=label,
        title="Så har vi räknat",
        counts="En rad för varje mått i berättelsen.",
        columns=columns,
        rows=tuple(words_row(m.label, m.counts, m.missing) for m in found),
        span=Span.FULL,
    )


def remarks(context: Context, label: str) -> Table:
    columns = (Column("row", "Uppgift", "43mm"), Column("kallan", "Källan skriver", "50mm"), Column("har", "Här"))
    return Table(
        id="kallan",
        label=label,
        title="Skillnader mellan den tryckta källan och denna berättelse",
        counts="Ställen där källans siffror inte går ihop.",
        columns=columns,
        rows=tuple(words_row(r.subject, r.says, r.here) for r in context.remarks),
        span=Span.FULL,
    )
