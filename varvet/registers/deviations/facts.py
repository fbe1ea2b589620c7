"""What a deviation counts as: received, mentions, assessed, completed, closed, reopened."""

from dataclasses import replace
from datetime import date

from varvet.kernel.law.days import day_of
from varvet.kernel.records.registry import FactRow
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import counted_on

RELATED = ("mentions__category", "category_list")
HAPPENINGS = ("received", "mention", "assessed", "completed", "closed", "reopened")


def facts(deviation: Deviation) -> list[FactRow]:
    """A closing counts while the case is closed: reopening takes it back until it is closed again."""
    day = counted_on(day_of(deviation.received_at), deviation.tally_month_end)
    received = _received(deviation, day)
    rows = [received]
    for mention in deviation.mentions.all():
        rows.append(replace(received, happening="mention", category=mention.category.code))
    happenings = {
        "assessed": deviation.assessed_on,
        "completed": deviation.investigated_on,
        "closed": deviation.closed_on,
        "reopened": deviation.reopened_on,
    }
    for happening, on in happenings.items():
        if on:
            rows.append(replace(received, happening=happening, day=on, days=(on - day).days))
    return rows


def _received(deviation: Deviation, day: date) -> FactRow:
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
