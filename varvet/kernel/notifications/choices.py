"""What each person has chosen, with what holds for those who have not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.notifications.events import KINDS, Event, MailMode
from varvet.kernel.notifications.models import Choice, WithoutWeekly


@dataclass(frozen=True)
class Chosen:
    """How a person gets each event by mail, and of which they are told also when somebody nearer the unit is.

    `weekly`: a mail each week of what waits.
    """

    modes: Mapping[Event, MailMode]
    wide: frozenset[Event]
    weekly: bool = True


def chosen_among(users: Iterable[User], event: Event) -> dict[int, Choice]:
    """What those who have chosen want of the event, by the user's id; one query."""
    rows = Choice.objects.filter(user__in=[user.pk for user in users], event=event)
    return {row.user_id: row for row in rows}


def mode_of(choice: Choice | None, event: Event) -> MailMode:
    return KINDS[event].mode if choice is None else MailMode(choice.mode)


def choices_of(user: User) -> Chosen:
    rows = [row for row in Choice.objects.filter(user=user) if row.event in set(Event)]
    modes = {kind.event: kind.mode for kind in KINDS.values()}
    modes |= {Event(row.event): MailMode(row.mode) for row in rows}
    weekly = not WithoutWeekly.objects.filter(user=user).exists()
    return Chosen(modes, frozenset(Event(row.event) for row in rows if row.wide), weekly)


@transaction.atomic
def choose(*, by: User, chosen: Chosen) -> None:
    """Everybody chooses for themselves; what is already queued goes as it was."""
    for event, mode in chosen.modes.items():
        Choice.objects.update_or_create(user=by, event=event, defaults={"mode": mode, "wide": event in chosen.wide})
    if chosen.weekly:
        WithoutWeekly.objects.filter(user=by).delete()
    else:
        WithoutWeekly.objects.get_or_create(user=by)
