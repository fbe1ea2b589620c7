"""What is searched for, where and when."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.search.matching import terms_of
from varvet.kernel.search.texts import Question, searchable

A_YEAR = timedelta(days=365)
WRITTEN = "%Y-%m-%d"
FIRST, LAST = date(2000, 1, 1), date(2100, 12, 31)


def _day_field(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput(attrs={"type": "date", "class": "in"}, format=WRITTEN),
        input_formats=[WRITTEN],
        error_messages={"invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05.")},
    )


def _with_days(posted: QueryDict, start: dict[str, date]) -> QueryDict:
    """As it was sent, with the last year where no days were asked about."""
    filled = posted.copy()
    for name, day in start.items():
        filled.setdefault(name, day.isoformat())
    return filled


class SearchForm(forms.Form):
    """Words or a number. Without days the last year is searched; the box on every page sends the words alone."""

    q = forms.CharField(
        label=_("Sök efter"),
        help_text=_("Ett ärendenummer, eller ord ur det som skrivits. Alla ord ska finnas i ärendet."),
        max_length=200,
        error_messages={"required": _("Skriv ett ärendenummer eller ett ord.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}),
    )
    kind = forms.ChoiceField(label=_("Register"), required=False, widget=forms.Select(attrs={"class": "in"}))
    unit = forms.ModelChoiceField(
        label=_("Enhet"),
        required=False,
        queryset=Unit.objects.none(),
        empty_label=_("Alla dina enheter"),
        widget=forms.Select(attrs={"class": "in"}),
    )
    first_day = _day_field(_("Inkom från"))
    last_day = _day_field(_("Inkom till"))

    def __init__(self, posted: QueryDict | None, *, reader: Reader) -> None:
        start = {"first_day": reader.today - A_YEAR, "last_day": reader.today}
        super().__init__(_with_days(posted, start) if posted else None, initial=start)
        self.reader = reader
        self.registers = searchable(reader)
        kind, unit = self.fields["kind"], self.fields["unit"]
        assert isinstance(kind, forms.ChoiceField)
        assert isinstance(unit, forms.ModelChoiceField)
        kind.choices = [("", _("Alla register")), *((one.kind, _(one.label)) for one in self.registers)]
        readable = [one.readable for one in self.registers if one.readable]
        seen = {pk for one in readable for code in (one.permission, *one.also) for pk in reader.units(code)}
        unit.queryset = Unit.objects.filter(pk__in=seen).order_by("sort_key")

    def clean_q(self) -> str:
        words: str = self.cleaned_data["q"].strip()
        if not terms_of(words):
            raise forms.ValidationError(_("Skriv minst ett helt ord."), code="no_word")
        return words

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("first_day") or FIRST, given.get("last_day") or LAST
        if not FIRST <= first <= LAST or not FIRST <= last <= LAST:
            self.add_error("first_day", _("Skriv år mellan 2000 och 2100."))
        elif first > last:
            self.add_error("first_day", _("Första dagen ligger efter den sista."))
        return given

    def question(self) -> Question:
        given = self.cleaned_data
        last = given["last_day"] or self.reader.today
        unit = given["unit"]
        return Question(
            words=given["q"],
            first_day=given["first_day"] or last - A_YEAR,
            last_day=last,
            kind=given["kind"],
            unit=unit.pk if unit else None,
        )
