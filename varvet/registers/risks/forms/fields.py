"""What several forms of this register are made of."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import text_area
from varvet.kernel.ui.matrix import grid_choices
from varvet.registers.risks.rules import Score

TOO_LONG = _("Texten är för lång. Korta den till högst 20 000 tecken.")
DAY_ERRORS = {"required": _("Välj en dag."), "invalid": _("Skriv dagen som år-månad-dag.")}


def words_field(label: Any, help_text: Any, missing: Any = "", *, rows: int = 3) -> forms.CharField:
    """Required when `missing` says what to write."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=bool(missing),
        widget=text_area(rows),
        max_length=LONGEST,
        error_messages={"required": missing, "max_length": TOO_LONG},
    )


def line_field(label: Any, help_text: Any, most: int, missing: Any = "") -> forms.CharField:
    """One line; required when `missing` says what to write."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=bool(missing),
        max_length=most,
        error_messages={"required": missing},
    )


def day_field(label: Any, help_text: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=DAY_ERRORS,
    )


def score_field(label: Any, help_text: Any) -> forms.ChoiceField:
    """A choice of the matrix; `offer_grid` puts its words in when the form is made."""
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        choices=[],
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj en ruta i matrisen.")},
    )


def offer_grid(form: forms.Form, name: str = "score") -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = grid_choices()


def score_from(chosen: str) -> Score:
    """ "3-4" is consequence 3 and probability 4."""
    consequence, _dash, probability = chosen.partition("-")
    return Score(int(consequence), int(probability))


def chosen_of(score: Score | None) -> str:
    return f"{score.consequence}-{score.probability}" if score else ""


def person_field(label: Any, help_text: Any) -> forms.ModelChoiceField[User]:
    return forms.ModelChoiceField(
        label=label,
        help_text=help_text,
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Ingen särskild"),
        error_messages={"invalid_choice": _("Välj en person i listan.")},
    )


def offer_people(form: forms.Form, name: str, people: Iterable[User]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = User.objects.filter(pk__in=[person.pk for person in people]).order_by("name")
