"""From what is written about a list's categories to a new version: one row a category, a few empty ones for new."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.categories import CategoryValue
from varvet.kernel.records.choosing.lists import LONGEST_LABEL, MOST, Line, NewVersion
from varvet.kernel.ui.settings.forms import ChosenForm

NEW_ROWS = 4


@dataclass(frozen=True)
class Row:
    """The fields of one category; `is_new` for an empty one."""

    number: int
    code: forms.BoundField
    label: forms.BoundField
    english: forms.BoundField
    place: forms.BoundField
    is_new: bool

    @property
    def errors(self) -> list[str]:
        return [str(error) for bound in (self.place, self.label, self.english) for error in bound.errors]


class ListForm(ChosenForm):
    """An emptied name takes the category away; `place` says in what order they are shown."""

    def __init__(self, *args: Any, count: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = min(count, MOST)
        self.count = min(count + NEW_ROWS, MOST)
        for number in range(self.count):
            self.fields |= _fields_of(number)

    @property
    def first_new(self) -> int:
        return self.known + 1

    def rows(self) -> list[Row]:
        return [
            Row(
                number + 1,
                self[f"code_{number}"],
                self[f"label_{number}"],
                self[f"english_{number}"],
                self[f"place_{number}"],
                number >= self.known,
            )
            for number in range(self.count)
        ]

    def content(self) -> NewVersion:
        given = self.cleaned_data
        found = [
            (given[f"place_{n}"] or self.count + 1, n, Line(_tidy(label), _tidy(given[f"english_{n}"]), code))
            for n in range(self.count)
            if (label := given[f"label_{n}"]).strip()
            for code in [given[f"code_{n}"]]
        ]
        lines = tuple(line for _place, _number, line in sorted(found, key=lambda one: one[:2]))
        return NewVersion(lines, given["first_day"], given["reason"])


def initial_of_list(categories: Sequence[CategoryValue], first_day: date, version: int) -> dict[str, Any]:
    found: dict[str, Any] = {"first_day": first_day, "version": version}
    for number, one in enumerate(categories):
        found |= {
            f"code_{number}": one.code,
            f"label_{number}": one.label_sv,
            f"english_{number}": one.label_en,
            f"place_{number}": number + 1,
        }
    return found


def _fields_of(number: int) -> dict[str, forms.Field]:
    invalid = {"invalid": _("Skriv platsen som ett heltal."), "min_value": _("Platsen måste vara minst 1.")}
    long = {"max_length": _("Skriv högst %(limit_value)d tecken.")}
    name = forms.TextInput(attrs={"class": "in"})
    place = forms.NumberInput(attrs={"inputmode": "numeric", "class": "in"})
    label, english = (
        forms.CharField(label=what, max_length=LONGEST_LABEL, required=False, widget=name, error_messages=long)
        for what in (_("Namn"), _("På engelska"))
    )
    return {
        f"code_{number}": forms.CharField(max_length=60, required=False, widget=forms.HiddenInput),
        f"label_{number}": label,
        f"english_{number}": english,
        f"place_{number}": forms.IntegerField(
            label=_("Plats"), min_value=1, max_value=999, required=False, widget=place, error_messages=invalid
        ),
    }


def _tidy(written: str) -> str:
    return " ".join(written.split())
