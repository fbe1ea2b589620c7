"""How every step begins and ends: who and when first, the record locked, one commit last."""

from datetime import date, datetime

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.registers.payment_errors import rules
from varvet.registers.payment_errors.models import PaymentError
from varvet.registers.payment_errors.rules import Event

REPORT, SEE, HANDLE = "payment_errors.report", "payment_errors.view", "payment_errors.handle"
EXPORT = "payment_errors.export"


def check_may(error: PaymentError, *, by: User, today: date) -> None:
    check(by, HANDLE, error.unit, today=today)


def begin(error: PaymentError, event: Event, *, version: int, by: User, now: datetime) -> PaymentError:
    """The record, locked, for somebody who may do this to it, in a state where it can be done."""
    check_may(error, by=by, today=day_of(now))
    current = spine.lock(error, version=version)
    rules.check_now(event, current.status)
    return current


def finish(error: PaymentError, event: str, *, by: User, data: dict[str, object] | None = None) -> PaymentError:
    error.save()
    spine.commit(error, event, by=by, data=data)
    return error
