"""What has come in as deviations, for a unit's staff meeting: type and state, never what was told."""

from varvet.kernel.law.words import marked
from varvet.kernel.records.meeting_lines import MeetingAsked, MeetingLine, Section
from varvet.kernel.records.meeting_rows import came_in
from varvet.registers.deviations.models import Deviation, Mention
from varvet.registers.deviations.rules import LEFT_OUT, NATURE_LABELS, STATUS_LABELS, Nature

NEW = marked("Ny avvikelse")


def meeting_lines(asked: MeetingAsked) -> list[MeetingLine]:
    """Those of a type together; what was no deviation, or told twice, is left out."""
    rows = list(came_in(Deviation.objects.exclude(status__in=LEFT_OUT), asked))
    primary = Mention.objects.filter(deviation__in=rows, primary=True)
    types = dict(primary.values_list("deviation_id", "category_id"))
    return [_line(row, types.get(row.pk)) for row in rows]


def _line(row: Deviation, category: int | None) -> MeetingLine:
    return MeetingLine(
        section=Section.HAPPENED,
        record_id=row.pk,
        title="" if category else NATURE_LABELS.get(row.nature, NEW),
        category_id=category,
        sentence=STATUS_LABELS[row.status],
        group=f"{row.nature == Nature.GOOD_EXAMPLE}-{category or row.nature}",
        is_good=row.nature == Nature.GOOD_EXAMPLE,
        came_in=True,
        count=row.tally_count,
    )
