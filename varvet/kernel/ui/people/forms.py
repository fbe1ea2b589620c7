"""When somebody is away and who stands in; and who gets the work of somebody who leaves."""

from collections.abc import Iterable
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.ui.form_fields import text_area

A_DAY = _("Skriv dagen som år-månad-dag, till exempel 2026-03-27.")


class AbsenceForm(forms.Form):
    first_day = forms.DateField(
        label=_("Första dagen"),
        help_text=_("Den dagen räknas med. Till exempel 2026-07-06."),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Välj den första dagen."), "invalid": A_DAY},
    )
    last_day = forms.DateField(
        label=_("Sista dagen"),
        help_text=_("Den dagen räknas med. Dagen efter är personen tillbaka."),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Välj den sista dagen."), "invalid": A_DAY},
    )
    deputy = forms.ModelChoiceField(
        label=_("Vikarie"),
        help_text=_("Vikarien ser bara det som hens egen roll får se. Resten går till dem som står närmast enheten."),
        queryset=User.objects.none(),
        empty_label=_("Ingen vikarie"),
        required=False,
    )

    def __init__(self, data: object = None, *, people: Iterable[User], today: date) -> None:
        super().__init__(data, initial={"first_day": today})  # type: ignore[arg-type]
        _offer(self, "deputy", people)


class HandOverForm(forms.Form):
    to = forms.ModelChoiceField(
        label=_("Vem tar över?"),
        help_text=_("Ett ärende som personen inte får handlägga ligger kvar. Lämna det sedan till någon annan."),
        queryset=User.objects.none(),
        empty_label=_("Välj en person"),
        error_messages={"required": _("Välj vem som tar över.")},
    )
    reason = forms.CharField(
        label=_("Varför lämnas arbetet över?"),
        help_text=_("Står i ärendena för dem som handlägger."),
        max_length=500,
        widget=text_area(2),
        error_messages={"required": _("Skriv varför arbetet lämnas över.")},
    )

    def __init__(self, data: object = None, *, people: Iterable[User]) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        _offer(self, "to", people)


def _offer(form: forms.Form, name: str, people: Iterable[User]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = User.objects.filter(pk__in=[person.pk for person in people]).order_by("name")
