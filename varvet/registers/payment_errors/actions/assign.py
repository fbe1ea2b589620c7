"""Who has it by name, and notes for those who handle."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import can
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.notifications.events import Event as Told
from varvet.kernel.notifications.telling import tell
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.narratives import keep
from varvet.registers.payment_errors import rules
from varvet.registers.payment_errors.actions.steps import HANDLE, begin, finish
from varvet.registers.payment_errors.models import Part, PaymentError
from varvet.registers.payment_errors.rules import Event


@transaction.atomic
def assign(*, error: PaymentError, handler: User | None, version: int, by: User, now: datetime) -> PaymentError:
    current = begin(error, Event.ASSIGN, version=version, by=by, now=now)
    _check_able(current, handler, now)
    current.handler = handler
    tell(current, Told.ASSIGNED, to=[handler], by=by, now=now)
    return finish(current, "assigned", by=by, data={"handler": handler.pk if handler else None})


@transaction.atomic
def reassign(error: PaymentError, to: User, reason: str, by: User, now: datetime) -> None:
    """Given to another since the one who has it leaves; whether `by` may move a person's work has been asked."""
    current = spine.lock(error, version=error.version)
    rules.check_now(Event.ASSIGN, current.status)
    _check_able(current, to, now)
    before, current.handler = current.handler_id, to
    keep(current, {Part.NOTE: reason}, by=by, now=now)
    tell(current, Told.ASSIGNED, to=[to], by=by, now=now)
    finish(current, "reassigned", by=by, data={"handler": to.pk, "before": before})


def _check_able(error: PaymentError, handler: User | None, now: datetime) -> None:
    if handler is not None and not can(handler, HANDLE, error.unit, today=day_of(now)):
        sentence = marked("Välj någon som får handlägga i enheten.")
        raise RuleBroken("payment_error.handler.role", sentence, field="handler")


@transaction.atomic
def note(*, error: PaymentError, words: str, version: int, by: User, now: datetime) -> PaymentError:
    current = begin(error, Event.NOTE, version=version, by=by, now=now)
    rules.check_words("words", words, marked("Skriv något först."))
    keep(current, {Part.NOTE: words}, by=by, now=now)
    return finish(current, "noted", by=by)
