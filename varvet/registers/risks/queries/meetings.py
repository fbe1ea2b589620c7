"""Risks for a unit's staff meeting: those to be assessed, or looked at again soon."""

from varvet.kernel.law.words import marked
from varvet.kernel.records.meeting_lines import MeetingAsked, MeetingLine, Section
from varvet.kernel.records.meeting_rows import may_stand
from varvet.registers.risks.models import Risk
from varvet.registers.risks.rules import OPEN

REVIEW = marked("Risken ska gås igenom på nytt")


def meeting_lines(asked: MeetingAsked) -> list[MeetingLine]:
    """The nearest day first. `name` is about the organisation: lists show it."""
    rows = may_stand(Risk.objects.filter(status__in=OPEN, review_on__lte=asked.due_by), asked)
    return [
        MeetingLine(
            section=Section.AHEAD,
            record_id=row.pk,
            name=row.name,
            sentence=REVIEW,
            due_on=row.review_on,
        )
        for row in rows.order_by("review_on", "pk")
    ]
