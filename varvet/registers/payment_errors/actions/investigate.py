"""Looking into it: begun, what was found, and what is done about it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.narratives import keep
from varvet.registers.payment_errors import rules
from varvet.registers.payment_errors.actions.steps import begin, finish
from varvet.registers.payment_errors.models import Part, PaymentError
from varvet.registers.payment_errors.rules import Answer, Event


@dataclass(frozen=True)
class Finding:
    """Where the cause lay, how much was wrong in whole kronor, and in words."""

    cause: rules.Cause
    amount: int | None
    words: str


@dataclass(frozen=True)
class Decided:
    """Yes or no; a no has its reason. `amount` is what is asked back, in whole kronor."""

    answer: Answer
    reason: str = ""
    amount: int | None = None


@transaction.atomic
def begin_investigation(*, error: PaymentError, version: int, by: User, now: datetime) -> PaymentError:
    current = begin(error, Event.OPEN, version=version, by=by, now=now)
    current.status = rules.check_transition(Event.OPEN, current.status)
    current.begun_on, current.handler = day_of(now), current.handler or by
    return finish(current, "begun", by=by)


@transaction.atomic
def complete(*, error: PaymentError, finding: Finding, version: int, by: User, now: datetime) -> PaymentError:
    current = begin(error, Event.COMPLETE, version=version, by=by, now=now)
    rules.check_finding(finding.cause, finding.amount)
    rules.check_words("words", finding.words, marked("Skriv vad utredningen visar."))
    current.status = rules.check_transition(Event.COMPLETE, current.status)
    current.completed_on, current.cause, current.amount = day_of(now), finding.cause, finding.amount or None
    keep(current, {Part.FOUND: finding.words}, by=by, now=now)
    return finish(current, "completed", by=by, data={"cause": finding.cause})


@transaction.atomic
def decide_reclaim(*, error: PaymentError, decided: Decided, version: int, by: User, now: datetime) -> PaymentError:
    current = begin(error, Event.RECLAIM, version=version, by=by, now=now)
    rules.check_wrong(current.cause)
    rules.check_reclaim(decided.answer, decided.amount, current.amount)
    rules.check_reason(decided.answer, decided.reason)
    current.reclaim, current.reclaim_on = decided.answer, day_of(now)
    current.reclaimed = decided.amount if decided.answer is Answer.YES else None
    keep(current, {Part.RECLAIM: decided.reason}, by=by, now=now)
    return finish(current, "reclaim_decided", by=by, data={"answer": decided.answer})


@transaction.atomic
def decide_police(*, error: PaymentError, decided: Decided, version: int, by: User, now: datetime) -> PaymentError:
    current = begin(error, Event.POLICE, version=version, by=by, now=now)
    rules.check_wrong(current.cause)
    rules.check_reason(decided.answer, decided.reason)
    current.police, current.police_on = decided.answer, day_of(now)
    keep(current, {Part.POLICE: decided.reason}, by=by, now=now)
    return finish(current, "police_decided", by=by, data={"answer": decided.answer})
