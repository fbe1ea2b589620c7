"""Reads the published figures: tables as they were printed, and where the print does not add up."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from varvet.kernel.records.errors import Told

FOLDER = Path(__file__).parent
FILES = ("bromma-2023", "goteborg-centrum-2022", "goteborg-centrum-2024", "goteborg-efk-2024", "alingsas-2024")


@dataclass(frozen=True)
class Table:
    """A printed table: rows by name, a number per column. `printed_totals` stand as printed, right or wrong."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: Mapping[str, tuple[float, ...]]
    printed_totals: Mapping[str, float]
    printed_errors: tuple[str, ...]
    note: str

    def cell(self, row: str, column: str) -> int:
        return int(self.rows[row][self.columns.index(column)])

    def column(self, column: str) -> dict[str, int]:
        return {row: self.cell(row, column) for row in self.rows}

    def total(self, column: str) -> int:
        """The sum of the rows, whatever was printed."""
        return sum(self.column(column).values())


@dataclass(frozen=True)
class CheckRow:
    """A published self-check; `values` are its figures as the file names them."""

    question: str
    unit: str
    values: Mapping[str, Any]

    def number(self, name: str) -> float:
        return _number(self.values[name], "self_checks", self.question)

    def whole(self, name: str) -> int:
        return int(self.number(name))

    def permille(self, name: str) -> int:
        """A share the file gives in percent."""
        return round(10 * self.number(name))


@dataclass(frozen=True)
class Published:
    """One document's figures. `facts` are the parts that are not tables, as the file has them."""

    name: str
    source: str
    first: date
    last: date
    tables: Mapping[str, Table]
    facts: Mapping[str, Any]

    def check(self, question: str, unit: str, part: str = "") -> CheckRow:
        """The self-check whose question begins so, in that unit. KeyError when there is none."""
        for row in self.facts["self_checks"]:
            named = row["question"].startswith(question) and part in row["question"]
            if named and row.get("unit", "") == unit:
                return CheckRow(row["question"], unit, row)
        raise KeyError(f"self_checks: {question} {unit}")


@dataclass(frozen=True)
class Correction:
    """A printed total that its own rows do not give; what is shown is `computed`."""

    title: str
    column: str
    printed: float
    computed: float

    @property
    def sentence(self) -> str:
        return f"{self.title}, {self.column}: källan skriver {self.printed:g}, raderna ger {self.computed:g}."


def read(name: str) -> Published:
    """Told, with the file and what to do, when it is missing or broken."""
    path = FOLDER / f"{name}.json"
    content = _content(path)
    try:
        period = content["period"]
        return Published(
            name=name,
            source=str(content["source"]),
            first=date.fromisoformat(period["start"]),
            last=date.fromisoformat(period["end"]),
            tables={row["id"]: _table(row) for row in content["tables"]},
            facts={key: value for key, value in content.items() if key not in {"tables", "source", "period"}},
        )
    except KeyError as error:
        raise _broken(path, f"{error.args[0]!r} is missing") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise _broken(path, str(error)) from error


def _content(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise _broken(path, "it does not exist") from error
    except UnicodeDecodeError as error:
        raise _broken(path, "it is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        raise _broken(path, f"line {error.lineno} is not JSON: {error.msg}") from error
    if not isinstance(content, dict):
        raise _broken(path, "it does not hold an object")
    return content


def _broken(path: Path, what: str) -> Told:
    return Told(
        f"The published figures in {path} cannot be used: {what}. "
        f"Restore the file from the version you installed; nothing was loaded."
    )


def _table(row: dict[str, Any]) -> Table:
    columns = tuple(row["columns"])
    rows = {name: tuple(_number(cell, row["id"], name) for cell in cells) for name, cells in row["rows"].items()}
    for name, cells in rows.items():
        if len(cells) != len(columns):
            raise ValueError(f"table {row['id']!r}, row {name!r} has {len(cells)} cells for {len(columns)} columns")
    return Table(
        id=row["id"],
        title=row["title"],
        columns=columns,
        rows=rows,
        printed_totals=row.get("printed_totals", {}),
        printed_errors=tuple(row.get("printed_errors", ())),
        note=row.get("note", ""),
    )


def _number(cell: object, table: str, row: str) -> float:
    if isinstance(cell, bool) or not isinstance(cell, int | float) or cell < 0:
        raise ValueError(f"table {table!r}, row {row!r} holds {cell!r}, which is not a count")
    return cell


def corrections(published: Published) -> list[Correction]:
    """Totals of counts that the rows do not give. Shares are not summed, and a table printed in part is left out."""
    return [
        found
        for table in published.tables.values()
        if not table.note.startswith("PARTIAL")
        for found in _corrections_of(table)
    ]


def _corrections_of(table: Table) -> list[Correction]:
    grand = sum(table.total(column) for column in table.columns)
    sums = {column: table.total(column) for column in table.columns if "procent" not in column} | {"Totalt": grand}
    return [
        Correction(table.title, column, printed, sums[column])
        for column, printed in table.printed_totals.items()
        if column in sums and sums[column] != printed
    ]
