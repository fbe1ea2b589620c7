"""What staff note of what somebody said."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Confidentiality
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import choices_of, offer_units
from varvet.registers.feedback import actions
from varvet.registers.feedback.rules import CHANNEL_LABELS, SORT_LABELS, Channel, Sort

TOO_LONG = _("Texten är för lång. Korta den till högst 20 000 tecken.")
BY_STAFF = {code: label for code, label in CHANNEL_LABELS.items() if code not in {Channel.WEB, Channel.IMPORTED}}


class CaptureForm(forms.Form):
    """What somebody said, noted by staff in less than half a minute."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    what = forms.CharField(
        label=_("Vad sade personen?"),
        help_text=_("Skriv med personens egna ord. Skriv inga namn här."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=LONGEST,
        error_messages={"required": _("Skriv vad personen sade."), "max_length": TOO_LONG},
    )
    sort = forms.ChoiceField(
        label=_("Vad är det?"),
        help_text=_("Ett klagomål säger att något blev fel. En synpunkt säger hur det kunde vara."),
        choices=choices_of(SORT_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad det är.")},
    )
    channel = forms.ChoiceField(
        label=_("Hur kom det in?"),
        help_text=_("Välj det sätt som personen själv använde."),
        choices=choices_of(BY_STAFF),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj hur det kom in.")},
    )
    unit = forms.ModelChoiceField(
        label=_("Vilken enhet gäller det?"),
        help_text=_("Enheten som personen talar om, även om du arbetar på en annan."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj vilken enhet det gäller."), "invalid_choice": _("Välj en enhet i listan.")},
    )
    sender = forms.CharField(
        label=_("Vem kan vi svara?"),
        help_text=_("Namn och telefon eller adress. Läses bara av dem som svarar. Lämna tomt för den som är anonym."),
        required=False,
        max_length=400,
        error_messages={"max_length": _("Skriv högst 400 tecken.")},
    )
    about_manager = forms.BooleanField(
        label=_("Det handlar om enhetens chef"), help_text=_("Då läser chefen det inte."), required=False
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
