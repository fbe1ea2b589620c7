"""The risk picture of the year: each scored risk as it stood when the year ended, before and after what was done."""

from collections.abc import Iterator

from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.compute.parts import lines_from, words_row
from varvet.insight.annual_report.value import Column, Span, Table

KIND = "risks"
COLUMNS = (
    Column("row", "Risk"),
    Column("enhet", "Enhet", "45mm"),
    Column("risktal", "Risktal", "40mm"),
    Column("niva", "Nivå", "22mm"),
)


def blocks_of(context: Context) -> Iterator[Table]:
    """Nothing where nothing is scored, so that a report from before the register is as it was. It has no number."""
    lines = lines_from(KIND, context)
    if lines:
        yield Table(
            id="riskbild",
            label="Riskbild",
            title=f"Risker vid slutet av {context.year}, de högsta först",
            counts="Konsekvens gånger sannolikhet. 1–7 är låg, 8–14 medel och 15–25 hög risk.",
            columns=COLUMNS,
            rows=tuple(words_row(line.title, line.unit_name, line.result, line.state) for line in lines),
            span=Span.FULL,
        )
