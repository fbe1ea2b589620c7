"""What of a deviation may be lex Sarah, and what came of asking."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from varvet.kernel.questions.models import Sign, Suspicion
from varvet.kernel.questions.suspicions import OPEN
from varvet.kernel.records.models import Record
from varvet.registers.deviations.models import Channel, Deviation, Worry
from varvet.registers.deviations.rules.also import LEX_SARAH


def unweighed_of(deviation: Deviation) -> Record:
    """The report of the case in which something waits to be weighed; the deviation itself when none does."""
    case = Q(record=deviation) | Q(record__in=deviation.joined.values("pk"))
    found = Suspicion.objects.filter(OPEN, case).select_related("record").order_by("pk").first()
    return found.record if found else deviation


def list_signs(deviation: Deviation) -> list[str]:
    """What makes somebody of the case look, in words, each once; empty when nothing waits to be weighed."""
    case = Q(record=deviation) | Q(record__in=deviation.joined.values("pk"))
    signs = set(Suspicion.objects.filter(OPEN, case).values_list("sign", flat=True))
    return [str(sign.label) for sign in Sign if sign in signs]


def signs_of(deviations: Sequence[Deviation]) -> dict[int, list[str]]:
    """By the deviation's id, for those where something waits to be weighed: one query for all."""
    rows = Suspicion.objects.filter(OPEN, record__in=[deviation.pk for deviation in deviations])
    found: dict[int, list[str]] = {}
    for pk, sign in rows.order_by("sign").values_list("record_id", "sign"):
        found.setdefault(pk, []).append(str(Sign(sign).label))
    return found


def taken_over(records: QuerySet[Record]) -> set[int]:
    """Ids of those that were handled elsewhere and may have been lex Sarah there: nobody has weighed them here."""
    marks = Q(worry=Worry.VERY) | Q(outcome=LEX_SARAH) | Q(lex_sarah_event__gt="")
    rows = Deviation.objects.filter(marks, channel=Channel.IMPORTED, pk__in=records.values("pk"))
    return set(rows.values_list("pk", flat=True))
