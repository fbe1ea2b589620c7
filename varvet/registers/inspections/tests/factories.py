"""Inspections in each state, made by the register's own actions: Alice manages unit A and handles its inspections."""

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
from varvet.registers.inspections import actions, rules
from varvet.registers.inspections.models import Inspection, Narrative, Question
from varvet.registers.inspections.rules import Asked, Finding, Sort, Status

SUBJECT = "Barns delaktighet inför omplacering"
DEMAND = "Vi begär en redogörelse för hur barn kommer till tals"
ANSWER = "Barnen träffar sin socialsekreterare före varje beslut"
LINE = "Nämnden brister i att göra barn delaktiga inför beslut"
MATTERS = "Varje barn träffas före omprövningen"
EXPECTED_ON = TODAY + timedelta(days=14)
RECEIVED_ON = TODAY - timedelta(days=11)
DUE_ON = TODAY + timedelta(days=4)
LATER = NOW + timedelta(days=20)
PAGES = "/tillsyn/"
LINES = "1. Hur många handläggare har ni?\n2) Har ni en rutin för våld i nära relationer 2026?"


def about(cast: Cast, **changes: Any) -> actions.About:
    return replace(actions.About(Sort.EXTERNAL, "ivo", SUBJECT, cast.a), **changes)


def contract(cast: Cast) -> actions.About:
    bought = actions.Contract("Exempelvård AB", "Ramavtal stödboende")
    return about(cast, sort=Sort.CONTRACT, by="contract", contract=bought)


def announced(cast: Cast, *, who: User | None = None, now: datetime = NOW, **changes: Any) -> Inspection:
    made = actions.announce(
        about=about(cast, **changes), expected_on=EXPECTED_ON, key=new_key(), by=who or cast.alice, now=now
    )
    return _made(made.pk)


def received(cast: Cast, *, due_on: date | None = DUE_ON, who: User | None = None, **changes: Any) -> Inspection:
    demand = actions.Demand(RECEIVED_ON, DEMAND, due_on)
    made = actions.take_in(about=about(cast, **changes), demand=demand, key=new_key(), by=who or cast.alice, now=NOW)
    return _made(made.pk)


def answering(cast: Cast, **changes: Any) -> Inspection:
    made = received(cast, **changes)
    return actions.write_answer(inspection=made, words=ANSWER, version=made.version, by=cast.alice, now=NOW)


def answered(cast: Cast, *, sent_on: date = TODAY, **changes: Any) -> Inspection:
    made = answering(cast, **changes)
    return actions.send(inspection=made, sent_on=sent_on, version=made.version, by=cast.alice, now=NOW)


def decided(cast: Cast, kind: Finding = Finding.CRITICISM, **changes: Any) -> Inspection:
    made = answered(cast, **changes)
    decision = actions.Decision(TODAY, actions.Found(kind, LINE), "3.5-12345/2026", "IVO följer inte upp.")
    return actions.decide(inspection=made, decision=decision, version=made.version, by=cast.alice, now=NOW)


def settled(cast: Cast, **changes: Any) -> Inspection:
    """Nothing is left before it can be closed."""
    made = decided(cast, **changes)
    why = actions.Settled(made.unit, MATTERS, "Rutinen är redan ny")
    return actions.settle(inspection=made, number=1, settled=why, version=made.version, by=cast.alice, now=NOW)


def following(cast: Cast, **changes: Any) -> Inspection:
    made = settled(cast, **changes)
    return actions.follow(
        inspection=made, follow_on=TODAY + timedelta(days=60), version=made.version, by=cast.alice, now=NOW
    )


def closed(cast: Cast, **changes: Any) -> Inspection:
    made = following(cast, **changes)
    return actions.close(inspection=made, words="Rutinen följs.", version=made.version, by=cast.alice, now=NOW)


def withdrawn(cast: Cast) -> Inspection:
    made = announced(cast)
    reason = "IVO har ändrat sin plan."
    return actions.withdraw(inspection=made, reason=reason, version=made.version, by=cast.alice, now=NOW)


IN_STATE: dict[Status, Callable[[Cast], Inspection]] = {
    Status.ANNOUNCED: announced,
    Status.RECEIVED: received,
    Status.ANSWERING: answering,
    Status.ANSWERED: answered,
    Status.DECIDED: decided,
    Status.FOLLOWING: following,
    Status.CLOSED: closed,
    Status.WITHDRAWN: withdrawn,
}


def in_state(cast: Cast, status: Status) -> Inspection:
    return IN_STATE[status](cast)


def questionnaire(cast: Cast, lines: str = LINES, **changes: Any) -> Inspection:
    made = received(cast, sort=Sort.QUESTIONS, by="welfare-agency", **changes)
    asked: list[Asked] = rules.questions_from(lines)
    return actions.ask(inspection=made, asked=asked, version=made.version, by=cast.alice, now=NOW)


def question(inspection: Inspection, number: int = 1) -> Question:
    return Question.objects.get(inspection=inspection, number=number)


def fresh(inspection: Inspection) -> Inspection:
    """As it is saved now."""
    return Inspection.objects.select_related("unit", "root", "by").get(pk=inspection.pk)


def _made(pk: int) -> Inspection:
    spread()
    return Inspection.objects.select_related("unit", "root", "by").get(pk=pk)


def facts_of(inspection: Inspection) -> list[tuple[str, date, str]]:
    """Happening, day and outcome of each fact, in the order they were written."""
    rows = Fact.objects.filter(record_id=inspection.pk).order_by("pk")
    return list(rows.values_list("happening", "day", "outcome"))


def happenings(inspection: Inspection) -> list[str]:
    return [happening for happening, _, _ in facts_of(inspection)]


def last_event(inspection: Inspection) -> tuple[str, int | None, int | None]:
    """Its name, the version and who did it."""
    event = AuditEvent.objects.filter(kind=inspection.kind, record_id=inspection.pk).order_by("-pk")[0]
    return event.event, event.version, event.actor_id


def words_of(inspection: Inspection) -> dict[str, str]:
    return {narrative.part: narrative.text for narrative in Narrative.objects.filter(inspection=inspection)}


def page_of(inspection: Inspection, step: str = "") -> str:
    return f"{PAGES}{inspection.reference}/{step}"
