"""The figures of an analysis as read: each beside the period before and the year before, with an honest sentence."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from varvet.kernel.statistics.wordings import of_many
from varvet.kernel.ui.sentences import said, sentence_of
from varvet.kernel.ui.words import capitalised, decimal, integer, percent
from varvet.registers.analyses import rules
from varvet.registers.analyses.models import Analysis, spans_of
from varvet.registers.analyses.rules import SOURCE_LABELS, Common, Figure, Line, Number, Part, Sheet

NOTHING = "–"


@dataclass(frozen=True)
class Heads:
    """What the columns are called."""

    now: str
    before: str
    year_before: str


@dataclass(frozen=True)
class Row:
    """A figure; `sentence` is what it says beside the period before."""

    label: str
    counts: str
    now: str
    before: str
    year_before: str
    sentence: str


@dataclass(frozen=True)
class Shown:
    """A register's part."""

    kind: str
    label: str
    rows: tuple[Row, ...]
    common: tuple[Common, ...]
    lines: tuple[Line, ...]
    more: int


def heads_of(analysis: Analysis) -> Heads:
    return Heads(*(capitalised(span.name) for span in spans_of(analysis).all))


def parts_of(sheet: Sheet) -> list[Shown]:
    """Registers with something to tell in any of the periods."""
    return [_part(part, sheet) for part in sheet.parts if not part.is_empty]


def _part(part: Part, sheet: Sheet) -> Shown:
    return Shown(
        kind=part.kind,
        label=said(SOURCE_LABELS.get(part.kind, part.kind)),
        rows=tuple(row_of(figure, sheet) for figure in part.figures),
        common=tuple(Common(said(one.label), said(one.counts), one.values) for one in part.common),
        lines=tuple(Line(one.title, one.unit, said(one.state), one.result) for one in part.lines),
        more=part.more,
    )


def row_of(figure: Figure, sheet: Sheet) -> Row:
    return Row(
        label=said(figure.label),
        counts=said(figure.counts),
        now=number_of(figure.now, figure.unit),
        before=number_of(figure.before, figure.unit),
        year_before=number_of(figure.year_before, figure.unit),
        sentence=sentence_of(rules.sentence_of(figure, sheet.spans)),
    )


def number_of(number: Number, unit: str) -> str:
    """A share with what it is a share of; a dash where nothing was measured."""
    if number.value is None:
        return NOTHING
    if number.whole is not None:
        values = {"part": integer(number.part or 0), "whole": integer(number.whole), "percent": percent(number.value)}
        return _("{part} av {whole} ({percent})").format(**values)
    if unit == "andel":
        return percent(number.value)
    return integer(int(number.value)) if float(number.value).is_integer() else decimal(number.value, 1)


def by_chance(sheet: Sheet) -> str:
    """How many of all comparisons stand out by chance alone; empty where none is expected to."""
    found = of_many(rules.compared([figure for part in sheet.parts if not part.is_empty for figure in part.figures]))
    return sentence_of(found) if found else ""
