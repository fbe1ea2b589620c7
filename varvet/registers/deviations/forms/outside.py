"""What others have a part in: an event in health care, and one in collaboration with a counterpart."""

from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, offer_units
from varvet.registers.deviations import actions
from varvet.registers.deviations.forms.report import HappeningForm
from varvet.registers.deviations.rules import DIRECTION_LABELS, INJURY_LABELS, Direction, When

Choices = list[tuple[str, str]]


def offer(form: forms.Form, name: str, choices: Choices) -> None:
    """Puts a root's list in a field, with an empty choice first."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [("", now_("Välj")), *choices]


class CareFields(forms.Form):
    """What happened in health care. The kind may say by itself whether anybody was injured."""

    kind = forms.ChoiceField(
        label=_("Vad hände i vården?"),
        help_text=_("Välj det som ligger närmast."),
        error_messages={"required": _("Välj vad som hände i vården.")},
    )
    injured = forms.ChoiceField(
        label=_("Skadades någon?"),
        help_text=_("Vid fall står svaret redan i valet ovanför."),
        choices=choices_of(INJURY_LABELS),
        required=False,  # the kind may say it
        widget=forms.RadioSelect(attrs={"aria-required": "true"}),
    )

    def care(self) -> actions.CareEvent:
        return actions.CareEvent(self.cleaned_data["kind"], self.cleaned_data["injured"])


class CollaborationFields(forms.Form):
    """Between whom, in which direction, and what was agreed."""

    direction = forms.ChoiceField(
        label=_("Vem rapporterar till vem?"),
        help_text=_("Det vi såg lämnas över till dem. Det de såg ska vi svara på."),
        choices=choices_of(DIRECTION_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vem som rapporterar till vem.")},
    )
    counterpart = forms.ChoiceField(
        label=_("Vem är motpart?"),
        help_text=_("Välj slaget av verksamhet."),
        error_messages={"required": _("Välj motpart.")},
    )
    called = forms.CharField(
        label=_("Vad heter motparten?"),
        help_text=_("Till exempel ”Björkens vårdcentral”. Aldrig en persons namn."),
        required=False,
        max_length=120,
    )
    agreement = forms.ChoiceField(
        label=_("Vilken överenskommelse brast?"),
        help_text=_("SIP betyder samordnad individuell plan."),
        error_messages={"required": _("Välj vilken överenskommelse som brast.")},
    )
    their_number = forms.CharField(
        label=_("Numret i deras system"),
        help_text=_("Skriv det om du har fått ett. Deras system kan radera ärendet, men numret finns kvar här."),
        required=False,
        max_length=60,
    )

    def between(self) -> actions.Between:
        given = self.cleaned_data
        return actions.Between(
            direction=Direction(given["direction"]),
            counterpart=given["counterpart"],
            agreement=given["agreement"],
            called=given["called"],
            their_number=given["their_number"],
        )


class HealthCareForm(CareFields, VersionedForm):
    step_name = _("Vad hände i vården?")

    def __init__(self, *args: Any, kinds: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", kinds)


class CollaborationForm(CollaborationFields, VersionedForm):
    step_name = _("Samverkan")

    def __init__(self, *args: Any, counterparts: Choices, agreements: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "counterpart", counterparts)
        offer(self, "agreement", agreements)


class BetweenForm(CollaborationFields, HappeningForm):
    """A report that a counterpart sent us, or that we send them, registered by those who handle."""

    worry = None  # type: ignore[assignment]  # Django's way to leave a field out: nobody here was asked
    opened = None  # type: ignore[assignment]  # nor is it timed
    unit = forms.ModelChoiceField(
        label=_("Vilken enhet hos oss gäller det?"),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj enhet."), "invalid_choice": _("Välj en enhet i listan.")},
    )

    def __init__(
        self, *args: Any, units: list[Unit], counterparts: Choices, agreements: Choices, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)
        offer(self, "counterpart", counterparts)
        offer(self, "agreement", agreements)

    def report(self) -> actions.Report:
        given = self.cleaned_data
        return actions.Report(
            unit=given["unit"],
            what=given["what"],
            when=When(given["when"]),
            worry=None,
            day=given["day"],
            clock=given["clock"],
            affected=given["affected"],
            done=given["done"],
        )
