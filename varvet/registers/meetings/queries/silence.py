"""How long a unit has been silent, by the facts of the registers that bring something to a meeting."""

from datetime import date, timedelta

from django.db.models import Max

from varvet.kernel.records.models import Confidentiality, Fact, Record
from varvet.kernel.records.registry import list_registers
from varvet.registers.meetings.models import Meeting, units_of
from varvet.registers.meetings.rules import Silence

LOOKED_BACK = timedelta(days=365)
REPORTED = "received"  # the happening by which a register says that something was reported to it


def silence_of(meeting: Meeting, today: date) -> Silence:
    """As it was the day the sheet was closed to news. What shuts somebody out is not told, not even by a day."""
    day = meeting.frozen_on or today
    kinds = [card.kind for card in list_registers() if card.meeting_lines and REPORTED in card.happenings]
    shut = Record.objects.filter(root=meeting.root_id).exclude(confidentiality=Confidentiality.NORMAL)
    facts = Fact.objects.filter(
        root=meeting.root_id,
        register__in=kinds,
        happening=REPORTED,
        day__gte=day - LOOKED_BACK,
        day__lte=day,
        unit_id__in=units_of(meeting, day),
    )
    return Silence(facts.exclude(record_id__in=shut.values("pk")).aggregate(last=Max("day"))["last"], day)
