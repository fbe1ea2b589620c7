"""Opening an investigation, or deciding with a reason not to."""

from dataclasses import replace

import pytest
from django.conf import LazySettings

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY
from varvet.kernel.notifications.models import Notification
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.links import list_linked
from varvet.kernel.records.models import Confidentiality, Fact, Link, LinkKind
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.models import CaseEvent, Impartiality, LexSarah, Narrative, Part
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


def refusal(explanation: str = "Regionen ansvarar för vården.") -> actions.Refusal:
    return actions.Refusal(rules.NotOpened.OTHER_PRINCIPAL, explanation)


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
    assert (stored.status, stored.not_opened, stored.closed_on) == ("not_opened", "other_principal", TODAY)
    assert Narrative.objects.get(case=case, part=Part.REASON).text == "Regionen ansvarar för vården."
    assert events(case) == ["received", "not_opened"]
    assert happenings(case) == [("received", TODAY), ("closed", TODAY)]


def test_declining_needs_words(stage: Stage) -> None:
    case = make_reported(stage)
    with pytest.raises(RuleBroken, match="varför utredning inte inleds"):
        actions.decline_investigation(case=case, refusal=refusal(" "), version=1, by=stage.cast.dag, now=NOW)


def test_what_is_investigated_already_is_named_and_found_from_both_ends(stage: Stage) -> None:
    other, case = make_opened(stage), make_reported(stage)
    same = actions.Refusal(rules.NotOpened.SAME_EVENT, "Samma kväll.", other)
    with pytest.raises(RuleBroken, match="Skriv numret"):
        actions.decline_investigation(
            case=case, refusal=replace(same, other=None), version=1, by=stage.cast.dag, now=NOW
        )
    actions.decline_investigation(case=case, refusal=same, version=1, by=stage.cast.dag, now=NOW)
    link = Link.objects.get()
    assert (link.source_id, link.target_id, link.kind) == (case.pk, other.pk, LinkKind.DUPLICATE)
    assert [one.pk for one in list_linked(other)] == [case.pk]


@pytest.mark.parametrize(
    ("allowed", "sentence"),
    [([], "utreder varje rapport"), (["out_of_scope"], "gäller inte hos er")],
)
def test_a_root_that_does_not_allow_it_investigates_every_report(
    stage: Stage, allowed: list[str], sentence: str
) -> None:
    choose(stage.cast.root, rules.DECLINABLE, allowed, first_day=TODAY)
    case = make_reported(stage)
    with pytest.raises(RuleBroken, match=sentence):
        actions.decline_investigation(case=case, refusal=refusal(), version=1, by=stage.cast.dag, now=NOW)
    assert events(case) == ["received"]


def test_another_is_named_to_investigate_and_told(stage: Stage) -> None:
    case = make_reported(stage)
    by_eva = replace(opening(stage), investigator=stage.cast.eva)
    case = actions.open_investigation(case=case, opening=by_eva, version=1, by=stage.cast.dag, now=NOW)
    assert case.investigator == stage.cast.eva
    assert [(row.person, row.role) for row in Impartiality.objects.all()] == [(stage.cast.dag, "reviewer")]
    assert Notification.objects.get(event="assigned").receiver == stage.cast.eva


def test_nobody_is_named_who_may_not_investigate(stage: Stage) -> None:
    case = make_reported(stage)
    for person in (stage.cast.alice, stage.disa, stage.cast.stranger):
        named = replace(opening(stage), investigator=person)
        with pytest.raises(RuleBroken, match="får utreda"):
            actions.open_investigation(case=case, opening=named, version=1, by=stage.cast.dag, now=NOW)


def test_the_report_becomes_the_first_event(stage: Stage) -> None:
    case = make_reported(stage, occurred_day=TODAY)
    case = actions.open_investigation(case=case, opening=opening(stage), version=1, by=stage.cast.dag, now=NOW)
    (event,) = CaseEvent.objects.filter(case=case)
    assert (event.number, event.category.code, event.day, event.outcome) == (1, "legal_security", TODAY, "")
