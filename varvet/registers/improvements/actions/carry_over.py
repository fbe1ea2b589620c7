"""Carrying over: the improvement remains into a later quality year, with a reason."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.settings_of_root import quality_year_of
from varvet.kernel.records import spine
from varvet.kernel.records.narratives import keep
from varvet.registers.improvements import rules
from varvet.registers.improvements.models import CarriedOver, Improvement, Part


@transaction.atomic
def carry_over(
    *, improvement: Improvement, to_year: int, reason: str, version: int, by: User, now: datetime
) -> Improvement:
    """`to_year` is the quality year it is to be done in, named after the year it ends."""
    check(by, "improvements.edit", improvement.unit, today=day_of(now))
    current = spine.lock(improvement, version=version)
    rules.check_event(rules.Event.CARRY_OVER, current.status, current.effect)
    rules.check_carrying_over(to_year, year_of(current), reason)
    current.carried_over_to_year = to_year
    current.save()
    CarriedOver.objects.create(improvement=current, on=day_of(now), to_year=to_year)
    keep(current, {Part.CARRIED_OVER: reason}, by=by, now=now)
    spine.commit(current, "carried_over", by=by, data={"to_year": to_year})
    return current


def year_of(improvement: Improvement) -> int:
    """The quality year it is to be done in: as last carried over, else that of the decision."""
    decided_in = quality_year_of(improvement.root, improvement.decided_on).last.year
    return improvement.carried_over_to_year or decided_in
