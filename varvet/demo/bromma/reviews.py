"""Forms of Bromma's own and rounds reviewed case by case, each as far as it has come; no case in them exists."""

from datetime import timedelta

from varvet.demo.bromma.questions import code_of
from varvet.demo.dice import Dice
from varvet.demo.involvement import people_of
from varvet.demo.published import Published
from varvet.demo.site import Site
from varvet.demo.telling import at
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records.once import new_key
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import Answer, Case, Form, FormVersion, Lesson, Narrative, Round
from varvet.registers.self_checks.models.counting import items_of, twice_of
from varvet.registers.self_checks.rules import Method
from varvet.registers.self_checks.rules.answers import Given, asked
from varvet.registers.self_checks.rules.library import shipped_form
from varvet.registers.self_checks.rules.questions import Item, QuestionKind, Reply
from varvet.registers.self_checks.rules.reviewing import FIRST, SECOND, ReviewKind

MANAGER, COORDINATOR = "Alice Lind", "Eva Sand"
GROUP, OTHER_GROUP = "mottagningsgruppen", "utredningsgrupp-1"
USED = ("social-dokumentation", "forhandsbedomning", "rundvandring")
WEIGHTS = {Reply.YES: 8.0, Reply.PARTLY: 2.0, Reply.NO: 1.0, Reply.NOT_APPLICABLE: 0.5}
COMMENTS = (
    "Förkortningar utan förklaring.",
    "Skälen går inte att läsa sig till.",
    "Anteckningen är skriven en månad efter.",
)
MEETING = Item("", "Är ärendet taget upp på ärendedragning?", QuestionKind.YES_NO, lacks=frozenset({Reply.NO.value}))
LESSON = "Vi skriver att vi har pratat med barnet, men sällan vad barnet sa. Vi provar en egen rubrik för det."


def write(site: Site, _: Published) -> int:
    """In the order they were begun, so that their numbers follow the days."""
    people = people_of(site)
    versions = {code: publish_shipped(site, code, people[COORDINATOR]) for code in USED}
    _draft_of_next(site, versions["forhandsbedomning"].form, people[COORDINATOR])
    made = [
        _walk_round(site, people[MANAGER], versions["rundvandring"]),
        _documentation(site, people[MANAGER], people[COORDINATOR], versions["social-dokumentation"]),
        _walkthrough(site, people[MANAGER], versions["forhandsbedomning"]),
        _planned(site, people[MANAGER], versions["forhandsbedomning"]),
    ]
    Narrative.objects.filter(round__in=made).update(synthetic=True)
    Lesson.objects.filter(round__in=made).update(synthetic=True)
    return len(made)


def publish_shipped(site: Site, code: str, by: User) -> FormVersion:
    shipped, then = shipped_form(code), at(site, 120, 9)
    form = actions.create_form(root=site.root, name=shipped.name, shipped=shipped, by=by, today=day_of(then))
    return actions.publish_form(form=form, by=by, now=then)


def _draft_of_next(site: Site, form: Form, by: User) -> None:
    """A new version under way, with a question more."""
    today = day_of(at(site, 3, 9))
    actions.start_draft(form=form, by=by, today=today)
    more = Item("", "Är syskonens situation bedömd?", QuestionKind.GRADED, lacks=frozenset({Reply.NO.value}))
    actions.save_question(form=form, item=more, by=by, today=today)


def _round(site: Site, by: User, number: str, group: str, days: tuple[int, int]) -> Round:
    """Planned so many days ago, to be done so many days from now."""
    ago, ahead = days
    now, questions = at(site, ago, 9), site.lists["self_check_question"]
    content = actions.Plan(
        unit=site.units[group],
        question=questions.by_code[code_of(number)],
        category_list=questions.row,
        method=Method.INSPECTION if number == "A.4.1" else Method.FILE_AUDIT,
        first_day=day_of(now),
        last_day=day_of(site.now + timedelta(days=ahead)),
        quality_area=number[0],
        target_percent=90,
    )
    record = actions.plan(content=content, key=new_key(), by=by, now=now)
    return Round.objects.get(pk=record.pk)


def _begun(site: Site, round_: Round, how: actions.SetUp, codes: tuple[str, ...], by: User, ago: int) -> Round:
    """Set up, with its cases, every other a girl where they are children's, and started."""
    actions.set_up(round_=round_, content=how, version=round_.version, by=by, now=at(site, ago, 10))
    for sex, some in (("girls", codes[::2]), ("boys", codes[1::2])):
        held = Round.objects.get(pk=round_.pk)
        sex_of = sex if codes[0].startswith("K") else ""
        new = actions.NewCases(some, sex_of)
        actions.add_cases(round_=held, content=new, version=held.version, by=by, now=at(site, ago, 10))
    held = Round.objects.get(pk=round_.pk)
    return actions.start(round_=held, version=held.version, by=by, now=at(site, ago, 11))


def review_case(site: Site, held: Round, case: Case, by: User, ago: int, turn: int = FIRST) -> None:
    dice, items = site.dice(f"review {case.code} {turn}"), items_of(held)
    values = {item.code: _value(item, dice) for item in items}
    given = tuple(_given(item, values[item.code], dice) for item in asked(items, values) if item.replies)
    content = actions.Reviewed(given, 0, turn)
    actions.save_review(case=case, content=content, by=by, now=at(site, ago, 14))


def _value(item: Item, dice: Dice) -> str:
    return dice.weighted({str(reply): WEIGHTS[reply] for reply in item.replies}) if item.replies else ""


def _given(item: Item, value: str, dice: Dice) -> Given:
    comment = dice.weighted(dict.fromkeys(COMMENTS, 1.0)) if value in item.lacks else ""
    return Given(item.code, value, comment)


def _codes(letter: str, number: int) -> tuple[str, ...]:
    return tuple(f"{letter}{one * 7 % 100:02d}-M{one % 9 + 1}" for one in range(1, number + 1))


def _walk_round(site: Site, by: User, version: FormVersion) -> Round:
    """The whole way: every room looked at, and summed up."""
    rooms = (
        "Rum-1",
        "Rum-2",
        "Rum-3",
        "Kontorslandskapet",
        "Skrivarrummet",
        "Samtalsrum-1",
        "Samtalsrum-2",
        "Reception",
    )
    planned = _round(site, by, "A.4.1", GROUP, (70, -30))
    held = _begun(site, planned, actions.SetUp(version, ReviewKind.MANAGER), rooms, by, 60)
    for case in held.cases.all():
        review_case(site, held, case, by, 45)
    summary = actions.Summary(
        population=len(rooms), analysis="Skrivaren står i en korridor. Vi flyttar den och inför utskrift med kort."
    )
    held = Round.objects.get(pk=held.pk)
    return actions.conclude(round_=held, content=summary, version=held.version, by=by, now=at(site, 35, 10))


def _documentation(site: Site, by: User, second: User, version: FormVersion) -> Round:
    """Under way: seven of twenty, some of them by two, and a deficiency that became a deviation."""
    planned = _round(site, by, "A.1.1", OTHER_GROUP, (30, 20))
    how = actions.SetUp(version, ReviewKind.COLLEAGUE, double_percent=20)
    held = _begun(site, planned, how, _codes("K", 20), by, 20)
    twice = twice_of(held)
    for case in held.cases.filter(number__lte=7):
        review_case(site, held, case, by, 9)
    for case in held.cases.filter(number__lte=7, code__in=twice):
        review_case(site, held, case, second, 5, SECOND)
    lacks = Answer.objects.filter(review__case__round=held, review__turn=FIRST, value=Reply.NO).order_by("pk")[0]
    actions.pass_on(case=lacks.review.case, code=lacks.question.code, by=by, now=at(site, 4, 9))
    return held


def _walkthrough(site: Site, by: User, version: FormVersion) -> Round:
    """Fixed questions and one for this time; only what was learnt is told above the unit."""
    planned = _round(site, by, "A.1.4", GROUP, (25, 10))
    actions.add_question(round_=planned, item=MEETING, version=planned.version, by=by, now=at(site, 18, 9))
    planned = Round.objects.get(pk=planned.pk)
    how = actions.SetUp(version, ReviewKind.SELF, walkthrough=True)
    held = _begun(site, planned, how, _codes("F", 6), by, 15)
    for case in held.cases.filter(number__lte=4):
        review_case(site, held, case, by, 6)
    held = Round.objects.get(pk=held.pk)
    actions.add_lesson(round_=held, text=LESSON, version=held.version, by=by, now=at(site, 4, 15))
    return held


def _planned(site: Site, by: User, version: FormVersion) -> Round:
    """Planned, with its form and without cases."""
    held = _round(site, by, "A.2.3", GROUP, (2, 40))
    actions.set_up(round_=held, content=actions.SetUp(version), version=held.version, by=by, now=at(site, 2, 10))
    return held
