"""What a lex Sarah case counts as: received, opened, completed, decided, reported to the inspectorate, closed."""

from dataclasses import replace
from datetime import date

from varvet.kernel.law.days import day_of
from varvet.kernel.records.registry import FactRow
from varvet.registers.lex_sarah.models import LexSarah

RELATED = ("category", "category_list")
HAPPENINGS = ("received", "opened", "completed", "decided", "reported_to_authority", "closed")


def facts(case: LexSarah) -> list[FactRow]:
    """Every happening carries the outcome once there is one; `days` are counted from the day it came in."""
    day = day_of(case.received_at)
    received = _received(case, day)
    happenings = {
        "opened": case.opened_on,
        "completed": case.completed_on,
        "decided": case.decided_on,
        "reported_to_authority": case.reported_on,
        "closed": case.closed_on,
    }
    later = [
        replace(received, happening=happening, day=on, days=(on - day).days)
        for happening, on in happenings.items()
        if on
    ]
    return [received, *later]


def _received(case: LexSarah, day: date) -> FactRow:
    return FactRow(
        happening="received",
        day=day,
        unit_id=case.unit_id,
        kind=case.law,
        category_list=case.category_list.key if case.category_list else "",
        category=case.category.code if case.category else "",
        outcome=case.outcome,
    )
