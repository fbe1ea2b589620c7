"""Replies that can be put into a text to a reporter: chosen in a list and put in by the server, without a script."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.queries.replies import list_replies
from varvet.registers.deviations.rules.replies import Reply, offered

PUT_IN, CHOSEN = "satt_in", "mall"
FIELDS = ("feedback", "reason", "text")  # of the forms that write to a reporter


@dataclass(frozen=True)
class Offer:
    """A reply by its number in the list."""

    number: int
    title: str


def offers(deviation: Deviation) -> list[Offer]:
    return [Offer(number, _(reply.title)) for number, reply in enumerate(_offered(deviation))]


def sent(request: PersonRequest) -> QueryDict | None:
    """What was sent; None where a reply was to be put in first, so that the form is shown again."""
    return None if PUT_IN in request.POST else request.POST or None


def with_reply(request: PersonRequest, deviation: Deviation) -> dict[str, object]:
    """What was typed, with the chosen reply after it."""
    if PUT_IN not in request.POST:
        return {}
    typed: dict[str, object] = {name: str(value) for name, value in request.POST.items()}
    number = request.POST.get(CHOSEN, "")
    replies = dict(enumerate(_offered(deviation)))
    if not number.isdecimal() or int(number) not in replies:
        return typed
    [name] = [name for name in FIELDS if name in typed] or [FIELDS[0]]
    before, reply = str(typed.get(name, "")).rstrip(), _(replies[int(number)].text)
    return typed | {name: f"{before}\n\n{reply}" if before else reply}


def _offered(deviation: Deviation) -> list[Reply]:
    return offered(list_replies(deviation.root), deviation.status)
