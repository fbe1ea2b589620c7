"""The figures of an analysis as pure data: what is shown, what is frozen when it is approved, and how it is kept."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import Told

MOST_LINES = 25  # of a register's records told in a line each


@dataclass(frozen=True)
class Number:
    """A count, days, or a share (0-1) with what it is a share of. None where nothing was measured."""

    value: float | None
    part: int | None = None
    whole: int | None = None


@dataclass(frozen=True)
class Figure:
    """A measure in the period, in the one before and in the same period a year before. Texts are marked.

    `unit` is the measure's: "antal", "andel" or "dagar". `broken_on` is the day something below began to be counted in
    another way, ISO, empty where nothing did.
    """

    code: str
    label: str
    counts: str
    unit: str
    now: Number
    before: Number
    year_before: Number
    broken_on: str = ""


@dataclass(frozen=True)
class Value:
    """One value of a breakdown, in the period and in the one before."""

    label: str
    now: int
    before: int


@dataclass(frozen=True)
class Common:
    """The commonest values of a measure."""

    label: str
    counts: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Line:
    """A record of the period in a line: never a person."""

    title: str
    unit: str
    state: str
    result: str


@dataclass(frozen=True)
class Part:
    """A register's part. `more` is how many lines are left out."""

    kind: str
    figures: tuple[Figure, ...]
    common: tuple[Common, ...] = ()
    lines: tuple[Line, ...] = ()
    more: int = 0

    @property
    def is_empty(self) -> bool:
        numbers = [n.value for f in self.figures for n in (f.now, f.before, f.year_before)]
        return not any(numbers) and not self.lines


@dataclass(frozen=True)
class Spans:
    """How many days the period, the one before and the same a year before have."""

    now: int
    before: int
    year_before: int


@dataclass(frozen=True)
class Sheet:
    """Everything that was counted; `counted_on` is an ISO day."""

    counted_on: str
    spans: Spans
    parts: tuple[Part, ...]

    def figure(self, code: str) -> Figure | None:
        return next((figure for part in self.parts for figure in part.figures if figure.code == code), None)


@dataclass(frozen=True)
class Answered:
    """A question with its answer; empty where nobody has answered."""

    source: str
    question: str
    answer: str


@dataclass(frozen=True)
class Concluded:
    """A conclusion; `flag` is a marked sentence where the words and the figure disagree."""

    number: int
    kind: str
    area: str
    line: str
    measure: str
    no_action: str
    flag: str = ""


@dataclass(frozen=True)
class Approved:
    """An analysis as it was approved: figures with their definitions, answers and conclusions."""

    sheet: Sheet
    answers: tuple[Answered, ...]
    conclusions: tuple[Concluded, ...]


def freeze(approved: Approved) -> tuple[str, str]:
    """As text, and the SHA-256 of that text. The same value gives the same text."""
    text = json.dumps(asdict(approved), ensure_ascii=False, sort_keys=True)
    return text, digest_of(text)


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def thaw(text: str, digest: str) -> Approved:
    """Told when the text is not what was approved: somebody has been at the database."""
    if digest_of(text) != digest:
        raise Told(marked("En fastställd analys stämmer inte med sitt avtryck. Kontakta den som sköter systemet."))
    data = json.loads(text)
    return Approved(
        sheet=_sheet(data["sheet"]),
        answers=tuple(Answered(**row) for row in data["answers"]),
        conclusions=tuple(Concluded(**row) for row in data["conclusions"]),
    )


def _sheet(data: dict[str, Any]) -> Sheet:
    parts = tuple(_part(row) for row in data["parts"])
    return Sheet(data["counted_on"], Spans(**data["spans"]), parts)


def _part(data: dict[str, Any]) -> Part:
    return Part(
        kind=data["kind"],
        figures=tuple(_figure(row) for row in data["figures"]),
        common=tuple(_common(row) for row in data["common"]),
        lines=tuple(Line(**row) for row in data["lines"]),
        more=data["more"],
    )


def _figure(data: dict[str, Any]) -> Figure:
    numbers = {name: Number(**data[name]) for name in ("now", "before", "year_before")}
    return Figure(**{**data, **numbers})


def _common(data: dict[str, Any]) -> Common:
    return Common(data["label"], data["counts"], tuple(Value(**row) for row in data["values"]))
