"""The board and the timeline as shown: columns of cards, and bars by month with a table behind them."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.ui.lists import address, chips_of
from varvet.kernel.ui.sentences import said, sentence_of
from varvet.registers.improvements import queries, rules
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.queries.overview import Due, Progress, Timeline
from varvet.registers.improvements.rules import Event
from varvet.registers.improvements.views.shown_asks import ASKS
from varvet.registers.improvements.views.shown_filters import chosen_of, narrowing
from varvet.registers.improvements.views.shown_list import returning_for, ways

COLUMNS = {
    "planned": (marked("Planerade"), "planned", (Event.START, Event.CARRY_OUT)),
    "ongoing": (marked("Pågår"), "ongoing", (Event.STEPS, Event.CARRY_OUT)),
    "waiting": (marked("Väntar på effekt"), "done", (Event.JUDGE,)),
    "settled": (marked("Effekt bedömd i år"), "done", ()),
}
CODES = {"carry_out": marked("Klar"), "judge_effect": marked("Effekten bedöms")}
WIDEST, HEIGHT = 300, 14  # of a bar, in the drawing's own units


@dataclass(frozen=True)
class Way:
    """A button's words, and where it leads."""

    label: str
    href: str


@dataclass(frozen=True)
class Card:
    """An improvement on the board. `starts` is its version where one press starts it, None elsewhere."""

    reference: str
    what: str
    unit: str
    owner: str
    due: date | None
    late: bool
    effect: str
    returns: str
    progress: Progress | None
    ways: tuple[Way, ...]
    starts: int | None


@dataclass(frozen=True)
class Column:
    code: str
    label: str
    cards: tuple[Card, ...]
    more_href: str


def board_page(reader: Reader, filters: queries.Filters) -> dict[str, object]:
    board = queries.board(reader, filters)
    every = [one for column in board.columns for one in column.improvements]
    returning = returning_for(reader, every) if every else queries.Returning({})
    maker = Cards(reader, returning, board.progress)
    columns = [
        Column(c.code, said(COLUMNS[c.code][0]), maker.of(c), _more(filters, c.code) if c.more else "")
        for c in board.columns
    ]
    return {"columns": columns, "here": address(_chosen(filters)), **_around(reader, filters, "board")}


def _more(filters: queries.Filters, code: str) -> str:
    query = address({**chosen_of(filters), "lage": COLUMNS[code][1]})
    return f"{reverse('improvements:list')}{query}"


def _chosen(filters: queries.Filters) -> dict[str, str | int]:
    """As the list's address, without its state: the columns are the states."""
    return {name: value for name, value in chosen_of(filters).items() if name != "lage"}


def _around(reader: Reader, filters: queries.Filters, current: str) -> dict[str, object]:
    selects = narrowing(reader, filters)
    return {
        "ways": ways(filters, current),
        "narrowing": selects,
        "chips": chips_of(_chosen(filters), selects.labels()),
        "may_decide": reader.has("improvements.edit"),
    }


@dataclass(frozen=True)
class Cards:
    """Makes the cards of a reader's board."""

    reader: Reader
    returning: queries.Returning
    progress: dict[int, Progress]

    def of(self, column: queries.Column) -> tuple[Card, ...]:
        return tuple(self.card(column.code, improvement) for improvement in column.improvements)

    def card(self, code: str, improvement: Improvement) -> Card:
        may = self.reader.can("improvements.edit", improvement.unit_id)
        events = COLUMNS[code][2] if may else ()
        told = self.returning.told(improvement)
        return Card(
            reference=improvement.reference,
            what=improvement.what,
            unit=improvement.unit.name,
            owner=improvement.owner.name if improvement.owner else "",
            due=_due_of(improvement),
            late=_is_late(improvement, self.reader.today),
            effect=rules.EFFECT_LABELS.get(improvement.effect, ""),
            returns=sentence_of(told) if told else "",
            progress=self.progress.get(improvement.pk),
            ways=tuple(_way(event, improvement) for event in events if event is not Event.START),
            starts=improvement.version if Event.START in events else None,
        )


def _way(event: Event, improvement: Improvement) -> Way:
    return Way(ASKS[event].link, reverse(f"improvements:{event}", args=[improvement.reference]))


def _due_of(improvement: Improvement) -> date | None:
    """When it is to be in place; after that, when its effect is to be judged."""
    if improvement.status != rules.Status.DONE:
        return improvement.due_on
    plan = queries.plan_of(improvement)
    return plan.due_on if plan and improvement.effect not in rules.SETTLED else None


def _is_late(improvement: Improvement, today: date) -> bool:
    due = _due_of(improvement)
    return due is not None and due < today


@dataclass(frozen=True)
class Bar:
    """A month, or what lies before and after them: its name, what is to be done, and the bar's width."""

    label: str
    dues: tuple[Due, ...]
    width: int
    late: bool = False

    @property
    def says(self) -> str:
        return ngettext("{number} åtgärd", "{number} åtgärder", len(self.dues)).format(number=len(self.dues))


def timeline_page(reader: Reader, filters: queries.Filters) -> dict[str, object]:
    line = queries.timeline(reader, filters)
    bars = _bars(line)
    count = sum(len(bar.dues) for bar in bars)
    some = ngettext("{count} åtgärd har något som ska göras.", "{count} åtgärder har något som ska göras.", count)
    late = ngettext("{late} är försenad.", "{late} är försenade.", len(line.late))
    alt = f"{some.format(count=count)} {late.format(late=len(line.late))}"
    return {
        "bars": bars,
        "alt": alt,
        "count": count,
        "codes": {code: said(label) for code, label in CODES.items()},
        "undated": line.undated,
        **_around(reader, filters, "timeline"),
    }


def _bars(line: Timeline) -> list[Bar]:
    parts = [(_month(month.first), month.dues) for month in line.months]
    parts += [(_("Senare"), line.later)] if line.later else []
    most = max([len(line.late), *(len(dues) for _label, dues in parts)], default=0) or 1
    late = [Bar(_("Försenat"), line.late, _width(len(line.late), most), late=True)] if line.late else []
    return [*late, *(Bar(label, dues, _width(len(dues), most)) for label, dues in parts)]


def _width(count: int, most: int) -> int:
    return round(WIDEST * count / most)


def _month(first: date) -> str:
    return _("{month} {year}").format(month=str(MONTHS[first.month]).capitalize(), year=first.year)
