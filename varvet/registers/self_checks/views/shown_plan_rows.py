"""What the pages of a plan's checks show, and their forms."""

from dataclasses import asdict, dataclass
from datetime import date

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.access.checks import check
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.records.once import new_key
from varvet.kernel.ui.lists import one_asked
from varvet.kernel.ui.sentences import said, sentence_of
from varvet.registers.self_checks.actions import plan_rows
from varvet.registers.self_checks.actions.planning_steps import PLAN, year_of
from varvet.registers.self_checks.forms import quality_areas
from varvet.registers.self_checks.forms.planning import PERSON, ROLE, RemoveRowForm, RowChoices, RowForm
from varvet.registers.self_checks.models import Form, PlanRow, YearPlan
from varvet.registers.self_checks.queries import planning as queries
from varvet.registers.self_checks.queries.planning import Made, RowRead
from varvet.registers.self_checks.rules import METHOD_LABELS, STATUS_LABELS, Status, planning
from varvet.registers.self_checks.views.shown import require_view, step_of
from varvet.registers.self_checks.views.shown_plans import StepAsks, often, plan_asked, responsible, row_line


@dataclass(frozen=True)
class UnitLine:
    """How far one unit has come."""

    name: str
    done: int
    ongoing: int
    waiting: int
    not_done: int
    late: int


@dataclass(frozen=True)
class RoundLine:
    reference: str
    unit: str
    status: str
    status_label: str
    step: int
    first_day: date
    last_day: date
    is_late: bool
    reason: str


def row_asked(reader: Reader, pk: int) -> PlanRow:
    require_view(reader)
    return get_object_or_404(queries.rows_visible_to(reader), pk=pk)


def row_page(reader: Reader, row: PlanRow) -> dict[str, object]:
    [found] = queries.read_rows(reader, queries.rows_visible_to(reader).filter(pk=row.pk))
    progress = found.progress
    return {
        "row": row,
        "units": [_unit_line(found, unit.pk, unit.name, reader.today) for unit in found.units],
        "rounds": [_round_line(made, reader.today) for made in found.made],
        "progress": progress,
        "how_far": sentence_of(planning.how_far(progress)),
        "form": row.form,
        "method_label": METHOD_LABELS[row.method],
        "often": often(row),
        "responsible": responsible(row),
        "may_plan": reader.can(PLAN, row.plan.unit_id),
        "may_remove": not progress.has_begun,
        "is_campaign": len(found.units) > 1,
    }


def _unit_line(found: RowRead, unit_id: int, name: str, today: date) -> UnitLine:
    rounds = [(made.status, made.last_day) for made in found.made if made.unit.pk == unit_id]
    one = planning.progress_of(rounds, today)
    return UnitLine(name, one.done, one.ongoing, one.waiting, one.not_done, one.late)


def _round_line(made: Made, today: date) -> RoundLine:
    return RoundLine(
        reference=made.reference,
        unit=made.unit.name,
        status=made.status,
        status_label=said(STATUS_LABELS[made.status]),
        step=step_of(made.status),
        first_day=made.first_day,
        last_day=made.last_day,
        is_late=planning.is_late(made.status, made.last_day, today),
        reason=made.not_done_reason if made.status == Status.NOT_DONE else "",
    )


def add_form(request: PersonRequest, pk: int) -> tuple[YearPlan, RowForm]:
    plan = plan_asked(request.reader, pk)
    _ask_may(request, plan)
    year = year_of(plan)
    initial = {"version": 0, "key": new_key(), "first_day": year.first, "last_day": year.last}
    offers = _choices(request.reader, plan)
    return plan, RowForm(request.POST or None, offers=offers, initial={**initial, "units": [plan.unit_id]})


def change_form(request: PersonRequest, pk: int) -> tuple[PlanRow, RowForm]:
    row = row_asked(request.reader, pk)
    _ask_may(request, row.plan)
    offers = _choices(request.reader, row.plan, row.form)
    return row, RowForm(request.POST or None, offers=offers, initial=_known(row))


def _known(row: PlanRow) -> dict[str, object]:
    question = queries.same_question(row.plan.root, row.question.code) or row.question
    person = f"{PERSON}{row.responsible_id}" if row.responsible_id else ""
    names = ("method", "frequency", "first_day", "last_day", "goal", "indicator", "target_percent", "control_point")
    return {
        **{name: getattr(row, name) for name in (*names, "control_year", "version", "key")},
        "question": question.pk,
        "form": row.form_id or "",
        "units": [unit.pk for unit in row.units.all()],
        "area": row.quality_area,
        "responsible": person or (f"{ROLE}{row.responsible_role}" if row.responsible_role else ""),
    }


def _ask_may(request: PersonRequest, plan: YearPlan) -> None:
    """Before a form is shown; sent forms are judged by the action."""
    if request.method != "POST":
        check(request.reader.user, PLAN, plan.unit, today=request.reader.today)


def _choices(reader: Reader, plan: YearPlan, chosen: Form | None = None) -> RowChoices:
    below = reader.below(plan.unit_id)
    units = [unit for unit in reader.list_units(PLAN) if unit.pk in below]
    return RowChoices(
        units=units,
        questions=queries.newest_questions(plan.root),
        areas=quality_areas(reader),
        people=queries.list_able(below, reader),
        forms=queries.usable_forms(plan.root, chosen),
        years=[plan.year - 1, plan.year, plan.year + 1],
        asks_reason=plan.is_approved,
    )


def add(plan: YearPlan, form: RowForm, *, by: User) -> PlanRow:
    key, reason = form.cleaned_data["key"], form.cleaned_data.get("reason", "")
    return plan_rows.add_row(plan=plan, content=form.content(), key=key, reason=reason, by=by, now=timezone.now())


def save(row: PlanRow, form: RowForm, *, by: User) -> PlanRow:
    version, reason = form.cleaned_data["version"], form.cleaned_data.get("reason", "")
    content = form.content()
    return plan_rows.change_row(row=row, content=content, version=version, reason=reason, by=by, now=timezone.now())


def form_page(plan: YearPlan, form: RowForm) -> dict[str, object]:
    chosen = form["units"].value() or []
    return {"plan": plan, "form": form, "is_new": form["version"].value() in (0, "0"), "units_chosen": len(chosen)}


def remove_form(request: PersonRequest, pk: int) -> tuple[PlanRow, RemoveRowForm]:
    row = row_asked(request.reader, pk)
    _ask_may(request, row.plan)
    return row, RemoveRowForm(request.POST or None, initial={"version": row.version})


def remove_page(row: PlanRow, form: RemoveRowForm) -> dict[str, object]:
    asks = StepAsks(
        heading=_("Stryk kontrollen ur planen"),
        sub=row.question.label,
        button=_("Stryk kontrollen"),
        note=_("Omgångar som är skapade räknas som inte gjorda, med skälet."),
        danger=True,
    )
    return {"form": form, "plan": row.plan, "asks": asks}


def internal_control(request: PersonRequest) -> dict[str, object]:
    """The checks that serve as points of a year's internal control plan; this year's unless another is asked for."""
    reader = request.reader
    require_view(reader)
    this = reader.today.year
    years = [str(year) for year in range(this - 2, this + 3)]
    year = int(one_asked(request.GET, "ar", years) or this)
    rows = [asdict(row_line(one)) | {"unit": one.row.plan.unit.name} for one in queries.control_points(reader, year)]
    return {"rows": rows, "year": year, "years": years}
