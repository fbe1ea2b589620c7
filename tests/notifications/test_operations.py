"""Failed mail is seen by those who run the system, without what it was about, and sent again once."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, Cast, reader_of
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.mail import follow_up, gathering
from varvet.kernel.notifications.models import Mail
from varvet.kernel.notifications.telling import tell
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.deviations.tests.factories import SECRET, reported

PAGE = "/driftlage/mejl/"
LATER = NOW + timedelta(days=1)


def failed_mail(cast: Cast, user: User | None = None) -> Mail:
    deviation = reported(cast)
    with transaction.atomic():
        tell(deviation, Event.ASSIGNED, to=[user or cast.alice], by=None, now=NOW)
    gathering.gather(now=LATER)
    Mail.objects.update(state="failed", attempts=6, error="ConnectionRefusedError", tried_at=LATER)
    return Mail.objects.get(receiver=user or cast.alice)


def test_it_tells_to_whom_when_and_why_but_not_of_what(cast: Cast) -> None:
    mail = failed_mail(cast)
    page = text_of(as_(cast.hugo).get(PAGE))
    for shown in (f">{mail.pk}<", "alice@example.org", "ConnectionRefusedError", "6 försök", "1 mejl kom inte fram"):
        assert shown in page
    for hidden in (SECRET, "AVV-", "Alice"):
        assert hidden not in page


@pytest.mark.parametrize("name", ["alice", "bo", "dag", "eva", "gun", "stranger"])
def test_others_do_not_see_it(cast: Cast, name: str) -> None:
    mail = failed_mail(cast)
    browser = as_(getattr(cast, name))
    assert browser.get(PAGE).status_code == 403
    assert browser.post(f"{PAGE}{mail.pk}/skicka/").status_code == 403
    assert Mail.objects.get().state == "failed"


def test_mail_to_people_of_another_root_is_not_there(cast: Cast) -> None:
    mail = failed_mail(cast)
    Mail.objects.update(receiver=cast.stranger)
    browser = as_(cast.hugo)
    assert "example.org" not in text_of(browser.get(PAGE))
    assert browser.post(f"{PAGE}{mail.pk}/skicka/").status_code == 404


def test_it_is_sent_again_once_as_the_same_mail(cast: Cast) -> None:
    mail = failed_mail(cast)
    answered = as_(cast.hugo).post(f"{PAGE}{mail.pk}/skicka/")
    assert answered["Location"] == PAGE
    again = Mail.objects.get()
    assert (again.state, again.attempts, again.message_id) == ("queued", 0, mail.message_id)
    with pytest.raises(RuleBroken):
        follow_up.resend(mail, reader=reader_of(cast.hugo), now=LATER)
    assert as_(cast.hugo).post(f"{PAGE}{mail.pk}/skicka/").status_code == 409
    event = AuditEvent.objects.get(event="mail_resent")
    assert (event.actor_id, event.data) == (cast.hugo.pk, {"mail": mail.pk})


def test_who_runs_nothing_sends_nothing(cast: Cast) -> None:
    mail = failed_mail(cast)
    with pytest.raises(NotAllowed):
        follow_up.resend(mail, reader=reader_of(cast.eva), now=LATER)


@pytest.mark.parametrize(("asked", "count"), [("misslyckade", 2), ("vantar", 0), ("skickade", 0), ("nonsens", 2)])
def test_each_choice_shows_its_own(cast: Cast, asked: str, count: int) -> None:
    """In the table and among the rows for a phone."""
    failed_mail(cast)
    assert text_of(as_(cast.hugo).get(f"{PAGE}?visa={asked}")).count("alice@example.org") == count


def test_somebody_unknown_is_asked_to_log_in(db: None) -> None:
    assert Client().get(PAGE)["Location"].startswith("/konto/")
