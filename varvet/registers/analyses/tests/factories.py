"""Analyses in each state, made by the register's own actions: Maj manages the department above Alice's unit A."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, make_person
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.notifications.announcing import spread
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import quality_years
from varvet.kernel.records.models import Fact, Record
from varvet.kernel.records.once import new_key
from varvet.kernel.records.periods import Length, Stretch, Years
from varvet.registers.analyses import actions
from varvet.registers.analyses.models import Analysis, Answer, Narrative
from varvet.registers.analyses.rules import WHOLE, Conclusion, Status

PAGES = "/analyser/"
MEETING_ON = TODAY + timedelta(days=7)
HELD_ON, TOOK_PART = TODAY - timedelta(days=1), 7
WORDS = "Flera avvikelser handlar om väntetider i mottagningen."
LINE = "Mottagningen ringer upp samma dag."
RECEIVED, PRAISE = "deviations.received", "feedback.praise"
AREAS = {"A": "Trygghet", "B": "Tillgänglighet"}


def maj(cast: Cast) -> User:
    """The department's manager."""
    return User.objects.filter(name="Maj").first() or make_person("Maj", "department_manager", cast.department)


def last_tertial(root: Unit, day: date = TODAY) -> Stretch:
    """The last that is over."""
    years = Years(quality_years(root).chosen)
    return years.before(years.part_of(Length.TERTIAL, day))


def plan(cast: Cast, unit: Unit | None = None, stretch: Stretch | None = None) -> actions.Plan:
    return actions.Plan(unit or cast.department, stretch or last_tertial(cast.root), MEETING_ON)


def preparing(cast: Cast, *, by: User | None = None, key: str = "", **changes: Any) -> Analysis:
    made = actions.start(plan=plan(cast, **changes), key=key or new_key(), by=by or cast.eva, now=NOW)
    spread()
    return fresh(made)


def answered(cast: Cast, **changes: Any) -> Analysis:
    made = preparing(cast, **changes)
    number = whole_question(made).number
    actions.answer(analysis=made, number=number, words=WORDS, version=0, by=cast.eva, now=NOW)
    return fresh(made)


def held(cast: Cast, **changes: Any) -> Analysis:
    made = answered(cast, **changes)
    known: dict[str, Any] = {"version": made.version, "by": cast.eva, "now": NOW}
    actions.hold(analysis=made, held_on=HELD_ON, took_part=TOOK_PART, **known)
    return fresh(made)


def concluded(cast: Cast, kind: Conclusion = Conclusion.GOOD, line: str = LINE, **changes: Any) -> Analysis:
    return conclude(held(cast, **changes), cast, kind, line)


def conclude(made: Analysis, cast: Cast, kind: Conclusion, line: str = LINE, measure: str = RECEIVED) -> Analysis:
    content = actions.Content(kind, line, measure)
    actions.conclude(analysis=made, content=content, version=made.version, by=cast.eva, now=NOW)
    return fresh(made)


def approved(cast: Cast, **changes: Any) -> Analysis:
    made = concluded(cast, **changes)
    actions.approve(analysis=made, version=made.version, by=maj(cast), now=NOW)
    return fresh(made)


def offered(cast: Cast, **changes: Any) -> Analysis:
    made = approved(cast, **changes)
    actions.offer(analysis=made, version=made.version, by=cast.eva, now=NOW)
    return fresh(made)


def withdrawn(cast: Cast) -> Analysis:
    made = preparing(cast)
    actions.withdraw(analysis=made, reason="Mötet slås ihop.", version=made.version, by=cast.eva, now=NOW)
    return fresh(made)


IN_STATE: dict[Status, Callable[[Cast], Analysis]] = {
    Status.PREPARING: preparing,
    Status.HELD: held,
    Status.APPROVED: approved,
    Status.WITHDRAWN: withdrawn,
}


def in_state(cast: Cast, status: Status) -> Analysis:
    return IN_STATE[status](cast)


def whole_question(analysis: Analysis) -> Answer:
    return Answer.objects.filter(analysis=analysis, source=WHOLE).order_by("number")[0]


def fresh(analysis: Record) -> Analysis:
    """As it is saved now."""
    return Analysis.objects.select_related("unit", "root").get(pk=analysis.pk)


def facts_of(analysis: Analysis) -> list[tuple[str, date, str]]:
    """Happening, day and outcome of each fact, in the order they were written."""
    rows = Fact.objects.filter(record_id=analysis.pk).order_by("pk")
    return list(rows.values_list("happening", "day", "outcome"))


def last_event(analysis: Analysis) -> tuple[str, int | None, int | None]:
    """Its name, the version and who did it."""
    event = AuditEvent.objects.filter(kind=analysis.kind, record_id=analysis.pk).order_by("-pk")[0]
    return event.event, event.version, event.actor_id


def words_of(analysis: Analysis) -> dict[str, str]:
    return {narrative.part: narrative.text for narrative in Narrative.objects.filter(analysis=analysis)}


def page_of(analysis: Analysis, step: str = "") -> str:
    return f"{PAGES}{analysis.reference}/{step}"
