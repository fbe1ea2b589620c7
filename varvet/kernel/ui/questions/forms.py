"""What is typed when a question is refused, and when it is said whether something may be lex Sarah."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.ui.form_fields import text_area

LONGEST = 4_000
YES, NO = "yes", "no"


class RefuseForm(forms.Form):
    reason = forms.CharField(
        label=_("Varför tar ni inte emot det?"),
        help_text=_("Skälet sparas med ditt namn och läses av dem som frågade."),
        widget=text_area(3),
        max_length=LONGEST,
        error_messages={"required": _("Skriv varför ni inte tar emot ärendet.")},
    )


class WeighForm(forms.Form):
    """Without signs there is nothing to say no to: then it can only be asked."""

    answer = forms.ChoiceField(
        label=_("Kan det vara lex Sarah?"),
        help_text=_("Lex Sarah gäller när någon har farit illa i verksamheten, eller riskerar att göra det."),
        choices=[(YES, _("Ja, fråga den som utreder lex Sarah")), (NO, _("Nej"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj ja eller nej.")},
    )
    not_lex_sarah = forms.CharField(
        label=_("Om nej: därför att"),
        help_text=_("Skälet sparas med ditt namn och läses av dem som handlägger och stämmer av."),
        required=False,
        widget=text_area(3),
        max_length=LONGEST,
    )

    def __init__(self, *args: Any, signs: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not signs:
            del self.fields["answer"], self.fields["not_lex_sarah"]

    @property
    def says_no(self) -> bool:
        return self.cleaned_data.get("answer") == NO

    @property
    def reason(self) -> str:
        return str(self.cleaned_data.get("not_lex_sarah", ""))
