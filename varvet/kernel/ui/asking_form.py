"""A form that asks once when free text may point out a person."""

from dataclasses import dataclass

from django import forms

from varvet.kernel.law.personal_data import Found, find_personal


@dataclass(frozen=True)
class Warned:
    """A field in which something may point out a person, the id of its control, and what was found there."""

    label: str
    target: str
    found: tuple[Found, ...]


class AskingForm(forms.Form):
    """It never refuses: `anyway` sends it as it is."""

    asked_about: tuple[str, ...] = ()
    anyway = forms.BooleanField(required=False, widget=forms.HiddenInput)

    @property
    def warned(self) -> list[Warned]:
        if not self.is_bound:
            return []
        texts = [(self[name], find_personal(str(self[name].value() or ""))) for name in self.asked_about]
        return [Warned(str(bound.label), bound.auto_id, found[:5]) for bound, found in texts if found]

    @property
    def asks(self) -> bool:
        """True when all is filled in as it should be, and there is only this to ask about."""
        return self.is_bound and not self.errors and not self.cleaned_data.get("anyway") and bool(self.warned)

    def is_valid(self) -> bool:
        return super().is_valid() and not self.asks
