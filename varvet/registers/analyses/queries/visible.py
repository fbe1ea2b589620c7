"""Which analyses a reader sees, and what is read of one."""

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Below
from varvet.kernel.records import narratives
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.reading import note_reading
from varvet.registers.analyses.models import KIND, Analysis, Answer, whole_of
from varvet.registers.analyses.rules import Approved, Event, Status, may

SEE, APPROVED, CONTRIBUTE = "analyses.view", "analyses.view_approved", "analyses.contribute"
EDIT, APPROVE, OFFER = "analyses.edit", "analyses.approve", "analyses.offer"
PERMISSION = {Event.APPROVE: APPROVE, Event.REOPEN: APPROVE, Event.OFFER: OFFER}


def _seen(reader: Reader) -> Q:
    """Those of the reader's units, those above them that they write in, and for the board what is approved."""
    seen = Q(unit_id__in=reader.units(SEE))
    own, told = reader.units(CONTRIBUTE), reader.units(APPROVED)
    if own:
        seen |= Q(unit_id__in=Below.objects.filter(unit_id__in=own).values("ancestor_id"))
    return seen | Q(unit_id__in=told, status=Status.APPROVED) if told else seen


def visible_to(reader: Reader) -> QuerySet[Analysis]:
    rows = Analysis.objects.filter(_seen(reader), root=reader.root)
    return rows.select_related("unit", "root", "responsible", "approved_by")


def listed(reader: Reader) -> QuerySet[Record]:
    seen = Analysis.objects.filter(_seen(reader), root=reader.root)
    return Record.objects.filter(kind=KIND, root=reader.root, pk__in=seen.values("pk"))


def can_do(reader: Reader, analysis: Analysis, event: Event) -> bool:
    """Whether the reader may do it, and it may happen now: as the actions ask."""
    if not may(event, analysis.status):
        return False
    if event is Event.ANSWER and contributes(reader, analysis):
        return True
    return reader.can(PERMISSION.get(event, EDIT), analysis.unit_id)


def contributes(reader: Reader, analysis: Analysis) -> bool:
    own = reader.units(CONTRIBUTE)
    return bool(own) and Below.objects.filter(ancestor=analysis.unit_id, unit_id__in=own).exists()


def read_whole(reader: Reader, analysis: Analysis) -> Approved:
    """Figures, answers and conclusions; the reading is noted."""
    note_reading(analysis, "figures", by=reader.user)
    return whole_of(analysis, reader.today)


def read_answers(reader: Reader, analysis: Analysis) -> list[Answer]:
    """As they are now, with who wrote them; the reading is noted."""
    note_reading(analysis, "answers", by=reader.user)
    return list(Answer.objects.filter(analysis=analysis).select_related("written_by"))


def find_answer(reader: Reader, analysis: Analysis, number: int) -> Answer | None:
    note_reading(analysis, "answers", by=reader.user)
    return Answer.objects.filter(analysis=analysis, number=number).select_related("written_by").first()


def find_before(reader: Reader, analysis: Analysis) -> Analysis | None:
    """The unit's latest approved analysis of an earlier period, as long as this one's, that the reader may see."""
    rows = visible_to(reader).filter(unit=analysis.unit, status=Status.APPROVED, last_day__lt=analysis.first_day)
    length = analysis.stretch.length
    return next((one for one in rows.defer("frozen").order_by("-last_day") if one.stretch.length is length), None)


def answers_before(reader: Reader, analysis: Analysis) -> dict[tuple[str, str], str]:
    """Register and code of a question -> what was answered the last time; the reading is noted."""
    before = find_before(reader, analysis)
    if before is None:
        return {}
    note_reading(before, "answers", by=reader.user)
    rows = Answer.objects.filter(analysis=before, text__isnull=False)
    return {(row.source, row.code): row.text or "" for row in rows}


def read_reasons(reader: Reader, analysis: Analysis) -> list[Words]:
    """Why it was opened again or withdrawn, and notes among ourselves: for those who work with it."""
    if not reader.can(SEE, analysis.unit_id):
        return []
    return narratives.read(analysis, by=reader.user)
