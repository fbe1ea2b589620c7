"""The public form: three short steps and a last look, each a form of its own, carried along without an account."""

from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import offer_units
from varvet.kernel.ui.sentences import sentence_of
from varvet.registers.feedback import actions
from varvet.registers.feedback.forms.capture import TOO_LONG
from varvet.registers.feedback.rules import Contentment, Sort, check_words, public

LONGEST_SENDER = 400
SUM = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "aria-required": "true"})
ASKED = {
    Sort.COMPLAINT: _("Något har blivit fel"),
    Sort.VIEW: _("Jag tycker något"),
    Sort.SUGGESTION: _("Jag har ett förslag"),
    Sort.PRAISE: _("Något har varit bra"),
    Sort.QUESTION: _("Jag har en fråga"),
}


class WrittenField(forms.CharField):
    """What people wrote, every sign of it: no invisible sign that came along in a paste is theirs to find.

    It is kept encrypted, so that the database meets none of the signs; what shows it knows what it cannot show.
    """

    def __init__(self, *, rows: int, most: int, too_long: Any, **kwargs: Any) -> None:
        # what is too long must come back whole: a length on the control would cut it without a word
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), strip=False, **kwargs)
        self.most, self.too_long = most, too_long
        self.validators = [one for one in self.validators if not isinstance(one, ProhibitNullCharactersValidator)]

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        if not text.strip() and self.required:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if len(text.strip()) > self.most:
            raise forms.ValidationError(self.too_long, code="max_length")
        return text


def written(label: Any, *, rows: int, required: Any, help_text: Any = "") -> WrittenField:
    """A text of a few pages that must be told; `required` is the sentence when it is not."""
    return WrittenField(
        label=label,
        help_text=help_text,
        rows=rows,
        most=LONGEST,
        too_long=TOO_LONG,
        error_messages={"required": required},
    )


class SortStep(forms.Form):
    """What it is about, in the words of whoever says it."""

    sort = forms.ChoiceField(
        label=_("Välj det som stämmer bäst"),
        choices=[(sort.value, label) for sort, label in ASKED.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj det som stämmer bäst.")},
    )


class WhatStep(forms.Form):
    what = written(
        _("Berätta med egna ord"),
        rows=7,
        required=_("Skriv vad du vill berätta."),
        help_text=_("Skriv inte andras namn eller personnummer."),
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
        offer_units(self, units)

    def clean_what(self) -> str:
        """What the action asks for is asked here already, where it can be mended."""
        text = str(self.cleaned_data["what"])
        try:
            check_words("what", text.strip(), str(self.fields["what"].error_messages["required"]))
        except RuleBroken as broken:
            raise forms.ValidationError(sentence_of(broken)) from broken
        return text


class SenderStep(forms.Form):
    sender = WrittenField(
        label=_("Så når vi dig"),
        help_text=_("Skriv namn och telefon eller e-post. Lämna tomt om du vill vara anonym."),
        required=False,
        rows=3,
        most=LONGEST_SENDER,
        too_long=_("Skriv högst 400 tecken."),
    )


class SendStep(forms.Form):
    """The last look. `website` is a trap: no person sees it, and machines fill in everything."""

    website = forms.CharField(required=False, max_length=400)
    total = forms.CharField(
        label=_("Ditt svar"),
        required=False,
        max_length=10,
        widget=SUM,
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
        help_text=_("Du fick den när du hörde av dig. Till exempel ”K7QM3-FTX9B-DWHR4”."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Skriv din kod."), "max_length": _("Skriv högst 40 tecken.")},
    )
    total = forms.CharField(
        label=_("Ditt svar"),
        required=False,
        max_length=10,
        widget=SUM,
    )


class MoreForm(forms.Form):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    more = written(
        _("Vill du lägga till något?"),
        rows=4,
        required=_("Skriv vad du vill lägga till."),
        help_text=_("Den som svarar dig läser det."),
    )


class ReplyForm(MoreForm):
    """As MoreForm, when something has been asked that has no answer yet."""

    more = written(_("Ditt svar"), rows=4, required=_("Skriv ditt svar."), help_text=_("Den som frågade läser det."))


class AgainForm(forms.Form):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    reason = written(
        _("Vad blev inte bra?"),
        rows=4,
        required=_("Skriv vad som inte blev bra."),
        help_text=_("Vi läser det och svarar dig igen."),
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
