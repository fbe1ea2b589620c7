"""Taking over history: feedback already handled elsewhere, with its own days, in one go."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records import history, spine
from varvet.registers.feedback import rules
from varvet.registers.feedback.actions.categorise import check_categories, mentions_of
from varvet.registers.feedback.models import KIND, Feedback, Mention, Part, due_by


@dataclass(frozen=True)
class History:
    """Feedback as another system had it. The first category is the primary; the days must agree with the state."""

    unit: Unit
    received_at: datetime
    sort: str
    status: rules.Status
    channel: str = rules.Channel.IMPORTED
    said_by: str = ""
    category_list: CategoryList | None = None
    categories: tuple[Category, ...] = ()
    diary_number: str = ""
    registered_on: date | None = None
    answered_on: date | None = None
    answer_registered_on: date | None = None
    handled_in_case: bool = False
    closed_at: datetime | None = None
    texts: dict[Part, str] = field(default_factory=dict)
    synthetic: bool = False


@transaction.atomic
def import_history(*, rows: Sequence[History], root: Unit, by: User, now: datetime) -> list[Feedback]:
    """All or none. Rows of one root, else ValueError; numbers follow the year each was received."""
    history.check_import(rows, root, by=by, now=now)
    references = history.references_for(rows, root, KIND)
    terms = read_terms(root)
    records = [_feedback(row, reference, terms) for row, reference in zip(rows, references, strict=True)]
    for row, record in zip(rows, records, strict=True):
        check_categories(row.category_list, row.categories)
        rules.check_course(row.status, record.course)
    spine.insert_children(records)
    Mention.objects.bulk_create(
        [mention for row, record in zip(rows, records, strict=True) for mention in mentions_of(record, row.categories)],
        batch_size=500,
    )
    history.add_texts(rows, records)
    spine.commit_new(records, "imported", by=by)
    return records


def _feedback(row: History, reference: str, terms: TermTable) -> Feedback:
    """An answer whose words came along is one that is kept."""
    return Feedback(
        kind=KIND,
        reference=reference,
        root=row.unit.root or row.unit,
        unit=row.unit,
        status=row.status,
        received_at=row.received_at,
        closed_at=row.closed_at,
        sort=rules.Sort(row.sort),
        channel=rules.Channel(row.channel),
        category_list=row.category_list,
        diary_number=row.diary_number,
        registered_on=row.registered_on,
        answered_on=row.answered_on,
        answer_registered_on=row.answer_registered_on,
        answer_kept=row.answered_on is not None and bool(row.texts.get(Part.ANSWER, "").strip()),
        answer_due_on=due_by(terms, row.sort, day_of(row.received_at)),
        said_by=row.said_by,
        handled_in_case=row.handled_in_case,
        closed_on=day_of(row.closed_at) if row.closed_at else None,
    )
