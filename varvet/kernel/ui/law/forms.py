"""From what is written on the page about the law to typed values."""

from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law import words
from varvet.kernel.law.shipped import HowChecked
from varvet.kernel.law.terms import Term, TermUnit
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import Correction
from varvet.kernel.records.once import new_key
from varvet.kernel.ui.law.actions import may_correct_everywhere

HERE = "here"
EVERYWHERE = "everywhere"
# Above this no term is a term; years beyond it leave the calendar.
LARGEST_VALUE = 1000
READ_WHERE = {
    HowChecked.STATUTE_TEXT: marked("Jag har läst författningstexten"),
    HowChecked.SECONDARY_SOURCE: marked("Jag har läst en annan källa"),
    HowChecked.NOT_STATED: marked("Jag har inte kontrollerat"),
}
DECIDED_WHERE = {
    HowChecked.DECIDED_LOCALLY: marked("Vi har beslutat det själva"),
    HowChecked.SECONDARY_SOURCE: marked("Jag har läst en annan källa"),
    HowChecked.NOT_STATED: marked("Jag har inte kontrollerat"),
}


class _DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_error_messages = {"invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05.")}


class DayForm(forms.Form):
    """Which day's law to show."""

    dag = _DayField(label=_("Vilken dag vill du se?"), help_text=_("Lagen visas så som den gällde då."), required=False)

    def day(self, today: date) -> date:
        """The day asked for; today where none, or none that can be read, was."""
        asked: date | None = self.cleaned_data.get("dag") if self.is_valid() else None
        return asked or today


class CorrectionForm(forms.Form):
    """A term's new value with source, reason and days; nothing old is overwritten."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    value = forms.IntegerField(
        label=_("Hur länge?"),
        help_text=_("Ett heltal, till exempel 14."),
        min_value=1,
        max_value=LARGEST_VALUE,
        error_messages={
            "required": _("Skriv hur lång tiden är."),
            "invalid": _("Skriv tiden som ett heltal."),
            "min_value": _("Tiden måste vara minst 1."),
            "max_value": _("Tiden får vara högst %(limit_value)s."),
        },
    )
    unit = forms.ChoiceField(
        label=_("Räknas i"),
        help_text=_("Arbetsdagar räknas utan helger."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj enhet.")},
    )
    source = forms.CharField(
        label=_("Källa"),
        help_text=_("Paragraf i lagen, eller beslut med datum."),
        max_length=300,
        error_messages={"required": _("Skriv vilken källan är.")},
    )
    status = forms.ChoiceField(
        label=_("Hur har du kontrollerat det?"),
        help_text=_("Visas bredvid värdet, så att andra vet vad de kan lita på."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj hur du har kontrollerat det.")},
    )
    valid_from = _DayField(
        label=_("Gäller från"), help_text=_("Lämna tomt om rättelsen gäller även all tid bakåt."), required=False
    )
    valid_to = _DayField(
        label=_("Gäller till och med"), help_text=_("Lämna tomt om inget slut är bestämt."), required=False
    )
    scope = forms.ChoiceField(
        label=_("Var gäller det?"),
        help_text=_("Det som gäller hos er går före det som gäller överallt."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj var det gäller.")},
    )
    reason = forms.CharField(
        label=_("Varför rättar du?"),
        help_text=_("Syns för alla som läser sidan. Skriv inga namn."),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv varför du rättar.")},
    )

    def __init__(self, data: Any, *, term: Term, reader: Reader) -> None:
        super().__init__(data, initial=_from(term))
        self.term = term
        self.reader = reader
        self._choose("unit", [(unit.value, gettext(words.MANY[unit])) for unit in _units_like(term.unit)])
        checked = DECIDED_WHERE if term.local else READ_WHERE
        self._choose("status", [(status.value, gettext(text)) for status, text in checked.items()])
        self._choose("scope", _scopes(reader))

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        cast("forms.ChoiceField", self.fields[name]).choices = choices

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        first, last = found.get("valid_from"), found.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", _("Sista dagen kan inte vara före den första."))
        return found

    def correction(self) -> Correction:
        """The typed correction of a valid form."""
        said = self.cleaned_data
        return Correction(
            key=self.term.key,
            value=said["value"],
            unit=TermUnit(said["unit"]),
            source=said["source"],
            status=HowChecked(said["status"]),
            reason=said["reason"],
            valid_from=said["valid_from"],
            valid_to=said["valid_to"],
        )

    def root(self) -> Unit | None:
        """Where the correction holds; None for the whole installation."""
        return None if self.cleaned_data["scope"] == EVERYWHERE else self.reader.root


def _from(term: Term) -> dict[str, object]:
    return {"key": new_key(), "value": term.value, "unit": term.unit.value, "source": term.source, "scope": HERE}


def _units_like(unit: TermUnit) -> list[TermUnit]:
    """Hours stay hours, for they need an instant; days, months and years may take each other's place."""
    return [other for other in TermUnit if (other is TermUnit.HOURS) == (unit is TermUnit.HOURS)]


def _scopes(reader: Reader) -> list[tuple[str, str]]:
    here = [(HERE, gettext("I {place}").format(place=reader.root.name) if reader.root else gettext("Här"))]
    return [*here, (EVERYWHERE, gettext("I hela installationen"))] if may_correct_everywhere(reader) else here
