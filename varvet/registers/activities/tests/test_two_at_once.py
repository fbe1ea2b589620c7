"""Two at once: every form of the wheel tells the second what the first did, and overwrites nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.ui.tests.written_twice import MEANWHILE, Second, refused_and_told
from varvet.registers.activities import actions
from varvet.registers.activities.actions import Moved
from varvet.registers.activities.models import Activity, Occasion
from varvet.registers.activities.rules import Event
from varvet.registers.activities.tests.factories import LATER, MONTHLY, add, change, done, planned

MOVED = Moved(date(2026, 3, 27), "Lokalen var upptagen.")


def moved(row: Occasion, cast: Cast) -> object:
    return actions.move(occasion=row, moved=MOVED, version=row.version, by=cast.eva, now=LATER)


def reopened(row: Occasion, cast: Cast) -> object:
    return actions.reopen(occasion=row, reason="Fel månad.", version=row.version, by=cast.eva, now=LATER)


@dataclass(frozen=True)
class Case:
    event: Event
    make: Callable[[Cast], Occasion]
    first: Callable[[Occasion, Cast], object]
    fields: Mapping[str, object]
    said: tuple[str, ...] = ("Flyttades till en annan dag.", "Eva")


REASON = {"reason": "Mina skäl"}
CASES = [
    Case(Event.DONE, planned, moved, {"done_on": "2026-03-16", "words": "Mina ord"}),
    Case(Event.NOT_DONE, planned, moved, REASON),
    Case(Event.CANCEL, planned, moved, REASON),
    Case(Event.MOVE, planned, moved, {"to": "2026-03-25", **REASON}, ("2026-03-27", "2026-03-25", "Eva")),
    Case(Event.ASSIGN, planned, moved, {}),
    Case(Event.REOPEN, done, reopened, REASON, ("Öppnades igen.", "Eva")),
]


@pytest.mark.parametrize("case", CASES, ids=[str(case.event) for case in CASES])
def test_the_second_is_told_and_nothing_is_overwritten(client: Client, cast: Cast, case: Case) -> None:
    row = case.make(cast)
    client.force_login(cast.alice)
    address = reverse(f"activities:{case.event}", args=[row.reference])
    refused_and_told(client, row, lambda: case.first(row, cast), Second(address, case.fields, case.said))


def test_every_form_of_an_occasion_is_here() -> None:
    assert {case.event for case in CASES} == set(Event)


def test_two_who_change_the_same_activity(client: Client, cast: Cast) -> None:
    activity = add(cast)
    client.force_login(cast.alice)
    known = activity.version
    change(activity, replace(MONTHLY, name="Loggarna läses"), cast.eva)
    sent = {
        "name": "Mitt namn på den",
        "unit": cast.a.pk,
        "sort": MONTHLY.sort,
        "makes": MONTHLY.makes,
        "repeat": MONTHLY.rule.repeat,
        "month": 1,
        "day": 20,
        "days_ahead": 0,
        "first_day": "2026-03-16",
        "key": activity.key,
        "version": known,
    }
    answer = client.post(reverse("activities:change", args=[activity.pk]), sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    for words in (MEANWHILE, "Mitt namn på den", "Loggarna läses", "Eva"):
        assert words in page
    assert Activity.objects.get(pk=activity.pk).name == "Loggarna läses"
