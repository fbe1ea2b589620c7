"""Causes: named from the root's list, each with a measure or a reason for none."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, reader_of
from varvet.kernel.audit.models import AuditEvent, ReadEvent
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Link, LinkKind, Record
from varvet.registers.lex_sarah import actions, queries
from varvet.registers.lex_sarah.models import Cause, LexSarah, Narrative, answers_by_cause
from varvet.registers.lex_sarah.rules import Sort
from varvet.registers.lex_sarah.tests.factories import Stage, a_cause, make_completed, make_opened, make_reported


def add(case: LexSarah, by: User, content: actions.NewCause | None = None) -> Cause:
    return actions.add_cause(case=case, content=content or a_cause(), version=case.version, by=by, now=NOW)


def excuse(cause: Cause, by: User, reason: str = "Rutinen finns.") -> Cause:
    version = LexSarah.objects.get(pk=cause.case_id).version
    return actions.excuse_cause(cause=cause, reason=reason, version=version, by=by, now=NOW)


def remove(cause: Cause, by: User) -> None:
    version = LexSarah.objects.get(pk=cause.case_id).version
    actions.remove_cause(cause=cause, version=version, by=by, now=NOW)


def measure(stage: Stage, cause: Cause) -> Record:
    """A record of some register that answers the cause; another case stands in for an improvement."""
    answer = Record.objects.get(pk=make_reported(stage).pk)
    Link.objects.create(source=answer, target_id=cause.case_id, kind=LinkKind.FOLLOWS, part=cause.part)
    return answer


def test_a_cause_has_a_kind_and_words_that_are_encrypted_apart(stage: Stage) -> None:
    cause = add(make_opened(stage), stage.cast.dag)
    assert cause.category.code == "routine"
    assert Narrative.objects.get(cause=cause).text == a_cause().words
    row = AuditEvent.objects.get(event="cause_added")
    assert row.data == {"category": "routine", "cause": cause.pk}
    assert answers_by_cause(cause.case) == {cause.pk: False}


def test_a_cause_is_answered_by_a_measure_or_by_a_reason(stage: Stage) -> None:
    case = make_opened(stage)
    first = add(case, stage.cast.dag)
    second = add(first.case, stage.cast.dag, a_cause("staffing"))
    answer = measure(stage, first)
    excuse(second, stage.cast.dag)
    assert answers_by_cause(case) == {first.pk: True, second.pk: True}
    read = {one.cause.pk: one for one in queries.read_causes(reader_of(stage.cast.dag), case)}
    assert [record.pk for record in read[first.pk].measures] == [answer.pk]
    assert (read[second.pk].excuse, read[second.pk].unanswered) == ("Rutinen finns.", False)
    assert ReadEvent.objects.filter(part="causes", actor_id=stage.cast.dag.pk).exists()


def test_a_proposal_answers_a_cause_since_the_manager_decides_on_the_measure(stage: Stage) -> None:
    cause = add(make_opened(stage), stage.cast.dag)
    case = LexSarah.objects.get(pk=cause.case_id)
    proposal = actions.NewProposal(Sort.MEASURE, "Utse en ersättare.", stage.cast.a, cause.part)
    actions.propose(case=case, content=proposal, version=case.version, by=stage.cast.dag, now=NOW)
    assert answers_by_cause(case) == {cause.pk: True}
    (read,) = queries.read_causes(reader_of(stage.cast.dag), case)
    assert (read.proposals, read.unanswered) == ((1,), False)
    with pytest.raises(RuleBroken, match="åtgärd eller ett förslag"):
        remove(cause, stage.cast.dag)


def test_a_measure_the_reader_may_not_open_leaves_only_that_it_is_there(stage: Stage) -> None:
    cause = add(make_opened(stage), stage.cast.dag)
    answer = measure(stage, cause)
    Record.objects.filter(pk=answer.pk).update(confidentiality="manager_excluded")
    (read,) = queries.read_causes(reader_of(stage.cast.alice), cause.case)
    assert (read.measures, read.hidden, read.unanswered) == ((), True, False)


def test_only_a_cause_without_a_measure_is_removed(stage: Stage) -> None:
    cause = add(make_opened(stage), stage.cast.dag)
    measure(stage, cause)
    with pytest.raises(RuleBroken, match="åtgärd eller ett förslag"):
        remove(cause, stage.cast.dag)
    Link.objects.all().delete()
    remove(cause, stage.cast.dag)
    assert not Cause.objects.exists()
    assert not Narrative.objects.filter(part="cause").exists()
    with pytest.raises(RuleBroken, match="finns inte längre"):
        remove(cause, stage.cast.dag)


def test_kind_words_and_reason_are_needed(stage: Stage) -> None:
    case = make_opened(stage)
    with pytest.raises(RuleBroken, match="Välj en orsak i listan"):
        add(case, stage.cast.dag, a_cause("weather"))
    with pytest.raises(RuleBroken, match="varför det hände"):
        add(case, stage.cast.dag, actions.NewCause("routine", " "))
    with pytest.raises(RuleBroken, match="varför ingen åtgärd"):
        excuse(add(case, stage.cast.dag), stage.cast.dag, " ")


@pytest.mark.parametrize("who", ["stranger", "bo", "alice", "hugo"])
def test_only_those_who_investigate(stage: Stage, who: str) -> None:
    case, by = make_opened(stage), getattr(stage.cast, who)
    with pytest.raises(NotAllowed):
        add(case, by)
    cause = add(case, stage.cast.dag)
    with pytest.raises(NotAllowed):
        excuse(cause, by)
    with pytest.raises(NotAllowed):
        remove(cause, by)


def test_a_completed_investigation_keeps_its_causes(stage: Stage) -> None:
    case = make_completed(stage)
    cause = case.causes.get()
    with pytest.raises(RuleBroken, match="skriva i utredningen"):
        add(case, stage.cast.dag)
    with pytest.raises(RuleBroken, match="skriva i utredningen"):
        remove(cause, stage.cast.dag)
