"""Forms, cases and answers to test with."""

from dataclasses import replace

from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import Case, Form, FormVersion, Review, Round
from varvet.registers.self_checks.rules.answers import Given
from varvet.registers.self_checks.rules.library import Shipped
from varvet.registers.self_checks.rules.questions import Item, QuestionKind
from varvet.registers.self_checks.rules.reviewing import FIRST
from varvet.registers.self_checks.tests.factories import fresh, make

CLEAR = Item("", "Går anteckningarna att förstå?", QuestionKind.GRADED, lacks=frozenset({"partly", "no"}))
VOICE = Item("", "Syns barnets röst?", QuestionKind.YES_NO, lacks=frozenset({"no"}))
WHY = Item("", "Är det motiverat?", QuestionKind.YES_NO, lacks=frozenset({"no"}), when_code="q2", when_reply="no")
REMARK = Item("", "Vad kan bli bättre?", QuestionKind.TEXT, required=False)
ITEMS = (CLEAR, VOICE, WHY, REMARK)  # q1 to q4


def make_form(cast: Cast, name: str = "Dokumentation", items: tuple[Item, ...] = ITEMS) -> Form:
    """A draft by Eva, the quality coordinator; its questions are q1 and on."""
    coded = tuple(replace(item, code=f"q{number}") for number, item in enumerate(items, 1))
    copied = Shipped("", name, "", "", coded)
    return actions.create_form(root=cast.root, name=name, shipped=copied, by=cast.eva, today=TODAY)


def make_published(cast: Cast, name: str = "Dokumentation") -> FormVersion:
    return actions.publish_form(form=make_form(cast, name), by=cast.eva, now=NOW)


def make_round(cast: Cast, **how: object) -> Round:
    """Set up with the form and its cases, girls all of them, and begun: ready to be reviewed."""
    held = make(cast)
    content = actions.SetUp(form_version=make_published(cast), **how)  # type: ignore[arg-type]  # as the tests ask
    actions.set_up(round_=held, content=content, version=held.version, by=cast.alice, now=NOW)
    held = fresh(held.pk)
    cases = actions.NewCases(("K1", "K2", "K3"), "girls", "mottagning")
    actions.add_cases(round_=held, content=cases, version=held.version, by=cast.alice, now=NOW)
    held = fresh(held.pk)
    return actions.start(round_=held, version=held.version, by=cast.alice, now=NOW)


def case_of(held: Round, number: int = 1) -> Case:
    return Case.objects.get(round=held, number=number)


def given(clear: str = "yes", voice: str = "yes", **more: str) -> tuple[Given, ...]:
    """`q3` and `q4_text` where they are wanted."""
    answers = [Given("q1", clear, more.get("q1_text", "")), Given("q2", voice)]
    answers += [Given("q3", more["q3"])] if "q3" in more else []
    answers += [Given("q4", text=more["q4_text"])] if "q4_text" in more else []
    return tuple(answers)


def review(cast: Cast, case: Case, answers: tuple[Given, ...] = given(), turn: int = FIRST) -> Review:
    """The first turn by Alice, the second by Eva."""
    by = cast.alice if turn == FIRST else cast.eva
    return actions.save_review(case=case, content=actions.Reviewed(answers, 0, turn), by=by, now=NOW)
