"""What the pages of plans show, and the forms that belong to a whole plan."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.checks import check
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import get_role
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.settings_of_root import get_setting, quality_year_of
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.ui.sentences import said, sentence_of
from varvet.registers.self_checks.actions import year_plans
from varvet.registers.self_checks.actions.planning_steps import APPROVE, PLAN
from varvet.registers.self_checks.forms.planning import PlanVersionForm, StartPlanForm
from varvet.registers.self_checks.models import PlanChange, PlanRow, YearPlan
from varvet.registers.self_checks.queries import planning as queries
from varvet.registers.self_checks.queries.planning import PlanRead, RowRead
from varvet.registers.self_checks.rules import METHOD_LABELS, planning
from varvet.registers.self_checks.rules.ready_plans import ReadyPlan, list_ready_plans, ready_plan
from varvet.registers.self_checks.views.shown import require_view

STATES = {True: marked("Godkänd"), False: marked("Utkast")}
NOT_CHOSEN = marked("Utan kvalitetsområde")


@dataclass(frozen=True)
class PlanLine:
    """A plan in the list of plans. `state` picks the ring's colour and `step` how much of it is filled."""

    pk: int
    unit: str
    year: int
    state: str
    state_label: str
    step: int
    rows: int


@dataclass(frozen=True)
class RowLine:
    """A check in a plan."""

    pk: int
    question: str
    goal: str
    units: str
    how: str
    form: str
    responsible: str
    done: int
    total: int
    how_far: str
    late: int
    control_point: str


@dataclass(frozen=True)
class Group:
    """The checks of one quality area."""

    heading: str
    rows: list[RowLine]


@dataclass(frozen=True)
class ChangeLine:
    at: object
    what: str
    question: str
    reason: str
    by: str


@dataclass(frozen=True)
class StepAsks:
    """What a step's page asks, in words that are ready to be shown."""

    heading: str
    sub: str
    button: str
    note: str = ""
    danger: bool = False


def plan_asked(reader: Reader, pk: int) -> YearPlan:
    require_view(reader)
    return get_object_or_404(queries.plans_visible_to(reader), pk=pk)


def ready_asked(name: str) -> ReadyPlan:
    try:
        return ready_plan(name)
    except KeyError as unknown:
        raise Http404 from unknown


@contextmanager
def told(request: PersonRequest) -> Iterator[None]:
    """A rule's refusal of a button becomes a message on the page it leads back to."""
    try:
        yield
    except RuleBroken as broken:
        messages.error(request, sentence_of(broken))


def plans_page(reader: Reader) -> dict[str, object]:
    require_view(reader)
    plans = list(queries.plans_visible_to(reader))
    counts = queries.count_rows(reader, plans)
    years = [
        (year, [_plan_line(plan, counts.get(plan.pk, 0)) for plan in group])
        for year, group in groupby(plans, key=lambda plan: plan.year)
    ]
    return {"years": years, "may_plan": reader.has(PLAN)}


def _plan_line(plan: YearPlan, rows: int) -> PlanLine:
    state = "performed" if plan.is_approved else "planned"
    label = said(STATES[plan.is_approved])
    return PlanLine(plan.pk, plan.unit.name, plan.year, state, label, 2 if plan.is_approved else 1, rows)


def plan_page(reader: Reader, plan: YearPlan) -> dict[str, object]:
    found = queries.read_plan(reader, plan)
    may_plan = reader.can(PLAN, plan.unit_id)
    progress = found.progress
    return {
        "plan": plan,
        "state_label": STATES[plan.is_approved],
        "groups": _groups(found, reader),
        "points": [row_line(one) for one in found.rows if one.row.control_point],
        "progress": progress,
        "how_far": sentence_of(planning.how_far(progress)),
        "changes": [_change_line(change) for change in found.changes],
        "may_plan": may_plan,
        "may_approve": reader.can(APPROVE, plan.unit_id) and not plan.is_approved and bool(found.rows),
        "to_make": progress.to_make if plan.is_approved and may_plan else 0,
        "ready": [] if plan.is_approved or not may_plan else _not_taken(plan),
        "next_year": plan.year + 1,
    }


def _not_taken(plan: YearPlan) -> list[ReadyPlan]:
    keys = PlanRow.objects.filter(plan=plan).values_list("key", flat=True)
    taken = {key.partition(":")[0] for key in keys}
    return [ready for ready in list_ready_plans() if ready.name not in taken]


def _groups(found: PlanRead, reader: Reader) -> list[Group]:
    """By quality area, in the order of their codes, those without one last; in it by goal and question."""
    areas = get_setting(reader.root, "quality_areas", reader.today) if reader.root else {}
    rows = sorted(found.rows, key=lambda one: (not one.row.quality_area, one.row.quality_area, one.row.goal))
    return [
        Group(f"{code} {areas.get(code, '')}".strip() or said(NOT_CHOSEN), [row_line(one) for one in group])
        for code, group in groupby(rows, key=lambda one: one.row.quality_area)
    ]


def row_line(one: RowRead) -> RowLine:
    row, progress = one.row, one.progress
    return RowLine(
        pk=row.pk,
        question=row.question.label,
        goal=row.goal,
        units=units_in_words(one),
        how=_("{method}, {often}").format(method=said(METHOD_LABELS[row.method]), often=often(row)),
        form=row.form.name if row.form else "",
        responsible=responsible(row),
        done=progress.done,
        total=progress.total,
        how_far=sentence_of(planning.how_far(progress)),
        late=progress.late,
        control_point=row.control_point,
    )


def often(row: PlanRow) -> str:
    return said(planning.FREQUENCY_LABELS[row.frequency]).lower()


def responsible(row: PlanRow) -> str:
    if row.responsible:
        return row.responsible.name
    return said(get_role(row.responsible_role).label) if row.responsible_role else _("Närmast enheten")


def units_in_words(one: RowRead) -> str:
    """The unit's name, or how many there are."""
    count = len(one.units)
    return one.units[0].name if count == 1 else ngettext("{n} enhet", "{n} enheter", count).format(n=count)


def _change_line(change: PlanChange) -> ChangeLine:
    by = change.by.name if change.by else ""
    return ChangeLine(
        change.at, said(planning.CHANGE_LABELS[change.what]), change.row.question.label, change.reason, by
    )


def start_form(request: PersonRequest) -> StartPlanForm:
    reader = request.reader
    reader.require(PLAN)
    assert reader.root is not None
    this = quality_year_of(reader.root, reader.today).last.year
    own = reader.main_assignment.unit_id if reader.main_assignment else None
    initial = {"unit": own, "year": this, "begin": ""}
    years = list(range(this - 1, this + 3))
    return StartPlanForm(request.POST or None, units=reader.list_units(PLAN), years=years, initial=initial)


def start(form: StartPlanForm, *, by: User) -> YearPlan:
    """The new plan, filled from a ready one where one was chosen."""
    given, now = form.cleaned_data, timezone.now()
    if not given["begin"]:
        return year_plans.start_plan(unit=given["unit"], year=given["year"], by=by, now=now)
    ready = ready_plan(given["begin"])
    return year_plans.start_from_ready(unit=given["unit"], year=given["year"], ready=ready, by=by, now=now)


def approve_form(request: PersonRequest, pk: int) -> tuple[YearPlan, PlanVersionForm]:
    reader, plan = request.reader, plan_asked(request.reader, pk)
    if request.method != "POST":
        check(reader.user, APPROVE, plan.unit, today=reader.today)
    return plan, PlanVersionForm(request.POST or None, initial={"version": plan.version})


def approve_page(request: PersonRequest, plan: YearPlan, form: PlanVersionForm) -> dict[str, object]:
    count = len(queries.read_plan(request.reader, plan).rows)
    told_rows = ngettext("{n} kontroll i planen.", "{n} kontroller i planen.", count).format(n=count)
    asks = StepAsks(
        heading=_("Godkänn planen för {year}").format(year=plan.year),
        sub=_("{unit}. {rows}").format(unit=plan.unit.name, rows=told_rows),
        button=_("Godkänn planen"),
        note=_("Du godkänner som {name}. Ändringar därefter skrivs med skäl.").format(name=request.reader.user.name),
    )
    return {"form": form, "plan": plan, "asks": asks}


def made_words(count: int) -> str:
    if not count:
        return _("Alla omgångar fanns redan.")
    return ngettext("{n} omgång är skapad.", "{n} omgångar är skapade.", count).format(n=count)


def taken_words(count: int) -> str:
    if not count:
        return _("Alla kontrollerna fanns redan i planen.")
    return ngettext("{n} kontroll är kopierad till planen.", "{n} kontroller är kopierade till planen.", count).format(
        n=count
    )
