"""From the decision to the end: telling, spreading, following up, closing and taking up again."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.law.personal_data import find_personal
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, text_area
from varvet.registers.lex_sarah import actions
from varvet.registers.lex_sarah.forms.deciding import DAY_ERRORS, day_input
from varvet.registers.lex_sarah.forms.texts import TOO_LONG
from varvet.registers.lex_sarah.rules import LONGEST_LESSON, RESULT_LABELS, WHOM_LABELS, Result, Whom


class TellForm(VersionedForm):
    step_name = _("Återkoppla")
    whom = forms.ChoiceField(
        label=_("Vem får veta?"),
        help_text=_("Rapportören och enhetens chef läser texten här. Den berörda får besked av er."),
        choices=choices_of(WHOM_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vem som får veta.")},
    )
    text = forms.CharField(
        label=_("Så blev det"),
        help_text=_("Skriv vad ni kom fram till och vad som ändras. För den berörda: vad ni berättade, när och hur."),
        widget=text_area(5),
        max_length=LONGEST,
        error_messages={"required": _("Skriv hur det blev."), "max_length": TOO_LONG},
    )
    withheld = forms.BooleanField(
        label=_("Den som berördes har inte fått besked"),
        help_text=_("Skriv då varför i rutan ovanför."),
        required=False,
    )

    def telling(self) -> actions.Telling:
        given = self.cleaned_data
        return actions.Telling(Whom(given["whom"]), given["text"], withheld=given["withheld"])


class ShareForm(VersionedForm):
    """Asks once when the lesson may point out a person; whoever is `sure` sends it as it is."""

    step_name = _("Sprid en lärdom")
    text = forms.CharField(
        label=_("Lärdomen"),
        help_text=_("Skriv så att andra enheter har nytta av den. Inget om personer, och inget om var det hände."),
        widget=text_area(5),
        max_length=LONGEST_LESSON,
        error_messages={
            "required": _("Skriv lärdomen."),
            "max_length": _("Texten är för lång. Korta den till högst 2 000 tecken."),
        },
    )
    units = forms.ModelMultipleChoiceField(
        label=_("Vilka enheter?"),
        help_text=_("Enheter som arbetar med samma sak. Varje chef tar upp den på arbetsplatsträffen."),
        queryset=Unit.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Välj minst en enhet."), "invalid_choice": _("Välj bland enheterna i listan.")},
    )
    sure = forms.BooleanField(
        label=_("Texten pekar inte ut någon"),
        help_text=_("Kryssa i när du har läst texten en gång till."),
        required=False,
    )

    def __init__(self, *args: Any, offered: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = self.fields["units"]
        assert isinstance(units, forms.ModelMultipleChoiceField)
        units.queryset = Unit.objects.filter(pk__in=[unit.pk for unit in offered]).order_by("sort_key")

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if find_personal(given.get("text", "")) and not given.get("sure"):
            self.add_error("sure", _("Det kan stå något om en person i texten. Läs den igen."))
        return given

    def sharing(self) -> actions.Sharing:
        return actions.Sharing(self.cleaned_data["text"], list(self.cleaned_data["units"]))


class PlanForm(VersionedForm):
    step_name = _("Planera uppföljning")
    plan = forms.CharField(
        label=_("Vad ska följas upp?"),
        help_text=_("Skriv hur ni ser att det har blivit bättre."),
        widget=text_area(3),
        max_length=LONGEST,
        error_messages={"required": _("Skriv vad som ska följas upp."), "max_length": TOO_LONG},
    )
    due_on = forms.DateField(
        label=_("När?"),
        help_text=_("Dagen då ni ser efter om det hjälpte."),
        widget=day_input(),
        error_messages=DAY_ERRORS,
    )

    def plan_of(self) -> actions.Plan:
        return actions.Plan(self.cleaned_data["plan"], self.cleaned_data["due_on"])


class JudgeForm(VersionedForm):
    step_name = _("Uppföljning")
    result = forms.ChoiceField(
        label=_("Hjälpte det?"),
        help_text=_("Välj det som stämmer i dag."),
        choices=choices_of(RESULT_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj om det hjälpte.")},
    )
    words = forms.CharField(
        label=_("Vad visar det?"),
        help_text=_("Skriv vad ni har sett eller mätt."),
        widget=text_area(3),
        max_length=LONGEST,
        error_messages={"required": _("Skriv vad som visar det."), "max_length": TOO_LONG},
    )

    def judgement(self) -> actions.Judgement:
        return actions.Judgement(Result(self.cleaned_data["result"]), self.cleaned_data["words"])


class CloseForm(VersionedForm):
    step_name = _("Avsluta")


class ReopenForm(VersionedForm):
    step_name = _("Öppna igen")
    reason = forms.CharField(
        label=_("Varför öppnas ärendet igen?"),
        help_text=_("Skriv vad som har hänt eller kommit fram."),
        widget=text_area(3),
        max_length=LONGEST,
        error_messages={"required": _("Skriv varför ärendet öppnas igen."), "max_length": TOO_LONG},
    )


class RaisedForm(forms.Form):
    """Read, and raised on a day when it has been."""

    raised_on = forms.DateField(
        label=_("Togs upp på arbetsplatsträffen"),
        help_text=_("Lämna tomt om du bara har läst den än så länge."),
        required=False,
        widget=day_input(),
        error_messages=DAY_ERRORS,
    )
