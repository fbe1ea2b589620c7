"""Rerouting: another unit gets it, assesses it anew, and has it in its figures from then on."""

from datetime import date, datetime
from typing import Any

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import Cast, reader_of
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact, Referral
from varvet.registers.deviations import actions, queries, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import ACTED, assessed, fresh, reported, words_of
from varvet.registers.deviations.tests.six_cases import SixCases

WHY = "Det hände hos er."


class TestReroute(SixCases):
    event, trail, place, status = rules.Event.REROUTE, "rerouted", "skicka-vidare", rules.Status.RECEIVED

    def prepare(self, cast: Cast) -> Any:
        return cast.b

    def do(self, deviation: Deviation, extra: Any, *, version: int, by: User, now: datetime = ACTED) -> object:
        return actions.reroute(deviation=deviation, to=(extra, WHY), version=version, by=by, now=now)


def rerouted(cast: Cast, deviation: Deviation) -> Deviation:
    version = deviation.version
    return actions.reroute(deviation=deviation, to=(cast.b, WHY), version=version, by=cast.alice, now=ACTED)


def test_the_other_unit_has_it_and_this_one_does_not(cast: Cast) -> None:
    deviation = rerouted(cast, assessed(cast))
    assert not queries.visible_to(reader_of(cast.alice)).filter(pk=deviation.pk).exists()
    [task] = queries.list_tasks(reader_of(cast.cecilia))
    assert (task.reference, task.title) == (deviation.reference, "Bedöm en ny avvikelse")
    assert words_of(deviation)["rerouted"] == WHY


def test_it_is_assessed_anew(cast: Cast) -> None:
    deviation = fresh(rerouted(cast, assessed(cast)))
    assert (deviation.status, deviation.assessed_on, deviation.nature, deviation.handler) == (
        "received",
        None,
        "",
        None,
    )
    assert not deviation.mentions.exists()


def test_its_facts_follow_but_for_the_leaving(cast: Cast) -> None:
    deviation = rerouted(cast, assessed(cast))
    found = Fact.objects.filter(record_id=deviation.pk).values_list("happening", "unit_id", "area", "day")
    day = date(2026, 3, 16)
    assert sorted(found) == [
        ("received", cast.b.pk, "adults", day),
        ("reported", cast.b.pk, "adults", day),
        ("rerouted", cast.a.pk, "children", ACTED.date()),
    ]


def test_those_who_get_it_are_told(cast: Cast) -> None:
    deviation = rerouted(cast, reported(cast))
    told = Notification.objects.filter(record_id=deviation.pk, event="rerouted").values_list("receiver", flat=True)
    assert list(told) == [cast.cecilia.pk]


def test_an_open_question_to_lex_sarah_goes_along(cast: Cast) -> None:
    rerouted(cast, assessed(cast, also=frozenset({rules.Also.LEX_SARAH})))
    assert Referral.objects.get().unit == cast.b


@pytest.mark.parametrize(
    ("unit", "reason", "code"),
    [
        ("a", WHY, "deviation.reroute.same"),
        ("other_unit", WHY, "deviation.reroute.root"),
        ("b", " ", "deviation.reroute.reason"),
    ],
)
def test_what_cannot_be(cast: Cast, unit: str, reason: str, code: str) -> None:
    deviation, to = reported(cast), (getattr(cast, unit), reason)
    with pytest.raises(RuleBroken) as broken:
        actions.reroute(deviation=deviation, to=to, version=1, by=cast.alice, now=ACTED)
    assert broken.value.code == code


def test_a_case_of_several_reports_stays(cast: Cast) -> None:
    lead, other = assessed(cast), assessed(cast)
    actions.join(deviation=other, lead=lead, version=2, by=cast.alice, now=ACTED)
    with pytest.raises(RuleBroken, match="Andra rapporter"):
        rerouted(cast, fresh(lead))
