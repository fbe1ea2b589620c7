"""Taking over history: cases already handled elsewhere, with their own days, in one go."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.records import history, spine
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.classify import check_type
from varvet.registers.lex_sarah.models import KIND, LexSarah, Part


@dataclass(frozen=True)
class History:
    """A case as another system had it. Its days must follow each other and agree with its state and outcome."""

    unit: Unit
    received_at: datetime
    status: rules.Status
    category_list: CategoryList | None = None
    category: Category | None = None
    law: str = rules.Law.SOL
    opened_on: date | None = None
    completed_on: date | None = None
    decided_on: date | None = None
    outcome: str = ""
    reported_on: date | None = None
    ivo_number: str = ""
    closed_at: datetime | None = None
    texts: dict[Part, str] = field(default_factory=dict)
    synthetic: bool = False


@transaction.atomic
def import_history(*, rows: Sequence[History], root: Unit, by: User, now: datetime) -> list[LexSarah]:
    """All or none. Rows of one root, else ValueError; numbers follow the year each was received."""
    history.check_import(rows, root, by=by, now=now)
    references = history.references_for(rows, root, KIND)
    cases = [_case(row, reference, root) for row, reference in zip(rows, references, strict=True)]
    for row, case in zip(rows, cases, strict=True):
        check_type(row.category_list, row.category)
        rules.check_course(row.status, case.course)
    spine.insert_children(cases)
    history.add_texts(rows, cases)
    spine.commit_new(cases, "imported", by=by)
    return cases


def _case(row: History, reference: str, root: Unit) -> LexSarah:
    return LexSarah(
        kind=KIND,
        reference=reference,
        root=root,
        unit=row.unit,
        status=row.status,
        received_at=row.received_at,
        closed_at=row.closed_at,
        law=rules.Law(row.law),
        category_list=row.category_list,
        category=row.category,
        opened_on=row.opened_on,
        completed_on=row.completed_on,
        decided_on=row.decided_on,
        outcome=rules.Outcome(row.outcome) if row.outcome else "",
        reported_on=row.reported_on,
        ivo_number=row.ivo_number,
        closed_on=day_of(row.closed_at) if row.closed_at else None,
    )
