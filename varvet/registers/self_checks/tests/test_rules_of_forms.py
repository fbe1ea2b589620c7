"""The rules of forms, answers and figures, as tables: nothing here asks the database."""

import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks.rules import Figures, SplitRow
from varvet.registers.self_checks.rules.answers import Given, Verdict, asked, check_given, judged, lacking, verdict
from varvet.registers.self_checks.rules.outcome import (
    Agreement,
    QuestionCount,
    ReviewedCase,
    agreement,
    lessons_only,
    outcome,
    question_counts,
)
from varvet.registers.self_checks.rules.questions import (
    Item,
    QuestionKind,
    check_item,
    check_items,
    check_name,
    next_code,
)
from varvet.registers.self_checks.rules.reviewing import check_codes, check_lesson, check_reviewing, chosen_twice

LACKS = frozenset({"partly", "no"})
CLEAR = Item("q1", "Går det att förstå?", QuestionKind.GRADED, lacks=LACKS)
VOICE = Item("q2", "Syns barnets röst?", QuestionKind.YES_NO, lacks=frozenset({"no"}))
WHY = Item("q3", "Är det motiverat?", QuestionKind.YES_NO, lacks=frozenset({"no"}), when_code="q2", when_reply="no")
DEEPER = Item("q4", "Av vem?", QuestionKind.TEXT, when_code="q3", when_reply="yes")
AMOUNT = Item("q5", "Hur många?", QuestionKind.NUMBER, required=False)
DAY = Item("q6", "Vilken dag?", QuestionKind.DATE, required=False)
SORTS = Item("q7", "Gäller det barn?", QuestionKind.YES_NO)
ITEMS = (CLEAR, VOICE, WHY, DEEPER, AMOUNT, DAY, SORTS)


def codes(items: list[Item]) -> list[str]:
    return [item.code for item in items]


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({}, ["q1", "q2", "q5", "q6", "q7"]),
        ({"q2": "yes", "q3": "yes"}, ["q1", "q2", "q5", "q6", "q7"]),
        ({"q2": "no"}, ["q1", "q2", "q3", "q5", "q6", "q7"]),
        ({"q2": "no", "q3": "yes"}, ["q1", "q2", "q3", "q4", "q5", "q6", "q7"]),
    ],
)
def test_what_is_asked(answers: dict[str, str], shown: list[str]) -> None:
    assert codes(asked(ITEMS, answers)) == shown


@pytest.mark.parametrize(
    ("answers", "lacks", "told"),
    [
        ({"q1": "yes", "q2": "yes"}, [], Verdict.FULFILLED),
        ({"q1": "partly", "q2": "yes"}, ["q1"], Verdict.DEFICIENT),
        ({"q1": "na", "q2": "no", "q3": "no"}, ["q2", "q3"], Verdict.DEFICIENT),
        ({"q1": "na", "q2": "yes", "q3": "no"}, [], Verdict.FULFILLED),  # q3 is not asked
        ({"q1": "na"}, [], Verdict.NOTHING),
        ({"q7": "no"}, [], Verdict.NOTHING),  # only sorts
        ({}, [], Verdict.NOTHING),
    ],
)
def test_what_is_a_deficiency(answers: dict[str, str], lacks: list[str], told: Verdict) -> None:
    assert codes(lacking(ITEMS, answers)) == lacks
    assert verdict(ITEMS, answers) is told


def test_what_can_be_judged_leaves_out_what_is_not_applicable() -> None:
    assert codes(judged(ITEMS, {"q1": "na", "q2": "no", "q3": "yes", "q7": "yes"})) == ["q2", "q3"]


WHOLE = (Given("q1", "yes"), Given("q2", "yes"), Given("q7", "no"))


@pytest.mark.parametrize(
    ("more", "field"),
    [
        (Given("q1", "maybe"), "q1"),
        (Given("q2", ""), "q2"),
        (Given("q5", "-1"), "q5"),
        (Given("q5", "123456789"), "q5"),
        (Given("q6", "2026-02-30"), "q6"),
        (Given("q6", "i går"), "q6"),
        (Given("q1", "no", "x" * 4001), "q1"),
    ],
)
def test_answers_that_cannot_be(more: Given, field: str) -> None:
    given = [one for one in WHOLE if one.code != more.code] + [more]
    with pytest.raises(RuleBroken) as broken:
        check_given(ITEMS, given)
    assert broken.value.field == field


def test_answers_that_can_be_are_kept_and_empty_ones_are_not() -> None:
    given = [*WHOLE, Given("q5", "12"), Given("q6", "2026-02-28"), Given("q3", "no"), Given("q4", "", " ")]
    assert [one.code for one in check_given(ITEMS, given)] == ["q1", "q2", "q5", "q6", "q7"]


@pytest.mark.parametrize(
    ("item", "field"),
    [
        (Item("q9", " ", QuestionKind.TEXT), "text"),
        (Item("q9", "x" * 201, QuestionKind.TEXT), "text"),
        (Item("q9", "Vad?", QuestionKind.TEXT, help="x" * 301), "help"),
        (Item("q9", "Vad?", QuestionKind.TEXT, lacks=frozenset({"no"})), "lacks"),
        (Item("q9", "Vad?", QuestionKind.GRADED, lacks=frozenset({"na"})), "lacks"),
        (Item("q9", "Vad?", QuestionKind.YES_NO, lacks=frozenset({"partly"})), "lacks"),
        (Item("q9", "Vad?", QuestionKind.TEXT, when_code="q1"), "when"),
        (Item("q9", "Vad?", QuestionKind.TEXT, when_code="q8", when_reply="no"), "when"),
        (Item("q9", "Vad?", QuestionKind.TEXT, when_code="q2", when_reply="partly"), "when"),
        (Item("q9", "Vad?", QuestionKind.TEXT, when_code="q5", when_reply="no"), "when"),
    ],
)
def test_questions_that_cannot_be(item: Item, field: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        check_item(item, ITEMS)
    assert broken.value.field == field


def test_a_form_has_its_bounds() -> None:
    check_items(ITEMS)
    with pytest.raises(RuleBroken):
        check_items([Item(f"q{n}", "Vad?", QuestionKind.TEXT) for n in range(61)])
    for name in (" ", "x" * 121):
        with pytest.raises(RuleBroken):
            check_name(name)


@pytest.mark.parametrize(("known", "new"), [([], "q1"), (["q1", "q3"], "q4"), (["t7", "q2", "qx"], "q3")])
def test_a_code_is_never_used_again(known: list[str], new: str) -> None:
    assert next_code(known, "q") == new


GIRL = ReviewedCase({"q1": "yes", "q2": "yes"}, "girls", "mottagning")
BOY = ReviewedCase({"q1": "no", "q2": "yes"}, "boys", "mottagning")
LONG = ReviewedCase({"q1": "partly", "q2": "no", "q3": "yes"}, "boys", "funktionsnedsättning, vuxna")
NOT_SAID = ReviewedCase({"q1": "yes", "q2": "no", "q3": "no"})
EMPTY = ReviewedCase({"q1": "na"}, "girls", "mottagning")
CASES = (GIRL, BOY, LONG, NOT_SAID, EMPTY)


def test_figures_are_of_what_can_be_judged() -> None:
    found = outcome(ITEMS, CASES, population=40)
    assert found.figures == Figures(census=False, population=40, sample=4, fulfilled=1)
    assert found.nothing == 1
    assert found.splits == (
        SplitRow("sex", "boys", 2, 0),
        SplitRow("sex", "girls", 1, 1),
        SplitRow("group", "funktionsnedsättning", 1, 0),
        SplitRow("group", "mottagning", 2, 1),
    )


@pytest.mark.parametrize(("population", "census"), [(4, True), (5, False), (None, False)])
def test_a_census_is_when_all_there_are_were_judged(population: int | None, *, census: bool) -> None:
    assert outcome(ITEMS, CASES, population=population).figures.census is census


@pytest.mark.parametrize("cases", [(), (EMPTY,)])
def test_nothing_judged_has_no_figures(cases: tuple[ReviewedCase, ...]) -> None:
    with pytest.raises(RuleBroken):
        outcome(ITEMS, cases, population=None)


def test_a_walkthrough_tells_how_many_alone() -> None:
    assert lessons_only(CASES).figures == Figures(census=False, sample=5)
    assert lessons_only(CASES).splits == ()
    with pytest.raises(RuleBroken):
        lessons_only(())


def test_each_question_is_counted_among_those_it_was_asked_in() -> None:
    assert question_counts(ITEMS, CASES) == [
        QuestionCount("q1", CLEAR.text, judged=4, lacking=2, partly=1, not_applicable=1),
        QuestionCount("q2", VOICE.text, judged=4, lacking=2, partly=0, not_applicable=0),
        QuestionCount("q3", WHY.text, judged=2, lacking=1, partly=0, not_applicable=0),
    ]


def test_agreement_is_over_what_either_answered_by_choice() -> None:
    pairs = [({"q1": "yes", "q2": "no", "q3": "yes"}, {"q1": "yes", "q2": "yes"}), ({"q1": "no"}, {"q1": "no"})]
    found = agreement(ITEMS, pairs)
    verdicts = (("deficient", "fulfilled"), ("deficient", "deficient"))
    assert found == Agreement(cases=2, compared=4, same=2, verdicts=verdicts)
    assert found.share == 0.5
    assert agreement(ITEMS, []).share is None


def test_the_lot_is_the_same_for_everybody_and_at_least_one() -> None:
    codes_ = [f"K{n}" for n in range(20)]
    chosen = chosen_twice(codes_, 20, "EGK-2026-0001")
    assert len(chosen) == 4
    assert chosen == chosen_twice(list(reversed(codes_)), 20, "EGK-2026-0001")
    assert chosen != chosen_twice(codes_, 20, "EGK-2026-0002")
    assert len(chosen_twice(codes_, 1, "x")) == 1
    assert chosen_twice(codes_, 100, "x") == set(codes_)
    assert chosen_twice(codes_, 0, "x") == chosen_twice([], 50, "x") == frozenset()


@pytest.mark.parametrize("status", ["planned", "performed", "not_done"])
def test_answers_are_given_while_the_round_goes_on(status: str) -> None:
    check_reviewing("ongoing")
    with pytest.raises(RuleBroken):
        check_reviewing(status)


@pytest.mark.parametrize("codes_", [[], ["x"] * 501, ["K1"], ["K2", "K2"], ["900101-0017"], ["å b"], ["x" * 41]])
def test_codes_that_cannot_be(codes_: list[str]) -> None:
    check_codes(["K7-M4", "Rum.3/a_ö"], ["K1"])
    with pytest.raises(RuleBroken):
        check_codes(codes_, ["K1"])


@pytest.mark.parametrize("text", ["", " ", "x" * 2001])
def test_a_lesson_says_something_short(text: str) -> None:
    with pytest.raises(RuleBroken):
        check_lesson(text)
