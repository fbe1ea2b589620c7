"""Proposals: given by whoever investigates, answered by whoever is responsible."""

from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, offer_units, text_area
from varvet.registers.lex_sarah import actions
from varvet.registers.lex_sarah.forms.texts import TOO_LONG
from varvet.registers.lex_sarah.rules import ANSWER_LABELS, SORT_LABELS, Answer, Sort


class ProposeForm(VersionedForm):
    step_name = _("Förslag")
    sort = forms.ChoiceField(
        label=_("Vad är det?"),
        help_text=_("Ett åtgärdsförslag ska få svar av chefen. Annan återkoppling läses av chefen."),
        choices=choices_of(SORT_LABELS),
        initial=Sort.MEASURE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad det är.")},
    )
    text = forms.CharField(
        label=_("Vad föreslår du?"),
        help_text=_("Skriv vad som ska bli annorlunda. Skriv inga namn."),
        widget=text_area(4),
        max_length=LONGEST,
        error_messages={"required": _("Skriv vad förslaget är."), "max_length": TOO_LONG},
    )
    cause = forms.ChoiceField(
        label=_("Vilken orsak gäller det?"),
        help_text=_("Ett åtgärdsförslag ska svara mot en orsak i utredningen."),
        required=False,
    )
    unit = forms.ModelChoiceField(
        label=_("Vilken enhet ska svara?"),
        help_text=_("Enhetens chef svarar. En annan enhet ser bara förslaget, inte ärendet."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj enhet."), "invalid_choice": _("Välj en enhet i listan.")},
    )

    def __init__(self, *args: Any, units: list[Unit], causes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)
        cause = self.fields["cause"]
        assert isinstance(cause, forms.ChoiceField)
        cause.choices = [("", now_("Ingen särskild")), *causes]
        if not causes:
            cause.widget = forms.HiddenInput()

    def proposal(self) -> actions.NewProposal:
        given = self.cleaned_data
        return actions.NewProposal(Sort(given["sort"]), given["text"], given["unit"], given["cause"])


class RemoveProposalForm(VersionedForm):
    step_name = _("Ta bort förslag")


class RespondForm(VersionedForm):
    step_name = _("Svara på förslag")
    answer = forms.ChoiceField(
        label=_("Vad svarar du?"),
        help_text=_("Ett antaget förslag blir en åtgärd med ansvarig och sista dag."),
        choices=choices_of(ANSWER_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad du svarar.")},
    )
    reason = forms.CharField(
        label=_("Varför?"),
        help_text=_("Skriv skälet. Vid en ändring skriver du vad ni gör i stället."),
        widget=text_area(3),
        max_length=LONGEST,
        error_messages={"required": _("Skriv skälen till svaret."), "max_length": TOO_LONG},
    )

    def response(self) -> actions.Response:
        return actions.Response(Answer(self.cleaned_data["answer"]), self.cleaned_data["reason"])
