"""From what is written about a setting to a typed value; first looked through, then saved."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.setting_cards import LONGEST_LINE, SettingCard, Shape
from varvet.kernel.records.choosing.settings import LONGEST_REASON, Choice
from varvet.kernel.ui.form_fields import VersionedForm, text_area
from varvet.kernel.ui.sentences import said

STEP, SAVE, AGAIN = "steg", "spara", "andra"  # the button: what has been looked through is saved, or written again
YES, NO = "yes", "no"
WRITTEN = "%Y-%m-%d"


def day_field() -> forms.DateField:
    return forms.DateField(
        label=_("Gäller från och med"),
        help_text=_("Det som gällde före dagen ligger kvar."),
        widget=forms.DateInput(attrs={"type": "date"}, format=WRITTEN),
        error_messages={
            "required": _("Välj från vilken dag det gäller."),
            "invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05."),
        },
    )


def reason_field() -> forms.CharField:
    return forms.CharField(
        label=_("Varför ändrar ni?"),
        help_text=_("Till exempel vem som har beslutat. Syns för dem som läser inställningen. Skriv inga namn."),
        max_length=LONGEST_REASON,
        widget=text_area(2),
        error_messages={"required": _("Skriv varför ni ändrar.")},
    )


class ChosenForm(VersionedForm):
    """A form in two steps: sent once it is shown what will change, sent from there it is saved."""

    first_day = day_field()
    reason = reason_field()

    @property
    def goes_ahead(self) -> bool:
        return self.data.get(STEP) == SAVE

    @property
    def is_written_again(self) -> bool:
        return self.data.get(STEP) == AGAIN


class SettingForm(ChosenForm):
    """Any setting: its one field follows the shape of its value."""

    def __init__(self, *args: Any, card: SettingCard, labels: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.card = card
        self.fields["value"] = FIELDS[card.shape](card, labels)
        self.order_fields(["version", "value", "first_day", "reason"])

    def choice(self) -> Choice:
        given = self.cleaned_data
        return Choice(READ[self.card.shape](given["value"]), given["first_day"], given["reason"])


def initial_of(card: SettingCard, value: Any, first_day: date, version: int) -> dict[str, Any]:
    return {"value": WRITE.get(card.shape, _as_it_is)(value), "first_day": first_day, "version": version}


def _as_it_is(value: Any) -> Any:
    return value


def _words(card: SettingCard) -> dict[str, Any]:
    return {"label": said(card.label), "help_text": said(card.help)}


def _text(card: SettingCard, _labels: Mapping[str, str]) -> forms.Field:
    return forms.CharField(**_words(card), max_length=LONGEST_LINE, required=False)


def _area(card: SettingCard, _labels: Mapping[str, str]) -> forms.Field:
    widget = forms.Textarea(attrs={"rows": 14, "spellcheck": "false", "autocapitalize": "off"})
    return forms.CharField(**_words(card), max_length=40_000, required=False, widget=widget)


def _month(card: SettingCard, _labels: Mapping[str, str]) -> forms.Field:
    choices = [(str(number), name) for number, name in MONTHS.items()]
    return forms.ChoiceField(**_words(card), choices=choices, error_messages={"required": _("Välj en månad.")})


def _yes_no(card: SettingCard, _labels: Mapping[str, str]) -> forms.Field:
    return _radio(card, {YES: _("Ja"), NO: _("Nej")})


def _radio(card: SettingCard, labels: Mapping[str, Any]) -> forms.Field:
    choices = [(code, said(str(label))) for code, label in labels.items()]
    errors = {"required": _("Välj ett av alternativen.")}
    return forms.ChoiceField(**_words(card), choices=choices, widget=forms.RadioSelect, error_messages=errors)


def _boxes(card: SettingCard, labels: Mapping[str, str]) -> forms.Field:
    choices = [(code, said(label)) for code, label in labels.items()]
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(**_words(card), choices=choices, widget=widget, required=False)


def _lines_of(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _coded_of(text: str) -> dict[str, str]:
    """A line without a colon keeps all of it as its code, which the rule then refuses with the line named."""
    pairs = [line.partition(":") for line in _lines_of(text)]
    return {(code.strip() if colon else f"{code} "): name.strip() for code, colon, name in pairs}


FIELDS: dict[Shape, Callable[[SettingCard, Mapping[str, str]], forms.Field]] = {
    Shape.TEXT: _text,
    Shape.CONTACT: _text,
    Shape.MONTH: _month,
    Shape.YES_NO: _yes_no,
    Shape.LINES: _area,
    Shape.CODED: _area,
    Shape.ONE: _radio,
    Shape.SOME: _boxes,
}
READ: dict[Shape, Callable[[Any], Any]] = {
    Shape.TEXT: lambda said: " ".join(said.split()),
    Shape.CONTACT: lambda said: said.strip(),
    Shape.MONTH: int,
    Shape.YES_NO: lambda said: said == YES,
    Shape.LINES: _lines_of,
    Shape.CODED: _coded_of,
    Shape.ONE: _as_it_is,
    Shape.SOME: _as_it_is,
}
WRITE: dict[Shape, Callable[[Any], Any]] = {
    Shape.MONTH: str,
    Shape.YES_NO: lambda value: YES if value else NO,
    Shape.LINES: "\n".join,
    Shape.CODED: lambda value: "\n".join(f"{code}: {name}" for code, name in value.items()),
}
