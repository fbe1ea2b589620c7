"""Handing over: to whom, how and with which assessment of secrecy; and what came back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, explained, text_area
from varvet.registers.deviations import actions
from varvet.registers.deviations.forms.handle_steps import DAY_ERRORS, LONGEST
from varvet.registers.deviations.rules import (
    ANSWER_LABELS,
    CHOSEN_BY_HAND,
    COUNTED_LABELS,
    DESTINATION_LABELS,
    SECRECY_BETWEEN,
    WAY_LABELS,
    Answer,
    Counted,
    Destination,
    Way,
)

SECRECY_FIELDS = ("secrecy_assessed", "secrecy")


def _day(label: Any, help_text: Any) -> forms.DateField:
    picker = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, widget=picker, error_messages=DAY_ERRORS)


class BeginHandoverForm(VersionedForm):
    step_name = _("Lämna över")
    destination = forms.ChoiceField(
        label=_("Vem behöver få den?"),
        help_text=_("Överlämningen blir en uppgift tills den är gjord och besvarad."),
        choices=choices_of({to: DESTINATION_LABELS[to] for to in CHOSEN_BY_HAND}),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vem som behöver få den.")},
    )

    def chosen(self) -> Destination:
        return Destination(self.cleaned_data["destination"])


class HandOverForm(VersionedForm):
    """Our own answer awaits none; in the employer's own system there is no border of secrecy to us."""

    step_name = _("Lämna över")
    receiver = forms.CharField(
        label=_("Vilken organisation?"),
        help_text=_("Till exempel ”Björkens vårdcentral”. Aldrig en persons namn."),
        max_length=120,
        error_messages={"required": _("Skriv vilken organisation som får den.")},
    )
    handed_over_on = _day(_("När lämnades den över?"), _("Dagen då de fick den."))
    way = forms.ChoiceField(
        label=_("Hur lämnades den över?"), help_text=_("Det sätt som användes."), choices=choices_of(WAY_LABELS)
    )
    their_number = forms.CharField(
        label=_("Numret i deras system"),
        help_text=_("Skriv det om du har fått ett. Deras system kan radera ärendet, men numret finns kvar här."),
        required=False,
        max_length=60,
    )
    secrecy_assessed = forms.BooleanField(
        label=_("Jag har prövat sekretessen"),
        help_text=_("Prövningen sparas med ditt namn och dagen."),
        required=False,  # the rule says when it is missing, in its own words
        widget=forms.CheckboxInput(attrs={"aria-required": "true"}),
    )
    secrecy = explained(
        forms.CharField(
            label=_("Vad visade prövningen?"),
            help_text=_("Skriv till exempel att uppgifterna inte pekar ut någon, eller att den enskilda samtycker."),
            required=False,
            widget=forms.Textarea(attrs={"rows": 2, "aria-required": "true"}),
            max_length=4_000,
        ),
        _("Mellan myndigheter och nämnder gäller sekretess. Det ska gå att se varför uppgifterna fick lämnas ut."),
    )
    answer_due_on = _day(_("Svar väntas senast"), _("Du och den som bevakar blir påminda när dagen närmar sig."))

    def __init__(self, *args: Any, destination: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if destination not in SECRECY_BETWEEN:
            self._drop(*SECRECY_FIELDS)
        if destination == Destination.REPLY:
            self._drop("answer_due_on")
            self._ask_of_answer()

    def _ask_of_answer(self) -> None:
        """Our own answer is sent, not handed over."""
        day, way = self.fields["handed_over_on"], self.fields["way"]
        day.label, day.help_text = _("När svarade ni?"), _("Dagen då svaret skickades.")
        way.label = _("Hur svarade ni?")

    def _drop(self, *names: str) -> None:
        for name in names:
            del self.fields[name]

    def given(self) -> actions.Given:
        given = self.cleaned_data
        return actions.Given(
            receiver=given["receiver"],
            day=given["handed_over_on"],
            way=Way(given["way"]),
            secrecy_assessed=given.get("secrecy_assessed", False),
            secrecy=given.get("secrecy", ""),
            their_number=given["their_number"],
            answer_due_on=given.get("answer_due_on"),
        )


class HandoverAnswerForm(VersionedForm):
    step_name = _("Svar")
    answer = forms.ChoiceField(
        label=_("Vad svarade de?"),
        help_text=_("Välj det som ligger närmast."),
        choices=choices_of(ANSWER_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad de svarade.")},
    )
    answered_on = _day(_("När kom svaret?"), _("Dagen då vi fick det."))
    counted_as = forms.ChoiceField(
        label=_("Hur har de räknat händelsen?"),
        help_text=_("Deras statistik kommer då med i vår."),
        choices=choices_of(COUNTED_LABELS),
        initial=Counted.UNKNOWN.value,
    )
    their_number = forms.CharField(
        label=_("Numret i deras system"), help_text=_("Om du har fått ett."), required=False, max_length=60
    )
    words = forms.CharField(
        label=_("Svaret i korthet"),
        help_text=_("Skriv vad de har gjort och tänker göra. Skriv inga namn."),
        required=False,
        widget=text_area(4),
        max_length=LONGEST,
    )

    def returned(self) -> actions.Returned:
        given = self.cleaned_data
        return actions.Returned(
            answer=Answer(given["answer"]),
            day=given["answered_on"],
            counted_as=Counted(given["counted_as"]),
            words=given["words"],
            their_number=given["their_number"],
        )


class NoAnswerForm(VersionedForm):
    step_name = _("Inget svar behövs")
    reason = forms.CharField(
        label=_("Varför behövs inget svar?"),
        help_text=_("Skälet läses av dem som handlägger."),
        widget=text_area(3),
        max_length=4_000,
        error_messages={"required": _("Skriv varför inget svar behövs.")},
    )


class WithdrawForm(VersionedForm):
    step_name = _("Lämna inte över")
    reason = forms.CharField(
        label=_("Varför lämnas den inte över?"),
        help_text=_("Skälet läses av dem som handlägger."),
        widget=text_area(3),
        max_length=4_000,
        error_messages={"required": _("Skriv varför den inte lämnas över.")},
    )


class EntrustForm(VersionedForm):
    step_name = _("Byt ansvarig")
    owner = forms.ModelChoiceField(
        label=_("Vem ska bevaka överlämningen?"),
        help_text=_("Utan namn är det den som har avvikelsen."),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Den som har avvikelsen"),
        error_messages={"invalid_choice": _("Välj någon i listan.")},
    )

    def __init__(self, *args: Any, people: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["owner"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = User.objects.filter(pk__in=[person.pk for person in people]).order_by("name")
