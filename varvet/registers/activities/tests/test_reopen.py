"""An occasion that has ended is opened again: with a reason, planned as before, and counted anew."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.deadlines.clocks import clocks_of
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Link, Record
from varvet.registers.activities import actions
from varvet.registers.activities.actions import Outcome
from varvet.registers.activities.models import Activity, Narrative, Occasion
from varvet.registers.activities.rules import Makes
from varvet.registers.activities.tests.factories import LATER, MONTHLY, YEARLY, done, events, happenings, planned
from varvet.registers.activities.tests.factories import change as change_activity

MONTHLY_RISK = replace(MONTHLY, makes=Makes.RISK)
WHY = "Kontrollen gällde fel månad."


def reopen(row: Occasion, by: User, reason: str = WHY) -> Occasion:
    return actions.reopen(occasion=row, reason=reason, version=row.version, by=by, now=LATER)


def not_done(cast: Cast) -> Occasion:
    row = planned(cast)
    return actions.mark_not_done(occasion=row, reason="Sjukdom.", version=row.version, by=cast.alice, now=LATER)


def cancelled(cast: Cast) -> Occasion:
    row = planned(cast)
    return actions.cancel(occasion=row, reason="Utbildningsdag.", version=row.version, by=cast.alice, now=LATER)


ENDED: list[Callable[[Cast], Occasion]] = [done, not_done, cancelled]


@pytest.mark.parametrize("make", ENDED)
def test_it_is_planned_again_with_why_and_its_clock(cast: Cast, make: Callable[[Cast], Occasion]) -> None:
    row = reopen(make(cast), cast.alice)
    assert (row.status, row.done_on, row.occurred_day, row.closed_at, row.reason) == ("planned", None, None, None, WHY)
    assert (events(row)[-1], happenings(row)) == ("reopened", ["planned"])
    assert [clock.code for clock in clocks_of(row)] != []


def test_what_it_led_to_is_loosened_and_what_was_said_is_kept(cast: Cast) -> None:
    sent = {"key": "one", "name": "Posten blir liggande", "unit": cast.a.pk, "occasion": "yearly"}
    assert as_(cast.alice).post("/risker/ny/", sent).status_code == 302
    made = Record.objects.get(kind="risks")
    row, outcome = planned(cast, MONTHLY_RISK), Outcome(LATER.date(), made.reference, "Allt stämde.")
    row = actions.mark_done(occasion=row, outcome=outcome, version=row.version, by=cast.alice, now=LATER)
    assert Link.objects.filter(source_id=row.pk).exists()
    row = reopen(row, cast.alice)
    assert (row.made, Link.objects.filter(source_id=row.pk).exists()) == (None, False)
    assert Narrative.objects.get(occasion=row).text == "Allt stämde."


@pytest.mark.parametrize("who", ["bo", "cecilia", "gun", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    row = done(cast)
    with pytest.raises(NotAllowed):
        reopen(row, getattr(cast, who))
    assert Occasion.objects.get(pk=row.pk).status == "done"


def test_not_without_a_reason_nor_what_is_planned_nor_an_old_version(cast: Cast) -> None:
    row = done(cast)
    with pytest.raises(RuleBroken, match="Skriv varför"):
        reopen(row, cast.alice, " ")
    with pytest.raises(StaleVersion):
        actions.reopen(occasion=row, reason=WHY, version=1, by=cast.alice, now=LATER)
    with pytest.raises(RuleBroken):
        reopen(reopen(row, cast.alice), cast.alice)


def test_what_the_activity_no_longer_holds_stays_withdrawn(cast: Cast) -> None:
    row = planned(cast)
    change_activity(Activity.objects.get(), YEARLY, cast.alice)
    row = Occasion.objects.get(pk=row.pk)
    assert row.withdrawn
    with pytest.raises(RuleBroken, match="har ändrats"):
        reopen(row, cast.alice)


def test_the_page_offers_it_when_it_has_ended(cast: Cast) -> None:
    row, client = planned(cast), as_(cast.alice)
    page = f"/arshjul/{row.reference}/"
    assert "oppna-igen/" not in client.get(page).content.decode()
    row = actions.mark_done(occasion=row, outcome=Outcome(LATER.date()), version=row.version, by=cast.alice, now=LATER)
    assert "oppna-igen/" in client.get(page).content.decode()
    assert client.get(f"{page}oppna-igen/").status_code == 200
    assert client.post(f"{page}oppna-igen/", {"version": row.version, "reason": WHY})["Location"] == page
    shown = client.get(page).content.decode()
    assert "Öppnades igen." in shown
    assert WHY in shown
