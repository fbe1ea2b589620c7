"""Questions between registers: what another asks becomes a complaint here, and what is said here is asked of others."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import can
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.questions import answering
from varvet.kernel.questions.asking import ask, taking_of
from varvet.kernel.records import referrals, spine
from varvet.kernel.records.confidential import check_within
from varvet.kernel.records.models import Referral
from varvet.kernel.records.numbering import next_reference
from varvet.kernel.records.taking import asked_of
from varvet.registers.feedback import rules
from varvet.registers.feedback.actions.steps import EXCLUDED, HANDLE, begin, finish
from varvet.registers.feedback.models import KIND, Feedback, first_due
from varvet.registers.feedback.rules import Event


@transaction.atomic
def accept_referral(*, referral: Referral, by: User, now: datetime) -> Feedback:
    """A received complaint in the origin's unit, as secret as what it follows from, whose texts stay where they are."""
    origin, today = referral.origin, day_of(now)
    check_within(origin, HANDLE, EXCLUDED, by=by, today=today)
    feedback = Feedback.objects.create(
        kind=KIND,
        reference=next_reference(origin.root, KIND, today.year),
        root=origin.root,
        unit=origin.unit,
        status=rules.Status.RECEIVED,
        occurred_day=origin.occurred_day,
        occurred_time=origin.occurred_time,
        received_at=now,
        opened_by=by,
        confidentiality=origin.confidentiality,
        sort=rules.Sort.COMPLAINT,
        channel=rules.Channel.REFERRAL,
        answer_due_on=first_due(origin.root, rules.Sort.COMPLAINT, today),
    )
    referrals.accept(referral, feedback, by=by, now=now)
    data = {"sort": feedback.sort, "channel": feedback.channel, "origin": origin.reference}
    spine.commit(feedback, "received", by=by, data=data)
    return feedback


@dataclass(frozen=True)
class Asked:
    """Which register is asked, and what of it."""

    kind: str
    topic: str = ""


@transaction.atomic
def ask_other(*, feedback: Feedback, asked: Asked, version: int, by: User, now: datetime) -> Referral:
    """Asks, and, where the same person may answer, takes it on there at once: nobody answers their own question."""
    current = begin(feedback, Event.ASK_OTHER, version=version, by=by, now=now)
    referral = ask(current, asked.kind, topic=asked.topic, by=by, now=now)
    finish(current, "asked_other", by=by, data={"to": asked.kind, "topic": asked.topic})
    needed = asked_of(current.confidentiality, *_needed(asked.kind))
    if referral.state == Referral.State.OPEN and all(can(by, one, current.unit, today=day_of(now)) for one in needed):
        answering.accept(referral=referral, by=by, now=now)
    return referral


def _needed(kind: str) -> tuple[str, str]:
    taking = taking_of(kind)
    return taking.permission, taking.excluded


@transaction.atomic
def note_answer(referral: Referral, by: User) -> None:
    """Notes in the trail what another register answered; who may answer has been asked there."""
    feedback = Feedback.objects.select_for_update().get(pk=referral.origin_id)
    spine.commit(feedback, f"referral_{referral.state}", by=by, data={"to": referral.to_kind})
