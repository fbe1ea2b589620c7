"""What the forms of every register are made of."""

from collections.abc import Iterable

from django import forms
from django.utils.functional import Promise

from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import StaleVersion


class VersionedForm(forms.Form):
    """An edit form that knows which version it was opened on."""

    step_name: str | Promise = ""
    stale: StaleVersion | None = None  # set when somebody had saved first
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


def text_area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def offer_units(form: forms.Form, units: Iterable[Unit]) -> None:
    """Puts the units, in Swedish order, in the form's field `unit`."""
    field = form.fields["unit"]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units]).order_by("sort_key")
