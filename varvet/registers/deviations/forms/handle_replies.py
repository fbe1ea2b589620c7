"""A reply to reporters that a root offers those who handle."""

from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from varvet.kernel.ui.form_fields import text_area
from varvet.registers.deviations.rules import OPEN, STATUS_LABELS, STEPS
from varvet.registers.deviations.rules.replies import LONGEST_TEXT, LONGEST_TITLE, Reply


class ReplyForm(forms.Form):
    title = forms.CharField(
        label=_("Mallens namn"),
        help_text=_("Namnet visas i listan där man väljer mall."),
        max_length=LONGEST_TITLE,
        error_messages={"required": _("Ge mallen ett namn.")},
    )
    text = forms.CharField(
        label=_("Text"),
        help_text=_("Skriv så att den passar många. Aldrig om en person."),
        max_length=LONGEST_TEXT,
        widget=text_area(4),
        error_messages={"required": _("Skriv mallens text.")},
    )
    status = forms.ChoiceField(
        label=_("När visas den?"), help_text=_("Mallen föreslås för ärenden i det läget."), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        status = self.fields["status"]
        assert isinstance(status, forms.ChoiceField)
        states = [(state, now_(STATUS_LABELS[state])) for state in STEPS if state in OPEN]
        status.choices = [("", now_("Alltid")), *states]

    def reply(self) -> Reply:
        return Reply(self.cleaned_data["title"], self.cleaned_data["text"], self.cleaned_data["status"])
