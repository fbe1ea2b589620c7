"""Text from people into typed values; what is wrong is said at the field."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, offer_units, text_area
from varvet.registers.payment_errors import actions, rules

TOO_LONG = _("Texten är för lång. Korta den till högst 20 000 tecken.")
KRONOR = _("Skriv beloppet med siffror, i hela kronor.")


def words_field(label: Any, help_text: Any, missing: Any = "", *, rows: int = 4) -> forms.CharField:
    """Required when `missing` says what to write."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=bool(missing),
        widget=text_area(rows),
        max_length=LONGEST,
        error_messages={"required": missing, "max_length": TOO_LONG},
    )


def kronor_field(label: Any, help_text: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        required=False,
        min_value=0,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": KRONOR, "min_value": KRONOR},
    )


def radio_field(label: Any, labels: dict[str, str], missing: Any, help_text: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        choices=choices_of(labels),
        widget=forms.RadioSelect,
        error_messages={"required": missing},
    )


class ReportForm(forms.Form):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    what = words_field(
        _("Vad gäller det?"),
        _("Till exempel: en inkomst fanns inte med i beräkningen. Skriv inga namn eller personnummer."),
        _("Berätta vad det gäller."),
        rows=5,
    )
    channel = radio_field(
        _("Hur blev det känt?"),
        rules.CHANNEL_LABELS,
        _("Välj hur det blev känt."),
        _("Det första som fick någon att reagera."),
    )
    unit = forms.ModelChoiceField(
        label=_("Var?"),
        help_text=_("Enheten som betalade ut pengarna."),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj enhet."), "invalid_choice": _("Välj en enhet i listan.")},
    )

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)

    def content(self) -> actions.Report:
        given = self.cleaned_data
        return actions.Report(given["unit"], given["what"], rules.Channel(given["channel"]))


class Plain(VersionedForm):
    """Nothing to fill in: a button."""

    step_name = _("Utred")


class ReasonForm(VersionedForm):
    step_name = _("Varför")
    reason = words_field(_("Varför?"), _("Skälet finns kvar i ärendet. Skriv inga namn."), _("Skriv varför."), rows=3)


class FindingForm(VersionedForm):
    step_name = _("Vad utredningen visar")
    cause = radio_field(
        _("Var fanns orsaken?"),
        rules.CAUSE_LABELS,
        _("Välj var orsaken fanns."),
        _("Hos oss: en kontroll eller beräkning som brast."),
    )
    amount = kronor_field(_("Hur mycket var felaktigt?"), _("Hela kronor. Beloppet läses bara av dem som handlägger."))
    words = words_field(_("Vad visar utredningen?"), _("Det viktigaste, utan namn."), _("Skriv vad utredningen visar."))

    def finding(self) -> actions.Finding:
        given = self.cleaned_data
        return actions.Finding(rules.Cause(given["cause"]), given["amount"], given["words"])


class ReclaimForm(VersionedForm):
    step_name = _("Återkrav")
    answer = radio_field(
        _("Återkräver ni pengarna?"),
        rules.RECLAIM_LABELS,
        _("Välj ja eller nej."),
        _("Beslutet fattas i personens eget ärende."),
    )
    amount = kronor_field(_("Hur mycket återkrävs?"), _("Hela kronor, högst det felaktiga beloppet."))
    reason = words_field(_("Varför, eller varför inte?"), _("Behövs när svaret är nej."), rows=3)

    def decided(self) -> actions.Decided:
        given = self.cleaned_data
        return actions.Decided(rules.Answer(given["answer"]), given["reason"], given["amount"])


class PoliceForm(VersionedForm):
    step_name = _("Polisanmälan")
    answer = radio_field(
        _("Polisanmäler ni?"),
        rules.POLICE_LABELS,
        _("Välj ja eller nej."),
        _("Misstanke om bidragsbrott ska anmälas. Anmälan görs inte härifrån."),
    )
    reason = words_field(_("Varför, eller varför inte?"), _("Behövs när svaret är nej."), rows=3)

    def decided(self) -> actions.Decided:
        given = self.cleaned_data
        return actions.Decided(rules.Answer(given["answer"]), given["reason"])


class AssignForm(VersionedForm):
    step_name = _("Byt ansvarig")
    handler = forms.ModelChoiceField(
        label=_("Vem ska utreda?"),
        help_text=_("Den som påminns och skriver klart."),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Ingen särskild"),
        error_messages={"invalid_choice": _("Välj en person i listan.")},
    )

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["handler"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = User.objects.filter(pk__in=[person.pk for person in people]).order_by("name")


class NoteForm(VersionedForm):
    step_name = _("Anteckning")
    words = words_field(_("Vad vill du anteckna?"), _("Skriv inga namn."), _("Skriv något först."))
