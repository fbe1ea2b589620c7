"""Opening an investigation, or deciding with a reason not to."""

from dataclasses import replace

import pytest
from django.conf import LazySettings

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Confidentiality, Fact
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.models import LexSarah, Narrative, Part
from varvet.registers.lex_sarah.tests.factories import (
    Stage,
    events,
    happenings,
    make_opened,
    make_reported,
    make_types,
    opening,
)

OUTSIDERS = ["stranger", "bo", "alice", "hugo", "gun"]


def refusal(explanation: str = "Det utreds redan i LXS-2026-0009.") -> actions.Refusal:
    return actions.Refusal(rules.NotOpened.SAME_EVENT, explanation)


def test_opening_sets_law_type_and_day(stage: Stage) -> None:
    case = make_opened(stage)
    assert (case.status, case.opened_on, case.law) == (rules.Status.OPENED, TODAY, "sol")
    assert events(case) == ["received", "opened"]
    assert happenings(case) == [("received", TODAY), ("opened", TODAY)]
    facts = Fact.objects.filter(record_id=case.pk)
    coded = {(f.kind, f.category_list, f.category, f.outcome, f.area, f.provider) for f in facts}
    assert coded == {("sol", "lex_sarah_type", "legal_security", "", "children", "own")}


@pytest.mark.parametrize("who", OUTSIDERS)
def test_only_those_who_investigate_open_or_decline(stage: Stage, who: str) -> None:
    case = make_reported(stage)
    by = getattr(stage.cast, who)
    with pytest.raises(NotAllowed):
        actions.open_investigation(case=case, opening=opening(stage), version=1, by=by, now=NOW)
    with pytest.raises(NotAllowed):
        actions.decline_investigation(case=case, refusal=refusal(), version=1, by=by, now=NOW)
    assert events(case) == ["received"]


def test_a_manager_shut_out_cannot_open_it_whatever_their_role_may(stage: Stage, settings: LazySettings) -> None:
    manager = settings.ROLES["unit_manager"]
    investigating = replace(manager, permissions=manager.permissions | {"lex_sarah.investigate"})
    settings.ROLES = settings.ROLES | {"unit_manager": investigating}
    case = make_reported(stage, confidentiality=Confidentiality.MANAGER_EXCLUDED)
    with pytest.raises(NotAllowed):
        actions.open_investigation(case=case, opening=opening(stage), version=1, by=stage.cast.alice, now=NOW)
    opened = actions.open_investigation(case=case, opening=opening(stage), version=1, by=stage.cast.dag, now=NOW)
    assert opened.status == rules.Status.OPENED


def test_it_is_opened_once(stage: Stage) -> None:
    case = make_opened(stage)
    with pytest.raises(RuleBroken, match="utredning inledd"):
        actions.open_investigation(case=case, opening=opening(stage), version=2, by=stage.cast.eva, now=NOW)
    with pytest.raises(RuleBroken, match="utredning inledd"):
        actions.decline_investigation(case=case, refusal=refusal(), version=2, by=stage.cast.eva, now=NOW)


def test_a_version_that_is_not_the_latest_writes_nothing(stage: Stage) -> None:
    case = make_reported(stage)
    with pytest.raises(StaleVersion):
        actions.open_investigation(case=case, opening=opening(stage), version=0, by=stage.cast.dag, now=NOW)
    assert LexSarah.objects.get(pk=case.pk).opened_on is None


def test_a_biased_investigator_does_not_open(stage: Stage) -> None:
    case = make_reported(stage)
    biased = replace(opening(stage), impartial=False)
    with pytest.raises(RuleBroken, match="jävig"):
        actions.open_investigation(case=case, opening=biased, version=1, by=stage.cast.dag, now=NOW)


def test_a_type_from_another_list_is_refused(stage: Stage) -> None:
    case = make_reported(stage)
    other = replace(opening(stage), category_list=make_types(stage.cast.root, "another_list"))
    with pytest.raises(RuleBroken, match="finns inte i listan"):
        actions.open_investigation(case=case, opening=other, version=1, by=stage.cast.dag, now=NOW)


def test_declining_ends_the_case_with_its_reason(stage: Stage) -> None:
    case = make_reported(stage)
    case = actions.decline_investigation(case=case, refusal=refusal(), version=1, by=stage.cast.dag, now=NOW)
    stored = LexSarah.objects.get(pk=case.pk)
    assert (stored.status, stored.not_opened, stored.closed_on) == ("not_opened", "same_event", TODAY)
    assert Narrative.objects.get(case=case, part=Part.REASON).text == "Det utreds redan i LXS-2026-0009."
    assert events(case) == ["received", "not_opened"]
    assert happenings(case) == [("received", TODAY), ("closed", TODAY)]


def test_declining_needs_words(stage: Stage) -> None:
    case = make_reported(stage)
    with pytest.raises(RuleBroken, match="varför utredning inte inleds"):
        actions.decline_investigation(case=case, refusal=refusal(" "), version=1, by=stage.cast.dag, now=NOW)
