"""What of a deviation may be lex Sarah, and what came of asking."""

from django.db.models import Q, QuerySet

from varvet.kernel.questions.models import Suspicion
from varvet.kernel.questions.suspicions import OPEN
from varvet.kernel.records.models import Record
from varvet.registers.deviations.models import Channel, Deviation, Worry
from varvet.registers.deviations.rules.also import LEX_SARAH


def unweighed_of(deviation: Deviation) -> Record:
    """The report of the case in which something waits to be weighed; the deviation itself when none does."""
    case = Q(record=deviation) | Q(record__in=deviation.joined.values("pk"))
    found = Suspicion.objects.filter(OPEN, case).select_related("record").order_by("pk").first()
    return found.record if found else deviation


def taken_over(records: QuerySet[Record]) -> set[int]:
    """Ids of those that were handled elsewhere and may have been lex Sarah there: nobody has weighed them here."""
    marks = Q(worry=Worry.VERY) | Q(outcome=LEX_SARAH) | Q(lex_sarah_event__gt="")
    rows = Deviation.objects.filter(marks, channel=Channel.IMPORTED, pk__in=records.values("pk"))
    return set(rows.values_list("pk", flat=True))
