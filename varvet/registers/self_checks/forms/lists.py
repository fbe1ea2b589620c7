"""Sending a list: the file, where it comes from, and which of its columns holds what."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from varvet.extracts.checks.shapes import Basis, Check
from varvet.extracts.fields import label_of
from varvet.extracts.mappings import ColumnMap
from varvet.kernel.files.stored import Upload
from varvet.kernel.law.words import marked
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, text_area
from varvet.kernel.ui.sentences import said
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.forms.round import day_field
from varvet.registers.self_checks.rules.list_check import BASIS_LABELS

ACCEPT = ".csv,.txt,.xlsx"
LONGEST = 200  # of a heading
COLUMN = "column_"  # what the names of the fields for headings begin with
NO_FILE = _("Välj en fil.")


class OneFile(forms.FileInput):
    def __init__(self, *, required: bool = True) -> None:
        super().__init__(attrs={"accept": ACCEPT, "aria-required": "true"} if required else {"accept": ACCEPT})


def source_field() -> forms.CharField:
    return forms.CharField(
        label=_("Vilket system kommer listan från?"),
        help_text=_("Till exempel Treserva. Kolumnerna sparas för systemet till nästa gång."),
        max_length=60,
        error_messages={"required": _("Skriv vilket system listan kommer från.")},
    )


class CaseListForm(VersionedForm):
    """The columns are asked for by name, so that a list with other headings can be read as well."""

    file = forms.Field(
        label=_("Listan"),
        help_text=_("CSV eller XLSX, högst 15 MB. Personnummer blir koder innan något sparas."),
        required=False,
        widget=OneFile(),
    )
    source = source_field()
    as_of = day_field(marked("När togs listan ut?"), _("Det som var öppet den dagen räknas som öppet."))

    def __init__(
        self, *args: Any, check: Check, columns: ColumnMap | None, uploads: Sequence[Upload] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.check, self.uploads = check, uploads
        for name in check.uses:
            self.fields[COLUMN + name] = forms.CharField(
                label=said(label_of(name)),
                initial=(columns.heading_of(name) if columns else "") or "",
                required=False,
                max_length=LONGEST,
                widget=forms.TextInput(attrs={"list": "headings"}),
            )

    def main_fields(self) -> list[forms.BoundField]:
        return [bound for bound in self.visible_fields() if not bound.name.startswith(COLUMN)]

    def column_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith(COLUMN)]

    def clean(self) -> dict[str, Any]:
        if not self.uploads:
            self.add_error("file", NO_FILE)
        return self.cleaned_data

    def sent(self) -> actions.ListSent:
        given = self.cleaned_data
        return actions.ListSent(
            check=self.check.name,
            source=given["source"].strip(),
            columns=columns_of(given["source"].strip(), given),
            as_of=given["as_of"],
            upload=self.uploads[0],
        )


def columns_of(source: str, given: Mapping[str, Any]) -> ColumnMap:
    """What the person wrote; the other columns are found by their headings."""
    columns = ColumnMap(source)
    for name, heading in given.items():
        if name.startswith(COLUMN) and str(heading).strip():
            columns = columns.with_column(name.removeprefix(COLUMN), str(heading).strip())
    return columns


class UseListForm(VersionedForm):
    basis = forms.ChoiceField(
        label=_("Vilka ärenden gäller resultatet?"),
        help_text=_("Bara avslutade ärenden döljer dem som dröjer."),
        choices=choices_of(BASIS_LABELS),
        widget=forms.RadioSelect,
        initial=Basis.OPENED.value,
        error_messages={"required": _("Välj vilka ärenden resultatet gäller.")},
    )
    analysis = forms.CharField(
        label=_("Analys"),
        help_text=_("Vad resultatet säger och vad det kan bero på. Skriv aldrig om en person."),
        required=False,
        widget=text_area(6),
        max_length=20_000,
    )

    def __init__(self, *args: Any, has_deadline: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_deadline:
            self.fields["basis"].widget = forms.HiddenInput()

    def result(self) -> actions.ListResult:
        return actions.ListResult(Basis(self.cleaned_data["basis"]), self.cleaned_data["analysis"])


class DelegationForm(forms.Form):
    file = forms.Field(
        label=_("Delegationsordningen"),
        help_text=_("CSV eller XLSX med kolumnerna Beslutstyp och Beslutsfattarens roll. En rad för varje roll."),
        required=False,
        widget=OneFile(),
    )
    first_day = day_field(marked("Gäller från och med"), _("Beslut från den dagen jämförs med den här versionen."))

    def __init__(self, *args: Any, uploads: Sequence[Upload] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.uploads = uploads

    def clean(self) -> dict[str, Any]:
        if not self.uploads:
            self.add_error("file", gettext("Välj en fil."))
        return self.cleaned_data
