"""Sending what is gathered: tried again with longer and longer waits, and kept as failed when it never goes."""

import logging
from datetime import datetime, timedelta
from enum import Enum
from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db.models import Q, QuerySet
from django.utils.module_loading import import_string

from varvet.kernel.notifications.mail.composing import compose
from varvet.kernel.notifications.models import Mail

WAITS = (1, 5, 15, 60, 240)  # minutes, after each failed try; then it is left as failed
LEFT_BEHIND = timedelta(minutes=10)  # sending takes seconds: whoever began so long ago has been killed
AT_A_TIME = 200
REFUSED_FOR_GOOD = 500  # and above: the server will never take it
FILES = "django.core.mail.backends.filebased.EmailBackend"
logger = logging.getLogger(__name__)


class Outcome(Enum):
    SENT = 1
    NOT_SENT = 2
    NO_SERVER = 3


def waits(*, now: datetime) -> bool:
    return _ready(now).exists()


def send_waiting(*, now: datetime) -> int:
    """Sends what waits; returns how many went. Stops at a server that does not answer: the rest wait untried."""
    sent = 0
    for mail in _ready(now).select_related("receiver", "weekly").order_by("next_try_at", "pk")[:AT_A_TIME]:
        outcome = _try(mail, now)
        sent += outcome is Outcome.SENT
        if outcome is Outcome.NO_SERVER:
            break
    return sent


def backend() -> str:
    """Nobody of the demo exists: its mail stays on this machine."""
    return FILES if import_string(settings.IS_DEMO)() else settings.EMAIL_BACKEND


def _ready(now: datetime) -> QuerySet[Mail]:
    queued = Q(state=Mail.State.QUEUED, next_try_at__lte=now)
    left_behind = Q(state=Mail.State.SENDING, tried_at__lte=now - LEFT_BEHIND)
    return Mail.objects.filter(queued | left_behind)


def _claim(mail: Mail, now: datetime) -> bool:
    """Whoever changes the row has the mail. It may have gone already where a worker was killed: hence its fixed id."""
    as_read = Mail.objects.filter(pk=mail.pk, state=mail.state, attempts=mail.attempts)
    mail.attempts, mail.tried_at = mail.attempts + 1, now
    return bool(as_read.update(state=Mail.State.SENDING, attempts=mail.attempts, tried_at=now))


def _try(mail: Mail, now: datetime) -> Outcome:
    if not _claim(mail, now):
        return Outcome.NOT_SENT
    try:
        return _send(mail, now)
    except OSError as error:  # which SMTPException is one of
        _note_failure(mail, error, now)
        return Outcome.NOT_SENT if _is_answer(error) else Outcome.NO_SERVER


def _send(mail: Mail, now: datetime) -> Outcome:
    message: EmailMultiAlternatives | None = compose(mail)
    if message is None:
        _settle(mail, state=Mail.State.EMPTY, error="")
        return Outcome.NOT_SENT
    message.connection = get_connection(backend())
    message.send()
    _settle(mail, state=Mail.State.SENT, sent_at=now, error="")
    return Outcome.SENT


def _note_failure(mail: Mail, error: OSError, now: datetime) -> None:
    """Only the kind of error is kept: a server's answer may quote the address or the mail."""
    kind = type(error).__name__
    tries = mail.attempts - 1
    if _is_final(error) or tries >= len(WAITS):
        logger.error("Mail %s has not gone and is given up: %s", mail.pk, kind)
        _settle(mail, state=Mail.State.FAILED, error=kind)
        return
    logger.warning("Mail %s has not gone and is tried again: %s", mail.pk, kind)
    _settle(mail, state=Mail.State.QUEUED, next_try_at=now + timedelta(minutes=WAITS[tries]), error=kind)


def _settle(mail: Mail, **values: object) -> None:
    Mail.objects.filter(pk=mail.pk).update(**values)


def _is_answer(error: OSError) -> bool:
    """The server answered, about this mail; otherwise nobody did, and the next mail would wait as long."""
    return isinstance(error, SMTPResponseException | SMTPRecipientsRefused)


def _is_final(error: OSError) -> bool:
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= REFUSED_FOR_GOOD for code, _ in error.recipients.values())
    return False
