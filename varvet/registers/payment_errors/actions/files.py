"""Files on a case: whoever told of it and those who handle it add them; removing one takes a reason."""

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.law.days import day_of
from varvet.kernel.records import attachments
from varvet.kernel.records.sent_files import Outcome, Removal, Sending
from varvet.registers.payment_errors import rules
from varvet.registers.payment_errors.actions.steps import check_may
from varvet.registers.payment_errors.models import PaymentError
from varvet.registers.payment_errors.rules import Event

REMOVE_FILES = "payment_errors.remove_files"


def add_files(error: PaymentError, sending: Sending) -> Outcome:
    """Asks for no version: nothing is written over. Not in a transaction until the files are cleaned."""
    if error.opened_by_id != sending.by.pk:
        check_may(error, by=sending.by, today=day_of(sending.now))
    return attachments.add(error, sending, check=_check_open)


@transaction.atomic
def remove_file(error: PaymentError, removal: Removal) -> None:
    check(removal.by, REMOVE_FILES, error.unit, today=day_of(removal.now))
    attachments.remove(error, removal)


def _check_open(error: PaymentError) -> None:
    rules.check_now(Event.NOTE, error.status)
