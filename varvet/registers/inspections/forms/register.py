"""An inspection written in: announced, or begun already; and corrected later."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, offer_units
from varvet.registers.inspections import actions, rules
from varvet.registers.inspections.forms.fields import NO_PERSONS, day_field, line_field, words_field

NOT_LISTED = _("Välj en enhet i listan.")
NOT_BY = _("Valet finns inte i listan. Välj ett annat.")


@dataclass(frozen=True)
class Offers:
    """What can be chosen: own units, every unit it may concern too, and who looks, from outside and among ourselves."""

    units: Iterable[Unit]
    all_units: Iterable[Unit] = ()
    outside: Iterable[tuple[str, str]] = ()
    inside: Iterable[tuple[str, str]] = ()


class AboutFields(forms.Form):
    """Who looks at what, and where."""

    sort = forms.ChoiceField(
        label=_("Vad är det?"),
        help_text=_("Frågor utifrån är till exempel öppna jämförelser och revisorernas frågor."),
        choices=choices_of(rules.SORT_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad det är.")},
    )
    by = forms.ChoiceField(
        label=_("Vem granskar, eller hur?"),
        help_text=_("Välj en granskare utifrån, eller ert eget sätt att granska."),
        error_messages={"required": _("Välj vem som granskar, eller hur."), "invalid_choice": NOT_BY},
    )
    subject = line_field(_("Vad granskas?"), _(NO_PERSONS), rules.LONGEST_SUBJECT, _("Skriv vad som granskas."))
    unit = forms.ModelChoiceField(
        label=_("Vilken enhet?"),
        help_text=_("Enheten som håller i svaret eller granskningen. Den räknas där."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj enhet."), "invalid_choice": NOT_LISTED},
    )
    also = forms.ModelMultipleChoiceField(
        label=_("Gäller den fler enheter?"),
        help_text=_("Deras chefer kan då läsa den, och den står i deras kapitel i kvalitetsberättelsen."),
        queryset=Unit.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": NOT_LISTED, "invalid_pk_value": NOT_LISTED},
    )
    provider = line_field(
        _("Vilken utförare?"), _("Bara för en avtalsuppföljning: företaget eller föreningen."), rules.LONGEST_SHORT
    )
    contract = line_field(_("Vilket avtal?"), _("Avtalets namn eller nummer."), rules.LONGEST_SHORT)
    basis = line_field(
        _("På vilken grund?"), _("Till exempel en anmälan, en lag eller er plan."), rules.LONGEST_SUBJECT
    )
    diary = line_field(_("Granskarens diarienummer"), _("Som det står i deras brev."), 40)
    period_first = day_field(_("Från vilken dag granskas?"), _("Första dagen i den tid som granskas."), required=False)
    period_last = day_field(_("Till vilken dag?"), _("Sista dagen i den tid som granskas."), required=False)

    def __init__(self, *args: Any, offers: Offers, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, offers.units)
        also, by = self.fields["also"], self.fields["by"]
        assert isinstance(also, forms.ModelMultipleChoiceField)
        assert isinstance(by, forms.ChoiceField)
        also.queryset = Unit.objects.filter(pk__in=[unit.pk for unit in offers.all_units]).order_by("sort_key")
        by.choices = [(_("Utifrån"), list(offers.outside)), (_("Egna granskningar"), list(offers.inside))]

    def about(self) -> actions.About:
        given = self.cleaned_data
        return actions.About(
            sort=rules.Sort(given["sort"]),
            by=given["by"],
            subject=given["subject"],
            unit=given["unit"],
            also=tuple(given["also"]),
            basis=given["basis"],
            period=rules.Period(given["period_first"], given["period_last"]),
            contract=actions.Contract(given["provider"], given["contract"]),
            diary=given["diary"],
        )


class DemandFields(forms.Form):
    """What is asked, and by when."""

    received_on = day_field(_("Vilken dag började den?"), _("Den dag begäran kom, eller granskningen började."))
    due_on = day_field(
        _("När ska svaret eller resultatet vara klart?"),
        _("Den dag granskaren har satt. Lämna tomt om ingen dag är satt."),
        required=False,
    )
    demand = words_field(_("Vad begärs?"), _("Det viktigaste i korthet. Brevet lägger du till som fil."), rows=5)

    def content(self) -> actions.Demand:
        given = self.cleaned_data
        return actions.Demand(given["received_on"], given["demand"], given["due_on"])


class TakeInForm(AboutFields, DemandFields):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)


class AnnounceForm(AboutFields):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    expected_on = day_field(_("Vilken dag börjar den?"), _("Vet du bara månaden? Välj den sista dagen i den."))


class DescribeForm(AboutFields, VersionedForm):
    """The sort is not changed: what can happen depends on it."""

    step_name = _("Ändra uppgifterna")
    due_on = day_field(
        _("När ska svaret eller resultatet vara klart?"),
        _("Rätta dagen här. Har ni fått mer tid skriver du det under Tiden i stället."),
        required=False,
    )

    def __init__(self, *args: Any, sort: rules.Sort, begun: bool, **kwargs: Any) -> None:
        """`begun` says that it has begun, so that there may be a day for the answer."""
        super().__init__(*args, **kwargs)
        self.of_sort = sort
        del self.fields["sort"]
        if not begun:
            del self.fields["due_on"]

    def about(self) -> actions.About:
        self.cleaned_data["sort"] = self.of_sort
        return super().about()
