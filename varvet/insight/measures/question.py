"""A question about figures: which measure, where, when and narrowed how. Also the address of a figure."""

from dataclasses import dataclass, replace
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


@dataclass(frozen=True)
class Question:
    """`where` holds pairs of a fact's field and the values allowed; a unit, by slug, includes all below it.

    A unit written "=slug" is the unit alone. Days count from first to last, both included. `reached` and `lacks` ask
    of the records so counted which had come so far, and no further, `on` a later day.
    """

    measure: str
    root: str
    first: date
    last: date
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    reached: str = ""
    lacks: str = ""
    on: date | None = None

    def narrowed(self, where: tuple[tuple[str, tuple[str, ...]], ...]) -> "Question":
        return replace(self, where=self.where + where)

    def as_query(self) -> str:
        """For an address; `from_query` reads it back."""
        pairs = [("matt", self.measure), ("rot", self.root), ("fran", str(self.first)), ("till", str(self.last))]
        pairs += [(field, value) for field, values in self.where for value in values]
        pairs += [("nadde", self.reached)] if self.reached else []
        pairs += [("saknar", self.lacks)] if self.lacks else []
        pairs += [("den", str(self.on))] if self.on else []
        return urlencode(pairs)


def from_query(query: str) -> Question:
    """Told when the address does not name a figure."""
    pairs = parse_qsl(query, keep_blank_values=True)
    named = dict(pairs)
    fields = dict.fromkeys(field for field, _ in pairs if field in NARROWED_BY)
    try:
        return Question(
            measure=named["matt"],
            root=named["rot"],
            first=date.fromisoformat(named["fran"]),
            last=date.fromisoformat(named["till"]),
            where=tuple((field, tuple(v for f, v in pairs if f == field)) for field in fields),
            reached=named.get("nadde", ""),
            lacks=named.get("saknar", ""),
            on=date.fromisoformat(named["den"]) if "den" in named else None,
        )
    except (KeyError, ValueError) as error:
        raise Told("Adressen pekar inte på någon siffra. Gå tillbaka till berättelsen och tryck på siffran.") from error
