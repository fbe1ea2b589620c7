"""The answer to another register's question, as it is typed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import text_area
from varvet.registers.lex_sarah.forms.texts import TOO_LONG


class RefuseForm(forms.Form):
    reason = forms.CharField(
        label=_("Varför är det inte lex Sarah?"),
        help_text=_("Skälet sparas med frågan."),
        widget=text_area(3),
        max_length=LONGEST,
        error_messages={"required": _("Skriv varför ni inte tar emot ärendet."), "max_length": TOO_LONG},
    )
