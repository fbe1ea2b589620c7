"""Dismissing: no deviation. The report is still a report, and the one who made it reads why."""

from datetime import datetime
from typing import Any

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import ACTED, ASSESSED, assessed, dismissed, fresh, reported
from varvet.registers.deviations.tests.six_cases import SixCases


class TestDismiss(SixCases):
    event, trail, place, status = rules.Event.DISMISS, "dismissed", "inte-avvikelse", rules.Status.RECEIVED

    def do(self, deviation: Deviation, extra: Any, *, version: int, by: User, now: datetime = ACTED) -> object:
        return actions.dismiss(deviation=deviation, reason="Nej.", version=version, by=by, now=now)


def happenings(deviation: Deviation) -> list[str]:
    return sorted(Fact.objects.filter(record_id=deviation.pk).values_list("happening", flat=True))


def test_it_is_a_report_but_no_deviation(cast: Cast) -> None:
    deviation = fresh(dismissed(cast))
    assert (deviation.status, deviation.dismissed_on) == ("not_deviation", ASSESSED.date())
    assert happenings(deviation) == ["dismissed", "reported"]


def test_what_was_assessed_first_counts_no_longer(cast: Cast) -> None:
    deviation = assessed(cast)
    actions.dismiss(deviation=deviation, reason="Nej.", version=2, by=cast.alice, now=ACTED)
    assert happenings(deviation) == ["dismissed", "reported"]


def test_opened_again_it_counts_as_received_once(cast: Cast) -> None:
    deviation = dismissed(cast)
    actions.reopen(deviation=deviation, reason="Jo.", version=2, by=cast.alice, now=ACTED)
    assert happenings(deviation) == ["received", "reopened", "reported"]


def test_the_reporter_is_told_and_reads_why(cast: Cast) -> None:
    deviation = dismissed(cast)
    assert Notification.objects.filter(receiver=cast.bo, record_id=deviation.pk, event="dismissed").exists()
    assert "Det är så här vi har bestämt att göra." in text_of(as_(cast.bo).get(f"/avvikelser/{deviation.reference}/"))


def test_a_reason_is_needed(cast: Cast) -> None:
    with pytest.raises(RuleBroken) as broken:
        actions.dismiss(deviation=reported(cast), reason=" ", version=1, by=cast.alice, now=ACTED)
    assert broken.value.field == "reason"


def test_not_while_lex_sarah_is_asked(cast: Cast) -> None:
    deviation = assessed(cast, also=frozenset({rules.Also.LEX_SARAH}))
    with pytest.raises(RuleBroken, match="lex Sarah"):
        actions.dismiss(deviation=deviation, reason="Nej.", version=2, by=cast.alice, now=ACTED)
