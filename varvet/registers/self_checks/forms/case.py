"""The form of one case: a field for each question, and one beside it for what was written."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from varvet.kernel.ui.asking_form import AskingForm
from varvet.kernel.ui.form_fields import VersionedForm, text_area
from varvet.registers.self_checks.rules.answers import LONGEST_ANSWER, Given, asked
from varvet.registers.self_checks.rules.questions import REPLY_LABELS, Item, QuestionKind

TOO_LONG = {"max_length": _("Skriv högst 4 000 tecken.")}
BESIDE = "_text"


@dataclass(frozen=True)
class Row:
    """A question with its field, and the one for a comment; `when` says when it is asked, empty for always."""

    number: int
    item: Item
    field: BoundField
    comment: BoundField | None
    when: str


class CaseForm(AskingForm, VersionedForm):
    """Fields are named by the questions' codes. What is not asked, given the other answers, is not missed."""

    def __init__(self, *args: Any, items: Sequence[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for item in items:
            self.fields[item.code] = _field(item)
            if item.replies:
                self.fields[item.code + BESIDE] = _comment()
        self.asked_about = tuple(name for name in self.fields if isinstance(self.fields[name].widget, forms.Textarea))

    def clean(self) -> dict[str, Any]:
        """What is not asked after all is not missing."""
        shown = {item.code for item in asked(self.items, {one.code: one.value for one in self.given()})}
        for item in self.items:
            if item.code not in shown:
                self.errors.pop(item.code, None)
        return self.cleaned_data

    def given(self) -> tuple[Given, ...]:
        return tuple(_given(item, self.cleaned_data) for item in self.items)

    def rows(self) -> list[Row]:
        texts = {item.code: item.text for item in self.items}
        return [
            Row(
                number=number,
                item=item,
                field=self[item.code],
                comment=self[item.code + BESIDE] if item.replies else None,
                when=_when(item, texts),
            )
            for number, item in enumerate(self.items, 1)
        ]


def start_of(given: Sequence[Given]) -> dict[str, object]:
    """What the form begins with, for answers that there are."""
    values = {one.code: one.value or one.text for one in given}
    beside = {one.code + BESIDE: one.text for one in given if one.value and one.text}
    return {**values, **beside}


def _field(item: Item) -> forms.Field:
    shown: dict[str, Any] = {"label": item.text, "help_text": item.help, "required": item.required}
    if item.replies:
        choices = [(reply.value, _(REPLY_LABELS[reply])) for reply in item.replies]
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **shown)
    if item.kind is QuestionKind.NUMBER:
        invalid = {"invalid": _("Skriv ett helt tal."), "min_value": _("Skriv ett tal som inte är negativt.")}
        return forms.IntegerField(min_value=0, max_value=10_000_000, error_messages=invalid, **shown)
    if item.kind is QuestionKind.DATE:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        wrong = {"invalid": _("Skriv dagen som år-månad-dag, till exempel 2026-03-05.")}
        return forms.DateField(widget=widget, error_messages=wrong, **shown)
    return forms.CharField(widget=text_area(3), max_length=LONGEST_ANSWER, error_messages=TOO_LONG, **shown)


def _comment() -> forms.CharField:
    return forms.CharField(
        label=_("Vad saknas?"),
        required=False,
        widget=text_area(2),
        max_length=LONGEST_ANSWER,
        error_messages=TOO_LONG,
    )


def _given(item: Item, cleaned: dict[str, Any]) -> Given:
    value = cleaned.get(item.code)
    said = "" if value is None else str(value)
    if item.kind is QuestionKind.TEXT:
        return Given(item.code, text=said)
    return Given(item.code, said, cleaned.get(item.code + BESIDE, ""))


def _when(item: Item, texts: dict[str, str]) -> str:
    if not item.when_code:
        return ""
    reply = gettext(REPLY_LABELS[item.when_reply])
    return gettext("Svara bara om du svarade {reply} på: {question}").format(
        reply=reply, question=texts.get(item.when_code, "")
    )
