"""This year's plan of self-checks in Bromma: approved, carried out as far as the year has come, and changed since.

Nothing here is published; every text says that it is made up.
"""

from datetime import datetime, time

from varvet.demo.bromma.organisation import ADULTS, CHILDREN, INCOME, PERSONAL, RESOURCE
from varvet.demo.dice import Dice
from varvet.demo.involvement import people_of
from varvet.demo.published import Published
from varvet.demo.site import Site
from varvet.kernel.access.models import User
from varvet.kernel.law.days import STOCKHOLM, day_of
from varvet.kernel.organisation.settings_of_root import quality_year_of
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.actions import plan_rows, year_plans
from varvet.registers.self_checks.actions.make_rounds import make_rounds
from varvet.registers.self_checks.actions.plan_rows import RowContent
from varvet.registers.self_checks.models import Narrative, PlannedRound, PlanRow, Round, YearPlan
from varvet.registers.self_checks.rules import Dimension, Figures, Method, SplitRow
from varvet.registers.self_checks.rules.planning import Frequency, Span
from varvet.registers.self_checks.rules.readiness import OF_PEOPLE
from varvet.registers.self_checks.rules.ready_plans import ready_plan

DEPARTMENT, MANAGER, CHILDREN_MANAGER = "socialtjanst-och-fritid", "Farid Noor", "Alice Lind"
ALL = (ADULTS, CHILDREN, INCOME, PERSONAL, RESOURCE)
WHERE = {
    "a-1-1": (ADULTS, CHILDREN, INCOME, RESOURCE),
    "a-1-2": ("daglig-verksamhet", "gruppbostad"),
    "a-1-3": (RESOURCE,),
    "a-1-4": ("mottagningsgruppen",),
    "a-2-1": (CHILDREN,),
    "a-2-2": (ADULTS,),
    "a-2-3": ("mottagningsgruppen",),
    "a-3-1": ("beroende",),
    "a-4-1": (PERSONAL,),
    "a-5-1": (INCOME,),
    "e-1-1": (ADULTS,),
    "e-1-5": ("ekonomiskt-bistand",),
    "e-2-1": (PERSONAL,),
    "e-4-1": ("familjevardsgruppen",),
    "e-4-2": (CHILDREN,),
    "h-1-1": ALL,
    "h-2-1": ALL,
    "h-3-1": (INCOME,),
    "h-4-1": (ADULTS,),
    "h-4-2": (PERSONAL,),
}
CONTROL_POINTS = {"a-4-1": "Handlingar med sekretess förvaras rätt", "a-5-1": "Rätt ersättning till rätt person"}
LEFT = ("a-1-2", "daglig-verksamhet")  # its latest round that is over was never done
SMALL, NOT_ANALYSED, NOT_DONE = "e-4-1", "a-2-1", "h-4-1"
REASON = "Underlaget fanns inte i listan från verksamhetssystemet."
ANALYSIS = "Resultatet är bättre där mallen används. Enheten går igenom mallen på nästa träff."
NO_ACTION = "Resultatet är gott nog. Vi granskar igen nästa period."
CONSENT = "A.1.5 Finns samtycke till samverkan dokumenterat?"


def write(site: Site, _: Published) -> int:
    people = people_of(site)
    year = quality_year_of(site.root, day_of(site.now))
    decided = min(site.now, datetime.combine(year.first.replace(day=8), time(10), STOCKHOLM))
    plan = _plan(site, people[MANAGER], int(year.name), decided)
    _carry_out(site, plan, people[MANAGER])
    made = Round.objects.filter(planned__row__plan=plan)
    Narrative.objects.filter(round__in=made).update(synthetic=True)
    year_plans.copy_plan(plan=plan, by=people[MANAGER], now=site.now)
    return made.count()


def _plan(site: Site, by: User, year: int, now: datetime) -> YearPlan:
    """From the ready-made plan to rounds; one check is added when the plan has been approved."""
    ready = ready_plan("bromma")
    plan = year_plans.start_from_ready(unit=site.units[DEPARTMENT], year=year, ready=ready, by=by, now=now)
    for row in plan.rows.all():
        _place(site, row, by, now)
    plan.refresh_from_db()
    year_plans.approve_plan(plan=plan, version=plan.version, by=by, now=now)
    make_rounds(plan=plan, by=by, now=now)
    last = quality_year_of(site.root, day_of(now)).last
    content = RowContent(
        question=CONSENT,
        units=tuple(site.units[slug] for slug in (ADULTS, CHILDREN)),
        method=Method.FILE_AUDIT,
        frequency=Frequency.ONCE,
        span=Span(max(day_of(now), last.replace(month=9, day=1)), last),
        goal="A.1 God kvalitet i dokumentationen",
        quality_area="A",
        responsible_role="unit_manager",
    )
    reason = "Två avvikelser visade att samtycket saknades."
    plan_rows.add_row(plan=plan, content=content, key="demo-consent", reason=reason, by=by, now=site.now)
    make_rounds(plan=plan, by=by, now=site.now)
    return plan


def _place(site: Site, row: PlanRow, by: User, now: datetime) -> None:
    """In the units that Bromma carries it out in; what has none is left out of this year's plan."""
    code = row.question.code
    if code not in WHERE:
        plan_rows.remove_row(row=row, version=row.version, reason="", by=by, now=now)
        return
    point = CONTROL_POINTS.get(code, "")
    content = RowContent(
        question=row.question,
        units=tuple(site.units[slug] for slug in WHERE[code]),
        method=Method(row.method),
        form=row.form,
        frequency=Frequency(row.frequency),
        span=row.span,
        goal=row.goal,
        quality_area=row.quality_area,
        indicator=row.indicator,
        target_percent=row.target_percent,
        responsible=people_of(site)[CHILDREN_MANAGER] if WHERE[code] == (CHILDREN,) else None,
        responsible_role="unit_manager" if len(WHERE[code]) > 1 else "",
        control_point=point,
        control_year=row.plan.year if point else None,
    )
    plan_rows.change_row(row=row, content=content, version=row.version, reason="", by=by, now=now)


def _carry_out(site: Site, plan: YearPlan, by: User) -> None:
    """Every round whose last day is past, but the one that was left."""
    dice, today = site.dice("year plan"), day_of(site.now)
    over = PlannedRound.objects.filter(row__plan=plan, round__last_day__lt=today)
    rows = list(over.select_related("round__question", "round__unit__root", "unit", "row__question").order_by("pk"))
    left = [one for one in rows if (one.row.question.code, one.unit.slug) == LEFT][-1:]
    for one in rows:
        if one not in left:
            _end(one, dice, by)


def _end(planned: PlannedRound, dice: Dice, by: User) -> None:
    round_, code = planned.round, planned.row.question.code
    now = datetime.combine(round_.last_day, time(12), STOCKHOLM)
    if code == NOT_DONE and planned.first_day.month == 1:
        actions.mark_not_done(round_=round_, reason=REASON, version=round_.version, by=by, now=now)
        return
    result = _result(code, round_, dice)
    held = actions.record_result(round_=round_, result=result, version=round_.version, by=by, now=now)
    if code != NOT_ANALYSED and dice.chance(0.6):
        held = actions.decide_no_action(round_=held, reason=NO_ACTION, version=held.version, by=by, now=now)
        actions.note_raised(round_=held, day=day_of(now), version=held.version, by=by, now=now)


def _result(code: str, round_: Round, dice: Dice) -> actions.Result:
    sample = 6 if code == SMALL else dice.between(12, 40)
    fulfilled = sample - dice.between(0, sample // 4)
    census = round_.method == Method.LIST_CHECK
    figures = Figures(census=census, population=sample if census else None, sample=sample, fulfilled=fulfilled)
    half = sample // 2
    parts = {"women": (half, fulfilled // 2), "men": (sample - half, fulfilled - fulfilled // 2)}
    splits = tuple(SplitRow(Dimension.SEX, sex, *counts) for sex, counts in parts.items())
    by_sex = splits if round_.method in OF_PEOPLE and code != NOT_ANALYSED else ()
    return actions.Result(figures=figures, splits=by_sex, analysis="" if code == NOT_ANALYSED else ANALYSIS)
