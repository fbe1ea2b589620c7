"""Another becomes responsible when somebody leaves: with the reason, told in the trail, and only somebody here."""

from dataclasses import replace

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.improvements import actions
from varvet.registers.improvements.models import Improvement, Narrative
from varvet.registers.improvements.tests.factories import decision, fresh, make

WHY = "Bo har slutat."


def of_bo(cast: Cast) -> Improvement:
    return make(cast, replace(decision(cast.a), owner=cast.bo))


def test_the_new_one_has_it_and_is_told(cast: Cast) -> None:
    held = of_bo(cast)
    actions.reassign(held, cast.alice, WHY, cast.eva, NOW)
    assert fresh(held.pk).owner == cast.alice
    told = AuditEvent.objects.get(event="reassigned")
    assert (told.actor_id, told.data) == (cast.eva.pk, {"owner": cast.alice.pk, "before": cast.bo.pk})
    assert Narrative.objects.get(improvement=held, part="handed").text == WHY
    assert list(Notification.objects.values_list("receiver__name", "event")) == [("Alice", "assigned")]


def test_only_somebody_with_a_role_here(cast: Cast) -> None:
    held = of_bo(cast)
    User.objects.filter(pk=cast.gun.pk).update(is_active=False)
    for nobody in (cast.stranger, User.objects.get(pk=cast.gun.pk)):
        with pytest.raises(RuleBroken, match="roll här"):
            actions.reassign(held, nobody, WHY, cast.eva, NOW)
    assert fresh(held.pk).owner == cast.bo


def test_a_stale_version_writes_nothing(cast: Cast) -> None:
    held = of_bo(cast)
    actions.reassign(held, cast.alice, WHY, cast.eva, NOW)
    with pytest.raises(StaleVersion):
        actions.reassign(held, cast.dag, WHY, cast.eva, NOW)
    assert fresh(held.pk).owner == cast.alice
