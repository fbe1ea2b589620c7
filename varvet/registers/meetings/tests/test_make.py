"""A sheet is made: once a month, by those who hold the meetings, and by itself where something came in."""

from datetime import date, timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.meetings import actions
from varvet.registers.meetings.models import Meeting
from varvet.registers.meetings.tests.factories import MARCH, events, facts_of, planned


def test_a_sheet_is_made_once_whoever_asks(cast: Cast) -> None:
    sheet = planned(cast)
    again = planned(cast, by=cast.eva)
    assert (sheet.reference, sheet.status, sheet.responsible) == ("APT-2026-0001", "planned", cast.alice)
    assert again.pk == sheet.pk
    assert (events(sheet), facts_of(sheet)) == (["made"], [])


def test_others_make_none(cast: Cast) -> None:
    for other in (cast.bo, cast.cecilia, cast.dag, cast.gun, cast.hugo, cast.stranger):
        with pytest.raises(NotAllowed):
            planned(cast, by=other)


def test_a_month_long_gone_gets_none(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        planned(cast, month=date(2025, 12, 1))


def test_nothing_makes_itself_before_the_last_week_or_where_sheets_are_not_used(cast: Cast) -> None:
    last_week = NOW + timedelta(days=13)
    assert actions.make_all(now=last_week) == 0
    planned(cast, unit=cast.b, by=cast.cecilia)
    assert actions.make_all(now=NOW) == 0
    assert actions.make_all(now=last_week) == 0
    assert Meeting.objects.filter(month=MARCH).count() == 1
