"""Triage of many reports in one form: a kind and a type for each, or nothing for those left for later."""

from collections.abc import Mapping, Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from varvet.kernel.organisation.models import Category, CategoryList
from varvet.registers.deviations import actions
from varvet.registers.deviations.forms.weighing import also_names, not_lex_sarah_field
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import NATURE_LABELS, Also, Nature


class SortForm(forms.Form):
    """One report. Either both a kind and a type are chosen, or neither."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    nature = forms.ChoiceField(required=False, widget=forms.Select(attrs={"class": "in"}))
    category = forms.ModelChoiceField(
        queryset=Category.objects.none(), required=False, widget=forms.Select(attrs={"class": "in"})
    )

    also = forms.MultipleChoiceField(
        label=_("Är det också något annat?"),
        help_text=_("Kryssa i allt som stämmer."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, data: QueryDict | None, deviation: Deviation, categories: list[Category], signs: Sequence[str] = ()
    ) -> None:
        super().__init__(data, prefix=deviation.reference, initial={"version": deviation.version})
        self.deviation, self.signs = deviation, signs
        also = self.fields["also"]
        assert isinstance(also, forms.ChoiceField)
        also.choices = also_names()
        if signs:
            self.fields["not_lex_sarah"] = not_lex_sarah_field()
        nature, category = self.fields["nature"], self.fields["category"]
        assert isinstance(nature, forms.ChoiceField)
        assert isinstance(category, forms.ModelChoiceField)
        nature.choices = [("", _("Senare")), *((code, _(label)) for code, label in NATURE_LABELS.items())]
        category.empty_label = _("Välj typ")
        category.queryset = Category.objects.filter(pk__in=[c.pk for c in categories])

    def clean(self) -> dict[str, object]:
        given = self.cleaned_data
        if bool(given.get("nature")) != bool(given.get("category")):
            raise forms.ValidationError(_("Välj både slag och typ, eller lämna båda till senare."))
        if given.get("also") and not given.get("nature"):
            raise forms.ValidationError(_("Välj slag och typ när du har kryssat i något mer."))
        return given

    @property
    def chosen(self) -> bool:
        return bool(self.cleaned_data.get("nature"))

    def row(self, versions: CategoryList) -> actions.Sorted:
        given = self.cleaned_data
        assessment = actions.Assessment(
            nature=Nature(given["nature"]),
            category_list=versions,
            categories=(given["category"],),
            also=frozenset(Also(code) for code in given["also"]),
            not_lex_sarah=given.get("not_lex_sarah", ""),
        )
        return actions.Sorted(self.deviation, given["version"], assessment)


def sort_forms(
    data: QueryDict | None,
    deviations: Sequence[Deviation],
    versions: CategoryList | None,
    signs: Mapping[int, Sequence[str]],
) -> list[SortForm]:
    """A form for each that is shown; of those sent, the ones that were on the page. `signs` by the deviation's id."""
    categories = list(Category.objects.filter(list=versions))
    shown = [d for d in deviations if data is None or f"{d.reference}-version" in data]
    return [SortForm(data, deviation, categories, signs.get(deviation.pk, ())) for deviation in shown]
