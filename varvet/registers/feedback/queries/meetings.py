"""What people have said to a unit, for its staff meeting: sort and type, never the words or who said them."""

from varvet.kernel.records.meeting_lines import MeetingAsked, MeetingLine, Section
from varvet.kernel.records.meeting_rows import came_in
from varvet.registers.feedback.models import Feedback, Mention
from varvet.registers.feedback.rules import SORT_LABELS, STATUS_LABELS, Sort


def meeting_lines(asked: MeetingAsked) -> list[MeetingLine]:
    """Those of a sort and type together. What is handled together is one matter."""
    rows = list(came_in(Feedback.objects.filter(joined_to__isnull=True), asked))
    primary = Mention.objects.filter(feedback__in=rows, primary=True)
    types = dict(primary.values_list("feedback_id", "category_id"))
    return [_line(row, types.get(row.pk)) for row in rows]


def _line(row: Feedback, category: int | None) -> MeetingLine:
    is_good = row.sort == Sort.PRAISE
    return MeetingLine(
        section=Section.HAPPENED,
        record_id=row.pk,
        title=SORT_LABELS[row.sort],
        category_id=category,
        sentence="" if is_good else STATUS_LABELS[row.status],
        group=f"{row.sort}-{category}",
        is_good=is_good,
        came_in=True,
    )
