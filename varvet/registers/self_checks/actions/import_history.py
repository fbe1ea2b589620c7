"""Taking over history: rounds carried out elsewhere, with their own days, in one go."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import STOCKHOLM
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.records import history, spine
from varvet.registers.self_checks import rules
from varvet.registers.self_checks.actions.plan import check_question
from varvet.registers.self_checks.actions.words import splits_of
from varvet.registers.self_checks.models import KIND, Part, Round, Split


@dataclass(frozen=True)
class History:
    """A round as another source had it. Shares in thousandths; `population`, `sample` and `fulfilled` in cases."""

    unit: Unit
    question: Category
    category_list: CategoryList
    goal: str
    quality_area: str
    method: str
    first_day: date
    last_day: date
    status: rules.Status
    census: bool = False
    population: int | None = None
    sample: int | None = None
    fulfilled: int | None = None
    stated_permille: int | None = None
    response_rate_permille: int | None = None
    target_percent: int | None = None
    part: str = ""
    not_done_reason: str = ""
    splits: tuple[rules.SplitRow, ...] = ()
    texts: dict[Part, str] = field(default_factory=dict)
    synthetic: bool = False

    @property
    def received_at(self) -> datetime:
        """Noon in Sweden on the last day: the source says no more."""
        return datetime.combine(self.last_day, time(12), tzinfo=STOCKHOLM)

    @property
    def figures(self) -> rules.Figures:
        return rules.Figures(
            census=self.census,
            population=self.population,
            sample=self.sample,
            fulfilled=self.fulfilled,
            stated_permille=self.stated_permille,
            response_rate_permille=self.response_rate_permille,
        )


@transaction.atomic
def import_history(*, rows: Sequence[History], root: Unit, by: User, now: datetime) -> list[Round]:
    """All or none. Rows of one root, else ValueError; numbers follow the year each round ended."""
    history.check_import(rows, root, by=by, now=now)
    for row in rows:
        _check(row)
    references = history.references_for(rows, root, KIND)
    rounds = [_round(row, reference, root) for row, reference in zip(rows, references, strict=True)]
    spine.insert_children(rounds)
    pairs = list(zip(rows, rounds, strict=True))
    Split.objects.bulk_create([split for row, round_ in pairs for split in splits_of(round_, row.splits)])
    history.add_texts(rows, rounds)
    spine.commit_new(rounds, "imported", by=by)
    return rounds


def _check(row: History) -> None:
    check_question(row.question, row.category_list)
    rules.check_plan(row.first_day, row.last_day, row.target_percent)
    rules.check_state(row.status, row.figures, row.not_done_reason)
    rules.check_splits(row.figures, row.splits)


def _round(row: History, reference: str, root: Unit) -> Round:
    is_over = row.status not in rules.OPEN
    return Round(
        kind=KIND,
        reference=reference,
        root=root,
        unit=row.unit,
        status=row.status,
        received_at=row.received_at,
        closed_at=row.received_at if is_over else None,
        question=row.question,
        goal=row.goal,
        quality_area=row.quality_area,
        method=row.method,
        part=row.part,
        first_day=row.first_day,
        last_day=row.last_day,
        target_percent=row.target_percent,
        census=row.census,
        population=row.population,
        sample=row.sample,
        fulfilled=row.fulfilled,
        stated_permille=row.stated_permille,
        response_rate_permille=row.response_rate_permille,
        performed_on=row.last_day if row.status is rules.Status.PERFORMED else None,
        not_done_reason=row.not_done_reason.strip(),
    )
