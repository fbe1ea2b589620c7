"""The reconciliation: what may be lex Sarah is a case, has a reason and a person behind it, or waits for one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Q, QuerySet

from varvet.kernel.access.holders import Holders
from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.questions.models import Suspicion
from varvet.kernel.questions.open import Waiting, list_waiting
from varvet.kernel.questions.suspicions import LEX_SARAH
from varvet.kernel.records.confidential import within
from varvet.kernel.records.models import Link, LinkKind, Record, Referral
from varvet.kernel.records.registry import list_registers
from varvet.kernel.records.taking import asked_of

PERMISSION, EXCLUDED = "lex_sarah.reconcile", "lex_sarah.view_excluded"


class Standing(StrEnum):
    """How it stands with something that may be lex Sarah."""

    ASKED = "asked"
    NOT_WEIGHED = "not_weighed"
    CASE = "case"
    REASON = "reason"


@dataclass(frozen=True)
class Possible:
    """A record that may be lex Sarah. Open ones have owners and a day; answered ones a case, or who gave a reason."""

    record: Record
    standing: Standing
    since: datetime
    due: date | None = None
    owners: tuple[User, ...] = ()
    case: Record | None = None
    by: User | None = None

    @property
    def is_open(self) -> bool:
        return self.standing in {Standing.ASKED, Standing.NOT_WEIGHED}

    def is_late(self, today: date) -> bool:
        """Past its day, or with nobody who can answer."""
        return self.is_open and (not self.owners or (self.due is not None and self.due < today))


@dataclass(frozen=True)
class Reconciliation:
    """Each record once: open + cases + reasons is all. Those taken over from before are counted apart."""

    open: tuple[Possible, ...]
    cases: tuple[Possible, ...]
    reasons: tuple[Possible, ...]
    taken_over: int

    @property
    def count(self) -> int:
        return len(self.open) + len(self.cases) + len(self.reasons)


def visible(reader: Reader) -> QuerySet[Record]:
    """The records whose reconciliation the reader follows; those that shut the manager out need one permission more."""
    return Record.objects.filter(within(reader, PERMISSION, EXCLUDED), root=reader.root)


def is_followed(reader: Reader, record: Record) -> bool:
    """As `visible`, for one record that has been read already."""
    needed = asked_of(record.confidentiality, PERMISSION, EXCLUDED)
    return all(reader.can(code, record.unit_id) for code in needed)


def reconcile(root: Unit, records: QuerySet[Record], *, today: date) -> Reconciliation:
    """Of the records that `records` lets through, in a number of queries that does not grow with them.

    What is open comes first, whatever was answered before; then what became a case; then what has a reason.
    """
    waiting = [one for one in list_waiting(root, Q(pk__in=records.values("pk"))) if one.may_be_lex_sarah]
    standing = _reasons(records) | _cases(records) | _open(waiting, Holders(root.pk, today))
    return Reconciliation(
        open=_of(standing, Standing.ASKED, Standing.NOT_WEIGHED),
        cases=_of(standing, Standing.CASE),
        reasons=_of(standing, Standing.REASON),
        taken_over=len(_taken_over(records) - set(standing)),
    )


def open_possible(root: Unit, records: QuerySet[Record], *, today: date) -> list[Possible]:
    """Only what waits, the first due first: for queues and alarms."""
    return possible_among(list_waiting(root, Q(pk__in=records.values("pk"))), Holders(root.pk, today))


def possible_among(waiting: Iterable[Waiting], holders: Holders) -> list[Possible]:
    """As `open_possible`, of what has been read already."""
    asked = [one for one in waiting if one.may_be_lex_sarah]
    found = _open(asked, holders) if asked else {}
    return list(_of(found, Standing.ASKED, Standing.NOT_WEIGHED))


def _of(standing: dict[int, Possible], *which: Standing) -> tuple[Possible, ...]:
    """Open ones by the day they are due, answered ones the newest first."""
    chosen = [one for one in standing.values() if one.standing in which]
    newest = sorted(chosen, key=lambda one: (one.since, one.record.pk), reverse=True)
    return tuple(sorted(newest, key=lambda one: one.due or date.min))


def _open(waiting: list[Waiting], holders: Holders) -> dict[int, Possible]:
    """A record with a question asked waits for its answer, whatever else was noticed."""
    found: dict[int, Possible] = {}
    for one in sorted(waiting, key=lambda one: one.referral is not None):
        standing = Standing.ASKED if one.referral else Standing.NOT_WEIGHED
        found[one.record.pk] = Possible(one.record, standing, one.asked_at, one.due, tuple(one.owners(holders)))
    return found


def _cases(records: QuerySet[Record]) -> dict[int, Possible]:
    """Taken on as lex Sarah, or followed by a case of it in some other way."""
    ties = Link.objects.filter(source__kind=LEX_SARAH, kind=LinkKind.FOLLOWS, target__in=records)
    rows = ties.exclude(target__kind=LEX_SARAH).select_related("source", "target__unit").order_by("-pk")
    return {tie.target_id: Possible(tie.target, Standing.CASE, tie.source.received_at, case=tie.source) for tie in rows}


def _reasons(records: QuerySet[Record]) -> dict[int, Possible]:
    """The latest reason, whoever gave it: in the unit when it was weighed, or where it would have been investigated."""
    weighed = Suspicion.objects.filter(record__in=records, weighed_at__isnull=False)
    refused = Referral.objects.filter(to_kind=LEX_SARAH, state=Referral.State.REFUSED, origin__in=records)
    given = [
        *(
            Possible(row.record, Standing.REASON, row.weighed_at, by=row.weighed_by)
            for row in weighed.select_related("record__unit", "weighed_by")
            if row.weighed_at
        ),
        *(
            Possible(row.origin, Standing.REASON, row.answered_at, by=row.answered_by)
            for row in refused.select_related("origin__unit", "answered_by")
            if row.answered_at
        ),
    ]
    return {one.record.pk: one for one in sorted(given, key=lambda one: one.since)}


def _taken_over(records: QuerySet[Record]) -> set[int]:
    cards = [register.weighs for register in list_registers() if register.weighs]
    return {pk for weighing in cards for pk in weighing.taken_over(records)}
