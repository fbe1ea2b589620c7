"""When each unit reported, for judging its silence; and the rate of the whole root where a unit's own says nothing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Sum

from varvet.insight.unit_page.asked import REGISTER
from varvet.insight.unit_page.silence import BASELINE, LOOKED_BACK, Rate, Silence, silence
from varvet.kernel.organisation.models import Exposure, Unit
from varvet.kernel.records.models import Fact

REPORTED = "reported"
Lines = Mapping[Unit, frozenset[int]]


@dataclass(frozen=True)
class UnitSilence:
    unit: Unit
    silence: Silence


def silences(root: Unit, lines: Lines, today: date) -> list[UnitSilence]:
    """For each unit and the ids of those whose reports are its own; the longest silent first."""
    made = _made_by(lines, _made(root, _all(lines), today))
    found = {unit: silence(days, unit.first_day, today) for unit, days in made.items()}
    poor = {unit: lines[unit] for unit, each in found.items() if each.rate is None}
    for unit, rate in _rates_of_root(root, poor, today).items():
        found[unit] = silence(made[unit], unit.first_day, today, rate)
    return sorted((UnitSilence(*pair) for pair in found.items()), key=lambda each: -each.silence.days)


def _all(lines: Lines) -> frozenset[int]:
    return frozenset[int]().union(*lines.values())


def _made(root: Unit, units: frozenset[int], today: date) -> list[tuple[int, date, int]]:
    """How many reports each unit made each day, whatever they turned out to be: a tally is one."""
    rows = Fact.objects.filter(
        root=root, register=REGISTER, happening=REPORTED, unit_id__in=units, day__gte=today - timedelta(LOOKED_BACK)
    )
    return list(rows.order_by().values_list("unit_id", "day").annotate(made=Count("pk")))


def _made_by(lines: Lines, made: list[tuple[int, date, int]]) -> dict[Unit, Counter[date]]:
    found: dict[Unit, Counter[date]] = {unit: Counter() for unit in lines}
    for unit, ids in lines.items():
        for unit_id, day, count in made:
            found[unit].update({day: count} if unit_id in ids else {})
    return found


def _rates_of_root(root: Unit, poor: Lines, today: date) -> dict[Unit, Rate]:
    """What the root reports for as many staff as each unit has. None of them where staff is not known."""
    if not poor:
        return {}
    since = today - timedelta(BASELINE)
    staff = dict(
        Exposure.objects.filter(unit__root=root, month__gte=since, month__lte=today, staff__isnull=False)
        .order_by()
        .values_list("unit_id")
        .annotate(Sum("staff"))
    )
    everybody = float(sum(staff.values()))
    if not everybody:
        return {}
    reports = Fact.objects.filter(
        root=root, register=REGISTER, happening=REPORTED, unit_id__in=staff, day__gte=since, day__lte=today
    ).count()
    shares = {unit: float(sum(staff.get(pk, 0) for pk in ids)) / everybody for unit, ids in poor.items()}
    return {unit: Rate(reports / BASELINE * share, own=False) for unit, share in shares.items() if share and reports}
