"""A draw that anybody can make again: strata, how many of each, and the order a stored seed gives."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken, Word
from varvet.kernel.statistics import drawing as statistics
from varvet.kernel.statistics.drawing import Order
from varvet.registers.self_checks.rules.cases import CASE_LABELS, CaseState
from varvet.registers.self_checks.rules.round import OPEN, Status

LEAST_OF_STRATUM = 5
MOST_LISTED = 200_000
MOST_DRAWN = 2_000
UNKNOWN, ALL = "unknown", "all"  # strata as they are kept
STRATUM_LABELS: dict[str, str] = {UNKNOWN: marked("okänt"), ALL: marked("Alla")}
CALCULATION = "HMAC-SHA256"
BETWEEN = " · "
LONGEST_TRAIT = 24  # letters of a unit or group that its stratum is called by


class FrameKind(StrEnum):
    """What a list is of, and so which column names its rows."""

    CASES = "cases"
    STAFF = "staff"
    PAYMENTS = "payments"


FRAME_LABELS: dict[str, str] = {
    FrameKind.CASES: marked("Ärenden eller akter"),
    FrameKind.STAFF: marked("Medarbetare, för granskning av loggar"),
    FrameKind.PAYMENTS: marked("Utbetalningar"),
}


class Trait(StrEnum):
    """What a frame may be divided by."""

    SEX = "sex"
    UNIT = "unit"
    GROUP = "group"


TRAIT_LABELS: dict[str, str] = {
    Trait.SEX: marked("Kön"),
    Trait.UNIT: marked("Enhet i listan"),
    Trait.GROUP: marked("Grupp i listan"),
}


class Why(StrEnum):
    """Why a drawn case is replaced by another."""

    NOT_FOUND = "not_found"
    OTHER_TARGET = "other_target"
    CONFLICT = "conflict"
    PROTECTED = "protected"
    TWICE = "twice"


WHY_LABELS: dict[str, str] = {
    Why.NOT_FOUND: marked("Akten finns inte"),
    Why.OTHER_TARGET: marked("Ärendet hör inte till det som ska granskas"),
    Why.CONFLICT: marked("Granskaren är jävig och ingen annan kan granska"),
    Why.PROTECTED: marked("Ärendet får inte öppnas av granskaren"),
    Why.TWICE: marked("Samma ärende är redan draget under en annan kod"),
}


@dataclass(frozen=True)
class Listed:
    """A row of a frame: a code, never who. `sex` is women, men, girls, boys or empty; the others as the list says."""

    code: str
    sex: str = ""
    unit: str = ""
    group: str = ""


def order_of(seed: str, reference: str) -> Order:
    """By the frame's stored seed in hex and the round's reference: changed, it would change draws that are made."""
    return Order(bytes.fromhex(seed), f"{reference}:")


@dataclass(frozen=True)
class Portion:
    """A stratum: `population` rows of the frame, `sample` of them drawn."""

    stratum: str
    population: int
    sample: int


def hash_of(frame: Iterable[Listed]) -> str:
    """SHA-256 of the frame as it is kept: whoever has the list can see that it is the same."""
    return statistics.hash_of(_line(row) for row in frame)


def as_text(frame: Iterable[Listed]) -> str:
    """A row a line, in order of their codes; no trait holds a tab or a line break."""
    return "\n".join(_line(row) for row in sorted(frame, key=lambda row: row.code))


def _line(row: Listed) -> str:
    return f"{row.code}\t{row.sex}\t{row.unit}\t{row.group}"


def from_text(text: str) -> list[Listed]:
    return [Listed(*line.split("\t")) for line in text.split("\n")]


def stratum_of(row: Listed, traits: Sequence[str]) -> str:
    """Traits in the order they are declared; what the list does not say is a stratum of its own."""
    given = {Trait.SEX: row.sex, Trait.UNIT: row.unit, Trait.GROUP: row.group}
    return BETWEEN.join(given[trait][:LONGEST_TRAIT] or UNKNOWN for trait in Trait if trait in traits) or ALL


def populations(frame: Iterable[Listed], traits: Sequence[str]) -> dict[str, int]:
    counts = Counter(stratum_of(row, traits) for row in frame)
    return {stratum: counts[stratum] for stratum in sorted(counts)}


def allocate(sizes: Mapping[str, int], wanted: int, drawn: Mapping[str, int] | None = None) -> tuple[Portion, ...]:
    """How many of each stratum: proportional, at least five or all there are, and never fewer than drawn before.

    What is over goes to the largest remainders; where two are alike, to the first by name.
    """
    before = drawn or {}
    check_size(sizes, wanted, sum(before.values()))
    least = {
        name: max(before.get(name, 0), min(size, LEAST_OF_STRATUM) if len(sizes) > 1 else 0)
        for name, size in sizes.items()
    }
    shares = _proportional(sizes, wanted, least)
    return tuple(Portion(name, sizes[name], shares[name]) for name in sorted(sizes))


def check_size(sizes: Mapping[str, int], wanted: int, before: int) -> None:
    total = sum(sizes.values())
    if not total:
        raise RuleBroken("self_check.draw.empty", "Listan har inga rader att dra ur.", field="wanted")
    if wanted < 1 or wanted > min(total, MOST_DRAWN):
        sentence, most = marked("Skriv ett antal från 1 till {most}."), min(total, MOST_DRAWN)
        raise RuleBroken("self_check.draw.size", sentence, field="wanted", values={"most": most})
    if wanted <= before:
        sentence = marked("{before} är redan dragna. Skriv ett större antal för att utöka.")
        raise RuleBroken("self_check.draw.fewer", sentence, field="wanted", values={"before": before})
    least = sum(min(size, LEAST_OF_STRATUM) for size in sizes.values())
    if len(sizes) > 1 and wanted < least:
        sentence = marked("Fem ur varje del blir {least}. Dra minst så många, eller dela upp i färre delar.")
        raise RuleBroken("self_check.draw.strata", sentence, field="wanted", values={"least": least})


def _proportional(sizes: Mapping[str, int], wanted: int, least: Mapping[str, int]) -> dict[str, int]:
    """Strata whose share falls below their least get that; the others share what is left by size."""
    fixed: dict[str, int] = {}
    while True:
        free = {name: size for name, size in sizes.items() if name not in fixed}
        left, whole = wanted - sum(fixed.values()), sum(free.values())
        quotas = {name: Fraction(max(left, 0) * size, whole) for name, size in free.items()}
        short = {name: least[name] for name, quota in quotas.items() if quota < least[name]}
        if not short:
            return {**fixed, **_rounded(quotas, left)}
        fixed |= short


def _rounded(quotas: Mapping[str, Fraction], total: int) -> dict[str, int]:
    """Largest remainder."""
    shares = {name: int(quota) for name, quota in quotas.items()}
    order = sorted(quotas, key=lambda name: (shares[name] - quotas[name], name))
    for name in order[: max(0, total - sum(shares.values()))]:
        shares[name] += 1
    return shares


def draw(
    frame: Iterable[Listed], traits: Sequence[str], counts: Mapping[str, int], order: Order, taken: Collection[str] = ()
) -> list[tuple[str, Listed]]:
    """Stratum and row of so many more of each stratum: the lowest keys, after those `taken` before.

    The whole draw is sorted by key, so that the numbers say nothing of the strata.
    """
    passed, left = set(taken), dict(counts)
    found: list[tuple[str, Listed]] = []
    for row in sorted(frame, key=lambda row: order.place(row.code)):
        stratum = stratum_of(row, traits)
        if row.code not in passed and left.get(stratum, 0) > 0:
            left[stratum] -= 1
            found.append((stratum, row))
    return found


def check_frame(listed: int) -> None:
    if not listed:
        raise RuleBroken("self_check.frame.empty", "Listan har inga rader som kan användas.", field="file")
    if listed > MOST_LISTED:
        sentence = marked("Listan har fler än {most} rader. Dela den, till exempel per månad.")
        raise RuleBroken("self_check.frame.long", sentence, field="file", values={"most": MOST_LISTED})


def check_open(status: str) -> None:
    if status not in OPEN:
        raise RuleBroken("self_check.draw.state", "Kontrollen är avslutad. Därför går det inte att dra ett urval.")


def check_drawable(status: str, *, is_drawn: bool) -> None:
    """A performed round may still be extended, from a list that something was drawn from."""
    if status != Status.PERFORMED or not is_drawn:
        check_open(status)


def check_replacement(state: str) -> None:
    """Only what waits for review is replaced: what has been reviewed stays, whatever it showed."""
    if state != CaseState.TO_REVIEW:
        sentence = marked("Läget är {state}. Bara det som väntar på granskning kan bytas ut.")
        values = {"state": Word(CASE_LABELS[state])}
        raise RuleBroken("self_check.replace.state", sentence, field="reason", values=values)


def nothing_left() -> RuleBroken:
    sentence = marked("Det finns inget mer att dra i samma del av listan. Skriv i analysen att inget ersatte.")
    return RuleBroken("self_check.replace.none", sentence, field="reason")
