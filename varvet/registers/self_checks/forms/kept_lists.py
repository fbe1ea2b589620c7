"""Choosing a list that was read in by command, and which of its units a round is about."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.extracts.checks.shapes import Check
from varvet.extracts.shelf.manifests import Kept
from varvet.kernel.law.words import marked
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.forms.round import day_field

LONGEST_SOURCE = 60


class KeptListForm(VersionedForm):
    kept = forms.ChoiceField(
        label=_("Vilken lista?"),
        help_text=_("Den nyaste står först."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj en lista."), "invalid_choice": _("Listan finns inte kvar. Välj en annan.")},
    )
    unit = forms.CharField(
        label=_("Enhet i listan"),
        help_text=_("Skriv enheten som den står i listan. Lämna tomt för att räkna hela listan."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"list": "units"}),
    )
    as_of = day_field(marked("När togs listan ut?"), _("Det som var öppet den dagen räknas som öppet."))

    def __init__(self, *args: Any, check: Check, kept: Sequence[tuple[Kept, str]], **kwargs: Any) -> None:
        """`kept`: each list with the words that tell it from the others."""
        super().__init__(*args, **kwargs)
        self.check = check
        self.sources = {one.folder.name: one.manifest.columns.source for one, _words in kept}
        field = self.fields["kept"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.folder.name, words) for one, words in kept]

    @property
    def has_lists(self) -> bool:
        return bool(self.sources)

    def chosen(self) -> actions.KeptChosen:
        given = self.cleaned_data
        source = self.sources[given["kept"]][:LONGEST_SOURCE]
        return actions.KeptChosen(self.check.name, given["kept"], source, given["unit"], given["as_of"])
