"""Each step after the decision, as forms."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.law.words import marked
from varvet.kernel.records.models import Record
from varvet.kernel.ui.form_fields import VersionedForm, choices_of, text_area
from varvet.kernel.ui.starts import Followed
from varvet.registers.improvements import actions
from varvet.registers.improvements.forms.fields import NO_PERSONS, day_field, offer_people, person_field
from varvet.registers.improvements.rules import (
    EFFECT_LABELS,
    GIVEN_UP,
    LONGEST_EFFECT_WORDS,
    LONGEST_WHAT,
    STATUS_LABELS,
    Effect,
    Status,
)


@dataclass(frozen=True)
class Sides:
    """Who may carry something out, and who may judge it."""

    owners: list[User]
    judges: list[User]


class StartForm(VersionedForm):
    """Nothing to fill in: a button."""


class CarryOutForm(VersionedForm):
    carried_out_on = day_field(marked("När genomfördes den?"), _("Dagen då det var gjort."), required=True)
    unplanned = forms.CharField(
        label=_("Varför är uppföljningen av effekten inte planerad?"),
        help_text=_("Planera den hellre först. Utan plan frågar vi ändå efter effekten när tiden har gått."),
        widget=text_area(3),
        required=False,
        max_length=4_000,
    )

    def __init__(self, *args: Any, planned: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if planned:
            del self.fields["unplanned"]


class RiskForm(VersionedForm):
    """What is handled in the risk picture may be tied to a risk that is there already."""

    risk = forms.ChoiceField(
        label=_("Vilken risk hanteras den i?"),
        help_text=_("Bara om den hanteras i riskbilden. Finns risken inte än skriver du in den efteråt."),
        required=False,
        error_messages={"invalid_choice": _("Välj en risk i listan.")},
    )

    def offer_risks(self, risks: Sequence[Followed]) -> None:
        """Last in the form; nothing to choose among, nothing asked."""
        field = self.fields.pop("risk")
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Ingen vald")), *((one.reference, f"{one.reference} {one.title}") for one in risks)]
        if risks:
            self.fields["risk"] = field


class EffectForm(RiskForm):
    effect = forms.ChoiceField(
        label=_("Vilken effekt fick den?"),
        help_text=_("Går det inte att se än, välj ”För tidigt att säga”."),
        choices=choices_of(EFFECT_LABELS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vilken effekt den fick.")},
    )
    effect_words = forms.CharField(
        label=_("Vad visar det?"),
        help_text=format_lazy(
            "{} {}", _("Till exempel: ”Försenade: från 76 % i mars till 0 % i september”."), NO_PERSONS
        ),
        required=False,
        max_length=LONGEST_EFFECT_WORDS,
        error_messages={"max_length": _("Skriv högst 300 tecken om effekten.")},
    )

    together_with = person_field(_("Tillsammans med"), _("Den som ansvarar för åtgärden bedömer inte effekten ensam."))
    again_on = day_field(marked("När frågar vi igen?"), _("Fyll i om det är för tidigt att säga."), required=False)
    next_what = forms.CharField(
        label=_("Vad gör ni i stället?"),
        help_text=_("Fyll i om den inte fick effekt. Då beslutas en ny åtgärd som följer på den här."),
        required=False,
        max_length=LONGEST_WHAT,
        error_messages={"max_length": _("Skriv högst 200 tecken om vad som ska göras.")},
    )
    next_owner = person_field(_("Vem ansvarar för den nya?"), _("Den som ser till att det blir gjort."))
    next_due = day_field(marked("När ska den nya vara klar?"), _("Sista dagen för den nya åtgärden."), required=False)

    def __init__(self, *args: Any, people: Sides, risks: Sequence[Followed], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_risks(risks)
        offer_people(self, "together_with", people.judges)
        offer_people(self, "next_owner", people.owners)

    def judgement(self, risk: Record | None) -> actions.Judgement:
        given = self.cleaned_data
        return actions.Judgement(
            effect=Effect(given["effect"]),
            words=given["effect_words"],
            again_on=given["again_on"],
            together_with=given["together_with"],
            next=actions.Next(given["next_what"], given["next_due"], given["next_owner"]),
            risk=risk,
        )


class GiveUpForm(RiskForm):
    target = forms.ChoiceField(
        label=_("Vad händer med den?"),
        help_text=_("Åtgärden finns kvar i registret, med sitt skäl."),
        choices=choices_of({status: STATUS_LABELS[status] for status in Status if status in GIVEN_UP}),
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad som händer med åtgärden.")},
    )
    reason = forms.CharField(
        label=_("Varför?"),
        help_text=_("Skälet läses av dem som handlägger."),
        widget=text_area(3),
        max_length=4_000,
        error_messages={"required": _("Skriv varför åtgärden inte genomförs.")},
    )

    def __init__(self, *args: Any, risks: Sequence[Followed], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_risks(risks)

    def giving_up(self, risk: Record | None) -> actions.GivingUp:
        return actions.GivingUp(Status(self.cleaned_data["target"]), self.cleaned_data["reason"], risk)


class CarryOverForm(VersionedForm):
    year = forms.IntegerField(
        label=_("Till vilket år?"),
        help_text=_("Kvalitetsåret då arbetet fortsätter."),
        min_value=2000,
        max_value=2200,
        error_messages={"required": _("Skriv året."), "invalid": _("Skriv året med fyra siffror.")},
    )
    reason = forms.CharField(
        label=_("Varför kvarstår den?"),
        help_text=_("Skriv vad som återstår och varför. Skriv aldrig om en person."),
        widget=text_area(3),
        max_length=4_000,
        error_messages={"required": _("Skriv varför åtgärden flyttas.")},
    )
