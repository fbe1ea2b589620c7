"""The report as JSON: raw numbers for machines, null where nothing was measured or shown."""

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from varvet.insight.annual_report.chart_data import Measured
from varvet.insight.annual_report.chart_tables import as_table
from varvet.insight.annual_report.value import Block, Bullets, Cell, Chart, Column, Heading, Report, Table, Text, Writing

if TYPE_CHECKING:
    from varvet.insight.annual_report.charts import Drawings

Json: TypeAlias = "str | int | float | None | Mapping[str, Json] | Sequence[Json]"


def render(report: Report, drawings: "Drawings | None" = None) -> bytes:
    """The same report gives the same bytes."""
    return (json.dumps(as_json(report), ensure_ascii=False, indent=1) + "\n").encode()


def as_json(report: Report) -> dict[str, Json]:
    meta = report.meta
    said: dict[str, Json] = {
        "title": meta.title, "subtitle": meta.subtitle, "organisation": meta.organisation, "owner": meta.owner,
        "period": meta.period, "year": meta.year, "root": meta.root, "template": meta.template,
        "facts": [{"name": name, "value": value} for name, value in meta.facts], "colophon": meta.colophon,
    }  # fmt: skip
    return {
        "meta": said,
        "summary": summary_of(report),
        "sections": [block for block in map(section_of, report.blocks) if block is not None],
        "tables": [table_of(table) for table in report.tables],
        "charts": [chart_of(chart) for chart in report.charts],
    }


def summary_of(report: Report) -> Json:
    if report.summary is None:
        return None
    figures: list[Json] = [{"value": k.value, "label": k.label, "compare": k.compare, "counts": k.counts}
                           for k in report.summary.figures]  # fmt: skip
    return {"sentences": [sentence.plain for sentence in report.summary.sentences], "figures": figures}


def section_of(block: Block) -> Json:
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "number": block.number, "text": block.text, "id": block.id}
        case Text():
            return {"kind": "text", "text": block.plain, "notes": [run.note for run in block.runs if run.note]}
        case Bullets():
            return {"kind": "list", "items": [item.plain for item in block.items]}
        case Writing():
            return {"kind": "to_be_written", "id": block.id, "prompt": block.prompt}
        case Table():
            return {"kind": "table", "id": block.id}
        case Chart():
            return {"kind": "chart", "id": block.id}


def caption(item: Table | Chart) -> str:
    return f"{item.label} {item.title}"


def row_labels(table: Table) -> list[str]:
    """The name of each row, told apart by its second line, and by a number where that is the same too."""
    labels: list[str] = []
    names = [row.name.text.replace("\u00ad", "") for row in table.rows]
    for name, row in zip(names, table.rows, strict=True):
        label = f"{name}, {row.name.sub}" if row.name.sub and names.count(name) > 1 else name
        same = sum(other == label or other.startswith(f"{label} (") for other in labels)
        labels.append(f"{label} ({same + 1})" if same else label)
    return labels


def raw(cell: Cell, column: Column) -> Json:
    """Words stay words, and a figure that is only written (a range, 'alla') stays as written."""
    if cell.value is not None:
        return cell.value
    return cell.text if column.measured is Measured.WORDS else None


def table_of(table: Table) -> Json:
    columns = table.columns[1:]
    body = [(label, row) for label, row in zip(row_labels(table), table.rows, strict=True) if row.role == "body"]
    said: dict[str, Json] = {
        "id": table.id, "caption": caption(table), "counts": table.counts, "columns": [c.key for c in columns],
        "column_labels": [c.label.replace("\u00ad", "") for c in columns],
        "rows": {label: [raw(cell, c) for cell, c in zip(row.cells[1:], columns, strict=True)] for label, row in body},
        "totals": dict(table.totals), "notes": list(table.notes),
    }  # fmt: skip
    if any(column.previous_label for column in columns):
        said["previous"] = {label: [cell.previous for cell in row.cells[1:]] for label, row in body}
    return said


def chart_of(chart: Chart) -> Json:
    return {"id": chart.id, "caption": caption(chart), "counts": chart.counts, "reading": chart.reading,
            "alt": chart.alt, "notes": list(chart.notes), "data": table_of(as_table(chart))}  # fmt: skip
