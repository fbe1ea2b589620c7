"""Mail through a server that speaks SMTP: it arrives whole, and a refusal is seen."""

import email
import socket
from collections.abc import Iterator
from datetime import timedelta
from email.message import Message

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.conf import LazySettings

from varvet.config.mail import SMTP as BACKEND
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.notifications.mail import delivery, gathering
from varvet.kernel.notifications.models import Mail
from varvet.registers.deviations.tests.factories import SECRET, reported

SOON = NOW + timedelta(minutes=2)


class Post:
    """Takes mail, or answers as it is told to."""

    def __init__(self) -> None:
        self.answer, self.taken = "250 OK", list[Message]()

    async def handle_RCPT(  # noqa: N802 - the name the protocol gives it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        self.taken.append(email.message_from_bytes(envelope.content))
        return "250 OK"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@pytest.fixture
def post(settings: LazySettings) -> Iterator[Post]:
    post = Post()
    controller = Controller(post, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = BACKEND, "127.0.0.1", controller.port
    yield post
    controller.stop()


def test_it_arrives_whole(cast: Cast, post: Post) -> None:
    deviation = reported(cast)
    gathering.gather(now=SOON)
    assert delivery.send_waiting(now=SOON) == 1
    [got] = post.taken
    assert (got["To"], got["Message-ID"]) == ("alice@example.org", Mail.objects.get().message_id)
    assert got["Auto-Submitted"] == "auto-generated"
    parts = [part.get_payload(decode=True) for part in got.walk() if not part.is_multipart()]
    plain, html = [part.decode() for part in parts if isinstance(part, bytes)]
    assert f"{deviation.reference} har kommit in." in plain
    assert f"{deviation.reference} har kommit in." in html
    assert SECRET not in plain + html


def test_a_refusal_is_seen_and_what_is_sent_again_is_the_same_mail(cast: Cast, post: Post) -> None:
    reported(cast)
    gathering.gather(now=SOON)
    post.answer = "550 no such user"
    assert delivery.send_waiting(now=SOON) == 0
    mail = Mail.objects.get()
    assert (mail.state, mail.error) == ("failed", "SMTPRecipientsRefused")
    post.answer = "250 OK"
    Mail.objects.update(state="queued", attempts=0)
    assert delivery.send_waiting(now=SOON) == 1
    assert [got["Message-ID"] for got in post.taken] == [mail.message_id]
