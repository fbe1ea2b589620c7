"""Rounds with a result, for a unit's staff meeting: the question and what the round showed."""

from varvet.kernel.law.words import marked
from varvet.kernel.records.meeting_lines import MeetingAsked, MeetingLine, Section
from varvet.kernel.records.meeting_rows import may_stand
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.rules import PERMILLE, Status

OF_ALL = marked("{fulfilled} av {sample} uppfyller det.")
SHARE = marked("{percent} procent uppfyller det.")
LOOKED_AT = marked("{sample} ärenden är genomgångna.")


def meeting_lines(asked: MeetingAsked) -> list[MeetingLine]:
    """Those performed in the days asked of, oldest first."""
    rows = Round.objects.filter(
        status=Status.PERFORMED, performed_on__gte=asked.first, performed_on__lte=asked.last
    ).select_related("reviewing")
    return [_line(row) for row in may_stand(rows, asked).order_by("performed_on", "pk")]


def _line(row: Round) -> MeetingLine:
    sentence, values = _result(row)
    return MeetingLine(
        section=Section.RESULTS,
        record_id=row.pk,
        category_id=row.question_id,
        sentence=sentence,
        values=values,
    )


def _result(row: Round) -> tuple[str, dict[str, str | int]]:
    """Of a walkthrough only how many cases were looked at."""
    reviewing = getattr(row, "reviewing", None)
    if reviewing is not None and reviewing.walkthrough:
        return (LOOKED_AT, {"sample": row.sample}) if row.sample else ("", {})
    if row.fulfilled is not None and row.sample is not None:
        return OF_ALL, {"fulfilled": row.fulfilled, "sample": row.sample}
    if row.stated_permille is not None:
        return SHARE, {"percent": round(100 * row.stated_permille / PERMILLE)}
    return "", {}
