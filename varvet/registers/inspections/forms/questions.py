"""Questions from outside: asked, given to somebody, answered, and looked at once more."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.registers.inspections import actions
from varvet.registers.inspections.forms.fields import words_field
from varvet.registers.inspections.forms.register import NOT_LISTED
from varvet.registers.inspections.models import Inspection, Question
from varvet.registers.inspections.queries.sent_list import read_questions_sent
from varvet.registers.inspections.rules import Asked, questions_from


class EarlierField(forms.ModelChoiceField):  # type: ignore[type-arg]  # django-stubs leaves its parameter open
    def label_from_instance(self, obj: Inspection) -> str:
        return f"{obj.reference} {obj.subject}"


class AskForm(VersionedForm):
    """Lines as pasted, a file, or all questions of an earlier inspection; one of them is needed."""

    step_name = _("Lägg in frågor")
    questions = words_field(
        _("Frågorna"),
        _("En fråga på varje rad. Klistra in från Word, Excel eller ett mejl. Numret först får följa med."),
        rows=12,
    )
    file = forms.FileField(
        label=_("Eller skicka frågorna som fil"),
        help_text=_("Excel eller CSV med kolumnen Fråga. Finns kolumnen Nummer följer den med."),
        required=False,
        error_messages={"empty": _("Filen är tom.")},
    )
    earlier = EarlierField(
        label=_("Samma frågor som förra gången?"),
        help_text=_("Frågorna kopieras. Svaren från förra gången visas bredvid."),
        queryset=Inspection.objects.none(),
        required=False,
        empty_label=_("Inga tidigare frågor"),
        error_messages={"invalid_choice": _("Välj i listan.")},
    )

    def __init__(self, *args: Any, earlier: Iterable[Inspection], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["earlier"]
        assert isinstance(field, EarlierField)
        field.queryset = Inspection.objects.filter(pk__in=[one.pk for one in earlier])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not given["questions"].strip() and not given["file"] and given["earlier"] is None:
            raise ValidationError(_("Skriv frågorna, skicka dem som fil eller välj dem från förra gången."))
        return given

    def asked(self) -> list[Asked]:
        """RuleBroken where the lines are no questions."""
        given = self.cleaned_data
        again = Question.objects.filter(inspection=given["earlier"]) if given["earlier"] else []
        copied = [Asked(question.text, question.code) for question in again]
        sent = read_questions_sent(given["file"]) if given["file"] else []
        return copied + sent + (questions_from(given["questions"]) if given["questions"].strip() else [])


class GiveForm(VersionedForm):
    step_name = _("Fördela frågor")
    numbers = forms.TypedMultipleChoiceField(
        label=_("Vilka frågor?"),
        help_text=_("Välj en eller flera."),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Välj minst en fråga."), "invalid_choice": _("Välj i listan.")},
    )
    person = forms.ModelChoiceField(
        label=_("Vem svarar?"),
        help_text=_("Personen får en uppgift i Att göra."),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Ingen särskild"),
        error_messages={"invalid_choice": _("Välj en person i listan.")},
    )
    unit = forms.ModelChoiceField(
        label=_("Eller vilken enhet?"),
        help_text=_("Då kan enhetens chef svara."),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_("Ingen särskild"),
        error_messages={"invalid_choice": NOT_LISTED},
    )

    def __init__(
        self,
        *args: Any,
        numbers: Iterable[tuple[int, str]],
        people: Iterable[User],
        units: Iterable[Unit],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen, person, unit = self.fields["numbers"], self.fields["person"], self.fields["unit"]
        assert isinstance(chosen, forms.TypedMultipleChoiceField)
        assert isinstance(person, forms.ModelChoiceField)
        assert isinstance(unit, forms.ModelChoiceField)
        chosen.choices = list(numbers)
        person.queryset = User.objects.filter(pk__in=[one.pk for one in people]).order_by("name")
        unit.queryset = Unit.objects.filter(pk__in=[one.pk for one in units]).order_by("sort_key")

    def given_to(self) -> actions.GivenTo:
        return actions.GivenTo(self.cleaned_data["person"], self.cleaned_data["unit"])


class QuestionForm(VersionedForm):
    """`version` is the question's own."""

    step_name = _("Svara")
    words = words_field(_("Svaret"), _("Skriv inga namn på enskilda."), _("Skriv svaret."), rows=8)


class ReviewForm(VersionedForm):
    """Nothing to fill in: a button."""

    step_name = _("Klar")
