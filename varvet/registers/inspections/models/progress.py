"""How far an inspection has come, as the rules ask it."""

from varvet.kernel.records.links import list_answers
from varvet.registers.inspections.models.findings import Point
from varvet.registers.inspections.models.inspection import Inspection
from varvet.registers.inspections.models.narrative import Narrative, Part
from varvet.registers.inspections.models.questions import Question
from varvet.registers.inspections.rules import Progress, needs_action


def progress_of(inspection: Inspection) -> Progress:
    reviewed = list(Question.objects.filter(inspection=inspection).values_list("reviewed_on", flat=True))
    return Progress(
        answer_written=Narrative.objects.filter(inspection=inspection, part=Part.ANSWER).exists(),
        questions=len(reviewed),
        unreviewed=sum(day is None for day in reviewed),
        unsettled=tuple(point.number for point in unsettled(inspection)),
    )


def unsettled(inspection: Inspection) -> list[Point]:
    """Findings that neither an action nor a reason answers."""
    answered = {part for part, _ in list_answers(inspection)}
    points = Point.objects.filter(inspection=inspection, no_action="")
    return [point for point in points if needs_action(point.kind) and point.part not in answered]
