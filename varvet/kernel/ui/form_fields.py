"""What the forms of every register are made of."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import StaleVersion

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise
F = TypeVar("F", bound=forms.Field)


class VersionedForm(forms.Form):
    """An edit form that knows which version it was opened on."""

    step_name: str | Promise = ""
    stale: StaleVersion | None = None  # set when somebody had saved first
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


def explained(field: F, why: Any) -> F:
    """The field with an answer to "why do you ask", folded away under its help. `why` is translated when shown."""
    field.why = why  # type: ignore[attr-defined]  # read by the field's part; Django's fields carry what they are given
    return field


def text_area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def choices_of(labels: Mapping[str, str]) -> list[tuple[str, "StrPromise"]]:
    """Codes and their marked words, as a field offers them in the reader's language."""
    return [(str(code), gettext_lazy(label)) for code, label in labels.items()]


def offer_units(form: forms.Form, units: Iterable[Unit]) -> None:
    """Puts the units, in Swedish order, in the form's field `unit`."""
    field = form.fields["unit"]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units]).order_by("sort_key")
