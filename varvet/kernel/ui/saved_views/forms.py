"""The name of a view, and whom it is shared with."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.search.saved import SHARE


class NameForm(forms.Form):
    name = forms.CharField(
        label=_("Vyns namn"),
        help_text=_("Kort, till exempel: Medicin i höst. Skriv inga personnamn."),
        max_length=40,
        error_messages={"required": _("Ge vyn ett namn."), "max_length": _("Skriv högst 40 tecken.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class NewViewForm(NameForm):
    """Who may share chooses a unit; for others the view is their own."""

    shared_with = forms.ModelChoiceField(
        label=_("Dela med"),
        help_text=_("De som läser listan för enheten ser då också vyn."),
        required=False,
        queryset=Unit.objects.none(),
        empty_label=_("Ingen, vyn är bara min"),
    )

    def __init__(self, *args: Any, reader: Reader, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["shared_with"]
        assert isinstance(field, forms.ModelChoiceField)
        units = reader.units(SHARE)
        field.queryset = Unit.objects.filter(pk__in=units).order_by("sort_key")
        if not units:
            del self.fields["shared_with"]

    def unit(self) -> Unit | None:
        chosen: Unit | None = self.cleaned_data.get("shared_with")
        return chosen
