"""What came of asking others: each question with its answer, and each reason why something is not lex Sarah."""

from dataclasses import dataclass
from datetime import datetime

from varvet.kernel.access.reader import Reader
from varvet.kernel.questions.models import Sign, Suspicion
from varvet.kernel.records.models import Record, Referral
from varvet.kernel.records.reading import note_reading
from varvet.kernel.records.registry import get_register, is_visible
from varvet.registers.deviations.models import Deviation


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


def read_answers(reader: Reader, deviation: Deviation) -> list[Answer]:
    """The oldest first; reading the reasons is noted."""
    asked = Referral.objects.filter(origin=deviation).select_related("answer", "answered_by")
    weighed = Suspicion.objects.filter(record=deviation, weighed_at__isnull=False).select_related("weighed_by")
    found = [*(_question(reader, one) for one in asked), *(_reason(one) for one in weighed)]
    if any(answer.reason for answer in found):
        note_reading(deviation, "reasons", by=reader.user)
    return sorted(found, key=lambda answer: answer.asked_at)


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
