"""What a record asks of others, and what may be lex Sarah in it, as a part of its page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.questions.answers import WHOLE, Answer, askable, may_ask, open_of, read_answers
from varvet.kernel.questions.models import Sign
from varvet.kernel.questions.suspicions import LEX_SARAH
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Register, get_register
from varvet.kernel.ui.sentences import said


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


@dataclass(frozen=True)
class Way:
    """A question that may be asked, and where."""

    asks: str
    href: str


def part_of(reader: Reader, record: Record, together: Iterable[Record]) -> dict[str, object]:
    """`together` are records handled with it, whose signs are weighed here too."""
    open_ones, weighing = open_of([record, *together]), get_register(record.kind).weighs
    signs = {suspicion.sign for suspicion in open_ones}
    to_weigh = open_ones[0].record if open_ones else record
    may = may_ask(reader, record)
    asked_anyway = weighing is not None and record.status in weighing.asked_in
    cards = [card for card in askable(record) if not (signs and card.kind == LEX_SARAH)] if may else []
    if asked_anyway:  # the rest is asked there
        cards = [card for card in cards if card.kind == LEX_SARAH]
    return {
        "asked": [_asked(answer) for answer in read_answers(reader, record)],
        "signs": [str(sign.label) for sign in Sign if sign in signs],
        "asked_anyway": asked_anyway,
        "weigh_href": reverse("questions:weigh", args=[to_weigh.reference]) if may else "",
        "ways": [_way(record, card) for card in cards],
    }


def _asked(answer: Answer) -> Asked:
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


def _way(record: Record, card: Register) -> Way:
    """Lex Sarah is weighed; the others are asked."""
    if card.kind == LEX_SARAH:
        return Way(_("Kan det vara lex Sarah?"), reverse("questions:weigh", args=[record.reference]))
    asks = said(card.takes.labels[WHOLE]) if card.takes else ""
    return Way(asks, reverse("questions:ask", args=[record.reference, card.kind]))
