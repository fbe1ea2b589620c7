"""Deciding, and what passes between us and the inspectorate: each step a form."""

from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, text_area
from varvet.registers.lex_sarah import actions
from varvet.registers.lex_sarah.forms.texts import TOO_LONG
from varvet.registers.lex_sarah.rules import OUTCOME_LABELS, ROUTE_LABELS, RULING_LABELS, Outcome, Route, Ruling

LONGEST_NUMBER = 40
DAY_ERRORS = {
    "required": _("Skriv dagen."),
    "invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05."),
}
CHOOSE_OUTCOME = _("Välj vad beslutet blev.")


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _outcome_field(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=_("En risk ska vara påtaglig: det är sannolikt att det händer."),
        choices=choices_of(OUTCOME_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE_OUTCOME},
    )


class DecideForm(VersionedForm):
    """One outcome for each event, or for the case where it names none. `events` are numbers with a few words."""

    step_name = _("Besluta")
    grounds = forms.CharField(
        label=_("Skäl för beslutet"),
        help_text=_("Skriv vilka omständigheter som avgör, och varför. Skriv inga namn."),
        widget=text_area(6),
        max_length=LONGEST,
        error_messages={"required": _("Skriv skälen för beslutet."), "max_length": TOO_LONG},
    )
    impartial = forms.BooleanField(
        label=_("Jag intygar att jag inte är jävig"),
        help_text=_("Du har inget eget intresse i ärendet, och ingen nära dig berörs av det."),
        required=False,  # the rule says it
    )

    def __init__(self, *args: Any, events: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.numbers = [number for number, _ in events]
        for number, words in events:
            label = now_("Händelse {number}: {words}").format(number=number, words=words)
            self.fields[f"event_{number}"] = _outcome_field(label)
        if not events:
            self.fields["outcome"] = _outcome_field(_("Vad var det?"))
        self.order_fields([*(f"event_{number}" for number in self.numbers), "outcome", "grounds", "impartial"])

    def decision(self) -> actions.Decision:
        given = self.cleaned_data
        return actions.Decision(
            outcome=Outcome(given["outcome"]) if given.get("outcome") else None,
            grounds=given["grounds"],
            impartial=given["impartial"],
            events={number: Outcome(given[f"event_{number}"]) for number in self.numbers},
        )


class SendBackForm(VersionedForm):
    step_name = _("Begär mer utredning")
    reason = forms.CharField(
        label=_("Vad behöver utredas mer?"),
        help_text=_("Det här läser den som utreder."),
        widget=text_area(4),
        max_length=LONGEST,
        error_messages={"required": _("Skriv vad som behöver utredas mer."), "max_length": TOO_LONG},
    )


class NotifyForm(VersionedForm):
    step_name = _("Anmäl till IVO")
    route = forms.ChoiceField(
        label=_("Hur skickar du anmälan?"),
        help_text=_("Utredningen ska följa med anmälan."),
        choices=choices_of(ROUTE_LABELS),
        initial=Route.SERVICE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj hur anmälan skickas.")},
    )
    ivo_number = forms.CharField(
        label=_("IVO:s diarienummer"),
        help_text=_("Lämna tomt om du inte har fått det än. Det går att fylla i senare."),
        required=False,
        max_length=LONGEST_NUMBER,
        error_messages={"max_length": _("Skriv högst 40 tecken.")},
    )

    def notification(self, document: bytes) -> actions.Notification:
        return actions.Notification(Route(self.cleaned_data["route"]), self.cleaned_data["ivo_number"], document)


class NumberForm(VersionedForm):
    step_name = _("IVO:s nummer")
    ivo_number = forms.CharField(
        label=_("IVO:s diarienummer"),
        help_text=_("Det står i IVO:s bekräftelse."),
        max_length=LONGEST_NUMBER,
        error_messages={"required": _("Skriv IVO:s nummer."), "max_length": _("Skriv högst 40 tecken.")},
    )


class QuestionForm(VersionedForm):
    step_name = _("Fråga från IVO")
    text = forms.CharField(
        label=_("Vad frågar IVO?"),
        help_text=_("Skriv av frågan, eller det som är viktigt i den."),
        widget=text_area(4),
        max_length=LONGEST,
        error_messages={"required": _("Skriv vad IVO frågar."), "max_length": TOO_LONG},
    )
    asked_on = forms.DateField(
        label=_("När kom frågan?"),
        help_text=_("Dagen då ni fick den."),
        widget=day_input(),
        error_messages=DAY_ERRORS,
    )
    answer_by = forms.DateField(
        label=_("Sista dag att svara"),
        help_text=_("Lämna tomt om IVO inte har sagt någon dag."),
        required=False,
        widget=day_input(),
        error_messages=DAY_ERRORS,
    )

    def question(self) -> actions.Question:
        given = self.cleaned_data
        return actions.Question(given["text"], given["asked_on"], given["answer_by"])


class AnswerForm(VersionedForm):
    step_name = _("Svar till IVO")
    answer = forms.CharField(
        label=_("Vad svarade ni?"),
        help_text=_("Skriv svaret, eller det som är viktigt i det."),
        widget=text_area(5),
        max_length=LONGEST,
        error_messages={"required": _("Skriv vad ni svarade."), "max_length": TOO_LONG},
    )


class RulingForm(VersionedForm):
    step_name = _("IVO:s beslut")
    ruling = forms.ChoiceField(
        label=_("Vad beslutade IVO?"),
        help_text=_("Välj det som ligger närmast."),
        choices=choices_of(RULING_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad IVO beslutade.")},
    )
    ruled_on = forms.DateField(
        label=_("Beslutets dag"),
        help_text=_("Dagen som står på beslutet."),
        widget=day_input(),
        error_messages=DAY_ERRORS,
    )
    words = forms.CharField(
        label=_("Det viktigaste i beslutet"),
        help_text=_("Skriv vad IVO såg, och vad ni ska göra."),
        required=False,
        widget=text_area(4),
        max_length=LONGEST,
        error_messages={"max_length": TOO_LONG},
    )

    def ruled(self) -> actions.Ruled:
        given = self.cleaned_data
        return actions.Ruled(Ruling(given["ruling"]), given["ruled_on"], given["words"])
