"""The whole report: sections in order, tables and charts numbered, words where they are written."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from django.utils.translation import override

from varvet.insight.annual_report.compute import (
    analyses,
    checks,
    improvements,
    inspections,
    involvement,
    notes,
    parts,
    payment_errors,
    planned_checks,
    risks,
)
from varvet.insight.annual_report.compute.charts import chart_of
from varvet.insight.annual_report.compute.context import Context, start
from varvet.insight.annual_report.compute.cover import meta_of
from varvet.insight.annual_report.compute.spec import (
    BlockSpec,
    SectionSpec,
    TableSpec,
    TemplateSpec,
    read_tables,
    read_template,
)
from varvet.insight.annual_report.compute.summary import summary_of
from varvet.insight.annual_report.compute.tables import table_of
from varvet.insight.annual_report.compute.words import blocks_of
from varvet.insight.annual_report.value import Block, Heading, Report, Run, Table, Text, Writing
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import Told

NOTHING_IN = {
    "self_checks": "Inga egenkontroller är redovisade.",
    "planned_checks": "Inga egenkontroller är planerade.",
    "improvements": "Inga förbättringar är registrerade för året.",
    "followed_improvements": "Inga förbättringar är registrerade för året före.",
    "planned_improvements": "Ingen förbättring är planerad eller pågår när året slutar.",
    "not_done": "Ingen egenkontroll i årets plan saknar resultat.",
    "remarks": "Inga skillnader är kända.",
    "inspections": "Inga externa tillsyner eller granskningar är inskrivna för året.",
    "own_reviews": "Inga interna granskningar är inskrivna för året.",
}
NOTHING = "Inget är registrerat för året."
IDS = {
    "improvements": "forbattringar",
    "not_done": "ej-genomforda",
    "areas": "kvalitetsomraden",
    "definitions": "begrepp",
    "measures": "matt",
    "remarks": "kallan",
    payment_errors.BLOCK: payment_errors.SPEC.id,
}
NAMED_IDS = {
    "self_checks": checks.table_id,
    "planned_checks": planned_checks.table_id,
    "followed_improvements": improvements.followed_id,
    "planned_improvements": improvements.planned_id,
    "inspections": inspections.external_id,
    "own_reviews": inspections.own_id,
}
NAMED_TABLES = {
    "self_checks": checks.table_of,
    "planned_checks": planned_checks.table_of,
    "followed_improvements": improvements.followed,
    "planned_improvements": improvements.planned,
    "inspections": inspections.external,
    "own_reviews": inspections.own,
}
OF_UNITS = frozenset({"involvement", "inspections", "own_reviews", "analyses"})  # named by a unit's slug, or by nothing
TABLES = ("table", *NAMED_IDS, *IDS)


@override("sv")  # a Swedish document, whoever reads it
def compute(root: Unit, year: int, template: str) -> Report:
    """Reads facts and words, and returns the finished value. Told for an unknown template or a slip in one."""
    spec, tables = payment_errors.where_used(read_template(template, root.slug), root, year), read_tables(root.slug)
    check(spec, tables, root)
    writer = Writer(start(root, year, spec), tables, numbered(spec))
    blocks = tuple(block for section in spec.sections for block in writer.section(section))
    summary = summary_of(writer.context, writer.label_of) if spec.summary else None
    return Report(meta=meta_of(writer.context, summary, blocks), summary=summary, blocks=blocks)


def check(spec: TemplateSpec, tables: dict[str, TableSpec], root: Unit) -> None:
    """Told where the template names something there is not, or has the same table or figure twice."""
    known: dict[str, Collection[str]] = {"table": tables, "chart": spec.charts}
    for block in spec.blocks:
        if block.kind in known and block.name not in known[block.kind]:
            has = ", ".join(known[block.kind]) or "none"
            raise Told(
                f"The template {spec.name!r} has the {block.kind} {block.name!r}, which {root.name} has not. "
                f"There are: {has}."
            )
    _check_units(spec, root)
    names = [block_id(block) for block in spec.blocks if block.kind in (*TABLES, "chart")]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise Told(f"The template {spec.name!r} has {twice!r} twice; a table or chart has one number.")


def _check_units(spec: TemplateSpec, root: Unit) -> None:
    involved = {block.name for block in spec.blocks if block.kind in OF_UNITS and block.name}
    checked = {b.name for b in spec.blocks if b.kind in NAMED_IDS and b.kind not in OF_UNITS and checks.is_unit(b.name)}
    named = involved | checked
    known = set(Unit.objects.filter(root=root, slug__in=named).values_list("slug", flat=True)) if named else set()
    if named - known:
        raise Told(f"The template {spec.name!r} names the unit {min(named - known)!r}, which {root.name} has not.")


def numbered(spec: TemplateSpec) -> dict[str, str]:
    """What each table and chart is called, in the order they stand, so that words can name those further down."""
    tables = [block_id(block) for block in spec.blocks if block.kind in TABLES]
    charts = [block.name for block in spec.blocks if block.kind == "chart"]
    labels = {name: f"Tabell {number}" for number, name in enumerate(tables, 1)}
    return labels | {name: f"Figur {number}" for number, name in enumerate(charts, 1)}


@dataclass
class Writer:
    """Walks the template and makes each block."""

    context: Context
    tables: dict[str, TableSpec]
    labels: dict[str, str]
    chapters: int = 0
    appendices: int = 0
    makers: dict[str, Callable[[Context, str], Table]] = field(
        default_factory=lambda: {
            "improvements": parts.improvements,
            "not_done": parts.not_done,
            "areas": parts.areas,
            "definitions": parts.definitions,
            "remarks": parts.remarks,
            payment_errors.BLOCK: payment_errors.table_of,
        }
    )

    def label_of(self, name: str) -> str:
        if name not in self.labels:
            raise Told(f"The text names the table or figure {name!r}, which the template does not have.")
        return self.labels[name]

    def section(self, section: SectionSpec) -> Iterator[Block]:
        number = self.next_number(section)
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

    def next_number(self, section: SectionSpec) -> str:
        """Chapters are 1, 2, 3; appendices A, B, C."""
        if section.appendix:
            self.appendices += 1
            return "ABCDEFGHIJ"[self.appendices - 1]
        self.chapters += 1
        return str(self.chapters)

    def block(self, block: BlockSpec) -> Iterator[Block]:
        if block.kind == "text":
            yield from self.words(block)
        elif block.kind == "chart":
            yield self.chart(block)
        elif block.kind == "involvement":
            yield from involvement.blocks_of(block.name, self.context)
        elif block.kind == "risks":
            yield from risks.blocks_of(self.context)
        elif block.kind == "analyses":
            yield from analyses.blocks_of(block.name, self.context)
        else:
            table = self.table(block)
            reason = NOTHING_IN.get(block.kind, NOTHING)
            yield table if _says_something(table, block) else _not_shown(table.label, table.title, reason)

    def words(self, block: BlockSpec) -> Iterator[Block]:
        text = self.context.texts.get(block.name, "")
        if text:
            yield from blocks_of(text, self.context, self.label_of)
        else:
            yield Writing(block.name, notes.with_years(block.prompt, self.context))

    def chart(self, block: BlockSpec) -> Block:
        spec, label = self.context.template.charts[block.name], self.label_of(block.name)
        drawn = chart_of(spec, self.tables, self.context, label)
        return drawn or _not_shown(label, notes.with_years(spec.title, self.context), NOTHING)

    def table(self, block: BlockSpec) -> Table:
        label = self.label_of(block_id(block))
        if block.kind == "table":
            return table_of(self.tables[block.name], self.context, label)
        if block.kind in NAMED_TABLES:
            return NAMED_TABLES[block.kind](block.name, self.context, label)
        if block.kind == "measures":
            return parts.measures(label, self.measures_used())
        return self.makers[block.kind](self.context, label)

    def measures_used(self) -> list[str]:
        """Those of the tables, of the summary's key figures, of self-checks and of involvement, in that order."""
        found = [code for name in self.labels if name in self.tables for code in self.tables[name].measures]
        found += [spec.figure.partition("?")[0] for spec in self.context.template.key_figures]
        found += checks.measures_declared() if self.tells_of("self_checks") else []
        found += payment_errors.MEASURES if self.tells_of(payment_errors.BLOCK) else []
        return found + [code for code in involvement.MEASURES if self.tells_of("involvement")]

    def tells_of(self, kind: str) -> bool:
        return any(block.kind == kind for block in self.context.template.blocks)


def _says_something(table: Table, block: BlockSpec) -> bool:
    """A table of figures where none was measured says nothing."""
    figures = [cell for row in table.rows for cell in row.cells[1:]]
    return any(cell.value is not None for cell in figures) if block.kind == "table" else bool(table.rows)


def _not_shown(label: str, title: str, reason: str) -> Text:
    """Its number stands, so that no number seems to be missing."""
    return Text((Run(f"{label}, ”{title}”, visas inte. {reason}"),))


def block_id(block: BlockSpec) -> str:
    if block.kind in NAMED_IDS:
        return NAMED_IDS[block.kind](block.name)
    return IDS.get(block.kind, block.name)
