"""How every step of handling begins and ends: who and when first, the days' agreement and one commit last."""

from datetime import datetime
from typing import Any

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.confidential import check_within
from varvet.registers.feedback import rules
from varvet.registers.feedback.models import Feedback


def begin(feedback: Feedback, *, version: int, by: User, now: datetime) -> Feedback:
    """The feedback, locked, for somebody who may handle it: a manager it is about may not."""
    check_within(feedback, "feedback.answer", "feedback.view_excluded", by=by, today=day_of(now))
    return spine.lock(feedback, version=version)


def finish(feedback: Feedback, event: str, *, by: User, data: dict[str, Any] | None = None) -> Feedback:
    rules.check_course(rules.Status(feedback.status), feedback.course)
    feedback.save()
    spine.commit(feedback, event, by=by, data=data)
    return feedback
