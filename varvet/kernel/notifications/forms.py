"""How a person wants to be told: a choice for each event."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.notifications.choices import Chosen, choices_of
from varvet.kernel.notifications.events import KINDS, MODE_LABELS, SIDE_LABELS, Event, Kind, MailMode, Side

WIDE = "wide"


class ChoicesForm(forms.Form):
    """A field for each event, named by its code, in the order of the list of events."""

    wide = forms.BooleanField(
        label=_("Säg till mig även när någon närmare enheten har fått veta"),
        help_text=_("Gäller det som kommer in i enheterna där du har ansvar."),
        required=False,
    )

    weekly = forms.BooleanField(
        label=_("Ett mejl i veckan med det som väntar på dig"),
        help_text=_("Det kommer veckans första arbetsdag. Väntar inget får du inget mejl."),
        required=False,
    )

    def __init__(self, data: object = None, *, user: User) -> None:
        chosen = choices_of(user)
        start: dict[str, object] = {event: chosen.modes[event] for event in Event}
        super().__init__(data, initial=start | {WIDE: Event.ARRIVED in chosen.wide, "weekly": chosen.weekly})  # type: ignore[arg-type]
        for kind in KINDS.values():
            self.fields[kind.event] = _mode_field(kind)

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields under their headings; what one has reported first, since everybody reports."""
        return [
            (gettext(SIDE_LABELS[side]), [self[kind.event] for kind in KINDS.values() if kind.side is side])
            for side in Side
        ]

    def chosen(self) -> Chosen:
        modes = {event: MailMode(self.cleaned_data[event]) for event in Event}
        wide = frozenset({Event.ARRIVED}) if self.cleaned_data[WIDE] else frozenset[Event]()
        return Chosen(modes, wide, self.cleaned_data["weekly"])


def _mode_field(kind: Kind) -> forms.ChoiceField:
    labels = [(mode.value, gettext(label)) for mode, label in MODE_LABELS.items()]
    return forms.ChoiceField(label=gettext(kind.label), choices=labels)
