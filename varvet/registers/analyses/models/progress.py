"""How far an analysis has come, as the rules ask it, and the whole of it as it is now."""

from collections.abc import Iterable
from datetime import date

from varvet.kernel.records.links import list_answers
from varvet.registers.analyses.models.analysis import Analysis
from varvet.registers.analyses.models.counted import sheet_of
from varvet.registers.analyses.models.written import Answer, Conclusion
from varvet.registers.analyses.rules import Answered, Approved, Concluded, Progress, Sheet, disagreement, thaw
from varvet.registers.analyses.rules import Conclusion as Kind


def progress_of(analysis: Analysis) -> Progress:
    return Progress(
        last_day=analysis.last_day,
        answered=Answer.objects.filter(analysis=analysis, text__isnull=False).count(),
        unsettled=tuple(one.number for one in unsettled(analysis)),
    )


def unsettled(analysis: Analysis) -> list[Conclusion]:
    """What needs to become better without an action and without a reason for none."""
    led = {part for part, _ in list_answers(analysis)}
    rows = Conclusion.objects.filter(analysis=analysis, kind=Kind.DEVELOP, no_action="")
    return [one for one in rows if one.part not in led]


def whole_of(analysis: Analysis, today: date) -> Approved:
    """As it was approved; until then, as it is now."""
    if analysis.frozen is not None:
        return thaw(analysis.frozen, analysis.digest)
    return now_of(analysis, today)


def now_of(analysis: Analysis, today: date) -> Approved:
    sheet = sheet_of(analysis, today)
    answers = Answer.objects.filter(analysis=analysis)
    return Approved(
        sheet=sheet,
        answers=tuple(Answered(one.source, one.question, one.text or "") for one in answers),
        conclusions=_concluded(Conclusion.objects.filter(analysis=analysis), sheet),
    )


def _concluded(rows: Iterable[Conclusion], sheet: Sheet) -> tuple[Concluded, ...]:
    return tuple(
        Concluded(
            number=one.number,
            kind=one.kind,
            area=one.area,
            line=one.line,
            measure=one.measure,
            no_action=one.no_action,
            flag=disagreement(one.line, sheet.figure(one.measure), sheet.spans),
        )
        for one in rows
    )
