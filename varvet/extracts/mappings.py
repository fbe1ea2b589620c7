"""Which column of a source's lists holds what: found by the headings, corrected by a person, kept for next time."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from varvet.extracts.fields import BY_NAME, FIELDS, Field, headings_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

UNKNOWN_FIELD = marked("Det finns inget fält som heter {field}.")
NOT_A_MAPPING = marked("Filen med kolumnval kan inte läsas.")


@dataclass(frozen=True)
class Column:
    """`heading` as the list writes it. `known`: codes that are expected; none means that any is."""

    field: str
    heading: str
    known: tuple[str, ...] = ()


@dataclass(frozen=True)
class ColumnMap:
    """What is read of one source's lists; all other columns are left out before anything is written."""

    source: str
    columns: tuple[Column, ...] = ()

    def heading_of(self, field: str) -> str | None:
        return next((column.heading for column in self.columns if column.field == field), None)

    def with_column(self, field: str, heading: str) -> "ColumnMap":
        """RuleBroken for a field that there is none of."""
        if field not in BY_NAME:
            raise RuleBroken("extracts.unknown_field", UNKNOWN_FIELD, values={"field": field})
        others = tuple(column for column in self.columns if column.field != field)
        return replace(self, columns=(*others, Column(field, heading)))

    def fields(self) -> tuple[Field, ...]:
        return tuple(BY_NAME[column.field] for column in self.columns)

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)


def from_json(text: str) -> ColumnMap:
    """RuleBroken when it is not what `to_json` wrote, or names a field there is none of."""
    try:
        read = json.loads(text)
        columns = [Column(row["field"], row["heading"], tuple(row["known"])) for row in read["columns"]]
        made = ColumnMap(str(read["source"]), tuple(columns))
    except (ValueError, KeyError, TypeError) as error:
        raise RuleBroken("extracts.not_a_mapping", NOT_A_MAPPING) from error
    unknown = [column.field for column in made.columns if column.field not in BY_NAME]
    if unknown:
        raise RuleBroken("extracts.unknown_field", UNKNOWN_FIELD, values={"field": unknown[0]})
    return made


def simplified(heading: object) -> str:
    """A heading without what differs from one export to another: capitals, spaces and signs."""
    return re.sub(r"[\W_]+", "", str(heading or "")).casefold()


def known_headings(columns: ColumnMap, fields: Iterable[str]) -> Mapping[str, str]:
    """Simplified heading -> field: what the map says goes before what the field is commonly called."""
    chosen = {simplified(column.heading): column.field for column in columns.columns}
    taken = set(chosen.values())
    for field in FIELDS:
        if field.name in taken or field.name not in set(fields):
            continue
        for name in (field.label, *headings_of(field.name)):
            chosen.setdefault(simplified(name), field.name)
    return chosen


def completed(columns: ColumnMap, headings: Sequence[str], fields: Iterable[str]) -> ColumnMap:
    """The map with the columns that are recognised by their headings; the first of two alike is taken."""
    known = known_headings(columns, fields)
    given = {column.field: column for column in columns.columns}
    found: dict[str, Column] = {}
    for heading in headings:
        field = known.get(simplified(heading))
        if field and field not in found:
            found[field] = replace(given[field], heading=heading) if field in given else Column(field, heading)
    return replace(columns, columns=tuple(found.values()))
