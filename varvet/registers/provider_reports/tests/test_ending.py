"""Telling the provider, closing, handing over to another principal, and opening again."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.provider_reports import actions
from varvet.registers.provider_reports.models import ProviderReport
from varvet.registers.provider_reports.rules import Known, Outcome
from varvet.registers.provider_reports.tests.factories import (
    CLOSED,
    REOPENED,
    REQUESTED,
    assessed,
    closed,
    disowned,
    events_of,
    facts_of,
    followed_up,
    fresh,
    page_of,
    registered,
    reopened,
    told,
    words_of,
)


def close(cast: Cast, report: ProviderReport) -> ProviderReport:
    return actions.close(report=report, lesson="", version=report.version, by=cast.dag, now=CLOSED)


def test_the_provider_is_told(cast: Cast) -> None:
    report = fresh(told(cast))
    assert (report.status, words_of(report)["feedback"]) == ("following_up", "Vi delar er bedömning.")
    assert events_of(report)[-1][0] == "provider_told"


def test_closed_it_is_counted_with_its_lesson(cast: Cast) -> None:
    report = fresh(closed(cast))
    assert (report.status, report.closed_on, report.closed_at) == ("closed", CLOSED.date(), CLOSED)
    assert words_of(report)["lesson"].startswith("Fråga om")
    assert facts_of(report)[-2] == ("closed", date(2026, 4, 25), "misconduct", 44)


def test_a_person_of_ours_is_followed_up_first(cast: Cast) -> None:
    report = assessed(cast)
    with pytest.raises(RuleBroken, match="uppföljning av den som berörs"):
        close(cast, report)
    assert "Uppföljning av den som berörs" in text_of(as_(cast.dag).get(page_of(report)))


@pytest.mark.parametrize("ours", [Known.NO, Known.UNKNOWN])
def test_whose_the_person_is_must_be_known(cast: Cast, ours: Known) -> None:
    report = assessed(cast, ours=ours)
    report = actions.tell_provider(report=report, words="Vi delar den.", version=4, by=cast.dag, now=CLOSED)
    if ours is Known.NO:
        assert fresh(close(cast, report)).status == "closed"
        return
    with pytest.raises(RuleBroken, match="om den som berörs är placerad av er"):
        close(cast, report)


def test_what_is_serious_is_closed_when_it_is_known_whether_it_was_notified(cast: Cast) -> None:
    report = assessed(cast, outcome=Outcome.SERIOUS, ours=Known.NO)
    report = actions.tell_provider(report=report, words="Vi delar den.", version=4, by=cast.dag, now=CLOSED)
    with pytest.raises(RuleBroken, match="om utföraren har anmält till IVO"):
        close(cast, report)


def test_the_provider_is_told_first(cast: Cast) -> None:
    with pytest.raises(RuleBroken, match="återkoppling till utföraren"):
        close(cast, followed_up(cast))


def test_another_principals_is_kept_with_the_reason_and_counts_as_none_of_ours(cast: Cast) -> None:
    report = fresh(disowned(cast))
    assert (report.status, report.other_principal, report.not_ours_on) == (
        "not_ours",
        "Grannkommunen",
        REQUESTED.date(),
    )
    assert words_of(report)["not_ours"].startswith("De har placerat")
    assert facts_of(report) == [("not_ours", date(2026, 3, 17), "", 5)]


@pytest.mark.parametrize(("principal", "reason"), [(" ", "Skälet."), ("Grannkommunen", "")])
def test_it_needs_both_whose_and_why(cast: Cast, principal: str, reason: str) -> None:
    report = registered(cast)
    content = actions.Handover(principal, reason)
    with pytest.raises(RuleBroken):
        actions.disown(report=report, content=content, version=1, by=cast.dag, now=REQUESTED)
    assert fresh(report).status == "received"


def test_opened_again_it_counts_once_and_somebody_is_told(cast: Cast) -> None:
    report = fresh(reopened(cast))
    assert (report.status, report.closed_on, report.closed_at, report.told_on) == ("reopened", None, None, None)
    happened = [happening for happening, *_ in facts_of(report)]
    assert happened.count("received") == 1
    assert "closed" not in happened
    assert ("reopened", date(2026, 5, 5), "misconduct", 54) in facts_of(report)
    assert Notification.objects.filter(record=report.pk, event="reopened", receiver=cast.eva).exists()


def test_what_was_anothers_is_ours_again(cast: Cast) -> None:
    report = disowned(cast)
    actions.reopen(report=report, reason="De säger nej.", version=report.version, by=cast.dag, now=REOPENED)
    assert (fresh(report).other_principal, fresh(report).not_ours_on) == ("", None)
    assert [happening for happening, *_ in facts_of(report)] == ["received", "reopened"]


def test_opening_again_needs_a_reason(cast: Cast) -> None:
    report = closed(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.reopen(report=report, reason="", version=report.version, by=cast.dag, now=REOPENED)
    assert broken.value.code == "provider_report.reason.empty"


def test_the_table_refuses_what_no_action_writes(cast: Cast) -> None:
    report = registered(cast)
    wrong: list[dict[str, object]] = [
        {"closed_on": CLOSED.date()},
        {"outcome": "risk"},
        {"notified_on": CLOSED.date()},
        {"agreement": "agrees"},
        {"other_principal": "Grannkommunen"},
        {"provider": None, "requested_on": CLOSED.date(), "investigation_due_on": CLOSED.date()},
    ]
    for changes in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            ProviderReport.objects.filter(pk=report.pk).update(**changes)
