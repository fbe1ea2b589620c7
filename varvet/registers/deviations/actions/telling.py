"""Who is told of what happens to a deviation: those who have it, and the one who reported it."""

from collections.abc import Iterable
from datetime import datetime

from varvet.kernel.access.models import User
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.telling import Holding, announce, tell, tell_holder, tell_nearest
from varvet.registers.deviations.models import Deviation, Reporting

MAY_HANDLE = "deviations.assess"


def tell_those_who_handle(deviation: Deviation, event: Event, *, by: User | None, now: datetime) -> None:
    """Without a handler of its own a deviation is with the unit's manager, or whoever stands nearest above."""
    tell_nearest(deviation, event, MAY_HANDLE, by=by, now=now)


def announce_arrival(deviation: Deviation, *, by: User | None, now: datetime) -> None:
    """Whoever reports does not wait while those who handle are looked up."""
    announce(deviation, Event.ARRIVED, MAY_HANDLE, by=by, now=now)


def tell_handler(deviation: Deviation, event: Event, *, by: User | None, now: datetime) -> None:
    """Whoever has it by name, else those it is with; nobody, when whoever has it did it."""
    if deviation.handler is not None and deviation.handler == by:
        return
    tell_holder(Holding(deviation, deviation.handler_id, MAY_HANDLE), event, by=by, now=now)


def tell_reporters(case: Iterable[Deviation], event: Event, *, by: User | None, now: datetime) -> None:
    for deviation in case:
        tell_reporter(deviation, event, by=by, now=now)


def tell_reporter(deviation: Deviation, event: Event, *, by: User | None, now: datetime) -> None:
    """Who sent the report, and the colleague it was sent for."""
    found = Reporting.objects.filter(deviation=deviation).select_related("on_behalf_of").first()
    colleague = found.on_behalf_of if found else None
    tell(deviation, event, to=[deviation.opened_by, colleague], by=by, now=now)
