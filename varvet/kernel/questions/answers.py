"""What came of asking others: each question with its answer, and each reason why something is not lex Sarah."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from varvet.kernel.access.reader import Reader
from varvet.kernel.questions.models import Sign, Suspicion
from varvet.kernel.questions.suspicions import OPEN
from varvet.kernel.records.models import Record, Referral
from varvet.kernel.records.reading import note_reading
from varvet.kernel.records.registry import Register, get_register, is_visible, list_registers
from varvet.kernel.records.taking import asked_of

WHOLE = ""  # the topic of a question about all of a record


@dataclass(frozen=True)
class Answer:
    """A question to another register, or a reason given here. `asks` is a marked text; `state` is shown as it is.

    `record` is what it became, None where the reader may not open it.
    """

    asks: str
    state: str
    asked_at: datetime
    is_open: bool = False
    answered_at: datetime | None = None
    by: str = ""
    reason: str = ""
    record: Record | None = None


def read_answers(reader: Reader, record: Record) -> list[Answer]:
    """The oldest first; reading the reasons is noted."""
    asked = Referral.objects.filter(origin_id=record.pk).select_related("answer", "answered_by")
    weighed = Suspicion.objects.filter(record_id=record.pk, weighed_at__isnull=False).select_related("weighed_by")
    found = [*(_question(reader, one) for one in asked), *(_reason(one) for one in weighed)]
    if any(answer.reason for answer in found):
        note_reading(record, "reasons", by=reader.user)
    return sorted(found, key=lambda answer: answer.asked_at)


def open_of(records: Sequence[Record]) -> list[Suspicion]:
    """What waits to be weighed in any of the records, the first noticed first."""
    rows = Suspicion.objects.filter(OPEN, record__in=[record.pk for record in records]).select_related("record")
    return list(rows.order_by("noticed_at", "pk"))


def may_ask(reader: Reader, record: Record) -> bool:
    """Who weighs the register's records asks others of them too."""
    weighing = get_register(record.kind).weighs
    if weighing is None:
        return False
    needed = asked_of(record.confidentiality, weighing.permission, weighing.excluded)
    return all(reader.can(code, record.unit_id) for code in needed)


def askable(record: Record) -> list[Register]:
    """Registers that take a whole record on, and have not been asked about this one, or have refused it."""
    asked = Referral.objects.filter(origin_id=record.pk, topic=WHOLE).exclude(state=Referral.State.REFUSED)
    waiting = set(asked.values_list("to_kind", flat=True))
    return [
        card
        for card in list_registers()
        if card.takes is not None and WHOLE in card.takes.labels and card.kind not in {*waiting, record.kind}
    ]


def _question(reader: Reader, referral: Referral) -> Answer:
    card = get_register(referral.to_kind)
    answer = referral.answer
    return Answer(
        asks=card.takes.labels.get(referral.topic, card.label) if card.takes else card.label,
        state=referral.get_state_display(),
        asked_at=referral.asked_at,
        is_open=referral.state == Referral.State.OPEN,
        answered_at=referral.answered_at,
        by=referral.answered_by.name if referral.answered_by else "",
        reason=referral.reason or "",
        record=answer if answer and is_visible(reader, answer) else None,
    )


def _reason(suspicion: Suspicion) -> Answer:
    return Answer(
        asks=str(Sign(suspicion.sign).label),
        state="",
        asked_at=suspicion.noticed_at,
        answered_at=suspicion.weighed_at,
        by=suspicion.weighed_by.name if suspicion.weighed_by else "",
        reason=suspicion.reason or "",
    )
