"""How every step begins and ends: who and when first, the record locked, one commit last."""

from dataclasses import dataclass
from datetime import date, datetime

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of, due_day
from varvet.kernel.organisation.terms import get_term
from varvet.kernel.records import spine
from varvet.kernel.records.models import Record
from varvet.registers.risks import rules
from varvet.registers.risks.models import Happening, Risk, What
from varvet.registers.risks.rules import Event

SEE, EDIT, ACCEPT = "risks.view", "risks.edit", "risks.accept"
REVIEWED, LONGEST = "risk_genomgang", "risk_accepterad"  # terms
NEEDED = {Event.ACCEPT: ACCEPT}  # the others need EDIT


@dataclass(frozen=True)
class Change:
    """What is done to which risk, knowing which version, by whom and when."""

    risk: Risk
    version: int
    by: User
    now: datetime

    @property
    def today(self) -> date:
        return day_of(self.now)


def check_may(risk: Risk, event: Event, *, by: User, today: date) -> None:
    check(by, NEEDED.get(event, EDIT), risk.unit, today=today)


def begin(change: Change, event: Event) -> Risk:
    """The record, locked, for somebody who may do this to it, in a state where it can be done."""
    check_may(change.risk, event, by=change.by, today=change.today)
    current = spine.lock(change.risk, version=change.version)
    rules.check_now(event, current.status)
    return current


def finish(risk: Risk, event: str, change: Change, data: dict[str, object] | None = None) -> Risk:
    current = risk.current
    risk.rank = current.product if current else 0
    risk.save()
    spine.commit(risk, event, by=change.by, data=data)
    return risk


def note(risk: Risk, what: What, change: Change, *, until: date | None = None) -> None:
    """That it has happened, with the score as it is now."""
    score = risk.current
    Happening.objects.create(
        risk=risk,
        what=what,
        on=change.today,
        consequence=score.consequence if score else None,
        probability=score.probability if score else None,
        until=until,
        by=change.by,
    )


def note_occurred(risk: Risk, record: Record, on: date, by: User) -> None:
    """On the day of what came true, whatever day it is tied."""
    score = risk.current
    Happening.objects.create(
        risk=risk,
        what=What.OCCURRED,
        on=on,
        consequence=score.consequence if score else None,
        probability=score.probability if score else None,
        record=record,
        by=by,
    )


def latest_review(risk: Risk, today: date) -> date:
    return due_day(today, get_term(REVIEWED, root=risk.root, on=today))


def latest_acceptance(risk: Risk, today: date) -> date:
    return due_day(today, get_term(LONGEST, root=risk.root, on=today))
