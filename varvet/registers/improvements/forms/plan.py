"""Changing an improvement, planning its effect, its steps, and spreading it, as forms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.form_fields import VersionedForm, choices_of
from varvet.registers.improvements import actions
from varvet.registers.improvements.forms.fields import ContentForm, EffectPlanForm
from varvet.registers.improvements.models import Step
from varvet.registers.improvements.rules import HOW_LABELS, LONGEST_STEP, MOST_STEPS
from varvet.registers.improvements.rules import Step as StepContent

EMPTY_ROWS = 3


class EditForm(ContentForm, VersionedForm):
    def __init__(self, *args: Any, reader: Reader, owners: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(reader, owners)

    def content(self) -> actions.Content:
        given = self.cleaned_data
        return actions.Content(given["what"], self.chosen_areas(), given["cause"], given["due_on"], given["owner"])


class PlanForm(EffectPlanForm, VersionedForm):
    def __init__(self, *args: Any, judges: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_effect(judges)
        how = self.fields["how"]
        assert isinstance(how, forms.ChoiceField)
        how.required, how.choices = True, choices_of(HOW_LABELS)
        how.error_messages["required"] = _("Välj hur ni ska se effekten.")


@dataclass(frozen=True)
class StepRow:
    """A step's fields, beside one another."""

    number: int
    place: forms.BoundField
    what: forms.BoundField
    who: forms.BoundField
    due: forms.BoundField
    done: forms.BoundField

    @property
    def fields(self) -> tuple[forms.BoundField, ...]:
        return (self.place, self.what, self.who, self.due, self.done)


class StepsForm(VersionedForm):
    """A row for each step there is, and some empty ones. A row without words is no step."""

    def __init__(self, *args: Any, steps: Sequence[Step], people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.numbers = range(1, min(len(steps) + EMPTY_ROWS, MOST_STEPS) + 1)
        self.done_before = {step.number: step.done_on for step in steps}
        ids = [person.pk for person in people]
        everybody = User.objects.filter(pk__in=ids).order_by("name")
        for number in self.numbers:
            self._add_row(number, everybody)
        for step in steps:
            self.initial.update(_initial(step))

    def _add_row(self, number: int, people: Any) -> None:
        day = forms.DateInput(attrs={"type": "date", "class": "in"}, format="%Y-%m-%d")
        place = forms.NumberInput(attrs={"class": "in", "min": 1, "max": 2 * MOST_STEPS})
        text, select = forms.TextInput(attrs={"class": "in"}), forms.Select(attrs={"class": "in"})
        self.fields[f"place_{number}"] = forms.IntegerField(
            label=_("Plats"), required=False, min_value=1, max_value=2 * MOST_STEPS, widget=place, initial=number
        )
        self.fields[f"what_{number}"] = forms.CharField(
            label=_("Vad"), required=False, max_length=LONGEST_STEP, widget=text
        )
        self.fields[f"who_{number}"] = forms.ModelChoiceField(
            people, label=_("Vem"), required=False, empty_label=_("Inte valt"), widget=select
        )
        self.fields[f"due_{number}"] = forms.DateField(label=_("Klart senast"), required=False, widget=day)
        self.fields[f"done_{number}"] = forms.BooleanField(label=_("Klart"), required=False)

    def rows(self) -> list[StepRow]:
        names = ("place", "what", "who", "due", "done")
        return [StepRow(n, *(self[f"{name}_{n}"] for name in names)) for n in self.numbers]

    def steps(self, today: date) -> list[StepContent]:
        """In the order of their places. A step that was done before keeps its day; one ticked now is done today."""
        told = [number for number in self.numbers if self.cleaned_data[f"what_{number}"].strip()]
        return [self._step(number, today) for number in sorted(told, key=self._place)]

    def _place(self, number: int) -> tuple[int, int, int]:
        """A row that was moved goes before the one whose place it takes, or after when it moved down."""
        place = self.cleaned_data[f"place_{number}"] or number
        return place, (place > number) - (place < number), number

    def _step(self, number: int, today: date) -> StepContent:
        given = self.cleaned_data
        who, done = given[f"who_{number}"], given[f"done_{number}"]
        done_on = (self.done_before.get(number) or today) if done else None
        return StepContent(given[f"what_{number}"], who.pk if who else None, given[f"due_{number}"], done_on)


def _initial(step: Step) -> dict[str, object]:
    n = step.number
    return {f"what_{n}": step.what, f"who_{n}": step.who_id, f"due_{n}": step.due_on, f"done_{n}": bool(step.done_on)}


class SpreadForm(VersionedForm):
    units = forms.ModelMultipleChoiceField(
        label=_("Vilka enheter ska också göra den?"),
        help_text=_("Varje enhet får en egen åtgärd att genomföra och bedöma."),
        queryset=Unit.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Välj minst en enhet.")},
    )

    def __init__(self, *args: Any, units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["units"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units]).order_by("sort_key")
