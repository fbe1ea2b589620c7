"""Changing many at once: owner, last day, and starting; each row by itself, whole or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.once import once
from varvet.registers.improvements import rules
from varvet.registers.improvements.actions.edit import give
from varvet.registers.improvements.models import Improvement


@dataclass(frozen=True)
class Chosen:
    """One improvement, and the version it was seen in."""

    improvement: Improvement
    version: int


@dataclass(frozen=True)
class Outcome:
    """How it went for one: `wrong` is what refused it, None when it was changed."""

    reference: str
    wrong: RuleBroken | StaleVersion | None = None


def change_many(*, chosen: Sequence[Chosen], change: rules.Change, key: str, by: User, now: datetime) -> list[Outcome]:
    """Sent again with the same key, what was changed is not changed twice, and what was refused is tried again.

    NotAllowed stops all: who may not, has been shown what is not theirs.
    """
    rules.check_change(change)
    owner = User.objects.get(pk=change.owner_id) if change.owner_id else None
    for one in chosen:
        check(by, "improvements.edit", one.improvement.unit, today=day_of(now))
    return [_one(one, f"{key[:40]}-{one.improvement.pk}", _changing(one, change, owner, by, now), by) for one in chosen]


def _one(one: Chosen, key: str, work: Callable[[], Improvement], by: User) -> Outcome:
    reference = one.improvement.reference
    try:
        with transaction.atomic():
            once(key, by=by, create=work)
    except (RuleBroken, StaleVersion) as refused:
        return Outcome(reference, refused)
    return Outcome(reference)


def _changing(
    one: Chosen, change: rules.Change, owner: User | None, by: User, now: datetime
) -> Callable[[], Improvement]:
    def work() -> Improvement:
        current = spine.lock(one.improvement, version=one.version)
        rules.check_event(rules.Event.EDIT, current.status, current.effect)
        if owner is not None:
            give(current, owner, by=by, now=now)
        if change.due_on is not None:
            rules.check_decision(current.decided_on, change.due_on, day_of(now))
            current.due_on = change.due_on
        if change.starts:
            rules.check_event(rules.Event.START, current.status, current.effect)
            current.status, current.started_on = rules.Status.ONGOING, day_of(now)
        current.save()
        data = {"owner": change.owner_id, "due": bool(change.due_on), "started": change.starts}
        spine.commit(current, "changed_with_others", by=by, data=data)
        return current

    return work
