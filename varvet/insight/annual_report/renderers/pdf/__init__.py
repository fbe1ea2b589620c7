"""The report as an accessible PDF (PDF/A-2a and PDF/UA-1), typeset by Typst from data."""

from dataclasses import asdict
from pathlib import Path

from varvet.insight.annual_report.drawings import WIDTH, Drawings, Look
from varvet.insight.annual_report.value import (
    Block,
    Bullets,
    Chart,
    Heading,
    Report,
    Run,
    Summary,
    Table,
    Text,
    Writing,
)
from varvet.kernel.paper import characters
from varvet.kernel.paper.pdf.typesetting import typeset

TEMPLATE = Path(__file__).parent / "template.typ"


def render(report: Report, drawings: Drawings) -> bytes:
    """A missing alt text or a skipped heading level fails here, on purpose."""
    report = characters.for_print(report)
    pictures = {
        f"chart-{number}.svg": drawings.get(chart, Look.PRINT).svg for number, chart in enumerate(report.charts)
    }
    return typeset(TEMPLATE, as_data(report), pictures)


def as_data(report: Report) -> dict[str, object]:
    """What the template reads. Strings are only ever inserted as text there, never evaluated."""
    files = {chart.id: f"chart-{number}.svg" for number, chart in enumerate(report.charts)}
    targets = [block.id for block in report.blocks if isinstance(block, Heading | Table | Chart)]
    return {
        "meta": {**asdict(report.meta), "whose": report.meta.whose},
        "summary": None if report.summary is None else summary(report.summary, targets),
        "blocks": [part(block, files, targets) for block in report.blocks],
    }


def summary(said: Summary, targets: list[str]) -> dict[str, object]:
    return {
        "sentences": [runs(sentence.runs, targets) for sentence in said.sentences],
        "figures": [asdict(figure) for figure in said.figures],
        "overview": None if said.overview is None else asdict(said.overview),
    }


def runs(items: tuple[Run, ...], targets: list[str]) -> list[dict[str, str | None]]:
    """A reference to something that is not in this report becomes plain text."""
    return [{"text": run.text, "note": run.note, "to": run.to if run.to in targets else None} for run in items]


def part(block: Block, files: dict[str, str], targets: list[str]) -> dict[str, object]:
    match block:
        case Text():
            return {"kind": "text", "runs": runs(block.runs, targets)}
        case Bullets():
            return {"kind": "list", "items": [runs(item.runs, targets) for item in block.items]}
        case Chart():
            shown = {"id": block.id, "label": block.label, "title": block.title, "counts": block.counts}
            said = {
                "alt": block.alt,
                "reading": block.reading,
                "notes": block.notes,
                "file": files[block.id],
                "width": WIDTH[Look.PRINT],
            }
            return {"kind": "chart", **shown, **said}
        case Heading() | Table() | Writing():
            return {"kind": type(block).__name__.lower(), **asdict(block)}
