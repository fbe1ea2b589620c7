"""A list that is sent, how many are drawn from it, why one is replaced, and what a result leads to."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from varvet.extracts.pseudonyms import holds_personal_number
from varvet.kernel.files.stored import MEGABYTE, MOST_BYTES, Upload
from varvet.kernel.law.words import marked
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, explained
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.forms.round import NUMBER_ERRORS, day_field
from varvet.registers.self_checks.rules import LONGEST_REASON, drawing

HEADINGS = ("name", "sex", "unit", "group")
SEXES = {"adults": ("women", "men"), "children": ("girls", "boys")}
PEOPLE = {"adults": marked("Vuxna: kvinnor och män"), "children": marked("Barn: flickor och pojkar")}
NO_FILE = _("Välj listan som en CSV- eller XLSX-fil.")
TOO_LARGE = _("Filen är för stor. Den får vara högst {most} MB.")


def heading_field(label: Any) -> forms.CharField:
    help_text = _("Som det står överst i listan. Lämna tomt om rubriken är den vanliga.")
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=60)


class ListForm(VersionedForm):
    """A file, what its rows are, and where the system's own headings are not understood, what they are called."""

    file = forms.Field(
        label=_("Listan, som CSV eller XLSX"),
        help_text=_("Personnummer och ärendenummer blir koder när listan läses. Filen sparas inte."),
        required=False,  # what was sent is looked at by `clean`, since a form that was cut off has none whole
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.txt", "aria-required": "true"}),
    )
    kind = forms.ChoiceField(
        label=_("Vad listan innehåller"),
        help_text=_("Det avgör vilken kolumn som blir koden."),
        choices=choices_of(drawing.FRAME_LABELS),
        widget=forms.RadioSelect,
    )
    source = forms.CharField(
        label=_("System som listan kommer från"),
        help_text=_("Kolumnvalet sparas under namnet. Lämna tomt om inget ska sparas."),
        required=False,
        max_length=60,
    )
    name_heading = heading_field(_("Rubrik för ärende, medarbetare eller utbetalning"))
    sex_heading = heading_field(_("Rubrik för kön"))
    unit_heading = heading_field(_("Rubrik för enhet"))
    group_heading = heading_field(_("Rubrik för grupp"))

    def __init__(self, *args: Any, uploads: Sequence[Upload] = (), sources: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.upload = uploads[0] if uploads else None
        if sources:
            names = gettext("Sparade: {names}.").format(names=", ".join(sources))
            self.fields["source"].help_text = f"{self.fields['source'].help_text} {names}"

    def heading_fields(self) -> list[forms.BoundField]:
        return [self[f"{name}_heading"] for name in HEADINGS]

    def main_fields(self) -> list[forms.BoundField]:
        apart = {bound.name for bound in self.heading_fields()}
        return [bound for bound in self.visible_fields() if bound.name not in apart]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self.upload is None or not self.upload.size:
            self.add_error("file", NO_FILE)
        elif self.upload.size > MOST_BYTES or not self.upload.content:
            self.add_error("file", gettext(str(TOO_LARGE)).format(most=MOST_BYTES // MEGABYTE))
        for name in (*(f"{name}_heading" for name in HEADINGS), "source"):
            if holds_personal_number(given.get(name, "")):
                self.add_error(name, _("Skriv inga personnummer här."))
        return given

    def sent(self) -> actions.Sent:
        given, kind = self.cleaned_data, drawing.FrameKind(self.cleaned_data["kind"])
        assert self.upload is not None
        fields = dict(zip(HEADINGS, (actions.NAMES[kind][0], "sex", "unit", "group"), strict=True))
        headings = {fields[name]: given[f"{name}_heading"] for name in HEADINGS if given[f"{name}_heading"]}
        return actions.Sent(
            self.upload.content, kind, headings, given["source"], tuple(given.get("traits", ())), self._sexes()
        )

    def _sexes(self) -> tuple[str, str]:
        return SEXES[self.cleaned_data.get("people") or "adults"]


class FrameForm(ListForm):
    people = forms.ChoiceField(
        label=_("Vilka det gäller"),
        help_text=_("Då vet programmet vad könet i listan ska kallas."),
        choices=choices_of(PEOPLE),
        widget=forms.RadioSelect,
        initial="adults",
    )
    traits = explained(
        forms.MultipleChoiceField(
            label=_("Dela upp efter"),
            help_text=_("Minst fem dras ur varje del. Det som listan inte säger blir delen okänt."),
            choices=choices_of(drawing.TRAIT_LABELS),
            widget=forms.CheckboxSelectMultiple,
            required=False,
        ),
        why=_("Då kommer även små delar med, och resultatet kan läsas för varje del."),
    )


class DrawForm(VersionedForm):
    wanted = forms.IntegerField(
        label=_("Hur många ska dras?"),
        help_text=_("Räkna med dem som redan är dragna."),
        min_value=1,
        max_value=drawing.MOST_DRAWN,
        error_messages={**NUMBER_ERRORS, "required": _("Skriv hur många som ska dras.")},
    )


class ReplaceForm(VersionedForm):
    reason = forms.ChoiceField(
        label=_("Varför byts det ut?"),
        help_text=_("Skälet står kvar vid urvalet. Nästa i samma del tar platsen."),
        choices=choices_of(drawing.WHY_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj varför.")},
    )


class NoActionForm(VersionedForm):
    reason = forms.CharField(
        label=_("Ingen åtgärd behövs, för att"),
        help_text=_("Raden kan visas i kvalitetsberättelsen. Skriv aldrig om en person."),
        max_length=LONGEST_REASON,
        error_messages={
            "required": _("Skriv varför ingen åtgärd behövs."),
            "max_length": _("Skriv högst 300 tecken om varför."),
        },
    )


class RaisedForm(VersionedForm):
    day = day_field(marked("Dag för arbetsplatsträffen"), _("Den dag då ni gick igenom resultatet."))


class AnalysisForm(VersionedForm):
    analysis = forms.CharField(
        label=_("Vad betyder resultatet?"),
        help_text=_("Vad beror det på, och hur ser det ut mot förra gången? Skriv inga namn."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=20_000,
        error_messages={"required": _("Skriv vad resultatet betyder.")},
    )


class PlannerForm(forms.Form):
    """Read from the address; what it cannot mean is left out."""

    population = forms.IntegerField(min_value=1, max_value=10_000_000, required=False)
    sample = forms.IntegerField(min_value=1, max_value=10_000_000, required=False)
    share = forms.IntegerField(min_value=0, max_value=100, required=False)
