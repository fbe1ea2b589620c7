"""What one has told of, in the list of what one has reported."""

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.records.reported import MyReport
from varvet.kernel.ui.sentences import said
from varvet.registers.payment_errors import queries, rules
from varvet.registers.payment_errors.models import PaymentError
from varvet.registers.payment_errors.views.shown import step_of


def my_rows(reader: Reader) -> list[MyReport]:
    return [_row(error) for error in queries.list_mine(reader)]


def _row(error: PaymentError) -> MyReport:
    return MyReport(
        reference=error.reference,
        href=reverse("payment_errors:page", args=[error.reference]),
        unit=error.unit.name,
        status=error.status,
        label=said(rules.STATUS_LABELS[error.status]),
        step=step_of(error.status),
        received=day_of(error.received_at),
        steps=len(rules.STEPS),
    )
