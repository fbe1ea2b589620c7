"""Recording the result of a round: how many were reviewed and fulfilled the goal, in parts too, and the analysis."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.self_checks import rules
from varvet.registers.self_checks.actions.words import splits_of
from varvet.registers.self_checks.models import Part, Round, Split


@dataclass(frozen=True)
class Result:
    """What came out of a round. The analysis is encrypted and never counted."""

    figures: rules.Figures
    splits: tuple[rules.SplitRow, ...] = ()
    analysis: str = ""


@transaction.atomic
def record_result(*, round_: Round, result: Result, version: int, by: User, now: datetime) -> Round:
    check(by, "self_checks.perform", round_.unit, today=day_of(now))
    current = spine.lock(round_, version=version)
    current.status = rules.check_event(rules.Event.RECORD, current.status)
    rules.check_result(result.figures)
    rules.check_splits(result.figures, result.splits)
    _write(current, result.figures)
    current.performed_on, current.closed_at = day_of(now), now
    current.save()
    Split.objects.bulk_create(splits_of(current, result.splits))
    keep(current, {Part.ANALYSIS: result.analysis}, by=by, now=now)
    spine.commit(current, "performed", by=by)
    return current


def _write(round_: Round, figures: rules.Figures) -> None:
    round_.census = figures.census
    round_.population = figures.population
    round_.sample = figures.sample
    round_.fulfilled = figures.fulfilled
    round_.stated_permille = figures.stated_permille
    round_.response_rate_permille = figures.response_rate_permille
