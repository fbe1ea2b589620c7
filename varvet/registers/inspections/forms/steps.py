"""The steps of an inspection after it is written in, each a form."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, offer_units
from varvet.registers.inspections import actions, rules
from varvet.registers.inspections.forms.fields import NO_PERSONS, day_field, line_field, words_field
from varvet.registers.inspections.forms.register import NOT_LISTED, DemandFields


class ReceiveForm(DemandFields, VersionedForm):
    step_name = _("Den har börjat")


class AnswerForm(VersionedForm):
    step_name = _("Svaret")
    words = words_field(
        _("Vårt svar"),
        _("Du kan spara och fortsätta senare. Det som är skrivet sist är svaret."),
        _("Skriv svaret."),
        rows=14,
    )


class SendForm(VersionedForm):
    step_name = _("Svaret är skickat")
    sent_on = day_field(_("Vilken dag skickades svaret?"), _("Inget skickas härifrån."))


class FoundFields(forms.Form):
    kind = forms.ChoiceField(
        label=_("Vad blev resultatet?"),
        help_text=_("Har beslutet flera punkter skriver du den viktigaste här och lägger till de andra efteråt."),
        choices=choices_of(rules.FINDING_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad resultatet blev.")},
    )
    line = line_field(_("Vad säger punkten?"), _(NO_PERSONS), rules.LONGEST_LINE)

    def found(self) -> actions.Found:
        return actions.Found(rules.Finding(self.cleaned_data["kind"]), self.cleaned_data["line"])


class DecideForm(FoundFields, VersionedForm):
    step_name = _("Beslutet")
    decided_on = day_field(_("Vilken dag är beslutet från?"), _("För en egen granskning: dagen då den blev klar."))
    diary = line_field(_("Granskarens diarienummer"), _("Som det står i beslutet."), 40)
    words = words_field(_("Vill du skriva mer om beslutet?"), _("Det läses bara av dem som får läsa granskningen."))
    field_order = ("decided_on", "kind", "line", "diary", "words")

    def decision(self) -> actions.Decision:
        given = self.cleaned_data
        return actions.Decision(given["decided_on"], self.found(), given["diary"], given["words"])


class FindForm(FoundFields, VersionedForm):
    step_name = _("En punkt till")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].help_text = _("Varje punkt räknas för sig.")


class SettleForm(VersionedForm):
    step_name = _("Vad som görs")
    unit = forms.ModelChoiceField(
        label=_("I vilken enhet?"),
        help_text=_("Enheter kan ha olika saker som är viktigast."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj enhet."), "invalid_choice": NOT_LISTED},
    )
    important = line_field(_("Vad är viktigast att åtgärda där?"), _(NO_PERSONS), rules.LONGEST_LINE)
    no_action = line_field(
        _("Varför behövs ingen åtgärd?"),
        _("Bara om punkten inte leder till någon åtgärd. Det gäller hela punkten."),
        rules.LONGEST_LINE,
    )

    def __init__(self, *args: Any, units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)

    def settled(self) -> actions.Settled:
        given = self.cleaned_data
        return actions.Settled(given["unit"], given["important"], given["no_action"])


class FollowForm(VersionedForm):
    step_name = _("Följ upp")
    follow_on = day_field(_("Vilken dag följer ni upp?"), _("Du påminns när dagen närmar sig."))


class CloseForm(VersionedForm):
    step_name = _("Avsluta")
    words = words_field(_("Vad har det lett till?"), _("Kort, för den som läser nästa gång. Skriv inga namn."))


class ReopenForm(VersionedForm):
    step_name = _("Öppna igen")
    reason = words_field(
        _("Varför öppnas den igen?"), _("Skriv vad som ska ändras."), _("Skriv varför den öppnas igen."), rows=3
    )


class WithdrawForm(VersionedForm):
    step_name = _("Återkallad")
    reason = words_field(
        _("Varför blev den inte av?"), _("Skälet finns kvar i registret."), _("Skriv varför den återkallades."), rows=3
    )


class AssignForm(VersionedForm):
    step_name = _("Byt ansvarig")
    responsible = forms.ModelChoiceField(
        label=_("Vem ska ansvara?"),
        help_text=_("Den som påminns och håller ihop svaret."),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Ingen särskild"),
        error_messages={"invalid_choice": _("Välj en person i listan.")},
    )

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["responsible"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = User.objects.filter(pk__in=[person.pk for person in people]).order_by("name")


class NoteForm(VersionedForm):
    step_name = _("Anteckning")
    words = words_field(_("Vad vill du anteckna?"), _("Skriv inga namn."), _("Skriv något först."))
