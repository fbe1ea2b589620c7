"""Deviations in each state, made by the register's own actions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.notifications.announcing import spread
from varvet.kernel.records.models import Fact
from varvet.kernel.records.once import new_key
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Cause, Deviation, Narrative

SECRET = "Kalle glömdes kvar i väntrummet"
ASSESSED = NOW + timedelta(days=1)
ACTED = NOW + timedelta(days=5)
CLOSED = NOW + timedelta(days=10)
REOPENED = NOW + timedelta(days=20)


def content(cast: Cast, **changes: Any) -> actions.Report:
    return replace(actions.Report(unit=cast.a, what=SECRET, when=rules.When.TODAY, worry=2), **changes)


def assessment(cast: Cast, **changes: Any) -> actions.Assessment:
    about = actions.Assessment(
        nature=rules.Nature.NEAR_MISS,
        category_list=cast.types,
        categories=(cast.type_called("delay"), cast.type_called("treatment")),
        quality_area="1",
        risk=rules.Risk(3, 3),
    )
    return replace(about, **changes)


def tally_content(cast: Cast, **changes: Any) -> actions.Tally:
    many = actions.Tally(
        unit=cast.a,
        month=date(2026, 2, 11),
        count=40,
        nature=rules.Nature.DEVIATION,
        category=cast.type_called("delay"),
        lesson="Vi bokar om tidigare.",
    )
    return replace(many, **changes)


def reported(cast: Cast, *, now: datetime = NOW, by: User | None = None, **changes: Any) -> Deviation:
    """With those who handle told of it, as after the worker's turn."""
    record = actions.report(content=content(cast, **changes), key=new_key(), by=by or cast.bo, now=now)
    spread()
    return Deviation.objects.get(pk=record.pk)


def assessed(cast: Cast, **changes: Any) -> Deviation:
    deviation = reported(cast)
    about = assessment(cast, **changes)
    return actions.assess(deviation=deviation, assessment=about, version=deviation.version, by=cast.alice, now=ASSESSED)


def closed(cast: Cast) -> Deviation:
    deviation = assessed(cast)
    ending = actions.Closing("Vi har ändrat rutinen.", "Räkna stolarna.")
    return actions.close(deviation=deviation, closing=ending, version=deviation.version, by=cast.alice, now=CLOSED)


def reopened(cast: Cast) -> Deviation:
    deviation = closed(cast)
    return actions.reopen(
        deviation=deviation, reason="Det hände igen.", version=deviation.version, by=cast.alice, now=REOPENED
    )


def investigating(cast: Cast) -> Deviation:
    deviation = assessed(cast)
    return actions.investigate(deviation=deviation, version=deviation.version, by=cast.alice, now=ASSESSED)


def with_cause(cast: Cast, deviation: Deviation, category: str = "routine") -> Cause:
    """A cause without a measure."""
    why = actions.NewCause(category, "Rutinen säger inte vem som bevakar inkorgen.")
    version = fresh(deviation).version
    return actions.add_cause(deviation=deviation, content=why, version=version, by=cast.alice, now=ASSESSED)


def acting(cast: Cast) -> Deviation:
    """Its one cause needs no measure."""
    deviation = investigating(cast)
    cause, reason = with_cause(cast, deviation), "Rutinen är redan ändrad."
    version = fresh(deviation).version
    actions.excuse_cause(cause=cause, reason=reason, version=version, by=cast.alice, now=ASSESSED)
    return actions.act(deviation=deviation, version=version + 1, by=cast.alice, now=ACTED)


def following_up(cast: Cast) -> Deviation:
    deviation = acting(cast)
    plan = actions.Plan("Att inkorgen är tom varje kväll.", date(2026, 4, 1))
    return actions.follow_up(deviation=deviation, content=plan, version=deviation.version, by=cast.alice, now=ACTED)


def judged(cast: Cast) -> Deviation:
    deviation = following_up(cast)
    found = actions.Judgement(rules.Result.HELPED, "Inkorgen har varit tom.")
    return actions.judge(deviation=deviation, content=found, version=deviation.version, by=cast.alice, now=ACTED)


def dismissed(cast: Cast) -> Deviation:
    deviation, reason = reported(cast), "Det är så här vi har bestämt att göra."
    return actions.dismiss(deviation=deviation, reason=reason, version=1, by=cast.alice, now=ASSESSED)


def duplicate(cast: Cast) -> Deviation:
    original, deviation = reported(cast), reported(cast)
    return actions.mark_duplicate(deviation=deviation, original=original, version=1, by=cast.alice, now=ASSESSED)


IN_STATE: dict[rules.Status, Callable[[Cast], Deviation]] = {
    rules.Status.RECEIVED: reported,
    rules.Status.ASSESSED: assessed,
    rules.Status.INVESTIGATING: investigating,
    rules.Status.ACTING: acting,
    rules.Status.FOLLOWING_UP: following_up,
    rules.Status.CLOSED: closed,
    rules.Status.REOPENED: reopened,
    rules.Status.NOT_DEVIATION: dismissed,
    rules.Status.DUPLICATE: duplicate,
}


def in_state(cast: Cast, status: rules.Status) -> Deviation:
    """A deviation that the register's own actions have led to a state."""
    return IN_STATE[status](cast)


def fresh(deviation: Deviation) -> Deviation:
    """As it is saved now."""
    return Deviation.objects.get(pk=deviation.pk)


def facts_of(deviation: Deviation) -> list[tuple[str, date, int, str, int | None]]:
    """Happening, day, count, category and days of each fact, in the order they were written.

    But for `reported`, which every report has.
    """
    rows = Fact.objects.filter(record_id=deviation.pk).exclude(happening="reported").order_by("pk")
    return list(rows.values_list("happening", "day", "count", "category", "days"))


def events_of(deviation: Deviation) -> list[tuple[str, int | None, int | None]]:
    """Event, version and actor of each row of the trail."""
    rows = AuditEvent.objects.filter(record_id=deviation.pk).order_by("pk")
    return list(rows.values_list("event", "version", "actor_id"))


def words_of(deviation: Deviation) -> dict[str, str]:
    return {narrative.part: narrative.text for narrative in Narrative.objects.filter(deviation=deviation)}


def at(year: int, month: int, day: int, hour: int = 12, minute: int = 0) -> datetime:
    """An instant in UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)
