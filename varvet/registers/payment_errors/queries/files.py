"""What a reader may do with a case's files: what shows that the payment was wrong, and what was decided of it."""

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.registers.payment_errors.models import PaymentError
from varvet.registers.payment_errors.queries.visible import SEE, can_handle
from varvet.registers.payment_errors.rules import Event, may

REMOVE_FILES = "payment_errors.remove_files"


def may_add(reader: Reader, error: PaymentError) -> bool:
    """Whoever told of it, and those who handle it, while it is open."""
    concerned = error.opened_by_id == reader.user.pk or can_handle(reader, error)
    return concerned and may(Event.NOTE, error.status)


def may_remove(reader: Reader, error: PaymentError) -> bool:
    return reader.can(REMOVE_FILES, error.unit_id)


def reads_all_files(reader: Reader, error: PaymentError) -> bool:
    """As with the texts: whoever told of it, and sees no more, reads what they sent."""
    return reader.can(SEE, error.unit_id)


def page_with_files(_: Reader, error: PaymentError) -> str:
    return reverse("payment_errors:page", args=[error.reference])
