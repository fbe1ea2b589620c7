"""The words of a compilation, a field for each section."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varvet.insight.compilations.rules import LONGEST, SECTIONS, Place
from varvet.kernel.records.errors import Difference
from varvet.kernel.ui.form_fields import VersionedForm, text_area

TOO_LONG = gettext_lazy("Texten är för lång. Korta den till högst 6 000 tecken.")


class WordsForm(VersionedForm):
    """Every section may be left empty until the compilation is approved."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, section in SECTIONS.items():
            self.fields[place.value] = forms.CharField(
                label=_(section.heading),
                help_text=_(section.prompt),
                required=False,
                max_length=LONGEST,
                widget=text_area(6),
                error_messages={"max_length": TOO_LONG},
            )

    def texts(self) -> dict[Place, str]:
        """As typed, with the browser's line ends made plain."""
        return {place: self.cleaned_data[place.value].replace("\r\n", "\n") for place in SECTIONS}

    def differences(self, saved: Mapping[Place, str]) -> list[Difference]:
        """Where what was typed is not what somebody else has saved."""
        yours = self.texts()
        return [
            Difference(_(section.heading), yours[place], saved.get(place, ""))
            for place, section in SECTIONS.items()
            if yours[place].strip() != saved.get(place, "")
        ]


class ApproveForm(VersionedForm):
    """Nothing but the version that was read."""
