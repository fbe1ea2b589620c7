"""Two who decide, or tell the inspectorate, at the same moment: one wins, the other is told, nothing is done twice."""

from collections.abc import Sequence

from varvet.kernel.access.tests.cast import NOW, Cast, make_person
from varvet.kernel.audit import sealing
from varvet.kernel.audit.verify import verify
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import StaleVersion
from varvet.kernel.records.facts import rebuild
from varvet.kernel.records.models import Fact
from varvet.kernel.records.tests.own_database import AtOnce
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.models import AuthorityReport, DecisionMade, LexSarah, Proposal
from varvet.registers.lex_sarah.tests.ending import answered, proposed
from varvet.registers.lex_sarah.tests.factories import LATER, Stage, make_completed, make_decided, make_stage


def check_whole() -> None:
    assert rebuild(check=True).different == []
    sealing.seal(now=NOW)
    assert verify() == []


def names_of(given: Sequence[object]) -> list[str]:
    return sorted(type(one).__name__ for one in given)


def with_two(stage: Stage) -> list[object]:
    return [stage.disa, make_person("Doris", "decision_maker", stage.cast.root)]


def test_two_who_decide_at_once_make_one_decision(at_once: AtOnce, committed_cast: Cast) -> None:
    stage = at_once.alone(lambda: make_stage(committed_cast))
    case, (disa, doris) = at_once.alone(lambda: make_completed(stage)), at_once.alone(lambda: with_two(stage))
    numbers = at_once.alone(lambda: list(case.events.values_list("number", flat=True)))

    def decide(by: object, outcome: rules.Outcome) -> LexSarah:
        about = actions.Decision(outcome, "Skäl.", impartial=True, events=dict.fromkeys(numbers, outcome))
        return actions.decide(case=case, decision=about, version=case.version, by=by, now=LATER)  # type: ignore[arg-type]  # one of two people

    given = at_once.run(lambda: decide(disa, rules.Outcome.SERIOUS), lambda: decide(doris, rules.Outcome.NO_MISCONDUCT))
    assert names_of(given) == ["LexSarah", StaleVersion.__name__]
    [won] = [one for one in given if isinstance(one, LexSarah)]
    assert at_once.alone(lambda: DecisionMade.objects.get().outcome) == won.outcome
    assert at_once.alone(lambda: Fact.objects.filter(happening="decided").count()) == 1
    assert at_once.alone(lambda: told(stage, case)) == 1
    at_once.alone(check_whole)


def told(stage: Stage, case: LexSarah) -> int:
    """How many times the unit's manager is told of the decision."""
    return Notification.objects.filter(receiver=stage.cast.alice, record_id=case.pk, event="assigned").count()


def test_ivo_is_told_once_however_many_send(at_once: AtOnce, committed_cast: Cast) -> None:
    stage = at_once.alone(lambda: make_stage(committed_cast))
    case = at_once.alone(lambda: make_decided(stage, rules.Outcome.SERIOUS))

    def send() -> LexSarah:
        about = actions.Notification()
        return actions.report_to_authority(
            case=case, notification=about, version=case.version, by=stage.disa, now=LATER
        )

    assert names_of(at_once.run(*[send] * 3)) == ["LexSarah", *[StaleVersion.__name__] * 2]
    assert at_once.alone(AuthorityReport.objects.count) == 1
    assert at_once.alone(lambda: Fact.objects.filter(happening="reported_to_authority").count()) == 1
    at_once.alone(check_whole)


def test_a_proposal_answered_at_once_has_one_answer(at_once: AtOnce, committed_cast: Cast) -> None:
    stage = at_once.alone(lambda: make_stage(committed_cast))
    proposal = at_once.alone(lambda: proposed(stage, make_decided(stage)))
    given = at_once.run(lambda: answered(stage, proposal), lambda: answered(stage, proposal, rules.Answer.REJECTED))
    [won] = [one for one in given if isinstance(one, Proposal)]
    assert at_once.alone(lambda: Proposal.objects.get().answer) == won.answer
    assert at_once.alone(lambda: Fact.objects.filter(happening="proposal_answered").count()) == 1
    at_once.alone(check_whole)
