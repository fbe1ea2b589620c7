"""What a deviation may be as well: each yes is an owned question or hand-over, and a no to lex Sarah has a reason."""

from typing import Any

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import Cast, reader_of
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.notifications.announcing import spread
from varvet.kernel.notifications.models import Notification
from varvet.kernel.questions import answering, weighing
from varvet.kernel.questions.models import Suspicion
from varvet.kernel.questions.suspicions import must_be_weighed
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Link, Referral
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Channel, Deviation, Handover
from varvet.registers.deviations.rules import Also
from varvet.registers.deviations.tests.factories import (
    ACTED,
    ASSESSED,
    CLOSED,
    REOPENED,
    assessed,
    assessment,
    facts_of,
    fresh,
    reported,
)

HARM = "Hon hade blåmärken på armen."
REASON = "Det var ett fall på gården, ingen for illa av oss."


def asked(deviation: Deviation) -> set[tuple[str, str]]:
    rows = Referral.objects.filter(origin=deviation, state=Referral.State.OPEN)
    return set(rows.values_list("to_kind", "topic"))


def assess(cast: Cast, deviation: Deviation, **changes: object) -> Deviation:
    about, version = assessment(cast, **changes), fresh(deviation).version
    return actions.assess(deviation=deviation, assessment=about, version=version, by=cast.alice, now=ASSESSED)


def test_each_yes_is_a_question_or_a_hand_over(cast: Cast) -> None:
    deviation = assessed(cast, also=frozenset(Also))
    assert asked(deviation) == {
        ("lex_sarah", ""),
        ("privacy_incidents", ""),
        ("provider_reports", ""),
        ("feedback", ""),
        ("deviations", "health_care"),
        ("deviations", "collaboration"),
    }
    handed = Handover.objects.filter(deviation=deviation).values_list("destination", flat=True)
    assert set(handed) == {"work_environment", "animal_welfare"}


def test_what_it_is_it_is_not_as_well(cast: Cast) -> None:
    with pytest.raises(RuleBroken) as broken:
        assessed(cast, nature=rules.Nature.HEALTH_CARE, also=frozenset({Also.HEALTH_CARE}))
    assert broken.value.code == "deviation.also.same"


def test_those_who_may_answer_are_told_and_have_a_task(cast: Cast) -> None:
    assessed(cast, also=frozenset({Also.LEX_SARAH}))
    spread()
    told = Notification.objects.filter(event="asked").values_list("receiver__name", flat=True)
    assert set(told) == {"Dag", "Eva"}
    for name, waits in (("dag", 1), ("eva", 1), ("alice", 0), ("bo", 0), ("cecilia", 0), ("hugo", 0), ("stranger", 0)):
        assert answering.list_answerable(reader_of(getattr(cast, name))).count() == waits


@pytest.mark.parametrize("changes", [{"worry": 4}, {"what": HARM}, {"done": HARM}])
def test_what_looks_like_lex_sarah_is_asked_about_or_has_a_reason(cast: Cast, changes: dict[str, Any]) -> None:
    deviation = reported(cast, **changes)
    with pytest.raises(RuleBroken) as broken:
        assess(cast, deviation)
    assert broken.value.field == "not_lex_sarah"
    assess(cast, deviation, not_lex_sarah=REASON)
    sign = Suspicion.objects.get()
    assert (sign.reason, sign.weighed_by, sign.weighed_at) == (REASON, cast.alice, ASSESSED)


def test_asked_it_needs_no_reason_and_the_sign_follows_the_question(cast: Cast) -> None:
    deviation = assess(cast, reported(cast, worry=4), also=frozenset({Also.LEX_SARAH}))
    assert Suspicion.objects.get().referral == Referral.objects.get(origin=deviation)
    assert not must_be_weighed(deviation)


def test_a_calm_report_is_not_asked_about(cast: Cast) -> None:
    deviation = assess(cast, reported(cast, worry=3))
    assert not Suspicion.objects.filter(record=deviation).exists()


def test_it_is_not_closed_while_a_question_waits(cast: Cast) -> None:
    deviation = assessed(cast, also=frozenset({Also.LEX_SARAH}))
    ending = actions.Closing("Vi har ändrat rutinen.")
    with pytest.raises(RuleBroken) as broken:
        actions.close(deviation=deviation, closing=ending, version=2, by=cast.alice, now=CLOSED)
    assert broken.value.code == "deviation.close.missing"
    answering.refuse(referral=Referral.objects.get(), reason=REASON, by=cast.dag, now=ACTED)
    assert actions.close(deviation=deviation, closing=ending, version=3, by=cast.alice, now=CLOSED).is_closed


def test_a_new_sign_is_weighed_before_closing(cast: Cast) -> None:
    deviation = assessed(cast)
    actions.add_more(deviation=deviation, text=HARM, key="k", by=cast.bo, now=ACTED)
    ending = actions.Closing("Klart.")
    with pytest.raises(RuleBroken, match="lex Sarah"):
        actions.close(deviation=deviation, closing=ending, version=3, by=cast.alice, now=CLOSED)
    weighing.say_why_not(record=deviation, reason=REASON, by=cast.alice, now=ACTED)
    assert actions.close(deviation=deviation, closing=ending, version=4, by=cast.alice, now=CLOSED).is_closed


def test_left_out_it_has_its_reason(cast: Cast) -> None:
    deviation = reported(cast, worry=4)
    with pytest.raises(RuleBroken) as broken:
        actions.dismiss(deviation=deviation, reason="Så gör vi.", version=1, by=cast.alice, now=ASSESSED)
    assert broken.value.field == "not_lex_sarah"
    left_out = actions.dismiss(
        deviation=deviation, reason="Så gör vi.", not_lex_sarah=REASON, version=1, by=cast.alice, now=ASSESSED
    )
    assert left_out.status == rules.Status.NOT_DEVIATION


def test_another_unit_weighs_it_anew(cast: Cast) -> None:
    deviation = assess(cast, reported(cast, worry=4), not_lex_sarah="Det hände inte hos oss.")
    actions.reroute(deviation=deviation, to=(cast.b, "Det hände där."), version=2, by=cast.eva, now=ACTED)
    assert must_be_weighed(deviation)
    assert Suspicion.objects.filter(weighed_at__isnull=False).count() == 1, "the first reason stays"


def test_refused_it_is_asked_anew_when_something_new_comes(cast: Cast) -> None:
    deviation = assessed(cast, also=frozenset({Also.LEX_SARAH}))
    with pytest.raises(RuleBroken, match="redan ställd"):
        weighing.ask_lex_sarah(record=deviation, by=cast.alice, now=ACTED)
    answering.refuse(referral=Referral.objects.get(), reason=REASON, by=cast.dag, now=ACTED)
    weighing.ask_lex_sarah(record=deviation, by=cast.alice, now=REOPENED)
    states = Referral.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["refused", "open"]


@pytest.mark.parametrize("name", ["bo", "cecilia", "hugo", "gun", "stranger"])
def test_only_those_who_handle_say_what_it_is(cast: Cast, name: str) -> None:
    deviation, by = reported(cast, worry=4), getattr(cast, name)
    with pytest.raises(NotAllowed):
        weighing.ask_lex_sarah(record=deviation, by=by, now=ACTED)
    with pytest.raises(NotAllowed):
        weighing.say_why_not(record=deviation, reason=REASON, by=by, now=ACTED)


def test_weighing_is_told_in_the_trail(cast: Cast) -> None:
    deviation = reported(cast, worry=4)
    weighing.say_why_not(record=deviation, reason=REASON, by=cast.alice, now=ACTED)
    row = AuditEvent.objects.filter(record_id=deviation.pk).latest("pk")
    assert (row.event, row.version, row.actor_id, row.data) == ("weighed_not_lex_sarah", 2, cast.alice.pk, {})


def test_an_accepted_health_care_question_is_a_deviation_of_its_own(cast: Cast) -> None:
    origin = assessed(cast, also=frozenset({Also.HEALTH_CARE}))
    made = answering.accept(referral=Referral.objects.get(), by=cast.alice, now=ACTED)
    deviation = Deviation.objects.get(pk=made.pk)
    assert (deviation.nature, deviation.status, deviation.unit) == ("health_care", "received", cast.a)
    assert (deviation.channel, deviation.occurred_day) == (Channel.REFERRAL, origin.occurred_day)
    assert Link.objects.filter(source=made, target=origin).exists()
    assert [fact[0] for fact in facts_of(deviation)] == ["received", "health_care"]


def test_a_complaint_and_a_privacy_incident_are_taken_on_by_their_registers(cast: Cast) -> None:
    assessed(cast, also=frozenset({Also.COMPLAINT, Also.PRIVACY}))
    made = {
        answering.accept(referral=one, by=cast.eva, now=ACTED).kind: one
        for one in Referral.objects.select_related("origin__unit")
    }
    assert set(made) == {"feedback", "privacy_incidents"}
    assert not Referral.objects.filter(state=Referral.State.OPEN).exists()
