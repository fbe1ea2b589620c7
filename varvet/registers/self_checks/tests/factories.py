"""Rounds of self-checks to test with."""

from dataclasses import dataclass
from datetime import date

from varvet.kernel.access.tests.cast import LONG_AGO, NOW, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.organisation.categories import CategoryValue, NewList, new_version
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.records.models import Fact
from varvet.kernel.records.once import new_key
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import QUESTIONS, Round
from varvet.registers.self_checks.rules import Figures, Method, Status

AFTER = ("decided", "improved", "raised")
FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)
QUESTION_VALUES = (
    CategoryValue("a-1-1", "A.1.1 Följer dokumentationen kraven?"),
    CategoryValue("e-4-2", "E.4.2 Hålls barnsamtal?"),
)


@dataclass(frozen=True)
class Counted:
    """What a fact says, for comparison."""

    happening: str
    numerator: int | None = None
    denominator: int | None = None
    sex: str = ""
    direction: str = ""
    outcome: str = "sample"
    kind: str = "file_audit"
    category: str = "a-1-1"
    day: date = LAST


def make_questions(root: Unit) -> CategoryList:
    found = CategoryList.objects.filter(root=root, key=QUESTIONS).first()
    if found:
        return found
    version = new_version(root=root, key=QUESTIONS, content=NewList("Frågor", QUESTION_VALUES), first_day=LONG_AGO)
    return CategoryList.objects.get(pk=version.id)


def question(root: Unit, code: str = "a-1-1") -> Category:
    return Category.objects.get(list=make_questions(root), code=code)


def plan_of(cast: Cast) -> actions.Plan:
    return actions.Plan(
        unit=cast.a,
        question=question(cast.root),
        category_list=make_questions(cast.root),
        method=Method.FILE_AUDIT,
        first_day=FIRST,
        last_day=LAST,
        goal="God kvalitet i dokumentationen",
        quality_area="A",
        target_percent=90,
        part="gruppbostad",
    )


def make(cast: Cast, content: actions.Plan | None = None) -> Round:
    """Planned by Alice for her unit."""
    record = actions.plan(content=content or plan_of(cast), key=new_key(), by=cast.alice, now=NOW)
    return fresh(record.pk)


def make_performed(cast: Cast, result: actions.Result | None = None) -> Round:
    held = make(cast)
    given = result or actions.Result(Figures(census=False, population=40, sample=15, fulfilled=14))
    return actions.record_result(round_=held, result=given, version=held.version, by=cast.alice, now=NOW)


def history(cast: Cast) -> actions.History:
    return actions.History(
        unit=cast.a,
        question=question(cast.root),
        category_list=make_questions(cast.root),
        goal="God kvalitet i dokumentationen",
        quality_area="A",
        method=Method.FILE_AUDIT,
        first_day=date(2023, 1, 1),
        last_day=date(2023, 12, 31),
        status=Status.PERFORMED,
        sample=161,
    )


def fresh(pk: int) -> Round:
    return Round.objects.get(pk=pk)


def counted(held: Round) -> list[Counted]:
    """Without what the result led to, which has tests of its own."""
    rows = Fact.objects.filter(record_id=held.pk).exclude(happening__in=AFTER).order_by("pk")
    return [
        Counted(f.happening, f.numerator, f.denominator, f.sex, f.direction, f.outcome, f.kind, f.category, f.day)
        for f in rows
    ]


def led_to(held: Round) -> dict[str, tuple[int | None, str]]:
    """What the facts say followed on the result: 1 or 0 of 1, and for a decision which."""
    rows = Fact.objects.filter(record_id=held.pk, happening__in=AFTER)
    assert all(fact.denominator == 1 for fact in rows)
    return {fact.happening: (fact.numerator, fact.outcome) for fact in rows}


def last_event(held: Round) -> tuple[str, int | None, int | None]:
    """Its name, who did it, and the record's version after it."""
    event = AuditEvent.objects.filter(kind=held.kind, record_id=held.pk).order_by("-pk")[0]
    return event.event, event.actor_id, event.version


def form_of(held: Round, **fields: object) -> dict[str, object]:
    return {"version": held.version, **fields}
