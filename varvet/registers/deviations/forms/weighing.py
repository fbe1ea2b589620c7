"""Why something that looks like lex Sarah is not: asked only where something made it look so."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from varvet.kernel.questions.asking import takes
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.registers.deviations.rules import ALSO_HELP, ALSO_LABELS, QUESTIONS, Also


def not_lex_sarah_field() -> forms.CharField:
    return forms.CharField(
        label=_("Det är inte lex Sarah, därför att"),
        help_text=_("Läses av dem som handlägger och av dem som stämmer av lex Sarah."),
        required=False,  # the rule says when it is missing: not where lex Sarah is asked
        widget=forms.Textarea(attrs={"rows": 2, "aria-required": "true"}),
        max_length=4_000,
    )


class WeighedForm(VersionedForm):
    """`signs` are what made it look like lex Sarah, in words; without any there is nothing to weigh."""

    def __init__(self, *args: Any, signs: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.signs = list(signs)
        if signs:
            self.fields["not_lex_sarah"] = not_lex_sarah_field()

    @property
    def why_not(self) -> str:
        return str(self.cleaned_data.get("not_lex_sarah", ""))


def also_field() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("Är det också något annat?"),
        help_text=_("Kryssa i det som stämmer. Den som har hand om det får en fråga att svara på."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def also_choices() -> list[tuple[str, str]]:
    """What somebody here takes on, each with plain words of what it means."""
    offered = [one for one in Also if one not in QUESTIONS or takes(*QUESTIONS[one])]
    return [
        (one.value, format_html('{}<span class="f-h">{}</span>', now_(ALSO_LABELS[one]), now_(ALSO_HELP[one])))
        for one in offered
    ]


def also_names() -> list[tuple[str, str]]:
    """As `also_choices`, by their names alone."""
    return [(one.value, now_(ALSO_LABELS[one])) for one in Also if one not in QUESTIONS or takes(*QUESTIONS[one])]
