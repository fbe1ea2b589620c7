"""Who is told of what happens to a deviation: those who have it, and the one who reported it."""

from datetime import datetime

from varvet.kernel.access.models import User
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.telling import tell, tell_nearest
from varvet.registers.deviations.models import Deviation, Reporting

MAY_HANDLE = "deviations.assess"


def tell_those_who_handle(deviation: Deviation, event: Event, *, by: User | None, now: datetime) -> None:
    """Without a handler of its own a deviation is with the unit's manager, or whoever stands nearest above."""
    tell_nearest(deviation, event, MAY_HANDLE, by=by, now=now)


def tell_reporter(deviation: Deviation, event: Event, *, by: User | None, now: datetime) -> None:
    """Who sent it, and the colleague it was sent for."""
    colleagues = User.objects.filter(pk__in=Reporting.objects.filter(deviation=deviation).values("on_behalf_of"))
    tell(deviation, event, to=[deviation.opened_by, *colleagues], by=by, now=now)
