"""The report as it is typed: what happened, where, when, and what was done at once."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Confidentiality
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import choices_of, explained, offer_units, text_area
from varvet.registers.lex_sarah import actions
from varvet.registers.lex_sarah.forms.texts import TOO_LONG
from varvet.registers.lex_sarah.rules import BY_THEMSELVES, CHANNEL_LABELS, Channel, Law

OURS = BY_THEMSELVES | {Channel.REFERRAL}
BY_OTHERS = [(code, label) for code, label in choices_of(CHANNEL_LABELS) if code not in OURS]


class HappeningForm(forms.Form):
    """What everybody is asked who reports, with an account or without; nobody needs to know the act to report."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    what = forms.CharField(
        label=_("Berätta vad som hände"),
        help_text=_("Skriv vad som gick fel eller kunde ha gått fel. Skriv inga namn eller personnummer."),
        widget=text_area(5),
        max_length=LONGEST,
        error_messages={"required": _("Berätta vad som hände."), "max_length": TOO_LONG},
    )
    occurred_day = forms.DateField(
        label=_("Vilken dag hände det?"),
        help_text=_("Lämna tomt om du inte vet."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05.")},
    )
    at_once = forms.CharField(
        label=_("Vad gjorde ni direkt?"),
        help_text=_("Skriv vad ni gjorde för att ingen skulle komma till skada."),
        required=False,
        widget=text_area(2),
        max_length=LONGEST,
        error_messages={"max_length": TOO_LONG},
    )
    informed = explained(
        forms.CharField(
            label=_("Hur har den som berördes fått veta det?"),
            help_text=_("Skriv vem som berättade, när och hur. Skriv inga namn."),
            required=False,
            widget=text_area(2),
            max_length=LONGEST,
            error_messages={"max_length": TOO_LONG},
        ),
        why=_("Den som utsatts har rätt att få veta det. Utredningen ska visa att det har skett."),
    )
    law = forms.ChoiceField(
        label=_("Gäller det insatser enligt LSS?"),
        help_text=_("LSS är lagen om stöd och service till vissa funktionshindrade."),
        choices=[(Law.SOL.value, _("Nej, eller vet inte")), (Law.LSS.value, _("Ja"))],
        required=False,
    )
    about_manager = forms.BooleanField(
        label=_("Det handlar om enhetens chef"), help_text=_("Då läser chefen inte rapporten."), required=False
    )

    def content_in(self, unit: Unit) -> actions.Report:
        given = self.cleaned_data
        return actions.Report(
            unit=unit,
            what=given["what"],
            occurred_day=given["occurred_day"],
            at_once=given["at_once"],
            informed=given["informed"],
            law=Law(given["law"] or Law.SOL),
            confidentiality=(Confidentiality.MANAGER_EXCLUDED if given["about_manager"] else Confidentiality.NORMAL),
        )


class ReportForm(HappeningForm):
    """The report of somebody with an account, who can also write it down for somebody else."""

    unit = forms.ModelChoiceField(
        label=_("Var?"),
        help_text=_("Enheten där det hände."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj var det hände."), "invalid_choice": _("Välj en enhet i listan.")},
    )
    channel = forms.ChoiceField(
        label=_("Hur fick du veta det?"),
        help_text=_("Välj något annat än det första om du skriver åt någon som har berättat."),
        choices=[(Channel.WEB.value, _("Jag rapporterar själv")), *BY_OTHERS],
        required=False,
    )
    told_by = forms.CharField(
        label=_("Vem berättade?"),
        help_text=_("Behövs bara när du skriver åt någon annan. Sparas krypterat."),
        required=False,
        max_length=400,
    )

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)

    @property
    def for_others_open(self) -> bool:
        """Whether what is asked of reports made for others must be seen."""
        by_self = str(self["channel"].value() or Channel.WEB) == Channel.WEB
        return not by_self or "told_by" in self.errors

    def content(self) -> actions.Report:
        given = self.cleaned_data
        channel = Channel(given["channel"] or Channel.WEB)
        return replace(self.content_in(given["unit"]), channel=channel, told_by=given["told_by"])


class AddForm(forms.Form):
    """More to a report that is already sent."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    more = forms.CharField(
        label=_("Vill du lägga till något?"),
        help_text=_("Det du skrev förut ändras inte. Skriv inga namn eller personnummer."),
        widget=text_area(3),
        max_length=LONGEST,
        error_messages={"required": _("Skriv vad du vill lägga till."), "max_length": TOO_LONG},
    )


class CodeForm(forms.Form):
    """The code somebody got when they reported without an account."""

    code = forms.CharField(
        label=_("Din kod"),
        help_text=_("Du fick den när du rapporterade. Till exempel ”K7QM3-FTX9B-DWHR4”."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Skriv din kod."), "max_length": _("Skriv högst 40 tecken.")},
    )
