"""The counts of a unit's page: what came in month by month, and by type, cause, kind and place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.insight.measures.periods import month_name, months_later, months_until
from varvet.insight.measures.question import Question
from varvet.insight.unit_page import asked as ask
from varvet.insight.unit_page.asked import Asked, figure
from varvet.insight.unit_page.drawn import Month, columns, share
from varvet.insight.unit_page.value import BarRow, BarTable, MonthRow, Months
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.registry import get_measure, get_register
from varvet.kernel.ui.words import SHORT_MONTHS

SHOWN_MONTHS = 12
WIDE, PHONE = 580.0, 328.0


@dataclass(frozen=True)
class Counted:
    """One value of a breakdown, now and in the period before."""

    name: str
    question: Question
    number: int
    before: int
    href: str = ""


def months_shown(asked_last: date, today: date) -> tuple[date, ...]:
    """Twelve months, the last of the period at the end, or this month while the period lasts."""
    return months_until(min(asked_last, today).replace(day=1), SHOWN_MONTHS)


def months_of(asked: Asked, months: tuple[date, ...], breaks: Mapping[date, str]) -> Months:
    """`breaks` are the months from which something is counted in another way, with the reason."""
    whole = asked.between(ask.RECEIVED, months[0], _end(months[-1]))
    found = asked.by(whole, "month")
    numbers = [found.get(month, 0) for month in months]
    drawn = [
        Month(SHORT_MONTHS[m.month - 1], number, asked.stretch.first <= m <= asked.stretch.last, m in breaks)
        for m, number in zip(months, numbers, strict=True)
    ]
    said = [f"{month_name(month)} {month.year}" for month in months]
    rows = [
        MonthRow(name, figure(asked.between(ask.RECEIVED, month, _end(month)), number))
        for name, month, number in zip(said, months, numbers, strict=True)
    ]
    return Months(
        reading=_months_reading(said, numbers),
        alt=_("Stapeldiagram: {months}.").format(
            months=", ".join(f"{name} {number}" for name, number in zip(said, numbers, strict=True))
        ),
        wide=columns(drawn, WIDE, 1),
        phone=columns(drawn, PHONE, 3),
        rows=tuple(rows),
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
    rows = list(_by(asked, ask.MENTIONS, "category", labels))
    return _table("typer", rows, ask.MENTIONS, _("Typer av avvikelser"), _("Typ"))


def by_cause(asked: Asked, labels: Mapping[str, str]) -> BarTable | None:
    if not asked.has(ask.CAUSES):
        return None
    rows = list(_by(asked, ask.CAUSES, "category", labels))
    return _table("orsaker", rows, ask.CAUSES, _("Orsaker"), _("Orsak"))


def by_kind(asked: Asked) -> BarTable | None:
    """The unit's own kinds, and those that have measures of their own."""
    labels = {kind: _(label) for kind, label in get_register(ask.REGISTER).kinds.items()}
    rows = list(_by(asked, ask.RECEIVED, "kind", {**labels, "": _("Inte bedömd än")}))
    for code in (ask.HEALTH_CARE, ask.COLLABORATION, ask.GOOD_EXAMPLES):
        if asked.has(code):
            question, earlier = asked.question(code), asked.question(code, during=asked.before)
            name = labels.get(_kind_of(code), _(get_measure(code).label))
            rows.append(Counted(name, question, asked.count(question), asked.count(earlier)))
    return _table("slag", rows, ask.RECEIVED, _("Slag av rapporter"), _("Slag"))


def _kind_of(code: str) -> str:
    """The one kind that a measure of its own counts."""
    return next((values[0] for name, values in get_measure(code).where if name == "kind"), "")


def by_unit(asked: Asked, parts: Mapping[Unit, frozenset[int]]) -> BarTable | None:
    """Each unit right below, and last what none of them stands for today."""
    if not parts:
        return None
    now = asked.by(asked.question(ask.RECEIVED), "unit")
    was = asked.by(asked.question(ask.RECEIVED, during=asked.before), "unit")
    rows = []
    for unit, ids in parts.items():
        question = asked.question(ask.RECEIVED, ("unit", (unit.slug,)))
        href = reverse("unit_page:unit", args=[unit.pk])
        rows.append(Counted(unit.name, question, _of(now, ids), _of(was, ids), href))
    rest = sum(now.values()) - sum(row.number for row in rows)
    rest_before = sum(was.values()) - sum(row.before for row in rows)
    own = asked.question(ask.RECEIVED, ("unit", (f"={asked.unit.slug}",)))
    rows.append(Counted(_("Direkt på enheten, eller där enheten har flyttat"), own, rest, rest_before))
    return _table("enheter", rows, ask.RECEIVED, _("Var det kom in"), _("Enhet"))


def _of(found: Mapping[object, int], ids: frozenset[int]) -> int:
    return sum(found.get(pk, 0) for pk in ids)


def _by(asked: Asked, code: str, name: str, labels: Mapping[str, str]) -> Iterator[Counted]:
    """Every value that occurs now or did before."""
    question, earlier = asked.question(code), asked.question(code, during=asked.before)
    now, was = asked.by(question, name), asked.by(earlier, name)
    for value in {**now, **was}:
        key = str(value)
        narrowed = asked.question(code, (name, (key,)))
        yield Counted(labels.get(key, key), narrowed, now.get(value, 0), was.get(value, 0))


def _table(place: str, rows: list[Counted], code: str, caption: str, head: str) -> BarTable | None:
    """None where nothing was counted in either period."""
    shown = sorted((row for row in rows if row.number or row.before), key=lambda row: (-row.number, row.name))
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
    return BarTable(place, _reading(shown), counts, caption, head, tuple(bars))


def _reading(rows: list[Counted]) -> str:
    """Which is most common, of how many. Never why."""
    first, whole = rows[0], sum(row.number for row in rows)
    if not whole:
        return _("Inget är räknat i perioden.")
    if len(rows) > 1 and rows[1].number == first.number:
        return _("Ingen sticker ut: flera har {number} var, av {whole}.").format(number=first.number, whole=whole)
    return _("{name} är vanligast: {number} av {whole}.").format(name=first.name, number=first.number, whole=whole)


def _end(month: date) -> date:
    following = months_later(month, 1)
    return date.fromordinal(following.toordinal() - 1)
