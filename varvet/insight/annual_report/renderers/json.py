"""The report as JSON: raw numbers for machines, null where nothing was measured or shown."""

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from varvet.insight.annual_report.chart_data import Measured
from varvet.insight.annual_report.chart_tables import as_table
from varvet.insight.annual_report.value import (
    Block,
    Bullets,
    Cell,
    Chart,
    Column,
    Heading,
    Report,
    Row,
    Table,
    Text,
    Writing,
)  # fmt: skip

if TYPE_CHECKING:
    from varvet.insight.annual_report.drawings import Drawings

Json: TypeAlias = "str | int | float | Mapping[str, Json] | Sequence[Json] | None"


def render(report: Report, _drawings: "Drawings | None" = None) -> bytes:
    """The same report gives the same bytes."""
    return (json.dumps(as_json(report), ensure_ascii=False, indent=1) + "\n").encode()


def as_json(report: Report) -> dict[str, Json]:
    meta = report.meta
    said: dict[str, Json] = {
        "title": meta.title,
        "subtitle": meta.subtitle,
        "organisation": meta.organisation,
        "owner": meta.owner,
        "period": meta.period,
        "year": meta.year,
        "root": meta.root,
        "template": meta.template,
        "facts": [{"name": name, "value": value} for name, value in meta.facts],
        "colophon": meta.colophon,
    }
    return {
        "meta": said,
        "summary": summary_of(report),
        "sections": [block for block in map(section_of, report.blocks) if block is not None],
        "tables": [said for table in report.tables for said in tables_of(table)],
        "charts": [chart_of(chart) for chart in report.charts],
    }


def summary_of(report: Report) -> Json:
    if report.summary is None:
        return None
    figures: list[Json] = [
        {"value": k.value, "label": k.label, "compare": k.compare, "counts": k.counts} for k in report.summary.figures
    ]
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
    names = [row.key or row.name.text.replace("\u00ad", "") for row in table.rows]
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


def tables_of(table: Table) -> list[Json]:
    """The table, and where its cells carry the year before also that year's, with the year in its id."""
    years = {column.previous_label for column in table.columns if column.previous_label}
    return [table_of(table), *(previous_of(table, year) for year in sorted(years))]


def table_of(table: Table) -> Json:
    columns = [c for c in table.columns[1:] if not c.sums_row]
    rows = {
        label: [raw(cell, column) for cell, column in cells_of(table, row)]
        for label, row in zip(row_labels(table), table.rows, strict=True)
        if row.role == "body"
    }
    return {
        "id": table.id, "caption": caption(table), "counts": table.counts, "columns": [c.key for c in columns],
        "column_labels": [c.label.replace("\u00ad", "") for c in columns],
        "rows": rows, "totals": dict(table.totals), "notes": list(table.notes),
    }  # fmt: skip


def previous_of(table: Table, year: str) -> Json:
    """The year before, read from the same cells, with its own totals."""
    columns = [c for c in table.columns[1:] if not c.sums_row]
    rows = {
        label: [cell.previous for cell, _ in cells_of(table, row)]
        for label, row in zip(row_labels(table), table.rows, strict=True)
        if row.role == "body"
    }
    sums = [sum(line[n] or 0 for line in rows.values()) for n in range(len(columns))]
    totals: dict[str, Json] = {c.key: total for c, total in zip(columns, sums, strict=True)}
    if any(c.sums_row for c in table.columns):
        totals["Totalt"] = sum(sums)
    return {
        "id": f"{table.id}_{year}", "caption": f"{caption(table)}: {year}", "counts": table.counts,
        "columns": [c.key for c in columns], "column_labels": [c.label.replace("\u00ad", "") for c in columns],
        "rows": rows, "totals": totals, "notes": [],
    }  # fmt: skip


def cells_of(table: Table, row: Row) -> list[tuple[Cell, Column]]:
    """The row's figures with their columns, its name and its own total left out."""
    pairs = zip(row.cells[1:], table.columns[1:], strict=True)
    return [(cell, column) for cell, column in pairs if not column.sums_row]


def chart_of(chart: Chart) -> Json:
    return {
        "id": chart.id,
        "caption": caption(chart),
        "counts": chart.counts,
        "reading": chart.reading,
        "alt": chart.alt,
        "notes": list(chart.notes),
        "data": table_of(as_table(chart)),
    }
