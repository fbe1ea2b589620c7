"""How every step of handling begins and ends: who and when first, the days' agreement and one commit last."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event as Notice
from varvet.kernel.notifications.telling import Holding, tell, tell_holder
from varvet.kernel.records import spine
from varvet.kernel.records.confidential import check_within
from varvet.registers.feedback import rules
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.rules import Event

HANDLE, EXCLUDED = "feedback.answer", "feedback.view_excluded"


@dataclass(frozen=True)
class Case:
    """The feedback one works with, and what is handled together with it, all locked."""

    lead: Feedback
    joined: tuple[Feedback, ...]

    @property
    def all(self) -> tuple[Feedback, ...]:
        return (self.lead, *self.joined)

    def change(self, values: Mapping[str, object]) -> None:
        """The same in each; unsaved."""
        for feedback in self.all:
            for name, value in values.items():
                setattr(feedback, name, value)

    def finish(self, event: str, *, by: User, data: dict[str, object] | None = None) -> Feedback:
        for feedback in (*self.joined, self.lead):
            finish(feedback, event, by=by, data=data)
        return self.lead


def begin(feedback: Feedback, event: Event, *, version: int, by: User, now: datetime) -> Feedback:
    """The feedback, locked, for somebody who may handle it: a manager it is about may not."""
    check_within(feedback, HANDLE, EXCLUDED, by=by, today=day_of(now))
    current = spine.lock(feedback, version=version)
    rules.check_event(event, current.status)
    return current


def begin_case(feedback: Feedback, event: Event, *, version: int, by: User, now: datetime) -> Case:
    """As `begin`, with what is handled together with it. RuleBroken for what is itself handled in another."""
    check_within(feedback, HANDLE, EXCLUDED, by=by, today=day_of(now))
    lead, joined = spine.lock_with(feedback, Q(joined_to_id=feedback.pk), version=version)
    rules.check_own_case(joined=lead.joined_to_id is not None)
    rules.check_event(event, lead.status)
    return Case(lead, tuple(joined))


def finish(feedback: Feedback, event: str, *, by: User, data: dict[str, object] | None = None) -> Feedback:
    rules.check_course(rules.Status(feedback.status), feedback.course)
    feedback.save()
    spine.commit(feedback, event, by=by, data=data)
    return feedback


def tell_handler(feedback: Feedback, notice: Notice, *, by: User | None, now: datetime) -> None:
    """Whoever has it by name, else those nearest who may answer."""
    tell_holder(Holding(feedback, feedback.handler_id, HANDLE), notice, by=by, now=now)


def tell_noter(feedback: Feedback, notice: Notice, *, by: User, now: datetime) -> None:
    """Whoever noted it for somebody else; what came in without an account has none."""
    tell(feedback, notice, to=[feedback.opened_by], by=by, now=now)
