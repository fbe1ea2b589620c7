"""Text from people into typed values; what is wrong is said at the field."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Confidentiality
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import offer_units
from varvet.registers.feedback import actions
from varvet.registers.feedback.rules import CHANNEL_LABELS, SORT_LABELS, Channel, Sort

TOO_LONG = "Texten är för lång. Korta den till högst 20 000 tecken."
BY_STAFF = [(code, label) for code, label in CHANNEL_LABELS.items() if code not in {Channel.WEB, Channel.IMPORTED}]


class CaptureForm(forms.Form):
    """What somebody said, noted by staff in less than half a minute."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    what = forms.CharField(
        label="Vad sade personen?",
        help_text="Skriv med personens egna ord. Skriv inga namn här.",
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=LONGEST,
        error_messages={"required": "Skriv vad personen sade.", "max_length": TOO_LONG},
    )
    sort = forms.ChoiceField(
        label="Vad är det?",
        help_text=_("Ett klagomål säger att något blev fel. En synpunkt säger hur det kunde vara."),
        choices=list(SORT_LABELS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Välj vad det är."},
    )
    channel = forms.ChoiceField(
        label="Hur kom det in?",
        help_text=_("Välj det sätt som personen själv använde."),
        choices=BY_STAFF,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj hur det kom in."},
    )
    unit = forms.ModelChoiceField(
        label="Vilken enhet gäller det?",
        help_text=_("Enheten som personen talar om, även om du arbetar på en annan."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": "Välj vilken enhet det gäller.", "invalid_choice": "Välj en enhet i listan."},
    )
    sender = forms.CharField(
        label="Vem kan vi svara?",
        help_text="Namn och telefon eller adress. Läses bara av dem som svarar. Lämna tomt för den som är anonym.",
        required=False,
        max_length=400,
        error_messages={"max_length": "Skriv högst 400 tecken."},
    )
    about_manager = forms.BooleanField(
        label="Det handlar om enhetens chef", help_text="Då läser chefen det inte.", required=False
    )

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)

    def content(self) -> actions.Capture:
        given = self.cleaned_data
        return actions.Capture(
            unit=given["unit"],
            sort=Sort(given["sort"]),
            channel=Channel(given["channel"]),
            what=given["what"],
            sender=given["sender"],
            confidentiality=(Confidentiality.MANAGER_EXCLUDED if given["about_manager"] else Confidentiality.NORMAL),
        )
