"""What a privacy incident counts as, from the report to what came of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from varvet.kernel.law.days import day_of
from varvet.kernel.records.registry import FactRow
from varvet.registers.privacy_incidents.models import PrivacyIncident

RELATED = ("category_list", "category", "affected__category__list")
HAPPENINGS = (
    "reported",
    "received",
    "breach",
    "affected",
    "assessed",
    "advised",
    "decided",
    "reported_to_authority",
    "people_informed",
    "ruled",
    "told",
    "closed",
    "reopened",
    "dismissed",
)


def facts(incident: PrivacyIncident) -> list[FactRow]:
    """`reported` counts every report; `received` and what follows, what was an incident. `days` are counted from the
    day somebody here came to know.

    `severity` is the level of risk and `outcome` whether IMY was to be notified. `breach` counts each way the data was
    harmed, and `affected` each group of people and sort of data: one incident can count in several. A notification has
    1 of 1 when it was in time and 0 of 1 when not. A closing, and word to the reporter, count while it is closed.
    """
    day = day_of(incident.received_at)
    row = _row(incident, day)
    reported = replace(row, happening="reported")
    if incident.dismissed_on:
        return [reported, _later(row, "dismissed", incident.dismissed_on)]
    breaches = [replace(row, happening="breach", kind=breach.value) for breach in incident.breaches]
    return [reported, row, *breaches, *_affected(incident, row), *_handling(incident, row)]


def _row(incident: PrivacyIncident, day: date) -> FactRow:
    return FactRow(
        happening="received",
        day=day,
        unit_id=incident.unit_id,
        category_list=incident.category_list.key if incident.category_list else "",
        category=incident.category.code if incident.category else "",
        severity=incident.level,
        outcome=incident.notify,
    )


def _affected(incident: PrivacyIncident, row: FactRow) -> Iterator[FactRow]:
    for affected in incident.affected.all():
        category = affected.category
        yield replace(row, happening="affected", category_list=category.list.key, category=category.code)


def _handling(incident: PrivacyIncident, row: FactRow) -> Iterator[FactRow]:
    days = {
        "assessed": incident.assessed_on,
        "advised": incident.advised_on,
        "decided": incident.decided_on,
        "reported_to_authority": incident.reported_to_imy_on,
        "people_informed": incident.informed_on,
        "ruled": incident.ruled_on,
        "told": incident.told_on,
        "closed": incident.closed_on,
        "reopened": incident.reopened_on,
    }
    for happening, on in days.items():
        if on and happening == "reported_to_authority" and incident.in_time is not None:
            yield replace(_later(row, happening, on), numerator=int(incident.in_time), denominator=1)
        elif on:
            yield _later(row, happening, on)


def _later(row: FactRow, happening: str, on: date) -> FactRow:
    return replace(row, happening=happening, day=on, days=(on - row.day).days)
