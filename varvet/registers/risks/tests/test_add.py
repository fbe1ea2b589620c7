"""Adding a risk and changing what it is told with."""

from dataclasses import replace

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.risks import actions
from varvet.registers.risks.actions import New
from varvet.registers.risks.models import Narrative, Part, Risk
from varvet.registers.risks.tests.factories import NAME, SECRET, by, closed, content, events, happenings, identified


def test_it_becomes_a_record_with_trail_and_fact(cast: Cast) -> None:
    risk = identified(cast)
    assert (risk.reference, risk.status, risk.name, risk.rank) == ("RIS-2026-0001", "identified", NAME, 0)
    assert events(risk) == ["identified"]
    assert happenings(risk) == [("identified", "")]
    assert Narrative.objects.get(of=risk).text == SECRET


def test_sent_twice_it_is_one_risk(cast: Cast) -> None:
    new = New(cast.a, content())
    assert len({actions.add(new=new, key="k", by=cast.alice, now=NOW).pk for _ in range(2)}) == 1


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "gun", "hugo", "stranger"])
def test_others_add_nothing(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        identified(cast, by=getattr(cast, who))


@pytest.mark.parametrize(
    ("wrong", "code"), [("", "risk.name.empty"), ("x" * 161, "risk.name.long"), ("a ", "risk.name.empty")]
)
def test_it_says_what_could_happen(cast: Cast, wrong: str, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        identified(cast, wrong)
    assert broken.value.code == code


def test_whoever_has_it_may_work_with_it(cast: Cast) -> None:
    for wrong in (cast.bo, cast.cecilia, cast.gun):
        with pytest.raises(RuleBroken, match="Välj någon"):
            actions.add(new=New(cast.a, content(), wrong), key="k", by=cast.alice, now=NOW)
    record = actions.add(new=New(cast.a, content(), cast.eva), key="k", by=cast.alice, now=NOW)
    assert Risk.objects.get(pk=record.pk).owner == cast.eva


def test_texts_that_differ_are_written_anew_and_the_old_stay(cast: Cast) -> None:
    risk = identified(cast)
    told = replace(content("Posten blir liggande"), texts={Part.CAUSES: SECRET, Part.CONTROLS: "Daglig genomgång."})
    risk = actions.describe(by(risk, cast.alice), told)
    assert (risk.name, risk.narratives.count()) == ("Posten blir liggande", 2)
    risk = actions.describe(
        by(risk, cast.eva), replace(told, texts={Part.CAUSES: "", Part.CONTROLS: "Daglig genomgång."})
    )
    assert list(risk.narratives.order_by("pk").values_list("part", flat=True)) == ["causes", "controls", "causes"]
    assert events(risk) == ["identified", "described", "described"]


def test_two_who_change_the_same_risk(cast: Cast) -> None:
    risk = identified(cast)
    known = risk.version
    actions.describe(by(risk, cast.alice), content("Först"))
    with pytest.raises(StaleVersion):
        actions.describe(by(risk, cast.eva, version=known), content("Sedan"))
    assert Risk.objects.get(pk=risk.pk).name == "Först"


def test_others_change_nothing_and_nothing_changes_when_closed(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        actions.describe(by(identified(cast), cast.bo), content())
    with pytest.raises(RuleBroken, match="läge är: avslutad"):
        actions.describe(by(closed(cast), cast.alice), content())


def test_given_to_somebody_who_may(cast: Cast) -> None:
    risk = actions.assign(by(identified(cast), cast.alice), cast.eva)
    assert risk.owner == cast.eva
    with pytest.raises(RuleBroken, match="Välj någon"):
        actions.assign(by(risk, cast.alice), cast.cecilia)
    actions.reassign(risk, cast.alice, "Slutar.", cast.eva, NOW)
    assert events(risk)[-2:] == ["assigned", "reassigned"]
