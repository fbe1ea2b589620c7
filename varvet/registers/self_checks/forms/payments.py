"""How many payments of each day or week are drawn, and until when."""

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.law.words import marked
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.registers.self_checks.actions.draw_payments import EachDay
from varvet.registers.self_checks.forms.round import NUMBER_ERRORS, day_field
from varvet.registers.self_checks.rules.payments import MOST_EACH


class DrawPaymentsForm(VersionedForm):
    count = forms.IntegerField(
        label=_("Hur många ska dras varje gång?"),
        help_text=_("Finns det färre dras alla."),
        min_value=1,
        max_value=MOST_EACH,
        error_messages={
            **NUMBER_ERRORS,
            "required": _("Skriv hur många som ska dras."),
            "min_value": _("Dra minst en."),
            "max_value": _("Dra högst 50 varje gång."),
        },
    )
    until = day_field(marked("Till och med"), _("Det som redan är draget dras inte igen."))

    def wanted(self) -> EachDay:
        return EachDay(self.cleaned_data["count"], self.cleaned_data["until"])
