"""The tables of a compilation: each row a count in the period and in the one before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.chart_data import Measured
from varvet.insight.annual_report.value import Align, Cell, Column, FigureRef, Role, Row, Table
from varvet.insight.measures.lead_times import LeadTime
from varvet.insight.measures.question import Question
from varvet.insight.unit_page import asked as ask
from varvet.insight.unit_page import rows
from varvet.insight.unit_page.asked import Asked
from varvet.insight.unit_page.counts import end_of_month
from varvet.insight.unit_page.rows import Counted
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.periods import month_name
from varvet.kernel.records.registry import get_measure

WIDTH = "26mm"
Labels = Mapping[str, Mapping[str, str]]
Parts = Mapping[Unit, frozenset[int]]


@dataclass(frozen=True)
class Head:
    """What a table is called: its name in data, its title, what it counts and the head of its first column."""

    id: str
    title: str
    counts: str
    first: str


def months(asked: Asked) -> Table:
    """Every month of the period, those without anything too."""
    whole = asked.question(ask.RECEIVED)
    found = asked.by(whole, "month")
    lines = []
    for month in asked.stretch.months:
        number = found.get(month, 0)
        question = asked.between(ask.RECEIVED, month, end_of_month(month))
        name = Cell(f"{month_name(month).capitalize()} {month.year}")
        lines.append(Row((name, _count(number, question)), key=f"{month:%Y-%m}"))
    total = Row((Cell(_("Totalt")), _count(asked.count(whole), whole)), Role.TOTAL, key="total")
    head = Head("manader", _("Inkomna avvikelser per månad"), _(get_measure(ask.RECEIVED).counts), _("Månad"))
    return _table(head, [_column("now", _("Antal"))], [*lines, total])


def by_value(asked: Asked, labels: Labels, parts: Parts) -> Iterator[Table]:
    """Types, kinds, causes and units: only those that have something to show."""
    received = _(get_measure(ask.RECEIVED).counts)
    mentions = _(get_measure(ask.MENTIONS).counts)
    found = [
        (Head("typer", _("Typer av avvikelser"), mentions, _("Typ")), rows.types(asked, labels["deviation_type"])),
        (Head("slag", _("Slag av rapporter"), received, _("Slag")), rows.kinds(asked)),
        (Head("enheter", _("Var avvikelserna kom in"), received, _("Enhet")), rows.units(asked, parts)),
    ]
    if asked.has(ask.CAUSES):
        counts = _(get_measure(ask.CAUSES).counts)
        head = Head("orsaker", _("Orsaker till avvikelserna"), counts, _("Orsak"))
        found.append((head, rows.causes(asked, labels["deviation_causes"])))
    yield from (compared(head, lines, asked) for head, lines in found if lines)


def compared(head: Head, lines: list[Counted], asked: Asked) -> Table:
    """Each line now and before."""
    columns = [_column("now", _start(asked.stretch.name)), _column("before", _start(asked.before.name))]
    body = []
    for line in lines:
        was = Cell(formats.integer(line.before), value=line.before)
        body.append(Row((Cell(line.name), _count(line.number, line.question), was), key=line.key))
    return _table(head, columns, body)


def lead_times(asked: Asked) -> Table | None:
    """How many were done, the median, and the two numbers of days that half of them lie between."""
    codes = [code for code in (ask.TO_ASSESSMENT, ask.TO_CLOSING) if asked.has(code)]
    body = [_time(asked, code) for code in codes if asked.took(asked.question(code))]
    if not body:
        return None
    columns = [
        _column("number", _("Antal")),
        _column("median", _("Median, dagar"), Measured.DAYS),
        _column("half", _("Hälften tog"), Measured.WORDS),
    ]
    counts = _("Dagar från det att avvikelsen kom in. Färre än fem har ingen median.")
    return _table(Head("tider", _("Så lång tid tog det"), counts, _("Steg")), columns, body)


def _time(asked: Asked, code: str) -> Row:
    question = asked.question(code)
    took = asked.took(question)
    assert took is not None
    median = Cell(_("för få")) if took.few else Cell(_days(took.median), value=took.median, ref=_ref(question))
    number = Cell(formats.integer(took.number), value=took.number)
    return Row((Cell(_(get_measure(code).label)), number, median, Cell(_half(took))), key=code)


def _half(took: LeadTime) -> str:
    if took.few:
        return formats.DASH
    return _("{lower}–{upper} dagar").format(lower=_days(took.lower), upper=_days(took.upper))


def _days(days: float) -> str:
    return formats.integer(int(days)) if float(days).is_integer() else formats.decimal(days)


def _table(head: Head, columns: list[Column], body: list[Row]) -> Table:
    """The label is set when the document is put together, in the order the tables stand."""
    return Table(head.id, "", head.title, head.counts, (Column("row", head.first), *columns), tuple(body))


def _column(key: str, label: str, measured: Measured = Measured.COUNT) -> Column:
    return Column(key, label, WIDTH, Align.RIGHT, measured)


def _count(number: int, question: Question) -> Cell:
    return Cell(formats.integer(number), value=number, ref=_ref(question))


def _ref(question: Question) -> FigureRef:
    return FigureRef(question.as_query())


def _start(text: str) -> str:
    return formats.sentence_start(text)
