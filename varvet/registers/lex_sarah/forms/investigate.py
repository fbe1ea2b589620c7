"""The investigation, a form for each section, cause and event."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Category
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import VersionedForm, text_area
from varvet.registers.lex_sarah import actions
from varvet.registers.lex_sarah.forms.handle import offer
from varvet.registers.lex_sarah.forms.texts import TOO_LONG, day_field
from varvet.registers.lex_sarah.models import Part

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

# What each section asks for: its question, and what helps to answer it.
ASKED: dict[str, tuple["StrPromise", "StrPromise"]] = {
    "event": (
        _("Vad hände?"),
        _("Beskriv händelsen steg för steg, som utredningen visar att det gick till. Skriv inga namn."),
    ),
    "noticed": (
        _("När och hur uppmärksammades det?"),
        _("Skriv vem som upptäckte det, i vilken roll, och hur."),
    ),
    "when": (
        _("När hände det?"),
        _("Skriv dag och tid, eller under vilken tid det pågick."),
    ),
    "consequences": (
        _("Vad ledde det till för den enskilda?"),
        _("Skriv vad som hände, och vad som hade kunnat hända."),
    ),
    "causes": (
        _("Varför hände det?"),
        _("Sammanfatta analysen. Skriv om arbetssätt och förutsättningar, inte om vem som gjorde fel."),
    ),
    "again": (
        _("Har det hänt förut, eller kan det hända igen?"),
        _("Skriv om liknande händelser, och hur troligt det är att det händer igen."),
    ),
    "measures": (
        _("Vad är gjort, och vad ska göras?"),
        _("Skriv åtgärder som är gjorda och planerade, när, och vem som ansvarar i sin roll."),
    ),
    "view": (
        _("Vad säger den berörda själv?"),
        _("Skriv den berördas egen uppfattning, i dennes ord så långt det går."),
    ),
}
SECTION_NAMES: dict[str, "StrPromise"] = {
    "event": _("Händelsen"),
    "noticed": _("Så uppmärksammades det"),
    "when": _("När det hände"),
    "consequences": _("Konsekvenser"),
    "causes": _("Orsaker"),
    "again": _("Förut eller igen"),
    "measures": _("Åtgärder"),
    "view": _("Den berördas uppfattning"),
}


class SectionForm(VersionedForm):
    """One section, whichever: `place` says which it is."""

    text = forms.CharField(
        label=_("Avsnittet"),
        help_text=_("Skriv så att den som inte var med förstår."),
        widget=text_area(9),
        max_length=LONGEST,
        error_messages={"required": _("Skriv något i avsnittet."), "max_length": TOO_LONG},
    )
    base = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)  # which text it was written over
    day = day_field(_("Dagen det hände"), _("Lämna tomt om dagen inte är känd. Lagrummet följer av dagen."))
    not_asked = forms.BooleanField(
        label=_("Den berörda har inte tillfrågats"),
        help_text=_("Skriv då varför i rutan ovanför."),
        required=False,
    )

    def __init__(self, *args: Any, place: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place, self.step_name = place, SECTION_NAMES[place]
        text = self.fields["text"]
        text.label, text.help_text = ASKED[place]
        if place != Part.WHEN:
            del self.fields["day"]
        if place != Part.VIEW:
            del self.fields["not_asked"]

    def section(self) -> actions.Section:
        given = self.cleaned_data
        part = Part.NOT_ASKED if given.get("not_asked") else Part(self.place)
        return actions.Section(part, given["text"], given.get("day"))


class CompleteForm(VersionedForm):
    step_name = _("Slutför")


class CauseForm(VersionedForm):
    step_name = _("Lägg till orsak")
    category = forms.ChoiceField(
        label=_("Vad är det för slags orsak?"),
        help_text=_("Välj det slag som ligger närmast."),
        error_messages={"required": _("Välj en orsak i listan.")},
    )
    words = forms.CharField(
        label=_("Därför hände det"),
        help_text=_("Skriv om arbetssätt och förutsättningar, inte om vem som gjorde fel."),
        widget=text_area(3),
        max_length=LONGEST,
        error_messages={"required": _("Skriv varför det hände."), "max_length": TOO_LONG},
    )

    def __init__(self, *args: Any, kinds: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "category", [("", now_("Välj")), *kinds])


class ExcuseForm(VersionedForm):
    step_name = _("Ingen åtgärd behövs")
    reason = forms.CharField(
        label=_("Varför behövs ingen åtgärd?"),
        help_text=_("Skälet visas där åtgärden annars står."),
        widget=text_area(3),
        max_length=4_000,
        error_messages={"required": _("Skriv varför ingen åtgärd behövs."), "max_length": TOO_LONG},
    )


class RemoveForm(VersionedForm):
    step_name = _("Ta bort")


class EventForm(VersionedForm):
    step_name = _("Händelse")
    category = forms.ModelChoiceField(
        label=_("Vad handlar den om?"),
        help_text=_("Välj det som ligger närmast."),
        queryset=Category.objects.none(),
        empty_label=_("Välj typ"),
        error_messages={"required": _("Välj en typ."), "invalid_choice": _("Välj en typ i listan.")},
    )
    day = day_field(_("Vilken dag?"), _("Lämna tomt om du inte vet."))
    words = forms.CharField(
        label=_("Vad hände?"),
        help_text=_("Beskriv kort vad händelsen är. Skriv inga namn."),
        widget=text_area(4),
        max_length=LONGEST,
        error_messages={"required": _("Skriv vad som hände."), "max_length": TOO_LONG},
    )

    def __init__(self, *args: Any, types: list[Category], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        category = self.fields["category"]
        assert isinstance(category, forms.ModelChoiceField)
        category.queryset = Category.objects.filter(pk__in=[one.pk for one in types])

    def happening(self) -> actions.Happening:
        given = self.cleaned_data
        return actions.Happening(given["category"], given["day"], given["words"])
