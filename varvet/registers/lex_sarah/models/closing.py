"""How far a decided case has come, as the rules ask."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from varvet.kernel.records.links import list_answers
from varvet.kernel.records.models import Link, LinkKind, Record
from varvet.kernel.records.registry import get_register
from varvet.registers.lex_sarah.models.case import LexSarah
from varvet.registers.lex_sarah.rules.closing import Closing
from varvet.registers.lex_sarah.rules.proposals import TAKEN_ON, Sort
from varvet.registers.lex_sarah.rules.telling import Whom

Answers = Sequence[tuple[str, Record]]  # a part of the case, and a record that follows from it
COUNTED = ("proposals", "follow_ups", "told", "reopenings", "authority_reports")  # of what hangs on a case
HANGING = (*COUNTED, "authority_questions", "joined__by_code", "by_code")
LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


def closing_of(case: LexSarah, answers: Answers) -> Closing:
    """`answers` are the measures the case led to. What was told and followed up before it was opened again is past."""
    since = reopened_at(case)
    asked = [one for one in case.proposals.all() if one.sort == Sort.MEASURE]
    follow_ups, told = list(case.follow_ups.all()), {one.whom for one in case.told.all() if one.told_at >= since}
    planned = any(not one.result for one in follow_ups)
    judged = any(one.judged_at and one.judged_at >= since for one in follow_ups)
    measured, measures = {part for part, _ in answers}, {record.pk: record for _, record in answers}.values()
    return Closing(
        status=case.status,
        outcome=case.outcome,
        reported=case.reported_on is not None,
        authority_decided=any(one.ruled_on for one in case.authority_reports.all()),
        questions=sum(one.answered_on is None for one in case.authority_questions.all()),
        proposals=len(asked),
        unanswered=sum(not one.answer for one in asked),
        unmeasured=sum(one.answer in TAKEN_ON and one.part not in measured for one in asked),
        measures=len(measures),
        open_measures=open_among(measures),
        follow_up_planned=planned,
        followed_up=judged and not planned,
        reporter_known=_reporter_known(case),
        told_reporter=Whom.REPORTER in told,
        told_unit=Whom.UNIT in told,
        told_affected=Whom.AFFECTED in told,
    )


def _reporter_known(case: LexSarah) -> bool:
    """Of the case or of a report investigated in it. What was read in from elsewhere has none."""
    return any(_can_be_told(one) for one in (case, *case.joined.all()))


def _can_be_told(report: LexSarah) -> bool:
    """By their account, or by the code they got."""
    has_account = report.opened_by_id is not None and not report.reporter_shut_out
    return has_account or hasattr(report, "by_code")


def answers_of(case: LexSarah) -> Answers:
    return list_answers(case)


def answers_by_case(cases: Sequence[LexSarah]) -> dict[int, list[tuple[str, Record]]]:
    """As `answers_of` for many, by the case's id, with two questions to the database."""
    ties = Link.objects.filter(target_id__in=[case.pk for case in cases], kind=LinkKind.FOLLOWS).exclude(part="")
    ends = list(ties.order_by("pk").values_list("target_id", "part", "source_id"))
    found, answers = Record.objects.in_bulk([source for _, _, source in ends]), defaultdict(list)
    for case, part, source in ends:
        answers[case].append((part, found[source]))
    return dict(answers)


def open_among(measures: Iterable[Record]) -> int:
    """How many have something left to do, as their own register says."""
    return sum(record.status in get_register(record.kind).open_statuses for record in measures)


def reopened_at(case: LexSarah) -> datetime:
    """The last time it was taken up again; long ago for a case that never was."""
    return max((one.reopened_at for one in case.reopenings.all()), default=LONG_AGO)
