"""What staff note of what somebody said: four taps, and words where somebody has to answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Confidentiality
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import choices_of, offer_units, text_area
from varvet.registers.feedback import actions
from varvet.registers.feedback.rules import (
    CHANNEL_LABELS,
    HANDLED_LABELS,
    SORT_LABELS,
    SPEAKER_LABELS,
    Channel,
    Handled,
    Sort,
    Speaker,
)

TOO_LONG = _("Texten är för lång. Korta den till högst 20 000 tecken.")
NOT_BY_STAFF = {Channel.WEB, Channel.IMPORTED, Channel.REFERRAL}
BY_STAFF = {code: label for code, label in CHANNEL_LABELS.items() if code not in NOT_BY_STAFF}
DAY_ERRORS = {
    "required": _("Skriv dagen."),
    "invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05."),
}


def day_field(label: Any, hint: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=hint,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=DAY_ERRORS,
    )


class CaptureForm(forms.Form):
    """What somebody said, noted by staff in less than half a minute."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    said_by = forms.ChoiceField(
        label=_("Vem sade det?"),
        choices=choices_of(SPEAKER_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vem som sade det.")},
    )
    sort = forms.ChoiceField(
        label=_("Vad är det?"),
        choices=choices_of(SORT_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad det är.")},
    )
    category = forms.ChoiceField(
        label=_("Vad handlar det om?"),
        widget=forms.RadioSelect,
        required=False,
    )
    handled = forms.ChoiceField(
        label=_("Är det klart?"),
        choices=choices_of(HANDLED_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj om det är klart.")},
    )
    what = forms.CharField(
        label=_("Vad sade personen?"),
        help_text=_("Skriv när någon behöver svara. Använd personens egna ord, utan namn."),
        widget=text_area(4),
        max_length=LONGEST,
        required=False,  # where it is settled there and then: the rule says when it is missing
        error_messages={"max_length": TOO_LONG},
    )
    sender = forms.CharField(
        label=_("Vem kan vi svara?"),
        help_text=_("Namn och telefon eller adress. Läses bara av dem som svarar. Lämna tomt för den som är anonym."),
        required=False,
        max_length=400,
        error_messages={"max_length": _("Skriv högst 400 tecken.")},
    )
    channel = forms.ChoiceField(
        label=_("Hur kom det in?"),
        choices=choices_of(BY_STAFF),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj hur det kom in.")},
    )
    unit = forms.ModelChoiceField(
        label=_("Vilken enhet gäller det?"),
        help_text=_("Enheten som personen talar om."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj vilken enhet det gäller."), "invalid_choice": _("Välj en enhet i listan.")},
    )
    on_behalf = forms.BooleanField(
        label=_("Någon annan sade det åt personen"),
        help_text=_("Till exempel en god man, eller en anhörig på personens uppdrag."),
        required=False,
    )
    about_manager = forms.BooleanField(
        label=_("Det handlar om enhetens chef"), help_text=_("Då läser chefen det inte."), required=False
    )

    def __init__(self, *args: Any, units: list[Unit], types: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)
        category = self.fields["category"]
        assert isinstance(category, forms.ChoiceField)
        category.choices = types

    @property
    def more_open(self) -> bool:
        """Whether something that is folded away is wrong, so that it must be seen."""
        return any(name in self.errors for name in ("channel", "unit", "sender", "on_behalf", "about_manager"))

    def content(self) -> actions.Capture:
        given = self.cleaned_data
        return actions.Capture(
            unit=given["unit"],
            sort=Sort(given["sort"]),
            channel=Channel(given["channel"]),
            what=given["what"],
            sender=given["sender"],
            confidentiality=(Confidentiality.MANAGER_EXCLUDED if given["about_manager"] else Confidentiality.NORMAL),
            said_by=Speaker(given["said_by"]),
            on_behalf=given["on_behalf"],
            category=given["category"],
            handled=Handled(given["handled"]),
            said_on=given.get("said_on"),
        )


class PaperForm(CaptureForm):
    """A form on paper, typed in: the day it was written is kept, and the next one begins where this one stood."""

    said_on = day_field(_("Vilken dag är blanketten skriven?"), _("Tiden för att svara räknas från den dagen."))
