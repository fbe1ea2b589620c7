"""How a round is reviewed, its cases, what it taught, and its summing up."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, text_area
from varvet.registers.self_checks import actions, queries
from varvet.registers.self_checks.forms.choosing import FORM_ERRORS, FORM_HELP, FORM_LABEL, offer_versions
from varvet.registers.self_checks.forms.round import NUMBER_ERRORS
from varvet.registers.self_checks.models import FormVersion, Round
from varvet.registers.self_checks.rules import SEX_LABELS
from varvet.registers.self_checks.rules.outcome import LONGEST_GROUP
from varvet.registers.self_checks.rules.reviewing import LONGEST_LESSON, REVIEW_KINDS, ReviewKind


class SetUpForm(VersionedForm):
    form = forms.ModelChoiceField(
        label=FORM_LABEL,
        help_text=FORM_HELP,
        queryset=FormVersion.objects.none(),
        required=False,
        error_messages=FORM_ERRORS,
    )
    kind = forms.ChoiceField(
        label=_("Vem granskar?"),
        help_text=_("Den som granskar ska inte ha handlagt ärendet själv, om det går."),
        choices=choices_of(REVIEW_KINDS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vem som granskar.")},
    )
    double_percent = forms.IntegerField(
        label=_("Hur stor andel granskas av två, i procent?"),
        help_text=_("Då ser ni hur lika ni bedömer. Ärendena väljs genom lottning. Skriv 0 för inga."),
        min_value=0,
        max_value=100,
        initial=0,
        error_messages=NUMBER_ERRORS
        | {"required": _("Skriv en andel, eller 0."), "max_value": _("Skriv högst 100 procent.")},
    )
    walkthrough = forms.BooleanField(
        label=_("Det är en ärendegenomgång"),
        help_text=_("Svaren stannar i enheten. Bara antalet ärenden och lärdomarna syns för andra."),
        required=False,
    )

    def __init__(self, *args: Any, round_: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        usable = queries.list_usable(round_.root).values_list("pk", flat=True)
        kept = FormVersion.objects.filter(pk__in=[*usable, round_.form_version_id or 0])
        offer_versions(self, kept.select_related("form").order_by("form__name", "-number"))

    def content(self) -> actions.SetUp:
        given = self.cleaned_data
        return actions.SetUp(
            form_version=given["form"],
            kind=ReviewKind(given["kind"]),
            double_percent=given["double_percent"],
            walkthrough=given["walkthrough"],
        )


class CasesForm(VersionedForm):
    codes = forms.CharField(
        label=_("Ärendenas koder"),
        help_text=_("En kod på varje rad, till exempel K7-M4. Aldrig namn eller personnummer."),
        widget=text_area(6),
        max_length=30_000,
        error_messages={"required": _("Skriv minst en kod."), "max_length": _("Lägg till färre ärenden åt gången.")},
    )
    sex = forms.ChoiceField(
        label=_("Kön"),
        help_text=_("Gäller alla ärenden som du lägger till nu. Lämna tomt när det inte är känt."),
        required=False,
        choices=[("", _("Inte känt")), *choices_of(SEX_LABELS)],
    )
    group = forms.CharField(
        label=_("Grupp"),
        help_text=_("Till exempel mottagning. Resultatet kan sedan delas upp efter grupp."),
        required=False,
        max_length=LONGEST_GROUP,
        error_messages={"max_length": _("Skriv högst 20 tecken.")},
    )

    def content(self) -> actions.NewCases:
        given = self.cleaned_data
        codes = tuple(line.strip() for line in given["codes"].splitlines() if line.strip())
        return actions.NewCases(codes, given["sex"], given["group"])


class LessonForm(VersionedForm):
    lesson = forms.CharField(
        label=_("Vad lärde ni er?"),
        help_text=_("Om arbetssättet, aldrig om ett ärende eller en person. Alla som läser egenkontrollen ser det."),
        widget=text_area(4),
        max_length=LONGEST_LESSON,
        error_messages={"required": _("Skriv lärdomen."), "max_length": _("Skriv högst 2 000 tecken.")},
    )


class SummaryForm(VersionedForm):
    population = forms.IntegerField(
        label=_("Hur många ärenden finns det?"),
        help_text=_("Alla som kontrollen gäller, även de som inte granskades. Lämna tomt om ni inte vet."),
        required=False,
        min_value=0,
        max_value=10_000_000,
        error_messages=NUMBER_ERRORS,
    )
    analysis = forms.CharField(
        label=_("Analys"),
        help_text=_("Vad betyder resultatet, och vad gör ni? Skriv inga namn."),
        required=False,
        widget=text_area(4),
        max_length=LONGEST,
    )

    def content(self) -> actions.Summary:
        return actions.Summary(self.cleaned_data["population"], self.cleaned_data["analysis"])
