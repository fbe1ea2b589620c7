"""The provider's investigation: asked for, taken in, and what the inspectorate was told."""

from datetime import date, timedelta
from typing import Any

import pytest

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.provider_reports import actions
from varvet.registers.provider_reports.models import ProviderReport
from varvet.registers.provider_reports.rules import Decision, Known, Notified, Outcome
from varvet.registers.provider_reports.tests.factories import (
    INFORMED,
    REQUESTED,
    TAKEN_IN,
    closed,
    events_of,
    facts_of,
    fresh,
    page_of,
    registered,
    requested,
    taken_in,
    words_of,
)

DUE = date(2026, 4, 17)


def test_asked_for_it_waits(cast: Cast) -> None:
    report = fresh(requested(cast))
    assert (report.status, report.requested_on, report.investigation_due_on) == ("requested", REQUESTED.date(), DUE)
    assert words_of(report)["request"] == "Vi vill veta hur kvällspassen bemannas."
    assert facts_of(report)[1:] == [("requested", date(2026, 3, 17), "", 5)]
    assert events_of(report)[-1] == ("requested", 2, cast.dag.pk)


def test_a_day_that_has_passed_is_no_day_to_wait_for(cast: Cast) -> None:
    report = registered(cast)
    content = actions.Request(REQUESTED.date() - timedelta(days=1))
    with pytest.raises(RuleBroken) as broken:
        actions.request(report=report, content=content, version=1, by=cast.dag, now=REQUESTED)
    assert broken.value.code == "provider_report.due_on.past"


@pytest.mark.parametrize("act", ["request", "take_in"])
def test_who_the_provider_is_comes_first(cast: Cast, act: str) -> None:
    report = registered(cast, provider=None)
    request = actions.Request(DUE)
    investigation = actions.Investigation(NOW.date(), Outcome.RISK, "Det brast.")
    content: Any = {"request": request, "take_in": investigation}[act]
    with pytest.raises(RuleBroken) as broken:
        getattr(actions, act)(report=report, content=content, version=1, by=cast.dag, now=REQUESTED)
    assert broken.value.code == "provider_report.provider.unknown"


def test_the_page_proposes_the_day_of_the_local_goal(cast: Cast) -> None:
    page = text_of(as_(cast.dag).get(page_of(registered(cast), "begar/")))
    assert 'name="due_on" value="20' in page


def test_taken_in_it_waits_to_be_assessed(cast: Cast) -> None:
    report = fresh(taken_in(cast))
    assert (report.status, report.investigation_on, report.outcome) == ("investigated", TAKEN_IN.date(), "misconduct")
    assert words_of(report)["found"] == "Ingen bevakade signeringslistan."
    assert facts_of(report) == [
        ("received", INFORMED, "misconduct", None),
        ("requested", date(2026, 3, 17), "misconduct", 5),
        ("investigation_received", date(2026, 3, 31), "misconduct", 19),
    ]


def test_it_may_come_unasked(cast: Cast) -> None:
    report = registered(cast)
    content = actions.Investigation(INFORMED, Outcome.NO_MISCONDUCT, "Det var enligt plan.")
    actions.take_in(report=report, content=content, version=1, by=cast.dag, now=NOW)
    assert (fresh(report).status, fresh(report).requested_on) == ("investigated", None)


@pytest.mark.parametrize(
    ("on", "words", "code"),
    [
        (INFORMED - timedelta(days=1), "Det brast.", "received_on.before"),
        (TAKEN_IN.date() + timedelta(days=1), "Det brast.", "received_on.ahead"),
        (TAKEN_IN.date(), " ", "words.empty"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, on: date, words: str, code: str) -> None:
    report = requested(cast)
    content = actions.Investigation(on, Outcome.RISK, words)
    with pytest.raises(RuleBroken) as broken:
        actions.take_in(report=report, content=content, version=2, by=cast.dag, now=TAKEN_IN)
    assert broken.value.code == f"provider_report.{code}"
    assert fresh(report).status == "requested"


def noted(cast: Cast, report: ProviderReport, content: Notified) -> ProviderReport:
    return actions.note_authority(report=report, content=content, version=report.version, by=cast.dag, now=TAKEN_IN)


def test_what_the_inspectorate_was_told_is_counted_on_its_day(cast: Cast) -> None:
    report = taken_in(cast, Outcome.SERIOUS)
    told = Notified(Known.YES, date(2026, 3, 20), " 3.1-7/2026 ", Decision.ENDED, date(2026, 3, 30))
    saved = fresh(noted(cast, report, told))
    assert (saved.notified, saved.ivo_number, saved.ivo_decision) == ("yes", "3.1-7/2026", "ended")
    assert facts_of(report)[-1] == ("reported_to_authority", date(2026, 3, 20), "serious", 8)
    assert events_of(report)[-1] == ("authority_noted", 4, cast.dag.pk)


def test_a_decision_may_come_when_all_else_is_done(cast: Cast) -> None:
    report = closed(cast)
    assert fresh(noted(cast, report, Notified(Known.NO))).status == "closed"


def test_what_was_taken_for_notified_can_be_taken_back(cast: Cast) -> None:
    report = noted(cast, taken_in(cast, Outcome.SERIOUS), Notified(Known.YES, date(2026, 3, 20), "7"))
    saved = fresh(noted(cast, report, Notified(Known.NO)))
    assert (saved.notified_on, saved.ivo_number) == (None, "")
    assert "reported_to_authority" not in [happening for happening, *_ in facts_of(report)]


def test_what_is_not_serious_is_not_taken_in_as_notified(cast: Cast) -> None:
    report = noted(cast, requested(cast), Notified(Known.YES, date(2026, 3, 20)))
    content = actions.Investigation(TAKEN_IN.date(), Outcome.RISK, "Det brast.")
    with pytest.raises(RuleBroken) as broken:
        actions.take_in(report=report, content=content, version=report.version, by=cast.dag, now=TAKEN_IN)
    assert broken.value.code == "provider_report.notified.outcome"
