"""The unit's page put together: one unit, one period, everything on it counted when it is opened."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from varvet.insight.unit_page import asked as ask
from varvet.insight.unit_page import counts, quiet, said, times, waiting
from varvet.insight.unit_page.asked import Asked
from varvet.insight.unit_page.reports import silences
from varvet.insight.unit_page.summary import PERMISSION
from varvet.insight.unit_page.value import Around, Choice, UnitPage
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Category, SeriesBreak, Unit
from varvet.kernel.organisation.tree import line_on
from varvet.kernel.records.periods import Length, Stretch, Years, years_of
from varvet.kernel.ui.lists import Tab
from varvet.kernel.ui.words import long_span

LISTS = ("deviation_type", "deviation_causes")


def unit_page(reader: Reader, root: Unit, unit: Unit, code: str) -> UnitPage:
    """`code` names the period; empty for this tertial. Told for one that names none."""
    years = years_of(root)
    stretch = years.part_named(code) if code else years.part_of(Length.TERTIAL, reader.today)
    months = counts.months_shown(stretch.last, reader.today)
    asked = ask.ask(root, unit, stretch, years.before(stretch), months[0])
    parts = parts_of(root, unit, reader.today)
    now = frozenset({unit.pk}).union(*parts.values())
    labels, found = labels_of(root), waiting.list_open(reader, now)
    silent = silences(root, parts or {unit: asked.units}, reader.today)
    tables = (
        counts.by_unit(asked, parts),
        counts.by_kind(asked),
        counts.by_cause(asked, labels["deviation_causes"]),
    )
    breaks = breaks_of(asked, min(months[0], asked.before.first))
    return UnitPage(
        unit=unit.name,
        period=stretch.name,
        span=long_span(stretch.first, stretch.last),
        sentences=said.sentences(asked, reader.today),
        breaks=tuple(why for day, why in breaks.items() if asked.before.first < day <= stretch.last),
        around=_around(reader, years, unit, stretch),
        months=counts.months_of(asked, months, {day: why for day, why in breaks.items() if day > months[0]}),
        types=counts.by_type(asked, labels["deviation_type"]),
        tables=tuple(table for table in tables if table),
        times=times.times_of(asked, found),
        silence=quiet.silence_of(silent, unit.pk),
        waiting=waiting.waiting_of(found, now),
    )


def parts_of(root: Unit, unit: Unit, today: date) -> dict[Unit, frozenset[int]]:
    """The units right below that are open, in Swedish order, each with the ids of all that lie in its line."""
    line = line_on({root.pk}, today)
    below = [pk for pk, above in line.above.items() if unit.pk in above]
    units = Unit.objects.filter(pk__in=below).exclude(last_day__lt=today).order_by("sort_key")
    return {part: line.below({part.pk}) for part in units}


def labels_of(root: Unit) -> dict[str, dict[str, str]]:
    """List -> code -> label, as the newest version that has the code says it. Other lists are not read."""
    found: dict[str, dict[str, str]] = {key: {} for key in LISTS}
    rows = Category.objects.filter(list__root=root, list__key__in=LISTS).order_by("list__version")
    english = (get_language() or "").startswith("en")
    for key, code, swedish, other in rows.values_list("list__key", "code", "label_sv", "label_en"):
        found[key][code] = other if english and other else swedish
    return found


def breaks_of(asked: Asked, since: date) -> Mapping[date, str]:
    """The months in which a unit here began to count deviations in another way, and why."""
    rows = SeriesBreak.objects.filter(
        unit_id__in=asked.units, measure__startswith=f"{ask.REGISTER}.", day__gt=since, day__lte=asked.stretch.last
    )
    text = _("{unit} räknar på ett annat sätt från {day}. {reason}")
    return {
        found.day.replace(day=1): text.format(unit=found.unit.name, day=found.day, reason=found.reason)
        for found in rows.select_related("unit").order_by("day")
    }


def _around(reader: Reader, years: Years, unit: Unit, stretch: Stretch) -> Around:
    address = reverse("unit_page:unit", args=[unit.pk])
    names = {
        Length.MONTH: _("Månad"),
        Length.QUARTER: _("Kvartal"),
        Length.TERTIAL: _("Tertial"),
        Length.HALF_YEAR: _("Halvår"),
        Length.YEAR: _("År"),
    }
    day = min(stretch.last, max(stretch.first, reader.today))
    lengths = [
        Tab(name, f"{address}?period={years.part_of(length, day).code}", length is stretch.length)
        for length, name in names.items()
    ]
    earlier, later = years.before(stretch), years.after(stretch)
    return Around(
        lengths=tuple(lengths),
        earlier=Tab(earlier.name, f"{address}?period={earlier.code}"),
        later=Tab(later.name, f"{address}?period={later.code}") if later.first <= reader.today else None,
        units=tuple(Choice(each.pk, each.name, each == unit) for each in reader.list_units(PERMISSION)),
        code=stretch.code,
        compilation=_compilation(unit, stretch),
    )


def _compilation(unit: Unit, stretch: Stretch) -> Tab:
    """Where the unit writes what the figures mean: of this period when it can be written of, else all of them."""
    if stretch.length in {Length.TERTIAL, Length.HALF_YEAR}:
        return Tab(_("Sammanställning"), reverse("compilations:read", args=[unit.pk, stretch.code]))
    return Tab(_("Sammanställningar"), reverse("compilations:list"))
