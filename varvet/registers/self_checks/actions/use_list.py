"""Making what a list said the round's result: once, whoever else does so at the same time."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.extracts.apart.asked import Computed, Found
from varvet.extracts.apart.spoken import read
from varvet.extracts.checks.shapes import Basis
from varvet.extracts.checks.shipped import BY_NAME
from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.registers.self_checks.actions.record_result import Result, record_result
from varvet.registers.self_checks.models import ListCheck, Round
from varvet.registers.self_checks.rules import list_check as list_rules


@dataclass(frozen=True)
class ListResult:
    """Of which cases the result is, and the analysis, which is encrypted and never counted."""

    basis: Basis
    analysis: str = ""


@transaction.atomic
def use_list(*, list_check: ListCheck, chosen: ListResult, version: int, by: User, now: datetime) -> Round:
    """Sent again, it is the same result. StaleVersion for whoever comes second with another."""
    check(by, "self_checks.perform", list_check.round.unit, today=day_of(now))
    round_ = Round.objects.select_for_update().get(pk=list_check.round_id)
    row = ListCheck.objects.select_for_update().get(pk=list_check.pk)
    if row.used_at:
        return round_
    list_rules.check_counted(row.state)
    found = _found(row, chosen.basis)
    result = Result(
        figures=list_rules.figures_of(found.total),
        splits=list_rules.split_rows(BY_NAME[row.check_name], found.lines),
        analysis=chosen.analysis,
    )
    done = record_result(round_=round_, result=result, version=version, by=by, now=now)
    row.used_at = now
    row.save(update_fields=["used_at"])
    return done


def _found(row: ListCheck, basis: Basis) -> Found:
    computed = read(Computed, row.computed)
    return computed.closed if basis is Basis.CLOSED and computed.closed else computed.opened
