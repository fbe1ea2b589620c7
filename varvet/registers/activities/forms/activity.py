"""An activity of the wheel: what, where, how often, and whose it is."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.access.roles import roles_with
from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, offer_units
from varvet.registers.activities.actions import EDIT, VIEW, Content
from varvet.registers.activities.forms.fields import day_field, number_field
from varvet.registers.activities.rules import (
    LAST_DAY,
    LONGEST_NAME,
    MAKES_LABELS,
    MOST_DAYS_AHEAD,
    REPEAT_LABELS,
    SORT_LABELS,
    Makes,
    Repeat,
    Rule,
    Sort,
)

PERSON, ROLE = "person:", "role:"


@dataclass(frozen=True)
class Offers:
    """What the form offers; no units where the activity has one already."""

    units: list[Unit]
    people: list[User]


class ActivityForm(VersionedForm):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    name = forms.CharField(
        label=_("Vad ska göras?"),
        help_text=_("Några ord. De syns i listor och kalendrar. Skriv aldrig om en person."),
        max_length=LONGEST_NAME,
        error_messages={"required": _("Skriv vad som ska göras.")},
    )
    unit = forms.ModelChoiceField(
        label=_("Var?"),
        help_text=_("Det som gäller en hel avdelning syns för alla enheter i den."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj enhet."), "invalid_choice": _("Välj en enhet i listan.")},
    )
    sort = forms.ChoiceField(
        label=_("Vad är det för slag?"),
        help_text=_("Varje slag har sin egen ring i hjulet."),
        choices=choices_of(SORT_LABELS),
    )
    makes = forms.ChoiceField(
        label=_("Vad ska det leda till?"),
        help_text=_("Sidan om aktiviteten leder dit det görs."),
        choices=choices_of(MAKES_LABELS),
    )
    repeat = forms.ChoiceField(
        label=_("Hur ofta?"),
        help_text=_("Kvartal, tertial och halvår räknas från kvalitetsårets början."),
        choices=choices_of(REPEAT_LABELS),
    )
    month = number_field(
        _("Vilken månad?"),
        _("Varje år: månadens nummer, 2 är februari. Annars vilken månad i perioden, räknat från 1."),
        1,
        12,
    )
    day = number_field(
        _("Senast vilken dag i månaden?"),
        _("31 betyder månadens sista. En ledig dag flyttas till nästa arbetsdag."),
        1,
        LAST_DAY,
    )
    on = day_field(_("Vilken dag?"), _("Bara för det som görs en gång."), required=False)
    days_ahead = number_field(
        _("Hur många dagar tar det?"), _("Så många dagar före sista dagen börjar arbetet."), 0, MOST_DAYS_AHEAD
    )
    responsible = forms.ChoiceField(
        label=_("Ansvarig"),
        help_text=_("En person eller en roll. Är personen borta påminns den som vikarierar."),
        required=False,
    )
    first_day = day_field(_("Från och med"), _("Första dagen som aktiviteten gäller."))
    last_day = day_field(
        _("Till och med"), _("Lämna tomt om den fortsätter. Det som redan är gjort står kvar."), required=False
    )

    def __init__(self, *args: Any, offers: Offers, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if offers.units:
            offer_units(self, offers.units)
        else:
            del self.fields["unit"]
        for name in ("month", "day", "days_ahead"):
            self.fields[name].required = False
        choice = self.fields["responsible"]
        assert isinstance(choice, forms.ChoiceField)
        able = {role.code: role for role in (*roles_with(EDIT), *roles_with(VIEW))}
        roles = [(f"{ROLE}{role.code}", now_(role.label)) for role in able.values()]
        people = [(f"{PERSON}{user.pk}", user.name) for user in offers.people]
        choice.choices = [("", now_("De som är närmast enheten")), *roles, *people]

    def content(self) -> Content:
        given = self.cleaned_data
        said = str(given["responsible"])
        person = User.objects.get(pk=said.removeprefix(PERSON)) if said.startswith(PERSON) else None
        return Content(
            name=given["name"],
            sort=Sort(given["sort"]),
            makes=Makes(given["makes"]),
            rule=self._rule(),
            first_day=given["first_day"],
            last_day=given["last_day"],
            days_ahead=given["days_ahead"] or 0,
            responsible=person,
            responsible_role=said.removeprefix(ROLE) if said.startswith(ROLE) else "",
        )

    def _rule(self) -> Rule:
        given = self.cleaned_data
        repeat = Repeat(given["repeat"])
        if repeat is Repeat.ONCE:
            return Rule(repeat, on=given["on"])
        month = 1 if repeat is Repeat.MONTH else given["month"] or 1
        return Rule(repeat, month, given["day"] or LAST_DAY)
