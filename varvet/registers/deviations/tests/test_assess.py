"""Assessing: those who handle the unit may, once until it is reopened, and the facts take its words."""

from datetime import date

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import Cast, make_types
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Fact, Referral
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Deviation, Mention
from varvet.registers.deviations.tests.factories import (
    ASSESSED,
    REOPENED,
    assessed,
    assessment,
    closed,
    events_of,
    facts_of,
    fresh,
    in_state,
    reopened,
    reported,
    words_of,
)

DAY, NEXT = date(2026, 3, 16), date(2026, 3, 17)


def test_it_is_named_and_weighed(cast: Cast) -> None:
    deviation = Deviation.objects.get(pk=assessed(cast, note="Ring avdelningen.").pk)
    assert (deviation.status, deviation.version, deviation.assessed_on) == ("assessed", 2, NEXT)
    assert (deviation.nature, deviation.severity, deviation.quality_area) == ("near_miss", "moderate", "1")
    assert deviation.category_list == cast.types
    assert words_of(deviation)["note"] == "Ring avdelningen."
    mentions = Mention.objects.filter(deviation=deviation).order_by("-primary")
    assert [(m.category.code, m.primary) for m in mentions] == [("delay", True), ("treatment", False)]


def test_every_fact_takes_the_words_of_the_assessment(cast: Cast) -> None:
    deviation = assessed(cast)
    assert facts_of(deviation) == [
        ("received", DAY, 1, "delay", None),
        ("mention", DAY, 1, "delay", None),
        ("mention", DAY, 1, "treatment", None),
        ("assessed", NEXT, 1, "delay", 1),
    ]
    fields = ("kind", "severity", "quality_area", "category_list", "channel", "area", "provider", "outcome")
    expected = ("near_miss", "moderate", "1", "deviation_type", "web", "children", "own", "")
    assert set(Fact.objects.filter(record_id=deviation.pk).values_list(*fields)) == {expected}


def test_it_is_told_in_the_trail_by_its_codes(cast: Cast) -> None:
    deviation = assessed(cast)
    assert events_of(deviation)[-1] == ("assessed", 2, cast.alice.pk)
    assert AuditEvent.objects.get(record_id=deviation.pk, version=2).data == {
        "nature": "near_miss",
        "severity": "moderate",
    }


@pytest.mark.parametrize("name", ["alice", "dag", "eva"])
def test_those_who_handle_may(cast: Cast, name: str) -> None:
    deviation, by = reported(cast), getattr(cast, name)
    actions.assess(deviation=deviation, assessment=assessment(cast), version=1, by=by, now=ASSESSED)
    assert events_of(deviation)[-1] == ("assessed", 2, by.pk)


@pytest.mark.parametrize("name", ["bo", "cecilia", "hugo", "gun", "stranger"])
def test_others_may_not(cast: Cast, name: str) -> None:
    deviation = reported(cast)
    with pytest.raises(NotAllowed):
        actions.assess(
            deviation=deviation, assessment=assessment(cast), version=1, by=getattr(cast, name), now=ASSESSED
        )
    deviation.refresh_from_db()
    assert (deviation.status, deviation.version) == ("received", 1)


@pytest.mark.parametrize("status", [s for s in rules.Status if s not in {rules.Status.RECEIVED, rules.Status.REOPENED}])
def test_only_what_waits_for_it_is_assessed(cast: Cast, status: rules.Status) -> None:
    deviation = in_state(cast, status)
    about, version = assessment(cast), deviation.version
    with pytest.raises(RuleBroken) as broken:
        actions.assess(deviation=deviation, assessment=about, version=version, by=cast.alice, now=ASSESSED)
    assert broken.value.code == "deviation.assess.state"
    assert fresh(deviation).version == version


def test_a_stale_version_writes_nothing(cast: Cast) -> None:
    deviation = assessed(cast)
    with pytest.raises(StaleVersion):
        actions.assess(deviation=deviation, assessment=assessment(cast), version=1, by=cast.eva, now=ASSESSED)
    assert len(events_of(deviation)) == 2


def test_a_reopened_one_is_assessed_anew_and_counted_once(cast: Cast) -> None:
    deviation = reopened(cast)
    about = assessment(cast, categories=(cast.type_called("documentation"),), risk=rules.Risk(2, 1))
    actions.assess(deviation=deviation, assessment=about, version=deviation.version, by=cast.alice, now=REOPENED)
    assert facts_of(deviation) == [
        ("received", DAY, 1, "documentation", None),
        ("mention", DAY, 1, "documentation", None),
        ("assessed", date(2026, 4, 5), 1, "documentation", 20),
        ("reopened", date(2026, 4, 5), 1, "documentation", 20),
    ]


def test_a_category_is_needed(cast: Cast) -> None:
    with pytest.raises(RuleBroken) as broken:
        assessed(cast, categories=())
    assert (broken.value.code, broken.value.field) == ("deviation.category.none", "categories")


def test_categories_come_from_the_list_that_is_named(cast: Cast) -> None:
    other = make_types(cast.other_root)
    with pytest.raises(RuleBroken) as broken:
        assessed(cast, category_list=other)
    assert broken.value.code == "deviation.category.list"


def test_another_roots_list_is_refused(cast: Cast) -> None:
    other = make_types(cast.other_root)
    with pytest.raises(RuleBroken) as broken:
        assessed(cast, category_list=other, categories=tuple(other.categories.all()))
    assert broken.value.code == "deviation.category.list"


def test_a_possible_lex_sarah_is_asked_where_it_is_investigated(cast: Cast) -> None:
    deviation = assessed(cast, also=frozenset({rules.Also.LEX_SARAH}))
    referral = Referral.objects.get()
    assert (referral.origin_id, referral.to_kind, referral.unit) == (deviation.pk, "lex_sarah", cast.a)


def test_without_suspicion_nothing_is_asked(cast: Cast) -> None:
    closed(cast)
    assert not Referral.objects.exists()
