"""Another takes over an investigation when somebody leaves: somebody who may, without a conflict, and told."""

import pytest

from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.deadlines.holding import ids_held
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.registry import get_register
from varvet.registers.lex_sarah import actions
from varvet.registers.lex_sarah.actions.reassign import reassign
from varvet.registers.lex_sarah.models import KIND, LexSarah, Narrative, Part
from varvet.registers.lex_sarah.tests.factories import LATER, Stage, make_opened

WHY = "Dag har slutat."


def of_dag(stage: Stage) -> LexSarah:
    case = make_opened(stage)
    if case.investigator == stage.cast.dag:
        return case
    to = (stage.cast.dag, "Dag kan området.")
    return actions.assign(case=case, to=to, version=case.version, by=stage.cast.dag, now=LATER)


def fresh(case: LexSarah) -> LexSarah:
    return LexSarah.objects.get(pk=case.pk)


def test_the_new_one_has_it_and_is_told(stage: Stage) -> None:
    case, cast = of_dag(stage), stage.cast
    assert ids_held(get_register(KIND), cast.root, cast.dag) == {case.pk}
    reassign(fresh(case), cast.eva, WHY, cast.hugo, LATER)
    assert fresh(case).investigator == cast.eva
    assert ids_held(get_register(KIND), cast.root, cast.dag) == set()
    told = AuditEvent.objects.get(event="reassigned")
    assert (told.actor_id, told.data) == (cast.hugo.pk, {"investigator": cast.eva.pk, "before": cast.dag.pk})
    assert Narrative.objects.filter(case=case, part=Part.REASSIGNED).latest("pk").text == WHY
    assert Notification.objects.filter(receiver=cast.eva, record_id=case.pk, event="assigned").exists()


@pytest.mark.parametrize("name", ["alice", "bo", "cecilia", "gun", "hugo", "stranger"])
def test_only_somebody_who_investigates_there(stage: Stage, name: str) -> None:
    case = of_dag(stage)
    with pytest.raises(RuleBroken):
        reassign(fresh(case), getattr(stage.cast, name), WHY, stage.cast.eva, LATER)
    assert fresh(case).investigator == stage.cast.dag


def test_a_stale_version_writes_nothing(stage: Stage) -> None:
    case = fresh(of_dag(stage))
    reassign(fresh(case), stage.cast.eva, WHY, stage.cast.eva, LATER)
    with pytest.raises(StaleVersion):
        reassign(case, stage.cast.dag, WHY, stage.cast.eva, LATER)
