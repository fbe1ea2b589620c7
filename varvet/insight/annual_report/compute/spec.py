"""What a template says, read from TOML into typed values; a slip in the file is told with its place."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from varvet.insight.measures.question import NARROWED_BY
from varvet.kernel.records.errors import Told

SHIPPED = Path(__file__).resolve().parent.parent / "shipped"
Where = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Line:
    """A row or column of a table: its name, what it narrows to, and for columns which measure.

    `named` are category labels or aliases to look up. `year` is relative to the report's, 0 or less.
    """

    key: str
    label: str
    where: Where = ()
    measure: str = ""
    named: tuple[str, ...] = ()
    year: int = 0
    reached: str = ""
    lacks: str = ""
    percent: bool = False
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Lines:
    """Either written out, or made: by = years, units, categories, quality_areas, areas, months or quarters."""

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


@dataclass(frozen=True)
class ChartSpec:
    """kind: deadlines, change, squares, lines or bars; `options` are the kind's own."""

    id: str
    kind: str
    title: str
    counts: str
    options: dict[str, Any]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class BlockSpec:
    """kind: text, heading, table, chart, self_checks, improvements, not_done, areas, definitions, measures, remarks."""

    kind: str
    name: str
    prompt: str = ""
    title: str = ""


@dataclass(frozen=True)
class SectionSpec:
    id: str
    title: str
    blocks: tuple[BlockSpec, ...]
    new_page: bool = False
    appendix: bool = False


@dataclass(frozen=True)
class TemplateSpec:
    name: str
    title: str
    sections: tuple[SectionSpec, ...]
    summary: bool
    footnotes: dict[str, str]
    definitions: tuple[tuple[str, str], ...]
    charts: dict[str, ChartSpec]
    key_figures: tuple[dict[str, Any], ...] = ()


def list_templates() -> list[str]:
    return sorted([*(file.stem for file in SHIPPED.glob("*.toml")), "tables"])


def read_template(name: str, root: str) -> TemplateSpec:
    """Told when there is no such template. `tables` is every table of the root, by its id."""
    if name == "tables":
        return _all_tables(root)
    file = SHIPPED / f"{name}.toml"
    if name not in list_templates():
        known = ", ".join(list_templates())
        raise Told(f"There is no template {name!r}. Choose one of: {known}.")
    data = _read(file)
    return TemplateSpec(
        name=name,
        title=data["title"],
        sections=tuple(_section(section) for section in data["section"]),
        summary=data.get("summary", False),
        footnotes=data.get("footnotes", {}),
        definitions=tuple((d["term"], d["meaning"]) for d in data.get("definition", [])),
        charts={name: _chart(name, spec) for name, spec in data.get("chart", {}).items()},
        key_figures=tuple(data.get("key_figure", [])),
    )


def read_tables(root: str) -> dict[str, TableSpec]:
    """The tables shipped for a root, by id; the common ones where it has none of its own."""
    file = SHIPPED / "tables" / f"{root}.toml"
    data = _read(file if file.exists() else SHIPPED / "tables" / "common.toml")
    return {name: _table(name, spec) for name, spec in data.items()}


def _all_tables(root: str) -> TemplateSpec:
    blocks = tuple(BlockSpec("table", name) for name in read_tables(root))
    section = SectionSpec("tabeller", "Tabeller", blocks)
    return TemplateSpec(
        name="tables",
        title="Tabeller {year}",
        sections=(section,),
        summary=False,
        footnotes={},
        definitions=(),
        charts={},
    )


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Told(f"The template file {file.name} cannot be read: {error}. Put the shipped file back.") from error


def _section(data: dict[str, Any]) -> SectionSpec:
    blocks = tuple(_block(block) for block in data.get("block", []))
    return SectionSpec(
        data["id"], data["title"], blocks, new_page=data.get("new_page", False), appendix=data.get("appendix", False)
    )


def _chart(name: str, data: dict[str, Any]) -> ChartSpec:
    own = {key: value for key, value in data.items() if key not in {"kind", "title", "counts", "notes"}}
    return ChartSpec(name, data["kind"], data["title"], data["counts"], own, tuple(data.get("notes", [])))


def _block(data: dict[str, Any]) -> BlockSpec:
    kind = next(key for key in data if key not in {"prompt", "title"})
    return BlockSpec(kind, str(data[kind]), data.get("prompt", ""), data.get("title", ""))


def _table(table: str, data: dict[str, Any]) -> TableSpec:
    try:
        return TableSpec(
            id=table,
            rows=_lines(data.pop("rows")),
            columns=_lines(data.pop("columns")),
            where=_where(data),
            notes=tuple(data.pop("notes", [])),
            widths=tuple(data.pop("widths", [])),
            **{name: value for name, value in data.items() if name not in NARROWED_BY},
        )
    except (KeyError, TypeError) as error:
        raise Told(f"Table {table!r} of the template is not written as it must be: {error}.") from error


def _lines(data: Any) -> Lines:
    if isinstance(data, list):
        return Lines(written=tuple(_line(line) for line in data))
    (by, of), *_ = data.items()
    return Lines(by=by, of=str(of), how_many=of if isinstance(of, int) else 0)


def _line(data: dict[str, Any]) -> Line:
    label = data["label"]
    return Line(
        key=data.get("key", label),
        label=label,
        where=_where(data),
        measure=data.get("measure", ""),
        named=_texts(data.get("named", ())),
        year=data.get("year", 0),
        reached=data.get("reached", ""),
        lacks=data.get("lacks", ""),
        percent=data.get("percent", False),
    )


def _where(data: dict[str, Any]) -> Where:
    return tuple((name, _texts(data[name])) for name in NARROWED_BY if name in data)


def _texts(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
