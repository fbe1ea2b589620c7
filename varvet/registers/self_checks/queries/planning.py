"""Reading plans: which there are, what is in them, and how far their rounds have come, in the reader's units."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import roles_with
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.organisation.settings_of_root import quality_year
from varvet.registers.self_checks.models import (
    QUESTIONS,
    Form,
    FormVersion,
    PlanChange,
    PlannedRound,
    PlanRow,
    Round,
    YearPlan,
)
from varvet.registers.self_checks.rules import OPEN, planning

VIEW, PLAN = "self_checks.view", "self_checks.plan"
MOST_CHANGES = 50


@dataclass(frozen=True)
class Made:
    """A round that a row made, as far as lists show it."""

    row_id: int
    unit: Unit
    reference: str
    status: str
    first_day: date
    last_day: date
    not_done_reason: str
    record_id: int


@dataclass(frozen=True)
class RowRead:
    """A row of a plan with its units and rounds, as far as the reader sees them."""

    row: PlanRow
    units: tuple[Unit, ...]
    made: tuple[Made, ...]
    progress: planning.Progress


@dataclass(frozen=True)
class PlanRead:
    plan: YearPlan
    rows: tuple[RowRead, ...]
    changes: tuple[PlanChange, ...] = field(default=())

    @property
    def progress(self) -> planning.Progress:
        return total(row.progress for row in self.rows)


def plans_visible_to(reader: Reader) -> QuerySet[YearPlan]:
    """Plans of the reader's units, and those with a check in one of them."""
    seen = reader.units(VIEW)
    concerned = PlanRow.objects.filter(plan=OuterRef("pk"), units__in=seen, removed_at__isnull=True)
    rows = YearPlan.objects.filter(Q(unit_id__in=seen) | Exists(concerned), root=reader.root)
    return rows.select_related("unit", "root", "approved_by")


def rows_visible_to(reader: Reader) -> QuerySet[PlanRow]:
    """Rows that stand in a plan, are not struck out, and concern one of the reader's units."""
    seen = reader.units(VIEW)
    rows = PlanRow.objects.filter(plan__in=plans_visible_to(reader), removed_at__isnull=True)
    mine = PlanRow.units.through.objects.filter(planrow_id=OuterRef("pk"), unit_id__in=seen)
    found = rows.filter(Q(plan__unit_id__in=seen) | Exists(mine))
    return found.select_related("plan__unit", "plan__root", "question", "responsible", "form")


def read_plan(reader: Reader, plan: YearPlan) -> PlanRead:
    rows = read_rows(reader, rows_visible_to(reader).filter(plan=plan))
    changes = PlanChange.objects.filter(plan=plan).select_related("row__question", "by")
    if not reader.can(VIEW, plan.unit_id):  # what was struck out concerned other units too
        changes = changes.filter(row__in=[one.row.pk for one in rows])
    return PlanRead(plan, tuple(rows), tuple(changes[:MOST_CHANGES]))


def read_rows(reader: Reader, rows: QuerySet[PlanRow]) -> list[RowRead]:
    """With their rounds in the reader's units; a few queries, however many rows."""
    seen = reader.units(VIEW)
    units = Prefetch("units", Unit.objects.filter(pk__in=seen).order_by("sort_key"))
    found = list(rows.prefetch_related(units))
    made = _made(found, seen)
    years = {plan: _span(plan) for plan in {row.plan for row in found}}
    return [_row(row, made[row.pk], years[row.plan], reader.today) for row in found]


def _span(plan: YearPlan) -> planning.Span:
    year = quality_year(plan.root, plan.year)
    return planning.Span(year.first, year.last)


def _row(row: PlanRow, made: list[Made], year: planning.Span, today: date) -> RowRead:
    units = tuple(row.units.all())
    have = {(one.unit.pk, one.first_day) for one in made}
    slots = planning.slots(row.frequency, year, row.span)
    to_make = sum(1 for unit in units for slot in slots if (unit.pk, slot.first) not in have)
    rounds = [(one.status, one.last_day) for one in made]
    return RowRead(row, units, tuple(made), planning.progress_of(rounds, today, to_make))


def _made(rows: list[PlanRow], seen: frozenset[int]) -> dict[int, list[Made]]:
    planned = PlannedRound.objects.filter(row__in=[row.pk for row in rows], unit_id__in=seen)
    found: dict[int, list[Made]] = defaultdict(list)
    for one in planned.select_related("unit", "round").order_by("unit__sort_key", "first_day"):
        found[one.row_id].append(_one(one, one.round))
    return found


def _one(planned: PlannedRound, round_: Round) -> Made:
    return Made(
        row_id=planned.row_id,
        unit=planned.unit,
        reference=round_.reference,
        status=round_.status,
        first_day=planned.first_day,
        last_day=round_.last_day,
        not_done_reason=round_.not_done_reason,
        record_id=round_.pk,
    )


def total(parts: Iterable[planning.Progress]) -> planning.Progress:
    found = list(parts)
    names = ("done", "ongoing", "waiting", "not_done", "late", "to_make")
    return planning.Progress(**{name: sum(getattr(part, name) for part in found) for name in names})


def control_points(reader: Reader, year: int) -> list[RowRead]:
    """Checks that serve as points of a year's internal control plan."""
    return read_rows(reader, rows_visible_to(reader).filter(control_year=year).order_by("control_point", "pk"))


def count_rows(reader: Reader, plans: Iterable[YearPlan]) -> dict[int, int]:
    """Plan -> how many of its rows the reader sees."""
    rows = rows_visible_to(reader).filter(plan__in=[plan.pk for plan in plans])
    return dict(rows.order_by().values_list("plan").annotate(n=Count("pk")))


def newest_questions(root: Unit) -> CategoryList | None:
    """Those of a day to come included: a plan looks ahead."""
    return CategoryList.objects.filter(root=root, key=QUESTIONS).order_by("-version").first()


def same_question(root: Unit, code: str) -> Category | None:
    """A question by its code in the newest list."""
    return Category.objects.filter(list=newest_questions(root), code=code).first()


def usable_forms(root: Unit, chosen: Form | None) -> list[Form]:
    """The root's published forms, by name, and the one chosen before though it may be out of use."""
    published = FormVersion.objects.filter(form=OuterRef("pk"), published_at__isnull=False)
    usable = Q(retired_on__isnull=True) & Exists(published)
    return list(Form.objects.filter(usable | Q(pk=chosen.pk if chosen else None), root=root).order_by("name"))


def list_able(unit_ids: frozenset[int], reader: Reader) -> list[User]:
    """Those who hold a role that performs checks in the root today, by name; the action asks about each unit."""
    in_force = Q(last_day__isnull=True) | Q(last_day__gte=reader.today)
    roles = [role.code for role in roles_with("self_checks.perform")]
    held = Assignment.objects.filter(in_force, unit__root=reader.root, first_day__lte=reader.today, role__in=roles)
    people = {row.user_id for row in held.select_related("unit") if unit_ids & reader.below(row.unit_id)}
    return list(User.objects.filter(is_active=True, pk__in=people).order_by("name"))


def row_of(round_: Round) -> PlanRow | None:
    """The row of the plan that made the round."""
    return PlanRow.objects.select_related("plan__unit").filter(made__round=round_).first()


def held_rounds(root: Unit) -> QuerySet[Round]:
    """Open rounds that somebody is responsible for by name."""
    return Round.objects.filter(root=root, status__in=OPEN, planned__responsible__isnull=False)
