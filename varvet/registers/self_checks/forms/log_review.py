"""Sending a log with its lists, saying one's own code, judging a finding, and closing."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.extracts.fields import label_of
from varvet.extracts.mappings import ColumnMap
from varvet.kernel.access.models import User
from varvet.kernel.files.stored import Upload
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, text_area
from varvet.kernel.ui.sentences import said
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.forms.lists import LONGEST, OneFile, source_field
from varvet.registers.self_checks.rules.log_review import (
    ASK_LABELS,
    FIELDS,
    LIST_LABELS,
    LONGEST_ANSWER,
    MOST_DRAWN,
    NEEDED,
    OUTCOME_LABELS,
    REQUIRED,
    LogList,
    ToAsk,
)

FILE, COLUMN = "file_", "column_"
HELP = _("Behövs: {needs}. CSV eller XLSX, högst 15 MB.")
Uploads = Mapping[LogList, Upload]


class LogForm(VersionedForm):
    """A file for each list, and for those with other headings which column is which."""

    source = source_field()
    drawn = forms.IntegerField(
        label=_("Hur många ur personalen ska lottas ut?"),
        help_text=_("De granskas även om inget har hittats. Lottningen kan göras om med samma svar."),
        min_value=0,
        max_value=MOST_DRAWN,
        initial=3,
        error_messages={
            "required": _("Skriv ett antal. Skriv 0 om ingen ska lottas ut."),
            "invalid": _("Skriv ett helt tal."),
            "max_value": _("Lotta ut högst 200."),
            "min_value": _("Skriv ett tal som inte är negativt."),
        },
    )
    reviewers = forms.ModelMultipleChoiceField(
        label=_("Vilka granskar?"),
        help_text=_("Fynden delas mellan dem. Ingen får sin egen användning."),
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Välj minst en som granskar.")},
    )

    def __init__(
        self,
        *args: Any,
        people: Sequence[User],
        columns: Mapping[LogList, ColumnMap],
        uploads: Uploads,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.uploads = uploads
        reviewers = self.fields["reviewers"]
        assert isinstance(reviewers, forms.ModelMultipleChoiceField)
        reviewers.queryset = User.objects.filter(pk__in=[person.pk for person in people]).order_by("name")
        for kind in LogList:
            self._add_file(kind)
            for name in FIELDS[kind]:
                self._add_column(kind, name, columns.get(kind))

    def _add_file(self, kind: LogList) -> None:
        needs = ", ".join(said(label_of(name)).lower() for name in NEEDED[kind])
        self.fields[FILE + kind] = forms.Field(
            label=said(LIST_LABELS[kind]),
            help_text=str(HELP).format(needs=needs),
            required=False,
            widget=OneFile(required=kind in REQUIRED),
        )

    def _add_column(self, kind: LogList, name: str, columns: ColumnMap | None) -> None:
        self.fields[f"{COLUMN}{kind}.{name}"] = forms.CharField(
            label=said(label_of(name)),
            initial=(columns.heading_of(name) if columns else "") or "",
            required=False,
            max_length=LONGEST,
            widget=forms.TextInput(attrs={"list": "headings"}),
        )

    def file_fields(self) -> list[forms.BoundField]:
        return [self[FILE + kind] for kind in LogList]

    def main_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("source", "drawn", "reviewers")]

    def column_groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [
            (said(LIST_LABELS[kind]), [self[f"{COLUMN}{kind}.{name}"] for name in FIELDS[kind]]) for kind in LogList
        ]

    def sent(self) -> actions.LogSent:
        given = self.cleaned_data
        source = given["source"].strip()
        return actions.LogSent(
            source=source,
            uploads=self.uploads,
            columns={kind: self._columns(kind, source) for kind in self.uploads},
            reviewers=list(given["reviewers"]),
            drawn=given["drawn"],
        )

    def _columns(self, kind: LogList, source: str) -> ColumnMap:
        columns = ColumnMap(source)
        for name in FIELDS[kind]:
            heading = str(self.cleaned_data.get(f"{COLUMN}{kind}.{name}") or "").strip()
            columns = columns.with_column(name, heading) if heading else columns
        return columns


class OwnCodeForm(forms.Form):
    code = forms.CharField(
        label=_("Din användarkod"),
        help_text=_("Så som den står i loggen. Lämna tomt om du inte har något konto i systemet."),
        required=False,
        max_length=60,
    )


class JudgeForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Vad kom du fram till?"),
        help_text=_("Motiverad: det fanns ett skäl i arbetet. Misstag: öppnat av misstag och stängt."),
        choices=choices_of(OUTCOME_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad granskningen kom fram till.")},
    )
    answer = forms.CharField(
        label=_("Skälet som personen gav"),
        help_text=_("Kort och sakligt. Skriv inget om den enskilde."),
        widget=text_area(4),
        max_length=LONGEST_ANSWER,
        error_messages={"required": _("Skriv vilket skäl personen gav.")},
    )
    to_ask = forms.MultipleChoiceField(
        label=_("När det ska utredas"),
        help_text=_("Den som tar emot svarar i sin egen kö."),
        choices=choices_of(ASK_LABELS),
        required=False,
        initial=[ToAsk.PRIVACY_INCIDENT.value],
        widget=forms.CheckboxSelectMultiple,
    )

    def conclusion(self) -> actions.Conclusion:
        given = self.cleaned_data
        return actions.Conclusion(given["answer"], given["outcome"], tuple(ToAsk(kind) for kind in given["to_ask"]))


class WhoseForm(forms.Form):
    person = forms.ModelChoiceField(
        label=_("Vems är koden?"),
        help_text=_("Visas bara här, och hindrar personen från att granska sig själv."),
        queryset=User.objects.none(),
        empty_label=_("Välj"),
        error_messages={"required": _("Välj vem koden tillhör."), "invalid_choice": _("Välj någon i listan.")},
    )

    def __init__(self, *args: Any, people: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person = self.fields["person"]
        assert isinstance(person, forms.ModelChoiceField)
        person.queryset = User.objects.filter(pk__in=[one.pk for one in people]).order_by("name")


class CloseLogForm(VersionedForm):
    analysis = forms.CharField(
        label=_("Analys"),
        help_text=_("Vad granskningen visar och vad den kan bero på. Skriv aldrig om en person."),
        required=False,
        widget=text_area(6),
        max_length=20_000,
    )
