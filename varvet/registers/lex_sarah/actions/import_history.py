"""Taking over history: cases already handled elsewhere, with their own days, in one go."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.records import spine
from varvet.kernel.records.numbering import reserve
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.classify import check_type
from varvet.registers.lex_sarah.models import KIND, LexSarah, Narrative, Part


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
    """All or none. Rows of one root; numbers follow the year each was received."""
    check(by, "history.import", root, today=day_of(now))
    references = _references(rows, root)
    cases = [_case(row, reference, root) for row, reference in zip(rows, references, strict=True)]
    for row, case in zip(rows, cases, strict=True):
        check_type(row.category_list, row.category)
        rules.check_course(row.status, case.course)
    spine.insert_children(cases)
    Narrative.objects.bulk_create(
        [
            Narrative(case=case, part=part, text=text, written_at=row.received_at, synthetic=row.synthetic)
            for row, case in zip(rows, cases, strict=True)
            for part, text in row.texts.items()
        ],
        batch_size=500,
    )
    spine.commit_new(cases, "imported", by=by)
    return cases


def _references(rows: Sequence[History], root: Unit) -> list[str]:
    years = [day_of(row.received_at).year for row in rows]
    waiting = {year: iter(reserve(root, KIND, year, years.count(year))) for year in sorted(set(years))}
    return [next(waiting[year]) for year in years]


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
