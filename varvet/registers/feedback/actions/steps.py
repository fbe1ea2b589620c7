"""How every step of handling begins and ends: who and when first, the days' agreement and one commit last."""

from datetime import datetime
from typing import Any

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.models import Confidentiality
from varvet.registers.feedback import rules
from varvet.registers.feedback.models import Feedback


def begin(feedback: Feedback, *, version: int, by: User, now: datetime) -> Feedback:
    """The feedback, locked, for somebody who may handle it: a manager it is about may not."""
    today = day_of(now)
    check(by, "feedback.answer", feedback.unit, today=today)
    if feedback.confidentiality == Confidentiality.MANAGER_EXCLUDED:
        check(by, "feedback.view_excluded", feedback.unit, today=today)
    return spine.lock(feedback, version=version)


def finish(feedback: Feedback, event: str, *, by: User, data: dict[str, Any] | None = None) -> Feedback:
    rules.check_course(rules.Status(feedback.status), feedback.course)
    feedback.save()
    spine.commit(feedback, event, by=by, data=data)
    return feedback
