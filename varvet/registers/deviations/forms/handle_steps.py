"""The steps of handling after the assessment, each a form."""

from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.form_fields import VersionedForm, text_area
from varvet.registers.deviations.forms.weighing import WeighedForm
from varvet.registers.deviations.models import Part
from varvet.registers.deviations.rules import RESULT_LABELS

LONGEST = 20_000
DAY_ERRORS = {
    "required": _("Skriv dagen."),
    "invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05."),
}


class InvestigateForm(VersionedForm):
    step_name = _("Inled utredning")


class ActForm(VersionedForm):
    step_name = _("Börja åtgärda")


class LeaveForm(VersionedForm):
    step_name = _("Ta loss")


class RemoveCauseForm(VersionedForm):
    step_name = _("Ta bort orsak")


class AnalysisForm(VersionedForm):
    step_name = _("Utredning")
    analysis = forms.CharField(
        label=_("Vad visar utredningen?"),
        help_text=_("Beskriv vad som hände, steg för steg, och vad som brast."),
        required=False,
        widget=text_area(5),
        max_length=LONGEST,
    )
    routine = forms.CharField(
        label=_("Vilken rutin eller aktivitet brast?"),
        help_text=_("Skriv till exempel rutinens namn. Lämna tomt om ingen rutin fanns."),
        required=False,
        max_length=400,
    )


class CauseForm(VersionedForm):
    step_name = _("Lägg till orsak")
    category = forms.ChoiceField(
        label=_("Vad är det för slags orsak?"),
        help_text=_("Välj det slag som ligger närmast."),
        error_messages={"required": _("Välj en orsak i listan.")},
    )
    words = forms.CharField(
        label=_("Därför hände det"),
        help_text=_("Skriv om arbetssätt och förutsättningar, inte om vem som gjorde fel."),
        widget=text_area(3),
        max_length=LONGEST,
        error_messages={"required": _("Skriv varför det hände.")},
    )
    explains = forms.TypedChoiceField(
        label=_("Förklarar den en annan orsak?"),
        help_text=_("Fråga varför en gång till, tills ni når något ni kan ändra."),
        required=False,
        coerce=int,
        empty_value=None,
    )

    def __init__(self, *args: Any, kinds: list[tuple[str, str]], causes: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        category, explains = self.fields["category"], self.fields["explains"]
        assert isinstance(category, forms.ChoiceField)
        assert isinstance(explains, forms.ChoiceField)
        category.choices = [("", now_("Välj")), *kinds]
        explains.choices = [("", now_("Nej, den förklarar händelsen")), *causes]
        if not causes:
            explains.widget = forms.HiddenInput()


class ExcuseForm(VersionedForm):
    step_name = _("Ingen åtgärd behövs")
    reason = forms.CharField(
        label=_("Varför behövs ingen åtgärd?"),
        help_text=_("Skälet visas där åtgärden annars står."),
        widget=text_area(3),
        max_length=4_000,
        error_messages={"required": _("Skriv varför ingen åtgärd behövs.")},
    )


class PlanForm(VersionedForm):
    step_name = _("Planera uppföljning")
    plan = forms.CharField(
        label=_("Vad ska följas upp?"),
        help_text=_("Skriv hur ni ser att det har blivit bättre."),
        widget=text_area(3),
        max_length=LONGEST,
        error_messages={"required": _("Skriv vad som ska följas upp.")},
    )
    due_on = forms.DateField(
        label=_("När?"),
        help_text=_("Dagen då ni ser efter om det hjälpte."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=DAY_ERRORS,
    )


class JudgeForm(VersionedForm):
    step_name = _("Uppföljning")
    result = forms.ChoiceField(
        label=_("Hjälpte det?"),
        help_text=_("Välj det som stämmer i dag."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj om det hjälpte.")},
    )
    words = forms.CharField(
        label=_("Vad visar det?"),
        help_text=_("Skriv vad ni har sett eller mätt."),
        widget=text_area(3),
        max_length=LONGEST,
        error_messages={"required": _("Skriv vad som visar det.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        result = self.fields["result"]
        assert isinstance(result, forms.ChoiceField)
        result.choices = [(code, now_(label)) for code, label in RESULT_LABELS.items()]


class CloseForm(VersionedForm):
    step_name = _("Avsluta")
    feedback = forms.CharField(
        label=_("Så blev det"),
        help_text=_("Det här läser den som rapporterade. Skriv vad ni gjorde och vad som ändras."),
        required=False,  # where nobody can read it, or it is told before: the rule says when it is missing
        widget=text_area(4),
        max_length=LONGEST,
    )
    lesson = forms.CharField(
        label=_("Lärdom för enheten"),
        help_text=_("Skriv det som fler kan ha nytta av. Läses av dem som handlägger."),
        required=False,
        widget=text_area(3),
        max_length=LONGEST,
    )


class ReopenForm(VersionedForm):
    step_name = _("Öppna igen")
    reason = forms.CharField(
        label=_("Varför öppnas den igen?"),
        help_text=_("Skriv vad som har hänt eller kommit fram."),
        widget=text_area(3),
        max_length=4_000,
        error_messages={"required": _("Skriv varför avvikelsen öppnas igen.")},
    )


class RerouteForm(VersionedForm):
    step_name = _("Skicka vidare")
    unit = forms.ModelChoiceField(
        label=_("Vilken enhet ska ha den?"),
        help_text=_("Den nya enheten bedömer rapporten."),
        queryset=Unit.objects.none(),
        empty_label=_("Välj enhet"),
        error_messages={"required": _("Välj enhet."), "invalid_choice": _("Välj en enhet i listan.")},
    )
    reason = forms.CharField(
        label=_("Varför?"),
        help_text=_("Läses av den enhet som får den. Du ser den inte längre om enheten inte är din."),
        widget=text_area(3),
        max_length=4_000,
        error_messages={"required": _("Skriv varför den skickas vidare.")},
    )

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units]).order_by("sort_key")


class DismissForm(WeighedForm):
    step_name = _("Inte en avvikelse")
    reason = forms.CharField(
        label=_("Varför är det inte en avvikelse?"),
        help_text=_("Det här läser den som rapporterade."),
        widget=text_area(4),
        max_length=LONGEST,
        error_messages={"required": _("Skriv till rapportören varför det inte är en avvikelse.")},
    )


class OtherForm(WeighedForm):
    """Names another report: one of those suggested, or by its number."""

    chosen = forms.ChoiceField(
        label=_("Liknande rapporter"),
        help_text=_("Rapporter som liknar den här."),
        required=False,
        widget=forms.RadioSelect,
    )
    other = forms.CharField(
        label=_("Eller skriv ärendets nummer"),
        help_text=_("Till exempel AVV-2026-0012."),
        required=False,
        max_length=24,
    )

    def __init__(self, *args: Any, suggested: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["chosen"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = suggested
        if not suggested:
            del self.fields["chosen"]
            self.fields["other"].label = _("Ärendets nummer")

    def reference(self) -> str:
        """What was written wins over what was chosen; empty for neither."""
        return str(self.cleaned_data["other"] or self.cleaned_data.get("chosen", ""))


class DuplicateForm(OtherForm):
    step_name = _("Dubblett")


class JoinForm(OtherForm):
    step_name = _("Lägg ihop")


class AssignForm(VersionedForm):
    step_name = _("Fördela")
    handler = forms.ModelChoiceField(
        label=_("Vem ska handlägga?"),
        help_text=_("Utan namn är det enhetens chef som har den."),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Enhetens chef"),
        error_messages={"invalid_choice": _("Välj någon i listan.")},
    )

    def __init__(self, *args: Any, people: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["handler"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = User.objects.filter(pk__in=[person.pk for person in people]).order_by("name")


WRITTEN = (
    (Part.NOTE.value, _("Intern anteckning, läses bara av dem som handlägger")),
    (Part.MESSAGE.value, _("Besked på vägen till den som rapporterade")),
    (Part.FEEDBACK.value, _("Så blev det: svaret till den som rapporterade")),
)


class WriteForm(VersionedForm):
    step_name = _("Skriv")
    part = forms.ChoiceField(
        label=_("Vem ska läsa?"),
        help_text=_("Texten visas bara för dem du väljer."),
        choices=WRITTEN,
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vem som ska läsa.")},
    )
    text = forms.CharField(
        label=_("Text"),
        help_text=_("Skriv inga namn eller personnummer."),
        widget=text_area(4),
        max_length=LONGEST,
        error_messages={"required": _("Skriv något först.")},
    )
