"""The report as an accessible PDF (PDF/A-2a and PDF/UA-1), typeset by Typst from data."""

import json
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path

import typst

from varvet.insight.annual_report import characters, typefaces
from varvet.insight.annual_report.drawings import WIDTH, Drawings, Look
from varvet.insight.annual_report.renderers.pdf.row_headers import mark_row_headers
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

TEMPLATE = Path(__file__).parent / "template.typ"
MAKES_SAME_BYTES = (
    946684800  # 1 January 2000: a PDF wants a date of making, and the report's own dates stand on its cover
)


def render(report: Report, drawings: Drawings) -> bytes:
    """A missing alt text or a skipped heading level fails here, on purpose."""
    report = characters.for_print(report)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copy(TEMPLATE, root / "template.typ")
        for number, chart in enumerate(report.charts):
            (root / f"chart-{number}.svg").write_text(drawings.get(chart, Look.PRINT).svg, "utf-8")
        (root / "report.json").write_text(json.dumps(as_data(report), ensure_ascii=False), "utf-8")
        out = root / "report.pdf"
        compiler = typst.Compiler(root=root, font_paths=[typefaces.FOLDER], ignore_system_fonts=True)
        compiler.compile(
            root / "template.typ", output=out, format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=MAKES_SAME_BYTES
        )
        return mark_row_headers(out.read_bytes())


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
