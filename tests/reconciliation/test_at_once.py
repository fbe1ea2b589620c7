"""Two who answer the same question at the same moment: one wins, the other is told, and there is one case."""

from tests.reconciliation.checks import check_everything
from tests.reconciliation.work import HARM, Work, with_follower
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.questions import answering
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record, Referral
from varvet.kernel.records.tests.own_database import AtOnce
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import Also
from varvet.registers.deviations.tests.factories import assessment, reported


def make_question(cast: Cast) -> Deviation:
    with_follower(cast)
    deviation = reported(cast, what=HARM, worry=4)
    about = assessment(cast, also=frozenset({Also.LEX_SARAH}))
    return actions.assess(deviation=deviation, assessment=about, version=1, by=cast.alice, now=NOW)


def test_one_answer_wins(at_once: AtOnce, committed_cast: Cast) -> None:
    deviation = at_once.alone(lambda: make_question(committed_cast))
    question = at_once.alone(lambda: Referral.objects.select_related("origin__unit").get())

    def accept() -> str:
        return answering.accept(referral=question, by=committed_cast.dag, now=NOW).reference

    def refuse() -> str:
        answering.refuse(referral=question, reason="Ingen for illa.", by=committed_cast.eva, now=NOW)
        return "refused"

    given = at_once.run(accept, refuse, accept)
    told = [one for one in given if isinstance(one, RuleBroken)]
    assert [one.sentence for one in told] == ["Någon annan har redan svarat på frågan."] * 2
    cases = at_once.alone(lambda: Record.objects.filter(kind="lex_sarah").count())
    assert cases == (0 if "refused" in given else 1)
    at_once.alone(lambda: check_everything(Work(committed_cast, possible={deviation.pk})))


def test_moved_while_it_is_answered_the_case_lies_with_its_origin(at_once: AtOnce, committed_cast: Cast) -> None:
    """Whoever comes second waits: the case is made where the deviation lies then."""
    deviation = at_once.alone(lambda: make_question(committed_cast))
    question = at_once.alone(lambda: Referral.objects.select_related("origin__unit").get())

    def accept() -> object:
        return answering.accept(referral=question, by=committed_cast.dag, now=NOW)

    def reroute() -> object:
        to = (committed_cast.b, "Det hände där.")
        return actions.reroute(deviation=deviation, to=to, version=2, by=committed_cast.eva, now=NOW)

    at_once.run(accept, reroute)
    at_once.alone(lambda: check_everything(Work(committed_cast, possible={deviation.pk})))
