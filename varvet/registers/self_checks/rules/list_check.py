"""What a list may say of a round: who is hidden, which figures become the result, and how it is read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from varvet.extracts.checks.results import UNKNOWN, Line
from varvet.extracts.checks.shapes import Basis, Check
from varvet.extracts.fields import label_of
from varvet.extracts.wordings import percent as shown_percent
from varvet.kernel.law.words import Sentence, marked
from varvet.kernel.records.errors import RuleBroken, Word
from varvet.registers.self_checks.rules.round import PERMILLE, Dimension, Figures, Method, SplitRow

SMALLEST_SHOWN = 5
LONGEST_GROUP = 20
CHILDREN = frozenset({"forhandsbedomning", "skyddsbedomning", "barnavardsutredning", "barnsamtal", "barnet_traffat"})
GIRLS_AND_BOYS = {"female": "girls", "male": "boys"}
WOMEN_AND_MEN = {"female": "women", "male": "men"}
NEEDS_COLUMN = marked("Kontrollen behöver en kolumn med {field}. Skriv vad den heter i listan.")
OTHER_METHOD = marked("Den här egenkontrollen görs på ett annat sätt än med en lista.")
NOT_COUNTED = marked("Listan är inte räknad än. Vänta en stund och försök igen.")
NO_ANSWERS = marked("Inget ärende i listan kan räknas, så det finns inget resultat att spara.")
NO_DELEGATION = marked("Läs in delegationsordningen först. Den behövs för att jämföra besluten.")

SAYS_ESTIMATE = marked("{share} procent ({low}–{high}) väntas bli klara i tid. {late} är öppna över fristen nu.")
SAYS_IN_TIME = marked("{met} av {counted} blev klara i tid: {share} procent ({low}–{high}).")
SAYS_LATE_NOW = marked(
    "{met} av {counted} är klara i tid: {share} procent ({low}–{high}). {late} är öppna över fristen nu."
)
SAYS_HOLDS = marked("{met} av {counted} uppfyller kravet: {share} procent ({low}–{high}).")
SAYS_NOTHING = marked("Inget ärende i listan kan räknas.")


class ListState(StrEnum):
    COUNTING = "counting"
    COUNTED = "counted"
    FAILED = "failed"


LIST_STATE_LABELS: dict[str, str] = {
    ListState.COUNTING: marked("Räknas nu"),
    ListState.COUNTED: marked("Räknad"),
    ListState.FAILED: marked("Gick inte att räkna"),
}
BASIS_LABELS: dict[str, str] = {
    Basis.OPENED: marked("De som började under perioden, även de som är öppna"),
    Basis.CLOSED: marked("De som avslutades under perioden"),
}


@dataclass(frozen=True)
class ShownLine:
    """A line of the result; a hidden one tells no figures, since so few stand behind it or another could be told."""

    line: Line
    hidden: bool


def check_method(method: str, wanted: Method) -> None:
    if method != wanted:
        raise RuleBroken("self_check.list.method", OTHER_METHOD)


def check_columns(needed: Sequence[str], fields: Sequence[str]) -> None:
    for name in needed:
        if name not in fields:
            raise RuleBroken("self_check.list.column", NEEDS_COLUMN, values={"field": Word(label_of(name))})


def check_counted(state: str) -> None:
    if state != ListState.COUNTED:
        raise RuleBroken("self_check.list.state", NOT_COUNTED)


def by_sex(lines: Sequence[Line]) -> list[ShownLine]:
    return _shown([line for line in lines if line.sex and not line.group])


def by_part(lines: Sequence[Line]) -> list[ShownLine]:
    """By group, or by unit. Never by sex within them: what is hidden could be worked out from the sexes of all."""
    return _shown([line for line in lines if line.group and not line.sex])


def _shown(lines: Sequence[Line]) -> list[ShownLine]:
    """Hidden: what has fewer than five, and the next smallest beside a single one, since all of them add up."""
    hidden = _hidden(lines)
    return [ShownLine(line, (line.group, line.sex) in hidden) for line in lines]


def _hidden(parts: Sequence[Line]) -> set[tuple[str, str]]:
    """Who lacks sex or group in the list is no group of people, and is hidden only to hide another."""
    in_order = sorted(parts, key=lambda line: (not _is_small(line), line.whole, line.group, line.sex))
    small = sum(map(_is_small, in_order))
    return {(line.group, line.sex) for line in in_order[: max(small, 2) if small else 0]}


def _is_small(line: Line) -> bool:
    return line.whole < SMALLEST_SHOWN and UNKNOWN not in {line.group, line.sex}


def figures_of(total: Line) -> Figures:
    """All whose answer is known are reviewed; what open cases make of the share is kept beside, in thousandths."""
    if not total.counted:
        raise RuleBroken("self_check.list.empty", NO_ANSWERS)
    estimate = round(total.share.share * PERMILLE) if total.is_estimate and total.share else None
    return Figures(
        census=True,
        population=total.counted,
        sample=total.counted,
        fulfilled=total.met,
        stated_permille=estimate,
    )


def split_rows(check: Check, lines: Sequence[Line]) -> tuple[SplitRow, ...]:
    """By sex and by group, those with an answer; who lacks sex or group is in the whole alone."""
    words = GIRLS_AND_BOYS if check.name in CHILDREN else WOMEN_AND_MEN
    sexes = [line for line in lines if not line.group and line.sex in words and line.counted]
    groups = [line for line in lines if line.group not in {"", UNKNOWN} and not line.sex and line.counted]
    names = short_names(line.group for line in groups)
    return (
        *(SplitRow(Dimension.SEX, words[line.sex], line.counted, line.met) for line in sexes),
        *(SplitRow(Dimension.GROUP, names[line.group], line.counted, line.met) for line in groups),
    )


def short_names(groups: Iterable[str]) -> dict[str, str]:
    """Names of at most twenty signs that still differ from one another."""
    given: dict[str, str] = {}
    for group in groups:
        name = group[:LONGEST_GROUP].strip()
        number = 2
        while name in given.values():
            name = f"{group[: LONGEST_GROUP - 3].strip()} {number}"
            number += 1
        given[group] = name
    return given


def says(check: Check, total: Line) -> Sentence:
    """The result in one sentence."""
    if total.share is None:
        return Sentence(SAYS_NOTHING)
    values: dict[str, object] = {name: shown_percent(getattr(total.share, name)) for name in ("share", "low", "high")}
    values |= {"met": total.met, "counted": total.counted, "late": total.late_now}
    if total.is_estimate:
        return Sentence(SAYS_ESTIMATE, values)
    if not check.has_deadline:
        return Sentence(SAYS_HOLDS, values)
    return Sentence(SAYS_LATE_NOW if total.late_now else SAYS_IN_TIME, values)
