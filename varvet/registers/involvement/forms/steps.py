"""The steps of an activity after it is written in, each a form."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.ui.form_fields import VersionedForm, choices_of
from varvet.registers.involvement import actions, rules
from varvet.registers.involvement.forms.fields import NO_PERSONS, day_field, words_field
from varvet.registers.involvement.forms.register import HeardFields, offer_themes


class WriteForm(HeardFields, VersionedForm):
    step_name = _("Skriv vad ni hörde")

    def __init__(self, *args: Any, themes: Iterable[tuple[str, str]], written: bool, **kwargs: Any) -> None:
        """`written` says that something has been written, beside which new words are added."""
        super().__init__(*args, **kwargs)
        offer_themes(self, themes)
        heard = self.fields["heard"]
        heard.required = not written
        heard.error_messages["required"] = _("Skriv vad ni hörde.")
        heard.help_text = _("Det viktigaste, också det som är svårt att höra. Skriv inga namn.")
        if written:
            heard.label, heard.help_text = _("Vill du lägga till något?"), _("Det som redan är skrivet står kvar.")


class HoldForm(HeardFields, VersionedForm):
    step_name = _("Genomförd")
    day = day_field(_("Vilken dag hölls den?"), _("Sista dagen, om det pågick flera dagar."))
    field_order = ("day", "took_part", "invited", "heard", "themes")

    def __init__(self, *args: Any, themes: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_themes(self, themes)


class DecideForm(VersionedForm):
    step_name = _("Vad det ledde till")
    result = forms.ChoiceField(
        label=_("Ändrar ni något?"),
        help_text=_("Också det ni har bestämt att ändra räknas."),
        choices=choices_of(rules.RESULT_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj om ni ändrar något.")},
    )
    result_line = forms.CharField(
        label=_("Vad ändras, eller varför ändras inget?"),
        help_text=_(NO_PERSONS),
        max_length=rules.LONGEST_RESULT,
        error_messages={
            "required": _("Skriv kort vad som ändras, eller varför inget ändras."),
            "max_length": _("Skriv högst 200 tecken."),
        },
    )
    words = words_field(_("Vill du berätta mer?"), _("Det läses bara av dem som handlägger."), rows=3)

    def outcome(self) -> actions.Outcome:
        given = self.cleaned_data
        return actions.Outcome(rules.Result(given["result"]), given["result_line"], given["words"])


class TellForm(VersionedForm):
    step_name = _("Återkoppla")
    how = forms.ChoiceField(
        label=_("Hur fick de veta det?"),
        help_text=_("Det sätt som nådde flest."),
        choices=choices_of(rules.TELLING_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj hur de fick veta det.")},
    )
    told_on = day_field(_("Vilken dag?"), _("Går det inte att nå dem skriver du dagens datum."))
    words = words_field(
        _("Vad fick de veta?"),
        _("Skriv vad ni sa till dem, eller varför det inte går att nå dem."),
        _("Skriv vad de fick veta, eller varför det inte går."),
        rows=3,
    )

    def told(self) -> actions.ToldBack:
        given = self.cleaned_data
        return actions.ToldBack(rules.Telling(given["how"]), given["told_on"], given["words"])


class ConcludeForm(VersionedForm):
    """Nothing to fill in: a button."""

    step_name = _("Avsluta")


class CancelForm(VersionedForm):
    step_name = _("Ställ in")
    reason = words_field(
        _("Varför ställs den in?"), _("Skälet finns kvar i registret."), _("Skriv varför den ställs in."), rows=3
    )


class ReopenForm(VersionedForm):
    step_name = _("Öppna igen")
    reason = words_field(
        _("Varför öppnas den igen?"), _("Skriv vad som ska ändras."), _("Skriv varför den öppnas igen."), rows=3
    )


class AssignForm(VersionedForm):
    step_name = _("Byt ansvarig")
    responsible = forms.ModelChoiceField(
        label=_("Vem ska ansvara?"),
        help_text=_("Den som påminns och skriver klart."),
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
