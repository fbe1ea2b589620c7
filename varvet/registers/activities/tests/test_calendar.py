"""The calendar as a standard parser reads it, through change, move and cancellation; and its secret address."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.audit.models import AuditEvent, ReadEvent
from varvet.kernel.records.models import Record
from varvet.registers.activities import actions, queries
from varvet.registers.activities.actions.feeds import MOST_READS
from varvet.registers.activities.models import Feed, Occasion
from varvet.registers.activities.queries.calendar import CANCELLED_SHOWN
from varvet.registers.activities.tests.factories import LATER, MONTHLY, YEARLY, add, change, first_of
from varvet.registers.activities.views.calendar_file import written

SITE = "https://varvet.example.org"


def read(person: User, today: date = TODAY) -> dict[str, Any]:
    """What a calendar program gets: each event by its uid."""
    content = written(queries.list_entries(person, today), SITE, NOW)
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    calendar = Calendar.from_ical(content)
    assert (calendar["version"], calendar["prodid"] != "") == ("2.0", True)
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def one(person: User, row: Record, today: date = TODAY) -> Any:
    [found] = [event for event in read(person, today).values() if str(event["url"]).endswith(f"/{row.reference}/")]
    return found


def test_every_activity_is_a_whole_day_with_its_name_and_its_page(cast: Cast) -> None:
    activity = add(cast)
    found = read(cast.bo)
    assert len(found) == activity.occasions.count()
    event = one(cast.bo, first_of(activity))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 3, 20), date(2026, 3, 21))
    assert str(event["summary"]) == MONTHLY.name
    assert str(event["url"]).startswith(f"{SITE}/arshjul/ARH-2026-")
    assert (str(event["status"]), str(event["transp"])) == ("CONFIRMED", "TRANSPARENT")


def test_days_float_across_the_changes_of_the_clocks(cast: Cast) -> None:
    for day in (date(2026, 3, 30), date(2026, 10, 26)):
        rule = replace(YEARLY.rule, month=day.month, day=day.day)
        row = first_of(add(cast, replace(YEARLY, rule=rule)))
        event = one(cast.bo, row)
        assert type(event.decoded("dtstart")) is date
        assert (event.decoded("dtstart"), event.decoded("dtend") - event.decoded("dtstart")) == (day, timedelta(days=1))


def test_changed_and_moved_it_is_the_same_event_with_a_higher_number(cast: Cast) -> None:
    activity = add(cast)
    row = first_of(activity)
    before = one(cast.bo, row)
    change(activity, replace(MONTHLY, name="Loggarna läses"), cast.alice)
    changed = one(cast.bo, row)
    row = Occasion.objects.get(pk=row.pk)
    moved = actions.Moved(date(2026, 4, 2), "Senare.")
    actions.move(occasion=row, moved=moved, version=row.version, by=cast.alice, now=LATER + timedelta(hours=1))
    after = one(cast.bo, row)
    assert str(before["uid"]) == str(changed["uid"]) == str(after["uid"])
    assert int(before["sequence"]) < int(changed["sequence"]) < int(after["sequence"])
    times = [event.decoded("last-modified") for event in (before, changed, after)]
    assert times[0] < times[1] < times[2]
    assert (str(changed["summary"]), after.decoded("dtstart")) == ("Loggarna läses", date(2026, 4, 2))


def test_cancelled_and_withdrawn_it_says_so_for_a_time(cast: Cast) -> None:
    activity = add(cast)
    row = first_of(activity)
    before = one(cast.bo, row)
    actions.cancel(occasion=row, reason="Utbildning.", version=1, by=cast.alice, now=LATER)
    after = one(cast.bo, row)
    assert (str(after["status"]), str(after["uid"])) == ("CANCELLED", str(before["uid"]))
    assert int(after["sequence"]) > int(before["sequence"])
    change(activity, replace(MONTHLY, last_day=date(2026, 6, 30)), cast.alice)
    states = [str(event["status"]) for event in read(cast.bo).values()]
    assert (states.count("CANCELLED"), len(states)) == (7, 10)
    gone = TODAY + CANCELLED_SHOWN + timedelta(days=5)
    assert "CANCELLED" not in {str(event["status"]) for event in read(cast.bo, gone).values()}


def made(person: User) -> str:
    """The secret address, as the page shows it once."""
    page = as_(person).post("/arshjul/kalender/ny/").content.decode()
    [path] = re.findall(r'value="http://testserver(/kalender/[\w-]+\.ics)"', page)
    return str(path)


def test_the_address_needs_no_login_and_is_shown_once(cast: Cast) -> None:
    add(cast)
    path = made(cast.bo)
    answer = Client().get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    shown = Calendar.from_ical(answer.content).walk("VEVENT")
    assert len(shown) == len(queries.list_entries(cast.bo, timezone.localdate()))
    assert "no-store" in answer["Cache-Control"]
    secret = path.split("/")[-1].removesuffix(".ics")
    assert secret not in as_(cast.bo).get("/arshjul/kalender/").content.decode()
    assert secret not in str(list(Feed.objects.values()))
    assert len(secret) >= 43


def test_each_hour_of_reading_is_noted_once(cast: Cast) -> None:
    path = made(cast.bo)
    for _ in range(3):
        Client().get(path)
    assert ReadEvent.objects.filter(kind="calendar", actor_id=cast.bo.pk).count() == 1
    assert AuditEvent.objects.filter(event="calendar_made", actor_id=cast.bo.pk).count() == 1


@pytest.mark.parametrize("how", ["removed", "replaced", "left"])
def test_an_address_that_is_no_more_leads_nowhere(cast: Cast, how: str) -> None:
    path = made(cast.bo)
    if how == "removed":
        assert as_(cast.bo).post("/arshjul/kalender/ta-bort/").status_code == 302
        assert AuditEvent.objects.filter(event="calendar_removed").count() == 1
    elif how == "replaced":
        assert Client().get(made(cast.bo)).status_code == 200
    else:
        User.objects.filter(pk=cast.bo.pk).update(is_active=False)
    assert Client().get(path).status_code == 404


def test_guesses_lead_nowhere(cast: Cast) -> None:
    made(cast.bo)
    for guess in ("x", "0" * 43, Feed.objects.get().digest):
        assert Client().get(f"/kalender/{guess}.ics").status_code == 404
    assert Client().post(f"/kalender/{'0' * 43}.ics").status_code == 405


def test_read_too_often_it_waits_an_hour(cast: Cast) -> None:
    actions.make_feed(by=cast.bo, now=NOW)
    feed = Feed.objects.get()
    answers = []
    for _ in range(MOST_READS + 2):
        feed.refresh_from_db()
        answers.append(actions.note_read(feed, now=NOW))
    assert answers == [True] * MOST_READS + [False] * 2
    feed.refresh_from_db()
    assert actions.note_read(feed, now=NOW + timedelta(hours=1))


def test_too_often_is_said_to_the_calendar(cast: Cast) -> None:
    path = made(cast.bo)
    Feed.objects.update(hour=datetime.now(UTC), reads=MOST_READS)
    answer = Client().get(path)
    assert (answer.status_code, answer["Retry-After"]) == (429, "3600")


@pytest.mark.parametrize("said", ["gone", "too often", "wrong way", "half"])
def test_the_secret_of_an_address_stands_in_no_log(cast: Cast, caplog: pytest.LogCaptureFixture, said: str) -> None:
    """Django writes the path of what it refuses."""
    secret = actions.make_feed(by=cast.bo, now=timezone.now())
    path, client = f"/kalender/{secret}.ics", Client()
    if said == "gone":
        actions.remove_feed(by=cast.bo)
        assert client.get(path).status_code == 404
    elif said == "too often":
        Feed.objects.update(hour=datetime.now(UTC), reads=MOST_READS)
        assert client.get(path).status_code == 429
    elif said == "wrong way":
        assert client.post(path).status_code == 405
    else:
        assert client.get(path.removesuffix(".ics")).status_code == 404
    assert caplog.records
    assert "/kalender/(dold)" in caplog.text
    assert secret not in caplog.text
    assert all(secret not in record.getMessage() for record in caplog.records)
