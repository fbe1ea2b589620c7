"""Taking over history: what was handled elsewhere and ended there, with its own days, in one go."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import history, spine
from varvet.registers.payment_errors import rules
from varvet.registers.payment_errors.models import KIND, Part, PaymentError
from varvet.registers.payment_errors.rules import Answer, Cause, Status


@dataclass(frozen=True)
class History:
    """A case as it ended elsewhere. One that was closed has a cause, and answers unless nothing was wrong."""

    unit: Unit
    received_at: datetime
    status: Status
    ended_at: datetime
    channel: rules.Channel = rules.Channel.OWN
    completed_on: date | None = None
    cause: Cause | None = None
    amount: int | None = None
    reclaim: Answer | None = None
    police: Answer | None = None
    texts: dict[Part, str] = field(default_factory=dict)
    synthetic: bool = False


@transaction.atomic
def import_history(*, rows: Sequence[History], root: Unit, by: User, now: datetime) -> list[PaymentError]:
    """All or none. Rows of one root, else ValueError; numbers follow the year each was received."""
    history.check_import(rows, root, by=by, now=now)
    for row in rows:
        _check(row)
    references = history.references_for(rows, root, KIND)
    records = [_record(row, reference, root) for row, reference in zip(rows, references, strict=True)]
    spine.insert_children(records)
    history.add_texts(rows, records)
    spine.commit_new(records, "imported", by=by)
    return records


def _check(row: History) -> None:
    """ValueError for what has not ended, or ended before it came in."""
    if row.status not in rules.ENDED or row.ended_at < row.received_at:
        raise ValueError("what is taken over has ended, after it came in")
    if row.status is not Status.CLOSED:
        return
    if row.cause is None or row.completed_on is None:
        raise ValueError("what was closed says what it was")
    rules.check_finding(row.cause, row.amount)
    rules.check_closing(rules.Progress(row.cause, row.reclaim or "", row.police or ""))


def _record(row: History, reference: str, root: Unit) -> PaymentError:
    ended, closed = day_of(row.ended_at), row.status is Status.CLOSED
    return PaymentError(
        kind=KIND,
        reference=reference,
        root=root,
        unit=row.unit,
        status=row.status,
        received_at=row.received_at,
        closed_at=row.ended_at,
        channel=row.channel,
        begun_on=day_of(row.received_at) if closed else None,
        dismissed_on=ended if row.status is Status.DISMISSED else None,
        left_on=ended if row.status is Status.NOT_INVESTIGATED else None,
        completed_on=row.completed_on if closed else None,
        cause=row.cause or "",
        amount=row.amount,
        reclaim=row.reclaim or "",
        reclaim_on=ended if row.reclaim else None,
        reclaimed=row.amount if row.reclaim is Answer.YES else None,
        police=row.police or "",
        police_on=ended if row.police else None,
        closed_on=ended if closed else None,
    )
