"""Replies that can be put into an answer: chosen in a list and put in by the server, without a script."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.law.days import day_of
from varvet.kernel.ui.words import swedish_day
from varvet.registers.feedback import queries
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.queries.replies import list_replies
from varvet.registers.feedback.rules import replies
from varvet.registers.feedback.rules.replies import Reply

PUT_IN, CHOSEN, FIELD = "satt_in", "mall", "text"


@dataclass(frozen=True)
class Offer:
    """A reply by its number in the list."""

    number: int
    title: str


def offers(feedback: Feedback) -> list[Offer]:
    return [Offer(number, _(reply.title)) for number, reply in enumerate(_offered(feedback))]


def sent(request: PersonRequest) -> QueryDict | None:
    """What was sent; None where a reply was to be put in first, so that the form is shown again."""
    return None if PUT_IN in request.POST else request.POST or None


def with_reply(request: PersonRequest, feedback: Feedback) -> dict[str, object]:
    """What was typed, with the chosen reply after it, its placeholders filled in. In Swedish whoever puts it in."""
    if PUT_IN not in request.POST:
        return {}
    typed: dict[str, object] = {name: str(value) for name, value in request.POST.items()}
    number, found = request.POST.get(CHOSEN, ""), dict(enumerate(_offered(feedback)))
    if not number.isdecimal() or int(number) not in found:
        return typed
    before = str(typed.get(FIELD, "")).rstrip()
    reply = replies.filled(found[int(number)].text, _values(feedback, request.reader.today))
    return typed | {FIELD: f"{before}\n\n{reply}" if before else reply}


def _values(feedback: Feedback, today: date) -> dict[str, str]:
    """What stands for each placeholder: coded values and days, never what somebody wrote."""
    return {
        replies.REFERENCE: feedback.reference,
        replies.RECEIVED: swedish_day(day_of(feedback.received_at), today),
        replies.UNIT: feedback.unit.name,
        replies.DUE: swedish_day(queries.read_answer_by(feedback), today),
    }


def _offered(feedback: Feedback) -> list[Reply]:
    codes = set(feedback.mentions.values_list("category__code", flat=True))
    return replies.offered(list_replies(feedback.root), feedback.status, codes)
