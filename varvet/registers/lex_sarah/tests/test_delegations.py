"""The delegation order: who edits it, what a point must be, and that what was decided keeps its point."""

from datetime import timedelta
from typing import Any

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import LONG_AGO, NOW, TODAY
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah import actions
from varvet.registers.lex_sarah.models import DecisionMade, Delegation
from varvet.registers.lex_sarah.tests.factories import Stage, make_decided, make_delegation


def test_a_point_is_added_and_told_in_the_trail(stage: Stage) -> None:
    given = make_delegation(stage.cast, point=" 7.1 ", role="", person=stage.disa, last_day=TODAY)
    assert (given.point, given.person, given.role, given.root) == ("7.1", stage.disa, "", stage.cast.root)
    told = AuditEvent.objects.filter(event="delegated").latest("pk")
    assert (told.kind, told.actor_id, told.data["point"]) == ("lex_sarah", stage.cast.hugo.pk, "7.1")


@pytest.mark.parametrize("who", ["stranger", "alice", "bo", "dag", "eva", "gun"])
def test_only_who_administers_edits_it(stage: Stage, who: str) -> None:
    by, content = getattr(stage.cast, who), actions.Delegating("7", LONG_AGO, role="decision_maker")
    with pytest.raises(NotAllowed):
        actions.delegate(root=stage.cast.root, content=content, by=by, now=NOW)
    with pytest.raises(NotAllowed):
        actions.end_delegation(delegation=Delegation.objects.get(), last_day=TODAY, by=by, now=NOW)
    assert Delegation.objects.get().last_day is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"point": " "}, "point"),
        ({"role": ""}, "person"),
        ({"last_day": LONG_AGO - timedelta(days=1)}, "last_day"),
        ({"role": "unit_manager"}, "role"),
    ],
)
def test_a_point_that_cannot_be_is_refused(stage: Stage, wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(RuleBroken) as error:
        make_delegation(stage.cast, **wrong)
    assert error.value.field == field
    assert Delegation.objects.count() == 1


def test_a_point_that_ends_stays_with_what_was_decided(stage: Stage) -> None:
    case = make_decided(stage)
    given = Delegation.objects.get()
    actions.end_delegation(delegation=given, last_day=TODAY, by=stage.cast.hugo, now=NOW)
    assert actions.delegation_for(case, stage.disa, TODAY) == given
    assert actions.delegation_for(case, stage.disa, TODAY + timedelta(days=1)) is None
    assert DecisionMade.objects.get().point == "4.2"
    assert AuditEvent.objects.filter(event="delegation_ended", actor_id=stage.cast.hugo.pk).exists()
