"""What everybody may read of an improvement, as forms: the words, publishing them, and taking them down."""

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Area
from varvet.kernel.ui.form_fields import VersionedForm, text_area
from varvet.registers.improvements import actions
from varvet.registers.improvements.rules import LONGEST_DONE, LONGEST_SAID


class PublicForm(VersionedForm):
    step_name = _("Det har vi ändrat")
    you_said = forms.CharField(
        label=_("Ni sa"),
        help_text=_("Med egna ord, så att ingen känner igen sig. Till exempel: ”Brevet är svårt att förstå.”"),
        widget=text_area(3),
        max_length=LONGEST_SAID,
        error_messages={"required": _("Skriv vad ni fick höra."), "max_length": _("Skriv högst 300 tecken.")},
    )
    we_did = forms.CharField(
        label=_("Vi gjorde"),
        help_text=_("Vad är annorlunda nu? Till exempel: ”Brevet är kortare och har telefontider högst upp.”"),
        widget=text_area(4),
        max_length=LONGEST_DONE,
        error_messages={"required": _("Skriv vad ni har ändrat."), "max_length": _("Skriv högst 500 tecken.")},
    )
    area = forms.ChoiceField(
        label=_("Vilket område gäller det?"),
        help_text=_("Det enda som sidan säger om var. Enhetens namn visas aldrig."),
        choices=Area.choices,
    )

    def words(self) -> actions.PublicWords:
        given = self.cleaned_data
        return actions.PublicWords(given["area"], given["you_said"], given["we_did"])


class PublishForm(VersionedForm):
    step_name = _("Publicera")
    read_through = forms.BooleanField(
        label=_("Jag har läst texten som den som berörs skulle läsa den. Den pekar inte ut någon."),
        help_text=_("Det antecknas vem som har publicerat."),
        error_messages={"required": _("Läs texten och bekräfta att den inte pekar ut någon.")},
    )


class WithdrawForm(VersionedForm):
    step_name = _("Ta ned")
    reason = forms.CharField(
        label=_("Varför tas texten ned?"),
        help_text=_("Skälet läses bara av dem som handlägger."),
        widget=text_area(2),
        max_length=4_000,
        error_messages={"required": _("Skriv varför texten tas ned.")},
    )
