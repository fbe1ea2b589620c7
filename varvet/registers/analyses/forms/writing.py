"""Answers, more questions and conclusions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.ui.asking_form import AskingForm
from varvet.kernel.ui.form_fields import VersionedForm, choices_of
from varvet.registers.analyses import actions, rules
from varvet.registers.analyses.forms.fields import NO_PERSONS, line_field, words_field
from varvet.registers.analyses.rules import SOURCE_LABELS, WHOLE


class AnswerForm(VersionedForm, AskingForm):
    """`version` is the answer's own. It asks once where the text may point out a person."""

    asked_about = ("words",)
    step_name = _("Svara")
    words = words_field(_("Svaret"), _("Skriv om verksamheten. Skriv inga namn."), _("Skriv svaret."), rows=10)


class AskForm(VersionedForm):
    step_name = _("Lägg till en fråga")
    source = forms.ChoiceField(
        label=_("Vad handlar frågan om?"),
        help_text=_("Frågan står under registret, eller under helheten."),
        choices=[(WHOLE, _("Helheten")), *choices_of(SOURCE_LABELS)],
        required=False,
        error_messages={"invalid_choice": _("Välj i listan.")},
    )
    question = line_field(
        _("Vilken fråga?"), _("Den ställs bara i den här analysen."), rules.LONGEST_QUESTION, _("Skriv frågan.")
    )


@dataclass(frozen=True)
class Offers:
    """What a conclusion can lean on, by register, and the root's quality areas; none where it has none."""

    measures: Iterable[tuple[str, list[tuple[str, str]]]]
    areas: Mapping[str, str]


class ConcludeForm(VersionedForm):
    step_name = _("Slutsats")
    kind = forms.ChoiceField(
        label=_("Vilken sorts slutsats?"),
        help_text=_("Ett område att utveckla behöver en åtgärd eller ett skäl."),
        choices=choices_of(rules.CONCLUSION_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vilken sorts slutsats.")},
    )
    line = line_field(_("Vad är slutsatsen?"), NO_PERSONS, rules.LONGEST_LINE, _("Skriv slutsatsen."))
    measure = forms.ChoiceField(
        label=_("Vilken siffra bygger den på?"),
        help_text=_("Siffran och perioden står bredvid slutsatsen. Säger de olika saker visas det."),
        error_messages={"required": _("Välj en siffra."), "invalid_choice": _("Välj i listan.")},
    )
    area = forms.ChoiceField(
        label=_("Vilket kvalitetsområde?"),
        help_text=_("Det område som slutsatsen främst handlar om."),
        error_messages={"required": _("Välj kvalitetsområde."), "invalid_choice": _("Välj i listan.")},
    )

    def __init__(self, *args: Any, offers: Offers, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        measure, area = self.fields["measure"], self.fields["area"]
        assert isinstance(measure, forms.ChoiceField)
        assert isinstance(area, forms.ChoiceField)
        measure.choices = [("", _("Välj")), *((label, rows) for label, rows in offers.measures)]
        area.choices = [("", _("Välj")), *((code, f"{code} {name}") for code, name in offers.areas.items())]
        if not offers.areas:
            del self.fields["area"]

    def content(self) -> actions.Content:
        given = self.cleaned_data
        return actions.Content(rules.Conclusion(given["kind"]), given["line"], given["measure"], given.get("area", ""))


class SettleForm(VersionedForm):
    step_name = _("Ingen åtgärd")
    no_action = line_field(
        _("Varför behövs ingen åtgärd?"), NO_PERSONS, rules.LONGEST_LINE, _("Skriv varför ingen åtgärd behövs.")
    )
