"""The drawings of a unit's page: what came in month by month, and by type, cause, kind and place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from varvet.insight.unit_page import asked as ask
from varvet.insight.unit_page import rows
from varvet.insight.unit_page.asked import Asked, figure
from varvet.insight.unit_page.drawn import Month, columns, share
from varvet.insight.unit_page.rows import Counted
from varvet.insight.unit_page.value import BarRow, BarTable, MonthRow, Months
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.periods import month_name, months_later, months_until
from varvet.kernel.records.registry import get_measure
from varvet.kernel.ui.words import SHORT_MONTHS

SHOWN_MONTHS = 12
WIDE, PHONE = 580.0, 328.0
COMMONEST = marked("{name} är vanligast: {number} av {whole}.")


def months_shown(asked_last: date, today: date) -> tuple[date, ...]:
    """Twelve months, the last of the period at the end, or this month while the period lasts."""
    return months_until(min(asked_last, today).replace(day=1), SHOWN_MONTHS)


def months_of(asked: Asked, months: tuple[date, ...], breaks: Mapping[date, str]) -> Months:
    """`breaks` are the months from which something is counted in another way, with the reason."""
    whole = asked.between(ask.RECEIVED, months[0], end_of_month(months[-1]))
    found = asked.by(whole, "month")
    numbers = [found.get(month, 0) for month in months]
    drawn = [
        Month(_(SHORT_MONTHS[m.month - 1]), number, asked.stretch.first <= m <= asked.stretch.last, m in breaks)
        for m, number in zip(months, numbers, strict=True)
    ]
    said = [f"{month_name(month)} {month.year}" for month in months]
    lines = [
        MonthRow(name, figure(asked.between(ask.RECEIVED, month, end_of_month(month)), number))
        for name, month, number in zip(said, months, numbers, strict=True)
    ]
    return Months(
        reading=_months_reading(said, numbers),
        alt=_("Stapeldiagram: {months}.").format(
            months=", ".join(f"{name} {number}" for name, number in zip(said, numbers, strict=True))
        ),
        wide=columns(drawn, WIDE, 1),
        phone=columns(drawn, PHONE, 3),
        rows=tuple(lines),
        notes=tuple(breaks.values()),
    )


def _months_reading(said: list[str], numbers: list[int]) -> str:
    most, whole = max(numbers), sum(numbers)
    if not whole:
        return _("Inga avvikelser har kommit in på tolv månader.")
    if numbers.count(most) > 1:
        return _("Som mest kom {most} på en månad, av {whole} på tolv månader.").format(most=most, whole=whole)
    month = said[numbers.index(most)]
    return _("Flest kom i {month}: {most} av {whole} på tolv månader.").format(month=month, most=most, whole=whole)


def by_type(asked: Asked, labels: Mapping[str, str]) -> BarTable | None:
    words = Words(_("Typer av avvikelser"), _("Typ"), _(COMMONEST))
    return _table("typer", rows.types(asked, labels), ask.MENTIONS, words)


def by_cause(asked: Asked, labels: Mapping[str, str]) -> BarTable | None:
    words = Words(_("Orsaker"), _("Orsak"), _(COMMONEST))
    return _table("orsaker", rows.causes(asked, labels), ask.CAUSES, words)


def by_kind(asked: Asked) -> BarTable | None:
    words = Words(_("Slag av rapporter"), _("Slag"), _(COMMONEST))
    return _table("slag", rows.kinds(asked), ask.RECEIVED, words)


def by_unit(asked: Asked, parts: Mapping[Unit, frozenset[int]]) -> BarTable | None:
    words = Words(_("Var det kom in"), _("Enhet"), _("Flest kom från {name}: {number} av {whole}."))
    return _table("enheter", rows.units(asked, parts), ask.RECEIVED, words)


@dataclass(frozen=True)
class Words:
    """What a table is called, how its first column is headed, and how its commonest row is told."""

    caption: str
    head: str
    reading: str


def _table(place: str, shown: list[Counted], code: str, words: Words) -> BarTable | None:
    """None where nothing was counted in either period."""
    if not shown:
        return None
    most = max(max(row.number, row.before) for row in shown)
    bars = [
        BarRow(
            name=row.name,
            number=figure(row.question, row.number),
            before=row.before,
            bar=share(row.number, most),
            bar_before=share(row.before, most),
            href=row.href,
        )
        for row in shown
    ]
    counts = _(get_measure(code).counts)
    return BarTable(place, _reading(shown, words), counts, words.caption, words.head, tuple(bars))


def _reading(shown: list[Counted], words: Words) -> str:
    """Which is most common, of how many. Never why."""
    first, whole = shown[0], sum(row.number for row in shown)
    if not whole:
        return _("Inget är räknat i perioden.")
    if len(shown) > 1 and shown[1].number == first.number:
        return _("Ingen sticker ut: flera har {number} var, av {whole}.").format(number=first.number, whole=whole)
    if first.number == whole:
        return _("{name}: alla {number}.").format(name=first.name, number=whole)
    return words.reading.format(name=first.name, number=first.number, whole=whole)


def end_of_month(month: date) -> date:
    return months_later(month, 1) - timedelta(days=1)
