"""What the form tags show: label, hint, error and control, tied together for those who listen."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm, BoundField, Field
from django.forms.boundfield import BoundWidget
from django.forms.widgets import CheckboxInput, CheckboxSelectMultiple, RadioSelect, Select, Textarea, Widget
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui import words
from varvet.kernel.ui.keyed import key_of
from varvet.kernel.ui.matrix import grid

WORRY_BARS = 4
DJANGO_ROWS = "10"  # what Django writes when the form has not chosen
ROWS = "5"
DJANGO_REQUIRED = Field.default_error_messages["required"]


def fresh(request: PersonRequest, units: Iterable[Unit]) -> dict[str, object]:
    """What a new form starts with: the one-time key of its address, and the person's unit where they may choose it."""
    main = request.reader.main_assignment
    own = main.unit_id if main else None
    start: dict[str, object] = {"key": key_of(request)}
    return start | {"unit": own} if own in {unit.pk for unit in units} else start


@dataclass(frozen=True)
class Wrong:
    """A thing to correct: the words, and the id of the control (empty when it is the whole form)."""

    message: str
    target: str


@dataclass(frozen=True)
class Bar:
    """One of four bars in a 40 x 34 drawing."""

    x: int
    y: int
    height: int
    css: str


@dataclass(frozen=True)
class Choice:
    """A radio or checkbox, its words, and the bars when it tells a degree."""

    control: SafeString
    label: str
    bars: tuple[Bar, ...] = ()


def _choice_widgets(bound: BoundField) -> list[BoundWidget]:
    """All but the empty choice that Django adds to an optional select."""
    return [widget for widget in bound.subwidgets if str(widget.data["value"]) != ""]


def first_control_id(bound: BoundField) -> str:
    if isinstance(bound.field.widget, RadioSelect | CheckboxSelectMultiple):
        widgets = _choice_widgets(bound)
        return str(widgets[0].id_for_label) if widgets else bound.auto_id
    return bound.id_for_label or bound.auto_id


def _required_sentence(bound: BoundField) -> str:
    """What is missing, named; for forms that have not written their own words."""
    label = str(bound.label)
    if label.endswith("?"):
        return _("Svara på frågan: {question}").format(question=label)
    is_chosen = isinstance(bound.field.widget, Select | RadioSelect | CheckboxSelectMultiple)
    sentence = _("Välj {field}") if is_chosen else _("Fyll i {field}")
    return sentence.format(field=f"{label[:1].lower()}{label[1:]}")


def messages_of(bound: BoundField) -> list[str]:
    """The errors of one field as sentences: the same on top of the form and at the field."""
    return [
        _required_sentence(bound) if error.code == "required" and text == DJANGO_REQUIRED else str(text)
        for error in bound.errors.as_data()
        for text in error.messages
    ]


def _wrong_in(form: BaseForm) -> list[Wrong]:
    whole = [Wrong(str(message), "") for message in form.non_field_errors()]
    fields = [
        Wrong(message, first_control_id(bound)) for bound in form.visible_fields() for message in messages_of(bound)
    ]
    return whole + fields


def errors(*forms: BaseForm | None) -> dict[str, Any]:
    """The error list of one or more forms; nothing when nothing is wrong."""
    wrong = [item for form in forms if form is not None and form.is_bound for item in _wrong_in(form)]
    return {"wrong": wrong, "title": words.things_to_correct(len(wrong))}


def _described_by(bound: BoundField) -> str:
    hint = f"{bound.auto_id}_hint" if bound.help_text else ""
    error = f"{bound.auto_id}_error" if bound.errors else ""
    return f"{hint} {error}".strip()


def _attributes(bound: BoundField, css: str) -> dict[str, Any]:
    own = str(bound.field.widget.attrs.get("class", ""))
    attributes: dict[str, Any] = {"class": f"{css} {own}".strip(), "placeholder": False}  # the label says it
    if isinstance(bound.field.widget, Textarea) and bound.field.widget.attrs.get("rows") == DJANGO_ROWS:
        attributes["rows"] = ROWS
    if bound.errors:
        attributes["aria-invalid"] = "true"
    described = _described_by(bound)
    if described:
        attributes["aria-describedby"] = described
    return attributes


def _shape(widget: Widget) -> str:
    if isinstance(widget, CheckboxSelectMultiple):  # itself a RadioSelect in Django
        return "boxes"
    if isinstance(widget, RadioSelect):
        return "choices"
    return "box" if isinstance(widget, CheckboxInput) else "input"


def _parts(bound: BoundField) -> dict[str, Any]:
    return {
        "bound": bound,
        "messages": messages_of(bound),
        "optional": not bound.field.required and bound.field.widget.attrs.get("aria-required") != "true",
        "hint_id": f"{bound.auto_id}_hint",
        "why": getattr(bound.field, "why", ""),
        "error_id": f"{bound.auto_id}_error",
        "described_by": _described_by(bound),
    }


def _control(bound: BoundField, shape: str) -> SafeString | None:
    if shape in {"choices", "boxes"}:
        return None
    return bound.as_widget(attrs=_attributes(bound, "in" if shape == "input" else ""))


def field(bound: BoundField) -> dict[str, Any]:
    """Any field: label, hint, error above the control. Radio and check boxes become a group."""
    shape = _shape(bound.field.widget)
    grouped = [Choice(w.tag(), str(w.choice_label)) for w in _choice_widgets(bound)] if shape.endswith("es") else []
    return {**_parts(bound), "shape": shape, "control": _control(bound, shape), "choices": grouped, "look": ""}


def choices(bound: BoundField, look: str = "") -> dict[str, Any]:
    """Radio choices as bordered labels. look: empty, "tall" (a column) or "even" (equal widths)."""
    grouped = [Choice(w.tag(), str(w.choice_label)) for w in _choice_widgets(bound)]
    return {**_parts(bound), "choices": grouped, "look": look}


def _bars(degree: int) -> tuple[Bar, ...]:
    return tuple(
        Bar(x=2 + 10 * i, y=24 - 8 * i, height=10 + 8 * i, css="on" if i < degree else "") for i in range(WORRY_BARS)
    )


def worry(bound: BoundField) -> dict[str, Any]:
    """Four equal choices with one to four bars: neutral until chosen."""
    widgets = _choice_widgets(bound)[:WORRY_BARS]
    grouped = [Choice(w.tag(), str(w.choice_label), _bars(n)) for n, w in enumerate(widgets, start=1)]
    return {**_parts(bound), "choices": grouped}


def matrix(bound: BoundField) -> dict[str, Any]:
    """Consequence by probability, for a field of radios with the choices of `grid_choices`."""
    return {**_parts(bound), **grid(bound)}
