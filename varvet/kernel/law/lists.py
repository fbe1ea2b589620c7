"""Shipped lists: lex Sarah types and outcomes, quality areas, instruments, other duties and Kolada's form."""

from dataclasses import dataclass
from functools import cache

from varvet.kernel.law import shipped
from varvet.kernel.law.shipped import HowChecked

LISTS_FILE = "lists.json"


@dataclass(frozen=True)
class QualityAreas:
    """Quality areas as one origin has added them; later origins add to the first."""

    origin: str
    areas: tuple[str, ...]


@dataclass(frozen=True)
class Instrument:
    """A scale's ends and cut-offs (points). A cut-off is configuration: a local choice with a source of its own."""

    name: str
    lowest: int | None = None
    highest: int | None = None
    cutoff_men: int | None = None
    cutoff_women: int | None = None
    areas: int | None = None
    client_lowest: int | None = None
    client_highest: int | None = None
    interviewer_lowest: int | None = None
    interviewer_highest: int | None = None


@dataclass(frozen=True)
class Duty:
    """A neighbouring duty that is not a term: who owns it elsewhere, and how fast it must be met."""

    key: str
    label: str
    source: str
    note: str
    status: HowChecked


@dataclass(frozen=True)
class KoladaForm:
    """How Kolada's API version 3 is asked: addresses below `base`, and what to mind in the answers."""

    base: str
    paths: tuple[str, ...]
    limits: str
    notes: str


@cache
def lex_sarah_types() -> tuple[str, ...]:
    return tuple(shipped.read(LISTS_FILE)["lex_sarah_types"])


@cache
def lex_sarah_outcomes() -> tuple[str, ...]:
    return tuple(shipped.read(LISTS_FILE)["lex_sarah_outcomes"])


@cache
def quality_areas() -> tuple[QualityAreas, ...]:
    rows = shipped.read(LISTS_FILE)["quality_areas"]
    return tuple(QualityAreas(row["origin"], tuple(row["areas"])) for row in rows)


@cache
def instruments() -> tuple[Instrument, ...]:
    return tuple(Instrument(**row) for row in shipped.read(LISTS_FILE)["instruments"]["scales"])


@cache
def duties() -> tuple[Duty, ...]:
    rows = shipped.read(LISTS_FILE)["duties"]
    return tuple(Duty(row["key"], row["label"], row["source"], row["note"], HowChecked(row["status"])) for row in rows)


@cache
def kolada_form() -> KoladaForm:
    row = shipped.read(LISTS_FILE)["kolada"]
    return KoladaForm(row["base"], tuple(row["paths"]), row["limits"], row["notes"])
