"""What a template says, as typed values, and how it is read from TOML; a slip in the file is told with its place."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from varvet.insight.annual_report.compute.entry import Entry
from varvet.insight.measures.question import NARROWED_BY, Where
from varvet.kernel.organisation.models import Area
from varvet.kernel.records.errors import Told
from varvet.kernel.records.registry import list_measures

SHIPPED = Path(__file__).resolve().parent.parent / "shipped"
MADE_BY = ("years", "units", "categories", "quality_areas", "areas", "months", "quarters")
CHARTS = ("deadlines", "change", "squares", "lines", "bars")
BLOCKS = (
    "text", "heading", "table", "chart", "self_checks", "planned_checks",
    "improvements", "followed_improvements", "planned_improvements", "not_done", "areas", "definitions", "measures",
    "remarks", "involvement", "payment_errors", "inspections", "own_reviews", "risks", "analyses",
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """A row or column of a table: its name, what it narrows to, and for columns which measure, and those added to it.

    `named` are category labels or aliases to look up. `year` is relative to the report's, 0 or less.
    """

    key: str
    label: str
    where: Where = ()
    measure: str = ""
    also: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    year: int = 0
    reached: str = ""
    lacks: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Lines:
    """Either written out, or made: by is one of MADE_BY."""

    by: str = "written"
    of: str = ""
    how_many: int = 0
    written: tuple[Line, ...] = ()


@dataclass(frozen=True)
class TableSpec:
    id: str
    title: str
    counts: str
    first: str
    measure: str
    rows: Lines
    columns: Lines
    where: Where = ()
    also: tuple[str, ...] = ()
    category_list: str = ""
    notes: tuple[str, ...] = ()
    total: bool = True
    row_total: bool = False
    previous: bool = False
    share_of_column: bool = False
    partial: str = ""
    followed_up: str = ""
    full: bool = False
    widths: tuple[str, ...] = ()

    @property
    def measures(self) -> tuple[str, ...]:
        """Every measure it names, once each."""
        lines = (*self.rows.written, *self.columns.written)
        of_lines = (code for line in lines for code in (line.measure, *line.also))
        return tuple(dict.fromkeys(code for code in (self.measure, *self.also, *of_lines) if code))


@dataclass(frozen=True)
class ChartSpec:
    """kind is one of CHARTS; `options` are the kind's own."""

    id: str
    kind: str
    title: str
    counts: str
    options: Entry
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class BlockSpec:
    """kind is one of BLOCKS; a text that nobody has written yet shows its prompt."""

    kind: str
    name: str
    prompt: str = ""


@dataclass(frozen=True)
class SectionSpec:
    id: str
    title: str
    blocks: tuple[BlockSpec, ...]
    new_page: bool = False
    appendix: bool = False


@dataclass(frozen=True)
class KeyFigureSpec:
    """`figure` and `before` name figures as running text does."""

    figure: str
    before: str
    label: str
    compare: str
    counts: str


@dataclass(frozen=True)
class TemplateSpec:
    name: str
    title: str
    sections: tuple[SectionSpec, ...]
    summary: bool
    footnotes: dict[str, str]
    definitions: tuple[tuple[str, str], ...]
    charts: dict[str, ChartSpec]
    key_figures: tuple[KeyFigureSpec, ...] = ()

    @property
    def blocks(self) -> tuple[BlockSpec, ...]:
        return tuple(block for section in self.sections for block in section.blocks)


NARROWING = frozenset(NARROWED_BY)
LINE_KEYS = {f.name for f in fields(Line)} - {"where", "first", "last"} | NARROWING
TABLE_KEYS = {f.name for f in fields(TableSpec)} - {"id", "where"} | NARROWING
TEMPLATE_KEYS = ("title", "summary", "section", "key_figure", "chart", "footnotes", "definition")


def list_templates() -> list[str]:
    return sorted([*(file.stem for file in SHIPPED.glob("*.toml")), "tables"])


def read_template(name: str, root: str) -> TemplateSpec:
    """Told when there is no such template. `tables` is every table of the root, by its id."""
    if name == "tables":
        return _all_tables(root)
    if name not in list_templates():
        known = ", ".join(list_templates())
        raise Told(f"There is no template {name!r}. Choose one of: {known}.")
    entry = _read(SHIPPED / f"{name}.toml")
    entry.check_known(TEMPLATE_KEYS)
    footnotes = entry.table("footnotes")
    return TemplateSpec(
        name=name,
        title=entry.text("title"),
        sections=tuple(_section(section) for section in entry.tables("section", "section")),
        summary=entry.flag("summary"),
        footnotes={key: footnotes.text(key) for key in footnotes.data},
        definitions=tuple((d.text("term"), d.text("meaning")) for d in entry.tables("definition", "definition")),
        charts={name: _chart(name, chart) for name, chart in entry.table("chart").named("chart")},
        key_figures=tuple(_key_figure(figure) for figure in entry.tables("key_figure", "key figure")),
    )


def read_tables(root: str) -> dict[str, TableSpec]:
    """The tables shipped for a root, by id; the common ones where it has none of its own."""
    file = SHIPPED / "tables" / f"{root}.toml"
    entry = _read(file if file.exists() else SHIPPED / "tables" / "common.toml")
    return {name: read_table(name, table) for name, table in entry.named("table")}


def _all_tables(root: str) -> TemplateSpec:
    blocks = (*(BlockSpec("table", name) for name in read_tables(root)), BlockSpec("payment_errors", ""))
    return TemplateSpec(
        name="tables",
        title="Tabeller {year}",
        sections=(SectionSpec("tabeller", "Tabeller", blocks),),
        summary=False,
        footnotes={},
        definitions=(),
        charts={},
    )


def _read(file: Path) -> Entry:
    try:
        return Entry(tomllib.loads(file.read_text("utf-8")), file.name)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Told(f"The template file {file.name} cannot be read: {error}. Put the shipped file back.") from error


def _section(entry: Entry) -> SectionSpec:
    entry.check_known(("id", "title", "new_page", "appendix", "block"))
    blocks = tuple(_block(block) for block in entry.tables("block", "block"))
    new_page, appendix = entry.flag("new_page"), entry.flag("appendix")
    return SectionSpec(entry.text("id"), entry.text("title"), blocks, new_page=new_page, appendix=appendix)


def _block(entry: Entry) -> BlockSpec:
    kinds = [key for key in entry.data if key != "prompt"]
    if len(kinds) != 1 or kinds[0] not in BLOCKS:
        raise entry.slip(f"a block has one of {', '.join(BLOCKS)}, and this has {', '.join(kinds) or 'none'}")
    return BlockSpec(kinds[0], entry.text(kinds[0]), entry.text_or_nothing("prompt"))


def _chart(name: str, entry: Entry) -> ChartSpec:
    kind = entry.text("kind")
    if kind not in CHARTS:
        raise entry.slip(f"there is no chart of the kind {kind!r}; use one of {', '.join(CHARTS)}")
    return ChartSpec(name, kind, entry.text("title"), entry.text("counts"), entry, entry.texts("notes"))


def _key_figure(entry: Entry) -> KeyFigureSpec:
    names = [f.name for f in fields(KeyFigureSpec)]
    entry.check_known(names)
    return KeyFigureSpec(**{name: entry.text(name) for name in names})


def read_table(name: str, entry: Entry) -> TableSpec:
    entry.check_known(TABLE_KEYS)
    spec = TableSpec(
        id=name,
        title=entry.text("title"),
        counts=entry.text("counts"),
        first=entry.text("first"),
        measure=entry.text_or_nothing("measure"),
        rows=_lines(entry, "rows", "row"),
        columns=_lines(entry, "columns", "column"),
        where=where_of(entry),
        also=entry.texts("also"),
        category_list=entry.text_or_nothing("category_list"),
        notes=entry.texts("notes"),
        total=entry.flag("total", default=True),
        row_total=entry.flag("row_total"),
        previous=entry.flag("previous"),
        share_of_column=entry.flag("share_of_column"),
        partial=entry.text_or_nothing("partial"),
        followed_up=entry.text_or_nothing("followed_up"),
        full=entry.flag("full"),
        widths=entry.texts("widths"),
    )
    for slip in _slips(spec):
        raise entry.slip(slip)
    return spec


def _slips(spec: TableSpec) -> Iterator[str]:
    """What each part alone cannot see."""
    known = {measure.code for measure in list_measures()}
    yield from (f"no register has the measure {code!r}" for code in spec.measures if code not in known)
    columns = len(spec.columns.written) or spec.columns.how_many
    if not spec.measure and not all(line.measure for line in spec.columns.written or spec.rows.written):
        yield "every row or column needs a measure, or the table one for all"
    if spec.widths and columns and len(spec.widths) != columns:
        yield f"'widths' has {len(spec.widths)}, and there are {columns} columns"


def _lines(table: Entry, key: str, called: str) -> Lines:
    if isinstance(table.data.get(key), list):
        return Lines(written=tuple(_line(line) for line in table.tables(key, called)))
    entry = table.table(key)
    if len(entry.data) != 1 or not entry.data.keys() <= set(MADE_BY):
        raise entry.slip(f"write a list of {key}, or one of {', '.join(MADE_BY)}")
    by = next(iter(entry.data))
    if by in {"years", "months", "quarters", "quality_areas"}:
        return Lines(by=by, how_many=entry.number(by) if by == "years" else 0)
    if by == "areas" and set(entry.text(by).split(",")) - set(Area.values):
        raise entry.slip(f"{entry.text(by)!r} names an area there is none of")
    return Lines(by=by, of=entry.text(by))


def _line(entry: Entry) -> Line:
    entry.check_known(LINE_KEYS)
    label = entry.text("label")
    return Line(
        key=entry.text_or_nothing("key") or label,
        label=label,
        where=where_of(entry),
        measure=entry.text_or_nothing("measure"),
        also=entry.texts("also"),
        named=entry.texts("named"),
        year=entry.number("year"),
        reached=entry.text_or_nothing("reached"),
        lacks=entry.text_or_nothing("lacks"),
    )


def where_of(entry: Entry) -> Where:
    return tuple((name, entry.texts(name)) for name in NARROWED_BY if name in entry.data)
