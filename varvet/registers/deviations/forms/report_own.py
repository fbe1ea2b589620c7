"""The report of somebody with an account, who can also make it for somebody else."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.asking_form import AskingForm
from varvet.kernel.ui.form_fields import offer_units, text_area
from varvet.registers.deviations import actions
from varvet.registers.deviations.forms.report import HappeningForm
from varvet.registers.deviations.models import Channel

CAME_CHOICES = [
    ("", _("Jag såg det själv")),
    (Channel.PHONE.value, _("I samtal eller telefon")),
    (Channel.PAPER.value, _("På en pappersblankett")),
]
FOR_OTHERS = ("came", "colleague", "told_by")


class ReportForm(HappeningForm):
    """Six fields on one screen, three of them required; the day shows for another day, and the rest folds out."""

    unit = forms.ModelChoiceField(
        label=_("Var?"),
        queryset=Unit.objects.none(),
        empty_label=None,
        error_messages={"required": _("Välj var det hände."), "invalid_choice": _("Välj en enhet i listan.")},
    )
    came = forms.ChoiceField(label=_("Hur fick du veta det?"), choices=CAME_CHOICES, required=False)
    colleague = forms.ModelChoiceField(
        label=_("Kollegan som berättade"),
        help_text=_("Kollegan kan då följa rapporten under Mina rapporter."),
        queryset=User.objects.none(),
        empty_label=_("Ingen av dem"),
        required=False,
        error_messages={"invalid_choice": _("Välj en kollega i listan.")},
    )
    told_by = forms.CharField(
        label=_("Någon annan som berättade"),
        help_text=_("Till exempel ”en vikarie” eller ”en student”. Bara de som handlägger läser det."),
        required=False,
        max_length=200,
        error_messages={"max_length": _("Skriv högst 200 tecken.")},
    )

    def __init__(self, *args: Any, units: list[Unit], colleagues: Sequence[User] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_units(self, units)
        field = self.fields["colleague"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = User.objects.filter(pk__in=[user.pk for user in colleagues]).order_by("name", "pk")

    @property
    def for_others_open(self) -> bool:
        """Whether the part about somebody else is folded out: something in it is filled in, or wrong."""
        return any(self[name].value() or name in self.errors for name in FOR_OTHERS)

    @property
    def has_colleagues(self) -> bool:
        field = self.fields["colleague"]
        assert isinstance(field, forms.ModelChoiceField)
        return bool(field.queryset)

    def content(self, now_seconds: int) -> actions.Report:
        """What is registered for somebody else is not timed: it tells nothing of how long reporting takes."""
        given = self.cleaned_data
        whole = self.content_in(given["unit"], now_seconds)
        if not (given["came"] or given["colleague"] or given["told_by"]):
            return whole
        channel = Channel(given["came"] or Channel.PHONE)
        origin = actions.Origin(channel=channel, on_behalf_of=given["colleague"], told_by=given["told_by"])
        return replace(whole, origin=origin, seconds=None)


class AddForm(AskingForm):
    """More to a report that is already sent."""

    asked_about = ("more",)
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    more = forms.CharField(
        label=_("Vill du lägga till något?"),
        help_text=_("Det du skrev förut ändras inte. Skriv inga namn eller personnummer."),
        widget=text_area(3),
        max_length=20_000,
        error_messages={
            "required": _("Skriv vad du vill lägga till."),
            "max_length": _("Texten är för lång. Korta den till högst 20 000 tecken."),
        },
    )
