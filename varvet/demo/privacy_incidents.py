"""Privacy incidents of the past as histories: all documented, none reported where nobody was at risk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from varvet.demo.days import afternoon, later
from varvet.demo.dice import Dice
from varvet.demo.narratives import tell
from varvet.demo.site import ListPlan, Site
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.categories import CategoryValue
from varvet.registers.privacy_incidents import actions
from varvet.registers.privacy_incidents.actions import History
from varvet.registers.privacy_incidents.models import TYPES, Part
from varvet.registers.privacy_incidents.rules import Status

LIST = ListPlan(
    TYPES,
    "Typ av personuppgiftsincident",
    (
        CategoryValue("wrong_recipient", "Fel mottagare"),
        CategoryValue("loss", "Förlust"),
        CategoryValue("unauthorised", "Obehörig åtkomst"),
        CategoryValue("other", "Annat"),
    ),
)
COMMON = {"wrong_recipient": 5.0, "unauthorised": 2.0, "loss": 1.0, "other": 1.0}


@dataclass(frozen=True)
class Incident:
    """What the published figures decide about an incident."""

    unit: str
    aware_at: datetime


def history(incident: Incident, site: Site, dice: Dice) -> History:
    code = dice.weighted(COMMON)
    assessed = later(day_of(incident.aware_at), 0, 1, dice)
    story = tell("privacy_incidents", code, dice)
    return History(
        unit=site.units[incident.unit],
        received_at=incident.aware_at,
        status=Status.CLOSED,
        category=site.lists[TYPES].by_code[code],
        assessed_on=assessed,
        closed_at=afternoon(later(assessed, 1, 9, dice)),
        texts={Part.WHAT: story.what, Part.WHY_NOT: story.feedback, Part.DONE: story.done},
        synthetic=True,
    )


def write(rows: Sequence[History], site: Site) -> int:
    in_order = sorted(rows, key=lambda row: row.received_at)
    return len(actions.import_history(rows=in_order, root=site.root, by=site.by, now=site.now))
