"""Mail carries a link and a reference, goes once, and is kept as failed when it does not go."""

import logging
import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import ClassVar

import pytest
from django.conf import LazySettings
from django.core import mail
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.notifications import jobs
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.mail import delivery, gathering
from varvet.kernel.notifications.models import Mail, Notification
from varvet.kernel.notifications.telling import tell
from varvet.kernel.records.models import Record
from varvet.kernel.records.tests.toy import make_toy

pytestmark = pytest.mark.usefixtures("toys")
SOON = NOW + timedelta(minutes=2)


class Refusing(BaseEmailBackend):
    """A server that answers each try with the next error; none is yes."""

    errors: ClassVar[list[OSError | None]] = []
    taken: ClassVar[list[str]] = []

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        error = Refusing.errors.pop(0)
        if error:
            raise error
        Refusing.taken += [str(message.extra_headers["Message-ID"]) for message in email_messages]
        return len(email_messages)


@pytest.fixture
def server(settings: LazySettings) -> type[Refusing]:
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    Refusing.errors, Refusing.taken = [], []
    return Refusing


def tell_of(record: Record, *users: User, event: Event = Event.ASSIGNED) -> None:
    with transaction.atomic():
        tell(record, event, to=users, by=None, now=NOW)


def deliver(moment: datetime = SOON) -> int:
    gathering.gather(now=moment)
    return delivery.send_waiting(now=moment)


def html_of(sent: EmailMessage) -> str:
    assert isinstance(sent, EmailMultiAlternatives)
    [(html, kind)] = sent.alternatives
    assert (kind, isinstance(html, str)) == ("text/html", True)
    return str(html)


def states() -> list[tuple[str, int, str]]:
    return list(Mail.objects.order_by("pk").values_list("state", "attempts", "error"))


def test_a_mail_is_a_sentence_and_a_link(cast: Cast) -> None:
    record = make_toy(cast)
    tell_of(record, cast.alice)
    assert deliver() == 1
    [sent] = mail.outbox
    number = Notification.objects.get().pk
    assert sent.to == ["alice@example.org"]
    assert sent.subject == f"Du har fått hand om {record.reference}."
    assert f"http://127.0.0.1:8000/aviseringar/{number}/?rot=exempelby" in sent.body
    assert f'href="http://127.0.0.1:8000/aviseringar/{number}/?rot=exempelby"' in html_of(sent)


def test_it_names_neither_person_nor_unit(cast: Cast) -> None:
    tell_of(make_toy(cast), cast.alice)
    deliver()
    words = set(re.findall(r"\w+", mail.outbox[0].message().as_string() + mail.outbox[0].body))
    assert not words & {cast.alice.name, cast.bo.name, "Mottagning", "Exempelby"}


def test_what_happens_close_together_goes_in_one_mail(cast: Cast) -> None:
    for _ in range(3):
        tell_of(make_toy(cast), cast.alice, cast.eva)
    assert deliver() == 2
    assert [sent.subject for sent in mail.outbox] == ["3 nyheter i Varvet"] * 2


def test_nothing_goes_before_its_time(cast: Cast) -> None:
    tell_of(make_toy(cast), cast.alice)
    assert deliver(NOW) == 0
    assert not Mail.objects.exists()
    assert deliver() == 1


def test_a_long_mail_ends_with_how_many_more(cast: Cast) -> None:
    for _ in range(22):
        tell_of(make_toy(cast), cast.alice)
    deliver()
    assert mail.outbox[0].body.count("Du har fått hand om") == 20
    assert "Det finns 2 nyheter till" in mail.outbox[0].body


def test_it_is_in_the_receivers_language(cast: Cast) -> None:
    User.objects.filter(pk=cast.alice.pk).update(language="en")
    tell_of(make_toy(cast), cast.alice)
    deliver()
    assert '<html lang="en">' in html_of(mail.outbox[0])


@pytest.mark.parametrize("hostile", ["LEK\r\nBcc: x@evil.se", "LEK\nSubject: x", "LEK\r\n\r\n<script>", "<b>LEK</b>"])
def test_a_hostile_reference_makes_no_header_and_no_markup(cast: Cast, hostile: str) -> None:
    record = make_toy(cast)
    Record.objects.filter(pk=record.pk).update(reference=hostile)
    tell_of(record, cast.alice)
    assert deliver() == 1
    sent = mail.outbox[0].message()
    assert "Bcc" not in sent
    assert len(sent.get_all("Subject") or []) == 1
    assert sent.get_all("To") == ["alice@example.org"]
    html = html_of(mail.outbox[0])
    assert "<script>" not in html
    assert "<b>" not in html


def test_who_no_longer_sees_the_record_gets_no_mail(cast: Cast) -> None:
    tell_of(make_toy(cast), cast.alice)
    Assignment.objects.filter(user=cast.alice).update(unit=cast.b)
    assert deliver() == 0
    assert mail.outbox == []
    assert states() == [("empty", 1, "")]


def test_what_has_been_read_already_is_not_mailed(cast: Cast) -> None:
    tell_of(make_toy(cast), cast.alice)
    Notification.objects.update(read_at=NOW)
    assert deliver() == 0
    assert states() == [("empty", 1, "")]


def test_a_mail_goes_once(cast: Cast) -> None:
    tell_of(make_toy(cast), cast.alice)
    assert [deliver(), deliver(), deliver(SOON + timedelta(days=1))] == [1, 0, 0]
    assert states() == [("sent", 1, "")]


def test_a_failed_try_is_tried_again_later_as_the_same_mail(cast: Cast, server: type[Refusing]) -> None:
    tell_of(make_toy(cast), cast.alice)
    server.errors = [SMTPServerDisconnected("Kalle"), None]
    assert deliver() == 0
    assert states() == [("queued", 1, "SMTPServerDisconnected")]
    assert deliver(SOON + timedelta(seconds=59)) == 0
    assert deliver(SOON + timedelta(minutes=1)) == 1
    assert states() == [("sent", 2, "")]
    assert server.taken == [Mail.objects.get().message_id]


def test_a_mail_that_never_goes_is_kept_as_failed(
    cast: Cast, server: type[Refusing], caplog: pytest.LogCaptureFixture
) -> None:
    tell_of(make_toy(cast), cast.alice)
    server.errors = [ConnectionRefusedError("secret words")] * 6
    with caplog.at_level(logging.WARNING):
        for days in range(6):
            deliver(SOON + timedelta(days=days))
    assert states() == [("failed", 6, "ConnectionRefusedError")]
    assert server.errors == []
    assert "secret words" not in caplog.text
    assert "alice" not in caplog.text


def test_an_address_refused_for_good_is_not_tried_again(cast: Cast, server: type[Refusing]) -> None:
    tell_of(make_toy(cast), cast.alice)
    server.errors = [SMTPRecipientsRefused({"alice@example.org": (550, b"no such user")})]
    deliver()
    assert states() == [("failed", 1, "SMTPRecipientsRefused")]


def test_a_refused_address_stops_no_other_mail(cast: Cast, server: type[Refusing]) -> None:
    tell_of(make_toy(cast), cast.alice, cast.eva)
    server.errors = [SMTPRecipientsRefused({"x": (450, b"busy")}), None]
    assert deliver() == 1


def test_a_silent_server_is_not_asked_about_the_rest(cast: Cast, server: type[Refusing]) -> None:
    tell_of(make_toy(cast), cast.alice, cast.eva)
    server.errors = [TimeoutError(), None]
    assert deliver() == 0
    assert [attempts for _, attempts, _ in states()] == [1, 0]


def test_what_a_killed_worker_was_sending_is_sent_as_the_same_mail(cast: Cast, server: type[Refusing]) -> None:
    tell_of(make_toy(cast), cast.alice)
    gathering.gather(now=SOON)
    Mail.objects.update(state="sending", attempts=1, tried_at=SOON)
    server.errors = [None]
    assert delivery.send_waiting(now=SOON + timedelta(minutes=9)) == 0
    assert delivery.send_waiting(now=SOON + timedelta(minutes=10)) == 1
    assert server.taken == [Mail.objects.get().message_id]


def test_the_job_is_needed_only_while_something_waits(cast: Cast) -> None:
    assert not jobs.is_needed()
    tell_of(make_toy(cast), cast.alice)
    assert jobs.is_needed()
    jobs.deliver.call()
    assert not jobs.is_needed()


def test_what_is_old_goes_but_not_what_is_unread_or_has_failed(cast: Cast) -> None:
    for number, read in enumerate((None, NOW - timedelta(days=400))):
        tell_of(make_toy(cast), cast.alice)
        Notification.objects.filter(pk=Notification.objects.latest("pk").pk).update(read_at=read)
        state = "failed" if number else "sent"
        long_ago = NOW - timedelta(days=400)
        Mail.objects.create(
            receiver=cast.alice, message_id=state, state=state, created_at=long_ago, next_try_at=NOW, sent_at=NOW
        )
    jobs.prune.call()
    assert list(Notification.objects.values_list("read_at", flat=True)) == [None]
    assert list(Mail.objects.values_list("state", flat=True)) == ["failed"]


def test_mail_of_the_demo_stays_here(settings: LazySettings, server: type[Refusing]) -> None:
    settings.IS_DEMO = f"{__name__}.yes"
    assert delivery.backend() == delivery.FILES


def yes() -> bool:
    return True
