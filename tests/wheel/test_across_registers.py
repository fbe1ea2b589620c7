"""The wheel beside the other registers: what an activity led to, and a calendar of what waits anywhere."""

from dataclasses import replace

import pytest
from icalendar import Calendar

from varvet.kernel.access.models import Assignment
from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.deadlines.clocks import clocks_of
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Link
from varvet.registers.activities import actions, queries
from varvet.registers.activities.actions import Outcome
from varvet.registers.activities.models import Narrative, Occasion
from varvet.registers.activities.rules import Makes
from varvet.registers.activities.tests.factories import LATER, MONTHLY, add, first_of, planned
from varvet.registers.activities.views.calendar_file import written
from varvet.registers.improvements.tests import factories as improvements
from varvet.registers.payment_errors.tests import factories as payment_errors
from varvet.registers.self_checks.tests import factories as self_checks

ANY = replace(MONTHLY, makes=Makes.NOTE)
SITE = "https://varvet.example.org"


def done_with(row: Occasion, cast: Cast, outcome: Outcome) -> Occasion:
    return actions.mark_done(occasion=row, outcome=outcome, version=row.version, by=cast.alice, now=LATER)


def test_what_it_led_to_is_a_record_that_is_there(cast: Cast) -> None:
    check = self_checks.make(cast)
    row = done_with(planned(cast), cast, Outcome(TODAY, made=f" {check.reference.lower()} ", words="Allt stämde."))
    assert row.made is not None
    assert (row.made.pk, Link.objects.get(source_id=row.pk).target_id) == (check.pk, check.pk)
    assert Narrative.objects.get(occasion=row).text == "Allt stämde."


def test_another_sort_of_record_or_none_at_all_is_refused(cast: Cast) -> None:
    other = improvements.make(cast)
    for made, code in ((other.reference, "activity.made.kind"), ("EGK-2026-9999", "activity.made.none")):
        with pytest.raises(RuleBroken) as broken:
            done_with(first_of(add(cast)), cast, Outcome(TODAY, made=made))
        assert broken.value.code == code
    assert done_with(planned(cast, ANY), cast, Outcome(TODAY, made=other.reference)).made is not None


def test_a_record_the_person_does_not_see_is_not_there(cast: Cast) -> None:
    check = self_checks.make(cast)
    row = first_of(add(cast, unit=cast.b, by=cast.cecilia))
    with pytest.raises(RuleBroken) as broken:
        actions.mark_done(
            occasion=row, outcome=Outcome(TODAY, made=check.reference), version=row.version, by=cast.cecilia, now=LATER
        )
    assert broken.value.code == "activity.made.none"


def test_its_page_leads_to_what_it_led_to(cast: Cast) -> None:
    check = self_checks.make(cast)
    row = done_with(planned(cast), cast, Outcome(TODAY, made=check.reference))
    page = as_(cast.alice).get(f"/arshjul/{row.reference}/").content.decode()
    assert f'href="/egenkontroll/{check.reference}/"' in page


def test_own_deadlines_say_number_and_register_alone(cast: Cast) -> None:
    case = payment_errors.begun(cast)
    content = written(queries.list_entries(cast.alice, TODAY), SITE, NOW)
    [event] = [e for e in Calendar.from_ical(content).walk("VEVENT") if case.reference in str(e["url"])]
    assert str(event["summary"]) == f"{case.reference}: sista dag, felaktiga utbetalningar"
    assert event.decoded("dtstart") == clocks_of(case)[0].due
    unfolded = content.decode().replace("\r\n ", "")
    assert not [word for word in payment_errors.SECRET.split() if f" {word} " in unfolded]
    assert cast.alice.name not in unfolded
    assert not [entry for entry in queries.list_entries(cast.eva, TODAY) if entry.is_deadline]


def test_a_deadline_of_what_one_no_longer_sees_leaves_no_trace(cast: Cast) -> None:
    payment_errors.begun(cast)
    assert [entry for entry in queries.list_entries(cast.alice, TODAY) if entry.is_deadline]
    Assignment.objects.filter(user=cast.alice).update(unit=cast.b)
    assert not [entry for entry in queries.list_entries(cast.alice, TODAY) if entry.is_deadline]
