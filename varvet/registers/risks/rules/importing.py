"""Reading a list of risks: which columns there are, and what is wrong with a row, said by row and column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from varvet.kernel.law.words import Sentence, marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.risks.rules.handling import LONGEST_NAME, LONGEST_REFERENCE, OCCASION_LABELS, Occasion
from varvet.registers.risks.rules.scoring import HIGHEST, LOWEST, Score, check_residual, score_of

# Headings are Swedish in every language: what one installation writes, another reads.
HEADS = {
    "reference": marked("Nummer"),
    "name": marked("Vad skulle kunna hända"),
    "unit": marked("Enhet"),
    "occasion": marked("Anledning"),
    "process": marked("Process"),
    "routine": marked("Rutin"),
    "consequence": marked("Konsekvens"),
    "probability": marked("Sannolikhet"),
    "residual_consequence": marked("Konsekvens efter åtgärd"),
    "residual_probability": marked("Sannolikhet efter åtgärd"),
}
TEXTS = {"causes": marked("Orsaker"), "leads_to": marked("Kan leda till"), "controls": marked("Förebyggs av")}
NUMBERS = ("consequence", "probability", "residual_consequence", "residual_probability")
MOST_ROWS, LONGEST_TEXT = 1000, 4000


@dataclass(frozen=True)
class Fault:
    """What is wrong, in which row and under which heading; never what the file says there."""

    row: int
    column: str
    sentence: Sentence


@dataclass(frozen=True)
class Line:
    """A row that holds together. `reference` is empty for one that has no number yet."""

    row: int
    unit_id: int
    name: str
    occasion: Occasion
    reference: str = ""
    process: str = ""
    routine: str = ""
    score: Score | None = None
    residual: Score | None = None
    texts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Judged:
    """Either lines or faults: one fault, and nothing is read in."""

    lines: tuple[Line, ...]
    faults: tuple[Fault, ...]


Cells = Mapping[str, object]


def judge(rows: Sequence[tuple[int, Cells]], units: Mapping[str, int]) -> Judged:
    """`units` are those that may be written in, by their names in small letters."""
    faults = [fault for number, cells in rows for fault in _faults(number, cells, units)]
    faults += _twice(rows)
    if faults:
        return Judged((), tuple(sorted(faults, key=lambda fault: fault.row)))
    return Judged(tuple(_line(number, cells, units) for number, cells in rows), ())


def text_of(cells: Cells, name: str) -> str:
    value = cells.get(name)
    return "" if value is None else " ".join(str(value).split()) if name not in TEXTS else str(value).strip()


def _faults(row: int, cells: Cells, units: Mapping[str, int]) -> Iterator[Fault]:
    name = text_of(cells, "name")
    if len(name) < 3:
        yield _fault(row, "name", marked("Skriv vad som skulle kunna hända."))
    if len(name) > LONGEST_NAME:
        yield _fault(row, "name", marked("Korta till högst {most} tecken."), most=LONGEST_NAME)
    if text_of(cells, "unit").casefold() not in units:
        yield _fault(row, "unit", marked("Skriv namnet på en enhet där du arbetar med risker."))
    if text_of(cells, "occasion") and _occasion(cells) is None:
        choices = ", ".join(OCCASION_LABELS.values())
        yield _fault(row, "occasion", marked("Skriv något av: {choices}."), choices=choices)
    yield from _long(row, cells)
    yield from _scores(row, cells)


def _long(row: int, cells: Cells) -> Iterator[Fault]:
    longest = {"process": LONGEST_REFERENCE, "routine": LONGEST_REFERENCE} | dict.fromkeys(TEXTS, LONGEST_TEXT)
    for name, most in longest.items():
        if len(text_of(cells, name)) > most:
            yield _fault(row, name, marked("Korta till högst {most} tecken."), most=most)


def _scores(row: int, cells: Cells) -> Iterator[Fault]:
    wrong = [name for name in NUMBERS if text_of(cells, name) and _number(cells, name) is None]
    yield from (_fault(row, name, marked("Skriv ett tal från 1 till 5.")) for name in wrong)
    if wrong:
        return
    for first, second in (NUMBERS[:2], NUMBERS[2:]):
        if bool(text_of(cells, first)) != bool(text_of(cells, second)):
            lacking = second if text_of(cells, first) else first
            yield _fault(row, lacking, marked("Skriv både konsekvens och sannolikhet, eller ingen av dem."))
            return
    before, after = _score(cells, NUMBERS[:2]), _score(cells, NUMBERS[2:])
    if after and before is None:
        yield _fault(row, "consequence", marked("Skriv också hur risken bedömdes före åtgärd."))
    elif after:
        yield from _higher(row, before, after)


def _higher(row: int, before: Score | None, after: Score) -> Iterator[Fault]:
    try:
        check_residual(before, after)
    except RuleBroken as broken:
        yield _fault(row, "residual_consequence", broken.wording)


def _twice(rows: Sequence[tuple[int, Cells]]) -> Iterator[Fault]:
    """The same risk of the same unit, or the same number, on two rows."""
    seen: dict[tuple[str, ...], int] = {}
    for row, column, key in _keys(rows):
        if key in seen:
            yield _fault(row, column, marked("Samma risk står på rad {first}."), first=seen[key])
        seen.setdefault(key, row)


def _keys(rows: Sequence[tuple[int, Cells]]) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """What each row is known by, and the column that says it."""
    for row, cells in rows:
        number = text_of(cells, "reference").upper()
        yield row, "name", (text_of(cells, "name").casefold(), text_of(cells, "unit").casefold())
        if number:
            yield row, "reference", (number,)


def _fault(row: int, name: str, wording: str, **values: object) -> Fault:
    return Fault(row, {**HEADS, **TEXTS}[name], Sentence(wording, values))


def _number(cells: Cells, name: str) -> int | None:
    text = text_of(cells, name).removesuffix(".0")
    return int(text) if text.isdecimal() and LOWEST <= int(text) <= HIGHEST else None


def _score(cells: Cells, names: Sequence[str]) -> Score | None:
    return score_of(_number(cells, names[0]), _number(cells, names[1]))


def _occasion(cells: Cells) -> Occasion | None:
    said = text_of(cells, "occasion").casefold()
    return next((Occasion(code) for code, label in OCCASION_LABELS.items() if label.casefold() == said), None)


def _line(row: int, cells: Cells, units: Mapping[str, int]) -> Line:
    return Line(
        row=row,
        unit_id=units[text_of(cells, "unit").casefold()],
        name=text_of(cells, "name"),
        occasion=_occasion(cells) or Occasion.YEARLY,
        reference=text_of(cells, "reference").upper(),
        process=text_of(cells, "process"),
        routine=text_of(cells, "routine"),
        score=_score(cells, NUMBERS[:2]),
        residual=_score(cells, NUMBERS[2:]),
        texts={name: text_of(cells, name) for name in TEXTS if text_of(cells, name)},
    )
