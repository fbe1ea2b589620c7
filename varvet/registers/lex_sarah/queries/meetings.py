"""What has come in as lex Sarah, for a unit's staff meeting: the type and how many, nothing else."""

from varvet.kernel.law.words import marked
from varvet.kernel.records.meeting_lines import MeetingAsked, MeetingLine, Section
from varvet.kernel.records.meeting_rows import came_in
from varvet.registers.lex_sarah.models import LexSarah

REPORT = marked("Rapport enligt lex Sarah")


def meeting_lines(asked: MeetingAsked) -> list[MeetingLine]:
    """Reports that are investigated together are one happening."""
    rows = came_in(LexSarah.objects.filter(joined_to__isnull=True), asked)
    return [
        MeetingLine(
            section=Section.HAPPENED,
            record_id=row.pk,
            title=REPORT,
            category_id=row.category_id,
            group=str(row.category_id),
            came_in=True,
            numbered=False,
        )
        for row in rows
    ]
