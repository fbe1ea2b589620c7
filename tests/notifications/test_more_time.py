"""More time is given on a page of its own, and the queue, the page and the reminders agree on the new day."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast, reader_of
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.deadlines.models import Extension
from varvet.registers.deviations import queries
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import closed, reported

SECRET = "Vittnet Kalle är sjuk"


def new_deviation(cast: Cast) -> tuple[Deviation, str, date]:
    deviation = reported(cast, now=timezone.now())
    later = queries.assess_by(deviation) + timedelta(days=7)
    return deviation, f"/mer-tid/{deviation.reference}/assess/", later


def test_the_new_day_holds_everywhere(cast: Cast) -> None:
    deviation, page, later = new_deviation(cast)
    browser = as_(cast.alice)
    assert f'href="{page}"' in text_of(browser.get(f"/avvikelser/{deviation.reference}/"))
    sent = browser.post(page, {"until": later.isoformat(), "reason": SECRET})
    assert sent["Location"] == f"/avvikelser/{deviation.reference}/"
    deviation.refresh_from_db()
    assert queries.assess_by(deviation) == later
    assert [task.due for task in queries.list_tasks(reader_of(cast.alice, today=timezone.localdate()))] == [later]
    told = text_of(browser.get(f"/avvikelser/{deviation.reference}/"))
    assert "Tiden förlängdes." in told
    assert SECRET in told
    assert SECRET not in text_of(as_(cast.bo).get(f"/avvikelser/{deviation.reference}/"))  # who reported it


@pytest.mark.parametrize(("name", "status"), [("bo", 403), ("cecilia", 404), ("hugo", 404), ("stranger", 404)])
def test_others_do_not_give_time(cast: Cast, name: str, status: int) -> None:
    _, page, later = new_deviation(cast)
    browser = as_(getattr(cast, name))
    assert browser.get(page).status_code == status
    assert browser.post(page, {"until": later.isoformat(), "reason": "x"}).status_code == status
    assert not Extension.objects.exists()


@pytest.mark.parametrize(("until", "reason"), [("2020-01-01", "x"), ("", "x"), ("i morgon", "x"), ("2099-01-01", "")])
def test_what_is_wrong_comes_back_with_what_was_typed(cast: Cast, until: str, reason: str) -> None:
    _, page, _ = new_deviation(cast)
    answered = as_(cast.alice).post(page, {"until": until, "reason": reason})
    assert answered.status_code == 422
    assert not Extension.objects.exists()


def test_where_no_clock_runs_there_is_none_to_extend(cast: Cast) -> None:
    deviation = closed(cast)
    assert as_(cast.alice).get(f"/mer-tid/{deviation.reference}/close/").status_code == 409


def test_what_was_given_before_is_read_there_and_noted(cast: Cast) -> None:
    deviation, page, later = new_deviation(cast)
    browser = as_(cast.alice)
    browser.get(page)
    assert not ReadEvent.objects.filter(part="extensions").exists()
    browser.post(page, {"until": later.isoformat(), "reason": SECRET})
    assert SECRET in text_of(browser.get(page))
    assert ReadEvent.objects.get(part="extensions").record_id == deviation.pk


def test_the_list_knows_of_the_new_day(cast: Cast) -> None:
    deviation = reported(cast)  # long ago: overdue until it is given time
    reader = reader_of(cast.alice, today=timezone.localdate())
    later = timezone.localdate() + timedelta(days=7)
    overdue = "/avvikelser/?forsenad=1"
    browser = as_(cast.alice)
    assert deviation.reference in text_of(browser.get(overdue))
    browser.post(f"/mer-tid/{deviation.reference}/assess/", {"until": later.isoformat(), "reason": "x"})
    assert queries.due_days(reader, [Deviation.objects.get(pk=deviation.pk)]) == {deviation.pk: later}
    assert deviation.reference not in text_of(browser.get(overdue))
