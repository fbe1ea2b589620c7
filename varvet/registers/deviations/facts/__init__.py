"""What a deviation counts as, from the report to what came of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from varvet.kernel.law.days import day_of
from varvet.kernel.records.registry import FactRow
from varvet.registers.deviations.facts.outside import OUTSIDE, about_nature, of_handovers
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import counted_on

CAUSES = "deviation_causes"
RELATED = (
    "mentions__category",
    "category_list",
    "causes__category",
    "reroutes",
    "handovers",
    "health_care__kind",
    "collaboration__counterpart",
    "collaboration__agreement",
)
HAPPENINGS = (
    "reported",
    "received",
    "mention",
    "cause",
    "assessed",
    "opened",
    "completed",
    "followed_up",
    "told",
    "closed",
    "reopened",
    "dismissed",
    "duplicate",
    "rerouted",
    *OUTSIDE,
)


def facts(deviation: Deviation) -> list[FactRow]:
    """`reported` counts every report that came in; `received` and what follows, each event once.

    A duplicate, and what turned out to be no deviation, are `reported` but not `received`: they count again if they are
    opened again. A report handled in another case counts as received and closed; the one investigation is the
    case's. A closing, and word to the reporter, count while the case is closed: reopening takes them back until they
    are done again. All follow the unit that has the deviation now; `rerouted` stays with the unit it left.
    """
    day = counted_on(day_of(deviation.received_at), deviation.tally_month_end)
    row = _row(deviation, day)
    rows = [replace(row, happening="reported"), *_reroutes(deviation, row), *of_handovers(deviation, row)]
    if left_out := _left_out(deviation):
        happening, on = left_out
        return [*rows, _later(row, happening, on)]
    rows += [row, *_mentions(deviation, row), *_causes(deviation, row), *about_nature(deviation, row)]
    return [*rows, *_handling(deviation, row)]


def _left_out(deviation: Deviation) -> tuple[str, date] | None:
    if deviation.duplicate_on:
        return "duplicate", deviation.duplicate_on
    return ("dismissed", deviation.dismissed_on) if deviation.dismissed_on else None


def _later(received: FactRow, happening: str, on: date) -> FactRow:
    """`days` are counted from the day it came in."""
    return replace(received, happening=happening, day=on, days=(on - received.day).days)


def _reroutes(deviation: Deviation, received: FactRow) -> Iterator[FactRow]:
    for reroute in deviation.reroutes.all():
        yield replace(_later(received, "rerouted", reroute.day), unit_id=reroute.from_unit_id)


def _mentions(deviation: Deviation, received: FactRow) -> Iterator[FactRow]:
    for mention in deviation.mentions.all():
        yield replace(received, happening="mention", category=mention.category.code)


def _causes(deviation: Deviation, received: FactRow) -> Iterator[FactRow]:
    """On the day it came in, as its types are; a kind of cause named twice in one case counts once."""
    for code in sorted({cause.category.code for cause in deviation.causes.all()}):
        yield replace(received, happening="cause", category_list=CAUSES, category=code)


def _handling(deviation: Deviation, received: FactRow) -> Iterator[FactRow]:
    happenings = {
        "assessed": deviation.assessed_on,
        "opened": deviation.opened_on,
        "completed": deviation.investigated_on,
        "followed_up": deviation.followed_up_on,
        "told": deviation.told_on,
        "closed": deviation.closed_on,
        "reopened": deviation.reopened_on,
    }
    for happening, on in happenings.items():
        if on:
            yield _later(received, happening, on)


def _row(deviation: Deviation, day: date) -> FactRow:
    primary = [m.category.code for m in deviation.mentions.all() if m.primary]
    return FactRow(
        happening="received",
        day=day,
        unit_id=deviation.unit_id,
        kind=deviation.nature,
        channel=deviation.channel,
        direction=deviation.direction,
        huvudman=deviation.huvudman,
        quality_area=deviation.quality_area,
        category_list=deviation.category_list.key if deviation.category_list else "",
        category=primary[0] if primary else "",
        severity=deviation.severity,
        outcome=deviation.outcome,
        count=deviation.tally_count,
    )
