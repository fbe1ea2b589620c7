"""A workshop: begun, found by its code, and what is said, grouped and scored in it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.asking_form import AskingForm
from varvet.kernel.ui.form_fields import offer_units
from varvet.kernel.ui.matrix import CONSEQUENCES, PROBABILITIES
from varvet.registers.risks import actions
from varvet.registers.risks.forms.fields import day_field, line_field
from varvet.registers.risks.models import Suggestion
from varvet.registers.risks.rules import LONGEST_NAME, Score
from varvet.registers.risks.rules.workshops import LONGEST_GROUP


class BeginForm(forms.Form):
    name = line_field(
        _("Vad gäller verkstaden?"), _("Till exempel: Inför flytten till nya lokaler."), 120, _("Skriv vad den gäller.")
    )
    unit = forms.ModelChoiceField(
        label=_("För vilken enhet?"),
        help_text=_("Riskerna hamnar i enhetens lista."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj enhet."), "invalid_choice": _("Välj en enhet i listan.")},
    )
    held_on = day_field(_("Vilken dag?"), _("Dagen ni ses."))

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)

    def plan(self) -> actions.Plan:
        given = self.cleaned_data
        return actions.Plan(given["unit"], given["name"], given["held_on"])


class CodeForm(forms.Form):
    code = line_field(_("Verkstadens kod"), _("Du får koden av den som leder."), 24, _("Skriv koden."))


class SuggestForm(AskingForm):
    asked_about = ("text",)
    text = line_field(
        _("Vad skulle kunna hända?"),
        _("En risk i taget. Ingen ser vem som skrev. Skriv inga namn."),
        LONGEST_NAME,
        _("Skriv vad som skulle kunna hända."),
    )


class GroupForm(forms.Form):
    """A field for each suggestion, named by its id; and those to take away."""

    def __init__(self, *args: Any, suggestions: Iterable[Suggestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = list(suggestions)
        for one in self.known:
            label = now_("Grupp för: {risk}").format(risk=one.text)
            field = forms.CharField(label=label, required=False, max_length=LONGEST_GROUP, initial=one.group)
            self.fields[f"group-{one.pk}"] = field
            self.fields[f"remove-{one.pk}"] = forms.BooleanField(label=now_("Ta bort, sagt två gånger"), required=False)

    def groups(self) -> dict[int, str]:
        return {one.pk: self.cleaned_data[f"group-{one.pk}"] for one in self.known}

    def removed(self) -> list[int]:
        return [one.pk for one in self.known if self.cleaned_data[f"remove-{one.pk}"]]


class ScoresForm(forms.Form):
    """Two choices for each suggestion, named by its id. Both or none."""

    def __init__(
        self, *args: Any, suggestions: Iterable[Suggestion], scores: Mapping[int, Score], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known = list(suggestions)
        for one in self.known:
            score = scores.get(one.pk)
            self._add(f"c-{one.pk}", now_("Konsekvens"), CONSEQUENCES, score.consequence if score else None)
            self._add(f"p-{one.pk}", now_("Sannolikhet"), PROBABILITIES, score.probability if score else None)

    def _add(self, name: str, label: str, words: Mapping[int, str], chosen: int | None) -> None:
        choices = [("", now_("Välj")), *((str(number), f"{number} {now_(word)}") for number, word in words.items())]
        self.fields[name] = forms.ChoiceField(
            label=label, choices=choices, required=False, initial=str(chosen) if chosen else ""
        )

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        for one in self.known:
            pair = [given.get(f"{letter}-{one.pk}", "") for letter in "cp"]
            if any(pair) and not all(pair):
                lacking = "p" if pair[0] else "c"
                self.add_error(f"{lacking}-{one.pk}", now_("Välj både konsekvens och sannolikhet, eller ingen av dem."))
        return given

    def rows(self) -> list[tuple[Suggestion, forms.BoundField, forms.BoundField]]:
        return [(one, self[f"c-{one.pk}"], self[f"p-{one.pk}"]) for one in self.known]

    def scores(self) -> dict[int, Score]:
        pairs = {one.pk: [self.cleaned_data[f"{letter}-{one.pk}"] for letter in "cp"] for one in self.known}
        return {pk: Score(int(c), int(p)) for pk, (c, p) in pairs.items() if c and p}


class GoOnForm(forms.Form):
    """Nothing to fill in: a button. It knows which stage it was shown in."""

    stage = forms.CharField(widget=forms.HiddenInput, max_length=10)
