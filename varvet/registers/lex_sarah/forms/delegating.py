"""Points of the delegation order: who decides in lex Sarah cases, from when and until when."""

from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.registers.lex_sarah import actions
from varvet.registers.lex_sarah.forms.deciding import DAY_ERRORS, day_input
from varvet.registers.lex_sarah.rules import LONGEST_POINT


class DelegateForm(forms.Form):
    point = forms.CharField(
        label=_("Punkt i delegationsordningen"),
        help_text=_("Till exempel 4.2. Punkten skrivs i varje beslut."),
        max_length=LONGEST_POINT,
        error_messages={
            "required": _("Skriv punkten i delegationsordningen."),
            "max_length": _("Skriv högst 80 tecken."),
        },
    )
    person = forms.ModelChoiceField(
        label=_("Person"),
        help_text=_("Välj en person, eller en roll nedanför."),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Ingen särskild"),
    )
    role = forms.ChoiceField(label=_("Roll"), help_text=_("Var och en som har rollen får besluta."), required=False)
    first_day = forms.DateField(
        label=_("Från och med"),
        help_text=_("Den dag delegationen börjar gälla."),
        widget=day_input(),
        error_messages=DAY_ERRORS,
    )
    last_day = forms.DateField(
        label=_("Till och med"),
        help_text=_("Lämna tomt om den gäller tills vidare."),
        required=False,
        widget=day_input(),
        error_messages=DAY_ERRORS,
    )

    def __init__(self, *args: Any, people: list[User], roles: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person, role = self.fields["person"], self.fields["role"]
        assert isinstance(person, forms.ModelChoiceField)
        assert isinstance(role, forms.ChoiceField)
        person.queryset = User.objects.filter(pk__in=[one.pk for one in people]).order_by("name")
        role.choices = [("", now_("Ingen särskild")), *roles]

    def content(self) -> actions.Delegating:
        given = self.cleaned_data
        return actions.Delegating(
            point=given["point"],
            first_day=given["first_day"],
            last_day=given["last_day"],
            person=given["person"],
            role=given["role"],
        )


class EndDelegationForm(forms.Form):
    last_day = forms.DateField(
        label=_("Sista dag"),
        help_text=_("Efter den dagen beslutar ingen enligt punkten."),
        widget=day_input(),
        error_messages=DAY_ERRORS,
    )
