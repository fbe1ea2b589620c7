"""What a performed round lacked: its result by sex."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks import rules
from varvet.registers.self_checks.actions.words import splits_of
from varvet.registers.self_checks.models import Round, Split


@transaction.atomic
def supplement(*, round_: Round, splits: Sequence[rules.SplitRow], version: int, by: User, now: datetime) -> Round:
    """Adds to a result; what is there already stays as it was."""
    check(by, "self_checks.perform", round_.unit, today=day_of(now))
    current = spine.lock(round_, version=version)
    if current.status != rules.Status.PERFORMED:
        raise RuleBroken("self_check.supplement.state", marked("Bara en genomförd kontroll kan kompletteras."))
    if not splits:
        raise RuleBroken("self_check.supplement.empty", marked("Skriv hur många som granskades av minst ett kön."))
    known = [_row(split) for split in current.splits.all()]
    rules.check_splits(current.figures, [*known, *splits])
    Split.objects.bulk_create(splits_of(current, splits))
    spine.commit(current, "supplemented", by=by)
    return current


def _row(split: Split) -> rules.SplitRow:
    return rules.SplitRow(split.dimension, split.value, split.sample, split.fulfilled, split.stated_permille)
