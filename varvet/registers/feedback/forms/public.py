"""The public form: three short steps and a last look, each a form of its own, carried along without an account."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import text_area
from varvet.kernel.ui.sentences import sentence_of
from varvet.registers.feedback import actions
from varvet.registers.feedback.forms.capture import TOO_LONG
from varvet.registers.feedback.rules import Contentment, Sort, public

ASKED = {
    Sort.COMPLAINT: _("Något har blivit fel"),
    Sort.VIEW: _("Jag tycker något"),
    Sort.SUGGESTION: _("Jag har ett förslag"),
    Sort.PRAISE: _("Något har varit bra"),
    Sort.QUESTION: _("Jag har en fråga"),
}

SORT_ICONS = ("thumb-down", "eye", "idea", "heart", "question")


class SortStep(forms.Form):
    """What it is about, in the words of whoever says it."""

    sort = forms.ChoiceField(
        label=_("Vad vill du berätta?"),
        choices=[(sort.value, label) for sort, label in ASKED.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj det som stämmer bäst.")},
    )


class WhatStep(forms.Form):
    what = forms.CharField(
        label=_("Berätta med egna ord"),
        help_text=_("Skriv inte andras namn eller personnummer."),
        widget=text_area(6),
        max_length=LONGEST,
        error_messages={"required": _("Skriv vad du vill berätta."), "max_length": TOO_LONG},
    )
    unit = forms.ModelChoiceField(
        label=_("Vilken enhet gäller det?"),
        help_text=_("Hoppa över det om du inte vet."),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_("Vet inte, eller flera"),
        error_messages={"invalid_choice": _("Välj en enhet i listan.")},
    )

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units]).order_by("sort_key")


class SenderStep(forms.Form):
    sender = forms.CharField(
        label=_("Vill du att vi hör av oss?"),
        help_text=_("Skriv namn och telefon eller e-post. Lämna tomt om du vill vara anonym."),
        required=False,
        max_length=400,
        widget=text_area(2),
        error_messages={"max_length": _("Skriv högst 400 tecken.")},
    )


class SendStep(forms.Form):
    """The last look. `website` is a trap: no person sees it, and machines fill in everything."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    opened = forms.CharField(max_length=200, required=False, widget=forms.HiddenInput)
    website = forms.CharField(required=False, max_length=400)
    total = forms.CharField(
        label=_("Räkna ut"),
        required=False,
        max_length=10,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


def answered(form: SendStep, asked: tuple[int, int]) -> SendStep:
    """The form, with an error where the sum that was asked is not answered rightly."""
    try:
        public.check_sum(asked, form.cleaned_data["total"])
    except RuleBroken as broken:
        form.add_error("total", sentence_of(broken))
    return form


class FollowForm(forms.Form):
    code = forms.CharField(
        label=_("Din kod"),
        help_text=_("Du fick den när du hörde av dig. Till exempel ”K7QM-3FTX-9BDW”."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Skriv din kod."), "max_length": _("Skriv högst 40 tecken.")},
    )
    total = forms.CharField(
        label=_("Räkna ut"),
        required=False,
        max_length=10,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


class MoreForm(forms.Form):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    more = forms.CharField(
        label=_("Vill du lägga till något?"),
        help_text=_("Den som svarar dig läser det."),
        widget=text_area(4),
        max_length=LONGEST,
        error_messages={"required": _("Skriv vad du vill lägga till."), "max_length": TOO_LONG},
    )


class AgainForm(forms.Form):
    reason = forms.CharField(
        label=_("Vad blev inte bra?"),
        help_text=_("Vi läser och svarar igen."),
        widget=text_area(3),
        max_length=LONGEST,
        error_messages={"required": _("Skriv vad som inte blev bra."), "max_length": TOO_LONG},
    )


class ContentForm(forms.Form):
    contentment = forms.ChoiceField(
        label=_("Blev det bra?"),
        choices=[
            (Contentment.CONTENT.value, _("Ja, tack")),
            (Contentment.PARTLY.value, _("Delvis")),
            (Contentment.NOT.value, _("Nej")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj ett svar.")},
    )

    @property
    def judgement(self) -> Contentment:
        return Contentment(self.cleaned_data["contentment"])


def content_of(root: Unit, sort: SortStep, what: WhatStep, sender: SenderStep) -> actions.SentIn:
    """The three steps together. Without a unit it is about the whole root."""
    said = what.cleaned_data
    return actions.SentIn(
        unit=said["unit"] or root,
        sort=Sort(sort.cleaned_data["sort"]),
        what=said["what"],
        sender=sender.cleaned_data["sender"],
    )
