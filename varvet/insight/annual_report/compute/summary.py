"""The page most people read: a few sentences, a few figures with the year before, and one overview."""

from collections.abc import Callable
from typing import Any

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.compute import notes
from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.compute.figures import figure
from varvet.insight.annual_report.compute.words import text_of
from varvet.insight.annual_report.value import Cell, Column, KeyFigure, Row, Span, Summary, Table, Text

SENTENCES = "sammanfattning"
TO_WRITE = "Skriv tre meningar: det viktigaste som hänt, det som blev bättre och det som behöver utvecklas."


def summary_of(context: Context, label_of: Callable[[str], str]) -> Summary:
    """Sentences stand one to a line. Each focus area has its own two texts: what got better, what needs work."""
    written = context.texts.get(SENTENCES, "").splitlines() or [TO_WRITE]
    sentences: tuple[Text, ...] = tuple(text_of(line.strip(), context, label_of) for line in written if line.strip())
    figures = tuple(_key_figure(options, context) for options in context.template.key_figures)
    return Summary(sentences, figures, _overview(context))


def _key_figure(options: dict[str, Any], context: Context) -> KeyFigure:
    said, ref = figure(options["figure"], context)
    before, _ = figure(options["before"], context)
    compare = notes.with_years(options["compare"], context)
    return KeyFigure(
        value=_short(said),
        label=options["label"],
        compare=f"{compare}: {_short(before)}",
        counts=options["counts"],
        ref=ref,
    )


def _short(said: str) -> str:
    return said.replace(f"{formats.NO_BREAK}procent", f"{formats.NARROW}%")


def _overview(context: Context) -> Table | None:
    rows = [
        Row(
            (
                Cell(context.quality_areas[area], sub=f"Område {area}"),
                Cell(context.texts.get(f"battre-{area.lower()}", formats.DASH)),
                Cell(context.texts.get(f"utvecklas-{area.lower()}", formats.DASH)),
            )
        )
        for area in context.focus_areas
        if area in context.quality_areas
    ]
    if not rows:
        return None
    columns = (
        Column("row", "Område", "47mm"),
        Column("battre", "Blev bättre"),
        Column("utvecklas", "Behöver utvecklas"),
    )
    return Table(
        id="oversikt",
        label="Översikt",
        title="Bedömning av årets fokusområden",
        counts="Egen bedömning utifrån årets resultat.",
        columns=columns,
        rows=tuple(rows),
        span=Span.FULL,
    )
