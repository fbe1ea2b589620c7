"""The page most people read: a few sentences, a few figures with the year before, and one overview."""

from collections.abc import Callable

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.compute import notes
from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.compute.figures import figure
from varvet.insight.annual_report.compute.spec import KeyFigureSpec
from varvet.insight.annual_report.compute.words import text_of
from varvet.insight.annual_report.value import Cell, Column, KeyFigure, Row, Span, Summary, Table, Text

SENTENCES = "sammanfattning"
TO_WRITE = "Skriv tre meningar: det viktigaste som hänt, det som blev bättre och det som behöver utvecklas."


def summary_of(context: Context, label_of: Callable[[str], str]) -> Summary:
    """Sentences stand one to a line. Each focus area has its own two texts: what got better, what needs work."""
    written = context.texts.get(SENTENCES, "").splitlines() or [TO_WRITE]
    sentences: tuple[Text, ...] = tuple(text_of(line.strip(), context, label_of) for line in written if line.strip())
    figures = tuple(_key_figure(spec, context) for spec in context.template.key_figures)
    return Summary(sentences, figures, _overview(context, label_of))


def _key_figure(spec: KeyFigureSpec, context: Context) -> KeyFigure:
    said, ref = figure(spec.figure, context)
    before, _ = figure(spec.before, context)
    compare = notes.with_years(spec.compare, context)
    return KeyFigure(
        value=_short(said),
        label=spec.label,
        compare=f"{compare}: {_short(before)}",
        counts=spec.counts,
        ref=ref,
    )


def _short(said: str) -> str:
    return said.replace(f"{formats.NO_BREAK}procent", f"{formats.NARROW}%")


def _overview(context: Context, label_of: Callable[[str], str]) -> Table | None:
    def judged(place: str) -> Cell:
        written = context.texts.get(place)
        return Cell(text_of(written, context, label_of).plain if written else formats.DASH)

    rows = [
        Row(
            (
                Cell(context.quality_areas[area], sub=f"Område {area}"),
                judged(f"battre-{area.lower()}"),
                judged(f"utvecklas-{area.lower()}"),
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
