"""Activities in each state, made by the register's own actions: Bo works in Alice's unit and holds them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.notifications.announcing import spread
from varvet.kernel.records.models import Fact
from varvet.kernel.records.once import new_key
from varvet.registers.involvement import actions, rules
from varvet.registers.involvement.models import Activity, Narrative
from varvet.registers.involvement.rules import Method, Result, Sort, Status, Telling

HEARD = "Flera i gruppen sa att kallelsen är svår att förstå"
WHOM = "Föräldrar i öppenvården"
LINE = "Kallelsen är omskriven på lätt svenska"
TOLD = "Ni fick den nya kallelsen att läsa"
PLANNED_ON = TODAY + timedelta(days=14)
HELD_ON = TODAY - timedelta(days=4)
LATER = NOW + timedelta(days=20)
PAGES = "/brukarmedverkan/"


def about(cast: Cast, **changes: Any) -> actions.About:
    return replace(actions.About(Sort.FOCUS_GROUP, WHOM, cast.a, Method.TOGETHER), **changes)


def heard(**changes: Any) -> actions.Heard:
    said = actions.Heard(rules.People(12, 9), HEARD, ("information", "treatment"))
    return replace(said, **changes)


def planned(cast: Cast, *, by: User | None = None, now: datetime = NOW, **changes: Any) -> Activity:
    content = actions.Plan(about(cast, **changes), PLANNED_ON, "Förstår ni våra brev?")
    return _made(actions.plan(content=content, key=new_key(), by=by or cast.bo, now=now).pk)


def recorded(cast: Cast, *, by: User | None = None, said: actions.Heard | None = None, **changes: Any) -> Activity:
    content = actions.Held(about(cast, **changes), HELD_ON, heard() if said is None else said)
    return _made(actions.record(content=content, key=new_key(), by=by or cast.bo, now=NOW).pk)


def unwritten(cast: Cast) -> Activity:
    """Held, with nothing said of it yet."""
    return recorded(cast, said=actions.Heard())


def decided(cast: Cast, result: Result = Result.CHANGE, **changes: Any) -> Activity:
    activity, outcome = recorded(cast, **changes), actions.Outcome(result, LINE, "Rådgivaren skrev om den.")
    return actions.decide(activity=activity, outcome=outcome, version=activity.version, by=cast.bo, now=NOW)


def told(cast: Cast, how: Telling = Telling.MEETING, **changes: Any) -> Activity:
    """Nothing is left before it can be concluded."""
    activity = decided(cast, **changes)
    content = actions.ToldBack(how, NOW.date(), TOLD)
    return actions.tell(activity=activity, told=content, version=activity.version, by=cast.bo, now=NOW)


def concluded(cast: Cast, **changes: Any) -> Activity:
    activity = told(cast, **changes)
    return actions.conclude(activity=activity, version=activity.version, by=cast.bo, now=NOW)


def cancelled(cast: Cast) -> Activity:
    activity = planned(cast)
    reason = "För få anmälde sig."
    return actions.cancel(activity=activity, reason=reason, version=activity.version, by=cast.bo, now=NOW)


IN_STATE: dict[Status, Callable[[Cast], Activity]] = {
    Status.PLANNED: planned,
    Status.HELD: recorded,
    Status.CONCLUDED: concluded,
    Status.CANCELLED: cancelled,
}


def in_state(cast: Cast, status: Status) -> Activity:
    return IN_STATE[status](cast)


def fresh(activity: Activity) -> Activity:
    """As it is saved now."""
    return Activity.objects.select_related("unit", "root").get(pk=activity.pk)


def _made(pk: int) -> Activity:
    spread()
    return Activity.objects.select_related("unit", "root").get(pk=pk)


def facts_of(activity: Activity) -> list[tuple[str, date, int]]:
    """Happening, day and count of each fact, in the order they were written."""
    rows = Fact.objects.filter(record_id=activity.pk).order_by("pk")
    return list(rows.values_list("happening", "day", "count"))


def last_event(activity: Activity) -> tuple[str, int | None, int | None]:
    """Its name, the version and who did it."""
    event = AuditEvent.objects.filter(kind=activity.kind, record_id=activity.pk).order_by("-pk")[0]
    return event.event, event.version, event.actor_id


def words_of(activity: Activity) -> dict[str, str]:
    return {narrative.part: narrative.text for narrative in Narrative.objects.filter(activity=activity)}


def page_of(activity: Activity, step: str = "") -> str:
    return f"{PAGES}{activity.reference}/{step}"
