"""Telling how it went: the reporter reads it, the unit hears of it, and the person affected or the reason why not."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import reader_of
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.lex_sarah import actions, queries, rules
from varvet.registers.lex_sarah.models import Narrative, Part, Told
from varvet.registers.lex_sarah.rules import Whom
from varvet.registers.lex_sarah.tests.ending import closed, fresh, told
from varvet.registers.lex_sarah.tests.factories import LATER, Stage, events, make_completed, make_decided


def test_the_reporter_reads_how_it_went_and_no_more(stage: Stage) -> None:
    case = told(stage, make_decided(stage))
    words = {one.part: one.text for one in queries.read_narratives(reader_of(stage.cast.bo), case)}
    assert words[Part.FEEDBACK] == "Så här blev det."
    assert not {Part.TO_UNIT, Part.TO_AFFECTED, Part.DECISION} & set(words)
    assert Notification.objects.filter(receiver=stage.cast.bo, event="answered", record_id=case.pk).count() == 1
    counted = Fact.objects.get(record_id=case.pk, happening="told")
    assert counted.day == day_of(LATER)


def test_the_units_manager_hears_of_it(stage: Stage) -> None:
    case = told(stage, make_decided(stage), Whom.UNIT)
    heard = Notification.objects.filter(receiver=stage.cast.alice, record_id=case.pk, event="assigned")
    assert heard.filter(created_at=LATER).count() == 2  # of the decision, and of this
    assert not Fact.objects.filter(record_id=case.pk, happening="told").exists()


def test_whoever_was_affected_is_told_or_a_reason_is_kept(stage: Stage) -> None:
    case = make_decided(stage)
    telling = actions.Telling(Whom.AFFECTED, "Vi når inte personen.", withheld=True)
    case = actions.tell_outcome(case=case, telling=telling, version=case.version, by=stage.cast.dag, now=LATER)
    assert Told.objects.get().withheld
    assert Narrative.objects.get(case=case, part=Part.UNTOLD).text == "Vi når inte personen."
    assert events(case)[-1] == "told_affected"


def test_only_that_person_can_be_left_untold(stage: Stage) -> None:
    case, telling = make_decided(stage), actions.Telling(Whom.UNIT, "Nej.", withheld=True)
    with pytest.raises(RuleBroken, match="Bara den som berördes"):
        actions.tell_outcome(case=case, telling=telling, version=case.version, by=stage.cast.dag, now=LATER)


@pytest.mark.parametrize("make", [make_completed, closed])
def test_it_is_told_between_the_decision_and_the_end(stage: Stage, make: object) -> None:
    with pytest.raises(RuleBroken, match="återkoppla"):
        told(stage, make(stage))  # type: ignore[operator]  # either of two


@pytest.mark.parametrize("who", ["stranger", "alice", "bo", "hugo"])
def test_only_those_who_investigate_tell(stage: Stage, who: str) -> None:
    case, telling = make_decided(stage), actions.Telling(Whom.UNIT, "Så blev det.")
    with pytest.raises(NotAllowed):
        actions.tell_outcome(case=case, telling=telling, version=case.version, by=getattr(stage.cast, who), now=LATER)
    assert not Told.objects.exists()


def test_whoever_reported_what_is_joined_is_told_too(stage: Stage) -> None:
    case, other = make_decided(stage), make_completed(stage)
    type(other).objects.filter(pk=other.pk).update(
        joined_to=case, status=case.status, opened_on=None, completed_on=None, opened_by=stage.cast.alice
    )
    other.events.all().delete()
    actions.tell_outcome(
        case=case,
        telling=actions.Telling(Whom.REPORTER, "Så blev det."),
        version=case.version,
        by=stage.cast.dag,
        now=LATER,
    )
    assert Narrative.objects.get(case=other, part=Part.FEEDBACK).text == "Så blev det."
    assert Notification.objects.filter(receiver=stage.cast.alice, event="answered", record_id=other.pk).exists()
    assert events(fresh(other))[-1] == "told_reporter"
    assert rules.Status(fresh(case).status) is rules.Status.DECIDED
