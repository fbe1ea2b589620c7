"""What each person has chosen, with what holds for those who have not."""

from collections.abc import Iterable

from varvet.kernel.access.models import User
from varvet.kernel.notifications.events import KINDS, Event, MailMode
from varvet.kernel.notifications.models import Choice


def modes_for(users: Iterable[User], event: Event) -> dict[int, MailMode]:
    """How each of the users gets the event by mail, by the user's id."""
    ids = [user.pk for user in users]
    chosen = Choice.objects.filter(user__in=ids, event=event).values_list("user_id", "mode")
    return dict.fromkeys(ids, KINDS[event].mode) | {user_id: MailMode(mode) for user_id, mode in chosen}


def wide_among(users: Iterable[User], event: Event) -> frozenset[int]:
    """Ids of those who want to be told of the event also when somebody nearer the unit has been."""
    ids = [user.pk for user in users]
    return frozenset(Choice.objects.filter(user__in=ids, event=event, wide=True).values_list("user_id", flat=True))
