"""The steps after the assessment, each a form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.law.words import marked
from varvet.kernel.ui.form_fields import VersionedForm, choices_of
from varvet.registers.privacy_incidents.forms.report import day_field, moment_field, words_field
from varvet.registers.privacy_incidents.models import Part
from varvet.registers.privacy_incidents.rules import (
    HOW_LABELS,
    INFORM_LABELS,
    NOTIFY_LABELS,
    RECOMMENDATION_LABELS,
    RULING_LABELS,
    Answer,
    Decision,
)


class ChoiceOfOne(forms.ChoiceField):
    """Radio buttons for marked words, with the sentence when none is chosen."""

    def __init__(self, label: str, hint: str, labels: dict[str, str], missing: str) -> None:
        super().__init__(
            label=_(label),
            help_text=_(hint),
            choices=choices_of(labels),
            widget=forms.RadioSelect,
            error_messages={"required": _(missing)},
        )


class ChoiceOfPerson(forms.ModelChoiceField):  # type: ignore[type-arg]  # Django's own is generic in the stubs only
    """One of the people the form is given."""

    def offer(self, people: list[User]) -> None:
        self.queryset = User.objects.filter(pk__in=[person.pk for person in people]).order_by("name")


class AdviseForm(VersionedForm):
    step_name = _("Lämna råd")
    advice = ChoiceOfOne(
        marked("Vad råder du till?"),
        marked("Delegaten beslutar, men ditt råd ska finnas med."),
        RECOMMENDATION_LABELS,
        marked("Välj vad du råder till."),
    )
    text = words_field(
        marked("Varför?"),
        marked("Skriv gärna också vad som bör göras för dem det gäller."),
        marked("Skriv vad du råder till, och varför."),
    )


class DecideForm(VersionedForm):
    step_name = _("Besluta")
    notify = ChoiceOfOne(
        marked("Anmäls den till IMY?"),
        marked("Anmälan kan göras i steg. Allt behöver inte vara känt än."),
        NOTIFY_LABELS,
        marked("Välj om den anmäls."),
    )
    why_not = words_field(
        marked("Varför anmäls den inte?"),
        marked("Skriv bara här om den inte anmäls. Säg varför det är osannolikt att någon drabbas."),
        rows=3,
    )
    inform = ChoiceOfOne(
        marked("Informeras de berörda?"),
        marked("Det ska göras när risken är hög."),
        INFORM_LABELS,
        marked("Välj om de berörda informeras."),
    )
    why_not_inform = words_field(
        marked("Varför informeras de inte?"),
        marked("Till exempel: risken är inte hög, uppgifterna gick inte att läsa, eller risken är undanröjd."),
        rows=3,
    )
    delegation = forms.CharField(
        label=_("Punkt i delegationsordningen"),
        help_text=_("Till exempel 7.3. Beslutet stöds på den."),
        max_length=60,
        error_messages={"required": _("Skriv vilken punkt i delegationsordningen beslutet stöds på.")},
    )

    def decision(self) -> Decision:
        given = self.cleaned_data
        return Decision(
            notify=Answer(given["notify"]),
            inform=Answer(given["inform"]),
            why_not_notify=given["why_not"],
            why_not_inform=given["why_not_inform"],
            delegation=given["delegation"],
        )


class NotifyForm(VersionedForm):
    step_name = _("Anmälan till IMY")
    sent_at = moment_field(marked("När skickades anmälan?"), marked("Dag och klockslag."))
    sent_by = ChoiceOfPerson(
        label=_("Vem skickade den?"),
        help_text=_("Den som lämnade anmälan i IMY:s e-tjänst."),
        queryset=User.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj vem som skickade den."), "invalid_choice": _("Välj någon i listan.")},
    )
    number = forms.CharField(
        label=_("IMY:s diarienummer"),
        help_text=_("Lämna tomt om ni inte har fått det än."),
        required=False,
        max_length=40,
    )
    more_follows = forms.BooleanField(
        label=_("Mer skickas senare"),
        help_text=_("Anmälan görs i steg. Kompletteringarna skrivs in var för sig."),
        required=False,
    )
    why_late = words_field(
        marked("Varför är anmälan sen?"),
        marked("Skriv bara här om tiden hade gått ut. Skälet ska också stå i anmälan."),
        rows=3,
    )

    def __init__(self, *args: Any, people: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["sent_by"]
        assert isinstance(field, ChoiceOfPerson)
        field.offer(people)


class SupplementForm(VersionedForm):
    step_name = _("Komplettering")
    sent_on = day_field(marked("Vilken dag skickades kompletteringen?"), marked("Dagen då den gick till IMY."))
    text = words_field(marked("Vad skickades?"), marked("En kort sammanfattning räcker."), rows=3)
    last = forms.BooleanField(label=_("Det var den sista"), help_text=_("Då är anmälan komplett."), required=False)


class InformForm(VersionedForm):
    step_name = _("Informera")
    on = day_field(marked("Vilken dag fick de veta?"), marked("Dagen då informationen lämnades."))
    how = ChoiceOfOne(
        marked("Hur fick de veta?"), marked("Det sätt som nådde flest."), HOW_LABELS, marked("Välj hur de fick veta.")
    )
    text = words_field(
        marked("Vad fick de veta?"),
        marked("Vad som hänt, vilka följder det kan få, vad ni gör och vem de kan fråga."),
        marked("Skriv vad de fick veta."),
    )


class RulingForm(VersionedForm):
    step_name = _("IMY:s svar")
    ruling = ChoiceOfOne(
        marked("Vad svarade IMY?"), marked("Det senaste beskedet."), RULING_LABELS, marked("Välj vad IMY svarade.")
    )
    ruled_on = day_field(marked("Vilken dag?"), marked("Beslutets eller brevets datum."))
    number = forms.CharField(
        label=_("IMY:s diarienummer"), help_text=_("Lämna tomt om det redan står rätt."), required=False, max_length=40
    )
    text = words_field(
        marked("Vad skrev IMY?"), marked("En kort sammanfattning. Lägg gärna till beslutet som fil."), rows=3
    )


class FollowUpForm(VersionedForm):
    step_name = _("Planera uppföljning")
    plan = words_field(
        marked("Vad ska följas upp?"),
        marked("Skriv hur ni ser att det inte händer igen."),
        marked("Skriv vad som ska följas upp."),
        rows=3,
    )
    due_on = day_field(marked("När?"), marked("Dagen då ni ser efter om det hjälpte."))


class CloseForm(VersionedForm):
    step_name = _("Avsluta")
    done = words_field(
        marked("Vad har gjorts?"),
        marked("Vad ni gjorde för dem det gällde, och vad som ändras så att det inte händer igen."),
        marked("Skriv vad som har gjorts."),
    )
    feedback = words_field(
        marked("Så blev det"),
        marked("Det här läser den som rapporterade. Skriv inga namn."),
        rows=3,
    )


class ReopenForm(VersionedForm):
    step_name = _("Öppna igen")
    reason = words_field(
        marked("Varför öppnas den igen?"),
        marked("Skriv vad som har hänt eller kommit fram."),
        marked("Skriv varför incidenten öppnas igen."),
        rows=3,
    )


class DismissForm(VersionedForm):
    step_name = _("Inte en incident")
    reason = words_field(
        marked("Varför är det inte en incident?"),
        marked("Det här läser den som rapporterade."),
        marked("Skriv varför det inte är en incident."),
        rows=3,
    )


class AssignForm(VersionedForm):
    step_name = _("Fördela")
    handler = ChoiceOfPerson(
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
        assert isinstance(field, ChoiceOfPerson)
        field.offer(people)


WRITTEN: dict[str, str] = {
    Part.NOTE.value: marked("Intern anteckning, läses bara av dem som handlägger"),
    Part.MESSAGE.value: marked("Besked på vägen till den som rapporterade"),
}


class WriteForm(VersionedForm):
    step_name = _("Skriv")
    part = ChoiceOfOne(
        marked("Vem ska läsa?"),
        marked("Texten visas bara för dem du väljer."),
        WRITTEN,
        marked("Välj vem som ska läsa."),
    )
    text = words_field(marked("Text"), marked("Skriv inga namn eller personnummer."), marked("Skriv något först."))
