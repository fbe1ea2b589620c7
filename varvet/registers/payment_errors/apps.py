"""Wrong payments: what is told of, looked into and counted here."""

from django.apps import AppConfig


class PaymentErrorsConfig(AppConfig):
    name = "varvet.registers.payment_errors"
    label = "payment_errors"
    verbose_name = "Felaktiga utbetalningar"
