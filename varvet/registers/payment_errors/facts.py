"""What a wrong payment counts as, from the day it was told of to what came of it; never an amount."""

from dataclasses import replace
from datetime import date

from varvet.kernel.law.days import day_of
from varvet.kernel.records.registry import FactRow
from varvet.registers.payment_errors.models import PaymentError
from varvet.registers.payment_errors.rules import Answer

HAPPENINGS = (
    "received",
    "begun",
    "dismissed",
    "not_investigated",
    "completed",
    "reclaimed",
    "police_reported",
    "closed",
)


def facts(error: PaymentError) -> list[FactRow]:
    """`kind` is where the cause lay, once it is known; `days` are from the day it was told of."""
    received = FactRow(
        happening="received",
        day=day_of(error.received_at),
        unit_id=error.unit_id,
        kind=error.cause,
        channel=error.channel,
    )
    happenings = {
        "begun": error.begun_on,
        "dismissed": error.dismissed_on,
        "not_investigated": error.left_on,
        "completed": error.completed_on,
        "reclaimed": error.reclaim_on if error.reclaim == Answer.YES else None,
        "police_reported": error.police_on if error.police == Answer.YES else None,
        "closed": error.closed_on,
    }
    return [received, *(_later(received, name, on) for name, on in happenings.items() if on)]


def _later(received: FactRow, happening: str, on: date) -> FactRow:
    return replace(received, happening=happening, day=on, days=(on - received.day).days)
