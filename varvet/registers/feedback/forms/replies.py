"""A reply that a root offers those who answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from varvet.kernel.ui.form_fields import VersionedForm, text_area
from varvet.registers.feedback.rules import OPEN, STATUS_LABELS, Status
from varvet.registers.feedback.rules.replies import LONGEST_TEXT, LONGEST_TITLE, Reply


class ReplyTemplateForm(VersionedForm):
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
        widget=text_area(5),
        error_messages={"required": _("Skriv mallens text.")},
    )
    status = forms.ChoiceField(
        label=_("När visas den?"), help_text=_("Mallen föreslås för ärenden i det läget."), required=False
    )
    category = forms.ChoiceField(
        label=_("Vad handlar ärendet om?"), help_text=_("Mallen föreslås för ärenden av den typen."), required=False
    )

    def __init__(self, *args: Any, types: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        status, category = self.fields["status"], self.fields["category"]
        assert isinstance(status, forms.ChoiceField)
        assert isinstance(category, forms.ChoiceField)
        states = [(state.value, now_(STATUS_LABELS[state])) for state in Status if state in OPEN]
        status.choices = [("", now_("Alltid")), *states]
        category.choices = [("", now_("Vad som helst")), *types]

    def reply(self) -> Reply:
        given = self.cleaned_data
        return Reply(given["title"], given["text"], given["status"], given["category"])
