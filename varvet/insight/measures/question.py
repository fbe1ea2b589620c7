"""A question about figures: which measure, where, when and narrowed how. Also the address of a figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, urlencode

from varvet.kernel.records.errors import Told

NARROWED_BY = (
    "unit",
    "area",
    "provider",
    "huvudman",
    "kind",
    "channel",
    "direction",
    "sex",
    "quality_area",
    "category",
    "severity",
    "outcome",
)

MOST_PAIRS = 200  # no figure of a report names so many; a longer address would only burden the database
AND = "och"  # in an address, between two narrowings of the same field: both must hold

ALL = "alla"  # readers of a figure that leaves out what somebody in the line is shut out from

Where = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Question:
    """`where` holds pairs of a fact's field and the values allowed; a unit, by slug, includes all below it.

    Every pair must hold, also when two name the same field. A unit written "=slug" is the unit alone. Days count from
    first to last, both included. `reached` and `lacks` ask of the records so counted which had come so far, and no
    further, `on` a later day. `readers` ALL leaves out the records that shut somebody in their unit's line out, so
    that the figure may be told to everybody there. `also` are measures counted in the same way and added, as what is
    one table on paper can lie in two registers; they and `measure` are counts.
    """

    measure: str
    root: str
    first: date
    last: date
    where: Where = ()
    reached: str = ""
    lacks: str = ""
    on: date | None = None
    readers: str = ""
    also: tuple[str, ...] = ()

    @property
    def measures(self) -> tuple[str, ...]:
        return self.measure, *self.also

    def as_query(self) -> str:
        """For an address; `from_query` reads it back."""
        pairs = [("matt", self.measure), ("rot", self.root), ("fran", str(self.first)), ("till", str(self.last))]
        pairs += _where_pairs(self.where)
        pairs += [("nadde", self.reached)] if self.reached else []
        pairs += [("saknar", self.lacks)] if self.lacks else []
        pairs += [("den", str(self.on))] if self.on else []
        pairs += [("lases", self.readers)] if self.readers else []
        pairs += [("samt", code) for code in self.also]
        return urlencode(pairs)


def from_query(query: str) -> Question:
    """Told when the address does not name a figure."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=MOST_PAIRS)
        named = dict(pairs)
        if any("\0" in value for _, value in pairs):
            raise ValueError("no figure is named with a NUL, and PostgreSQL takes none")
        return Question(
            measure=named["matt"],
            root=named["rot"],
            first=date.fromisoformat(named["fran"]),
            last=date.fromisoformat(named["till"]),
            where=_read_where(pairs),
            reached=named.get("nadde", ""),
            lacks=named.get("saknar", ""),
            on=date.fromisoformat(named["den"]) if "den" in named else None,
            readers=ALL if named.get("lases") else "",
            also=tuple(value for name, value in pairs if name == "samt"),
        )
    except (KeyError, ValueError) as error:
        raise Told("Adressen pekar inte på någon siffra. Gå tillbaka till berättelsen och tryck på siffran.") from error


def _where_pairs(where: Where) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for name, values in where:
        if name in seen:
            yield AND, ""
            seen.clear()
        seen.add(name)
        yield from ((name, value) for value in values)


def _read_where(pairs: list[tuple[str, str]]) -> Where:
    parts: list[dict[str, tuple[str, ...]]] = [{}]
    for name, value in pairs:
        if name == AND:
            parts.append({})
        elif name in NARROWED_BY:
            parts[-1][name] = (*parts[-1].get(name, ()), value)
    return tuple(narrowing for part in parts for narrowing in part.items())
