"""An activity written in: planned, or held already, on one page for the phone; and corrected later."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, offer_units
from varvet.registers.involvement import actions, rules
from varvet.registers.involvement.forms.fields import day_field, number_field, words_field

NOT_LISTED = _("Välj en enhet i listan.")


@dataclass(frozen=True)
class Offers:
    """What can be chosen: own units, every unit that may have taken part too, and the root's themes."""

    units: Iterable[Unit]
    all_units: Iterable[Unit] = ()
    themes: Iterable[tuple[str, str]] = ()


class AboutFields(forms.Form):
    """What it is, with whom and where."""

    sort = forms.ChoiceField(
        label=_("Vad är det för aktivitet?"),
        help_text=_("Välj det som ligger närmast."),
        choices=choices_of(rules.SORT_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad det är för aktivitet.")},
    )
    whom = forms.CharField(
        label=_("Med vilken grupp?"),
        help_text=_("Till exempel ”föräldrar i öppenvården”. Skriv om gruppen, aldrig om en person."),
        max_length=rules.LONGEST_WHOM,
        error_messages={
            "required": _("Skriv vilken grupp det gällde."),
            "max_length": _("Skriv högst 120 tecken om gruppen."),
        },
    )
    unit = forms.ModelChoiceField(
        label=_("Vilken enhet?"),
        help_text=_("Enheten som håller i aktiviteten. Den räknas där."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj enhet."), "invalid_choice": _("Välj en enhet i listan.")},
    )
    method = forms.ChoiceField(
        label=_("Hur deltar de?"),
        help_text=_("Det sätt som de flesta deltar på."),
        choices=[("", _("Som det brukar vara")), *choices_of(rules.METHOD_LABELS)],
        required=False,
    )
    also = forms.ModelMultipleChoiceField(
        label=_("Deltar brukare från fler enheter?"),
        help_text=_("Deras chefer kan då läsa aktiviteten."),
        queryset=Unit.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": NOT_LISTED, "invalid_pk_value": NOT_LISTED},
    )

    def __init__(self, *args: Any, offers: Offers, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, offers.units)
        also = self.fields["also"]
        assert isinstance(also, forms.ModelMultipleChoiceField)
        also.queryset = Unit.objects.filter(pk__in=[unit.pk for unit in offers.all_units]).order_by("sort_key")
        if "themes" in self.fields:
            offer_themes(self, offers.themes)

    def about(self) -> actions.About:
        given = self.cleaned_data
        sort = rules.Sort(given["sort"])
        method = rules.Method(given["method"]) if given["method"] else rules.USUAL_METHOD[sort]
        return actions.About(sort, given["whom"], given["unit"], method, tuple(given["also"]))


class HeardFields(forms.Form):
    """What came of it: optional where it may be written later."""

    took_part = number_field(_("Hur många deltog?"), _("Lämna tomt om du inte vet än."))
    invited = number_field(_("Hur många bjöds in?"), _("Lämna tomt vid öppen inbjudan."))
    heard = words_field(
        _("Vad hörde ni?"),
        _("Det viktigaste, också det som är svårt att höra. Skriv inga namn. Du kan fylla i det senare."),
        rows=5,
    )
    themes = forms.MultipleChoiceField(
        label=_("Vad handlade det om?"),
        help_text=_("Välj så många som stämmer."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Valet finns inte i listan. Välj ett annat.")},
    )

    def heard_content(self) -> actions.Heard:
        given = self.cleaned_data
        people = rules.People(given["invited"], given["took_part"])
        return actions.Heard(people, given["heard"], tuple(given["themes"]))


def offer_themes(form: forms.Form, themes: Iterable[tuple[str, str]]) -> None:
    field = form.fields["themes"]
    assert isinstance(field, forms.MultipleChoiceField)
    field.choices = list(themes)


class PlanForm(AboutFields):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    planned_on = day_field(_("Vilken dag ska den hållas?"), _("Vet du bara månaden? Välj den sista dagen i den."))
    purpose = words_field(_("Vad vill ni ta reda på?"), _("Frågorna i korthet. Skriv inga namn."), rows=3)

    def content(self) -> actions.Plan:
        return actions.Plan(self.about(), self.cleaned_data["planned_on"], self.cleaned_data["purpose"])


class RecordForm(AboutFields, HeardFields):
    """What has been held: five questions on a phone, the rest folded away."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    day = day_field(_("Vilken dag?"), _("Sista dagen, om det pågick flera dagar."))

    def content(self) -> actions.Held:
        return actions.Held(self.about(), self.cleaned_data["day"], self.heard_content())


class DescribeForm(AboutFields, VersionedForm):
    step_name = _("Ändra uppgifterna")
    day = day_field(_("Vilken dag ska den hållas?"), _("I dag eller senare."), required=False)

    def __init__(self, *args: Any, ahead: bool, **kwargs: Any) -> None:
        """`ahead` says that it has not been held, so that its day can be moved."""
        super().__init__(*args, **kwargs)
        if not ahead:
            del self.fields["day"]
