"""What the report keeps of a printed one: its figures, what in it does not hold, and the words written."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from varvet.demo.published import Published, Table
from varvet.demo.site import Site
from varvet.insight.annual_report.models import PrintedFigure, PrintedRemark
from varvet.insight.annual_report.texts import save_printed, save_text
from varvet.kernel.organisation.models import Unit

TEXTS = Path(__file__).parent / "texts"


def write(site: Site, published: Published) -> int:
    """No records. Every printed cell and total is kept, right or wrong; the report says where they differ."""
    year = published.last.year
    figures = [figure for table in published.tables.values() for figure in _figures(table, site.root, published)]
    save_printed(figures, list(_remarks(site.root, year, published.name)))
    for place, text in _content(published.name).items():
        save_text(site.root, year, place, str(text), by=site.by)
    return 0


def _figures(table: Table, root: Unit, published: Published) -> Iterator[PrintedFigure]:
    """An empty row is a column's total."""
    cells = [(row, column, table.rows[row][n]) for row in table.rows for n, column in enumerate(table.columns)]
    totals = [("", column, number) for column, number in table.printed_totals.items()]
    for row, column, number in [*cells, *totals]:
        yield PrintedFigure(
            root=root,
            year=published.last.year,
            table=table.id,
            row=row,
            column=column,
            number=number,
            source=published.source,
        )


def _remarks(root: Unit, year: int, name: str) -> Iterator[PrintedRemark]:
    for order, row in enumerate(_content(f"remarks-{name}").get("remark", [])):
        yield PrintedRemark(
            root=root, year=year, order=order, subject=row["subject"], says=row["says"], here=row["here"]
        )


def _content(name: str) -> dict[str, Any]:
    """Empty where a report has no such file: its words are then still to be written."""
    path = TEXTS / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
