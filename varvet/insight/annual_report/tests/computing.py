"""A report being computed, for tests: tables written as in a template, counted over samples of the year 2025."""

import tomllib
from typing import Any

from varvet.insight.annual_report.compute.context import Context, start
from varvet.insight.annual_report.compute.entry import Entry
from varvet.insight.annual_report.compute.spec import TableSpec, TemplateSpec, read_table
from varvet.insight.annual_report.compute.tables import table_of
from varvet.insight.annual_report.value import Table
from varvet.kernel.access.tests.cast import Cast

YEAR = 2025
HEAD = 'title = "Prov, {year}"\ncounts = "Antal prov."\nfirst = "Rad"\nmeasure = "samples.count"\n'
ONE_COLUMN = 'columns = [{ key = "antal", label = "Antal" }]\n'


def template(**more: Any) -> TemplateSpec:
    values = {"sections": (), "summary": False, "footnotes": {}, "definitions": (), "charts": {}, **more}
    return TemplateSpec(name="prov", title="Prov {year}", **values)


def context_of(cast: Cast, **more: Any) -> Context:
    return start(cast.root, YEAR, template(**more))


def spec_of(text: str) -> TableSpec:
    return read_table("prov", Entry(tomllib.loads(HEAD + text), "prov.toml"))


def made(cast: Cast, text: str) -> Table:
    return table_of(spec_of(text), context_of(cast), "Tabell 1")


def texts(table: Table) -> dict[str, list[str]]:
    """Each row's figures as people read them, by the row's name."""
    return {row.name.text: [cell.text for cell in row.cells[1:]] for row in table.rows}


def values(table: Table) -> dict[str, list[object]]:
    return {row.name.text: [cell.value for cell in row.cells[1:]] for row in table.rows}
