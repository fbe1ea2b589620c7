"""What a privacy incident counts as: received, assessed, reported to the authority, closed."""

from dataclasses import replace

from varvet.kernel.law.days import day_of
from varvet.kernel.records.registry import FactRow
from varvet.registers.privacy_incidents.models import PrivacyIncident

RELATED = ("category_list", "category")
HAPPENINGS = ("received", "assessed", "reported_to_authority", "closed")


def facts(incident: PrivacyIncident) -> list[FactRow]:
    """`days` are counted from the day somebody here came to know."""
    day = day_of(incident.received_at)
    received = FactRow(
        happening="received",
        day=day,
        unit_id=incident.unit_id,
        category_list=incident.category_list.key if incident.category_list else "",
        category=incident.category.code if incident.category else "",
    )
    happenings = {
        "assessed": incident.assessed_on,
        "reported_to_authority": incident.reported_to_imy_on,
        "closed": incident.closed_on,
    }
    later = [
        replace(received, happening=happening, day=on, days=(on - day).days)
        for happening, on in happenings.items()
        if on
    ]
    return [received, *later]
