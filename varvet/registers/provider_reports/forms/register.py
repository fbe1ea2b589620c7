"""What a provider has told the board, on one page; and what is known better later."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.records.models import Confidentiality
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, explained, offer_units
from varvet.registers.provider_reports import actions, rules
from varvet.registers.provider_reports.forms.fields import day_field, words_field
from varvet.registers.provider_reports.models import Provider

LONGEST_REFERENCE = 60


@dataclass(frozen=True)
class Offers:
    """What can be chosen: the units, the providers of today, and the root's types (None without a list)."""

    units: Iterable[Unit]
    providers: QuerySet[Provider]
    versions: CategoryList | None
    types: QuerySet[Category]


class AboutFields(forms.Form):
    """Whom and what it concerns."""

    provider = forms.ModelChoiceField(
        label=_("Vilken utförare?"),
        help_text=_("Den privata utförare som har informerat er."),
        queryset=Provider.objects.none(),
        empty_label=_("Välj utförare"),
        error_messages={"required": _("Välj utförare."), "invalid_choice": _("Välj en utförare i listan.")},
    )
    unit = forms.ModelChoiceField(
        label=_("Vilken enhet hos er gäller det?"),
        help_text=_("Enheten som har avtalet eller har placerat den som berörs."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj enhet."), "invalid_choice": _("Välj en enhet i listan.")},
    )
    occurred_day = day_field(_("Vilken dag hände det?"), _("Lämna tomt om du inte vet."), required=False)
    law = explained(
        forms.ChoiceField(
            label=_("Vilken lag gäller insatsen?"),
            help_text=_("Lagen som insatsen är beviljad enligt."),
            choices=choices_of(rules.LAW_LABELS),
            widget=forms.RadioSelect,
            initial=rules.Law.SOL,
        ),
        why=_("Lagen och dagen avgör vilken paragraf som informationen lämnas enligt."),
    )
    ours = explained(
        forms.ChoiceField(
            label=_("Är den som berörs placerad av er?"),
            help_text=_("Har ni beslutat om insatsen svarar du ja."),
            choices=choices_of(rules.KNOWN_LABELS),
            widget=forms.RadioSelect,
            initial=rules.Known.UNKNOWN,
        ),
        why=_("Då behöver ni också följa upp hur personen har det."),
    )
    category = forms.ModelChoiceField(
        label=_("Typ av händelse"),
        help_text=_("Det som ligger närmast. Du kan ändra det senare."),
        queryset=Category.objects.none(),
        required=False,
        empty_label=_("Inte vald än"),
        error_messages={"invalid_choice": _("Välj en typ i listan.")},
    )
    case_reference = explained(
        forms.CharField(
            label=_("Ärendereferens"),
            help_text=_("Numret på personens ärende i verksamhetssystemet. Skriv inget personnummer."),
            required=False,
            max_length=LONGEST_REFERENCE,
        ),
        why=_("Referensen leder till en person. Den är krypterad och läses bara med särskild behörighet."),
    )

    def __init__(self, *args: Any, offers: Offers, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.versions = offers.versions
        offer_units(self, offers.units)
        provider, category = self.fields["provider"], self.fields["category"]
        assert isinstance(provider, forms.ModelChoiceField)
        assert isinstance(category, forms.ModelChoiceField)
        provider.queryset, category.queryset = offers.providers, offers.types

    def about(self) -> actions.About:
        given = self.cleaned_data
        return actions.About(
            unit=given["unit"],
            provider=given["provider"],
            law=rules.Law(given["law"]),
            occurred_day=given["occurred_day"],
            ours=rules.Known(given["ours"]),
            category_list=self.versions,
            category=given["category"],
            case_reference=given["case_reference"],
        )


class RegisterForm(AboutFields):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    informed_on = day_field(_("Vilken dag fick ni informationen?"), _("Dagen då den kom till er."))
    channel = forms.ChoiceField(
        label=_("Hur kom den?"),
        help_text=_("Det sätt som utföraren först informerade på."),
        choices=choices_of(rules.CHOSEN_CHANNELS),
        initial=rules.Channel.LETTER,
    )
    what = words_field(
        _("Vad berättar utföraren?"),
        _("Återge det som utföraren säger har hänt. Skriv inga namn eller personnummer."),
        _("Berätta vad utföraren har informerat om."),
        rows=5,
    )
    at_once = words_field(
        _("Vad gjorde utföraren direkt?"), _("Det som gjordes för att ingen skulle komma till skada."), rows=2
    )
    about_manager = forms.BooleanField(
        label=_("Det handlar om er egen enhets chef"),
        help_text=_("Då läser chefen inte ärendet."),
        required=False,
    )

    def content(self) -> actions.Information:
        given = self.cleaned_data
        return actions.Information(
            about=self.about(),
            what=given["what"],
            informed_on=given["informed_on"],
            channel=rules.Channel(given["channel"]),
            at_once=given["at_once"],
            confidentiality=Confidentiality.MANAGER_EXCLUDED if given["about_manager"] else Confidentiality.NORMAL,
        )


class DescribeForm(AboutFields, VersionedForm):
    step_name = _("Komplettera")

    def __init__(self, *args: Any, asked: bool, **kwargs: Any) -> None:
        """`asked` says that the provider has been asked for its investigation, and so must be known."""
        super().__init__(*args, **kwargs)
        self.fields["provider"].required = asked
        self.fields["case_reference"].help_text = _("Lämna tomt för att behålla den som finns.")
