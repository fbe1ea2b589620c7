"""What has come in as privacy incidents, for a unit's staff meeting: type and state, never what was told."""

from varvet.kernel.law.words import marked
from varvet.kernel.records.meeting_lines import MeetingAsked, MeetingLine, Section
from varvet.kernel.records.meeting_rows import came_in
from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.rules import STATUS_LABELS, Status

INCIDENT = marked("Personuppgiftsincident")


def meeting_lines(asked: MeetingAsked) -> list[MeetingLine]:
    """What turned out to be no incident is left out."""
    rows = came_in(PrivacyIncident.objects.exclude(status=Status.NOT_INCIDENT), asked)
    return [
        MeetingLine(
            section=Section.HAPPENED,
            record_id=row.pk,
            title=INCIDENT,
            category_id=row.category_id,
            sentence=STATUS_LABELS[row.status],
            group=str(row.category_id),
            came_in=True,
        )
        for row in rows
    ]
