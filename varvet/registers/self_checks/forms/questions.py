"""A form's name and its questions, as they are written."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from varvet.kernel.ui.form_fields import choices_of
from varvet.registers.self_checks.rules.questions import (
    KIND_OF_QUESTION,
    LONGEST_HELP,
    LONGEST_NAME,
    LONGEST_QUESTION,
    REPLY_LABELS,
    Item,
    QuestionKind,
    Reply,
)

LACKING = {code: label for code, label in REPLY_LABELS.items() if code != Reply.NOT_APPLICABLE}


class NameForm(forms.Form):
    name = forms.CharField(
        label=_("Vad ska formuläret heta?"),
        help_text=_("Det namn som ni väljer det med när ni planerar en egenkontroll."),
        max_length=LONGEST_NAME,
        error_messages={
            "required": _("Skriv vad formuläret ska heta."),
            "max_length": _("Skriv ett namn med högst 120 tecken."),
        },
    )


class QuestionForm(forms.Form):
    """One question. `earlier` are those whose answers it may depend on."""

    text = forms.CharField(
        label=_("Fråga"),
        help_text=_("En sak i taget, och så att Ja är det ni vill se."),
        max_length=LONGEST_QUESTION,
        error_messages={"required": _("Skriv frågan."), "max_length": _("Skriv frågan med högst 200 tecken.")},
    )
    help = forms.CharField(
        label=_("Hjälp till den som granskar"),
        help_text=_("Vad du ska titta efter. Visas under frågan."),
        required=False,
        max_length=LONGEST_HELP,
        error_messages={"max_length": _("Skriv hjälpen med högst 300 tecken.")},
    )
    kind = forms.ChoiceField(
        label=_("Hur besvaras den?"),
        help_text=_("Bara svar som väljs kan räknas."),
        choices=choices_of(KIND_OF_QUESTION),
        widget=forms.RadioSelect,
        initial=QuestionKind.GRADED,
        error_messages={"required": _("Välj hur frågan besvaras.")},
    )
    lacks = forms.MultipleChoiceField(
        label=_("Vilka svar är en brist?"),
        help_text=_("Ett ärende uppfyller målet när inget svar är en brist. Välj inget för frågor som bara sorterar."),
        choices=choices_of(LACKING),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    required = forms.BooleanField(
        label=_("Måste besvaras"),
        help_text=_("Ärendet kan inte sparas som granskat utan svar."),
        required=False,
        initial=True,
    )
    when = forms.ChoiceField(
        label=_("När ställs den?"),
        help_text=_("En följdfråga ställs bara efter ett visst svar på en fråga före."),
        required=False,
    )

    def __init__(self, *args: Any, earlier: Sequence[Item], code: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.code = code
        when = self.fields["when"]
        assert isinstance(when, forms.ChoiceField)
        when.choices = [("", gettext("Alltid")), *_conditions(earlier)]

    def item(self) -> Item:
        given = self.cleaned_data
        code, _equals, reply = given["when"].partition("=")
        return Item(
            code=self.code,
            text=given["text"].strip(),
            kind=QuestionKind(given["kind"]),
            help=given["help"].strip(),
            required=given["required"],
            lacks=frozenset(given["lacks"]),
            when_code=code,
            when_reply=reply,
        )


def _conditions(earlier: Sequence[Item]) -> list[tuple[str, str]]:
    return [
        (
            f"{item.code}={reply}",
            gettext("När svaret är {reply} på: {question}").format(
                reply=gettext(REPLY_LABELS[reply]), question=item.text
            ),
        )
        for item in earlier
        for reply in item.replies
    ]


def start_of(item: Item) -> dict[str, object]:
    """What the form begins with, for a question that there is."""
    return {
        "text": item.text,
        "help": item.help,
        "kind": item.kind,
        "lacks": sorted(item.lacks),
        "required": item.required,
        "when": f"{item.when_code}={item.when_reply}" if item.when_code else "",
    }
