"""The steps of handling, each a form."""

from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, text_area
from varvet.registers.feedback import actions
from varvet.registers.feedback.forms.capture import TOO_LONG
from varvet.registers.feedback.rules import (
    ANSWER_WAY_LABELS,
    CHOSEN_WAYS,
    CONTENTMENT_LABELS,
    SORT_LABELS,
    AnswerWay,
    Sort,
)

SHORT = 4_000


def words_field(label: Any, hint: Any, missing: Any, *, rows: int = 4, most: int = LONGEST) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        widget=text_area(rows),
        max_length=most,
        error_messages={"required": missing, "max_length": TOO_LONG},
    )


class AnswerForm(VersionedForm):
    step_name = _("Svara")
    text = words_field(_("Svaret"), _("Det här läser den som hörde av sig."), _("Skriv svaret."), rows=7)
    how = forms.ChoiceField(
        label=_("Hur lämnar du svaret?"),
        help_text=_("Inget skickas härifrån. Med en kod kan personen också läsa svaret på webben."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj hur du lämnar svaret.")},
    )

    def __init__(self, *args: Any, has_code: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        how = self.fields["how"]
        assert isinstance(how, forms.ChoiceField)
        ways = [way for way in CHOSEN_WAYS if has_code or way is not AnswerWay.CODE]
        how.choices = [(way.value, now_(ANSWER_WAY_LABELS[way])) for way in ways]

    def answer(self) -> actions.Answer:
        return actions.Answer(self.cleaned_data["text"], AnswerWay(self.cleaned_data["how"]))


class AskForm(VersionedForm):
    step_name = _("Fråga mer")
    text = words_field(
        _("Vad vill du fråga?"),
        _("Det här läser den som hörde av sig, med sin kod. Svaret kommer till dig i Att göra."),
        _("Skriv frågan."),
    )


class AskOtherForm(VersionedForm):
    """Another register is asked to take it on."""

    step_name = _("Fråga andra")
    register = forms.ChoiceField(
        label=_("Vad kan det vara?"),
        help_text=_("Den du frågar svarar ja eller nej. Synpunkten besvaras ändå här."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad det kan vara.")},
    )

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        register = self.fields["register"]
        assert isinstance(register, forms.ChoiceField)
        register.choices = offered


class NoteForm(VersionedForm):
    step_name = _("Anteckning")
    text = words_field(
        _("Anteckning"), _("Bara ni som svarar läser den. Den lämnas aldrig ut med koden."), _("Skriv något först.")
    )


class SortForm(VersionedForm):
    step_name = _("Sortera")
    sort = forms.ChoiceField(
        label=_("Vad är det?"),
        help_text=_("Ett klagomål säger att något blev fel. En synpunkt säger hur det kunde vara."),
        choices=choices_of(SORT_LABELS),
        widget=forms.RadioSelect,
    )
    categories = forms.MultipleChoiceField(
        label=_("Vad handlar det om?"),
        help_text=_("Kryssa i allt som stämmer."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Välj minst en typ.")},
    )
    primary = forms.ChoiceField(
        label=_("Vad handlar det mest om?"),
        help_text=_("Välj när du har kryssat i flera."),
        required=False,
    )

    def __init__(self, *args: Any, types: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        categories, primary = self.fields["categories"], self.fields["primary"]
        assert isinstance(categories, forms.ChoiceField)
        assert isinstance(primary, forms.ChoiceField)
        categories.choices = types
        primary.choices = [("", now_("Det första som är ikryssat")), *types]

    def sorting(self) -> actions.Sorting:
        """What is named as the primary comes first, also when it was not ticked as well."""
        given = self.cleaned_data
        first = [given["primary"]] if given["primary"] else []
        return actions.Sorting(Sort(given["sort"]), tuple(dict.fromkeys([*first, *given["categories"]])))


class AssignForm(VersionedForm):
    step_name = _("Fördela")
    handler = forms.ModelChoiceField(
        label=_("Vem ska svara?"),
        help_text=_("Utan namn är det enhetens chef som har det."),
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


class MoveForm(VersionedForm):
    step_name = _("Flytta")
    unit = forms.ModelChoiceField(
        label=_("Vilken enhet gäller det?"),
        help_text=_("Välj den översta om det inte gäller någon särskild enhet."),
        queryset=Unit.objects.none(),
        empty_label=_("Välj enhet"),
        error_messages={"required": _("Välj enhet."), "invalid_choice": _("Välj en enhet i listan.")},
    )
    reason = words_field(
        _("Varför?"),
        _("Läses av den enhet som får det. Du ser det inte längre om enheten inte är din."),
        _("Skriv varför det flyttas."),
        rows=3,
        most=SHORT,
    )

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units]).order_by("sort_key")


class JoinForm(VersionedForm):
    """Names another: one of those suggested, or by its number."""

    step_name = _("Lägg ihop")
    chosen = forms.ChoiceField(
        label=_("Liknande ärenden"),
        help_text=_("Ärenden som väntar på svar och gäller samma enhet eller samma sak."),
        required=False,
        widget=forms.RadioSelect,
    )
    other = forms.CharField(
        label=_("Eller skriv ärendets nummer"),
        help_text=_("Till exempel SYN-2026-0012."),
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


class LeaveForm(VersionedForm):
    step_name = _("Ta loss")


class GiveCodeForm(VersionedForm):
    step_name = _("Ge en kod")


class CloseForm(VersionedForm):
    step_name = _("Avsluta")
    reason = forms.CharField(
        label=_("Varför lämnas inget svar?"),
        help_text=_("Skriv bara när personen inte har fått svar. Läses av er som svarar."),
        required=False,  # where there is an answer: the rule says when it is missing
        widget=text_area(3),
        max_length=SHORT,
    )


class SettleForm(VersionedForm):
    step_name = _("I personens eget ärende")
    moved = forms.BooleanField(
        label=_("Texten finns nu i personens eget ärende"),
        help_text=_("Allt som är skrivet här tas bort. Ärendet räknas, men utan innehåll."),
        required=False,  # nothing is asked where nothing is written: the rule says when it is missing
    )


class ReopenForm(VersionedForm):
    step_name = _("Öppna igen")
    reason = words_field(
        _("Varför öppnas det igen?"),
        _("Skriv vad som har kommit fram. Läses av er som svarar."),
        _("Skriv varför ärendet öppnas igen."),
        rows=3,
        most=SHORT,
    )


class RegisterForm(VersionedForm):
    step_name = _("Diarieför")
    diary_number = forms.CharField(
        label=_("Diarienummer"),
        help_text=_("Numret som diariet gav, till exempel SN 2026/117."),
        max_length=40,
        error_messages={"required": _("Skriv diarienumret."), "max_length": _("Skriv högst 40 tecken.")},
    )

    def __init__(self, *args: Any, own_series: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if own_series:
            del self.fields["diary_number"]


class RegisterAnswerForm(VersionedForm):
    step_name = _("Diarieför svaret")


class JudgeForm(VersionedForm):
    step_name = _("Nöjdhet")
    contentment = forms.ChoiceField(
        label=_("Blev det bra, tycker personen?"),
        help_text=_("Skriv bara det personen själv har sagt."),
        choices=choices_of(CONTENTMENT_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad personen sade.")},
    )


class ReadForm(VersionedForm):
    """The button by which somebody says that they have read what was added."""
