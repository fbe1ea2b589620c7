"""The lines of a sheet: answered, added, and the question to talk about. Each asks once about names in the text."""

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.asking_form import AskingForm
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, text_area
from varvet.registers.meetings.actions import Answer
from varvet.registers.meetings.rules import ANSWERS, LONGEST_NAME, LONGEST_QUESTION, REASON_LABELS


class AnswerForm(VersionedForm, AskingForm):
    step_name = _("Punkt")
    asked_about = ("note",)
    outcome = forms.ChoiceField(
        label=_("Har ni talat om det?"),
        help_text=_("Det som inte blev lyft kommer tillbaka på nästa blad."),
        choices=choices_of(ANSWERS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj ett svar.")},
    )
    reason = forms.ChoiceField(
        label=_("Varför lyfts det inte?"),
        help_text=_("Behövs bara om det inte blev lyft."),
        choices=[("", _("Inget valt")), *choices_of(REASON_LABELS)],
        required=False,
    )
    note = forms.CharField(
        label=_("Anteckning"),
        help_text=_("Vad ni kom fram till. Skriv om arbetet, aldrig om en person."),
        required=False,
        widget=text_area(3),
        max_length=LONGEST,
    )

    def answer(self, line: int) -> Answer:
        given = self.cleaned_data
        return Answer(line, given["outcome"], given["reason"], given["note"])


class AddLineForm(VersionedForm, AskingForm):
    step_name = _("Lägg till en punkt")
    asked_about = ("name",)
    name = forms.CharField(
        label=_("Vad ska göras känt?"),
        help_text=_("En ny rutin eller något annat om arbetet. Alla i enheten läser det."),
        max_length=LONGEST_NAME,
        error_messages={"required": _("Skriv vad ni ska tala om.")},
    )


class AskForm(VersionedForm, AskingForm):
    step_name = _("Fråga att tala om")
    asked_about = ("question",)
    question = forms.CharField(
        label=_("Fråga att tala om"),
        help_text=_("Lämna tomt om Varvet ska välja frågan. Alla i enheten läser den."),
        required=False,
        max_length=LONGEST_QUESTION,
    )
