"""Writing the steps on the way, in order, and ticking those that are done."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.registers.improvements import rules
from varvet.registers.improvements.models import Improvement, Step


@transaction.atomic
def write_steps(
    *, improvement: Improvement, steps: Sequence[rules.Step], version: int, by: User, now: datetime
) -> Improvement:
    """All of them, as they are to be from now on."""
    check(by, "improvements.edit", improvement.unit, today=day_of(now))
    current = spine.lock(improvement, version=version)
    rules.check_event(rules.Event.STEPS, current.status, current.effect)
    rules.check_steps(steps, day_of(now))
    done = sum(step.done_on is not None for step in steps)
    current.steps.all().delete()
    Step.objects.bulk_create(_rows(current, steps))
    spine.commit(current, "steps_written", by=by, data={"steps": len(steps), "done": done})
    return current


def _rows(improvement: Improvement, steps: Sequence[rules.Step]) -> list[Step]:
    return [
        Step(
            improvement=improvement,
            number=number,
            what=step.what.strip(),
            who_id=step.who_id,
            due_on=step.due_on,
            done_on=step.done_on,
        )
        for number, step in enumerate(steps, 1)
    ]
