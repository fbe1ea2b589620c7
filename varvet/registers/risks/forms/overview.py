"""The year's risk picture and control plan: begun, chosen, written point by point, decided, and followed up."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.ui.form_fields import VersionedForm, choices_of
from varvet.registers.risks.forms.fields import day_field, line_field, words_field
from varvet.registers.risks.models import Risk
from varvet.registers.risks.rules.control import (
    FREQUENCY_LABELS,
    LIGHT_LABELS,
    LONGEST_METHOD,
    LONGEST_POINT,
    LONGEST_SUMMARY,
)


class YearForm(forms.Form):
    year = forms.IntegerField(
        label=_("Vilket år?"),
        help_text=_("Det år som riskbilden och internkontrollplanen gäller."),
        min_value=2000,
        max_value=2100,
        error_messages={"required": _("Skriv året.")},
    )


class ChooseForm(VersionedForm):
    summary = forms.CharField(
        label=_("Vad visar riskbilden?"),
        help_text=_("Det viktigaste i några meningar. Skriv inga namn."),
        required=False,
        max_length=LONGEST_SUMMARY,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    risks = forms.MultipleChoiceField(
        label=_("Vilka risker ingår?"),
        help_text=_("Bedömda risker, de högsta först."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": _("Välj bland riskerna i listan.")},
    )

    def __init__(self, *args: Any, risks: Iterable[Risk], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_risks(self, "risks", risks)


class PointForm(VersionedForm):
    risk = forms.ChoiceField(
        label=_("Vilken risk gäller det?"),
        help_text=_("Punkten kontrollerar att risken hålls nere."),
        error_messages={"required": _("Välj en risk."), "invalid_choice": _("Välj en risk i listan.")},
    )
    name = line_field(
        _("Vad kontrolleras?"), _("Kontrollmomentet i en mening."), LONGEST_POINT, _("Skriv vad som kontrolleras.")
    )
    method = line_field(
        _("Hur kontrolleras det?"),
        _("Till exempel: stickprov av tio akter i varje enhet."),
        LONGEST_METHOD,
        _("Skriv hur det kontrolleras."),
    )
    frequency = forms.ChoiceField(
        label=_("Hur ofta?"),
        help_text=_("Varje del av året följs upp för sig."),
        choices=choices_of(FREQUENCY_LABELS),
        error_messages={"required": _("Välj hur ofta.")},
    )
    responsible = line_field(
        _("Vem ansvarar?"),
        _("En roll, till exempel: enhetschef. Inget namn."),
        LONGEST_POINT,
        _("Skriv vem som ansvarar."),
    )
    check = forms.CharField(
        label=_("Egenkontroll som också är kontrollen"),
        help_text=_("Skriv egenkontrollens nummer. Får vara tomt."),
        required=False,
        max_length=24,
    )

    def __init__(self, *args: Any, risks: Iterable[Risk], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_risks(self, "risk", risks)


class RemoveForm(VersionedForm):
    """Nothing to fill in: a button."""


class DecideForm(VersionedForm):
    by = line_field(
        _("Vem har beslutat?"),
        _("Nämnden, eller den som har delegation: namn och roll."),
        120,
        _("Skriv vem som har beslutat."),
    )
    on = day_field(_("Vilken dag?"), _("Dagen för beslutet."))
    paragraph = line_field(_("Paragraf i protokollet"), _("Till exempel: § 23. Får vara tomt."), 40)


class FollowUpForm(VersionedForm):
    period = forms.ChoiceField(
        label=_("Vilken del av året?"),
        help_text=_("Finns den redan ersätts det som stod."),
        error_messages={"required": _("Välj del av året.")},
    )
    light = forms.ChoiceField(
        label=_("Hur fungerar det?"),
        help_text=_("Visas med ord, inte bara med färg."),
        choices=choices_of(LIGHT_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj hur det fungerar.")},
    )
    words = words_field(
        _("Vad visade kontrollen?"), _("Utan namn. Texten går till nämnden."), _("Skriv vad kontrollen visade.")
    )

    def __init__(self, *args: Any, periods: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["period"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = periods


def offer_risks(form: forms.Form, name: str, risks: Iterable[Risk]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [(str(risk.pk), f"{risk.rank} · {risk.name} ({risk.unit.name})") for risk in risks]
