"""What a deviation asks of others, and what may be lex Sarah in it, as its page shows."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.registry import get_register
from varvet.kernel.ui.sentences import said
from varvet.registers.deviations import queries
from varvet.registers.deviations.models import Deviation


@dataclass(frozen=True)
class Asked:
    """A question or a reason. `reference` and `href` are of the record it became."""

    asks: str
    state: str
    is_open: bool
    at: datetime
    by: str
    reason: str
    reference: str = ""
    href: str = ""


def questions_of(reader: Reader, deviation: Deviation) -> dict[str, object]:
    return {
        "asked": [_asked(answer) for answer in queries.read_answers(reader, deviation)],
        "signs": queries.list_signs(deviation),
        "weigh_href": reverse("questions:weigh", args=[queries.unweighed_of(deviation).reference]),
    }


def _asked(answer: queries.Answer) -> Asked:
    record = answer.record
    return Asked(
        asks=said(answer.asks),
        state=answer.state,
        is_open=answer.is_open,
        at=answer.answered_at or answer.asked_at,
        by=answer.by,
        reason=answer.reason,
        reference=record.reference if record else "",
        href=reverse(get_register(record.kind).page, args=[record.reference]) if record else "",
    )
