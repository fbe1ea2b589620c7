"""Every action with something reasonable to do, so that who may, and when, can be asked of each alike."""

from collections.abc import Callable
from typing import Any

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import Cast
from varvet.registers.involvement import actions
from varvet.registers.involvement.models import Activity
from varvet.registers.involvement.rules import Event, Result, Telling
from varvet.registers.involvement.tests.factories import HELD_ON, LATER, about, heard

Act = Callable[[Cast, Activity, User], object]


def _known(activity: Activity, by: User) -> dict[str, Any]:
    return {"activity": activity, "version": activity.version, "by": by, "now": LATER}


def _describe(cast: Cast, activity: Activity, by: User) -> object:
    return actions.describe(**_known(activity, by), about=about(cast, whom="Barn på fritidsgården"), planned_on=None)


def _hold(_: Cast, activity: Activity, by: User) -> object:
    return actions.hold(**_known(activity, by), held_on=HELD_ON, heard=heard())


def _write(_: Cast, activity: Activity, by: User) -> object:
    return actions.write(**_known(activity, by), heard=heard(words="De vill ha kaffe."))


def _decide(_: Cast, activity: Activity, by: User) -> object:
    return actions.decide(**_known(activity, by), outcome=actions.Outcome(Result.NO_CHANGE, "Lokalen går inte byta"))


def _tell(_: Cast, activity: Activity, by: User) -> object:
    return actions.tell(**_known(activity, by), told=actions.ToldBack(Telling.NOTICE, LATER.date(), "Vi satte upp."))


def _conclude(_: Cast, activity: Activity, by: User) -> object:
    return actions.conclude(**_known(activity, by))


def _cancel(_: Cast, activity: Activity, by: User) -> object:
    return actions.cancel(**_known(activity, by), reason="Alla är sjuka.")


def _reopen(_: Cast, activity: Activity, by: User) -> object:
    return actions.reopen(**_known(activity, by), reason="Mer har kommit fram.")


def _assign(cast: Cast, activity: Activity, by: User) -> object:
    return actions.assign(**_known(activity, by), responsible=cast.alice)


def _note(_: Cast, activity: Activity, by: User) -> object:
    return actions.note(**_known(activity, by), words="Boka samma lokal igen.")


ACTS: dict[Event, Act] = {
    Event.DESCRIBE: _describe,
    Event.HOLD: _hold,
    Event.WRITE: _write,
    Event.DECIDE: _decide,
    Event.TELL: _tell,
    Event.CONCLUDE: _conclude,
    Event.CANCEL: _cancel,
    Event.REOPEN: _reopen,
    Event.ASSIGN: _assign,
    Event.NOTE: _note,
}
