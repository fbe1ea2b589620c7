"""The whole report: sections in order, tables and charts numbered, words where they are written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from varvet.insight.annual_report.compute import checks, notes, parts
from varvet.insight.annual_report.compute.charts import chart_of
from varvet.insight.annual_report.compute.context import Context, start
from varvet.insight.annual_report.compute.cover import meta_of
from varvet.insight.annual_report.compute.spec import (
    BlockSpec,
    SectionSpec,
    TableSpec,
    read_tables,
    read_template,
)
from varvet.insight.annual_report.compute.summary import summary_of
from varvet.insight.annual_report.compute.tables import table_of
from varvet.insight.annual_report.compute.words import blocks_of
from varvet.insight.annual_report.value import Block, Heading, Report, Run, Table, Text, Writing
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import Told

TABLE_KINDS = ("table", "self_checks", "improvements", "not_done", "areas", "definitions", "measures", "remarks")
MAY_BE_EMPTY = {
    "self_checks": "Inga egenkontroller är redovisade i området.",
    "improvements": "Inga förbättringar är registrerade för året.",
    "not_done": "Alla planerade egenkontroller har genomförts.",
    "remarks": "Inga skillnader är kända.",
}
IDS = {
    "improvements": "forbattringar",
    "not_done": "ej-genomforda",
    "areas": "kvalitetsomraden",
    "definitions": "begrepp",
    "measures": "matt",
    "remarks": "kallan",
}


def compute(root: Unit, year: int, template: str) -> Report:
    """Reads facts and words, and returns the finished value. Told for an unknown template or a slip in one."""
    spec = read_template(template, root.slug)
    writer = Writer(start(root, year, spec), read_tables(root.slug))
    writer.number(spec.sections)
    blocks = tuple(block for section in spec.sections for block in writer.section(section))
    summary = summary_of(writer.context, writer.label_of) if spec.summary else None
    return Report(meta=meta_of(writer.context, blocks), summary=summary, blocks=blocks)


@dataclass
class Writer:
    """Walks the template and makes each block; knows every table's and chart's number beforehand."""

    context: Context
    tables: dict[str, TableSpec]
    labels: dict[str, str] = field(default_factory=dict)
    chapters: int = 0

    def number(self, sections: tuple[SectionSpec, ...]) -> None:
        blocks = [block for section in sections for block in section.blocks]
        tables = [block_id(block) for block in blocks if block.kind in TABLE_KINDS]
        charts = [block.name for block in blocks if block.kind == "chart"]
        self.labels = {name: f"Tabell {n}" for n, name in enumerate(tables, 1)}
        self.labels |= {name: f"Figur {n}" for n, name in enumerate(charts, 1)}

    def label_of(self, name: str) -> str:
        if name not in self.labels:
            raise Told(f"The text names the table or figure {name!r}, which the template does not have.")
        return self.labels[name]

    def section(self, section: SectionSpec) -> Iterator[Block]:
        if not section.appendix:
            self.chapters += 1
        number = "A" if section.appendix else str(self.chapters)
        shown = f"Bilaga {number}" if section.appendix else number
        title = notes.with_years(section.title, self.context)
        yield Heading(1, shown, title, f"avsnitt-{section.id}", section.new_page)
        headings = 0
        for block in section.blocks:
            if block.kind == "heading":
                headings += 1
                yield Heading(2, f"{number}.{headings}", block.name, f"avsnitt-{section.id}-{headings}")
            else:
                yield from self.block(block)

    def block(self, block: BlockSpec) -> Iterator[Block]:
        if block.kind == "text":
            yield from self.words(block)
        elif block.kind == "chart":
            yield self.chart(block)
        elif block.kind in MAY_BE_EMPTY:
            table = self.table(block)
            yield table if table.rows else Text((Run(MAY_BE_EMPTY[block.kind]),))
        else:
            yield self.table(block)

    def words(self, block: BlockSpec) -> Iterator[Block]:
        text = self.context.texts.get(block.name, "")
        if text:
            yield from blocks_of(text, self.context, self.label_of)
        else:
            yield Writing(block.name, notes.with_years(block.prompt, self.context))

    def chart(self, block: BlockSpec) -> Block:
        spec, label = self.context.template.charts[block.name], self.label_of(block.name)
        drawn = chart_of(spec, self.tables, self.context, label)
        return drawn or Text((Run(f"{label} är inte ritad: inget är mätt för {self.context.year} än."),))

    def table(self, block: BlockSpec) -> Table:
        label = self.label_of(block_id(block))
        if block.kind == "table":
            return table_of(self.tables[block.name], self.context, label)
        if block.kind == "self_checks":
            return checks.table_of(block.name, self.context, label)
        if block.kind == "measures":
            return parts.measures(label, self.measures_used())
        makers: dict[str, Callable[[Context, str], Table]] = {
            "improvements": parts.improvements,
            "not_done": parts.not_done,
            "areas": parts.areas,
            "definitions": parts.definitions,
            "remarks": parts.remarks,
        }
        if block.kind not in makers:
            raise Told(f"The template has a block of the kind {block.kind!r}, which there is none of.")
        return makers[block.kind](self.context, label)

    def measures_used(self) -> list[str]:
        found = []
        for name in self.labels:
            spec = self.tables.get(name)
            if spec:
                found += [spec.measure, *(line.measure for line in (*spec.rows.written, *spec.columns.written))]
        return [code for code in found if code]


def block_id(block: BlockSpec) -> str:
    if block.kind == "self_checks":
        return f"egenkontroller-{block.name.lower()}"
    return block.name if block.kind == "table" else IDS.get(block.kind, block.kind)
