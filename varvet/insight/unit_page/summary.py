"""The unit in a few numbers, for the start page: what waits, what came in, how long it takes, how long it is silent."""

from dataclasses import dataclass

from django.urls import reverse

from varvet.insight.measures.lead_times import LeadTime
from varvet.insight.unit_page import asked as ask
from varvet.insight.unit_page.reports import silences
from varvet.insight.unit_page.silence import Silence
from varvet.insight.unit_page.waiting import list_open
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.panels import Figure
from varvet.kernel.records.periods import Length, Stretch, months_until, years_for

PERMISSION = "unit_page.view"
MONTHS_DRAWN = 12


@dataclass(frozen=True)
class Summary:
    """`received` is of this tertial so far, `before` of the whole one before. `months` end with this month."""

    unit: str
    stretch: Stretch
    waiting: int
    oldest: int
    received: Figure
    before: Figure
    months: tuple[int, ...]
    took: LeadTime | None
    took_href: str
    silence: Silence
    href: str


def summary_of(reader: Reader) -> Summary | None:
    """Of the unit that the reader's first role for it is held in; None without one. Eight queries."""
    unit = own_unit(reader)
    if unit is None or unit.root is None:
        return None
    years = years_for(reader)
    stretch = years.part_of(Length.TERTIAL, reader.today)
    months = months_until(reader.today.replace(day=1), MONTHS_DRAWN)
    asked = ask.ask(unit.root, unit, stretch, years.before(stretch), months[0])
    line = reader.below(unit.pk)
    found = [each for each in list_open(reader, line) if each.kind == ask.REGISTER]
    received, before = asked.question(ask.RECEIVED), asked.question(ask.RECEIVED, during=asked.before)
    by_month = asked.by(asked.between(ask.RECEIVED, months[0], stretch.last), "month")
    closing = asked.question(ask.TO_CLOSING)
    return Summary(
        unit=unit.name,
        stretch=stretch,
        waiting=sum(each.count for each in found),
        oldest=max((each.days for each in found), default=0),
        received=ask.figure(received, asked.count(received)),
        before=ask.figure(before, asked.count(before)),
        months=tuple(by_month.get(month, 0) for month in months),
        took=asked.took(closing),
        took_href=ask.address_of(closing),
        silence=silences(unit.root, {unit: asked.units}, reader.today)[0].silence,
        href=reverse("unit_page:unit", args=[unit.pk]),
    )


def own_unit(reader: Reader) -> Unit | None:
    """Where the reader holds a role with a unit's page, in the root worked in."""
    return next((a.unit for a in reader.assignments if reader.can(PERMISSION, a.unit_id)), None)
