"""One reader a column: a cell becomes a value, or nothing and a finding."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from varvet.extracts.fields import BY_NAME, Field, Kind
from varvet.extracts.findings import Fault, Tally
from varvet.extracts.mappings import Column, ColumnMap
from varvet.extracts.pseudonyms import Pseudonyms, canonical, holds_personal_number
from varvet.extracts.reading.values import Impossible, as_day, as_mark, as_moment, as_money, as_number, as_sex, as_text

CODE_LENGTH = 60  # characters: what is longer is free text
LEAST_DIGITS, WHOLE = 7, 10  # a personal number kept as a number has lost its zeros

Value = str | int | bool | date | datetime | None
Told = tuple[Value, Fault | None]  # the value, and the fault that sets the whole row aside


@dataclass(frozen=True)
class Reader:
    """Where in the row the cell stands, and how it is read; `read` takes the cell and the row's number."""

    field: Field
    place: int
    read: Callable[[object, int], Told]


def readers_of(columns: ColumnMap, headings: Sequence[str], pseudonyms: Pseudonyms, tally: Tally) -> tuple[Reader, ...]:
    places = {heading: place for place, heading in reversed(list(enumerate(headings)))}
    made = []
    for column in columns.columns:
        field = BY_NAME[column.field]
        read = partial(READ[field.kind], _Given(field, column, pseudonyms, tally))
        made.append(Reader(field, places[column.heading], read))
    return tuple(made)


@dataclass(frozen=True)
class _Given:
    field: Field
    column: Column
    pseudonyms: Pseudonyms
    tally: Tally

    def note(self, fault: Fault, row: int) -> None:
        self.tally.add(fault, self.field.name, row)


def _case(given: _Given, cell: object, row: int) -> Told:
    text = as_text(cell)
    if text:
        return given.pseudonyms.of(text), None
    if given.field.name != "case":
        return None, None
    given.note(Fault.NO_CASE, row)
    return None, Fault.NO_CASE


def _person(given: _Given, cell: object, row: int) -> Told:
    text = as_text(cell)
    if not text:
        return None, None
    if isinstance(cell, int | float) and LEAST_DIGITS <= len(text) < WHOLE:
        text = text.zfill(WHOLE)
    if canonical(text, 2000) is None:  # the century does not matter here
        given.note(Fault.DOUBTFUL_NUMBER, row)
    return given.pseudonyms.of(text), None


def _code(given: _Given, cell: object, row: int) -> Told:
    text = as_text(cell)
    if not text:
        if given.field.name == "unit":
            given.note(Fault.NO_UNIT, row)
        return None, None
    if holds_personal_number(text):
        given.note(Fault.PERSONAL_NUMBER, row)
        return None, None
    if len(text) > CODE_LENGTH or "\n" in text:
        given.note(Fault.FREE_TEXT, row)
        return None, None
    if given.column.known and text not in given.column.known:
        given.note(Fault.UNKNOWN_CODE, row)
    return text, None


def _sex(given: _Given, cell: object, row: int) -> Told:
    try:
        sex = as_sex(cell)
    except Impossible:
        given.note(Fault.UNKNOWN_CODE, row)
        return None, None
    if sex is None:
        given.note(Fault.NO_SEX, row)
    return sex, None


def _time(read: Callable[[object], Any], given: _Given, cell: object, row: int) -> Told:
    try:
        return read(cell), None
    except Impossible:
        given.note(Fault.IMPOSSIBLE_DAY, row)
        return None, Fault.IMPOSSIBLE_DAY


def _number(read: Callable[[object], int | None], given: _Given, cell: object, row: int) -> Told:
    try:
        return read(cell), None
    except Impossible:
        given.note(Fault.NOT_A_NUMBER, row)
        return None, None


READ: dict[Kind, Callable[[_Given, object, int], Told]] = {
    Kind.CASE: _case,
    Kind.PERSON: _person,
    Kind.CODE: _code,
    Kind.SEX: _sex,
    Kind.DAY: partial(_time, as_day),
    Kind.MOMENT: partial(_time, as_moment),
    Kind.MARK: partial(_time, as_mark),
    Kind.NUMBER: partial(_number, as_number),
    Kind.MONEY: partial(_number, as_money),
}
