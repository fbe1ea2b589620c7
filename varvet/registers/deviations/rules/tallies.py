"""Many like events in one entry."""

from datetime import date

from varvet.kernel.records.errors import RuleBroken


def check_tally(month: date, count: int, today: date) -> None:
    """A tally is of at least two events in a month that has begun."""
    if count < 2:
        raise RuleBroken(
            "deviation.tally.count", "Ange minst två. En enda händelse rapporteras för sig.", field="count"
        )
    if count > 500:
        raise RuleBroken(
            "deviation.tally.many", "Ange högst 500 händelser i taget. Dela upp dem per månad.", field="count"
        )
    if month > today:
        raise RuleBroken("deviation.tally.month", "Månaden har inte börjat. Välj en tidigare månad.", field="month")


def counted_on(received: date, tally_month_end: date | None) -> date:
    """The day a report counts on: when it came in; a tally, on the last day of its month if that has passed."""
    return received if tally_month_end is None else min(received, tally_month_end)
